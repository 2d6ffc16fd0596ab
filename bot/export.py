"""Everything that is known of one person, as a JSON file for that person (V11)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.domain.message import unpack_message
from bot.text import unpack_text
from bot.translate import render

if TYPE_CHECKING:
    from storage.unit import Unit

EXPORT_FILE = "hallowerk.json"
"""What the file is called for who gets it."""


def export_of(unit: Unit, person_id: str) -> bytes:
    """Make the file: every row of the person, with messages in words rather than as they are stored."""
    held = unit.known.everything(person_id)
    language = held["person"]["language"]
    for message in held["messages"]:
        message["body"] = _in_words(message["body"], language)
    for handoff in held["handoffs"]:
        shown = handoff["seen_by_the_werkmatcher"]
        shown["about"] = shown["about"] and render(unpack_text(shown["about"]), language)
        shown["shown"] = [render(unpack_text(line), language) for line in shown["shown"]]
    return json.dumps(held, ensure_ascii=False, indent=2).encode()


def _in_words(body: Any, language: str) -> Any:
    if isinstance(body, str):
        return body
    message = unpack_message(body)
    return {
        "text": [render(paragraph, language) for paragraph in message.text],
        "buttons": [render(button.label, language) for button in message.buttons],
    }
