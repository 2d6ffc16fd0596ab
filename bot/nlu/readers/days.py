"""Days of the week and parts of the day: `days` [ma..zo] and `dayparts` [morning afternoon evening night weekend]."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.clock import parts_of_day, times_of_day
from bot.nlu.readers.day_clauses import clauses, says_no
from bot.nlu.readers.day_sum import wanted
from bot.nlu.readers.day_taken import is_taken
from bot.nlu.readers.day_words import (
    LONG,
    NO,
    PARTS_BY_WORD,
    RANGE_WORDS,
    SCHOOL,
    SHIFTS,
    SHORT_PLAIN,
    WEEKDAYS,
    WEEKEND,
    day_of,
    names_days_only,
    short_list,
)
from bot.nlu.readers.push import is_about_messages
from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import FILLERS, is_indifferent, is_question, whole

if TYPE_CHECKING:
    from datetime import date

_BEGIN = frozenset("beginnen begin begint starten start".split())
_START = _BEGIN.union("vanaf per tot sinds afspraak gesprek".split())
_ABOUT_WORK = frozenset(
    """werken werk beschikbaar kan elke iedere altijd alleen dagen alle liefst liever voorkeur niet geen behalve
    not except vrij graag geef best beste makkelijkst handigst fijnst rest overige klaar inzetbaar weekendwerk
    weekendbaan weekendbaantje zoek baan bijbaan bijbaantje baantje lukt past""".split()
)
_DAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_ONE_DATE = re.compile(
    r"\b(?:na|dit|volgend) (?:het |de )?weekend\b|"
    rf"\b(?:komende|aankomende|aanstaande|volgende|deze|vorige|afgelopen) (?:week )?{_DAY}\b|"
    rf"\b{_DAY} (?:(?:in |van )?(?:de )?(?:volgende|komende|aankomende|deze) week|over (?:een|1) week)\b"
)
"""One day, and no day of each week."""
_NEXT_THOUGHT = re.compile(r"[;.!?]|,(?= *ik )|\b(?:en|maar|want|dus)(?= ik\b)")
_GREETING = re.compile(r"\b(?:goede ?(?:morgen|middag|avond)|fijne|prettig|vandaag|morgen|gisteren|vanavond)\b")
_EVERY_DAY = re.compile(
    r"\b(?:(?:alle|elke|iedere) (?:dag|dagen)|alle (?:7|zeven)(?: de)? dagen|"
    r"(?:7|zeven) dagen(?= (?:per|in de) week| kan| beschikbaar)|hele week)\b"
)
_POINT = re.compile(r"(?<=\d)\.(?=[0-5]\d)")
"""The point of "9.30", which ends no sentence."""
_AND_AGAIN = re.compile(r" en (?:van|tussen)\b")
_BETWEEN = FILLERS.union(
    NO,
    RANGE_WORDS,
    _ABOUT_WORK,
    "s on at vanaf tussen uur dag dagen alles hele andere overige rest verder probleem idee".split(),
)
_FEW = 6
_PHRASE_ALONE = re.compile(
    rf"\W*(?:(?:alleen|liefst|liever|graag|op|onder|tussen|tijdens|in|de|mijn) )*"
    rf"(?:{WEEKDAYS.pattern}|{SCHOOL.pattern})\W*"
)
_AFTER_HOURS = re.compile(rf"\b(?:uur|uren|u) (?:per week )?(?:{WEEKDAYS.pattern}|(?:onder|tussen) {SCHOOL.pattern})")
"""Where it is clear that it is about work, whoever asked what."""
_OF_MORNING = frozenset("de elke iedere vroege hele".split())
"""What stands before "morgen" where it is no day."""
_BESIDE_MORNING = _OF_MORNING.union(
    PARTS_BY_WORD, "morgen in op s alleen liefst graag liever en of ook wel ja beste middag avond".split()
)
_VERB = frozenset(
    """kan kun kunnen werk werken werkt wil willen ben is heb heeft moet moeten mag ga gaan zijn kom komen doe doen
    heeft lukt past""".split()
)


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find days and parts of the day that are clearly about when somebody works."""
    del today
    words = sentence.words
    long_days = {LONG[word] for word in words if word in LONG}
    short_days = {word for word in words if word in SHORT_PLAIN}
    ranged = len(short_days) > 1 and short_list(sentence)
    named = bool(long_days) or ranged or not words.isdisjoint(PARTS_BY_WORD)
    phrase = (
        not words.isdisjoint(WEEKEND)
        or WEEKDAYS.search(sentence.folded)
        or (("dag" in sentence.folded or "hele week" in sentence.folded) and _EVERY_DAY.search(sentence.folded))
        or ("dienst" in sentence.folded and SHIFTS.search(sentence.folded))
        or SCHOOL.search(sentence.folded)
    )
    if not named and not phrase:
        return _by_the_clock(sentence)
    one = len(long_days) == 1 and not ranged
    if not _is_about_work(sentence, len(long_days) + len(short_days), one=one):
        return []
    want = wanted(sentence, short=ranged)
    if not want.clear:
        return []
    start, end = _span(sentence, short=ranged)
    found = [Entity("days", start, end, want.days, without=want.no_days)] if want.days else []
    if want.parts:
        found.append(Entity("dayparts", start, end, want.parts, without=want.no_parts))
    return found


def _is_about_work(sentence: Sentence, count: int, *, one: bool) -> bool:
    """Say whether so many days, or one, can be when somebody works; two days are an answer."""
    words = sentence.words
    if is_question(sentence) or is_about_messages(sentence):
        return False
    if _ONE_DATE.search(sentence.plain) or _GREETING.search(sentence.plain):
        return False
    if one:
        return _day_thought(sentence).isdisjoint(_START) and not words.isdisjoint(_ABOUT_WORK)
    about_work = not words.isdisjoint(_ABOUT_WORK) or _AFTER_HOURS.search(sentence.folded)
    return bool(about_work) or count > 1 or _stands_alone(sentence)


def _day_thought(sentence: Sentence) -> frozenset[str]:
    """Give the words of the thought in which the day stands: "niet op vrijdag en ik begin 1 januari" has two."""
    parts = (frozenset(words_of(part).split()) for part in _NEXT_THOUGHT.split(sentence.folded.replace("per week", "")))
    return next((part for part in parts if not part.isdisjoint(LONG)), sentence.words)


def _by_the_clock(sentence: Sentence) -> list[Entity]:
    """Find the parts of the day in "van 9 tot 3 kan ik werken"."""
    times = times_of_day(sentence)
    again = times and _AND_AGAIN.match(sentence.folded, times.end())
    if again or (times and (is_question(sentence) or not NO.isdisjoint(sentence.words))):
        return []
    parts = parts_of_day(times.group()) if times else []
    return [Entity("dayparts", times.start(), times.end(), parts)] if times and parts else []


def _stands_alone(sentence: Sentence) -> bool:
    """Say whether a short part of the sentence, between commas, is about days or parts of the day alone."""
    return any(
        len(words := words_of(part).split()) <= _FEW
        and (
            any(word in LONG or word in PARTS_BY_WORD or word.startswith("weekend") for word in words)
            or _PHRASE_ALONE.fullmatch(part)
        )
        for part in re.split(r"[,;.]", sentence.folded)
    )


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to which days and parts of the day: one entity with both; empty lists mean no wish."""
    del today
    put = _mornings(sentence)
    found = _asked(put.sentence)
    if found and put.moved:
        alone = sentence.words.isdisjoint(_OF_MORNING) and sentence.words.isdisjoint(PARTS_BY_WORD)
        return replace(put.back(found), unsure=alone and len(sentence.tokens) <= _FEW)
    return found


def _mornings(sentence: Sentence) -> Rewritten:
    """Put "ochtend" where "morgen" is a part of the day: "de morgen", and beside nothing but times."""
    only_times = sentence.words <= _BESIDE_MORNING
    said = (
        (token.start, token.end, "ochtend")
        for at, token in enumerate(sentence.tokens)
        if token.text == "morgen" and (only_times or (at and sentence.tokens[at - 1].text in _OF_MORNING))
    )
    return rewritten(sentence, said)


def _asked(sentence: Sentence) -> Entity | None:
    if is_question(sentence) or not sentence.tokens or _ONE_DATE.search(sentence.plain):
        return None
    if not sentence.words.isdisjoint(_BEGIN) and len({LONG[word] for word in sentence.words if word in LONG}) == 1:
        return None
    short = short_list(sentence) or names_days_only(sentence)
    if _unknown_in_list(sentence, short=short):
        return None
    want = wanted(sentence, short=short)
    parts = want.parts or _parts_by_the_clock(sentence)
    if want.days or parts or is_indifferent(sentence):
        start, end = _span(sentence, short=short)
        value = {"days": want.days, "dayparts": parts}
        return Entity("days", start, end, value, without=(*want.no_days, *want.no_parts))
    if re.search(r"^(?:ik kan )?(?:alles|altijd)(?: kan| mag| is goed)?$", sentence.plain):
        return whole(sentence, "days", {"days": [], "dayparts": []})
    return None


def _parts_by_the_clock(sentence: Sentence) -> list[str]:
    """Give the parts of the day of the first times of day that somebody can work: not of "ik slaap tot 12 uur"."""
    exact = Sentence.of(_POINT.sub(":", sentence.folded))
    parts = (parts_of_day(text) for text, _start, _end in clauses(exact) if not says_no(text))
    return next(filter(None, parts), [])


def _unknown_in_list(sentence: Sentence, *, short: bool) -> bool:
    """Say whether a word beside a day, or alone in a list of days, is none that we know: it may be a day as well."""
    if not sentence.words.isdisjoint(_VERB):
        return False
    named = [day_of(token.text, short=short) is not None for token in sentence.tokens]
    if not any(named):
        return False
    if sum(named) == 1:
        at = named.index(True)
        beside = (*sentence.tokens[max(0, at - 2) : at], *sentence.tokens[at + 1 : at + 3])
        return any(token.text.isalpha() and not _known(token.text) for token in beside)
    place: list[str] = []  # the words between two days, commas or "en"
    for at, token in enumerate(sentence.tokens):
        if at and (named[at - 1] or not sentence.folded[sentence.tokens[at - 1].end : token.start].isspace()):
            if _is_strange(place):
                return True
            place = []
        if named[at] or token.text in {"en", "of"}:
            if _is_strange(place):
                return True
            place = []
        else:
            place.append(token.text)
    return _is_strange(place)


def _is_strange(place: list[str]) -> bool:
    """Say whether a place in a list of days holds a word that may be meant for a day."""
    return any(word.endswith("dag") and not _known(word) for word in place) or (
        len(place) == 1 and place[0].isalpha() and not _known(place[0])
    )


def _known(word: str) -> bool:
    """Say whether a word that names no day may stand beside one: also what somebody does then, "zondag kerk"."""
    if word in _BETWEEN or word in PARTS_BY_WORD or word.startswith(("week", "werk", "school", "diens", "dag")):
        return True
    return is_taken(word)


def _span(sentence: Sentence, *, short: bool) -> tuple[int, int]:
    """Give where the first and the last word about days stand, with a no right beside them; else the whole sentence."""
    about = [
        token
        for token in sentence.tokens
        if day_of(token.text, short=short)
        or token.text in PARTS_BY_WORD
        or token.text.startswith(("weekend", "dag", "week"))
    ] or list(sentence.tokens)
    first, last = sentence.tokens.index(about[0]), sentence.tokens.index(about[-1])
    before, behind = sentence.tokens[:first][-1:], sentence.tokens[last + 1 :][:1]
    said = [token for token in (*before, *about, *behind) if token in about or token.text in NO]
    return said[0].start, said[-1].end
