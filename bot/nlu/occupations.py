"""Occupations by everyday words: our own synonyms first, then the labels of ESCO v1.2.0."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.data.rows import rows
from bot.nlu.real_words import is_usual
from bot.nlu.sentence import words_of
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ESCO = "http://data.europa.eu/esco/occupation/"
_MOST, _CUTOFF, _CLOSE, _SHORTEST = 5, 80, 6, 4
_SLASHED = 30
_ARTICLE = re.compile(r" (?:de|het|een) ")
_SMALL = frozenset("de het een in met en of van voor bij op aan als iets werk werken baan baantje medewerker".split())

_SECTORS = {
    "cleaning": _("Schoonmaken"),
    "warehouse": _("Magazijn"),
    "driving": _("Rijden en bezorgen"),
    "shop": _("Winkel"),
    "food": _("Eten en drinken"),
    "care": _("Zorg"),
    "children": _("Kinderen en school"),
    "building": _("Bouw"),
    "technology": _("Techniek"),
    "green": _("Groen en dieren"),
    "factory": _("Fabriek"),
    "office": _("Kantoor"),
    "security": _("Veiligheid"),
    "beauty": _("Haar en schoonheid"),
}


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation: the end of its URI in ESCO, a short everyday Dutch label and its ISCO-08 unit group (4 digits)."""

    uuid: str
    label: str
    isco: str

    @property
    def uri(self) -> str:
        """Give ESCO's URI."""
        return _ESCO + self.uuid

    def value(self) -> dict[str, str]:
        """Give the JSON value of the entity `occupation`."""
        return {"uri": self.uri, "label": self.label, "isco": self.isco}


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of work to choose from, with a picture of its meaning and five everyday occupations."""

    key: str
    label: Text
    emoji: str
    occupations: tuple[Occupation, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """All names: what each means, which of them are people's words, and by which words to find them.

    `others` holds ESCO's other labels, many times as many as all the rest: just the keys of `by_uuid`, one tuple for
    all the names of an occupation.
    """

    own: Mapping[str, tuple[Occupation, ...]]
    people: frozenset[str]
    preferred: Mapping[str, tuple[Occupation, ...]]
    others: Mapping[str, tuple[str, ...]]
    by_uuid: Mapping[str, Occupation]
    by_word: Mapping[str, tuple[str, ...]]
    own_names: tuple[str, ...]
    all_names: tuple[str, ...]


def find(words: str) -> list[Occupation]:
    """Give the occupations that words mean, best first, at most 5: exact, then by word, then misspelt."""
    key = words_of(words)
    if not key:
        return []
    return exact(key) or _inflected(key) or _by_words(key) or _misspelt(key)


def exact(key: str) -> list[Occupation]:
    """Give the occupations with exactly this name (folded words); ours before ESCO's, preferred labels go first."""
    index = _loaded()
    found = index.own.get(key) or index.preferred.get(key)
    return _unique(found or (index.by_uuid[uuid] for uuid in index.others.get(key, ())))


def likeness(words: str) -> float:
    """Say how like the nearest name is to words that are misspelt, 0 to 100; words that are no guess give 100."""
    key = words_of(words)
    if not key or exact(key) or _inflected(key) or _by_words(key):
        return 100
    index = _loaded()
    names = (*index.own_names, *index.all_names)
    near = process.extractOne(key, names, scorer=fuzz.ratio)
    return float(near[1]) if near else 0


def is_person(key: str) -> bool:
    """Say whether a name (folded words) is that of somebody who does this work: "schoonmaker", not "schoonmaken"."""
    return key in _loaded().people


def is_everyday(key: str) -> bool:
    """Say whether words (folded) are one of our own names for work: "schoonmaken" too."""
    return key in _loaded().own


def is_seldom(key: str) -> bool:
    """Say whether a folded word is a name of ESCO for who does some work that people seldom do: "goudsmid"."""
    return key in _loaded().preferred and key not in _loaded().own and " " not in key and not is_usual(key)


@cache
def begins_people() -> frozenset[str]:
    """Give the words that names of several words for who does some work begin with: "medewerker" does."""
    return frozenset(name.split()[0] for name in _loaded().people if " " in name)


def by_uri_id(uuid: str) -> Occupation | None:
    """Give the occupation of the last part of its URI; None when ESCO has no such occupation."""
    return _loaded().by_uuid.get(uuid)


@cache
def everyday_words() -> frozenset[str]:
    """Give every word (folded) of our own names for work."""
    return frozenset(word for name in _loaded().own for word in name.split())


@cache
def sectors() -> tuple[Sector, ...]:
    """Give the kinds of work that people choose from."""
    index = _loaded()
    named = {occupation.label: occupation for found in index.own.values() for occupation in found}
    return tuple(
        Sector(
            row["key"],
            _SECTORS[row["key"]],
            row["emoji"],
            tuple(named[label] for label in row["occupations"].split("|")),
        )
        for row in rows("sectors.csv")
    )


def done_beside(work: Iterable[Occupation]) -> set[Occupation]:
    """Give what is done in the same kinds of work as any of these: in a kitchen one cooks, serves and washes up."""
    named = set(work)
    return {each for sector in sectors() if named & set(sector.occupations) for each in sector.occupations}


def _inflected(key: str) -> list[Occupation]:
    """Try the singular and the word without "werk" or "medewerker"."""
    for ending in ("s", "en", " werk", "werk", " medewerker", "e", " baan"):
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST - 1:
            found = exact(key.removesuffix(ending))
            if found:
                return found
    return exact(key.removeprefix("medewerker ")) if key.startswith("medewerker ") else []


def _by_words(key: str) -> list[Occupation]:
    """Find the names that hold all of these words; the shortest name is the nearest."""
    index = _loaded()
    wanted = [word for word in key.split() if word not in _SMALL]
    if not wanted or any(len(word) < _SHORTEST for word in wanted):
        return []
    names = set(index.by_word.get(wanted[0], ()))
    for word in wanted[1:]:
        names &= set(index.by_word.get(word, ()))
    ranked = sorted(names, key=lambda name: (name not in index.own, len(name.split()), name))
    return _unique(occupation for name in ranked for occupation in (index.own.get(name) or index.preferred[name]))


def _misspelt(key: str) -> list[Occupation]:
    """Find the names that are nearly these words: our own, then all preferred labels."""
    index = _loaded()
    if len(key) < _SHORTEST:
        return []
    for names, meaning in ((index.own_names, index.own), (index.all_names, index.preferred)):
        near = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=4)
        close = [name for name, score, _at in near if score >= near[0][1] - _CLOSE and name[0] == key[0]]
        if close:
            best = [name for name, score, _at in near if score == near[0][1]]
            return _unique(occupation for name in (best if near[0][1] > 90 else close) for occupation in meaning[name])  # noqa: PLR2004 - one letter differs
    return []


def _unique(found: Iterable[Occupation]) -> list[Occupation]:
    """Keep the first of each occupation and of each label, at most 5: two that read the same are no choice."""
    kept: dict[str, Occupation] = {}
    for occupation in found:
        kept.setdefault(occupation.label, occupation)
    return list(kept.values())[:_MOST]


@cache
def _loaded() -> _Index:
    """Read the data once."""
    esco: dict[str, list[Occupation]] = {}
    others: dict[str, tuple[str, ...]] = {}
    by_uuid: dict[str, Occupation] = {}
    for row in rows("occupations.csv"):
        occupation = Occupation(row["uuid"], _short(row["label"]), intern(row["isco"]))
        by_uuid[occupation.uuid] = occupation
        esco.setdefault(row["label"], []).append(occupation)
        this = (occupation.uuid,)
        for name in filter(None, map(words_of, row["others"].split("|"))):
            others[name] = others[name] + this if name in others else this
    own: dict[str, list[Occupation]] = {}
    people: set[str] = set()
    said: dict[str, Occupation] = {}
    for row in rows("synonyms.csv"):
        label, _at, isco = row["esco"].partition("@")
        meant = next(each for each in esco[label] if each.isco.startswith(isco))
        occupation = Occupation(meant.uuid, row["label"], meant.isco)
        said.setdefault(meant.uuid, occupation)
        names = [words_of(name) for name in (row["label"], *row["people"].split("|"))]
        names += [_ARTICLE.sub(" ", name) for name in names]  # learners leave it out: "chauffeur op vrachtwagen"
        people.update(names)
        for name in dict.fromkeys((*names, *map(words_of, row["words"].split("|")))):
            if name:
                own.setdefault(name, []).append(occupation)
    by_uuid |= said
    preferred: dict[str, list[Occupation]] = {}
    for label, occupations in esco.items():
        for part in dict.fromkeys((label, *label.split("/"))):
            preferred.setdefault(words_of(part), []).extend(by_uuid[each.uuid] for each in occupations)
    by_word: dict[str, list[str]] = {}
    for name in dict.fromkeys((*own, *preferred)):
        for word in name.split():
            by_word.setdefault(word, []).append(name)
    return _Index(
        own={name: tuple(found) for name, found in own.items()},
        people=frozenset(filter(None, people)),
        preferred={name: tuple(found) for name, found in preferred.items()},
        others=others,
        by_uuid=by_uuid,
        by_word={word: tuple(names) for word, names in by_word.items()},
        own_names=tuple(name for name in own if len(name) >= _SHORTEST),
        all_names=tuple(name for name in preferred if len(name) >= _SHORTEST),
    )


def _short(label: str) -> str:
    """Give one form of a long label that names two: "voogd/voogdes"."""
    return label.partition("/")[0] if len(label) > _SLASHED else label
