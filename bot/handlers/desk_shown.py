"""The desk as its page gets it: all that a werkmatcher may see (V3), as one JSON value."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from bot.dialogs.handoff.at_desk import line_told, who
from bot.domain.handoff import BY_THE_PERSON, Kind
from bot.domain.opening import AMSTERDAM
from bot.domain.standard_answers import STANDARD_ANSWERS
from bot.translate import render

if TYPE_CHECKING:
    from bot.domain.handoff import Card, Line
    from storage.sessions import Seat
    from storage.unit import Unit


def desk_of(unit: Unit, seat: Seat, now: datetime) -> dict[str, Any]:
    """Give who waits, the werkmatcher's own conversations with their lines, and what ended today.

    Of a conversation that a colleague has, nothing is here: not even that it is there.
    """
    today = datetime.combine(now.astimezone(AMSTERDAM).date(), time(), AMSTERDAM)
    colleagues = [(held, name) for held, name in unit.handoffs.colleagues() if held != seat.person_id]
    return {
        "now": now.isoformat(),
        "me": {"id": seat.person_id, "name": seat.name},
        "waiting": [_card(card, seat.language) for card in unit.handoffs.waiting()],
        "mine": [_mine(unit, card, seat) for card in unit.handoffs.of(seat.person_id)],
        "closed": [{"at": ended.at.isoformat(), "by": ended.by} for ended in unit.handoffs.ended(today)],
        "colleagues": [{"id": held, "name": name} for held, name in sorted(colleagues, key=lambda each: each[1])],
        "answers": {
            "ours": list(STANDARD_ANSWERS),
            "own": [{"number": number, "text": words} for number, words in unit.standard_answers.of(seat.person_id)],
        },
    }


def _card(card: Card, language: str) -> dict[str, Any]:
    return {
        "id": card.id,
        "name": render(who(card), language),
        "about": render(card.about, language) if card.about else None,
        "shown": [render(line, language) for line in card.shown],
        "since": card.since.isoformat(),
        "urgent": card.is_urgent,
        "late": card.is_late,
        "employer": card.is_employer,
    }


def _mine(unit: Unit, card: Card, seat: Seat) -> dict[str, Any]:
    lines = [_line(line, card, seat) for line in unit.handoffs.lines(card.id)]
    answer_by = card.answer_by.isoformat() if card.answer_by else None
    return {**_card(card, seat.language), "answer_by": answer_by, "lines": lines}


def _line(line: Line, card: Card, seat: Seat) -> dict[str, Any]:
    """Make one line: what the person or a werkmatcher said, or what became of the conversation in our words."""
    said = line.kind in {*BY_THE_PERSON, Kind.REPLIED}
    by = line.by or render(who(card), seat.language)
    return {
        "number": line.number,
        "kind": line.kind.value,
        "by": ("me" if line.by == seat.name else by) if said else None,
        "text": line.text if said else render(line_told(line, card), seat.language),
        "at": line.at.isoformat(),
    }
