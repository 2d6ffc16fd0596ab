"""What somebody wants with a sentence about their conversations, and with whom. What people say is data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import sections

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_LONGEST = 16
_MESSAGE = "tell"
"""Only what begins with whom it is for can be long, and is for them all the same."""
_OF_A_PIECE = frozenset({"give", "back"})
_REASON = re.compile(r" (?:want|omdat|maar|dus|because|but)\b.*")
"""What is said behind it says nothing more of with whom."""
_PIECES = {
    "nummer": "phone", "telefoonnummer": "phone", "mobiel": "phone", "tel": "phone", "telefoon": "phone",
    "naam": "first_name", "voornaam": "first_name", "mail": "email", "email": "email", "mailadres": "email",
    "emailadres": "email", "cv": "file", "bestand": "file",
}  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """What is asked for: `talks people end give back write heard tell`; the words with whom; of which piece."""

    what: str
    whom: str = ""
    piece: str | None = None


def wanted_of_contact(sentence: Sentence) -> Wanted | None:
    """Give what is asked for; None: nothing of this."""
    is_long = len(sentence.tokens) > _LONGEST
    for what, pattern in _patterns():
        if is_long and what != _MESSAGE:
            continue
        found = pattern.search(sentence.plain)
        if found:
            held = found.groupdict()
            piece = _PIECES.get(held.get("piece") or "")
            whom = _REASON.sub("", held.get("whom") or "")
            return None if what in _OF_A_PIECE and piece is None else Wanted(what, whom, piece)
    return None


def pieces_in(sentence: Sentence) -> frozenset[str]:
    """Give which pieces are named."""
    return frozenset(_PIECES[word] for word in sentence.words if word in _PIECES)


def called(piece: str) -> frozenset[str]:
    """Give how people call a piece."""
    return frozenset(word for word, named in _PIECES.items() if named == piece)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Read the data once."""
    held = sections("contact_words.txt")
    return tuple((section, re.compile(line)) for section, lines in held.items() for line in lines)
