"""The way in from Telegram: nothing is confirmed before it is committed, by long polling and by webhook."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.config import EXAMPLE, read_gemeente
from bot.delivery.telegram import bot_of
from bot.dialogs import strangers
from bot.domain.event import Blocked, Event, Opened, Said, Tapped
from bot.domain.message import message
from bot.handlers.guesses import MOST_OF_ONE, Guesses
from bot.handlers.telegram import MOST_TRIES, SECRET_HEADER, TelegramEdge, begin_webhook, poll, webhook
from bot.taken import How, Taken
from bot.text import _, verbatim
from bot.translate import render
from fake_telegram import TOKEN, Server
from fake_telegram.line import listen
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

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

    return TelegramEdge(bot, turns.take, read_gemeente(EXAMPLE), Guesses(lambda: 0.0), pause=pause)


@asynccontextmanager
async def polling(edge: TelegramEdge) -> AsyncIterator[None]:
    stop = asyncio.Event()
    job = asyncio.create_task(poll(edge, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(job, 5)


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
        async with httpx.AsyncClient() as line:
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
    last = TelegramEdge(edge.bot, take_and_stop, edge.gemeente, edge.guesses)
    await asyncio.wait_for(poll(last, stop), 5)
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
        await begin_webhook(edge, f"{url}/telegram", SECRET)
        await fatima.says("hoi")
        await patient.settles()
        await patient.webhook.set("", None)
    assert turns.said == [Said("hoi")]
    assert turns.pending_when_taken == [1]
    assert [shown.text for shown in fatima.screen if shown.by_bot] == [NOT_NOW]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "geheim-2"}])
async def test_the_webhook_opens_only_with_its_secret(
    edge: TelegramEdge, turns: Turns, headers: dict[str, str]
) -> None:
    async with listen(webhook(edge, "/telegram", SECRET)) as url, httpx.AsyncClient() as line:
        answer = await line.post(f"{url}/telegram", json={"update_id": 1}, headers=headers)
    assert (answer.status_code, answer.text) == (403, "")
    assert turns.heard == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": 1, "message": 3}'])
async def test_the_webhook_refuses_what_is_no_update(edge: TelegramEdge, turns: Turns, body: bytes) -> None:
    async with listen(webhook(edge, "/telegram", SECRET)) as url, httpx.AsyncClient() as line:
        answer = await line.post(f"{url}/telegram", content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 400
    assert turns.heard == []
