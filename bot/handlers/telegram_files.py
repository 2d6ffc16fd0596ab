"""A plain text file that an employer sends on Telegram is read as if its words were pasted in the chat."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.domain.event import Said, Sent
from bot.handlers.storable import storable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Document, Update

    from bot.domain.event import Address, Event

log = logging.getLogger(__name__)

MOST_BYTES = 16_000
"""4,000 characters, however many bytes each takes; a longer file is not fetched."""


async def with_words(bot: Bot, update: Update, event: Event, may: Callable[[Address], Awaitable[bool]]) -> Event:
    """Give the event with the file's words, when it is plain text, not too long, and `may` be read; else as it was.

    Of everybody else no file is ever fetched.
    """
    document = update.message.document if update.message else None
    if event.what != Sent("document") or not document or not _is_text(document) or not await may(event.address):
        return event
    try:
        file = await bot.get_file(document.file_id)
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("A file cannot be fetched: %s", type(error).__name__)
        return event
    words = storable(_decoded(content)).strip()
    return replace(event, what=Said(words)) if words else event


def _is_text(document: Document) -> bool:
    return document.mime_type == "text/plain" and (document.file_size or MOST_BYTES + 1) <= MOST_BYTES


def _decoded(content: bytes) -> str:
    """Read UTF-8, and what old Windows programs write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
