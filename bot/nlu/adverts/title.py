"""The occupation that the title of a vacancy names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.sentence import Sentence, fold, words_of

if TYPE_CHECKING:
    from bot.nlu.occupations import Occupation

_LONGEST = 4
_AROUND = re.compile(
    r"\((?:[^()]*)\)|\b(?:m/v(?:/x)?|v/m(?:/x)?|m/w/d|vacature|gezocht|gevraagd|wij zoeken|we zoeken|zoekt|via .*:|"
    r"full ?-?time|part ?-?time|fulltimer|parttimer|per direct|bbl|ervaren|gemotiveerde?|enthousiaste?|zelfstandige?|"
    r"nieuwe|leuke|flexibele?|allround|junior|medior|senior|betrouwbare?|een|onze|collega|bijbaan|baan|als)\b"
)
_TAIL = re.compile(r"(?:\b(?:in|te|regio|omgeving|bij|voor|locatie|standplaats)\b|[-–|,:;]|\d).*$")
_ABOVE = frozenset(
    """teamleider leider leidinggevende manager hoofd chef directeur coordinator supervisor voorman planner recruiter
    docent leraar trainer opleider instructeur adviseur accountmanager consultant inspecteur stagiair stage
    vrijwilliger assistent""".split()
)
"""Beside the name of some work these make another job of it: "teamleider schoonmaak"."""


def occupations_in(title: str, rest: str = "") -> list[Occupation]:
    """Give what a title names: one occupation, none, or several that its words can mean and `rest` does not decide."""
    found = _named(title)
    if len(found) > 1:
        said = f" {words_of(f'{title} {rest}')} "
        decided = [one for one in found if f" {words_of(one.label)} " in said]
        return decided if len(decided) == 1 else found
    return found


def _named(title: str) -> list[Occupation]:
    core = words_of(_AROUND.sub(" ", fold(title)))
    short = words_of(_TAIL.sub("", _AROUND.sub(" ", fold(title)).strip(" -–|,:;")))
    for name in dict.fromkeys((core, short, short.removeprefix("medewerker "))):
        if name and (found := occupations.exact(name)):
            return found
    return _person(title)


def _person(title: str) -> list[Occupation]:
    """Find the first name of somebody who does some work; not where another word makes another job of it."""
    words = [token.text for token in Sentence.of(title).tokens]
    for at in range(len(words)):
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + count])
            one = next((each for each in _singular(name) if occupations.is_person(each)), None)
            if one:
                others = {*words[:at], *words[at + count :]}
                return [] if others & _ABOVE else occupations.exact(one)
    return []


def _singular(name: str) -> tuple[str, ...]:
    """Give a name as it is and as it may be of one: "schoonmakers", "zorghulpen"."""
    return name, name.removesuffix("s"), name.removesuffix("en")
