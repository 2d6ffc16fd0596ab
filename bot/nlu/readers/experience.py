"""How long somebody did this work: {"years"}."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.numbers import NUMBER, TO, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.work_years import are_of_else, are_of_work, is_where, kinds_of, may_be_of_else, work_beside
from bot.nlu.wording import chosen, is_question, of_oneself, only_fillers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.nlu.sentence import Sentence

_MOST, _LEAST = 55, 0.1
_MOST_COUNTED = 8
"""So many numbers of years of one sentence are looked at."""
_YEARS = re.compile(
    rf"(?:(?:(?P<low>{NUMBER}){TO})?(?P<high>{NUMBER})\s*|(?<![^\W_])(?P<joined>(?:ander)?half)(?=jaar))"
    r"(?P<unit>jaar|jaren|jaartjes?|jr|years?|yil|sene|lat|maanden|maand|maandjes?|mnd|months?|weken|week|weekjes?|"
    r"weeks?)(?![^\W_])(?P<half> en (?:een )?half)?"
)
_BARE = re.compile(rf"(?P<high>{NUMBER})")
_CUES = frozenset("ervaring ervaringen gewerkt gedaan experience ervaren deed werkte werkervaring".split())
_WORK_YEARS = frozenset("jaar jaren jaartje jaartjes halfjaar halfjaartje maanden maandjes werk baan tot sinds".split())
_NONE = re.compile(
    r"\b(?:geen|nog geen|zonder|nul|no) (?:enkele )?(?:werk ?)?(?:ervaring\w*|experience)\b"
    r"(?! (?:nodig|vereist|gevraagd))|"
    r"\b(?:nog )?nooit (?:eerder |van (?:mijn|me|mn) leven |echt |ergens )?(?:gedaan|gewerkt)\b|"
    r"\bnooit (?:eerder )?(?:(?:een |echt |betaald |vast )*(?:werk|baan|baantje|job)) gehad\b|"
    r"\bgeen (?:een |1 |enkele )?(?:dag|uur|minuut|seconde) gewerkt\b|\b(?:werk|(?:een )?baan) (?:heb|"
    r"had) ik (?:nog )?nooit gehad\b|\b(?:dit|het|dat) (?:is|wordt|zou)\b[^.,;]{0,20}\b(?:aller)?eerste (?:baan|"
    r"baantje|werk)\b|\bervaring\w*\W+(?:(?:heb|is|ik|nog|helaas|dus|daar) )*(?:niet|geen|nul|niks|0|nog niet)"
    r"(?! (?:nodig|vereist|verplicht|erg|zo veel|veel|gevraagd|belangrijk|genoeg|"
    r"probleem|punt|bezwaar|idee|eis)\b)(?=\W|$)"
)
_NOT_WORKED = re.compile(
    r"\b(?:niet|geen|zonder|nauwelijks|amper) (?:(?:meer|echt|kunnen|veel|betaald) )*(?:ge)?werk(?:t|en)?\b|"
    r"\bwerk(?:te)? ik (?:(?:al|nu|dus|helaas) )*(?:niet|geen)\b"
)
"""So long without work is no experience: "ik heb 3 jaar niet gewerkt"."""
_AT_WORK = re.compile(
    rf"\bik (?:werk|werkte) (?:(?:hier|nu|ook|daar|inmiddels|er|ongeveer|ruim|bijna|al|meer dan) )*(?={NUMBER} jaar\b)|"
    rf"\b(?:werk|werkte) ik (?:(?:nu|al|ruim|bijna|meer dan) )*(?={NUMBER} jaar\b)|"
    r"(?<=jaar )(?:lang )?(?:werk|werkte) ik\b|"
    r"\bsinds (?:19|20)\d\d (?:werk|doe) ik\b|\bik (?:werk|doe)(?: al| als \w+| dit werk| dit)* sinds (?:19|20)\d\d\b|"
    r"\b(?:ik (?:doe|deed)|(?:doe|deed) ik) (?:dit|dat|zulk|dit soort|hetzelfde) werk\b"
)
"""Work that goes on, or that was: "ik werk al 16 jaar in de zorg"."""
_NAME = r"(?:een |als )?(\w+(?: \w+)?)"
_FOR_YEARS = rf"(?:(?:nu|al|ongeveer|ruim|bijna|meer dan) )*{NUMBER} jaar\b"
_BEING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:ik was|was ik|ik ben(?: nu)? al|ben ik(?: nu)? al)\W+{_FOR_YEARS}\W+(?:lang )?{_NAME}",
        rf"{NUMBER} jaar (?:was|ben) ik {_NAME}",
        rf"{NUMBER} jaar (?:lang )?{_NAME} geweest\b",
        rf"\b(?:ik was|was ik) {_NAME},? {_FOR_YEARS}",
        rf"{_NAME} (?:was ik|ik was|geweest),? {_FOR_YEARS}",
    )
)
"""What somebody was for years: "ik was 12 jaar lasser"; without an occupation beside it, it is an age."""
_NONE_ASKED = re.compile(
    r"^(?:nee )?(?:nog )?(?:helemaal )?(?:geen|niks|niets|nooit|nul|none|niet|nog niet|nog nooit|geen een)$"
)
_A_LOT = re.compile(r"\b(?:veel|heel veel|(?<!is )genoeg|lang|heel lang|jarenlang|jaren|vele jaren|altijd|hele leven|"
                    r"mijn leven lang|vanaf (?:klein|kind|jongs af))\b")  # fmt: skip
_LITTLE = re.compile(r"\b(?:een beetje|weinig|niet veel|beetje|klein beetje|kort)\b")
_FROM_TO = re.compile(r"\b(?P<from>19\d\d|20\d\d)\s*(?:-|tot|tot en met|t/m|en|until|to)\s*(?P<to>19\d\d|20\d\d)\b")
_OR_TWO = re.compile(
    rf"(?:\b(?:een|n|1) |^)(?P<unit>jaar|jaartje|maand|maandje) of (?P<high>{NUMBER})\b(?! (?:jaar|maanden)\b)"
)
_OR_MORE = re.compile(rf" of {NUMBER}\b")
_AND_A_HALF = re.compile(rf"(?P<high>{NUMBER}) en (?:een |n )?(?:half|halve) (?:jaar|jaren)\b")
_AND_MONTHS = re.compile(rf"^\W*(?:en|,)?\s*(?P<months>{NUMBER}) (?:maanden|maand|mnd|months?)\b")
_SINCE = re.compile(r"\b(?:sinds|vanaf) (?P<year>19\d\d|20\d\d)\b")
_OLD = re.compile(
    r"\W*(?:oud|jong|geleden|getrouwd|gescheiden|gewacht|verslaafd|dakloos|gezorgd|"
    r"in nederland|in holland|hier|in de bijstand|werkloos|zonder werk|ziek|thuis|"
    r"(?:voor|met) (?:mijn|de) (?:kinderen|kind|moeder|vader|man|vrouw|ouders|gezin)|(?:de )?mantelzorg\w*|"
    r"(?:(?:op|naar|de|het|een|aan|in) )*(?:school|opleiding|cursus|inburger\w*|studie|azc|opvang|gestudeerd)"
    r"(?! gewerkt)|(?:(?:op|in|de|een) )*(?:wachtlijst|gevangenis|uitkering)\b|"
    r"(?:de )?(?:nederlands\w*|engels\w*|taal\w*) (?:geleerd|gestudeerd|gedaan|gehad|les|gevolgd))\b"
)
"""What years count that are no years of work: an age, how long ago, or what somebody did instead."""
_AGE = re.compile(r"\b(?:(?:ik ben|i am|leeftijd)\W*(?:al )?|(?:over|binnen)\W*(?:al |een |n |ongeveer )*)$")
_AROUND = frozenset(
    """ervaring gewerkt ongeveer land syrie turkije marokko eritrea polen oekraine thuisland eigen gedaan als
    meer dan minder ruim bijna al daar rond zeker""".split()
)


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "3 jaar ervaring", "10 jaar gewerkt", "geen ervaring"."""
    uncued = sentence.words.isdisjoint(_CUES)
    if (uncued and sentence.words.isdisjoint(_WORK_YEARS)) or is_question(sentence):
        return []
    sentence = of_oneself(sentence)
    none = _NONE.search(sentence.folded)
    if none:
        return [Entity("experience", none.start(), none.end(), {"years": 0})]
    if _NOT_WORKED.search(sentence.folded):
        return []
    every = islice(_counted(sentence, today), _MOST_COUNTED)
    told = not uncued or _at_work(sentence.folded)
    return _together(sentence, [each for each in every if told or are_of_work(sentence, each.start, each.end)])


def _together(sentence: Sentence, every: list[Entity]) -> list[Entity]:
    """Give the first years, with the work that they are of as far as that is said, and those of other work beside."""
    if not every:
        return []
    first, *more = every
    behind = [each for each in more if each.start >= first.end or each.end <= first.start]
    others = [replace(each, of=kinds_of(work_beside(sentence, each.start, each.end, far=False))) for each in behind]
    named = any(each.of for each in others)
    work = work_beside(sentence, first.start, first.end, far=not named)
    of = kinds_of(work)
    beside = tuple(each for each in others if each.of and each.of != of)
    unsure = first.unsure or (named and not of)
    return [replace(first, of=of, where=is_where(work), beside=beside, unsure=unsure)]


def _at_work(text: str) -> bool:
    """Say whether somebody says how long they do, or did, some work."""
    return _AT_WORK.search(text) is not None or _was_at_work(text)


def _was_at_work(text: str) -> bool:
    """Say whether an occupation stands beside the years that somebody was something."""
    named = [being[1] for pattern in _BEING if (being := pattern.search(text))]
    return any(occupations.is_person(name) for names in named for name in (names, *names.split()))


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how long somebody did this work."""
    found = spot(sentence, today)
    if not found and not is_question(sentence):
        sentence = of_oneself(sentence)
        counted = islice(_counted(sentence, today), _MOST_COUNTED)
        years = [each for each in counted if not are_of_else(sentence, each.start, each.end)]
        said = [replace(each, unsure=may_be_of_else(sentence, each.start, each.end)) for each in years]
        found = _together(sentence, said or _vague(sentence) or _bare(sentence))
    return found[0] if found else None


def _counted(sentence: Sentence, today: date) -> Iterator[Entity]:
    """Find the numbers of years or months; not an age and not how long ago."""
    spans = _FROM_TO.search(sentence.folded)
    if spans and 0 <= int(spans["to"]) - int(spans["from"]) <= _MOST:
        yield Entity("experience", *spans.span(), {"years": int(spans["to"]) - int(spans["from"])})
    or_two = _OR_TWO.search(sentence.folded)
    if or_two and not _OLD.match(sentence.folded, or_two.end()):
        count = _in_years(value_of(or_two["high"]), or_two["unit"])
        yield Entity("experience", *or_two.span(), {"years": _tidy(count)})
    half = _AND_A_HALF.search(sentence.folded)
    if half:
        yield Entity("experience", *half.span(), {"years": value_of(half["high"]) + 0.5})
    yield from _years(sentence)
    since = _SINCE.search(sentence.folded)
    if since and int(since["year"]) <= today.year:
        yield Entity("experience", *since.span(), {"years": today.year - int(since["year"])})


def _years(sentence: Sentence) -> Iterator[Entity]:
    """Find "3 jaar", "6 maanden" and "2 jaar en 3 maanden"."""
    for match in _YEARS.finditer(sentence.folded):
        after = sentence.folded[match.end() :]
        age = _AGE.search(sentence.folded[: match.start()]) and not _was_at_work(sentence.folded)
        if _OLD.match(after) or _OR_MORE.match(after) or age:
            continue
        years = _in_years(value_of(match["joined"] or match["high"]), match["unit"]) + (0.5 if match["half"] else 0)
        months = _AND_MONTHS.match(after) if not match["unit"].startswith(("m", "w")) else None
        years += value_of(months["months"]) / 12 if months else 0
        if 0 <= years <= _MOST:
            yield Entity("experience", match.start(), match.end(), {"years": _tidy(years)})


def _in_years(count: float, unit: str) -> float:
    """Turn months and weeks into years."""
    if unit.startswith("m"):
        return count / 12
    return count / 52 if unit.startswith("w") else count


def _tidy(years: float) -> float:
    """Round to a tenth of a year, whole years as an int; some weeks are not nothing."""
    rounded = round(max(years, _LEAST) if years else years, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _vague(sentence: Sentence) -> list[Entity]:
    """Read "veel" and "een beetje" as a choice, and "geen" as none."""
    if _NONE_ASKED.match(sentence.plain):
        return [Entity("experience", sentence.tokens[0].start, sentence.tokens[-1].end, {"years": 0})]
    few = _LITTLE.search(sentence.folded)
    if few:
        return [chosen("experience", few.start(), few.end(), [{"years": 0.5}, {"years": 1}, {"years": 2}])]
    many = _A_LOT.search(sentence.folded)
    if many and len(sentence.tokens) <= 5:  # noqa: PLR2004 - in a longer sentence "lang" says something else
        return [chosen("experience", many.start(), many.end(), [{"years": 5}, {"years": 3}, {"years": 10}])]
    return []


def _bare(sentence: Sentence) -> list[Entity]:
    """Read a number alone as years."""
    match = _BARE.search(sentence.folded)
    if match is None or not only_fillers(sentence, match.start(), match.end(), _AROUND):
        return []
    if match["high"] in {"een", "n", "paar"} and len(sentence.tokens) > 1:
        return []
    years = value_of(match["high"])
    return [Entity("experience", match.start(), match.end(), {"years": _tidy(years)})] if years <= _MOST else []
