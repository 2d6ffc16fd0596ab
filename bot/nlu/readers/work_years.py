"""What tells years of work from other years: "12 jaar lasser geweest", "twintig jaar lang", "zes jaar op de heftruck".

Years are of work where they are said of it: by the name of who does it or by what one does, in the same sentence, and
with nothing else in their own part of it that somebody can do for years.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.numbers import NAMED
from bot.nlu.readers.occupation_words import names_in, without_family
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.occupations import Occupation

    Named = list[tuple[str, list[Occupation]]]
    """Names of work, each with what it means."""

_AFTER = re.compile(
    r"\W*(?:lang )?(?:(?:werken|werk|dienstverband|in dienst|vast werk)\b|"
    r"(?:een |n |mijn )?eigen "
    r"(?:zaak|winkel|bedrijf\w*|restaurant|kapsalon|salon|garage|atelier|praktijk|[a-z]*zaak)\b|"
    r"(?:bij|voor) (?:dezelfde|een|een en dezelfde|de|mijn|1) (?:baas|firma|werkgever|bedrijf)\b|in loondienst\b)"
)
"""What says behind years that they were of work."""
_WITHOUT = re.compile(r"\b(?:zoek\w*|gezocht|geen|zonder|gewacht|wacht|wil|wou|moet|mag)\b")
_IF = re.compile(r"\b(?:als|wanneer) (?:ik|je|we)\b")
_OWN = re.compile(r"\beigen (?:zaak|winkel|bedrijf|restaurant|kapsalon|salon|garage|atelier)\b")
_SAT = re.compile(r"\b(?:gezeten|gestaan|gereden|gedraaid|gewerkt|gelopen|gezwaaid)\b")
_TRADE = re.compile(r"\b(?:mijn|me|mn|m'n) (?:vak|werk|beroep|ambacht|baan)\b")
_WAS_TRADE = re.compile(rf"\bwas (?:altijd )?{_TRADE.pattern}|{_TRADE.pattern} was\b")
_DOING = re.compile(
    r"\b(?:doe|deed|rij|reed|maak|maakte|bak|bakte|kook|kookte|naai|naaide|las|laste|knip|knipte|bracht|geef|gaf) ik\b|"
    r"\bik (?:doe|deed|reed|maakte|bakte|kookte|naaide|laste|knipte|gaf)\b"
)
_WAS = re.compile(r"\b(?:was ik|ik was|ben ik|ik ben|geweest|van beroep)\b")
_LASTING = re.compile(r"\b(?:al|ruim|bijna|zeker|meer dan|wel) (?:\w+ )?\Z")
_LONG = re.compile(r"\W*(?:lang|bij (?:elkaar|mekaar)|in totaal|aan een stuk|achter elkaar)\b")
_ALLOWED = frozenset(
    """en dat dit die was ben ik al nu ruim bijna zeker meer dan wel ongeveer lang bij voor in de het een elkaar mekaar
    daar er ook zo n geweest gedaan jaar jaren maanden jaartjes totaal van tot vanaf sinds op als heb heel hele dus toen
    eerst lange tijd daarvan iets over rond tussen hier geleden been a""".split()
)
"""Words that may stand in the part of a sentence that holds the years."""
_OTHER = frozenset(
    """woon woonde wonen getrouwd ziek werkloos thuis zorg geleden nederland holland duurt opleiding school studie
    cursus diploma rijbewijs wacht gewacht wachtlijst gevangenis opvang azc uitkering bijstand bijstandsuitkering oud
    jong leeftijd kind kinderen zoon dochter gescheiden alleen wil wou zoek zou hoop moet les lessen geleerd taal hotel
    voetbal sport fitness muziek""".split()
)
"""What else can take years, or what somebody wants only later."""
_WORKPLACES = frozenset({"zorg", "school", "hotel"})
"""Where somebody works who stood or sat there for years."""
_AGE = re.compile(r"\b(?:ik (?:was|ben)|ben ik|was ik)(?: pas| nu)? \Z")
_WAS_AGED = re.compile(r"\b(?:ik was|was ik)(?: pas| nog| maar| al| toen)* \Z")
_NO_MORE = re.compile(r"\W*(?:$|[,.;]|(?:toen|en|oud|jong)\b)")
"""What follows an age: "ik was 12 jaar toen ik begon"."""
_BESIDE_I = re.compile(r"(?:\b([^\W\d_]+) )?\bik(?: ([^\W\d_]+))?\b")
_WORKING = frozenset(
    """ben was heb had werk werkte doe deed zat stond denk dacht bedoel bedoelde ook zelf dus nu al toen meer ongeveer
    ruim zeker bijna wel en maar dan ja nee daar dit dat kan sorry als toen sinds want omdat""".split()
)
"""What stands beside "ik" where years are mostly of work."""
_LIFE = frozenset("zoek wil woon woonde rij leer leerde leef rook zit wacht".split())
"""What somebody does that is no work of theirs, however long."""
_OWNED = frozenset({"auto", "fiets"})
_APART = frozenset("huwelijk ziekte pensioen rust detentie celstraf".split())
_WORD = re.compile(r"\W*(\w+)")
_NEAR, _ALIKE = 20, 3
_UNLIKE = "933"
"""In this kind each does other work: who rides with parcels, fills the shelves of a shop, or works in a warehouse."""
_CUT = re.compile(r"[.;!?,:\n]|\b(?:en|maar|toen)\b")


def are_of_work(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the years that stand here are years of work."""
    text = sentence.folded
    begin, stop = _part_of(text, start, end)
    if _AFTER.match(text, end) and not (_WITHOUT.search(text, begin, stop) or _IF.search(text, 0, start)):
        return True
    said = [token.text for token in sentence.tokens if begin <= token.start < stop]
    sat = _SAT.search(text, end, stop) is not None
    if not (_OTHER - _WORKPLACES if sat else _OTHER).isdisjoint(said):
        return False
    trade = any(map(occupations.is_everyday, (*said, *map(" ".join, pairwise(said)))))
    if trade and (sat or _DOING.search(text, begin, stop)):
        return True
    lasting = _LASTING.search(text, max(0, start - _NEAR), start) or _LONG.match(text, end)
    if _OWN.search(text) or (lasting and _TRADE.search(text)):
        return True
    names = {token.text for token in sentence.tokens if _is_somebody(token.text)}
    if not names:
        return False
    beside = trade or not _strange(said, names)
    return (lasting is not None and beside) or _was(sentence, start, end, said, names)


def are_of_else(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the years that stand here are an age, or of what somebody does that is no work: "ik rook 20 jaar"."""
    text = sentence.folded
    if _WAS_AGED.search(text, max(0, start - _NEAR), start) and _NO_MORE.match(text, end):
        return True
    begin, stop = _part_of(text, start, end)
    said = {token.text for token in sentence.tokens if begin <= token.start < stop}
    if any(map(occupations.is_everyday, said - _OWNED)):
        return False
    return not _APART.isdisjoint(said) or not _LIFE.isdisjoint(_verbs(text, begin, stop))


def may_be_of_else(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether years stand beside what somebody does, and may be no work: "ik speel 10 jaar gitaar"."""
    begin, stop = _part_of(sentence.folded, start, end)
    return bool(_verbs(sentence.folded, begin, stop) - _WORKING)


def work_beside(sentence: Sentence, start: int, end: int, *, far: bool = True) -> Named:
    """Give the names of the work that years are of: what their part of the sentence names.

    Where that names none, it is what the rest of the sentence names, if this may stand so `far`.
    """
    begin, stop = _part_of(sentence.folded, start, end)
    for text in (sentence.folded[begin:stop], sentence.folded) if far else (sentence.folded[begin:stop],):
        named = names_in(without_family(Sentence.of(text)))
        if named:
            return named
    return []


def kinds_of(named: Named) -> tuple[str, ...]:
    """Give the kinds of work that names are for, as beginnings of ISCO codes.

    The name of who does it is for that work and what is very like it; a place or a field, for all that is done there.
    """
    return tuple(dict.fromkeys(kind for name, work in named for kind in _kinds_of(name, work)))


def is_where(named: Named) -> bool:
    """Say whether names say only where the work was done, or in which field: "in het magazijn"."""
    return bool(named) and not any(_is_somebody(name) for name, _work in named)


def _kinds_of(name: str, work: list[Occupation]) -> Iterator[str]:
    """Give the kinds of work that a name can be for."""
    yield from map(_kind_of, work)
    if not _is_somebody(name):
        yield from map(_kind_of, occupations.done_beside(work))


def _kind_of(occupation: Occupation) -> str:
    """Give the kind of work that an occupation is of."""
    return occupation.isco if occupation.isco.startswith(_UNLIKE) else occupation.isco[:_ALIKE]


def _verbs(text: str, begin: int, stop: int) -> set[str]:
    """Give what stands behind and before "ik"."""
    return {word for match in _BESIDE_I.finditer(text, begin, stop) for word in match.groups() if word}


def _is_somebody(word: str) -> bool:
    """Say whether a word is for who does some work: that of a list of names, too, and "chauffeur", of many kinds."""
    return occupations.is_person(word) or word == "chauffeur" or occupations.is_seldom(word)


def _was(sentence: Sentence, start: int, end: int, said: list[str], names: set[str]) -> bool:
    """Say whether somebody was something for these years: "kok geweest, 27 jaar"; not "ik was 12 jaar", an age."""
    text = sentence.folded
    if _AGE.search(text, max(0, start - _NEAR), start):
        behind = _WORD.match(text, end)
        return behind is not None and (behind[1] == "geweest" or behind[1] in names)
    was = _WAS.search(text) or _WAS_TRADE.search(text)
    return was is not None and not _strange(said, names)


def _part_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the part of a sentence begins and ends in which something stands."""
    begin = 0
    for cut in _CUT.finditer(text, 0, start):
        begin = cut.end()
    following = _CUT.search(text, end)
    return begin, following.start() if following else len(text)


def _strange(said: list[str], names: set[str]) -> list[str]:
    """Give the words beside years that are no number, no work, and no place behind "in"."""
    return [
        word
        for at, word in enumerate(said)
        if not (word.isdigit() or word in NAMED or word in names or word in _ALLOWED or occupations.is_everyday(word))
        and not (at and said[at - 1] in {"in", "uit"})
    ]
