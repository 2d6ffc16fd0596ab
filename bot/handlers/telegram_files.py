"""Files on Telegram: fetched only where they are asked for.

A plain text file of an employer is read as if its words were pasted in the chat. A jobseeker's PDF or photo is fetched
while the chat asks for one.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from telegram.error import BadRequest, TelegramError

from bot.domain.event import Said, Sent
from bot.handlers.storable import storable
from bot.uploads import MOST_BYTES as MOST_UPLOADED
from bot.uploads import cleaned

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Document, Message, Update

    from bot.domain.event import Address, Event, Upload

log = logging.getLogger(__name__)

MOST_BYTES = 16_000
"""4,000 characters, however many bytes each takes; a longer text is not fetched."""

_PATIENCE = 60
"""Seconds for one file; everybody else's messages wait for it."""


class Reads(Enum):
    """What is fetched of somebody's files."""

    NOTHING = auto()
    WORDS = auto()
    FILE = auto()


async def with_file(bot: Bot, update: Update, event: Event, reads: Callable[[Address], Awaitable[Reads]]) -> Event:
    """Give the event with the file, or with the words in it, where these are read; else as it was.

    Of everybody else no file is ever fetched. Raises TelegramError when one that was asked for cannot be fetched now.
    """
    message, what = update.message, event.what
    if message is None or not isinstance(what, Sent) or not (message.document or message.photo):
        return event
    read = await reads(event.address)
    if read is Reads.WORDS and message.document and _is_text(message.document):
        words = await _words(bot, message.document)
        return replace(event, what=Said(words)) if words else event
    if read is Reads.FILE:
        return replace(event, what=Sent(what.kind, await _upload(bot, message)))
    return event


async def _words(bot: Bot, document: Document) -> str:
    try:
        content = await _fetched(bot, document.file_id)
    except TelegramError as error:
        log.warning("A file cannot be fetched: %s", type(error).__name__)
        return ""
    return storable(_decoded(content)).strip()


async def _upload(bot: Bot, message: Message) -> Upload | None:
    """Fetch a file that was asked for; None when it is too large, no longer there, or nothing that can be passed on."""
    held = message.document or message.photo[-1]  # the last one is the largest (Bot API, PhotoSize)
    if not 0 < (held.file_size or 0) <= MOST_UPLOADED:
        return None
    try:
        async with asyncio.timeout(_PATIENCE):
            return await asyncio.to_thread(cleaned, await _fetched(bot, held.file_id))
    except (BadRequest, TimeoutError):
        return None


async def _fetched(bot: Bot, file_id: str) -> bytes:
    file = await bot.get_file(file_id)
    return bytes(await file.download_as_bytearray())


def _is_text(document: Document) -> bool:
    return document.mime_type == "text/plain" and (document.file_size or MOST_BYTES + 1) <= MOST_BYTES


def _decoded(content: bytes) -> str:
    """Read UTF-8, and what old Windows programs write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
