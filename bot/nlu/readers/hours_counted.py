"""Hours that are counted out: "3 x 8 uur", "8 uur per dag, 4 dagen", "4 ochtenden van 3 uur"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.bounds import limit

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

MOST, _HALF_DAY = 60, 4
UNIT = r"\s{0,3}(?:uur|uren|uurtjes?|uhr|u|hours?|hrs?|ure|oer|uurs|saat|godzin|hodyny?|godyn|chasov)(?![^\W_])"
LOW, HIGH = f"(?P<low>{NUMBER})", f"(?P<high>{NUMBER})"
_GAP, _SIGNS = r"\s{0,3}", r"\W{0,5}"
"""What may stand between two words: no more, so that a text full of spaces costs no more than another."""

DAYS = r"(?:dagen|dage|dag|days|daags|daagjes|dagjes|dagies)"
_TIMES = re.compile(
    rf"{LOW}{_GAP}(?:x|×|\*|maal|keer){_GAP}(?:(?:per|in de|in een|a){_GAP}week{_GAP})?(?:van{_GAP})?{HIGH}"
    rf"(?:{UNIT}|(?!\w|{_GAP}(?!per|in|p|is|graag|kan|lukt|werken|en|of|maar)[^\W\d_]))"
)
_EACH_DAY = re.compile(
    rf"(?P<each>{NUMBER}){UNIT}{_GAP}(?:per|op een|op 1|in een|elke|iedere|a)?{_GAP}(?:dag)?{_SIGNS}(?:en )?"
    rf"(?:dat )?{LOW}{_GAP}{DAYS}\b"
)
_DAYS_OF = re.compile(
    rf"{LOW}{_GAP}{DAYS}(?:{_GAP}(?:per|in de) week)?"
    rf"{_GAP}(?:(?:van|a|à|,|en|dan|(?:elke|iedere|per) dag|ongeveer){_GAP})*(?P<each>{NUMBER}){UNIT}"
)
_HALVES = re.compile(
    rf"{LOW}{_GAP}(?:ochtenden|middagen|avonden|nachten|ochtend|middag|avond)\b"
    rf"(?:{_GAP}(?:van|a|à|,)?{_GAP}(?P<each>{NUMBER}){UNIT})?"
)


_SUMS = frozenset({"samen", "totaal", "elkaar", "mekaar", "opgeteld"})
_SUM = r"\b(?:samen|(?:in )?totaal|(?:alles )?bij (?:elkaar|mekaar)|opgeteld)\b"
_IS = r"(?:is|zijn|dat|dus|het|wordt|ongeveer|ik|kan|wil|zou|graag|werk|werken|kom|op|maximaal|van|zo'n)"
_TOTALS = (
    re.compile(rf"{_SUM}(?: {_IS}){{0,3}} ?:? ?{LOW}(?={UNIT}|\W*$)"),
    re.compile(rf"{LOW}{UNIT}\W{{1,3}}(?={_SUM})"),
)
_DAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)(?:ochtend|middag|avond)?"
_BY_DAY = (
    re.compile(rf"\b{_DAY}:? (?P<each>{NUMBER}){UNIT}"),
    re.compile(rf"(?P<each>{NUMBER})(?:{UNIT})? op {_DAY}\b"),
)


_NAMED_DAY = re.compile(rf"\b{_DAY}\b")
_TIMES_BY_DAY = re.compile(
    rf"(?P<days>\b{_DAY}(?:(?:,| en|) {_DAY})*):? (?:van )?{LOW}(?:{UNIT})? tot {HIGH}(?:{UNIT})?"
)
"""From when until when somebody works on the days that are named."""
HELPED = re.compile(
    r"^\W*(?:(?:per|in de|elke|iedere) week )?(?:(?:de|een|aan|van|naar) )?(?:huishoudelijke |huishoud|ambulante )?"
    r"(?:hulp|begeleiding|thuiszorg|therapie|fysio|\w*lessen|\w*les|opvang|oppas|dagbesteding|inburgering|mantelzorg)\b"
)
"""What is done for somebody for so many hours, or what they follow; not where they want to do it: "wil", "als"."""


def total(sentence: Sentence) -> list[Entity]:
    """Find what several amounts are together: "elk 4 uur, samen 12", "maandag 4 uur en dinsdag 6 uur".

    Amounts of days that nobody added up are a guess: they can be times of the day.
    """
    if not sentence.words.isdisjoint(_SUMS):
        found = [match for pattern in _TOTALS if (match := pattern.search(sentence.folded))]
        count = value_of(found[0]["low"]) if found else 0
        if 1 <= count <= MOST and not limit(found[0].group()[: found[0].start("low") - found[0].start()], ""):
            return [Entity("hours", found[0].start(), found[0].end(), {"min": count, "max": count})]
    for pattern in _BY_DAY:
        days = list(pattern.finditer(sentence.folded))
        count = int(sum(value_of(day["each"]) for day in days))
        if len(days) > 1 and 1 <= count <= MOST:
            return [Entity("hours", days[0].start(), days[-1].end(), {"min": count, "max": count}, unsure=True)]
    return []


def in_times(sentence: Sentence) -> list[Entity]:
    """Add up the times of the days that are named: "maandag en dinsdag van 9 tot 12 uur"; it is a guess."""
    times = list(_TIMES_BY_DAY.finditer(sentence.folded))
    count = int(sum(_between(day) * len(_NAMED_DAY.findall(day["days"])) for day in times))
    if not 1 <= count <= MOST:
        return []
    return [Entity("hours", times[0].start(), times[-1].end(), {"min": count, "max": count}, unsure=True)]


def _between(times: re.Match[str]) -> float:
    """Give how long it is from one hour of the clock until another: from 9 until 3 is 6."""
    between = value_of(times["high"]) - value_of(times["low"])
    return between if between > 0 else between % 12


def counted(sentence: Sentence) -> list[Entity]:
    """Find "3 x 8 uur", "8 uur per dag, 4 dagen" and "4 ochtenden van 3 uur": so many times so many hours."""
    for pattern in (_TIMES, _EACH_DAY, _DAYS_OF, _HALVES):
        match = pattern.search(sentence.folded)
        if match is None:
            continue
        groups = match.groupdict()
        each = value_of(groups.get("each") or groups.get("high") or str(_HALF_DAY))
        times = value_of(match["low"])
        if 1 <= times <= 7 and 1 <= each <= 12 and times * each <= MOST:  # noqa: PLR2004 - of a week, of a day
            count = int(times * each)
            # half a day is about 4 hours: nobody said so
            unsure = pattern is _HALVES and not groups["each"]
            return [Entity("hours", match.start(), match.end(), {"min": count, "max": count}, unsure=unsure)]
    return []
