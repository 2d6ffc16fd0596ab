"""Numbers however they are written ("06 12-34", "nul zes twaalf", "zero six", "o6", "nulzes"), as runs of units.

A unit is a number or a number word; a run is units with nothing but spaces and signs between them. Times, prices and
amounts ("06:00", "12,50", "4 uur") belong to no run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.leaks.lexicon import list_of
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.leaks.words import Words
    from bot.nlu.sentence import Token

_AMOUNT = re.compile(
    r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])|(?<![\d,])\d{1,4},\d{1,2}(?![\d,])|"
    r"€ ?\d{1,6}(?!\d)|(?<!\d)\d{1,4} ?[%€]|"
    r"(?<![\d.-])(?:[01]?\d|2[0-4])\.[0-5]\d ?- ?(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.-])"
)
_BREAKS = frozenset("€%!?;…")
_WIDEST, _LONGEST_WORD, _MEASURED, _SHORT_WORD, _MANY = 6, 120, 4, 3, 6
_ALIKE = {"o": "0", "i": "1", "l": "1"}
_UNITS = frozenset("een twee drie vier vijf zes zeven acht negen".split())


@dataclass(frozen=True, slots=True, repr=False)
class Unit:
    """Digits, where they stand, and whether they were written in words."""

    digits: str
    start: int
    end: int
    token: int
    spelled: bool = False


@dataclass(slots=True, repr=False)
class _Reading:
    """The runs so far, the tokens that may stand inside the last one, and whether the next digit counts twice."""

    runs: list[list[Unit]]
    fillers: int = 0
    twice: int | None = None


@cache
def digit_words() -> Mapping[str, str]:
    """Give the number words and their digits: 0 to 99, in Dutch and English, also misspelled."""
    named = {word: str(value) for word, value in NAMED.items() if value == int(value) and value < 100}  # noqa: PLR2004
    for line in sections("leaks.txt")["digits"]:
        digits, _sign, spelled = line.partition(":")
        named |= dict.fromkeys(spelled.split(), digits)
    return {word: digits for word, digits in named.items() if word not in {"n", "eentje", "paar"} and " " not in word}


def runs(words: Words) -> list[list[Unit]]:
    """Give the runs of units of a message, in their order."""
    amounts = {at for found in _AMOUNT.finditer(words.folded) for at in range(found.start(), found.end())}
    reading, number = _Reading([[]]), 0
    while number < len(words.tokens):
        unit, after = _unit(words, number)
        token = words.tokens[number]
        if unit is None:
            _pass(reading, token, number)
        elif token.start in amounts or _is_measured(words, unit, after, reading.runs[-1]):
            reading.runs.append([])
        else:
            _take(reading, words, unit)
        number = after
    return [run for run in map(_without_articles, reading.runs) if run]


def _pass(reading: _Reading, token: Token, number: int) -> None:
    """Go over a word: some may stand inside a number that is said, all others end the run."""
    if token.text in list_of("twice"):
        reading.twice = number
    elif token.text in list_of("between") and reading.fillers < 2:  # noqa: PLR2004 - "en dan"
        reading.fillers += 1
    else:
        reading.runs.append([])
        reading.fillers, reading.twice = 0, None


def _take(reading: _Reading, words: Words, unit: Unit) -> None:
    """Add a unit to the run, or begin a new one with it."""
    start = unit.start
    if reading.twice is not None:
        start = words.tokens[reading.twice].start
        unit = Unit(unit.digits * 2, start, unit.end, reading.twice, unit.spelled)
    run = reading.runs[-1]
    filled = reading.fillers > 0
    if run and (
        (filled and not (run[-1].spelled or unit.spelled))
        or not _joined(words.folded[run[-1].end : start], filled=filled)
    ):
        run = []
        reading.runs.append(run)
    run.append(unit)
    reading.fillers, reading.twice = 0, None


def _joined(gap: str, *, filled: bool) -> bool:
    """Tell whether what stands between two units keeps them together; in words, "en dan" may stand there."""
    return (len(gap) <= _WIDEST or filled) and _BREAKS.isdisjoint(gap) and "+" not in gap


def _unit(words: Words, number: int) -> tuple[Unit | None, int]:
    """Give the unit that begins at this token, if any, and the number of the token after it."""
    token, named = words.tokens[number], digit_words()
    text = words.tokens[number].text
    if text.isdecimal():
        return Unit(text, token.start, token.end, number), number + 1
    if text in _ALIKE and _touches_digits(words, number):
        return Unit(_ALIKE[text], token.start, token.end, number), number + 1
    if text in _UNITS and number + 2 < len(words.tokens) and words.tokens[number + 1].text == "en":
        tens = words.tokens[number + 2]
        together = named.get(f"{text}en{tens.text}")
        if together:
            return Unit(together, token.start, tens.end, number, spelled=True), number + 3
    digits = named.get(text) or (_glued(text, named) if len(text) <= _LONGEST_WORD else None)
    return (Unit(digits, token.start, token.end, number, spelled=True) if digits else None), number + 1


def _touches_digits(words: Words, number: int) -> bool:
    """Tell whether a letter stands against digits with nothing between: "o6", "06l2"."""
    token = words.tokens[number]
    beside = [words.tokens[at] for at in (number - 1, number + 1) if 0 <= at < len(words.tokens)]
    touching = [other for other in beside if other.end == token.start or other.start == token.end]
    return bool(touching) and all(other.text.isdecimal() for other in touching)


def _glued(text: str, named: Mapping[str, str]) -> str | None:
    """Read number words written as one: "nulzestwaalf". Each time the longest that fits."""
    digits, at = "", 0
    while at < len(text):
        longest = next((end for end in range(min(len(text), at + 16), at + 2, -1) if text[at:end] in named), None)
        if longest is None:
            return None
        digits, at = digits + named[text[at:longest]], longest
    return digits


def _is_measured(words: Words, unit: Unit, after: int, run: list[Unit]) -> bool:
    """Tell whether a short number counts something: "4 uur", "12 euro", "2 x".

    Behind many digits a short word counts nothing: "06 12 34 56 78 u kunt bellen".
    """
    if len(unit.digits) > _MEASURED or after >= len(words.tokens):
        return False
    follows = words.tokens[after]
    if len(follows.text) <= _SHORT_WORD and sum(len(held.digits) for held in run[-_MANY:]) >= _MANY:
        return False
    return follows.start - unit.end <= 2 and follows.text in list_of("measures")  # noqa: PLR2004 - "4 uur", "4. uur"


def _without_articles(run: list[Unit]) -> list[Unit]:
    """Take "een" off both ends of a run of digits: "een 06-nummer"."""
    if any(not unit.spelled for unit in run):
        while run[0].spelled and run[0].digits == "1":
            run = run[1:]
        while run[-1].spelled and run[-1].digits == "1":
            run = run[:-1]
    return run
