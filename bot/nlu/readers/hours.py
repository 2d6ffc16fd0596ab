"""Hours a week: {"min", "max"}, null where a side is open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.nlu.numbers import HAS_NUMBER, NUMBER, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.bounds import around, bounded, instead, limit, preferred
from bot.nlu.readers.clock import times_of_day, without_times
from bot.nlu.readers.day_sum import wanted
from bot.nlu.readers.day_taken import is_doing
from bot.nlu.readers.day_words import WEEK, short_list
from bot.nlu.readers.hours_also import one_or_more
from bot.nlu.readers.hours_counted import HELPED, LOW, MOST, UNIT, counted, in_times, total
from bot.nlu.readers.hours_in_days import WEEKLY, in_days
from bot.nlu.readers.hours_named import named
from bot.nlu.readers.hours_range import BARE_RANGE, RANGE
from bot.nlu.wording import is_indifferent, is_question, of_oneself, only_fillers, whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_WEEKS_IN_MONTH, _LEAST_SPOTTED = 4.35, 4
_ONE = re.compile(f"{LOW}{UNIT}")
_ABOUT = re.compile(
    rf"\b(?:(?:een|n) (?:uur|uurtje)|(?<!\d )uurtje|(?:zo'?n|maar|ongeveer|rond) uur|^uur) of {LOW}(?!{UNIT})"
)
"""An estimate, of a number that can be called as well: "een uur of 20"."""
_EVERY_DAY = re.compile(r"\b(?:(?:elke?|iedere?|alle) (?:werk)?dag(?:en)?|dagelijks)\W+(?:ongeveer )?$")
_EACH_BEFORE = re.compile(r"(?<!uur )(?<!uren )(?<!u )\bper dag(?: [^\W\d_]+){0,3} ?$")
_EACH_OF = re.compile(r"\b(?:allebei|beide|elk|ieder|telkens|steeds)(?: dagen)?\W+(?:ongeveer )?$")
"""So many hours on each of the days that are named."""
_PER_WEEKS = re.compile(rf"^\W*(?:per|in de|in) (?P<weeks>{NUMBER}) weken\b")
_PER_MONTH = re.compile(r"^\W*(?:per|in de|in een|a|elke|iedere) ?(?:maand|month|mnd)\b")
_BOUND = re.compile(
    r"\b(?:niet meer (?:dan|als)|niet boven(?: de)?|niet minder (?:dan|als)|minder (?:dan|als)|meer (?:dan|als)|"
    r"ik bedoel(?:de)?|bedoel ik|bedoelde ik|nee|ja)\b"
)
"""What may stand around a number alone besides the words of `_AROUND`."""
_CLOCK = re.compile(r"\b(?:van|tussen|vanaf)\W*$")
_FEW = re.compile(
    r"^(?:ik wil |wil |liefst |maar )*(?:niet (?:zo |heel |te )?veel|weinig|(?:een )?paar|(?:een )?(?:klein )?beetje|"
    r"(?:een )?klein baantje)(?: uur| uren| uurtjes)?(?: werken)?$"
)
_OTHER_BEFORE = re.compile(
    r"\b(?:om|over|binnen|na|sinds|vanaf|tot|van|elke|ieder|iedere|het|dit|al|nog|reis|reizen|fiets|fietsen|"
    r"lopen|rijden|tussen|niet voor)\W*(?:ongeveer |half |een )?$"
)
_JOB_OF = re.compile(r"\b(?:baan|baantje|bijbaan|werk|contract|functie|iets) van\W*(?:ongeveer |circa |zo n )?$")
_OTHER_AFTER = re.compile(
    r"^[^\w,;.]*(?:per nacht|geleden|later|['’]?s (?:ochtends|morgens|middags|avonds|nachts)|reis|reizen|"
    r"reistijd|rijden|fiets|fietsen|lopen|met de|met het|onderweg|slapen|gewacht|wachten|enkele|heen|"
    r"in de (?:bus|trein|auto)|van huis|in de (?:ochtend|middag|avond|nacht|morgen)|staan|zitten|weg)"
)
_GETS_HELP = re.compile(
    r"\b(?:heb|krijg|krijgt|kreeg|ontvang) (?:ik )?(?:\w+ ){0,2}(?:\w*hulp|begeleiding|thuiszorg)\b|"
    r"\b(?:\w*hulp|begeleiding|begeleider|thuiszorg)(?: in de huishouding)? (?:komt|krijg|heb)\b"
)
"""Who says that others help them: so many hours are theirs."""
_WISHED = frozenset("wil zou zoek graag als werken werk kan doen liefst geven".split())
_PER_DAY = re.compile(r"^\W*(?:per|op een|op 1|in een|elke|a|each|iedere) (?:dag|day)\b")
CUES = frozenset(
    """uur uhr uren uurtje uurtjes u hours hour hrs ure oer uurs saat godzin hodyn hodyny godyn chasov dagen dage dag
    days daags full fulltime fultime fulltijd fulltimer foltaim voltijd voltijds vol week part parttime partijm
    partaim partime parttimer deeltijd deeltijds deel bijbaan bijbaantje halftime halftijds half x maal keer
    ochtenden middagen avonden nachten ochtend parttijm""".split()
) | {
    time + job
    for time in ("fulltime", "voltijd", "parttime", "deeltijd")
    for job in ("baan", "baantje", "werk", "functie")
}
_AROUND = frozenset(
    """uur uhr uren u week werken werk werkt max maximaal minimaal minstens hoogstens minder meer tot vanaf tussen rond
    rondom a elke weken ure mss misschien lukt lukken denken ben beschikbaar genoeg maximum minimum dan tenminste
    full time hours plus min samen totaal hooguit iets hoeveel""".split()
)
_OF_ONESELF = frozenset("ben was heb had woon".split())
"""What counts something else than hours: "24 uur, ik ben ook 40"."""
_HOW = frozenset("hoeveel wat hoe waarom wanneer welke".split())
_CUT = re.compile(r"[,;.]|\b(?:want|omdat|maar|dus|anders)\b")
_TOO = re.compile(r"\bte ?(?:veel|lang|weinig)\b")
FEW = ({"min": 8, "max": 16}, {"min": 16, "max": 24})
"""What "niet zo veel" can mean."""


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find hours that are said with a clear cue."""
    del today
    return one_or_more(sentence, _spotted, _read_alone)


def _read_alone(part: Sentence) -> list[Entity]:
    """Read hours in a part of a sentence in which another part names hours."""
    return _spotted(part) or (_bare(part) if part.words.isdisjoint(_OF_ONESELF) else [])


def _spotted(sentence: Sentence) -> list[Entity]:
    if sentence.words.isdisjoint(CUES) or times_of_day(sentence) or _asks_how(sentence):
        return []
    sentence = without_times(of_oneself(sentence), likely=True)
    found = total(sentence) or counted(sentence) or _with_unit(sentence, strict=True) or named(sentence, strict=True)
    found = found or in_days(sentence, strict=True)
    if _is_too_much(sentence, found):
        return []
    return [entity for entity in found if not (entity.unsure or is_doing(_partaround(sentence.folded, entity.start)))]


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how many hours a week somebody wants to work."""
    sentence = of_oneself(sentence)
    found = spot(sentence, today)
    if (not found and is_question(sentence)) or _is_too_much(sentence, found):
        return None
    found = found or in_times(sentence)
    for likely in (True, False):
        kept = without_times(sentence, likely=likely)
        found = found or _asked(kept)
        if found and is_doing(_partaround(sentence.folded, found[0].start)):
            return None
        if found:
            return found[0] if likely else replace(found[0], unsure=True)
        if kept is sentence:
            break
    if _FEW.search(sentence.plain):
        return whole(sentence, "hours", FEW[0], FEW)
    if is_indifferent(sentence):
        return whole(sentence, "hours", {"min": None, "max": None})
    return None


def _asked(sentence: Sentence) -> list[Entity]:
    """Find hours where these were asked for."""
    return one_or_more(sentence, _asked_once, _asked_once)


def _asked_once(sentence: Sentence) -> list[Entity]:
    return (
        total(sentence)
        or counted(sentence)
        or _with_unit(sentence, strict=False)
        or named(sentence, strict=False)
        or in_days(sentence, strict=False)
        or _bare(sentence)
    )


def _asks_how(sentence: Sentence) -> bool:
    """Tell "hoeveel uur is fulltime?" from "mag ik 20 uur werken?", which says what somebody wants."""
    return sentence.tokens[0].text in _HOW and is_question(sentence)


def _is_too_much(sentence: Sentence, found: list[Entity]) -> bool:
    """Say whether an amount is too much or too little; what another part of the sentence says is not about it."""
    if not _TOO.search(sentence.folded):
        return False
    if not found:
        return True
    return _TOO.search(_partaround(sentence.folded, found[0].start)) is not None


def _partaround(text: str, at: int) -> str:
    """Give the part of a sentence, between commas and the like, in which something stands."""
    cuts = [cut.span() for cut in _CUT.finditer(text)]
    start = max((end for _, end in cuts if end <= at), default=0)
    return text[start : min((cut for cut, _ in cuts if cut > at), default=len(text))]


def _with_unit(sentence: Sentence, *, strict: bool) -> list[Entity]:
    """Find "24 uur" and "20 à 30 uur", or the number that comes in their place; not a time of day or a journey."""
    text = sentence.folded
    rather = preferred(text)
    if rather and _ONE.search(text):
        match = RANGE.match(text, rather.start("low")) or re.compile(LOW).match(text, rather.start("low"))
        found = _hours_at(sentence, match, strict=strict) if match else None
        if found:
            return [found]
    for pattern in (RANGE, _ABOUT, _ONE):
        for match in pattern.finditer(text):
            bound = limit(*around(text, match))
            if _is_something_else(sentence, match, bound) or (strict and match["low"] == "paar"):
                continue
            found = _instead(text, match.end()) if bound == "not" else _hours_at(sentence, match, strict=strict)
            if found:
                return [found]
    return []


def _is_something_else(sentence: Sentence, match: re.Match[str], bound: str | None) -> bool:
    """Say whether it is a time of day, a journey or a wait."""
    before, after = around(sentence.folded, match)
    ranged = match.re is RANGE
    other = (
        _OTHER_BEFORE.search(before) is not None
        and not _JOB_OF.search(before)
        and (not ranged or before.rstrip().endswith(("om", "tot")))
    )
    weekly = WEEKLY.match(after) is not None or (bound is not None and "werken" in sentence.words)
    helped = _WISHED.isdisjoint(sentence.words) and (
        HELPED.match(after) is not None or _GETS_HELP.search(sentence.folded) is not None
    )
    return helped or _OTHER_AFTER.match(after) is not None or (other and not weekly)


def _hours_at(sentence: Sentence, match: re.Match[str], *, strict: bool) -> Entity | None:
    """Read hours a week where they stand; those of a month or of each day are a guess."""
    before, after = around(sentence.folded, match)
    weekly, ranged = WEEKLY.match(after) is not None, match.re is RANGE
    value = _value(sentence, match)
    if value and strict and not weekly and _may_be_a_time(value, before, sentence):
        return None
    per = None if value else _per_longer(match, after)
    if per:
        return Entity("hours", match.start(), match.end(), per, unsure=True)
    if (
        value
        and _EVERY_DAY.search(before)
        and value["min"] == value_of(match["low"])
        and not ranged
        and value["min"]
        and value["min"] * 5 <= MOST
    ):
        week = {"min": value["min"] * 5, "max": value["min"] * 5}  # whether the weekend counts is a guess
        return Entity("hours", match.start(), match.end(), week, unsure=True)
    if value and (ranged or weekly or _plausible_alone(match, after)):
        return Entity("hours", match.start(), match.end(), value)
    return None


def _instead(text: str, at: int) -> Entity | None:
    """Read the number that comes in the place of hours that were refused, or that are past."""
    match = instead(text[at:])
    count = value_of(match["low"]) if match else 0
    if match is None or not _LEAST_SPOTTED <= count <= MOST:
        return None
    start, end = at + match.start("low"), at + match.end("low")
    bound = limit(text[at:start], text[end:])
    return None if bound == "not" else Entity("hours", start, end, bounded(count, count, bound))


def _may_be_a_time(value: dict[str, Any], before: str, sentence: Sentence) -> bool:
    """Tell "van 9 tot 15 uur" and "2 uur" from hours of work, where nobody asked for these."""
    if not sentence.words.isdisjoint({"werken", "werk", "week"}):
        return False
    low, high = value["min"], value["max"]
    if low and high and low < high:
        return _CLOCK.search(before) is not None and low < 13 and high <= 24  # noqa: PLR2004 - hours of the clock
    return bool(high and high < _LEAST_SPOTTED)


def _per_longer(match: re.Match[str], after: str) -> dict[str, Any] | None:
    """Give the hours a week of so many a month, or in so many weeks."""
    weeks = _PER_WEEKS.match(after)
    over = value_of(weeks["weeks"]) if weeks else _WEEKS_IN_MONTH if _PER_MONTH.match(after) else None
    if not over:
        return None
    count = round(value_of(match["low"]) / over)
    return {"min": count, "max": count} if 1 <= count <= MOST else None


def _plausible_alone(match: re.Match[str], after: str) -> bool:
    """Tell "24 uur" and "8 uur per dag" from "een uur" and "nog een half uur"."""
    return match["low"] not in {"een", "n", "half", "anderhalf", "½", "paar"} or _PER_DAY.match(after) is not None


def _value(sentence: Sentence, match: re.Match[str]) -> dict[str, Any] | None:
    """Give what the numbers and the words around them say; None when no week has so many hours."""
    before, after = around(sentence.folded, match)
    low = value_of(match["low"])
    high = value_of(match["high"]) if "high" in match.re.groupindex and match["high"] else low
    times = _times(sentence, before, after)
    low, high = low * times, high * times
    low, high = min(low, high), max(low, high)
    if low < 1 or high > MOST or _PER_WEEKS.match(after) or _PER_MONTH.match(after):
        return None
    return bounded(low, high, limit(before, after))


def _times(sentence: Sentence, before: str, after: str) -> int:
    """Give on how many days so many hours are: on those that are named, else on five; 1: they are of a week."""
    of_day = _PER_DAY.match(after) or _EACH_BEFORE.search(before)
    if not (of_day or _EACH_OF.search(before) or _EVERY_DAY.search(before)):
        return 1
    named = len(wanted(sentence, short=short_list(sentence)).days)
    return named if 0 < named < len(WEEK) else 5 if of_day else 1


def _bare(sentence: Sentence) -> list[Entity]:
    """Find a number without a unit, when nothing else in the sentence says what it counts."""
    text = sentence.folded
    match = BARE_RANGE.search(text)
    if match and re.search(r"[a-z] en [a-z]", match.group()) and "tussen" not in sentence.words:
        match = None
    numbers = HAS_NUMBER.findall(text)
    if match is None:
        numbers = [number for number in numbers if number not in {"een", "n", "half"}] or numbers
        if len(numbers) != 1:
            return []
        match = re.compile(f"(?P<low>{re.escape(numbers[0])})").search(text)
    around = set(_AROUND) | {word for found in _BOUND.finditer(text) for word in found.group().split()}
    if match is None or not only_fillers(sentence, match.start(), match.end(), around):
        return []
    if re.search(r"\b(?:om|over|na|binnen)\W*$", text[: match.start()]):
        return []
    if match["low"] in {"een", "n", "half", "paar"} and len(sentence.tokens) > 1:
        return []
    value = _value(sentence, match)
    return [] if value is None else [Entity("hours", match.start(), match.end(), value)]
