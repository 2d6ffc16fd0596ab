"""Towns, neighbourhoods and postcodes of the Netherlands, by name and by their 4 digits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.data.postcodes import postcodes
from bot.data.rows import rows
from bot.nlu.sentence import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALSO_CALLED = {
    "bergen": {"bergen": "Bergen (Noord-Holland)", "bergen op zoom": "Bergen op Zoom", "bergen l": "Bergen (Limburg)"},
    "capelle": {"capelle aan den ijssel": "Capelle aan den IJssel", "kapelle": "Kapelle"},
}
"""Names that people shorten to one that another town has in full: which towns, and how they are told apart."""
_CUTOFF, _SHORTEST, _CLOSE = 83, 5, 2
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its most central postcode (4 digits), its name as one says it, and its municipality."""

    pc4: str
    name: str
    municipality: str
    neighbourhood: bool = False

    def value(self) -> dict[str, str]:
        """Give the JSON value of the entity `place`."""
        return {"pc4": self.pc4, "name": self.name}


@dataclass(frozen=True, slots=True)
class _Map:
    """Everything by its name, and the names that are long enough to be told from others when misspelt."""

    by_name: Mapping[str, tuple[Spot, ...]]
    fuzzy: tuple[str, ...]


def named(words: str) -> tuple[Spot, ...]:
    """Give the places with exactly this name (folded words), best first; several municipalities: several places."""
    return _loaded().by_name.get(words, ())


def with_code(pc4: str) -> Spot | None:
    """Give the place of a postcode; None when there is no such code."""
    code = postcodes().get(pc4)
    return Spot(pc4, code.place, code.municipality) if code else None


def likeness(words: str) -> float:
    """Say how like the nearest name is to words that are misspelt, 0 to 100."""
    near = process.extractOne(words, _loaded().fuzzy, scorer=fuzz.ratio)
    return float(near[1]) if near else 0


def like(words: str) -> tuple[Spot, ...]:
    """Give the places whose names are nearly these folded words; several when they are about as near."""
    if len(words) < _SHORTEST:
        return ()
    places = _loaded()
    near = process.extract(words, places.fuzzy, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=4)
    found: dict[str, Spot] = {}
    for name, score, _ in near:
        if score >= near[0][1] - _CLOSE and name[0] == near[0][0][0]:
            found.update({spot.pc4 + spot.name: spot for spot in places.by_name[name]})
    return tuple(found.values())[:4]


def names() -> Iterable[str]:
    """Give every name (folded words) of a place."""
    return _loaded().by_name


def most_words(first: str) -> int:
    """Give of how many words the longest name is at most that begins with this one: few have more than one."""
    return _MOST_WORDS if first in _longer() else 1


@cache
def _longer() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _loaded().by_name if " " in name)


@cache
def _loaded() -> _Map:
    """Read the data once."""
    towns: dict[str, list[Spot]] = {}
    for code in postcodes().values():
        for town in code.central_of:
            name, municipality = town.split("@")
            towns.setdefault(words_of(name), []).append(Spot(code.pc4, name, intern(municipality)))
    by_name = {name: _told_apart(spots) for name, spots in towns.items()}
    hoods: dict[str, list[Spot]] = {}
    for row in rows("neighbourhoods.csv"):
        spot = Spot(row["pc4"], row["name"], row["town"] or row["name"], neighbourhood=bool(row["town"]))
        for name in dict.fromkeys(map(words_of, (row["name"], *filter(None, row["others"].split("|"))))):
            if spot.neighbourhood:
                hoods.setdefault(name, []).append(spot)
            else:
                by_name[name] = (spot,)
    for name, spots in hoods.items():
        own = {spot.municipality for spot in spots}
        others = [spot for spot in by_name.get(name, ()) if spot.municipality not in own]
        by_name[name] = _told_apart([*spots, *others])
    for name, meant in _ALSO_CALLED.items():
        by_name[name] = tuple(replace(by_name[full][0], name=label) for full, label in meant.items())
    return _Map(by_name, tuple(name for name in by_name if len(name) >= _SHORTEST))


def _told_apart(spots: list[Spot]) -> tuple[Spot, ...]:
    """Put the municipality behind a name that several have, and the town of that very name first."""
    if len(spots) == 1:
        return tuple(spots)
    ordered = sorted(spots, key=lambda spot: (spot.name != spot.municipality, spot.neighbourhood))
    return tuple(
        spot
        if spot.name == spot.municipality
        else Spot(spot.pc4, f"{spot.name} ({spot.municipality})", spot.municipality, spot.neighbourhood)
        for spot in ordered
    )
