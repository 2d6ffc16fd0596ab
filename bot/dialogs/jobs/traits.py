"""What words say that a job is like: its hours, days, pay and contract, and "the nearest" of several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.reasons import ROUNDED_MINUTES
from bot.domain.vacancy import Contract
from bot.nlu.numbers import NUMBER, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.dialogs.facts import Fitting
    from bot.domain.vacancy import Vacancy

_DAYS = {
    "maandag": "ma", "dinsdag": "di", "woensdag": "wo", "donderdag": "do", "vrijdag": "vr", "zaterdag": "za",
    "zondag": "zo",
}  # fmt: skip
_PARTS = {
    "ochtend": "morning", "ochtends": "morning", "morgens": "morning", "middag": "afternoon", "middags": "afternoon",
    "avond": "evening", "avonds": "evening", "nacht": "night", "nachts": "night", "weekend": "weekend",
    "weekeinde": "weekend", "weekends": "weekend",
}  # fmt: skip
_CONTRACTS = {
    "vast": Contract.PERMANENT, "vaste": Contract.PERMANENT, "tijdelijk": Contract.TEMPORARY,
    "tijdelijke": Contract.TEMPORARY, "oproep": Contract.ON_CALL,
}  # fmt: skip
_WITHOUT = r"\b(?:(?P<no>zonder|geen|niet) (?:(?:in|op|met|een|het|de|s|contract) )*)?"
_OF_WEEK = re.compile(rf"{_WITHOUT}(?P<when>{'|'.join((*_DAYS, *_PARTS))})\b")
_CONTRACT = re.compile(rf"\b(?P<held>{'|'.join(_CONTRACTS)})(?: contract| werk)?\b")
_LICENCE = re.compile(rf"{_WITHOUT}rijbewijs\b")
_HOURS = re.compile(
    rf"\b(?P<low>{NUMBER})(?: ?(?:tot|a|of|-) ?(?P<high>{NUMBER}))? ?(?:uur|uren|uurtjes|u|hours)\b(?: per week)?"
    rf"|\bvan (?P<bare>{NUMBER})$"
)
_PAY = re.compile(
    r"(?:€|\beuro) ?(?P<before>\d+(?:[.,]\d\d?)?)|\b(?P<behind>\d+(?:[.,]\d\d?)?) ?(?:euro\b|€)(?: per uur)?"
)

_MOST: Mapping[str, re.Pattern[str]] = {
    "near": re.compile(
        r"\b(?:(?:dichtst|dichst|dichts|dichtbijst)\w*(?: ?bij\w*)?|dicht ?bij(?:e|zijnde)?|vlak ?bij|"
        r"in de buurt(?! van)|minst ver(?: weg)?|kortste (?:reis|reistijd|weg)|nearest|closest)\b"
    ),
    "most": re.compile(r"\b(?:meeste|most) (?:uren|uur|hours)\b"),
    "fewest": re.compile(r"\b(?:minste|least|fewest) (?:uren|uur|hours)\b"),
    "pay": re.compile(
        r"\b(?:(?:meeste|most) (?:loon|geld|salaris|money|pay)|(?:hoogste|beste) (?:loon|salaris)|best betaald\w*|"
        r"(?:het )?meest\w* (?:verdient|betaalt)|(?:verdient|betaalt) (?:het )?(?:meest\w*|beste?))\b"
    ),
    "last": re.compile(r"\b(?:laatste|onderste|last)\b"),
}
"""One of all: the nearest, that of the most or the fewest hours, the best paid, and the last on the list."""


def told(text: str, shown: Sequence[Fitting]) -> tuple[str, list[frozenset[int]]]:
    """Take out what says what the jobs are like, and give for each such thing which of them are so."""
    filters: list[frozenset[int]] = []
    for pattern, keeps in _FILTERS:
        matches = list(pattern.finditer(text))
        filters += [frozenset(at for at, job in enumerate(shown) if keeps(match, job.vacancy)) for match in matches]
        text = pattern.sub(_blank, text)
    return text, filters


def superlatives(text: str, shown: Sequence[Fitting]) -> tuple[str, list[frozenset[int]]]:
    """Take out "the nearest" and the like, and give which of the jobs each of them is."""
    found = [(key, pattern) for key, pattern in _MOST.items() if len(shown) > 1 and pattern.search(text)]
    for _key, pattern in found:
        text = pattern.sub(_blank, text)
    return text, [_best(key, shown) for key, _pattern in found]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _at_hours(match: re.Match[str], vacancy: Vacancy) -> bool:
    """Say whether a job is for so many hours; where it has a range, any number in it."""
    low = value_of(match["low"] or match["bare"])
    high = value_of(match["high"]) if match["high"] else low
    least, most = vacancy.hours.min, vacancy.hours.max
    if low is None or high is None or (least is None and most is None):
        return False
    return (least is None or least <= low) and (most is None or high <= most)


def _in_week(match: re.Match[str], vacancy: Vacancy) -> bool:
    """Say whether a job is then, or is not then where that was said; of one that does not say when neither is."""
    if not vacancy.days and not vacancy.dayparts:
        return False
    when = match["when"]
    if when in _DAYS:
        has = _DAYS[when] in vacancy.days
    elif _PARTS[when] == "weekend":
        has = "weekend" in vacancy.dayparts or not {"za", "zo"}.isdisjoint(vacancy.days)
    else:
        has = _PARTS[when] in vacancy.dayparts
    return has is not bool(match["no"])


def _is_paid(match: re.Match[str], vacancy: Vacancy) -> bool:
    """Say whether a job is paid so; whole euros stand for the cents behind them too."""
    amount, pay = float((match["before"] or match["behind"]).replace(",", ".")), vacancy.pay
    ends = (pay.min, pay.max) if pay else ()
    return any(end is not None and (end == amount or int(end) == amount) for end in ends)


_FILTERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Vacancy], bool]], ...] = (
    (_HOURS, _at_hours),
    (_PAY, _is_paid),
    (_OF_WEEK, _in_week),
    (_CONTRACT, lambda match, vacancy: vacancy.contract is _CONTRACTS[match["held"]]),
    (_LICENCE, lambda match, vacancy: bool(vacancy.licence) is not bool(match["no"])),
)


def _best(key: str, shown: Sequence[Fitting]) -> frozenset[int]:
    """Give which of the jobs are the most of something; all of them where that cannot be told."""
    weights = [_WEIGHTS[key](at, each) for at, each in enumerate(shown)]
    known = [weight for weight in weights if weight is not None]
    if not known or (key == "pay" and len({each.vacancy.pay.per for each in shown if each.vacancy.pay}) > 1):
        return frozenset(range(len(shown)))
    return frozenset(at for at, weight in enumerate(weights) if weight == max(known))


def _nearness(_at: int, each: Fitting) -> float | None:
    """Weigh a journey as it is told: rounded up."""
    return float(each.fit.minutes // -ROUNDED_MINUTES) if each.fit else None


def _hours_of(each: Fitting) -> float | None:
    return each.vacancy.hours.max or each.vacancy.hours.min


def _pay_of(_at: int, each: Fitting) -> float | None:
    pay = each.vacancy.pay
    return (pay.max or pay.min) if pay else None


_WEIGHTS: Mapping[str, Callable[[int, Fitting], float | None]] = {
    "near": _nearness,
    "most": lambda _at, each: _hours_of(each),
    "fewest": lambda _at, each: -hours if (hours := _hours_of(each)) is not None else None,
    "pay": _pay_of,
    "last": lambda at, _each: at,
}
