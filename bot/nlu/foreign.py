"""In which language a sentence is written, where that can be told: by its script, else by its small words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import sections
from bot.nlu.sentence import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f]"), ("ar",)),
    (re.compile(r"[\u1200-\u139f]"), ("ti", "am")),
    (re.compile(r"[\u0400-\u052f]"), ("uk", "ru")),
)
"""Scripts other than ours, and the languages that people here write in them, the most likely first."""
_LATIN = ("en", "tr", "pl", "fr", "es")
_LETTERS = {
    "uk": re.compile("[іїєґ]"),
    "ru": re.compile("[ыэъё]"),
    "ti": re.compile("[ቐ-ቝኸ-ዀዅኣ]"),
    "am": re.compile("አ"),
    "tr": re.compile("[ığş]"),
    "pl": re.compile("[ąęłśźżńć]"),
    "es": re.compile("[ñ¿¡]"),
}
"""Letters that only this one of the languages has."""
_NOT_ARABIC = re.compile(
    "[\u067c\u067e\u0681\u0685\u0686\u0689\u0693\u0695\u0696\u0698\u069a\u06a9\u06ab\u06af\u06b5\u06ba\u06bc\u06c1\u06c6\u06cc\u06ce\u06d0"
    "\u06d2\u06d5]"
)
"""Letters of Persian, Dari, Pashto, Urdu and Kurdish, which Arabic does not have."""
_FEW = 2
_FEWEST_WORDS, _LONG_WORD, _TWO_LONG, _SHARE = 3, 8, 11, 0.3


def written_in(sentence: Sentence) -> str | None:
    """Give the code of the language of a sentence; None for Dutch, and where it is too short to tell."""
    raw = sentence.raw.lower()
    for script, languages in _SCRIPTS:
        letters = len(script.findall(raw))
        if letters and letters * 2 > sum(letter.isalpha() for letter in raw):
            return _by_script(sentence, raw, letters, languages)
    return _by_words(sentence, raw)


def _by_script(sentence: Sentence, raw: str, letters: int, languages: tuple[str, ...]) -> str | None:
    """Tell apart the languages of a script; one short word can be a name."""
    if len(raw.split()) < 2 and letters < _LONG_WORD:  # noqa: PLR2004 - one word
        return None
    if languages == ("ar",):
        return None if _NOT_ARABIC.search(raw) else "ar"
    words = _words()
    score = {code: len(sentence.words & words[code]) + 2 * len(_LETTERS[code].findall(raw)) for code in languages}
    best = max(languages, key=lambda code: score[code])
    return best if score[best] or best == "uk" else None


def _by_words(sentence: Sentence, raw: str) -> str | None:
    """Count the small words of each language against those of Dutch."""
    words = _words()
    said = [token.text for token in sentence.tokens if token.text.isalpha()]
    if len(said) < _FEWEST_WORDS - 1 or (len(said) < _FEWEST_WORDS and sum(map(len, said)) < _TWO_LONG):
        return None
    dutch = sum(word in words["nl"] for word in said)
    counted = {code: _hits(set(said), raw, code) for code in _LATIN}
    best = max(_LATIN, key=lambda code: counted[code])
    hits = counted[best]
    telling = hits > _FEW or any(len(word) > _FEW for word in set(said) & words[best]) or _own_letters(raw, best)
    enough = hits > 1 and telling and hits > dutch and hits >= _SHARE * len(set(said))
    return best if enough and list(counted.values()).count(hits) == 1 else None


def _hits(said: set[str], raw: str, code: str) -> int:
    """Count the words of a language; letters of its own count once there is such a word, as names have them too."""
    known = len(said & _words()[code])
    if not known:
        return 0
    return known + len(_own_letters(raw, code))


def _own_letters(raw: str, code: str) -> list[str]:
    """Give the words with letters that only this language has, and that are not counted for what they say."""
    if code not in _LETTERS:
        return []
    return [word for word in set(raw.split()) if _LETTERS[code].search(word) and fold(word) not in _words()[code]]


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Read the words once; what is Dutch too is no sign of another language."""
    read = {code: frozenset(fold(" ".join(lines)).split()) for code, lines in sections("tongues.txt").items()}
    return {code: held if code == "nl" else held - read["nl"] for code, held in read.items()}
