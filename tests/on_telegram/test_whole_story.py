"""The whole story on Telegram: the product as it is wired, against the fake Bot API server, by both ways in."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from bot.dialogs import strangers
from bot.telegram_edge import Clocks
from fake_telegram import Server, serve
from on_telegram.talking import PROFILE, answers, joins, text_of
from stages.product import Running, running

if TYPE_CHECKING:
    from pathlib import Path

    from fake_telegram import Person


async def test_from_the_link_to_a_profile(run: Running, fatima: Person) -> None:
    welcome = await run.told(fatima, fatima.opens(run.invite()))
    assert welcome[-1].labels[:2] == ["Ja, ik doe mee", "Nee, liever niet"]
    asked = await run.told(fatima, fatima.taps("Ja, ik doe mee"))
    assert asked[-1].text.endswith("?")
    ready = await answers(run, fatima, *PROFILE)
    (profile,) = run.profiles()
    assert profile["active"] is True
    assert ready[-1].by_bot
    assert all(run.server.queries.values()), "every tap was answered"
    assert [shown.labels for shown in fatima.screen[:-1] if shown.labels] == [], "old buttons are gone"
    assert "message" not in run.rows(), "what was sent is kept nowhere"


async def test_only_the_newest_message_shows_buttons(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    for said in ("Sam", "onzin waar niemand iets van maakt", "schoonmaker", "/menu", "!do=human", "24 uur"):
        await answers(run, fatima, said)
        with_buttons = [shown.id for shown in fatima.screen if shown.labels]
        assert with_buttons == [fatima.screen[-1].id]


async def test_an_old_button_and_a_double_tap_still_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    (asked,) = await answers(run, fatima, "Sam", "schoonmaker", "!Nee, dit is genoeg", "2 jaar")
    await run.told(fatima, fatima.taps("24 tot 32 uur", asked))
    assert await run.told(fatima, fatima.taps("24 tot 32 uur", asked))
    heard = await run.told(fatima, fatima.taps("32 tot 40 uur", asked))
    assert "32 tot 40" in heard[0].text


async def test_a_message_changed_afterwards_changes_the_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, "Sam", "schoonmaker", "!Nee, dit is genoeg", "2 jaar")
    said = await fatima.says("24 uur")
    await run.settled()
    heard = await run.told(fatima, fatima.edits(said, "32 uur"))
    assert "32 uur" in heard[0].text
    shown = await answers(run, fatima, "/gegevens")
    assert "32 uur" in shown[0].text
    assert "24 uur" not in shown[0].text


@pytest.mark.parametrize("kind", "voice photo sticker location document contact video".split())
async def test_what_is_not_words_gets_an_answer_and_the_question_again(
    patient: Server, tmp_path: Path, fatima: Person, kind: str
) -> None:
    async with running(patient, tmp_path) as run:
        await joins(run, fatima)
        (asked,) = await answers(run, fatima, "Sam")
        heard = await run.told(fatima, fatima.sends(kind))
        assert heard[-1].text.endswith("Welk werk wil je doen?")
        assert heard[0].text != asked.text
        assert heard[-1].labels == asked.labels


async def test_a_forwarded_message_is_not_their_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, "Sam")
    heard = await run.told(fatima, fatima.forwards("schoonmaker"))
    assert heard[-1].text.endswith("Welk werk wil je doen?")


async def test_what_is_known_comes_as_a_file(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    heard = await answers(run, fatima, "Sam", "schoonmaker", "/gegevens")
    (file,) = [shown for shown in heard if shown.file_name]
    assert file.file_name == "hallowerk.json"
    assert file.content is not None
    held = json.loads(file.content)
    assert "schoonmaker" in json.dumps(held)
    assert "schoonmaker" in heard[0].text
    assert "Je praat met mij in Telegram." in heard[1].text


async def test_erased_at_once_and_really(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, *PROFILE)
    await answers(run, fatima, "ander apparaat", "wis alles")
    farewell = await answers(run, fatima, "!Ja, wis alles")
    assert len(farewell) == 1
    assert run.rows() == {}
    assert all(not shown.labels for shown in fatima.screen)
    heard = await answers(run, fatima, "hallo?")
    assert [shown.text for shown in heard] == [text_of(strangers.not_invited(run.product.gemeente))]
    assert run.rows() == {}


async def test_two_persons_at_once_at_telegrams_pace(tmp_path: Path) -> None:
    """With the product's own clocks, under Telegram's limits: none of them is ever hit."""
    async with serve() as server, running(server, tmp_path, clocks=Clocks()) as run:
        people = [server.person(7, "Fatima"), server.person(8, "Bram")]

        async def talks(person: Person) -> list[str]:
            await person.opens(run.invite())
            heard = [await person.hears() for _message in range(3)]
            await person.taps("Ja, ik doe mee")
            heard += [await person.hears() for _message in range(2)]
            await person.says("schoonmaker, 24 uur in Utrecht")
            heard.append(await person.hears())
            return [shown.text for shown in heard]

        first, second = await asyncio.gather(*(talks(person) for person in people))
    assert first == second
    assert server.violations == []
    assert {call.status for call in server.calls if call.method.startswith(("send", "edit", "answer"))} == {200}
