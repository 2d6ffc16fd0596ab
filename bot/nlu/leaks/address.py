"""Street addresses and whole postcodes. A town, a part of a town and the 4 digits of a postcode are no leak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.leaks.digits import digit_words
from bot.nlu.leaks.kinds import Kind
from bot.nlu.leaks.lexicon import list_of, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.leaks.words import Words
    from bot.nlu.sentence import Token

Place = tuple[Kind, int, int]

_STREET = re.compile(rf"\w{{2,40}}(?:{one_of('streets')})")
_MAYBE = re.compile(rf"\w{{2,40}}(?:{one_of('maybe streets')})")
_NUMBERED = frozenset("nummer nr no huisnummer".split())
_LIVING = re.compile(
    r"\b(?:(?:ik )?woon(?: ik)?|(?:wij|we) wonen|adres is|huisadres is|mijn huis is|mijn huis staat)"
    rf"(?: \w{{1,12}}){{0,2}} (?:in|op|aan|is) (?:de |het )?\w{{2,40}}(?:{one_of('streets')})\b"
)
_OF = re.compile(
    r"\b(?:laan|ln|hof|plein|weg|kade|park) (?:van|op|der|aan) (?:(?:de|der|den|het) )?\w{3,40}(?: \w{3,40})?(?= \d)"
)
_POSTCODE = re.compile(r"(?<![\w.,€])[1-9]\d{3}(?P<gap>[ .-]{0,2})(?P<letters>[a-z]{2})(?![^\W_])")
_SPACED = re.compile(r"(?<![^\W_])[1-9](?:[ .]\d){3}[ .]{1,2}[a-z][ .][a-z](?![^\W_])")
_UNITS = frozenset("km kg cm mm ml mb gb kw pk cc px eu gr kb wh st jr u x".split())
_UNUSED = frozenset("sa sd ss".split())
_COMMON_LETTERS = re.compile(r"[a-eghj-npr-tv-xz]{2}")
"""PostNL: F, I, O, Q, U and Y are hardly used, so "2512 is" and "1980 of" are none; capitals count all the same."""
_WORDS = frozenset("al me we ze te en er na ja bv nv ad ex wc tv pc cv dj he ns ah mn ma za de".split())
_MOST = 4


def addresses(words: Words) -> Iterator[Place]:
    """Find a street with a number, the street where somebody says to live, and a postcode with its letters."""
    for number, token in enumerate(words.tokens):
        end = _house(words, number) if _is_street(words, number, token) else None
        if end is not None:
            first = number - 1 if token.text in list_of("streets alone") else number
            yield Kind.ADDRESS, words.tokens[first].start, end
    for first, after in words.found(_LIVING):
        street = words.tokens[after - 1]
        if street.text not in list_of("no street") and first < after:
            yield Kind.ADDRESS, street.start, street.end
    for first, after in words.found(_OF):
        end = _house(words, after - 1)
        if end is not None:
            yield Kind.ADDRESS, words.tokens[first].start, end
    for found in _SPACED.finditer(words.folded):
        yield Kind.ADDRESS, found.start(), found.end()
    for found in _POSTCODE.finditer(words.folded):
        if _has_letters(words.raw[found.start("letters") : found.end("letters")], found["letters"], found["gap"]):
            yield Kind.ADDRESS, found.start(), found.end()


def _is_street(words: Words, number: int, token: Token) -> bool:
    """Tell whether a word can be the last of the name of a street."""
    if token.text in list_of("streets alone"):
        name = words.tokens[number - 1].text if number else ""
        return name.isalpha() and name not in list_of("before a street")
    if token.text in list_of("no street"):
        return False
    if _STREET.fullmatch(token.text):
        return True
    begins = words.raw[token.start : token.start + 1]
    return begins.isupper() and number > 0 and _MAYBE.fullmatch(token.text) is not None


def _house(words: Words, number: int) -> int | None:
    """Give where the number of the house ends, if one follows the street."""
    at = number + 1
    while at < len(words.tokens) and words.tokens[at].text in _NUMBERED:
        at += 1
    if at >= len(words.tokens) or words.tokens[at].start - words.tokens[at - 1].end > _MOST:
        return None
    between = words.folded[words.tokens[at - 1].end : words.tokens[at].start]
    house = words.tokens[at].text
    is_number = (house.isdecimal() and len(house) <= _MOST) or (house in digit_words() and house not in {"een", "eens"})
    if not is_number or any(sign in between for sign in "!?;\n…"):
        return None
    after = words.tokens[at + 1] if at + 1 < len(words.tokens) else None
    end = words.tokens[at].end
    if after is None:
        return end
    if after.start == end and words.folded[end - 1 : end].isdigit() and len(after.text) == 1:
        return after.end
    if words.folded[end : end + 1] == ":" or (after.text in list_of("measures") and after.start - end <= 1):
        return None
    return end


def _has_letters(written: str, letters: str, gap: str) -> bool:
    """Tell whether two letters behind 4 digits are those of a postcode."""
    if letters in _UNUSED or letters in _UNITS:
        return False
    if written.isupper():
        return True
    if not gap:
        return letters not in {"en", "in", "is", "of", "te", "er"}
    return _COMMON_LETTERS.fullmatch(letters) is not None and letters not in _WORDS
