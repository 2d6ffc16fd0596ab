"""The way out to Telegram: python-telegram-bot's client, its typed errors mapped onto what became of a try to send."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.delivery.outcome import Again, Delivered, Gone, Refused, Wait
from bot.delivery.pacing import CHAT_GAP
from bot.translate import render, words_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Message as TelegramMessage

    from bot.delivery.outcome import Outcome
    from storage.outbox import Outgoing

Buttons: TypeAlias = "Sequence[tuple[str, str]]"
"""What each button says, and the value that comes back."""

File: TypeAlias = "tuple[str, bytes]"
"""A file's name and its bytes."""

MOST_CHARACTERS = 4096
MOST_CHARACTERS_UNDER_FILE = 1024
"""Bot API 10.1, sendMessage's text and sendDocument's caption; counted in UTF-16 units to be safe."""


os.environ.setdefault("PTB_TIMEDELTA", "1")  # else the client warns at every 429 that `retry_after` will change type


def bot_of(token: str, api_base: str) -> Bot:
    """Make a client. Its loggers are turned down: they write the token in each address, and what people say.

    That of python-telegram-bot is turned off: an update that it cannot read it writes as CRITICAL, words and all.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    base = api_base.rstrip("/")
    return Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot")


@dataclass(frozen=True, slots=True)
class TelegramLine:
    """The sender's line to Telegram.

    `file` reads the file of a message, by what the message holds of it and the id of who gets it; None: it is gone.
    """

    bot: Bot
    file: Callable[[str, str], Awaitable[File | None]]
    pause: Callable[[float], Awaitable[object]] = field(default=asyncio.sleep)

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Try once to send a message; then take the buttons away from the message that showed them before.

        A text that is too long goes in pieces, at a chat's pace; when one fails, all of them are tried again.
        Raises `StoreError` when the file cannot be made.
        """
        chat_id, body = int(outgoing.to.key), outgoing.message
        buttons = [(render(button.label, outgoing.language), button.value) for button in body.buttons]
        file = await self.file(body.file, outgoing.person_id) if body.file else None
        most = MOST_CHARACTERS_UNDER_FILE if file else MOST_CHARACTERS
        words = words_of(body, outgoing.language)
        *first, last = pieces(f"{render(body.by, outgoing.language)}:\n{words}" if body.by else words, most)
        for text in first:
            outcome = await send(self.bot, chat_id, text)
            if not isinstance(outcome, Delivered):
                return outcome
            await self.pause(CHAT_GAP)
        if file:
            outcome = await send_file(self.bot, chat_id, file, last, buttons)
        else:
            outcome = await send(self.bot, chat_id, last, buttons)
        if isinstance(outcome, Delivered) and outgoing.buttons_ref:
            await clear_buttons(self.bot, chat_id, int(outgoing.buttons_ref))
        if first:
            await self.pause(CHAT_GAP)  # the sender counts from the first piece
        return outcome


async def send(bot: Bot, chat_id: int, text: str, buttons: Buttons = (), *, thread: int | None = None) -> Outcome:
    """Send one plain text, no longer than `MOST_CHARACTERS`, without a preview of links (Bot API, sendMessage).

    `thread`: the topic of a group.
    """
    return await _outcome(sent_message(bot, chat_id, text, buttons, thread=thread), shows_buttons=bool(buttons))


def sent_message(
    bot: Bot, chat_id: int, text: str, buttons: Buttons = (), *, thread: int | None = None
) -> Awaitable[TelegramMessage]:
    """Send it, and raise what the client raises (TelegramError)."""
    return bot.send_message(
        chat_id,
        text,
        message_thread_id=thread,
        reply_markup=_keyboard(buttons),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def send_file(bot: Bot, chat_id: int, file: File, text: str, buttons: Buttons = ()) -> Outcome:
    """Send a file, with words under it (Bot API, sendDocument)."""
    name, content = file
    sending = bot.send_document(chat_id, content, caption=text, filename=name, reply_markup=_keyboard(buttons))
    return await _outcome(sending, shows_buttons=bool(buttons))


async def clear_buttons(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take the buttons of a message away. Gone, too old or without buttons: fine, an old button has an answer too."""
    with contextlib.suppress(TelegramError):
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None)


async def answer_tap(bot: Bot, query_id: str, text: str | None = None) -> None:
    """Stop the waiting sign on a button, and say something short (Bot API, answerCallbackQuery).

    Too late: the phone stopped it itself.
    """
    with contextlib.suppress(TelegramError):
        await bot.answer_callback_query(query_id, text)


def pieces(text: str, most: int = MOST_CHARACTERS) -> list[str]:
    """Cut a text into pieces of at most `most` UTF-16 units: between paragraphs, lines, words, or letters."""
    found = []
    while len(fitting := _fitting(text, most)) < len(text):
        cut = next((at for mark in ("\n\n", "\n", " ") if (at := fitting.rfind(mark)) > 0), len(fitting))
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]


def _fitting(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _keyboard(buttons: Buttons) -> InlineKeyboardMarkup | None:
    """Put one button in a row: as wide as the screen, easy to hit."""
    rows = [[InlineKeyboardButton(label, callback_data=value)] for label, value in buttons]
    return InlineKeyboardMarkup(rows) if rows else None


async def _outcome(sending: Awaitable[TelegramMessage], *, shows_buttons: bool) -> Outcome:
    """Say what became of it; only the error's class leaves here, since its text may quote the message or the token."""
    try:
        sent = await sending
    except RetryAfter as error:
        wait = error.retry_after
        return Wait(wait.total_seconds() if isinstance(wait, timedelta) else wait)
    except Forbidden:
        return Gone()
    except (BadRequest, ChatMigrated) as error:
        return Gone() if "chat not found" in error.message.lower() else Refused(type(error).__name__)
    except TelegramError as error:
        return Again(type(error).__name__)
    return Delivered(str(sent.message_id), shows_buttons)
