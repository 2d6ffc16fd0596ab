"""The line to Telegram, the database and the product itself break at bad moments: nothing is lost, nothing doubled."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from on_telegram.talking import answers, joins
from stages.product import Running, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from fake_telegram import Kind, Person, Server

NOT_NOW = "Dat lukt nu niet. Probeer het over 5 minuten nog een keer."
WORK, MORE = "Welk werk wil je doen?", "Wil je ook nog ander werk doen?"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let another process hold the database's lock."""
    other = sqlite3.connect(folder / "hallowerk.db", isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


@pytest.fixture
async def polled(patient: Server, tmp_path: Path) -> AsyncIterator[Running]:
    async with running(patient, tmp_path) as made:
        yield made


async def test_a_locked_database_is_told_once_and_nothing_is_lost(run: Running, fatima: Person, tmp_path: Path) -> None:
    await joins(run, fatima)
    fatima.unheard()
    with locked(tmp_path):
        await fatima.says("Sam")
        assert (await fatima.hears()).text == NOT_NOW
        await fatima.says("schoonmaker")
        assert len(run.server.updates.pending) == 2, "nothing is confirmed before it is kept"
    await run.settled()
    heard = [shown.text for shown in fatima.unheard()]
    assert [text.split("\n\n")[-1] for text in heard if text != NOT_NOW] == [WORK, MORE]
    assert heard.count(NOT_NOW) <= 1, "once for each message, however often it was tried"


async def test_a_stop_between_the_commit_and_its_confirmation(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    heard = await answers(run, fatima, "Sam")
    before, rows = fatima.screen, run.rows()
    assert len(heard) == 1
    await run.stop()
    await run.server.updates.again()
    await run.start()
    await run.settled()
    assert fatima.screen == before
    assert run.rows() == rows
    assert [shown.text.split("\n\n")[-1] for shown in await answers(run, fatima, "schoonmaker")] == [MORE]


async def test_what_was_committed_but_not_sent_goes_out_after_the_start(
    patient: Server, tmp_path: Path, fatima: Person
) -> None:
    async with running(patient, tmp_path) as run:
        await joins(run, fatima)
        patient.fail_next("sendMessage", "500")
        await fatima.says("Sam")
        await patient.settles()
        await patient.waits_until(lambda: any(call.status == 500 for call in patient.calls))
        await run.stop()
        fatima.unheard()
        run.now = run.now.replace(year=run.now.year + 1)
        await run.start()
        assert (await fatima.hears()).text.endswith(WORK)


@pytest.mark.parametrize("kind", ["429", "500", "cut_before"])
async def test_a_message_that_failed_comes_later_once_and_in_order(polled: Running, fatima: Person, kind: Kind) -> None:
    await joins(polled, fatima)
    fatima.unheard()
    polled.server.fail_next("sendMessage", kind)
    sent = len(polled.server.calls)
    await fatima.says("Sam")
    await polled.server.waits_until(lambda: _tried(polled, sent))
    await fatima.says("schoonmaker")
    await polled.settled()
    polled.later(60)
    await polled.settled()
    assert [shown.text.split("\n\n")[-1] for shown in fatima.unheard()] == [WORK, MORE]


def _tried(run: Running, since: int) -> bool:
    """Tell whether the failure was met: a refusal is a call, and a cut line leaves its row for later."""
    refused = any(call.method == "sendMessage" and call.status != 200 for call in run.server.calls[since:])
    return refused or bool(run.waiting_for_later())


async def test_a_line_cut_after_the_acceptance_repeats_that_one_message_alone(polled: Running, fatima: Person) -> None:
    await joins(polled, fatima)
    fatima.unheard()
    polled.server.fail_next("sendMessage", "cut_after")
    await fatima.says("Sam")
    await fatima.hears()
    await polled.server.waits_until(polled.waiting_for_later)
    await fatima.says("schoonmaker")
    await polled.settled()
    polled.later(60)
    await polled.settled()
    assert [shown.text.split("\n\n")[-1] for shown in fatima.unheard()] == [WORK, MORE]


async def test_who_blocked_us_unseen_hears_everything_when_they_are_back(polled: Running, fatima: Person) -> None:
    await joins(polled, fatima)
    fatima.unheard()
    polled.server.fail_next("sendMessage", "403")
    await fatima.says("Sam")
    await polled.settled()
    assert fatima.unheard() == []
    heard = await answers(polled, fatima, "schoonmaker")
    assert [shown.text.split("\n\n")[-1] for shown in heard] == [WORK, MORE]


@pytest.mark.parametrize("kind", ["429", "500", "cut_before", "cut_after", "malformed"])
async def test_no_updates_for_a_while(polled: Running, fatima: Person, kind: Kind) -> None:
    await joins(polled, fatima)
    polled.server.fail_next("getUpdates", kind, times=3)
    heard = await answers(polled, fatima, "Sam")
    assert [shown.text.split("\n\n")[-1] for shown in heard] == [WORK]


@pytest.mark.parametrize("webhook", [False, True])
async def test_telegram_is_away_when_the_product_starts(
    patient: Server,
    tmp_path: Path,
    fatima: Person,
    webhook: bool,  # noqa: FBT001 - by its name, from pytest
) -> None:
    for method in ("getMe", "setWebhook", "deleteWebhook", "setMyCommands"):
        patient.fail_next(method, "500", times=2)
    async with running(patient, tmp_path, webhook=webhook) as run:
        await joins(run, fatima)
        assert fatima.screen[-1].by_bot


async def test_a_button_that_cannot_be_cleared_holds_nothing_up(polled: Running, fatima: Person) -> None:
    await joins(polled, fatima)
    polled.server.fail_next("editMessageReplyMarkup", "500")
    polled.server.fail_next("answerCallbackQuery", "cut_before")
    (heard,) = await answers(polled, fatima, "!Sla over")
    assert heard.text.endswith(WORK)


async def test_a_file_that_cannot_be_sent_comes_later(polled: Running, fatima: Person) -> None:
    await joins(polled, fatima)
    fatima.unheard()
    polled.server.fail_next("sendDocument", "500")
    await fatima.says("/gegevens")
    await polled.server.waits_until(polled.waiting_for_later)
    polled.later(60)
    await polled.settled()
    assert [shown.file_name for shown in fatima.unheard() if shown.file_name] == ["hallowerk.json"]


async def test_a_farewell_arrives_although_telegram_stumbles(polled: Running, fatima: Person) -> None:
    await joins(polled, fatima)
    await answers(polled, fatima, "wis alles")
    polled.server.fail_next("sendMessage", "429")
    polled.server.fail_next("sendMessage", "500")
    (farewell,) = await answers(polled, fatima, "!Ja, wis alles")
    assert farewell.text
    assert polled.rows() == {}


async def test_many_at_once_and_each_in_order(polled: Running) -> None:
    people = [polled.server.person(number) for number in range(7, 17)]
    await asyncio.gather(*(person.opens(polled.invite()) for person in people))
    await polled.settled()
    await asyncio.gather(*(person.taps("join=yes") for person in people))
    await asyncio.gather(*(person.says("Sam") for person in people))
    await polled.settled()
    heard = [[shown.text for shown in person.unheard()] for person in people]
    assert heard == [heard[0]] * len(people)
    assert heard[0][-1].endswith(WORK)
