"""Days of the week and parts of the day: `days` [ma..zo] and `dayparts` [morning afternoon evening night weekend]."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.nlu.parse import Entity
from bot.nlu.wording import FILLERS, is_indifferent, is_question, whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.nlu.sentence import Sentence, Token

WEEK = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("morning", "afternoon", "evening", "night", "weekend")
_FULL_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LONG = {
    form: day
    for day, name in zip(WEEK, _FULL_NAMES, strict=True)
    for form in (name, name + "en", name + "s", name[:-1] + "ch", name + "ochtend", name + "middag", name + "avond")
} | {
    "monday": "ma", "tuesday": "di", "wednesday": "wo", "thursday": "do", "friday": "vr", "saturday": "za",
    "sunday": "zo", "wonsdag": "wo", "saterdag": "za", "sondag": "zo", "vrydag": "vr", "mandag": "ma", "dindag": "di",
}  # fmt: skip
_SHORT = {**{day: day for day in WEEK}, "maa": "ma", "din": "di", "woe": "wo", "don": "do", "vrij": "vr", "vri": "vr",
          "zat": "za", "zon": "zo"}  # fmt: skip
_SHORT_PLAIN = frozenset({"zo", "do", "di", "ma", "wo", "vr", "za"})
_PARTS: dict[str, tuple[str, ...]] = {
    "ochtend": ("morning",), "ochtends": ("morning",), "ochtenden": ("morning",), "morgens": ("morning",),
    "ochtenddienst": ("morning",), "voormiddag": ("morning",), "morning": ("morning",), "ochtent": ("morning",),
    "middag": ("afternoon",), "middags": ("afternoon",), "middagen": ("afternoon",), "namiddag": ("afternoon",),
    "middagdienst": ("afternoon",), "afternoon": ("afternoon",), "midag": ("afternoon",),
    "avond": ("evening",), "avonds": ("evening",), "avonden": ("evening",), "avonddienst": ("evening",),
    "avonddiensten": ("evening",), "evening": ("evening",), "avont": ("evening",),
    "nacht": ("night",), "nachts": ("night",), "nachten": ("night",), "nachtdienst": ("night",), "night": ("night",),
    "nachtdiensten": ("night",), "nachtwerk": ("night",), "overdag": ("morning", "afternoon"),
    "dagdienst": ("morning", "afternoon"), "dagdiensten": ("morning", "afternoon"), "daytime": ("morning", "afternoon"),
}  # fmt: skip
_WEEKDAYS = re.compile(r"\b(?:door ?de ?weeks?e?|werkdagen|weekdagen|week dagen|werk dagen|doordeweekse dagen)\b")
_ALL_DAYS = re.compile(
    r"\b(?:alle dagen|elke dag|iedere dag|hele week|7 dagen|zeven dagen|alle 7|elke dagen|every ?day|all days|"
    r"dagelijks|altijd)\b"
)
_SCHOOL = re.compile(r"\bschool ?(?:tijden|tijd|uren)\b|\bkinderen (?:op|naar) school\b|\bterwijl .{0,20}op school\b")
_ENDINGS = (("ochtend", "morning"), ("middag", "afternoon"), ("avond", "evening"))
_EXPRESSIONS: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (_WEEKDAYS, WEEK[:5], ()),
    (_ALL_DAYS, WEEK, ()),
    (_SCHOOL, WEEK[:5], ("morning", "afternoon")),
    (re.compile(r"\bvroege diensten?\b"), (), ("morning",)),
    (re.compile(r"\blate diensten?\b"), (), ("evening",)),
)
_CLAUSE = re.compile(r"[.;,!\n]+|\bmaar\b|(?=\bbehalve\b)|(?=\buitgezonderd\b)|(?=\bzonder\b)|(?=\bexcept\b)")
_NO_MATTER = re.compile(r"\b(?:niet erg|geen probleem|geen bezwaar)\b")
_RANGE_WORDS = frozenset({"t", "tm", "tot", "m", "en", "met", "to"})
_NO = frozenset("niet nit niets geen behalve uitgezonderd zonder nooit not except no nie liefstniet".split())
_BESIDE_SHORT = FILLERS.union(_SHORT, _LONG, _PARTS, _NO, _RANGE_WORDS, ("werken", "dagen", "weekend", "s", "elke"))
"""Words beside which "zo" and "do" are days; in other company they are just words."""
_START = frozenset("beginnen begin begint starten start start vanaf per tot sinds afspraak gesprek".split())
_ABOUT_WORK = frozenset(
    "werken werk beschikbaar kan elke iedere altijd alleen dagen alle liefst liever voorkeur niet geen behalve".split()
)
_TIMES = re.compile(
    r"\b(?:van|tussen|vanaf)?\s*(?P<a>\d{1,2})(?:[.:]\d\d)?\s*(?:uur|u)?\s*(?:tot|-|en|t/m)\s*(?P<b>\d{1,2})"
    r"(?:[.:]\d\d)?(?:\s*(?:uur|u)\b)?"
)
_UNTIL = re.compile(r"\btot (?:een uur of )?(?P<b>\d{1,2})(?:[.:]\d\d)?\s*(?:uur|u)?\b")
_HOURS_OF = {"morning": range(6, 12), "afternoon": range(12, 18), "evening": range(18, 23)}


@dataclass(slots=True)
class _Clause:
    """What one part of a sentence names: days, parts of the day, the weekend."""

    days: set[str]
    parts: set[str]
    weekend: bool
    negative: bool
    only: bool
    also: bool


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find days and parts of the day that are clearly about when somebody works."""
    del today
    words = sentence.words
    long_days = {_LONG[word] for word in words if word in _LONG}
    short_days = {word for word in words if word in _SHORT_PLAIN}
    ranged = len(short_days) > 1 and _short_list(sentence)
    named = bool(long_days) or ranged or not words.isdisjoint(_PARTS)
    phrase = (
        "weekend" in words
        or "weekenden" in words
        or _WEEKDAYS.search(sentence.folded)
        or ("dag" in sentence.folded and re.search(r"\b(?:alle dagen|elke dag|iedere dag)\b", sentence.folded))
        or _SCHOOL.search(sentence.folded)
    )
    if (not named and not phrase) or is_question(sentence):
        return []
    if len(long_days) == 1 and not ranged and (not words.isdisjoint(_START) or words.isdisjoint(_ABOUT_WORK)):
        return []
    if words.isdisjoint(_ABOUT_WORK) and len(long_days) + len(short_days) < 2 and len(sentence.tokens) > 6:  # noqa: PLR2004 - a short sentence is about this alone
        return []
    if re.search(
        r"\b(?:goede ?(?:morgen|middag|avond)|fijne|prettig|vandaag|morgen|gisteren|vanavond)\b", sentence.plain
    ):
        return []
    days, parts = _read(sentence, short=ranged)
    start, end = _span(sentence, short=ranged)
    found = [Entity("days", start, end, days)] if days else []
    if parts:
        found.append(Entity("dayparts", start, end, parts))
    return found


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to which days and parts of the day: one entity with both; empty lists mean no wish."""
    del today
    if is_question(sentence) or not sentence.tokens:
        return None
    short = _short_list(sentence) or _names_days_only(sentence)
    days, parts = _read(sentence, short=short)
    if not days and not parts:
        parts = _from_times(sentence.folded)
    if days or parts or is_indifferent(sentence) or _ALL_DAYS.search(sentence.folded):
        start, end = _span(sentence, short=short)
        return Entity("days", start, end, {"days": days, "dayparts": parts})
    if re.search(r"^(?:ik kan )?(?:alles|altijd)(?: kan| mag| is goed)?$", sentence.plain):
        return whole(sentence, "days", {"days": [], "dayparts": []})
    return None


def _day_of(word: str, *, short: bool) -> str | None:
    """Give the day that a word names, allowing for spelling in longer words."""
    if word in _LONG:
        return _LONG[word]
    if short and word in _SHORT:
        return _SHORT[word]
    if len(word) > 5 and word not in FILLERS and word not in _PARTS and "da" in word:  # noqa: PLR2004 - shorter words are too alike
        best = max(_FULL_NAMES, key=lambda name: fuzz.ratio(word, name))
        if fuzz.ratio(word, best) >= 80 and word[0] in best[0] + "s":  # noqa: PLR2004 - one or two letters differ
            return _LONG[best]
    return None


def _names_days_only(sentence: Sentence) -> bool:
    """Say whether short words are days here: not "zo" in "ik doe dit zo"."""
    if not sentence.words <= _BESIDE_SHORT:
        return False
    words = sentence.words & {"zo", "do"}
    return len(sentence.tokens) == 1 or not words or not sentence.words.isdisjoint(_NO | {"op", "alleen", "en"})


def _short_list(sentence: Sentence) -> bool:
    """Say whether short names of days stand next to each other: "ma di wo", "ma t/m vr"."""
    places = [at for at, token in enumerate(sentence.tokens) if token.text in _SHORT_PLAIN]
    return any(
        all(between.text in _RANGE_WORDS for between in sentence.tokens[one + 1 : two]) for one, two in pairwise(places)
    )


def _clauses(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Cut the sentence where a new thought starts."""
    start = 0
    for cut in _CLAUSE.finditer(sentence.folded):
        yield sentence.folded[start : cut.start()], start, cut.start()
        start = cut.end()
    yield sentence.folded[start:], start, len(sentence.folded)


def _clause(sentence: Sentence, text: str, span: tuple[int, int], *, short: bool) -> _Clause:
    """Read one part of the sentence."""
    tokens = [token for token in sentence.tokens if span[0] <= token.start < span[1]]
    words = [token.text for token in tokens]
    days = _named_days(sentence, tokens, short=short)
    parts = {part for word in words for part in _PARTS.get(word, ())}
    if _NO.isdisjoint(words):
        parts.update(part for word in words if word in _LONG for end, part in _ENDINGS if word.endswith(end))
    for pattern, more_days, more_parts in _EXPRESSIONS:
        if pattern.search(text):
            days.update(more_days)
            parts.update(more_parts)
    return _Clause(
        days,
        parts,
        weekend=any(word.startswith("weekend") or word in {"wekend", "weekeind", "wikend"} for word in words),
        negative=not _NO.isdisjoint(words) and _NO_MATTER.search(text) is None,
        only="alleen" in words or "enkel" in words or "only" in words,
        also="ook" in words,
    )


def _named_days(sentence: Sentence, tokens: list[Token], *, short: bool) -> set[str]:
    """Give the days that are named, and those between the ends of a range."""
    named = [(token, day) for token in tokens if (day := _day_of(token.text, short=short))]
    days = {day for _, day in named}
    for (first, one), (second, two) in pairwise(named):
        if _is_range(sentence.folded[first.end : second.start]):
            start, end = WEEK.index(one), WEEK.index(two)
            days.update(WEEK[start : end + 1] if start <= end else WEEK[start:] + WEEK[: end + 1])
    return days


def _is_range(between: str) -> bool:
    """Say whether what stands between two days makes a range of them."""
    return re.fullmatch(r"\s*(?:-|t/m|tm|tot|tot en met|t\.?m\.?|to)\s*", between) is not None


def _read(sentence: Sentence, *, short: bool) -> tuple[list[str], list[str]]:
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
            if (
                clause.negative
                and before
                and not before.negative
                and re.fullmatch(
                    r"\W*(?:niet|"
                    r"liever niet)\W*",
                    text,
                )
            ):
                no_days |= before.days
                days -= before.days
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
    if no_days and (not days or everything):
        days = set(WEEK)
    if no_parts and (not parts or everything):
        parts = set(PARTS)
    days -= no_days
    parts -= no_parts
    if {"za", "zo"} <= no_days:
        parts.discard("weekend")
    return [day for day in WEEK if day in days], [part for part in PARTS if part in parts]


def _continues(before: _Clause | None, clause: _Clause, text: str, sign: str) -> bool:
    """Say whether one more day behind a comma is refused too: "niet op maandag, dinsdag"."""
    if before is None or not before.negative or sign != ",":
        return False
    alone = len(clause.days) == 1 and not clause.parts and not clause.weekend
    return alone and "wel" not in text.split()


def _from_times(text: str) -> list[str]:
    """Give the parts of the day that "van 9 tot 5" or "tot 15 uur" covers."""
    times = _TIMES.search(text)
    if times:
        first, last = int(times["a"]), int(times["b"])
    else:
        until = _UNTIL.search(text)
        if until is None:
            return []
        first, last = 8, int(until["b"])
    if last <= first:
        last += 12
    if not (0 <= first < last <= 24):  # noqa: PLR2004 - a day has 24 hours
        return []
    return [part for part, hours in _HOURS_OF.items() if set(hours) & set(range(first, last))]


def _span(sentence: Sentence, *, short: bool) -> tuple[int, int]:
    """Give where the first and the last word about days stand; the whole sentence when no one word says it."""
    about = [
        token
        for token in sentence.tokens
        if _day_of(token.text, short=short) or token.text in _PARTS or token.text.startswith(("weekend", "dag", "week"))
    ] or list(sentence.tokens)
    return about[0].start, about[-1].end
