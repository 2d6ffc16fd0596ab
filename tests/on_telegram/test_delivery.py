"""The way out to Telegram, against the fake Bot API server."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import TelegramError

from bot.delivery import telegram_menu
from bot.delivery.outcome import Again, Delivered, Gone, Outcome, Refused, Wait
from bot.delivery.pacing import CHAT_GAP
from bot.delivery.telegram import TelegramLine, answer_tap, bot_of, clear_buttons, pieces, send
from bot.domain.event import Address, Channel
from bot.domain.message import EXPORT, Button, Message, message
from bot.text import verbatim
from bot.translate import languages
from fake_telegram import TOKEN, Person, Server, serve
from storage.outbox import Outgoing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

    from fake_telegram import Kind


@pytest.fixture
async def bot(patient: Server) -> AsyncIterator[Bot]:
    made = bot_of(TOKEN, patient.url)
    await made.initialize()
    yield made
    await made.shutdown()


@pytest.fixture
def fatima(patient: Server) -> Person:
    return patient.person(7)


async def no_pause(_seconds: float) -> None:
    await asyncio.sleep(0)


async def export(_reference: str, person_id: str) -> tuple[str, bytes]:
    return "hallowerk.json", f'{{"person": "{person_id}"}}'.encode()


def outgoing(body: Message, buttons_ref: str | None = None) -> Outgoing:
    return Outgoing(1, 1, "p1", Address(Channel.TELEGRAM, "7"), "nl", body, 0, False, buttons_ref)  # noqa: FBT003 - a row


YES_NO = (Button(verbatim("Ja"), "join=yes"), Button(verbatim("Nee, liever niet"), "join=no"))


async def test_plain_words_one_button_a_row_and_no_preview(bot: Bot, fatima: Person) -> None:
    outcome = await send(bot, 7, "*Kijk* op https://example.org", [("Ja", "a=1"), ("Nee", "a=2")])
    heard = await fatima.hears()
    assert outcome == Delivered(str(heard.id), shows_buttons=True)
    assert heard.text == "*Kijk* op https://example.org"
    assert [[key["text"] for key in row] for row in heard.rows] == [["Ja"], ["Nee"]]
    assert heard.message["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("429", Wait(9.0)),
        ("403", Gone()),
        ("chat_not_found", Gone()),
        ("500", Again("NetworkError")),
        ("cut_before", Again("NetworkError")),
        ("cut_after", Again("NetworkError")),
        ("malformed", Again("TelegramError")),
    ],
)
@pytest.mark.usefixtures("fatima")
async def test_each_failure_has_its_outcome(patient: Server, bot: Bot, kind: Kind, expected: Outcome) -> None:
    patient.fail_next("sendMessage", kind, retry_after=9)
    assert await send(bot, 7, "hoi") == expected
    assert isinstance(await send(bot, 7, "hoi"), Delivered)


async def test_what_can_never_be_sent_is_refused() -> None:
    async with serve(limits=None) as server:
        server.person(7)
        bot = bot_of(TOKEN, server.url)
        await bot.initialize()
        assert await send(bot, 7, "") == Refused("BadRequest")
        assert await send(bot, 7, "hoi", [("Ja", "x" * 65)]) == Refused("BadRequest")
        await bot.shutdown()


async def test_a_person_who_blocked_the_bot_is_gone(bot: Bot, fatima: Person) -> None:
    await fatima.blocks()
    assert await send(bot, 7, "hoi") == Gone()
    assert await send(bot, 99, "hoi") == Gone()


async def test_the_line_renders_and_takes_the_old_buttons_away(bot: Bot, fatima: Person) -> None:
    line = TelegramLine(bot, export, no_pause)
    first = await line.send(outgoing(message(verbatim("Hallo!"), verbatim("Doe je mee?"), buttons=YES_NO)))
    assert isinstance(first, Delivered)
    assert first.shows_buttons
    assert [(shown.text, shown.labels) for shown in fatima.screen] == [
        ("Hallo!\n\nDoe je mee?", ["Ja", "Nee, liever niet"])
    ]
    second = await line.send(outgoing(message(verbatim("Goed.")), buttons_ref=first.ref))
    assert isinstance(second, Delivered)
    assert not second.shows_buttons
    assert [shown.labels for shown in fatima.screen] == [[], []]


async def test_buttons_stay_when_nothing_was_sent(patient: Server, bot: Bot, fatima: Person) -> None:
    line = TelegramLine(bot, export, no_pause)
    first = await line.send(outgoing(message(verbatim("Doe je mee?"), buttons=YES_NO)))
    assert isinstance(first, Delivered)
    patient.fail_next("sendMessage", "500")
    await line.send(outgoing(message(verbatim("Goed.")), buttons_ref=first.ref))
    assert fatima.screen[0].labels == ["Ja", "Nee, liever niet"]


async def test_a_long_text_goes_in_pieces_at_the_chats_pace(bot: Bot, fatima: Person) -> None:
    paused: list[float] = []

    async def pause(seconds: float) -> None:
        await asyncio.sleep(0)
        paused.append(seconds)

    long = message(verbatim("a" * 4000), verbatim("b" * 4000), buttons=YES_NO)
    outcome = await TelegramLine(bot, export, pause).send(outgoing(long))
    assert [(shown.text[0], len(shown.text), len(shown.labels)) for shown in fatima.screen] == [
        ("a", 4000, 0),
        ("b", 4000, 2),
    ]
    assert outcome == Delivered(str(fatima.screen[1].id), shows_buttons=True)
    assert paused == [CHAT_GAP, CHAT_GAP]


async def test_a_piece_that_fails_is_the_outcome(patient: Server, bot: Bot, fatima: Person) -> None:
    patient.fail_next("sendMessage", "429", retry_after=3)
    long = message(verbatim("a" * 4000), verbatim("b" * 4000))
    assert await TelegramLine(bot, export, no_pause).send(outgoing(long)) == Wait(3.0)
    assert fatima.screen == []


async def test_the_file_of_everything_known(bot: Bot, fatima: Person) -> None:
    body = message(verbatim("In dit bestand staat alles."), buttons=YES_NO, file=EXPORT)
    outcome = await TelegramLine(bot, export, no_pause).send(outgoing(body))
    heard = await fatima.hears()
    assert outcome == Delivered(str(heard.id), shows_buttons=True)
    assert (heard.file_name, heard.content) == ("hallowerk.json", b'{"person": "p1"}')
    assert (heard.text, heard.labels) == ("In dit bestand staat alles.", ["Ja", "Nee, liever niet"])


async def test_clearing_and_answering_never_fail(patient: Server, bot: Bot, fatima: Person) -> None:
    await clear_buttons(bot, 7, 12345)
    await answer_tap(bot, "long ago")
    await send(bot, 7, "hoi")
    await clear_buttons(bot, 7, fatima.screen[0].id)
    patient.fail_next("editMessageReplyMarkup", "cut_before")
    await clear_buttons(bot, 7, fatima.screen[0].id)


async def test_the_menu_in_every_language(patient: Server, bot: Bot) -> None:
    await telegram_menu.set_up(bot)
    codes = {"" if language == "nl" else language for language in languages()}
    for method in ("setMyCommands", "setMyShortDescription", "setMyDescription"):
        assert {code for held, code in patient.settings if held == method} == codes
    dutch = [command["command"] for command in patient.settings["setMyCommands", ""]["commands"]]
    assert dutch == ["menu", "hulp", "mens", "gegevens", "taal", "stop"]
    assert telegram_menu.value_of("mens") == "do=human"
    assert telegram_menu.value_of("onzin") is None


async def test_a_menu_that_telegram_refuses_stops_nothing(patient: Server, bot: Bot) -> None:
    patient.fail_next("setMyCommands", "429", times=len(languages()))
    await telegram_menu.set_up(bot)
    assert not patient.settings


async def test_the_token_and_the_words_are_not_in_the_log(
    bot: Bot, fatima: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await send(bot, 7, "geheime woorden")
    assert (await fatima.hears()).text == "geheime woorden"
    assert TOKEN not in caplog.text
    assert "geheime" not in caplog.text


async def test_the_client_keeps_what_it_cannot_read_out_of_the_log(
    patient: Server, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    await patient.updates.strange({"message": {"message_id": 1, "text": "geheime woorden"}})
    with caplog.at_level(logging.DEBUG):
        with pytest.raises(KeyError):
            await bot.get_updates()
        patient.fail_next("getUpdates", "malformed")
        with pytest.raises(TelegramError):
            await bot.get_updates()
    assert "geheime" not in caplog.text


@given(st.text(alphabet="ab \n😀é", max_size=200), st.integers(min_value=2, max_value=20))
def test_pieces_fit_and_lose_no_letter(text: str, most: int) -> None:
    found = pieces(text, most)
    assert all(len(piece.encode("utf-16-le")) <= 2 * most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_pieces_end_where_a_reader_expects_it() -> None:
    assert pieces("een twee\n\ndrie vier", 14) == ["een twee", "drie vier"]
    assert pieces("een twee\ndrie vier", 14) == ["een twee", "drie vier"]
    assert pieces("een twee drie", 10) == ["een twee", "drie"]
    assert pieces("x" * 9, 4) == ["xxxx", "xxxx", "x"]
    assert pieces("hoi") == ["hoi"]
