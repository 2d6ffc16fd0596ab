"""What a sentence about days wants and what it refuses, clause by clause: "maandag en dinsdag, niet vrijdag"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER
from bot.nlu.readers.day_words import (
    ALL_DAYS,
    LONG,
    NO,
    OUT_OF_SCHOOL,
    PARTS,
    PARTS_BY_WORD,
    PARTS_OF_DAY,
    SCHOOL,
    WEEK,
    WEEKDAYS,
    day_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.sentence import Sentence, Token

_ENDINGS = (("ochtend", "morning"), ("middag", "afternoon"), ("avond", "evening"))
_EXPRESSIONS: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (WEEKDAYS, WEEK[:5], ()),
    (ALL_DAYS, WEEK, ()),
    (OUT_OF_SCHOOL, (), ("evening", "weekend")),
    (SCHOOL, WEEK[:5], ("morning", "afternoon")),
    (re.compile(r"\bploegen(?:dienst(?:en)?)?\b"), (), PARTS_OF_DAY),
    (re.compile(r"\bvroege diensten?\b"), (), ("morning",)),
    (re.compile(r"\blate diensten?\b"), (), ("evening",)),
)
_CLAUSE = re.compile(
    r"[.;,!\n]+|\bmaar\b|\bwant\b|\bomdat\b|\bdus\b|(?=\bbehalve\b)|(?=\buitgezonderd\b)|(?=\bzonder\b)|(?=\bexcept\b)"
)
_BUSY = re.compile(
    r"\b(?:les|lessen|school|cursus|inburgering|taalles|nederlandse les|dokter|ziekenhuis|moskee|kerk|"
    r"afspraak|training|vrijwilligerswerk|stage|therapie|bezet|druk|mantelzorg|oppassen|"
    r"pas ik op|"
    r"vrij voor (?:de|mijn) kind(?:eren)?|heb ik (?:de|mijn) (?:klein)?kind(?:eren)?)\b"
)
"""What somebody does instead of working: "woensdag heb ik les"."""
_OFF = re.compile(
    r"(?:dagen|dag|s|weekend|weekenden|ochtend|ochtenden|middag|middagen|avond|avonden) "
    r"(?:(?:graag|altijd|ook|ik|liefst|liever|wil|moet|het|helemaal|wel) )*vrij\b(?! (?:om|voor werk)\b)|"
    r"\bvrij (?:op|in) (?:(?:de|het|elke|iedere) )?\w*(?:dag|dagen|weekend|ochtend|middag|avond)\b"
)
"""A day off: "zaterdag en zondag vrij"; not Friday, as in "donderdag en vrij"."""
FREE = re.compile(
    r"\b(?:ben|is|zijn|heb|hebben)\b(?![^,;.]*\b(?:graag|liever|liefst|wil)\b)[^,;.]*\bvrij\b"
    r"(?! (?:om|voor werk)\b)|\bvrij (?:ben|heb) ik\b"
)
"""A day off, or a day that somebody can work: "maandag ben ik vrij" says either."""
_HARD = re.compile(r"\b(?:lastig|moeilijk|onmogelijk|druk|slecht|vervelend)\b")
"""What says no without a no: "ochtenden zijn lastig"."""
_NOTHING = re.compile(r"\b(?:(?:niks|niets) voor (?:mij|me)|vind (?:ik )?(?:\w+ )?(?:niks|niets))\b")
_ONLY_NO = re.compile(
    r"\W*(?:(?:dan|dus|daar|die dag|kan|kon|ik|dat|het|gaat|lukt|werk|liever|echt|ook|en|helaas|gewoon) )*niet"
    r"(?: (?:werken|beschikbaar|meer))?\W*"
)
"""A no to what stands before it: "donderdag heb ik les, dan dus niet"."""
_LESSER = re.compile(
    r"\b(?:liever|liefst|beter)\b[^,;.]*?(?P<than>\bdan (?!ook\b|kan\b|heb\b|ben\b|is\b|wil\b|werk\b|ga\b)[^,;.]*)"
)
"""What is liked less: "liever overdag dan 's avonds"."""
_OWN_DAYS = re.compile(rf"{NUMBER} dagen\b.*\b(?:elke|iedere) dag\b")
"""Each of the days that somebody works, and not all seven."""
_CAN = re.compile(r"\b(?:kan|werk|werken|beschikbaar|wel|past|lukt|wil)\b")
_OTHER_DAYS = re.compile(r"\b(?:andere?|rest|overige?) (?:van de )?(?:dagen|week)\b|\bde rest\b|\bverder alles\b")
_NO_MATTER = re.compile(r"\b(?:niet erg|geen probleem|geen bezwaar)\b")


@dataclass(slots=True, repr=False)
class _Clause:
    """What one part of a sentence names: days, parts of the day, the weekend."""

    days: set[str]
    parts: set[str]
    weekend: bool
    negative: bool
    only: bool
    also: bool


def _clauses(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Cut the sentence where a new thought starts."""
    start, text = 0, sentence.folded
    lesser = _LESSER.search(text)
    out = lesser.span("than") if lesser else (len(text), len(text))
    for cut in (*_CLAUSE.finditer(text), None):
        end = cut.start() if cut else len(text)
        if start < out[0] < end:
            end = out[0]
        yield text[start:end], start, end
        start = cut.end() if cut else end


def _clause(sentence: Sentence, text: str, span: tuple[int, int], *, short: bool) -> _Clause:
    """Read one part of the sentence."""
    off = _OFF.search(text) is not None
    tokens = [
        token for token in sentence.tokens if span[0] <= token.start < span[1] and not (off and token.text == "vrij")
    ]
    words = [token.text for token in tokens]
    days = _named_days(sentence, tokens, short=short)
    parts = {part for word in words for part in PARTS_BY_WORD.get(word, ())}
    if NO.isdisjoint(words) and not off:
        parts.update(part for word in words if word in LONG for end, part in _ENDINGS if word.endswith(end))
    for pattern, more_days, more_parts in _EXPRESSIONS:
        match = pattern.search(text)
        if pattern is SCHOOL and OUT_OF_SCHOOL.search(text):
            continue
        everyday = pattern is ALL_DAYS and ((days and "ook" not in words) or _OWN_DAYS.search(text))
        if match and not everyday:  # "op maandag kan ik altijd" names one day
            days.update(more_days)
            parts.update(more_parts)
    return _Clause(
        days,
        parts,
        weekend=any(word.startswith("weekend") or word in {"wekend", "weekeind", "wikend"} for word in words),
        negative=_is_negative(text, words) or _is_busy(text) or (off and FREE.search(text) is None),
        only="alleen" in words or "enkel" in words or "only" in words,
        also="ook" in words,
    )


def _is_negative(text: str, words: list[str]) -> bool:
    """Say whether a part of a sentence says no; "niet lastig" does not."""
    if _NO_MATTER.search(text) or OUT_OF_SCHOOL.search(text):
        return False
    if _NOTHING.search(text):
        return True
    return NO.isdisjoint(words) == (_HARD.search(text) is not None)


def _is_busy(text: str) -> bool:
    """Say whether a part of a sentence says what somebody does instead of working."""
    return _BUSY.search(text) is not None and _CAN.search(text) is None and SCHOOL.search(text) is None


def _named_days(sentence: Sentence, tokens: list[Token], *, short: bool) -> set[str]:
    """Give the days that are named, and those between the ends of a range."""
    named = [(token, day) for token in tokens if (day := day_of(token.text, short=short))]
    days = {day for _, day in named}
    for (first, one), (second, two) in pairwise(named):
        if _is_range(sentence.folded[first.end : second.start]):
            start, end = WEEK.index(one), WEEK.index(two)
            days.update(WEEK[start : end + 1] if start <= end else WEEK[start:] + WEEK[: end + 1])
    return days


def _is_range(between: str) -> bool:
    """Say whether what stands between two days makes a range of them."""
    return re.fullmatch(r"\s*(?:-|t/m|tm|tot|tot en met|t\.?m\.?|to)\s*", between) is not None


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """When somebody works: days, and parts of the day; and the days that were refused when no other day was named."""

    days: list[str]
    parts: list[str]
    without: tuple[str, ...]


def wanted(sentence: Sentence, *, short: bool) -> Wanted:
    """Add up what is wanted and take off what is not."""
    days: set[str] = set()
    parts: set[str] = set()
    no_days: set[str] = set()
    no_parts: set[str] = set()
    before: _Clause | None = None
    everything = re.search(r"\balles\b", sentence.folded) is not None
    for text, start, end in _clauses(sentence):
        clause = _clause(sentence, text, (start, end), short=short)
        if not (clause.days or clause.parts or clause.weekend):
            if before and not before.negative and _ONLY_NO.fullmatch(text):
                no_days |= before.days
                days -= before.days
                no_parts |= before.parts if not before.days else set()  # "woensdagmiddag" is no other afternoon
                parts -= before.parts
            continue
        if _continues(before, clause, text, sentence.folded[start - 1 : start]):
            clause.negative = True
        if clause.negative:
            no_days |= clause.days | ({"za", "zo"} if clause.weekend else set())
            no_parts |= clause.parts
        else:
            days |= clause.days | ({"za", "zo"} if clause.weekend and (clause.only or days or clause.days) else set())
            parts |= clause.parts | ({"weekend"} if clause.weekend else set())
            if clause.weekend and clause.also and not (days or clause.days):
                days, parts = set(WEEK), parts - {"weekend"}
        before = clause
    others = everything or _OTHER_DAYS.search(sentence.folded) is not None
    without = no_days if not days and not others else set()
    if no_days and (not days or others):
        days = set(WEEK)
    if no_parts and (not parts or everything):
        parts = set(PARTS if everything else PARTS_OF_DAY)
    days -= no_days
    parts -= no_parts
    if {"za", "zo"} <= no_days:
        parts.discard("weekend")
    return Wanted(
        [day for day in WEEK if day in days],
        [part for part in PARTS if part in parts],
        tuple(day for day in WEEK if day in without),
    )


def _continues(before: _Clause | None, clause: _Clause, text: str, sign: str) -> bool:
    """Say whether one more day behind a comma is refused too: "niet op maandag, dinsdag"."""
    if before is None or not before.negative or sign != ",":
        return False
    alone = len(clause.days) == 1 and not clause.parts and not clause.weekend
    return alone and "wel" not in text.split()
