"""Whether somebody asks to be spoken to in another language, and in which one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.readers.language import CODES

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_LONGEST, _FEW = 16, 3
_OWN_NAMES = {
    "ingilizce": "en", "turkce": "tr", "polsku": "pl", "arabi": "ar", "українською": "uk", "украінською": "uk",
    "русски": "ru", "deutsch": "de",
}  # fmt: skip
_ONLY = re.compile(r"\b(?:alleen|only)\b")
_ONLY_ALONE = 2
_NAMES = "|".join(sorted((word for word in CODES if word.isascii()), key=len, reverse=True))
_REQUEST = re.compile(
    r"\b(?:kun je|kan je|kunt u|spreek je|praat je|do you speak|can you|want to speak|kan (?:dit|het|deze)|"
    r"mag het|please|s il vous plait|lutfen|prosze|por favor|"
    r"(?:praat|spreek|doe|ga) maar(?: weer| verder)?(?: in(?: het)?)?)\b"
)
_IN = re.compile(rf"\bin (?:het |t )?(?:{_NAMES})(?:(?<!se)\b|$|(?= taal\b))")
"""Not "in Turkse lira": that is no language."""
_NOT_HERE = re.compile(r"\b(?:werken|werk|les|ervaring|gewerkt|diploma|leren|cursus)\b")
_SHORT = re.compile(
    r"^(?:i (?:only )?speak|ik (?:spreek|praat) alleen|speak|liever|zet (?:\w+ )?op|verander naar|po|en|alleen|only)\b"
)
_POLITE = re.compile(r"\b(?:pls|aub|svp|alsjeblieft|graag|liever|only|alleen)$")
_ABOUT_SELF = re.compile(r"\b(?:ik|mijn|wij|we|restaurant|moedertaal|beetje|goed|redelijk|en|slecht)\b")


def wanted_language(sentence: Sentence) -> str | None:
    """Give the code of the language that somebody asks to speak in: "english please", "in het engels"."""
    codes = _languages(sentence)
    if not codes or len(sentence.tokens) > _LONGEST:
        return None
    return codes[-1] if len(sentence.tokens) == 1 or asks_language(sentence) else None


def asks_language(sentence: Sentence) -> bool:
    """Say whether a sentence asks for a language, rather than telling which one somebody speaks."""
    if not 1 < len(sentence.tokens) <= _LONGEST or not _languages(sentence) or _NOT_HERE.search(sentence.plain):
        return False
    plain = sentence.plain
    if _ONLY.search(plain) and _only_tells(sentence):
        return False
    if _REQUEST.search(plain) or _IN.search(plain):
        return True
    few = len(sentence.tokens) <= _FEW
    if _SHORT.match(plain) and len(sentence.tokens) <= _FEW + 1:
        return re.search(r"\b(?:goed|beetje|redelijk|slecht|good|well|little|bit|bad|some)\b", plain) is None
    return few and _POLITE.search(plain) is not None and not _ABOUT_SELF.search(plain)


def _only_tells(sentence: Sentence) -> bool:
    """Say whether "alleen" tells which language somebody speaks: who reads Dutch, or a language we have not."""
    named = _languages(sentence)
    return "nl" in named or (len(sentence.tokens) <= _ONLY_ALONE and "en" not in named)


def _languages(sentence: Sentence) -> list[str]:
    """Give the languages that the sentence names."""
    if sentence.words.isdisjoint(CODES) and sentence.words.isdisjoint(_OWN_NAMES):
        return []
    return [code for token in sentence.tokens if (code := CODES.get(token.text) or _OWN_NAMES.get(token.text))]
