"""What a sentence about days wants and what it refuses, clause by clause: "maandag en dinsdag, niet vrijdag"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER
from bot.nlu.readers.day_taken import CHILD_IS, is_taken
from bot.nlu.readers.day_words import (
    ALL_DAYS,
    LONG,
    NO,
    OUT_OF_SCHOOL,
    PARTS_BY_WORD,
    PARTS_OF_DAY,
    SCHOOL,
    WEEK,
    WEEKDAYS,
    WEEKEND_WORK,
    day_of,
)
from bot.nlu.sentence import words_of
from bot.nlu.wording import NO_MATTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.sentence import Sentence, Token

_ENDINGS = (("ochtend", "morning"), ("morgen", "morning"), ("middag", "afternoon"), ("avond", "evening"),
            ("nacht", "night"))  # fmt: skip
_EXPRESSIONS: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (WEEKDAYS, WEEK[:5], ()),
    (OUT_OF_SCHOOL, (), ("evening", "weekend")),
    (re.compile(r"\bploegen(?:dienst(?:en)?)?\b"), (), PARTS_OF_DAY),
    (re.compile(r"\bvroege dienst(?:en)?\b"), (), ("morning",)),
    (re.compile(r"\blate dienst(?:en)?\b"), (), ("evening",)),
)
_CLAUSE = re.compile(
    r"[.;,!\n]+|\bmaar\b|\bwant\b|\bomdat\b|\bdus\b|(?=\bbehalve\b)|(?=\buitgezonderd\b)|(?=\bzonder\b)|(?=\bexcept\b)"
)
_OFF = re.compile(
    r"(?:dagen|dag|s|weekend|weekenden|ochtend|ochtenden|middag|middagen|avond|avonden) "
    r"(?:(?:graag|altijd|ook|ik|liefst|liever|wil|moet|het|helemaal|wel) )*vrij\b(?! (?:om|voor werk)\b)|"
    r"\bvrij (?:op|in) (?:(?:de|het|elke|iedere) )?\w*(?:dag|dagen|weekend|ochtend|middag|avond)\b"
)
"""A day off: "zaterdag en zondag vrij"; not Friday, as in "donderdag en vrij"."""
_FREE = re.compile(
    r"\b(?:ben|is|zijn|heb|hebben)\b(?![^,;.]*\b(?:graag|liever|liefst|wil)\b)[^,;.]*\bvrij\b"
    r"(?! (?:om|voor werk)\b)|\bvrij (?:ben|heb) ik\b"
)
"""A day off, or a day that somebody can work: "maandag ben ik vrij" says either."""
_FREE_TO = re.compile(r"\bvrij (?:om|voor)\b")
_HARD = re.compile(r"\b(?:lastig|moeilijk|onmogelijk|druk|slecht|vervelend)\b")
"""What says no without a no: "ochtenden zijn lastig"."""
_NOTHING = re.compile(r"\b(?:(?:niks|niets) voor (?:mij|me)|vind (?:ik )?(?:\w+ )?(?:niks|niets))\b")
_LESSER = re.compile(
    r"\b(?:liever|liefst|beter)\b[^,;.]*?(?P<than>\bdan (?!ook\b|kan\b|heb\b|ben\b|is\b|wil\b|werk\b|ga\b)[^,;.]*)"
)
"""What is liked less: "liever overdag dan 's avonds"."""
_OWN_DAYS = re.compile(rf"{NUMBER} dagen\b.*\b(?:elke|iedere) dag\b")
"""Each of the days that somebody works, and not all seven."""
_AND = re.compile(
    r"\ben\b|(?<=wel|iet|oed) (?=\w{0,9}(?:dag|ochtend|middag|avond|nacht) (?:kan |is |mag )?(?:wel|niet|goed)\b)"
)
"""Where a new thought can start: "ma kan ik niet en di wel", "ochtend goed middag goed avond niet"."""
_DAYLIKE = re.compile(r"dag|ochtend|morgen|middag|avond|nacht|week|\b(?:ma|di|wo|do|vr|za|zo)\b")
_STANCE = re.compile(
    r"\b(?:kan|lukt|past|gaat|mag|is|zijn|wel|niet|geen|goed|behalve|nooit)\b|"
    r"\b(?:werk|wil|heb|ben|doe) ik\b|\bik (?:werk|wil|heb|ben|doe)\b"
)
"""What a part of a sentence says of its days: yes, no, or something else."""
_FIRST_NO = re.compile(r"\W*(?:ook |liever |dus )?(?:niet|geen) ")
"""A no that stands first is one to what follows it alone: "in de ochtend en niet op vrijdag"."""
_ENDS_IN_DAY = re.compile(rf"(?:\w*(?:{_DAYLIKE.pattern})\w*)\W*$")
_OWN_VERB = re.compile(
    r"\b(?:kan|werk|wil|heb|ben|doe|ga|moet) ik\b|\bik (?:kan|werk|wil|heb|ben|ga|moet)\b|\b(?:is|lukt|kan) het\b"
)
_WORKS_ON = re.compile(r"\b(?:wil|kan|werk)\b.*\bwerken\b|\bwerk\b.*\btot\b")
"""That somebody works on the days that follow: "ik kan werken op maandag en vrijdag niet"."""
_ONLY = WEEKEND_WORK | {"alleen", "enkel", "only"}
_NEAR = 60
"""How far from an "en" is looked."""
_NOT_SOONER = re.compile(
    rf"\bniet (?:voor|eerder dan|vroeger dan) (?:{NUMBER}|half \w+)(?: uur)?(?: '?s| in de)? (?:ochtend|ochtends|"
    rf"morgens)\b"
)
"""A no to an hour of the morning is none to the morning: "niet voor 9 uur 's ochtends"."""


@dataclass(slots=True, repr=False)
class Clause:
    """What one part of a sentence names: days, parts of the day, the weekend; or always.

    `usual`: the days that are meant where none is named: those of school.
    """

    days: set[str]
    usual: set[str]
    parts: set[str]
    weekend: bool
    always: bool
    taken: bool
    free: bool
    negative: bool
    only: bool
    also: bool


def clauses(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Cut the sentence where a new thought starts, also at an "en" between two that each say something of a day."""
    start, text = 0, sentence.folded
    lesser = _LESSER.search(text)
    out = lesser.span("than") if lesser else (len(text), len(text))
    for cut in (*_CLAUSE.finditer(text), None):
        end = cut.start() if cut else len(text)
        if start < out[0] < end:
            end = out[0]
        for joint in _AND.finditer(text, start, end):
            if _are_two(text[max(start, joint.start() - _NEAR) : joint.start()], text[joint.end() : end][:_NEAR]):
                yield text[start : joint.start()], start, joint.start()
                start = joint.end()
        yield text[start:end], start, end
        start = cut.end() if cut else end


def _are_two(one: str, other: str) -> bool:
    """Say whether both name days and say something of them: not in "ik kan maandag en dinsdag niet"."""
    if _FIRST_NO.match(other):
        return _DAYLIKE.search(one) is not None and _DAYLIKE.search(other) is not None
    if _ENDS_IN_DAY.search(one) and not (_OWN_VERB.search(other) or _WORKS_ON.search(one)):
        return False
    return _says_of_day(other) and any(map(_says_of_day, one.split(" en ")))


def _says_of_day(text: str) -> bool:
    """Say whether a part of a sentence names a day and says something of it."""
    return _DAYLIKE.search(text) is not None and (_STANCE.search(text) is not None or is_taken(text))


def read_clause(sentence: Sentence, text: str, span: tuple[int, int], *, short: bool) -> Clause:
    """Read one part of the sentence."""
    off, free = _OFF.search(text) is not None, _FREE.search(text) is not None
    taken = is_taken(text) and SCHOOL.search(text) is None
    no_friday = off or free or _FREE_TO.search(text) is not None
    tokens = [
        token
        for token in sentence.tokens
        if span[0] <= token.start < span[1] and not (no_friday and token.text == "vrij")
    ]
    words = [token.text for token in tokens]
    days = _named_days(sentence, tokens, short=short)
    parts = {part for word in words for part in PARTS_BY_WORD.get(word, ())}
    if NO.isdisjoint(words) and not (off or taken):
        parts.update(
            part for word in words if word in LONG for end, part in _ENDINGS if word.endswith((end, end + "en"))
        )
    for pattern, more_days, more_parts in _EXPRESSIONS:
        if pattern.search(text):
            days.update(more_days)
            parts.update(more_parts)
    at_school = SCHOOL.search(text) is not None and OUT_OF_SCHOOL.search(text) is None
    parts.update(PARTS_OF_DAY[:2] if at_school else ())
    every = ALL_DAYS.search(text)
    if every and ((days and "ook" not in words) or _OWN_DAYS.search(text)):  # "op maandag kan ik altijd" names one day
        every = None
    if every and every.group() != "altijd":
        days.update(WEEK)
    return Clause(
        days,
        set(WEEK[:5] if at_school else ()),
        parts,
        weekend=any(word.startswith("weekend") or word in {"wekend", "weekeind", "wikend"} for word in words),
        always=every is not None and every.group() == "altijd",
        taken=taken and NO.isdisjoint(words) and (not off or CHILD_IS.search(text) is not None),
        free=free and not taken,
        negative=_is_negative(text, words) or taken or (off and not free),
        only=not _ONLY.isdisjoint(words),
        also="ook" in words,
    )


def says_no(text: str) -> bool:
    """Say whether a part of a sentence refuses, or says what somebody does instead of working."""
    return _is_negative(text, words_of(text).split()) or is_taken(text)


def _is_negative(text: str, words: list[str]) -> bool:
    """Say whether a part of a sentence says no; "niet lastig" does not."""
    if NO_MATTER.search(text) or _NOT_SOONER.search(text) or OUT_OF_SCHOOL.search(text):
        return False
    if _NOTHING.search(text):
        return True
    return NO.isdisjoint(words) == (_HARD.search(text) is not None)


def _named_days(sentence: Sentence, tokens: list[Token], *, short: bool) -> set[str]:
    """Give the days that are named, and those between the ends of a range."""
    named = [(token, day) for token in tokens if (day := day_of(token.text, short=short))]
    days = {day for _, day in named}
    joints = [sentence.folded[first.end : second.start] for (first, _one), (second, _two) in pairwise(named)]
    for at, ((_first, one), (_second, two)) in enumerate(pairwise(named)):
        if _is_range(joints[at]) and (joints[at] != "-" or joints.count("-") == 1):  # "ma-wo-vr" is a list
            start, end = WEEK.index(one), WEEK.index(two)
            days.update(WEEK[start : end + 1] if start <= end else WEEK[start:] + WEEK[: end + 1])
    return days


def _is_range(between: str) -> bool:
    """Say whether what stands between two days makes a range of them."""
    return re.fullmatch(r"\s*(?:-|t/m|tm|tot|tot en met|t\.?m\.?|to)\s*", between) is not None
