"""A message as the web chat's page gets it: rendered in the reader's language, as a JSON value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.message import Message, given_file
from bot.text import _
from bot.translate import render
from bot.translate import words_of as words_of  # noqa: PLC0414 - others know it from here

if TYPE_CHECKING:
    from datetime import datetime

    from storage.outbox import Shown

EXPORT_NAME = _("Alles wat de chat van mij weet")


def as_json(shown: Shown, language: str) -> dict[str, Any]:
    """Make the page's object of a message."""
    return _object(shown.seq, shown.author, shown.body, shown.at, language) | (
        {"event": shown.event_id.rsplit(":", 1)[-1]} if shown.event_id else {}
    )


def last_words(direct: tuple[Message, ...], at: datetime, language: str) -> list[dict[str, Any]]:
    """Make the page's objects of what is said at once, to somebody of whom nothing is (any longer) kept."""
    return [_object(None, "chat", body, at, language) for body in direct]


def _object(seq: int | None, author: str, body: str | Message, at: datetime, language: str) -> dict[str, Any]:
    buttons = body.buttons if isinstance(body, Message) else ()
    made: dict[str, Any] = {
        "seq": seq,
        "from": render(body.by, language) if isinstance(body, Message) and body.by else author,
        "text": words_of(body, language),
        "buttons": [[{"label": render(button.label, language), "value": button.value}] for button in buttons],
        "at": at.isoformat(),
    }
    if isinstance(body, Message):
        made["lang"] = language
    if isinstance(body, Message) and body.file:
        made["file"] = _file(body.file, language)
    if isinstance(body, Message) and body.asks_file:
        made["asks_file"] = True
    return made


def _file(reference: str, language: str) -> dict[str, str]:
    given = given_file(reference)
    if given:
        return {"name": given.name, "href": f"api/files/{given.id}"}
    return {"name": render(EXPORT_NAME, language), "href": "api/export"}
