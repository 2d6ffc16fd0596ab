"""Consent piece by piece (V6): a conversation, a first name, then a phone number or an e-mail address, then a file.

Rows are only ever added: what was given, refused or withdrawn, when, and which text was shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime


class Piece(StrEnum):
    """What one employer can be given."""

    CONVERSATION = "conversation"
    FIRST_NAME = "first_name"
    PHONE = "phone"
    EMAIL = "email"
    FILE = "file"
    MESSAGE = "message"
    """One message in which the chat noticed something that tells who somebody is, or how they are (leak guard)."""


class Answer(StrEnum):
    """What somebody said to the question."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


NEEDS: Mapping[Piece, frozenset[Piece]] = {
    Piece.CONVERSATION: frozenset(),
    Piece.FIRST_NAME: frozenset({Piece.CONVERSATION}),
    Piece.PHONE: frozenset({Piece.FIRST_NAME}),
    Piece.EMAIL: frozenset({Piece.FIRST_NAME}),
    Piece.FILE: frozenset({Piece.PHONE, Piece.EMAIL}),
    Piece.MESSAGE: frozenset({Piece.CONVERSATION}),
}
"""Which pieces have to be given before: any one of them is enough."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer, at an (aware) moment; `version` names the text that was shown. It does not hold what was given."""

    piece: Piece
    answer: Answer
    at: datetime
    version: str


def holds(rows: Sequence[Consent], piece: Piece) -> bool:
    """Tell whether a piece may be given now: the last answer is a yes, and what it rests on holds too."""
    last = next((row for row in reversed(rows) if row.piece is piece), None)
    return last is not None and last.answer is Answer.GIVEN and may_be_asked(rows, piece)


def may_be_asked(rows: Sequence[Consent], piece: Piece) -> bool:
    """Tell whether it is the turn of this piece: one of those that it rests on holds."""
    return not NEEDS[piece] or any(holds(rows, before) for before in NEEDS[piece])


def answered(rows: Sequence[Consent], row: Consent) -> tuple[Consent, ...]:
    """Add an answer. A yes needs what it rests on; a piece that was not given cannot be withdrawn.

    Withdrawing a piece withdraws what rests on it: after "geen gesprek meer", no name or number may be used.
    """
    if row.answer is Answer.GIVEN and not may_be_asked(rows, row.piece):
        raise ValueError("the pieces before it were not given")
    if row.answer is Answer.WITHDRAWN and not holds(rows, row.piece):
        raise ValueError("what was not given cannot be withdrawn")
    if row.answer is Answer.GIVEN:
        return (*rows, row)
    before, after = tuple(rows), (*rows, row)
    fallen = [piece for piece in Piece if piece is not row.piece and holds(before, piece) and not holds(after, piece)]
    return (*after, *(Consent(piece, Answer.WITHDRAWN, row.at, row.version) for piece in fallen))
