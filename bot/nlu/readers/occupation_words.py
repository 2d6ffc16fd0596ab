"""What words mean as the name of work: a whole piece, the words in it that count, and every name inside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.lists import sections
from bot.nlu.numbers import NUMBER
from bot.nlu.readers.day_words import PARTS_BY_WORD, WEEKEND_WORK
from bot.nlu.real_words import is_usual
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from bot.nlu.occupations import Occupation

LONGEST = 4
"""How many words the name of work has at most."""
_LEAD = re.compile(
    r"^(?:(?:ja|nee|nou|hallo|hoi|eh|uh|oke|ok|en|of|dan|maar|ook|ik|je|we|me|mij|wil|wilde|zou|zoek|zoeken|"
    r"vind|hou|heb|"
    r"ben|was|doe|doen|graag|liefst|liever|het|willen|worden|werken|werk|werkte|een|n|baan|baantje|als|in|de|"
    r"iets|wat|met|"
    r"bij|op|om|te|van|voor|misschien|bijvoorbeeld|bv|gewoon|alleen|kan|kunnen|goed|ervaring|leuk|beste|lievelings|"
    r"gewerkt|altijd|vroeger|eerst|nu|naar|job|work|want|i|to|a|in the|zoals|dat|is|lijkt|heel|erg|mag|beroep|"
    r"functie)\s+)+"
)
_TRAIL = re.compile(
    r"(?:\s+(?:kan|mag|lukt|gaat|(?:is |vind ik )?ook (?:goed|prima|best|leuk)|"
    r"in|bij|uit|met|graag|werken|werk|worden|doen|zijn|aub|alsjeblieft|svp|please|of zo|ofzo|enzo|hoor|ook|"
    r"gewerkt|geweest|baan|wil ik|lijkt me leuk|vind ik leuk|is leuk|is goed|werk doen|het liefst|denk ik|"
    r"per week|job))+$"
)
_THERE = re.compile(r" (?:in|bij|op) (?:een|n|de|het|t) \w+(?: \w+)?$")
"""Where the work is done: "koffie schenken in een buurthuis"."""
_JUNK = frozenset(
    """alles iets niks niets werk baan werken wat dat dit het ja nee weet idee niet uren uur geld meer hallo
    hoi help stop
    banaan mens vraag leuk goed snel nieuw anders misschien geen bedoel begrijp snap een ik ander beter best doei dank
    bedankt huis week dag auto nu later maandag weekend fiets mensen leven tijd menu terug skip overslaan""".split()
)
_KIDS = r"(?:kinderen|kids|kind|kleinkinderen|zonen|dochters)"
_FAMILY = re.compile(
    rf"\b(?:moeder|vader|oma|opa|mama|papa|ouder) van (?:\w+ ){{0,2}}{_KIDS}\b|"
    rf"\b(?:heb|ben met) (?:ik )?(?:(?:{NUMBER}|kleine|jonge|ook|al|zelf|nog) )*{_KIDS}\b|\bmijn {_KIDS}\b",
    re.IGNORECASE,
)
"""The children that somebody has, and does not work with."""
_REALLY = frozenset("auto fiets huis mensen".split())


def without_family(sentence: Sentence) -> Sentence:
    """Blank out the children that somebody has: "ik ben moeder van 3 kinderen"."""
    return Sentence.of(_FAMILY.sub(lambda found: " " * len(found.group()), sentence.raw))


def meant_by(text: str) -> list[Occupation]:
    """Look a piece of text up: as it is, without the words around it, and misspelt."""
    if text in _JUNK:
        return []
    found = occupations.exact(text)
    if found:
        return found
    core = core_of(text)
    if core != text and (found := _with_cue(text)):
        return found
    if not core or (core in _JUNK - _REALLY) or (core == text and core in _JUNK) or set(core.split()) <= _JUNK:
        return []
    there = occupations.exact(_THERE.sub("", core))
    return there or (_found(core) if len(core.split()) <= LONGEST else [])


def _found(core: str) -> list[Occupation]:
    """Look up the name of work; words that say something else are not taken for misspelt work."""
    guess = occupations.likeness(core) < 100  # noqa: PLR2004 - 100 is no guess
    other = guess and (is_usual(core) or set(core.split()) <= _other_words())
    return [] if other else occupations.find(core)


@cache
def _other_words() -> frozenset[str]:
    """Give small Dutch words, and those of time: "meteen" is no metselaar."""
    time = [word for line in sections("spelling.txt")["always"] for word in line.replace(":", " ").split()]
    return (
        FILLERS
        | _JUNK
        | WEEKEND_WORK
        | frozenset(PARTS_BY_WORD)
        | frozenset((*" ".join(sections("tongues.txt")["nl"]).split(), *time))
    )


def core_of(text: str) -> str:
    """Take off the words that stand around the name of work."""
    return _TRAIL.sub("", _LEAD.sub("", text + " ").strip()).strip()


def _with_cue(text: str) -> list[Occupation]:
    """Look up "met kinderen" in "ik wil werken met kinderen"."""
    cue = re.search(r"\b(?:met|in de|in een|op de|op|achter de|bij|met de) \w+(?: \w+)?$", text)
    return occupations.exact(cue.group()) if cue else []


def side_by_side(piece: str) -> list[str]:
    """Cut "schoonmaken koken naaien", where each word by itself is work, and the whole is not."""
    words = words_of(piece).split()
    if len(words) < 2 or occupations.exact(" ".join(words)):  # noqa: PLR2004 - two are beside each other
        return [piece]
    named = [tuple(occupation.uri for occupation in occupations.exact(word)) for word in words]
    apart = all(len(each) == 1 for each in named) and len(set(named)) == len(named)  # "truck driver" is one
    return words if apart else [piece]


def every_name_in(sentence: Sentence) -> list[Occupation]:
    """Look up every run of words that is exactly an everyday word for work."""
    return [occupation for _name, meant in names_in(sentence) for occupation in meant]


def names_in(sentence: Sentence) -> list[tuple[str, list[Occupation]]]:
    """Give every run of words that is exactly an everyday word for work, with what it means; the longest first."""
    words, at = [token.text for token in sentence.tokens], 0
    found: list[tuple[str, list[Occupation]]] = []
    while at < len(words):
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + count])
            if name not in _JUNK and (meant := occupations.exact(name)):
                found.append((name, meant))
                at += count - 1
                break
        at += 1
    return found


def name_inside(sentence: Sentence) -> list[Occupation]:
    """Look up any run of words in the sentence that is exactly an everyday word for work; the longest first."""
    words = [token.text for token in sentence.tokens]
    for count in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - count + 1):
            name = " ".join(words[at : at + count])
            where = words[at] in {"in", "op", "bij"} and at > 0
            if len(name) > 3 and not where and name not in _JUNK and (found := occupations.exact(name)):  # noqa: PLR2004 - short words say other things
                return found
    return []
