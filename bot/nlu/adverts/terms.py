"""What an advertisement offers: contract, from when, until when, how many places."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.domain.vacancy import Contract
from bot.nlu.adverts.signs import says, sign
from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.readers import start
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = re.compile(r"\bvoor\s+(?:\w+dag\s+)?\d")
_START = re.compile(r"\b(?:start\w*|begin\w*|ingang\w*|per|vanaf|beschikbaar|aanvang\w*)\b")
_LABELLED_START = re.compile(r"\b(?:start|ingangs|aanvangs)?(?:datum|start|begin|ingang)\b\W*(?:op |per )?(?P<rest>.*)")
_MONTH = r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*"
_DATE = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b|\b\d{{4}}-\d\d-\d\d\b",
)
_PEOPLE = r"(?:medewerkers|collega\W?s|mensen|personen|kandidaten|krachten|\w+(?:ers|sten|eurs|hulpen|koks|kapsters))"
_COUNT = re.compile(
    rf"\b(?:aantal(?: plekken| plaatsen| vacatures)?|plekken|vacatures)\s*:\s*(?P<label>{NUMBER})|"
    rf"\b(?:zoeken|zoekt|gezocht:?|vragen|(?:plek|ruimte) voor)(?: \w+)? (?P<count>{NUMBER}) "
    rf"(?:\w+ ){{0,2}}{_PEOPLE}\b|"
    rf"(?P<more>{NUMBER}) (?:nieuwe )?(?:vacatures|plekken|arbeidsplaatsen|functies)\b"
)
_MOST_PLACES = 99


def contract_in(parts: Iterable[Sentence]) -> str | None:
    """Give the kind of contract; a permanent one that may come later does not count."""
    found: set[str] = set()
    for part in parts:
        kinds = {kind.value for kind in Contract if says(part.folded, kind.value)}
        if says(part.folded, "perhaps later"):
            kinds -= {Contract.PERMANENT.value}
        found |= kinds
    return next(iter(found)) if len(found) == 1 else None


def until_in(parts: Iterable[Sentence], today: date) -> str | None:
    """Give the last day on which people may react (ISO)."""
    for part in parts:
        match = sign("react").search(part.folded)
        rest = part.folded[match.end() :] if match else ""
        day = _day(rest, today)
        if day:
            last = day - timedelta(days=1) if _BEFORE.search(rest) else day
            return last.isoformat() if last >= today else None
    return None


def start_in(parts: Iterable[Sentence], today: date) -> str | None:
    """Give from when the work is (ISO); "per direct" is today."""
    for part in parts:
        if not _START.search(part.folded) or says(part.folded, "react") or "€" in part.folded:
            continue
        labelled = _LABELLED_START.search(part.folded)
        day = _day(labelled["rest"], today) if labelled else None
        if day:
            return day.isoformat()
        found = start.spot(part, today)
        if found:
            return str(found[0].value)
    return None


def _day(text: str, today: date) -> date | None:
    """Give the date that is written there; "binnen 2 weken bellen wij" is none."""
    match = _DATE.search(text)
    read = start.asked(Sentence.of(match.group()), today) if match else None
    return date.fromisoformat(read.value) if read else None


def places_in(parts: Iterable[Sentence]) -> int | None:
    """Give how many people are sought."""
    for part in parts:
        match = _COUNT.search(part.folded)
        count = value_of(match["label"] or match["count"] or match["more"]) if match else 0
        if isinstance(count, int) and 1 < count <= _MOST_PLACES:
            return count
    return None
