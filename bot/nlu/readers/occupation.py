"""The work that somebody wants: {"uri", "label", "isco"} of an occupation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.wording import chosen, is_indifferent, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.nlu.occupations import Occupation
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_LONGEST = 4
_NOT_STRICT = frozenset(
    """juf meester agent drukker host zuster broeder promotor boer arbeider gids pakker veger leidster begeleider
    hulpverlener jobcoach werkbegeleider controleur verzorger ondernemer security bewaker kaper handhaver boa
    toezichthouder visser drager klusser steward conducteur operator helpende promotor monteurs hulp belader
    interviewer verver scilder kock picker cook docent leraar tolk""".split()
)
"""Words that say something else too: only with a cue like "als" before them."""
_OWNED = frozenset(
    "mijn de het deze die jouw je onze haar zijn hun uw geen niet zonder behalve bij naar geweest van".split()
)
_CUES = frozenset("als wil worden zoek baan werk beroep functie".split())
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
    r"(?:\s+(?:graag|werken|werk|worden|doen|zijn|aub|alsjeblieft|svp|please|of zo|ofzo|enzo|hoor|ook|gewerkt|"
    r"geweest|"
    r"baan|wil ik|lijkt me leuk|vind ik leuk|is leuk|is goed|werk doen|het liefst|denk ik|per week|job))+$"
)
_JUNK = frozenset(
    """alles iets niks niets werk baan werken wat dat dit het ja nee weet idee niet uren uur geld meer hallo
    hoi help stop
    banaan mens vraag leuk goed snel nieuw anders misschien geen bedoel begrijp snap een ik ander beter best doei dank
    bedankt huis week dag auto nu later maandag weekend fiets mensen leven tijd menu terug skip overslaan""".split()
)
_MAIL_BEFORE = re.compile(r"[\w.+-]*[@.][\w.+-]*$")
"""An occupation can be a piece of an e-mail address."""
_REALLY = frozenset("auto fiets huis mensen".split())
_UNKNOWN = re.compile(
    r"\b(?:weet (?:ik |het )*niet|geen idee|snap|begrijp|bedoel|maakt niet uit|geen (?:werk|"
    r"baan))\b"
)
_REFUSED = re.compile(r"\b(?:niet|geen|nooit)\b")
_SPLIT = re.compile(r"\s*(?:[,;/+&]|\s+en\s+|\s+of\s+|\s+ook\s+|\s+and\s+|\s+or\s+)\s*")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find occupations by the name of who does the work; not those of somebody else, and not what is refused."""
    del today
    found = []
    for at, count, name in _names(sentence):
        before = [token.text for token in sentence.tokens[max(0, at - 3) : at]]
        cued = not _CUES.isdisjoint(before)
        if (
            "mijn" in before
            or (before and before[-1] in _OWNED)
            or (not cued and name in _NOT_STRICT)
            or {"geen", "niet"} & set(before[-2:])
        ):
            continue
        start, end = sentence.tokens[at].start, sentence.tokens[at + count - 1].end
        if "@" in sentence.folded[start : end + 1] or _MAIL_BEFORE.search(sentence.folded[:start]):
            continue
        found.append(_entity(start, end, occupations.exact(name)))
    return found


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to which work somebody wants."""
    found = spot(sentence, today)
    if found:
        return _all_named(sentence, found)
    if is_question(sentence) or is_indifferent(sentence) or _UNKNOWN.search(sentence.folded) or not sentence.tokens:
        return None
    negated = _REFUSED.search(sentence.folded)
    if negated and not re.search(r"\b(?:maar|wel)\b", sentence.folded):
        return None
    text = sentence.plain if negated is None else re.split(r"\b(?:maar|wel)\b", sentence.plain)[-1].strip()
    meant = occupations.exact(text) or _parts(sentence) or _meant(text) or _inside(sentence)
    if not meant:
        return None
    return _entity(sentence.tokens[0].start, sentence.tokens[-1].end, meant)


def _all_named(sentence: Sentence, found: list[Entity]) -> Entity:
    """Give what was found, and beside it what stands in the same list under another kind of name: "of chauffeur"."""
    several = [] if is_question(sentence) or _REFUSED.search(sentence.folded) else _parts(sentence)
    if len(several) > len(found):
        return _entity(sentence.tokens[0].start, sentence.tokens[-1].end, several)
    if len(found) == 1:
        return found[0]
    options = [value for each in found for value in (each.options[:1] or (each.value,))]
    return chosen("occupation", found[0].start, found[-1].end, options[:5])


def _names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Give the names of people who do some work: first word, number of words, and the name; longest first."""
    at = 0
    while at < len(sentence.tokens):
        for count in range(min(_LONGEST, len(sentence.tokens) - at), 0, -1):
            name = " ".join(token.text for token in sentence.tokens[at : at + count])
            if occupations.is_person(name):
                yield at, count, name
                at += count - 1
                break
        at += 1


def _meant(text: str) -> list[Occupation]:
    """Look a piece of text up: as it is, without the words around it, and misspelt."""
    if text in _JUNK:
        return []
    found = occupations.exact(text)
    if found:
        return found
    core = _TRAIL.sub("", _LEAD.sub("", text + " ").strip()).strip()
    if core != text and (found := _with_cue(text)):
        return found
    if not core or (core in _JUNK - _REALLY) or (core == text and core in _JUNK) or set(core.split()) <= _JUNK:
        return []
    return occupations.find(core) if len(core.split()) <= _LONGEST else []


def _with_cue(text: str) -> list[Occupation]:
    """Look up "met kinderen" in "ik wil werken met kinderen"."""
    cue = re.search(r"\b(?:met|in de|in een|op de|op|achter de|bij|met de) \w+(?: \w+)?$", text)
    return occupations.exact(cue.group()) if cue else []


def _parts(sentence: Sentence) -> list[Occupation]:
    """Look up each part of a list, and let the person choose."""
    pieces = [piece for piece in _SPLIT.split(sentence.folded) if piece]
    if len(pieces) < 2:  # noqa: PLR2004 - one piece was looked up already
        return []
    found = [occupation for piece in pieces for occupation in _meant(re.sub(r"[^\w\s']+", " ", piece).strip())[:2]]
    return list({occupation.uri: occupation for occupation in found}.values())[:5]


def _inside(sentence: Sentence) -> list[Occupation]:
    """Look up any run of words in the sentence that is exactly an everyday word for work; the longest first."""
    words = [token.text for token in sentence.tokens]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - count + 1):
            name = " ".join(words[at : at + count])
            where = words[at] in {"in", "op", "bij"} and at > 0
            if len(name) > 3 and not where and name not in _JUNK and (found := occupations.exact(name)):  # noqa: PLR2004 - short words say other things
                return found
    return []


def _entity(start: int, end: int, found: list[Occupation]) -> Entity:
    """Make the entity; several occupations become a choice."""
    return chosen("occupation", start, end, [occupation.value() for occupation in found])
