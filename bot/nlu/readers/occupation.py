"""The work that somebody wants: {"uri", "label", "isco"} of an occupation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.numbers import NUMBER
from bot.nlu.readers.activity import activity
from bot.nlu.readers.occupation_words import (
    LONGEST,
    core_of,
    every_name_in,
    meant_by,
    name_inside,
    side_by_side,
    without_family,
)
from bot.nlu.readers.refusing import NO_MORE, Parted, parted
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import chosen, is_indifferent, is_question, of_oneself

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.nlu.occupations import Occupation
    from bot.nlu.parse import Entity

_MOST_PIECES, _NEAR = 12, 64
_NOT_STRICT = frozenset(
    """juf meester agent drukker host zuster broeder promotor boer arbeider gids pakker veger leidster begeleider
    hulpverlener jobcoach werkbegeleider controleur verzorger ondernemer security bewaker kaper handhaver boa
    toezichthouder visser drager klusser steward conducteur operator helpende promotor monteurs hulp belader
    interviewer verver scilder kock picker cook docent leraar tolk""".split()
)
"""Words that say something else too: only with a cue like "als" before them, or where somebody says to be it."""
_SAY_MORE = frozenset("drukker hulp kaper klusser helpende meester cook".split())
"""Words that say something else behind "ik ben", too."""
_AM = re.compile(
    r"\b(?:(?:ik|altijd) (?:was|ben)|(?:was|ben|werd) (?:ik|vroeger)|beroep (?:is|was|ben ik)|als|ik wil|worden|werd)"
    r"(?: (?:al|nog|weer|graag|vroeger|eerst|een|n|wel|zelf|liefst|ook))*\W+\Z"
)
_AM_BEHIND = re.compile(
    r" (?:was|ben|wil|werd) ik\b(?! niet| geen)| (?:ben ik )?geweest\b| van beroep\b|"
    r" (?:willen |te )?(?:worden|zijn)\b|"
    r" was (?:mijn|me|mn|m'n) (?:vak|werk|beroep|baan)\b|,? dat (?:was|ben) ik\b"
)
"""What says that somebody is, was or wants to be it: "in Kiev was ik tolk", "goudsmid ben ik"."""
_WORKED_IN = re.compile(r" (?:in|bij|geweest)\b")
_HAS = re.compile(r"\b(?:heb|had|ken|bel|belde|zie|spreek|vraag) (?:al |ook |nog )?(?:een|n|de|die)(?: \w+e)? \Z")
"""What says that somebody has to do with another who does some work: "ik heb een goede boekhouder"."""
_VISITS = re.compile(r"\b(?:ben|was|ga|ging|moet|kom) (?:ik )?(?:(?!zoek)\w+ ){0,3}(?:bij|naar) (?:de|een|mijn|n) \Z")
"""What says that somebody goes to another who does some work: "ik ben bij de kapper geweest"."""
_GETS = re.compile(r"\b(?:heb|heeft|krijg|krijgt|kreeg|had|ontvang)\b(?: \w+){0,6} \Z|\buur(?: (?:per|in de) week)? \Z")
"""What says that somebody is helped, and does not help: "drie uur per week huishoudelijke hulp"."""
_HELPED_BEHIND = re.compile(r" (?:krijg|kreeg) ik\b| komt\b| heb ik\b(?!.{0,40}\bge(?:daan|werkt|weest)\b)")
_DONE_BEHIND = re.compile(r" (?:gewerkt|gedaan|geweest)\b")
_OWNED = frozenset(
    """mijn de het deze die jouw je onze haar zijn hun uw geen niet zonder behalve bij naar geweest van mevrouw meneer
    mevr heer""".split()
)
_CALLED = frozenset("heet naam noem".split())
"""What a name with a capital comes behind: "ik heet Jan Bakker"."""
_PROFESSION = frozenset("beroep vak functie leven land droom".split())
_CUES = frozenset("wil worden zoek baan werk beroep functie".split())
_ARTICLES = frozenset("een n de goede goed".split())
_MAIL_BEFORE = re.compile(r"[\w.+-]*[@.][\w.+-]*$")
"""An occupation can be a piece of an e-mail address."""
_THINGS_TOO = frozenset({"oppas"})
"""Names of work that somebody can have, too: "als ik oppas heb", "er is oppas"."""
_HAD = frozenset("heb had er".split())
_NO_WORDS = re.compile(r"\b(?:niet|nit|geen|nooit|behalve|uitgezonderd|liever|liefst|meer|werken|werk|als|in|de|het|"
                       r"genoeg van|stoppen met|wil|ik|doen|worden|not|except)\b")  # fmt: skip
_SURE = 85
"""From this likeness on (0 to 100) a misspelt name is no guess: one letter of seven, two of fourteen."""
_UNKNOWN = re.compile(
    r"\b(?:weet (?:ik |het )*niet|geen idee|snap|begrijp|bedoel|maakt niet uit|geen (?:werk|"
    r"baan))\b|\bals (?:ik|er|mijn \w+)\b.*\b(?:heb|is|zijn)\b"
)
_CHANGE = re.compile(
    r"\b(?:vroeger|eerst|eerder|was|werkte|gewerkt|geweest)\b[^.;]*?"
    r"(?P<now>\b(?:nu|maar)\b(?!.*\b(?:ook|weer|opnieuw)\b)[^.;]*\b(?:wil|zoek|zou|liever|graag|worden)\b)"
)
"""How it was, and what is wanted now."""
_OTHER_WORK = re.compile(r"\b(?:iets (?:heel )?anders|ander werk|andere? (?:baan|beroep|functie)|iets nieuws)\b")
_SOME = re.compile(rf"{NUMBER}|zoek|zoeken|zoekt|gezocht")
"""What stands before several of a kind: "wij zoeken 2 vakkenvullers"."""
_PAST = re.compile(r"\b(?:gewerkt|gedaan|geweest|ervaring|was|werkte)\b")
_SPLIT = re.compile(r"\s*(?:[,;/+&]|\s+en\s+|\s+of\s+|\s+ook\s+|\s+maar\s+|\s+and\s+|\s+or\s+)\s*")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find occupations by the name of who does the work; not those of somebody else, and not what is refused."""
    del today
    parts = parted(sentence)
    wanted = _wanted_now(of_oneself(parts.wanted))
    found = _spotted(wanted) or activity(wanted)
    if not found or not parts.refused:
        return found
    left_out = _left_out(parts)
    return [entity for entity in found if entity.value["uri"] not in left_out]


def _wanted_now(sentence: Sentence) -> Sentence:
    """Blank out the work of before, where somebody wants other work now: "ik was kok, nu wil ik iets anders"."""
    change = _CHANGE.search(sentence.folded)
    if change is None:
        return sentence
    now = Sentence.of(sentence.raw[change.start("now") :])
    if not _OTHER_WORK.search(now.folded) and not every_name_in(now):
        return sentence
    return Sentence.of(" " * change.start("now") + now.raw)


def _left_out(parts: Parted) -> set[str]:
    """Give the work that is refused by name."""
    return {occupation.uri for piece in parts.refused for occupation in _refused_in(piece)}


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to which work somebody wants; a name that is a guess is unsure."""
    del today
    parts = parted(sentence)
    wanted = without_family(_wanted_now(of_oneself(parts.wanted)))
    left_out = _left_out(parts)
    spotted = _spotted(wanted) or activity(wanted)
    found = [entity for entity in spotted if entity.value["uri"] not in left_out]
    if found:
        return _all_named(wanted, found)
    if is_question(sentence) or is_indifferent(wanted) or _UNKNOWN.search(sentence.folded) or not wanted.tokens:
        return None
    if any(_is_somebody(token.text) and _is_anothers(wanted, at) for at, token in enumerate(wanted.tokens)):
        return None
    text = wanted.plain
    certain = occupations.exact(text) or _parts(wanted)
    named = certain or meant_by(text) or name_inside(wanted)
    meant = [occupation for occupation in named if occupation.uri not in left_out]
    if not meant:
        return None
    entity = _entity(wanted.tokens[0].start, wanted.tokens[-1].end, meant)
    guess = (
        not certain and not entity.options and occupations.likeness(core_of(text)) < _SURE and not name_inside(wanted)
    )
    return replace(entity, unsure=True) if guess else entity


def _is_somebody(word: str) -> bool:
    """Say whether a word is for who does some work."""
    return occupations.is_person(word) or (bool(occupations.exact(word)) and not occupations.is_everyday(word))


def _is_anothers(sentence: Sentence, at: int) -> bool:
    """Say whether the work that is named is that of another, whom somebody has or goes to."""
    start = sentence.tokens[at].start
    return any(pattern.search(sentence.folded, max(0, start - _NEAR), start) for pattern in (_HAS, _VISITS))


def listed(sentence: Sentence) -> list[tuple[dict[str, str], ...]]:
    """Give what each part of a list of work can mean: "schoonmaken, koken of chauffeur" names three."""
    wanted = _wanted_now(parted(sentence).wanted)
    if is_question(sentence) or _UNKNOWN.search(sentence.folded):
        return []
    pieces = [occupations.exact(words_of(piece)) or meant_by(words_of(piece)) for piece in _pieces(wanted)]
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for meant in filter(None, pieces):
        found.setdefault(meant[0].uri, tuple(occupation.value() for occupation in meant))
    return list(found.values())


def refused(sentence: Sentence) -> list[Occupation]:
    """Give the work that somebody does not want (any more): "geen schoonmaak meer", "alles behalve kok"."""
    if is_question(sentence):
        return []
    over = NO_MORE.search(sentence.folded) is not None
    pieces = [piece for piece in parted(sentence).refused if over or not _PAST.search(piece)]
    return [occupation for piece in pieces for occupation in _refused_in(piece)]


def _refused_in(piece: str) -> list[Occupation]:
    """Look up work in a piece that says no; only names that are certain."""
    sentence = Sentence.of(_NO_WORDS.sub(" ", piece))
    return occupations.exact(sentence.plain) or every_name_in(sentence)


def _spotted(wanted: Sentence) -> list[Entity]:
    """Find names of people at work that are about oneself."""
    found: dict[str, Entity] = {}
    for at, count, name in _names(wanted):
        before = [token.text for token in wanted.tokens[max(0, at - 3) : at]]
        cued = (
            not _CUES.isdisjoint(before) or _is_called(before) or (name not in _SAY_MORE and _is_it(wanted, at, count))
        )
        if (
            ("mijn" in before and _PROFESSION.isdisjoint(before))
            or (before and before[-1] in _OWNED)
            or (not cued and name in _NOT_STRICT)
            or (name in _THINGS_TOO and not _HAD.isdisjoint(before))
            or (not _CALLED.isdisjoint(before) and wanted.raw[wanted.tokens[at].start].isupper())
        ):
            continue
        if "als" in before and name in _NOT_STRICT | _THINGS_TOO and not _is_called(before):
            continue
        start, end = wanted.tokens[at].start, wanted.tokens[at + count - 1].end
        if _is_anothers(wanted, at):
            continue
        if "hulp" in name and "huis" in name and "als" not in before and _is_helped(wanted.folded, start, end):
            continue
        if "@" in wanted.folded[start : end + 1] or _MAIL_BEFORE.search(wanted.folded, max(0, start - _NEAR), start):
            continue
        entity = _entity(start, end, occupations.exact(name))
        found.setdefault(entity.value["uri"], entity)
    return list(found.values())


def _is_helped(text: str, start: int, end: int) -> bool:
    """Say whether the help that is named is help that somebody gets."""
    if _HELPED_BEHIND.match(text, end):
        return True
    return _GETS.search(text, max(0, start - _NEAR), start) is not None and not _DONE_BEHIND.match(text, end)


def _is_it(sentence: Sentence, at: int, count: int) -> bool:
    """Say whether somebody says to be, or to have been, what stands there."""
    start, end = sentence.tokens[at].start, sentence.tokens[at + count - 1].end
    before = _AM.search(sentence.folded, max(0, start - _NEAR), start)
    return before is not None or _AM_BEHIND.match(sentence.folded, end) is not None


def _is_or_was(sentence: Sentence, at: int) -> bool:
    """Say whether somebody says to be a word, or begins with it: "goudsmid in Asmara"."""
    begun = at == 0 and _WORKED_IN.match(sentence.folded, sentence.tokens[at].end) is not None
    return begun or _is_it(sentence, at, 1)


def _is_called(before: list[str]) -> bool:
    """Say whether "als" or "als een" stands right before a name; not in "als ik oppas heb"."""
    return "als" in before and set(before[before.index("als") + 1 :]) <= _ARTICLES


def _all_named(sentence: Sentence, found: list[Entity]) -> Entity:
    """Give what was found, and beside it what stands in the same list under another kind of name: "of chauffeur"."""
    several = [] if is_question(sentence) else _parts(sentence)
    if len(several) > len(found):
        return _entity(sentence.tokens[0].start, sentence.tokens[-1].end, several)
    if len(found) == 1:
        return found[0]
    options = [value for each in found for value in (each.options[:1] or (each.value,))]
    return chosen("occupation", found[0].start, found[-1].end, options[:5])


def _names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Give the names of people who do some work: first word, number of words, and the name; longest first."""
    at, longer = 0, occupations.begins_people()
    while at < len(sentence.tokens):
        most = LONGEST if sentence.tokens[at].text in longer else 1
        for count in range(min(most, len(sentence.tokens) - at), 0, -1):
            name = " ".join(token.text for token in sentence.tokens[at : at + count])
            if at and _SOME.fullmatch(sentence.tokens[at - 1].text):
                name = name.removesuffix("s")
            if occupations.is_person(name) or (occupations.is_seldom(name) and _is_or_was(sentence, at)):
                yield at, count, name
                at += count - 1
                break
        at += 1


def _parts(sentence: Sentence) -> list[Occupation]:
    """Look up each part of a list, and let the person choose."""
    pieces = _pieces(sentence)
    if len(pieces) < 2:  # noqa: PLR2004 - one piece was looked up already
        return []
    found = [occupation for piece in pieces for occupation in meant_by(re.sub(r"[^\w\s']+", " ", piece).strip())[:2]]
    return list({occupation.uri: occupation for occupation in found}.values())[:5]


def _pieces(sentence: Sentence) -> list[str]:
    """Cut a list into its parts."""
    pieces = [
        part
        for piece in _SPLIT.split(" ".join(sentence.folded.split()))
        if piece.strip()
        for part in side_by_side(piece)
    ]
    return pieces[:_MOST_PIECES]


def _entity(start: int, end: int, found: list[Occupation]) -> Entity:
    """Make the entity; several occupations become a choice."""
    return chosen("occupation", start, end, [occupation.value() for occupation in found])
