"""What can be given by a yes, and how the chat speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.consent import Piece
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceWords:
    """The words for one piece: what it is called, on which button, and (`sent`) as it goes, with its `{value}`."""

    your: Text
    the: Text
    give: Text
    yes: Text
    back: Text
    want: Text
    sent: Text


WORDS: Mapping[Piece, PieceWords] = {
    Piece.FIRST_NAME: PieceWords(
        your=_("je voornaam"),
        the=_("de voornaam"),
        give=_("Stuur mijn voornaam"),
        yes=_("Ja, stuur mijn voornaam"),
        back=_("Trek mijn voornaam terug"),
        want=_("Vraag om een voornaam"),
        sent=_("Mijn voornaam is: {value}"),
    ),
    Piece.PHONE: PieceWords(
        your=_("je telefoonnummer"),
        the=_("het telefoonnummer"),
        give=_("Stuur mijn telefoonnummer"),
        yes=_("Ja, stuur mijn telefoonnummer"),
        back=_("Trek mijn telefoonnummer terug"),
        want=_("Vraag om een telefoonnummer"),
        sent=_("Mijn telefoonnummer is: {value}"),
    ),
    Piece.EMAIL: PieceWords(
        your=_("je mailadres"),
        the=_("het mailadres"),
        give=_("Stuur mijn mailadres"),
        yes=_("Ja, stuur mijn mailadres"),
        back=_("Trek mijn mailadres terug"),
        want=_("Vraag om een mailadres"),
        sent=_("Mijn mailadres is: {value}"),
    ),
    Piece.FILE: PieceWords(
        your=_("een bestand"),
        the=_("het bestand"),
        give=_("Stuur een bestand of foto"),
        yes=_("Ja, stuur dit bestand"),
        back=_("Trek mijn bestand terug"),
        want=_("Vraag om een cv"),
        sent=_("Mijn bestand: {value}"),
    ),
}
"""In the order in which they are offered."""
