"""What somebody thinks of a vacancy, and why it does not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.wording import asks, is_question, whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_WHY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "far",
        re.compile(
            r"\b(?:te ?ver|ver weg|zo ver|niet in de buurt|dichter ?bij|te lang(?:e)? reizen|reis(?:tijd)?|"
            r"too far|far away|closer)\b"
        ),
    ),
    (
        "hours",
        re.compile(
            r"\b(?:uren|te (?:veel|weinig) uur|teveel uur|meer uren|minder uren|uren te (?:veel|weinig)|"
            r"(?:te )?(?:vroeg|laat|avond|nacht|weekend)|hours)\b"
        ),
    ),
    (
        "work",
        re.compile(
            r"\b(?:ander(?:e|s)? (?:soort )?werk|ander beroep|dit werk niet|geen (?:zin in )?dit werk|werk niet leuk|"
            r"(?:soort )?werk past niet|verkeerd werk|wil (?:ik )?(?:dit werk )?niet doen|other work|wrong work)\b"
        ),
    ),
)
_WRONG = re.compile(r"\b(?:klopt (?:er )?(?:iets )?niet|klopt niks|niet juist|fout|verkeerd(?! werk)|not right)\b")
_NOT = re.compile(
    r"\b(?:past niet|niet voor mij|niks voor mij|niets voor mij|wil (?:ik )?(?:deze|dit|die|hem|het) (?:baan )?niet|"
    r"geen interesse|niet leuk|liever niet|deze niet|die niet|not for me|does not fit)\b"
)
_LATER = re.compile(
    r"\b(?:later|straks|misschien|bewaar|bewaren|nadenken|denk(?:en)? (?:er )?(?:nog )?over na|maybe)\b"
)
_ASK = re.compile(r"\b(?:werkmatcher|begeleider|consulent|coach)\b")
_MORE = re.compile(
    r"\b(?:meer (?:lezen|weten|info(?:rmatie)?|zien|vertellen)|vertel (?:me |mij |eens )?meer|lees meer|details|"
    r"read more|tell me more)\b"
)
_WANT = re.compile(
    r"\b(?:(?:dit|deze|die|hem|dat) (?:baan )?wil ik(?: wel| graag)?|wil ik (?:wel|graag)|ik wil (?:dit|deze|die|hem)\b"
    r"(?! (?:baan )?niet)|past bij mij|lijkt me (?:leuk|goed|wat)|interesse|solliciteren|i want (?:this|it))\b"
)
_NO_INTEREST = re.compile(r"\b(?:geen|niet)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read what somebody thinks of the vacancy before them: `reaction`, and `why` when that was said too.

    Who asks something thinks nothing yet, and may want to read more.
    """
    del today
    if asks(sentence):
        return _entity(sentence, "more") if _MORE.search(sentence.folded) else None
    why = _why(sentence)
    if why:
        return _entity(sentence, "not", why)
    for reaction, pattern in _READ:
        if pattern.search(sentence.folded):
            return _entity(sentence, reaction)
    if _WANT.search(sentence.folded) and not _NO_INTEREST.search(sentence.folded):
        return _entity(sentence, "want")
    return None


_READ = (("wrong", _WRONG), ("not", _NOT), ("ask", _ASK), ("more", _MORE), ("later", _LATER))


def why_not(sentence: Sentence, today: date) -> Entity | None:
    """Read why a vacancy does not fit: `far hours work`."""
    del today
    why = None if is_question(sentence) else _why(sentence)
    return whole(sentence, "why", why) if why else None


def _why(sentence: Sentence) -> str | None:
    return next((why for why, pattern in _WHY if pattern.search(sentence.folded)), None)


def _entity(sentence: Sentence, reaction: str, why: str | None = None) -> Entity | None:
    value: Any = {"reaction": reaction, "why": why}
    return whole(sentence, "reaction", value)
