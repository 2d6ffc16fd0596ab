"""The team's group on Telegram: each handoff is a topic, and whatever goes wrong there, nothing is swallowed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.config import EXAMPLE
from bot.delivery.pacing import Pace
from bot.rounds import Rounds
from bot.taken import How, Taken
from on_telegram.talking import joins
from stages.product import Running, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from fake_telegram import Group, Person, Server, Shown
    from storage.unit import Unit

GROUP = -1001234567890
OVER = "Een gesprek is klaar. Het onderwerp is weg."


def gemeente_with_group(folder: Path) -> Path:
    """Write a gemeente.toml that names the team's group."""
    file = folder / "gemeente.toml"
    words = EXAMPLE.read_text(encoding="utf-8")
    file.write_text(words.replace("# telegram_group = -1001234567890", f"telegram_group = {GROUP}"), encoding="utf-8")
    return file


@pytest.fixture
async def run(patient: Server, tmp_path: Path) -> AsyncIterator[Running]:
    environ = {"HALLOWERK_GEMEENTE": str(await asyncio.to_thread(gemeente_with_group, tmp_path))}
    async with running(patient, tmp_path, environ=environ) as made:
        yield made


@pytest.fixture
def group(patient: Server) -> Group:
    return patient.forum(GROUP)


async def until(run: Running, true: Callable[[], object]) -> None:
    """Let happen what is due, and wait until something is true in the group."""
    await run.settled()
    while await Rounds(run.product.turns, lambda: run.now).once():
        pass
    await run.settled()
    for listener in run.product.listeners:
        listener(Taken(How.TAKEN, desk=True))
    await run.server.waits_until(true)


async def asks(run: Running, fatima: Person, *, name: bool = False) -> None:
    """Let Fatima ask for a human."""
    await joins(run, fatima)
    await run.told(fatima, fatima.says("Fatima" if name else "sla over"))
    await run.told(fatima, fatima.says("ik wil een mens spreken"))
    await run.told(fatima, fatima.says("mijn uren"))
    if name:
        await run.told(fatima, fatima.taps("Ja, laat dit zien"))


async def topic_of(run: Running, group: Group) -> int:
    """Wait for the topic of the one handoff."""
    await until(run, lambda: in_topic(group))
    (thread,) = group.topics
    return thread


def in_topic(group: Group) -> list[Shown]:
    """Give what the bot posted in topics that are there."""
    return [shown for shown in group.screen if shown.by_bot and shown.thread is not None]


def said(shown: list[Shown], words: str) -> list[Shown]:
    return [each for each in shown if words in each.text]


async def heard(run: Running, person: Person, words: str) -> None:
    """Wait until a person reads something, and see that they read it once."""
    await until(run, lambda: said(person.sent, words))
    assert len(said(person.sent, words)) == 1


async def test_a_topic_from_question_to_klaar(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima, name=True)
    thread = await topic_of(run, group)
    assert group.topics[thread].name.startswith("Fatima · ")
    (card,) = in_topic(group)
    first = "Fatima wacht op een werkmatcher.\n\nHet gaat over: mijn uren"
    assert card.text == f"{first}\n\nDit mag je zien:\n\n• Je naam: Fatima"
    assert card.labels == ["Neem dit gesprek"]
    karin = group.member(501, "Karin", thread)
    query = await karin.taps("Neem dit gesprek", card)
    await heard(run, fatima, "Vanaf nu praat je met Karin.")
    await run.server.waits_until(lambda: run.server.queries[query])
    await karin.says("Dag Fatima!\n// ze klinkt moe\nHoe gaat het?")
    await heard(run, fatima, "Karin, werkmatcher:\nDag Fatima!\nHoe gaat het?")
    await karin.says("// dit blijft hier")
    await run.told(fatima, fatima.says("goed, en met jou?"))
    await until(run, lambda: said(in_topic(group), "Fatima: goed, en met jou?"))
    assert said(in_topic(group), "Dag Fatima!") == [], "what was typed in the topic is not posted there again"
    await karin.says("/klaar")
    await heard(run, fatima, "Karin stopt nu.")
    await until(run, lambda: not run.product.store.read(lambda unit: unit.topics.all()))
    assert not group.topics
    assert said(group.screen, OVER)
    assert not any("blijft hier" in shown.text or "moe" in shown.text for shown in fatima.sent)


async def test_several_who_type_at_once_are_all_heard(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    members = [group.member(500 + number, f"Lid{number}", thread) for number in range(4)]
    await asyncio.gather(*(member.says(f"bericht {number}") for number, member in enumerate(members)))
    for number in range(4):
        await heard(run, fatima, f"Lid{number}, werkmatcher:\nbericht {number}")
    assert len(said(fatima.sent, "Vanaf nu praat je met")) == 1


async def test_what_is_not_words_is_answered(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    karin = group.member(501, "Karin", thread)
    number = await karin.says("dag")
    await heard(run, fatima, "Karin, werkmatcher:\ndag")
    await karin.sends("photo")
    await until(run, lambda: said(in_topic(group), "Ik kan alleen woorden doorgeven."))
    await karin.edits(number, "dag!")
    await until(run, lambda: said(in_topic(group), "Een veranderd bericht gaat niet door."))
    await karin.says("/sluiten")
    await until(run, lambda: said(in_topic(group), "Schrijf /klaar"))
    await group.member(501, "Karin").says("even overleggen")
    piet = group.member(502, "Piet", thread)
    await piet.says("/klaar")
    await until(run, lambda: said(in_topic(group), "Karin heeft dit gesprek."))
    assert len(said(fatima.sent, "werkmatcher:")) == 1


async def test_of_two_who_tap_one_gets_it(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    (card,) = in_topic(group)
    members = [group.member(501, "Karin", thread), group.member(502, "Piet", thread)]
    await asyncio.gather(*(member.taps("Neem dit gesprek", card) for member in members))
    await until(run, lambda: said(fatima.sent, "Vanaf nu praat je met"))
    assert len(said(fatima.sent, "Vanaf nu praat je met")) == 1
    answers = [call.values.get("text") for call in run.server.calls if call.method == "answerCallbackQuery"]
    assert [answer for answer in answers if answer] in (["Karin heeft dit gesprek."], ["Piet heeft dit gesprek."])


async def test_a_closed_topic_is_opened_again(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    await group.member(501, "Karin", thread).says("dag")
    await heard(run, fatima, "Karin, werkmatcher:\ndag")
    group.closes(thread)
    await run.told(fatima, fatima.says("ben je er nog?"))
    await until(run, lambda: said(in_topic(group), "ben je er nog?"))
    assert not group.topics[thread].closed


async def test_a_deleted_topic_is_made_again_with_everything_in_it(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    await group.member(501, "Karin", thread).says("dag")
    await heard(run, fatima, "Karin, werkmatcher:\ndag")
    group.deletes(thread)
    await run.told(fatima, fatima.says("ben je er nog?"))
    await until(run, lambda: said(in_topic(group), "ben je er nog?"))
    (again,) = group.topics
    assert again != thread
    told = "\n".join(shown.text for shown in in_topic(group))
    assert "Het gaat over: mijn uren" in told
    assert "Karin: dag" in told
    await group.member(501, "Karin", again).says("ja hoor")
    await heard(run, fatima, "Karin, werkmatcher:\nja hoor")


@pytest.mark.parametrize("wrong", ["no rights", "no topics"])
async def test_where_telegram_cannot_the_desk_has_it_and_says_so(
    run: Running, patient: Server, fatima: Person, wrong: str
) -> None:
    if wrong == "no topics":
        group = patient.group(GROUP)
    else:
        group = patient.forum(GROUP)
        group.lets_manage(may=False)
    await asks(run, fatima)
    await until(run, lambda: run.product.store.read(lambda unit: unit.topics.troubles()))
    kind = {"no rights": "not enough rights", "no topics": "not a forum"}[wrong]
    assert run.product.store.read(lambda unit: unit.topics.troubles()) == {kind: 1}
    (card,) = run.product.store.read(lambda unit: unit.handoffs.waiting())
    assert card.taken_by is None
    await until(run, lambda: said(group.screen, "Kijk op je werkplek"))
    assert len(said(group.screen, "Kijk op je werkplek")) == 1
    assert not any("uren" in shown.text for shown in group.screen)
    if wrong == "no rights":
        group.lets_manage(may=True)
        await topic_of(run, group)
        assert run.product.store.read(lambda unit: unit.topics.troubles()) == {}


@pytest.mark.parametrize("kind", ["429", "500", "cut_before"])
async def test_a_fault_is_tried_again(run: Running, group: Group, fatima: Person, kind: str) -> None:
    run.server.fail_next("createForumTopic", kind, 1)  # type: ignore[arg-type]
    await asks(run, fatima)
    thread = await topic_of(run, group)
    assert len(in_topic(group)) == 1
    assert list(group.topics) == [thread]


async def test_when_somebody_erases_everything_the_topic_goes(run: Running, group: Group, fatima: Person) -> None:
    await asks(run, fatima)
    thread = await topic_of(run, group)
    await group.member(501, "Karin", thread).says("dag")
    await heard(run, fatima, "Karin, werkmatcher:\ndag")
    await run.told(fatima, fatima.says("wis alles"))
    await run.told(fatima, fatima.says("ja"))

    def left(unit: Unit) -> tuple[int, int]:
        return len(unit.handoffs.open()), len(unit.topics.all())

    await until(run, lambda: run.product.store.read(left) == (0, 0))
    assert not group.topics
    assert said(group.screen, OVER)
    assert not any("uren" in shown.text for shown in group.screen if shown.by_bot)


def test_a_group_gets_no_more_than_20_messages_a_minute() -> None:
    pace, sent = Pace(), [0.0]
    while sent[-1] < 60:
        pace.take("-100", sent[-1])
        sent.append(pace.free_at("-100"))
    assert len([at for at in sent if at < 60]) <= 20
    assert pace.free_at("7") < sent[-1]
