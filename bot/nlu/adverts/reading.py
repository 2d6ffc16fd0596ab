"""Read an advertisement that somebody pasted: what it says for sure; the rest is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu import places
from bot.nlu.adverts.demands import asks_in, dutch_in, guidance_in, licence_in
from bot.nlu.adverts.parts import parts_of
from bot.nlu.adverts.pay import pay_in
from bot.nlu.adverts.terms import contract_in, places_in, start_in, until_in
from bot.nlu.adverts.title import occupations_in
from bot.nlu.adverts.week import days_in, hours_in
from bot.nlu.readers import place as place_reader

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_LABEL = re.compile(r"^(?:vacature|functie|functietitel|gezocht|gevraagd|titel|beroep)\s*:\s*", re.IGNORECASE)
_SEEKS = re.compile(
    r"\b(?:zoek(?:en|t)?|gezocht|vragen|nodig|vacature voor|uitzendbureau:|ben jij (?:de|een|onze))(?!\w)"
    r"(?: wij| we| per direct| naar| een| \d+| nieuwe| leuke| ervaren| enthousiaste)*(?P<what>.{3,60})"
)
_LOCATION = re.compile(
    r"\b(?:locatie|standplaats|plaats|werkplek|werklocatie|waar|adres|werkadres|vestiging)\s*:\s*(?P<where>.+)"
)
_IN = re.compile(r"\b(?:in|te|regio|omgeving)\s+(?=(?P<where>['a-z]{2}))")
_AND = re.compile(r"\s*(?:,|en|of|/|&)\s+(?=['a-z]{2})")
_SPEECH = frozenset("wij we zoeken zoekt zoekt jij je jou ons onze ben heb wil kom".split())
"""Words of a sentence, not of a title."""
_TITLE_WORDS, _FIRST = 12, 8


def read_advertisement(text: str, today: date) -> dict[str, Any]:
    """Give what can be read, by the names of the fields of a vacancy, as JSON values; what is not sure is left out.

    `occupation` {uri,label,isco} · `place` {pc4,name} · `hours` {min,max} · `pay` {min,max,per} · `contract`, `start`,
    `until`, `licence`, `dutch`, `asks`, `guidance`, `places`, `days`, `dayparts` as in `Vacancy` · `title` as written.
    """
    parts = parts_of(text)
    if not parts:
        return {}
    place = _place(parts, today)
    return {**_title(parts, text), **({"place": place} if place else {}), **_terms(parts, today)}


def read_terms(text: str, today: date) -> dict[str, Any]:
    """Give what can be read but for title, occupation and place: for who has those already."""
    return _terms(parts_of(text), today)


def _terms(parts: list[Sentence], today: date) -> dict[str, Any]:
    found: dict[str, Any] = {
        "hours": hours_in(parts, today),
        **days_in(parts, today),
        "contract": contract_in(parts),
        "pay": pay_in(parts),
        "start": start_in(parts, today),
        "until": until_in(parts, today),
        "licence": licence_in(parts, today),
        "dutch": dutch_in(parts),
        "asks": asks_in(parts),
        "guidance": guidance_in(parts),
        "places": places_in(parts),
    }
    return {name: value for name, value in found.items() if value is not None and value != []}


def _title(parts: list[Sentence], text: str) -> dict[str, Any]:
    """Find the title and its occupation: a line of few words first, then "wij zoeken een ..."."""
    for part in parts[:_FIRST]:
        line = _LABEL.sub("", part.raw)
        is_title = len(part.tokens) <= _TITLE_WORDS and part.words.isdisjoint(_SPEECH)
        sought = _SEEKS.search(part.folded)
        for title in (line if is_title else "", sought["what"] if sought else ""):
            found = occupations_in(title, text) if title else []
            if len(found) == 1:
                return {"title": line.strip() if is_title else found[0].label, "occupation": found[0].value()}
    return {}


def _place(parts: list[Sentence], today: date) -> dict[str, str] | None:
    """Give the one place: a full postcode, then a line that names it, "in Utrecht" near the top, the title."""
    spotted = [entity.value for part in parts for entity in place_reader.spot(part, today)]
    codes = [value for value in spotted if any(value["pc4"] in part.words for part in parts)]
    labelled = [(part, match.start("where")) for part in parts if (match := _LOCATION.search(part.folded))]
    near = [(part, match.start("where")) for part in parts[:_FIRST] for match in _IN.finditer(part.folded)]
    lines = [(part, 0) for part in parts[1:_FIRST] if _is_place(part)]
    title = [(part, token.start) for part in parts[:1] if len(part.tokens) <= _TITLE_WORDS for token in part.tokens[1:]]
    for found in (
        codes,
        *([spot for where in wheres for spot in _all_named(*where)] for wheres in (labelled, near, lines, title)),
    ):
        different = list({value["pc4"]: value for value in found if value}.values())
        if different:
            return different[0] if len(different) == 1 else None
    return None


def _is_place(part: Sentence) -> bool:
    """Say whether a line begins with a place, and says nothing more of it: "Den Haag, 32 uur"."""
    end = _ends(part, 0)
    return end is not None and (end == len(part.raw.rstrip()) or part.raw[end] == ",")


def _all_named(part: Sentence, start: int) -> list[dict[str, str]]:
    """Give the place that is named there, and the one behind "en"."""
    found = []
    end: int | None = start
    while end is not None and (spot := _named(part, end)):
        found.append(spot)
        end = _ends(part, end)
        more = _AND.match(part.folded, end) if end is not None else None
        end = more.end() if more else None
    return found


def _named(part: Sentence, start: int) -> dict[str, str] | None:
    """Give the place whose name begins there, with a capital; None when several are called so."""
    end = _ends(part, start)
    if end is None:
        return None
    found = places.named(" ".join(token.text for token in part.tokens if start <= token.start < end))
    return found[0].value() if len(found) == 1 or found[0].name == found[0].municipality else None


def _ends(part: Sentence, start: int) -> int | None:
    """Give where the longest name of a place ends that begins there."""
    said = [token for token in part.tokens if token.start >= start]
    most = min(places.most_words(said[0].text), len(said)) if said else 0
    for count in range(most, 0, -1):
        written = part.raw[said[0].start : said[count - 1].end]
        if any(map(str.isupper, written)) and places.named(" ".join(token.text for token in said[:count])):
            return said[count - 1].end
    return None
