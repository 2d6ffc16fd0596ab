"""Which of some jobs words can mean: by what stands on the card or in the whole job, and by nothing else (V5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from bot.dialogs.jobs.words import ASIDE, NO_WORDS
from bot.domain.reasons import ROUNDED_MINUTES
from bot.domain.vacancy import Contract
from bot.nlu import occupations, places
from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.sentence import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.dialogs.facts import Fitting
    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_LIKE, _SHORTEST, _LONGEST_ENDING = 80, 4, 3
"""How like a misspelt word is (0 to 100); from how many letters on a part of a word counts; how long an ending is."""

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


@dataclass(frozen=True, slots=True, repr=False)
class Meant:
    """Which of some jobs are meant, by their place among them; and what of the words says nothing of any of them.

    `named`: a word stands in one of them. `told`: hours, days, pay or the like are said; `best`: the nearest and so on;
    `no`: refused.
    """

    at: frozenset[int]
    unknown: tuple[str, ...]
    named: bool
    told: bool
    best: bool
    no: bool

    @property
    def says_something(self) -> bool:
        """Tell whether anything is said of a job at all."""
        return self.named or self.told or self.best or bool(self.unknown)


def meant(sentence: Sentence, entities: Iterable[Entity], shown: Sequence[Fitting], also: frozenset[str]) -> Meant:
    """Find which of the shown jobs words mean; `also` are words that may stand there and say nothing."""
    left, told = _told(sentence.folded.replace("'", " "), shown)
    left, best = _superlatives(left, shown)
    said = [token for token in sentence.tokens if left[token.start : token.end].strip()]
    no = any(token.text in NO_WORDS for token in said)
    tokens = [token for token in said if token.text not in ASIDE | NO_WORDS | also]
    held = [_Words.of(each.vacancy) for each in shown]
    together = _same_work(" ".join(token.text for token in tokens), shown)
    by_word = [_hits(token.text, held) | together | _of_entity(token.start, entities, shown) for token in tokens]
    unknown = tuple(token.text for token, hits in zip(tokens, by_word, strict=True) if not hits)
    at = frozenset() if not all(told) else _all_of((*by_word, *told), best)
    return Meant(at, unknown, named=any(by_word), told=bool(told), best=bool(best), no=no)


def _all_of(said: Iterable[frozenset[int]], best: Sequence[frozenset[int]]) -> frozenset[int]:
    """Give what all that was said holds for; where nothing is all of it, whatever any of it holds for."""
    found = [hits for hits in (*said, *best) if hits]
    return (frozenset.intersection(*found) or frozenset.union(*found)) if found else frozenset()


def _told(text: str, shown: Sequence[Fitting]) -> tuple[str, list[frozenset[int]]]:
    """Take out what says what the jobs are like, and give for each such thing which of them are so."""
    filters: list[frozenset[int]] = []
    for pattern, keeps in _FILTERS:
        matches = list(pattern.finditer(text))
        filters += [frozenset(at for at, job in enumerate(shown) if keeps(match, job.vacancy)) for match in matches]
        text = pattern.sub(_blank, text)
    return text, filters


def _superlatives(text: str, shown: Sequence[Fitting]) -> tuple[str, list[frozenset[int]]]:
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


@dataclass(frozen=True, slots=True, repr=False)
class _Words:
    """The words of a job: those that name it, the towns it is in, what it is about, and its work."""

    names: frozenset[str]
    about: frozenset[str]
    work: str

    @classmethod
    def of(cls, vacancy: Vacancy) -> _Words:
        spot = places.with_code(vacancy.place.pc4)
        town = spot.municipality if spot else ""
        told = (vacancy.title, vacancy.employer, vacancy.place.name, town, vacancy.occupation.label)
        return cls(_words(told), _words((vacancy.about,)), vacancy.occupation.uri)


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
