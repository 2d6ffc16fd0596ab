"""From when somebody can work: an ISO date."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_indifferent, is_question, whole

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari jan januarie january", "februari feb febr february februarie", "maart mrt mart march",
            "april apr", "mei may", "juni jun june", "juli jul july", "augustus aug august",
            "september sep sept septembre", "oktober okt october", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {"maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_DAY = "(?P<day>" + "|".join(_DAYS) + ")"
_MIDDLE = ("half", "mid", "med")
_FARTHEST = 800
_WEEK_UNITS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "weekje": 7, "weekjes": 7, "days": 1, "weeks": 7}
_CUES = re.compile(
    r"\b(?:begin|beginnen|begint|start|starten|beschikbaar|aan de slag|werken vanaf|vanaf|per direct|"
    r"zo snel mogelijk|zsm|asap|can start)\b"
)
_HIJRA = date(622, 7, 19).toordinal()
"""The first day of the Islamic calendar, in the Gregorian one."""
_SOON = re.compile(
    r"\b(?:meteen|direct|gelijk|per direct|onmiddellijk|nu|zo snel mogelijk|zo spoedig mogelijk|zsm|z s m|"
    r"z\.s\.m|asap|"
    r"vandaag|snel|straks|now|today|immediately|zo gauw mogelijk|zo vlug mogelijk|deze (?:week|maand)|elk moment|"
    r"wanneer je wilt|altijd|zo snel|per nu|hemen|nu meteen|metteen|mteen|direkt)\b"
)


def _soon(match: re.Match[str], today: date) -> date:
    """Give today."""
    del match
    return today


def _after(match: re.Match[str], today: date) -> date | None:
    """Give so many days, weeks, months or years from today."""
    count = value_of(match["count"])
    unit = match["unit"]
    if count * 30 > _FARTHEST and unit.startswith("m"):
        return None
    if unit in _WEEK_UNITS:
        days = count * _WEEK_UNITS[unit]
        return today + timedelta(days=round(days)) if days <= _FARTHEST else None
    months = count if unit.startswith("m") else count * 12
    if months > _FARTHEST // 30:
        return None
    return _add_months(today, int(months)) + timedelta(days=round((months - int(months)) * 30))


def _add_months(day: date, months: int) -> date:
    """Give the same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _next(match: re.Match[str], today: date) -> date:
    """Give the first day of next week, month or year, or the named day of next week."""
    unit, part = match["unit"], match["part"] or ""
    monday = today + timedelta(days=7 - today.weekday())
    if unit == "week":
        named = match["day"]
        return monday + timedelta(days=_DAYS[named] if named else 4 if part.startswith("ei") else 0)
    first = _add_months(today.replace(day=1), 1) if unit.startswith("m") else date(today.year + 1, 1, 1)
    if part.startswith(_MIDDLE):
        return first.replace(day=15) if unit.startswith("m") else first.replace(month=7)
    if part.startswith("ei"):
        return _last_of_month(first) if unit.startswith("m") else first.replace(month=12, day=31)
    return first


def _written(match: re.Match[str], today: date) -> date | None:
    """Give a day and a month in words, with or without the year; without: the next time that it comes."""
    return _upcoming(int(match["nr"]), MONTHS[match["month"]], match["year"], today)


def _in_digits(match: re.Match[str], today: date) -> date | None:
    """Give a day and a month in digits: 1-12, 1/12/2026."""
    return _upcoming(int(match["nr"]), int(match["mm"]), match["year"], today)


def _iso(match: re.Match[str], today: date) -> date | None:
    """Give 2027-01-31."""
    return _upcoming(int(match["nr"]), int(match["mm"]), match["year"], today)


def _upcoming(day: int, month: int, year: str | None, today: date) -> date | None:
    """Give the date, None where there is no such day or where it is past."""
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - "27" is 2027
    for tried in (full,) if full else range(today.year, today.year + 9):
        try:
            found = date(tried, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _month(match: re.Match[str], today: date) -> date | None:
    """Give a month: its first day, the 15th, or its last day; this month: today."""
    month = MONTHS[match["month"]]
    part = match["part"] or ""
    year = int(match["year"]) if match["year"] else today.year + (month < today.month)
    if not today.year <= year <= today.year + 9:
        return None
    last = calendar.monthrange(year, month)[1]
    day = last if part.startswith("ei") else 15 if part.startswith(_MIDDLE) else 1
    found = date(year, month, day)
    if found < today and (year, month) == (today.year, today.month):
        return today
    return found if found >= today else None


def _named_day(match: re.Match[str], today: date) -> date:
    """Give the next such day after today."""
    ahead = (_DAYS[match["day"]] - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead)


def _fixed(month: int, day: int) -> Callable[[re.Match[str], date], date | None]:
    """Give the next such day of the year."""
    return lambda match, today: _upcoming(day, month, None, today) if match else None


def _in_days(days: int) -> Callable[[re.Match[str], date], date]:
    """Give so many days from today."""
    return lambda match, today: today + timedelta(days=days if match else 0)


def _last_of_month(day: date) -> date:
    """Give the last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _month_end(match: re.Match[str], today: date) -> date:
    """Give the last day of this month."""
    del match
    return _last_of_month(today)


def _year_end(match: re.Match[str], today: date) -> date:
    """Give the last day of this year."""
    del match
    return date(today.year, 12, 31)


def _week_later(match: re.Match[str], today: date) -> date:
    """Give the named day of a week after the next one that comes: "maandag over een week"."""
    return _named_day(match, today) + timedelta(days=7)


def _weekend(match: re.Match[str], today: date) -> date:
    """Give the Saturday of this weekend, or the Monday after it."""
    monday = today + timedelta(days=7 - today.weekday())
    return monday if match["after"] else max(today, monday - timedelta(days=2))


def _after_holiday(match: re.Match[str], today: date) -> date:
    """Give the end of the school holiday that comes: that of Christmas, or that of the summer."""
    del match
    winter, summer = date(today.year + (today.month > 1), 1, 11), date(today.year + (today.month > 8), 9, 1)  # noqa: PLR2004 - until August
    return min(winter, summer)


def _after_ramadan(match: re.Match[str], today: date) -> date | None:
    """Give the first day after the next Ramadan, by the tabular Islamic calendar: the moon may make it a day more."""
    del match
    year = (30 * (today.toordinal() - _HIJRA) + 10646) // 10631
    return next((day for later in range(3) if (day := _first_of_shawwal(year + later)) >= today), None)


def _first_of_shawwal(year: int) -> date:
    """Give the day after Ramadan of an Islamic year (tabular: leap years by the usual cycle of 30)."""
    return date.fromordinal(_HIJRA + 266 + (year - 1) * 354 + (11 * year + 3) // 30)


_YEAR = r"(?:[ ,]+(?P<year>20\d\d))?"
_EXPRESSIONS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<mm>\d{1,2})-(?P<nr>\d{1,2})(?!\d)"), _iso),
    (re.compile(rf"(?<!\d)(?P<nr>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?(?: van| of)?[ -]{_MONTH}{_YEAR}\b"), _written),
    (re.compile(rf"\b{_MONTH} (?P<nr>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.,:]){_YEAR}"), _written),
    (re.compile(r"(?<![\d.,])(?P<nr>\d{1,2})[-/.](?P<mm>\d{1,2})(?:[-/.](?P<year>20\d\d|\d\d))?(?![\d.,]\d|"
        r"\d)"), _in_digits),
    (re.compile(rf"\b{_DAY} over (?:een|1) week\b"), _week_later),
    (
        re.compile(rf"\b(?:over|binnen|na|in|pas over)\s+(?:een |ongeveer |minimaal |zo n )?(?P<count>{NUMBER})\s*"
                   r"(?P<unit>dag|dagen|week|weken|weekjes?|maand|maanden|maandje|jaar|days|weeks|months)\b"),
        _after,
    ),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? (?:de )?)?"
        r"(?:volgende?|komende|next|aankomende|vlgende) (?P<unit>week|maand|month|"
        rf"jaar|year)(?:\s+{_DAY})?\b"), _next),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na)(?: van)?(?: het| dit)? jaar\b"), _year_end),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na|end)(?: van)?(?: (?:de|deze|dit|"
        r"het))? maand\b"), _month_end),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? )?{_MONTH}{_YEAR}\b"), _month),
    (re.compile(r"\bovermorgen\b"), _in_days(2)),
    (re.compile(r"\b(?:morgen|tomorrow|morge)\b"), _in_days(1)),
    (re.compile(r"\b(?P<after>na|after)? ?(?:het |dit |the )?(?:weekend|wekend|weekeinde)\b"), _weekend),
    (re.compile(rf"\b(?:volgende |komende )?{_DAY}\b"), _named_day),
    (re.compile(r"\b(?:na|einde?|after) (?:van )?(?:de )?(?:zomer|zomervakantie|grote vakantie|"
        r"summer)\b"), _fixed(9, 1)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:nieuwjaar|feestdagen|kerstvakantie|jaarwisseling|oud en nieuw|"
        r"nieuw jaar)\b"), _fixed(1, 2)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:kerst|kerstmis)\b"), _fixed(12, 27)),
    (re.compile(r"\b(?:eerste|1e) kerstdag\b"), _fixed(12, 25)),
    (re.compile(r"\b(?:tweede|2e) kerstdag\b"), _fixed(12, 26)),
    (re.compile(r"\bna (?:de )?herfstvakantie\b"), _fixed(11, 1)),
    (re.compile(r"\b(?:na|after) (?:de |het )?(?:ramadan|ramazan|suikerfeest|eid|bayram)\b"), _after_ramadan),
    (re.compile(r"\b(?:na|after) (?:de )?(?:school)? ?(?:vakantie|vakanties|holidays?)\b"), _after_holiday),
    (re.compile(r"\b(?:nieuwe? jaar|in januari)\b"), _fixed(1, 1)),
    (re.compile(r"\b(?:voorjaar|lente|na de winter)\b"), _fixed(3, 1)),
    (re.compile(r"\b(?:in|vanaf|deze) (?:de )?zomer\b"), _fixed(6, 1)),
    (re.compile(r"\b(?:herfst|najaar)\b"), _fixed(9, 1)),
    (_SOON, _soon),
)  # fmt: skip
_GUESSES = {_after_holiday, _after_ramadan}
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
    rf"\bniet (?:(?:op|in|per|al) )?(?:{_DAY}|{_MONTH}|(?:deze|volgende|komende) \w+|morgen|vandaag|nu|meteen|direct|gelijk)[^,;.]{{0,12}}?,? maar\b"
)
"""A day that is not meant, before the one that is: "niet deze week maar volgende week"."""
_FROM_TO = re.compile(rf"\bvanaf {_DAY} (?:tot|t/m|tm)\b")
"""Days of the week, and no start."""
_FLOOR = re.compile(r"\b(?:geleden|gisteren|vorige?|afspraak|gesprek|weet (?:ik|het) niet|nooit|niet)\b")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a date with a word about starting: "ik kan maandag beginnen"."""
    if not _CUES.search(sentence.folded) or is_question(sentence) or _FROM_TO.search(sentence.folded):
        return []
    sentence = _meant(sentence)
    if _FLOOR.search(_NOT_BEFORE.sub("", sentence.folded)):
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
    if is_question(sentence) or _FLOOR.search(_NOT_BEFORE.sub("", sentence.folded)):
        return whole(sentence, "start", today.isoformat()) if is_indifferent(sentence) else None
    bare = _BARE.fullmatch(sentence.plain)
    day = _after(bare, today) if bare else None
    return whole(sentence, "start", day.isoformat()) if day else _first(sentence, today)


def _first(sentence: Sentence, today: date) -> Entity | None:
    """Give what the first expression that fits says; a clear date goes before "meteen"."""
    for pattern, says in _EXPRESSIONS:
        match = pattern.search(sentence.folded)
        day = says(match, today) if match else None
        if match and day and today <= day <= today + timedelta(days=_FARTHEST):
            return Entity("start", match.start(), match.end(), day.isoformat(), unsure=says in _GUESSES)
        if match and day is None and says in {_written, _in_digits, _iso, _after}:
            return None
    return None
