"""The way in from Telegram: nothing is confirmed before it is committed, by long polling and by webhook."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from patience import PATIENCE

from bot.config import EXAMPLE, read_gemeente
from bot.delivery.gate import Gate
from bot.delivery.pacing import CHAT_GAP
from bot.delivery.telegram import bot_of
from bot.dialogs import strangers
from bot.domain.event import Address, Blocked, Event, Opened, Said, Tapped
from bot.domain.message import message
from bot.handlers.guesses import MOST_OF_ONE, Guesses
from bot.handlers.telegram import MOST_TRIES, SECRET_HEADER, TelegramEdge, begin_webhook, poll, webhook
from bot.handlers.telegram_events import event_of
from bot.handlers.telegram_saying import MOST_OF_A_CHAT, Saying
from bot.taken import How, Taken
from bot.text import _, verbatim
from bot.translate import render
from fake_telegram import TOKEN, Server
from fake_telegram.line import listen
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from telegram import Bot, Update

    from bot.domain.event import What

NOT_NOW = "Dat lukt nu niet. Probeer het over 5 minuten nog een keer."
SECRET = "geheim-1"  # noqa: S105 - of this test


@dataclass
class Turns:
    """Takes events as the product's turns do: refuses while `broken`, keeps the others, gives what is set."""

    server: Server
    broken: list[Exception] = field(default_factory=list)
    heard: list[Event] = field(default_factory=list)
    gives: Taken = field(default_factory=lambda: Taken(How.TAKEN))
    pending_when_taken: list[int] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    seconds: float = 0.0

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)

    async def take(self, event: Event) -> Taken:
        if self.broken:
            raise self.broken.pop(0)
        self.pending_when_taken.append(len(self.server.updates.pending))
        if event.id in [held.id for held in self.heard]:
            return Taken(How.SEEN)
        self.heard.append(event)
        return self.gives

    @property
    def said(self) -> list[What]:
        return [event.what for event in self.heard]


@pytest.fixture
def turns(patient: Server) -> Turns:
    return Turns(patient)


@pytest.fixture
async def bot(patient: Server) -> AsyncIterator[Bot]:
    made = bot_of(TOKEN, patient.url)
    yield made
    await made.shutdown()


@pytest.fixture
def edge(bot: Bot, turns: Turns) -> TelegramEdge:
    async def pause(_seconds: float) -> None:
        await asyncio.sleep(0)

    async def known(at: Address) -> bool:
        return at.key in turns.known

    saying = Saying(bot, Gate(clock=lambda: turns.seconds, pause=turns.pause))
    return TelegramEdge(bot, turns.take, known, read_gemeente(EXAMPLE), Guesses(lambda: 0.0), saying, pause=pause)


@asynccontextmanager
async def polling(edge: TelegramEdge) -> AsyncIterator[None]:
    stop = asyncio.Event()
    job = asyncio.create_task(poll(edge, stop))
    try:
        yield
        await asyncio.wait_for(edge.saying.done(), PATIENCE)
    finally:
        stop.set()
        await asyncio.wait_for(job, PATIENCE)
        await edge.saying.finish()


async def test_each_update_is_taken_once_and_only_then_confirmed(
    patient: Server, edge: TelegramEdge, turns: Turns
) -> None:
    fatima = patient.person(7)
    await fatima.opens("abc")
    await fatima.says("hoi")
    async with polling(edge):
        await patient.settles()
        await fatima.blocks()
        await patient.settles()
    assert turns.said == [Opened("abc"), Said("hoi"), Blocked()]
    assert turns.pending_when_taken[0] == 2
    assert len({event.id for event in turns.heard}) == 3
    assert all(event.at.tzinfo for event in turns.heard)


async def test_a_tap_is_answered_after_its_turn(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    fatima = patient.person(7)
    async with polling(edge):
        sending = {"chat_id": 7, "text": "Kies", "reply_markup": {"inline_keyboard": [[_button("Ja", "a=1")]]}}
        async with httpx.AsyncClient(timeout=PATIENCE) as line:
            await line.post(f"{patient.url}/bot{TOKEN}/sendMessage", json=sending)
        query = await fatima.taps("Ja")
        await patient.waits_until(lambda: patient.queries[query])
    assert turns.said == [Tapped("a=1")]


def _button(label: str, data: str) -> dict[str, str]:
    return {"text": label, "callback_data": data}


async def test_a_database_that_cannot_is_told_once_and_the_update_comes_again(
    patient: Server, edge: TelegramEdge, turns: Turns
) -> None:
    fatima = patient.person(7)
    turns.broken = [StoreError(_("Dat lukt nu niet.")) for _try in range(5)]
    await fatima.says("hoi")
    await fatima.says("dag")
    async with polling(edge):
        await patient.settles()
    assert turns.said == [Said("hoi"), Said("dag")]
    assert [shown.text for shown in fatima.screen if shown.by_bot] == [NOT_NOW]
    assert edge.tried == {}


async def test_a_mistake_of_ours_holds_nobody_up_for_ever(
    patient: Server, edge: TelegramEdge, turns: Turns, caplog: pytest.LogCaptureFixture
) -> None:
    fatima = patient.person(7, language="en")
    turns.broken = [ZeroDivisionError("geheime woorden")] * MOST_TRIES
    await fatima.says("geheime woorden")
    await fatima.says("dag")
    with caplog.at_level(logging.DEBUG):
        async with polling(edge):
            await patient.settles()
    assert turns.said == [Said("dag")]
    assert [shown.text for shown in fatima.screen if shown.by_bot] == [render(strangers.NOT_NOW.text[0], "en")]
    assert "ZeroDivisionError" in caplog.text
    assert "geheim" not in caplog.text
    assert TOKEN not in caplog.text
    assert edge.tried == {}


@pytest.mark.parametrize("kind", ["500", "429", "cut_before", "cut_after", "malformed"])
async def test_polling_survives_what_the_line_does(
    patient: Server, edge: TelegramEdge, turns: Turns, kind: str
) -> None:
    for method in ("getMe", "deleteWebhook", "setMyCommands", "getUpdates"):
        patient.fail_next(method, kind, times=2)  # type: ignore[arg-type]  # one of `Kind`, by parametrize
    await patient.person(7).says("hoi")
    async with polling(edge):
        await patient.settles()
    assert turns.said == [Said("hoi")]


async def test_what_was_taken_is_confirmed_at_the_end(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    stop = asyncio.Event()

    async def take_and_stop(event: Event) -> Taken:
        stop.set()
        return await turns.take(event)

    await patient.person(7).says("hoi")
    last = replace(edge, take=take_and_stop)
    await asyncio.wait_for(poll(last, stop), PATIENCE)
    assert turns.said == [Said("hoi")]
    assert patient.updates.pending == []


async def test_a_group_hears_that_this_is_for_one_person(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    group = patient.group(-5)
    async with polling(edge):
        await group.member(8).says("/start abc")
        heard = await group.hears()
    assert heard.text == render(strangers.only_alone().text[0], "nl")
    assert turns.heard == []


async def test_a_stranger_is_answered_at_once_in_their_language(
    patient: Server, edge: TelegramEdge, turns: Turns
) -> None:
    turns.gives = Taken(How.STRANGER, (strangers.not_invited(edge.gemeente),))
    fatima = patient.person(7, language="en-US")
    async with polling(edge):
        await fatima.opens()
        heard = await fatima.hears()
    english = [render(paragraph, "en") for paragraph in strangers.not_invited(edge.gemeente).text]
    assert heard.text == "\n\n".join(english)


async def test_a_farewell_comes_in_one_message_even_after_a_fault(
    patient: Server, edge: TelegramEdge, turns: Turns
) -> None:
    goodbye = (message(verbatim("Alles is weg.")), message(verbatim("Dag!")))
    turns.gives = Taken(How.ERASED, goodbye)
    fatima = patient.person(7)
    patient.fail_next("sendMessage", "429")
    patient.fail_next("sendMessage", "500")
    async with polling(edge):
        await fatima.says("wis alles")
        assert (await fatima.hears()).text == "Alles is weg.\n\nDag!"


async def test_guessing_is_slowed_down(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    wrong = strangers.wrong_code(edge.gemeente)
    turns.gives = Taken(How.REFUSED, (wrong,))
    fatima = patient.person(7)
    async with polling(edge):
        for number in range(MOST_OF_ONE):
            await fatima.says(f"1234 567{number % 10}")
        await fatima.opens("guess")
        await fatima.says("hoi")
        await patient.settles()
    assert len(turns.heard) == MOST_OF_ONE + 1
    said = [shown.text.split("\n\n")[0] for shown in fatima.screen if shown.by_bot]
    assert said[:MOST_OF_ONE] == [render(wrong.text[0], "nl")] * MOST_OF_ONE
    assert said[MOST_OF_ONE] == render(strangers.too_many(edge.gemeente).text[0], "nl")


async def test_the_webhook_answers_only_after_the_commit(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    turns.broken = [StoreError(_("Dat lukt nu niet.")) for _try in range(2)]
    fatima = patient.person(7)
    async with listen(webhook(edge, "/telegram", SECRET)) as url:
        await begin_webhook(edge, f"{url}/telegram", SECRET, asyncio.Event())
        await fatima.says("hoi")
        await patient.settles()
        await patient.webhook.set("", None)
        await edge.saying.done()
    assert turns.said == [Said("hoi")]
    assert turns.pending_when_taken == [1]
    assert [shown.text for shown in fatima.screen if shown.by_bot] == [NOT_NOW]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "geheim-2"}])
async def test_the_webhook_opens_only_with_its_secret(
    edge: TelegramEdge, turns: Turns, headers: dict[str, str]
) -> None:
    async with listen(webhook(edge, "/telegram", SECRET)) as url, httpx.AsyncClient(timeout=PATIENCE) as line:
        answer = await line.post(f"{url}/telegram", json={"update_id": 1}, headers=headers)
    assert (answer.status_code, answer.text) == (403, "")
    assert turns.heard == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "1"}'])
async def test_the_webhook_refuses_what_is_no_update(edge: TelegramEdge, turns: Turns, body: bytes) -> None:
    async with listen(webhook(edge, "/telegram", SECRET)) as url, httpx.AsyncClient(timeout=PATIENCE) as line:
        answer = await line.post(f"{url}/telegram", content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 400
    assert turns.heard == []


STRANGE: tuple[dict[str, Any], ...] = (
    {"message": {"message_id": 1, "text": "geheime woorden"}},
    {"message": 3},
    {"callback_query": {"id": "1", "data": "geheime woorden"}},
)


@pytest.mark.parametrize("strange", STRANGE)
async def test_an_update_that_nobody_can_read_holds_nobody_up(
    patient: Server, edge: TelegramEdge, turns: Turns, caplog: pytest.LogCaptureFixture, strange: dict[str, Any]
) -> None:
    fatima = patient.person(7)
    await patient.updates.strange(strange)
    await fatima.says("hoi")
    with caplog.at_level(logging.DEBUG):
        async with polling(edge):
            await patient.settles()
            await patient.updates.strange(strange)
            await fatima.says("dag")
            await patient.settles()
    assert turns.said == [Said("hoi"), Said("dag")]
    assert "geheime" not in caplog.text
    assert "An update cannot be read" in caplog.text


@pytest.mark.parametrize("strange", STRANGE)
async def test_the_webhook_lets_go_of_what_nobody_can_read(
    edge: TelegramEdge, turns: Turns, strange: dict[str, Any]
) -> None:
    async with listen(webhook(edge, "/telegram", SECRET)) as url, httpx.AsyncClient(timeout=PATIENCE) as line:
        body = {"update_id": 1, **strange}
        answer = await line.post(f"{url}/telegram", json=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    assert turns.heard == []


async def test_an_update_that_we_cannot_understand_holds_nobody_up(
    patient: Server, edge: TelegramEdge, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def event_of_some(update: Update, at: datetime) -> Event | None:
        if update.message and update.message.text == "hoi":
            raise KeyError("hoi")
        return event_of(update, at)

    monkeypatch.setattr("bot.handlers.telegram.event_of", event_of_some)
    fatima = patient.person(7)
    await fatima.says("hoi")
    await fatima.says("dag")
    async with polling(edge):
        await patient.settles()
    assert turns.said == [Said("dag")]
    assert edge.tried == {}


async def test_a_webhook_that_cannot_be_set_ends_when_asked(patient: Server, edge: TelegramEdge) -> None:
    patient.fail_next("setWebhook", "500", times=100_000)
    stop = asyncio.Event()
    job = asyncio.create_task(begin_webhook(edge, "https://chat.example/telegram", SECRET, stop))
    await patient.waits_until(lambda: [call.method for call in patient.calls].count("setWebhook") > 1)
    stop.set()
    await asyncio.wait_for(job, PATIENCE)


async def test_a_known_person_is_never_refused(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    turns.gives = Taken(How.REFUSED, (strangers.wrong_code(edge.gemeente),))
    turns.known = {"7"}
    fatima = patient.person(7)
    async with polling(edge):
        for number in range(MOST_OF_ONE + 3):
            await fatima.says(f"1234 567{number % 10}")
        await fatima.opens("guess")
        await patient.settles()
    assert len(turns.heard) == MOST_OF_ONE + 4


async def test_only_wrong_tries_count(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    fatima = patient.person(7)
    turns.broken = [StoreError(_("Dat lukt nu niet."))] * MOST_OF_ONE
    async with polling(edge):
        for number in range(MOST_OF_ONE + 3):
            await fatima.says(f"1234 567{number % 10}")
        await patient.settles()
    assert len(turns.heard) == MOST_OF_ONE + 3


async def test_who_is_answered_slowly_holds_up_nobody(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    until_now, held = asyncio.Event(), replace(edge)

    async def wait(_seconds: float) -> None:
        await until_now.wait()
        turns.seconds += 60

    held.saying.gate.pause = wait
    held.saying.gate.pace.hold("7", 30)
    turns.gives = Taken(How.ERASED, (message(verbatim("Dag!")),))
    fatima, bram = patient.person(7), patient.person(8)
    async with polling(held):
        await fatima.says("wis alles")
        await bram.says("wis alles")
        assert (await bram.hears()).text == "Dag!"
        assert fatima.unheard() == []
        until_now.set()
        assert (await fatima.hears()).text == "Dag!"


async def test_what_is_said_at_once_keeps_the_pace_and_its_order(
    patient: Server, edge: TelegramEdge, turns: Turns
) -> None:
    texts = [f"dag {number}" for number in range(3)]
    await edge.bot.initialize()
    for text in texts:
        edge.saying.add("7", edge.saying.say("7", text))
    patient.person(7)
    await edge.saying.done()
    assert [call.values["text"] for call in patient.calls if call.method == "sendMessage"] == texts
    assert turns.seconds >= 2 * CHAT_GAP


async def test_a_429_at_once_stops_the_sender_too(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    await edge.bot.initialize()
    patient.person(7)
    patient.fail_next("sendMessage", "429", retry_after=30)
    await edge.saying.say("7", "dag")
    assert edge.saying.gate.pace.free_at(1) >= turns.seconds + 30


async def test_who_floods_is_not_answered_each_time(patient: Server, edge: TelegramEdge, turns: Turns) -> None:
    turns.gives = Taken(How.STRANGER, (message(verbatim("Wie ben je?")),))
    until_now = asyncio.Event()

    async def wait(seconds: float) -> None:
        await until_now.wait()
        turns.seconds += seconds

    edge.saying.gate.pause = wait
    edge.saying.gate.pace.hold("7", 30)
    fatima = patient.person(7)
    async with polling(edge):
        for _number in range(2 * MOST_OF_A_CHAT):
            await fatima.says("hoi")
        await patient.settles()
        until_now.set()
    assert len([shown for shown in fatima.screen if shown.by_bot]) == MOST_OF_A_CHAT
