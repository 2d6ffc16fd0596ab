"""Which of some jobs words name: by the title, the work, the employer, the place, or what the job is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from bot.dialogs.jobs.words import ASIDE
from bot.nlu import occupations, places
from bot.nlu.sentence import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.dialogs.facts import Fitting
    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Token

_LIKE, _SHORTEST, _LONGEST_ENDING = 80, 4, 3
"""How like a misspelt word is (0 to 100); from how many letters on a part of a word counts; how long an ending is."""


def naming(tokens: Sequence[Token], entities: Iterable[Entity], shown: Sequence[Fitting]) -> list[frozenset[int]]:
    """Give for each word which of the jobs (by their place) it can name."""
    held = [_Words.of(each.vacancy) for each in shown]
    together = _same_work(" ".join(token.text for token in tokens), shown)
    return [_hits(token.text, held) | together | _of_entity(token.start, entities, shown) for token in tokens]


@dataclass(frozen=True, slots=True, repr=False)
class _Words:
    """The words of a job: those that name it, the towns it is in, what it is about, and its work."""

    names: frozenset[str]
    about: frozenset[str]
    work: str

    @classmethod
    def of(cls, vacancy: Vacancy) -> _Words:
        return cls(names_of(vacancy), _words((vacancy.about,)), vacancy.occupation.uri)


def names_of(vacancy: Vacancy) -> frozenset[str]:
    """Give the words that name a job: its title, work, employer, place and town."""
    spot = places.with_code(vacancy.place.pc4)
    town = spot.municipality if spot else ""
    return _words((vacancy.title, vacancy.employer, vacancy.place.name, town, vacancy.occupation.label))


def _words(told: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in told for word in words_of(text).split()) - ASIDE


def _hits(word: str, held: Sequence[_Words]) -> frozenset[int]:
    """Give in which jobs a word stands: as a name, else as a part of one or as the work, else in what it is about.

    Only where it stands nowhere, and is no other place or work, it may be a misspelt name.
    """
    core = _core(word)
    ways: tuple[Callable[[_Words], bool], ...] = (
        lambda each: word in each.names,
        lambda each: any(_is_part(core, name) for name in each.names) or each.work in _work_of(core),
        lambda each: any(_is_same(core, said) for said in each.about),
        lambda each: any(_is_like(core, name) for name in each.names),
    )
    known = bool(places.named(word) or occupations.exact(word))
    for way in ways[:-1] if known else ways:
        found = frozenset(at for at, each in enumerate(held) if way(each))
        if found:
            return found
    return frozenset()


def _core(word: str) -> str:
    """Take off what only says that it is work: "schoonmaakbaan"."""
    for ending in ("baantje", "baan", "vacature", "job", "werk"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def _is_part(word: str, name: str) -> bool:
    """Say whether one word is a part of the other: "bakker" of "bakkerij"."""
    short, long = sorted((word, name), key=len)
    return len(short) >= _SHORTEST and short in long


def _is_same(word: str, said: str) -> bool:
    """Say whether two words are the same but for their endings: "hond" and "honden"."""
    short, long = sorted((word, said), key=len)
    return short == long or (
        len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING
    )


def _is_like(word: str, name: str) -> bool:
    return len(word) >= _SHORTEST and word[:1] == name[:1] and fuzz.ratio(word, name) >= _LIKE


def _work_of(word: str) -> frozenset[str]:
    """Give the work (URIs) that a word can mean."""
    return frozenset(each.uri for each in occupations.find(word)) if len(word) >= _SHORTEST else frozenset()


def _same_work(words: str, shown: Sequence[Fitting]) -> frozenset[int]:
    """Give the jobs of the work that some words together are a name of: "vakken vullen"."""
    work = {each.uri for each in occupations.exact(words)} if " " in words else set()
    return frozenset(at for at, each in enumerate(shown) if each.vacancy.occupation.uri in work)


def _of_entity(at: int, entities: Iterable[Entity], shown: Sequence[Fitting]) -> frozenset[int]:
    """Give the jobs of the place or the work that was read, also misspelt, at some letter of the sentence."""
    read = [each for each in entities if each.start <= at < each.end and each.entity in _READ]
    values = [(each.entity, value) for each in read for value in (each.value, *each.options)]
    return frozenset(
        number
        for number, each in enumerate(shown)
        if any(_READ[entity](value, each.vacancy) for entity, value in values)
    )


def _is_in(value: Any, vacancy: Vacancy) -> bool:
    """Say whether a job is in a place, as it is named there, or in that town."""
    spot = places.with_code(vacancy.place.pc4)
    name = words_of(value["name"])
    return name in {words_of(vacancy.place.name), words_of(spot.municipality) if spot else ""}


_READ: Mapping[str, Callable[[Any, Vacancy], bool]] = {
    "place": _is_in,
    "occupation": lambda value, vacancy: value["uri"] == vacancy.occupation.uri,
}
