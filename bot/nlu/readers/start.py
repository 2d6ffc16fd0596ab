"""From when somebody can work: an ISO date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER
from bot.nlu.parse import Entity
from bot.nlu.readers.start_days import (
    DAYS,
    FARTHEST,
    MONTHS,
    after_holiday,
    after_ramadan,
    coming,
    fixed,
    from_now,
    in_days,
    in_digits,
    iso,
    month_end,
    named_day,
    of_month,
    soon,
    week_later,
    weekend,
    written,
    year_end,
)
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_indifferent, is_question, thoughts, whole

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MONTHS", "asked", "spot"]

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_DAY = "(?P<day>" + "|".join(DAYS) + ")"
_CUES = re.compile(
    r"\b(?:begin|beginnen|begint|start|starten|beschikbaar|inzetbaar|aan de slag|werken vanaf|vanaf|per direct|"
    r"zo snel mogelijk|zsm|asap|can start)\b"
)
_SOON = re.compile(
    r"\b(?:meteen|direct|gelijk|per direct|onmiddellijk|nu|zo snel mogelijk|zo spoedig mogelijk|zsm|z s m|"
    r"z\.s\.m|asap|"
    r"vandaag|snel|straks|now|today|immediately|zo gauw mogelijk|zo vlug mogelijk|deze (?:week|maand)|elk moment|"
    r"wanneer je wilt|altijd|zo snel|per nu|hemen|nu meteen|metteen|mteen|direkt)\b"
)


_YEAR = r"(?:[ ,]+(?P<year>20\d\d))?"
_EXPRESSIONS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<mm>\d{1,2})-(?P<nr>\d{1,2})(?!\d)"), iso),
    (re.compile(rf"(?<!\d)(?P<nr>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?(?: van| of)?[ -]{_MONTH}{_YEAR}\b"), written),
    (re.compile(rf"\b{_MONTH} (?P<nr>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.,:]){_YEAR}"), written),
    (re.compile(r"(?<![\d.,])(?P<nr>\d{1,2})[-/.](?P<mm>\d{1,2})(?:[-/.](?P<year>20\d\d|\d\d))?(?![\d.,]\d|"
        r"\d)"), in_digits),
    (re.compile(rf"\b{_DAY} over (?:een|1) week\b"), week_later),
    (
        re.compile(rf"\b(?:over|binnen|na|in|pas over)\s+(?:een |ongeveer |minimaal |zo n )?(?P<count>{NUMBER})\s*"
                   r"(?P<unit>dag|dagen|week|weken|weekjes?|maand|maanden|maandje|jaar|days|weeks|months)\b"),
        from_now,
    ),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? (?:de )?)?"
        r"(?:volgende?|komende|next|aankomende|vlgende) (?P<unit>week|maand|month|"
        rf"jaar|year)(?:\s+{_DAY})?\b"), coming),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na)(?: van)?(?: het| dit)? jaar\b"), year_end),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na|end)(?: van)?(?: (?:de|deze|dit|"
        r"het))? maand\b"), month_end),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? )?"
        rf"{_MONTH}{_YEAR}\b"), of_month),
    (re.compile(r"\bovermorgen\b"), in_days(2)),
    (re.compile(r"\b(?:morgen|tomorrow|morge)\b"), in_days(1)),
    (re.compile(r"\b(?P<after>na|after)? ?(?:het |dit |the )?(?:weekend|wekend|weekeinde)\b"), weekend),
    (re.compile(rf"\b(?:volgende |komende )?{_DAY}\b"), named_day),
    (re.compile(r"\b(?:na|einde?|after) (?:van )?(?:de )?(?:zomer|zomervakantie|grote vakantie|"
        r"summer)\b"), fixed(9, 1)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:nieuwjaar|feestdagen|kerstvakantie|jaarwisseling|oud en nieuw|"
        r"nieuw jaar)\b"), fixed(1, 2)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:kerst|kerstmis)\b"), fixed(12, 27)),
    (re.compile(r"\b(?:eerste|1e) kerstdag\b"), fixed(12, 25)),
    (re.compile(r"\b(?:tweede|2e) kerstdag\b"), fixed(12, 26)),
    (re.compile(r"\bna (?:de )?herfstvakantie\b"), fixed(11, 1)),
    (re.compile(r"\b(?:na|after) (?:de |het )?(?:ramadan|ramazan|suikerfeest|eid|bayram)\b"), after_ramadan),
    (re.compile(r"\b(?:na|after) (?:de )?(?:school)? ?(?:vakantie|vakanties|holidays?)\b"), after_holiday),
    (re.compile(r"\b(?:nieuwe? jaar|in januari)\b"), fixed(1, 1)),
    (re.compile(r"\b(?:voorjaar|lente|na de winter)\b"), fixed(3, 1)),
    (re.compile(r"\b(?:in|vanaf|deze) (?:de )?zomer\b"), fixed(6, 1)),
    (re.compile(r"\b(?:herfst|najaar)\b"), fixed(9, 1)),
    (_SOON, soon),
)  # fmt: skip
_GUESSES = {after_holiday, after_ramadan}
"""What nobody can say to the day: the person is asked whether it is right."""
_BARE = re.compile(
    rf"(?:ik kan )?(?:ongeveer |zo n |nog |circa |met )?(?P<count>{NUMBER}) "
    r"(?P<unit>dag|dagen|week|weken|weekjes?|maand|maanden|days|weeks|months)(?: nog| denk ik| opzegtermijn)?"
)
"""So long from now: said when asked from when."""
_NOT_BEFORE = re.compile(
    r"\bniet (?:eerder(?: dan)?|voor)\b|\b(?:eerder|vroeger|sneller) (?:kan |gaat |lukt |wil ik )?(?:ik |het )?niet\b"
)
"""A no that only says from when: "niet eerder dan 4 januari"."""
_RATHER = re.compile(
    rf"\bniet (?:(?:op|in|per|al) )?(?:{_DAY}|{_MONTH}|(?:deze|volgende|komende) \w+|morgen|vandaag|nu|meteen|"
    r"direct|gelijk)[^,;.]{0,12}?,? maar\b"
)
"""A day that is not meant, before the one that is: "niet deze week maar volgende week"."""
_FROM_TO = re.compile(rf"\bvanaf {_DAY} (?:tot|t/m|tm)\b")
"""Days of the week, and no start."""
_FLOOR = re.compile(
    r"\b(?:nieuwe (?:baan|werk)|new job|geleden|gisteren|vorige?|afspraak|gesprek|weet (?:ik|het) niet)\b"
)
_NO = re.compile(r"\b(?:niet|nooit)\b")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a date with a word about starting: "ik kan maandag beginnen"."""
    if not _CUES.search(sentence.folded) or is_question(sentence) or _FROM_TO.search(sentence.folded):
        return []
    sentence = _meant(sentence)
    cue = _CUES.search(sentence.folded)
    own = max((start for start, _end in thoughts(sentence) if cue and start <= cue.start()), default=0)
    if _FLOOR.search(sentence.folded) or _NO.search(_NOT_BEFORE.sub("", sentence.folded[own:])):
        return []
    found = _first(sentence, today)
    return [found] if found and not found.unsure else []


def _meant(sentence: Sentence) -> Sentence:
    """Blank out a day that is not meant, so that the other one stays where it stands."""
    other = _RATHER.search(sentence.folded)
    if other is None:
        return sentence
    return Sentence.of(sentence.raw[: other.start()] + " " * len(other.group()) + sentence.raw[other.end() :])


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to from when somebody can work."""
    found = spot(sentence, today)
    if found:
        return found[0]
    said = _NOT_BEFORE.sub("", sentence.folded)
    if is_question(sentence) or _FLOOR.search(said) or _NO.search(said):
        return whole(sentence, "start", today.isoformat()) if is_indifferent(sentence) else None
    bare = _BARE.fullmatch(sentence.plain)
    day = from_now(bare, today) if bare else None
    return whole(sentence, "start", day.isoformat()) if day else _first(sentence, today)


def _first(sentence: Sentence, today: date) -> Entity | None:
    """Give what the first expression that fits says; a clear date goes before "meteen"."""
    for pattern, says in _EXPRESSIONS:
        match = pattern.search(sentence.folded)
        day = says(match, today) if match else None
        if match and day and today <= day <= today + timedelta(days=FARTHEST):
            return Entity("start", match.start(), match.end(), day.isoformat(), unsure=says in _GUESSES)
        if match and day is None and says in {written, in_digits, iso, from_now}:
            return None
    return None
