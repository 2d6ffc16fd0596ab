"""The words for days of the week and for parts of the day, and which day a word names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.nlu.wording import FILLERS, NOT

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

WEEK = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("morning", "afternoon", "evening", "night", "weekend")
PARTS_OF_DAY = PARTS[:4]
_FULL_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PARTS_BEHIND = ("ochtend", "morgen", "middag", "avond", "nacht", "ochtenden", "middagen", "avonden", "nachten")
LONG = {
    form: day
    for day, name in zip(WEEK, _FULL_NAMES, strict=True)
    for form in (name, name + "en", name + "s", name[:-1] + "ch", *(name + part for part in _PARTS_BEHIND))
} | {form: day for day, name in zip(WEEK, _ENGLISH, strict=True) for form in (name, name + "s")} | {
    "wonsdag": "wo", "saterdag": "za", "sondag": "zo", "vrydag": "vr", "mandag": "ma", "dindag": "di",
}  # fmt: skip
_SHORT = {**{day: day for day in WEEK}, "maa": "ma", "din": "di", "woe": "wo", "don": "do", "vrij": "vr", "vri": "vr",
          "zat": "za", "zon": "zo"}  # fmt: skip
SHORT_PLAIN = frozenset({"zo", "do", "di", "ma", "wo", "vr", "za"})
PARTS_BY_WORD: dict[str, tuple[str, ...]] = {
    "ochtend": ("morning",), "ochtends": ("morning",), "ochtenden": ("morning",), "morgens": ("morning",),
    "voormiddag": ("morning",), "morning": ("morning",), "ochtent": ("morning",),
    "middag": ("afternoon",), "middags": ("afternoon",), "middagen": ("afternoon",), "namiddag": ("afternoon",),
    "afternoon": ("afternoon",), "midag": ("afternoon",),
    "avond": ("evening",), "avonds": ("evening",), "avonden": ("evening",), "evening": ("evening",),
    "avont": ("evening",),
    "nacht": ("night",), "nachts": ("night",), "nachten": ("night",), "night": ("night",),
    "overdag": ("morning", "afternoon"), "daytime": ("morning", "afternoon"),
    "smorgens": ("morning",), "smiddags": ("afternoon",), "savonds": ("evening",), "snachts": ("night",),
} | {
    before + work: parts
    for before, parts in (("ochtend", ("morning",)), ("middag", ("afternoon",)), ("avond", ("evening",)),
                          ("nacht", ("night",)), ("dag", ("morning", "afternoon")))
    for work in ("werk", "dienst", "diensten", "ploeg", "uren", "baan", "baantje", "shift", "shifts")
    if before + work != "daguren"
}  # fmt: skip
WEEKDAYS = re.compile(
    r"\b(?:door ?de ?weeks?e?|werkdagen|weekdagen|week dagen|werk dagen|doordeweekse dagen|hafta ici)\b"
)
ALL_DAYS = re.compile(
    r"\b(?:alle dagen|(?:elke|iedere|alle) dag(?! (?:\w+ ){0,3}(?:minuten|min|kwartier|km|kilometer)\b)|"
    r"hele week|(?<!over )(?<!binnen )(?<!na )(?:7|zeven) (?:de )?dagen(?! geleden)|"
    r"alle 7|elke dagen|every ?day|all days|"
    r"dagelijks|altijd)\b"
)
SCHOOL = re.compile(
    r"\bschool ?(?:tijden|tijd|uren)\b|^\W*(?:(?:mijn|de|t|als) )*(?:kinderen|kind|zoon|dochter|kids) "
    r"(?:(?:is|zijn|zit|zitten) )?"
    r"(?:op|naar|in) (?:de )?school\b|"
    r"\b(?:als|wanneer|terwijl|zolang) [^,;.]{0,30}\b(?:op|naar|in) (?:de )?school\b"
)
OUT_OF_SCHOOL = re.compile(
    r"\b(?:buiten|na|niet (?:onder|tijdens|tussen|in|op)) (?:de )?school ?(?:tijden|tijd|uren)\b"
)
"""When the children are at home."""
WEEKEND_WORK = frozenset({"weekendwerk", "weekendbaan", "weekendbaantje", "weekendhulp", "weekendkracht"})
WEEKEND = WEEKEND_WORK | {"weekend", "weekenden", "weekends"}
SHIFTS = re.compile(r"\b(?:vroege|late) dienst(?:en)?\b")
RANGE_WORDS = frozenset({"t", "tm", "tot", "m", "en", "met", "to"})
NO = frozenset("niets behalve uitgezonderd zonder except liefstniet".split()).union(NOT.split("|"))
_BESIDE_SHORT = FILLERS.union(_SHORT, LONG, PARTS_BY_WORD, NO, RANGE_WORDS, ("werken", "dagen", "weekend", "s", "elke"))
"""Words beside which "zo" and "do" are days; in other company they are just words."""


def day_of(word: str, *, short: bool) -> str | None:
    """Give the day that a word names, allowing for spelling in longer words."""
    if word in LONG:
        return LONG[word]
    if short and word in _SHORT:
        return _SHORT[word]
    if len(word) > 5 and word not in FILLERS and word not in PARTS_BY_WORD and "da" in word:  # noqa: PLR2004 - shorter words are too alike
        best = max(_FULL_NAMES, key=lambda name: fuzz.ratio(word, name))
        if fuzz.ratio(word, best) >= 80 and word[0] in best[0] + "s":  # noqa: PLR2004 - one or two letters differ
            return LONG[best]
    return None


def names_days_only(sentence: Sentence) -> bool:
    """Say whether short words are days here: not "zo" in "ik doe dit zo"."""
    if not sentence.words <= _BESIDE_SHORT:
        return False
    words = sentence.words & {"zo", "do"}
    return len(sentence.tokens) == 1 or not words or not sentence.words.isdisjoint(NO | {"op", "alleen", "en"})


def short_list(sentence: Sentence) -> bool:
    """Say whether short names of days stand next to each other: "ma di wo", "ma t/m vr"."""
    places = [at for at, token in enumerate(sentence.tokens) if token.text in SHORT_PLAIN]
    return any(
        all(between.text in RANGE_WORDS for between in sentence.tokens[one + 1 : two]) for one, two in pairwise(places)
    )
