"""What a werkmatcher is told, wherever they work: at the desk, in the team's group, in a story. Staff read this."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.handoff import GONE as ENDED
from bot.domain.handoff import Kind
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.handoff import Card, Line

__all__ = ["ENDED", "SOMEBODY", "card_told", "line_told", "who"]

SOMEBODY = _(
    # staff: a werkmatcher reads this
    "iemand"
)
_SOMEBODY_WAITS = _(
    # staff: a werkmatcher reads this
    "Iemand wacht op een werkmatcher."
)
_EMPLOYER = _(
    # staff: a werkmatcher reads this
    "Dit is een werkgever."
)
_URGENT = _(
    # staff: a werkmatcher reads this
    "Met spoed: deze persoon heeft het zwaar."
)
_LATE = _(
    # staff: a werkmatcher reads this
    "Deze persoon kreeg niet op tijd antwoord."
)
_MAY_SEE = _(
    # staff: a werkmatcher reads this
    "Dit mag je zien:"
)
_TOO_LATE = _(
    # staff: a werkmatcher reads this
    "Er kwam geen antwoord op tijd. Het gesprek staat weer in de rij."
)


_TOLD: Mapping[Kind, Text] = {
    # staff: a werkmatcher reads this
    Kind.SAID: _("{by}: {text}"),
    # staff: a werkmatcher reads this
    Kind.CORRECTED: _("{by} verbetert een bericht: {text}"),
    # staff: a werkmatcher reads this
    Kind.REPLIED: _("{by}: {text}"),
    # staff: a werkmatcher reads this
    Kind.CLAIMED: _("{by} heeft dit gesprek nu."),
    # staff: a werkmatcher reads this
    Kind.PASSED_ON: _("{by} geeft dit gesprek aan {text}."),
    Kind.URGENT: _URGENT,
    Kind.LATE: _TOO_LATE,
    # staff: a werkmatcher reads this
    Kind.HANDED_BACK: _("{by} gaf het gesprek terug aan de chat."),
    # staff: a werkmatcher reads this
    Kind.CLOSED: _("{by} sloot het gesprek."),
}


def who(card: Card) -> Text:
    """Say who it is: the first name where that may be seen, or "iemand"."""
    return verbatim(card.name) if card.name else SOMEBODY


def card_told(card: Card) -> tuple[Text, ...]:
    """Tell of somebody who waits: all that may be seen, and nothing else (V3)."""
    told = [_waits(card)]
    told += [_EMPLOYER] if card.is_employer else []
    told += [_URGENT] if card.is_urgent else []
    told += [_LATE] if card.is_late else []
    if card.about:
        # staff: a werkmatcher reads this
        told.append(_("Het gaat over: {about}", about=card.about))
    return (*told, _MAY_SEE, lines(*card.shown)) if card.shown else tuple(told)


def _waits(card: Card) -> Text:
    if card.name is None:
        return _SOMEBODY_WAITS
    # staff: a werkmatcher reads this
    return _("{name} wacht op een werkmatcher.", name=verbatim(card.name))


def line_told(line: Line, card: Card) -> Text:
    """Tell one line of a handoff."""
    by = verbatim(line.by) if line.by else who(card)
    return replace(_TOLD[line.kind], params=(("by", by), ("text", verbatim(line.text or ""))))
