"""The work that somebody wants: {"uri", "label", "isco"} of an occupation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.lists import sections
from bot.nlu.readers.activity import activity
from bot.nlu.readers.refusing import parted
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import FILLERS, chosen, is_indifferent, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.nlu.occupations import Occupation
    from bot.nlu.parse import Entity

_LONGEST, _MOST_PIECES, _NEAR = 4, 12, 64
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
_PROFESSION = frozenset("beroep vak functie".split())
_CUES = frozenset("wil worden zoek baan werk beroep functie".split())
_ARTICLES = frozenset("een n de goede goed".split())
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
    r"(?:\s+(?:in|bij|uit|met|graag|werken|werk|worden|doen|zijn|aub|alsjeblieft|svp|please|of zo|ofzo|enzo|hoor|ook|"
    r"gewerkt|geweest|baan|wil ik|lijkt me leuk|vind ik leuk|is leuk|is goed|werk doen|het liefst|denk ik|"
    r"per week|job))+$"
)
_JUNK = frozenset(
    """alles iets niks niets werk baan werken wat dat dit het ja nee weet idee niet uren uur geld meer hallo
    hoi help stop
    banaan mens vraag leuk goed snel nieuw anders misschien geen bedoel begrijp snap een ik ander beter best doei dank
    bedankt huis week dag auto nu later maandag weekend fiets mensen leven tijd menu terug skip overslaan""".split()
)
_MAIL_BEFORE = re.compile(r"[\w.+-]*[@.][\w.+-]*$")
"""An occupation can be a piece of an e-mail address."""
_THINGS_TOO = frozenset({"oppas"})
"""Names of work that somebody can have, too: "als ik oppas heb"."""
_NO_WORDS = re.compile(r"\b(?:niet|nit|geen|nooit|behalve|uitgezonderd|liever|liefst|meer|werken|werk|als|in|de|het|"
                       r"genoeg van|stoppen met|wil|ik|doen|worden|not|except)\b")  # fmt: skip
_SURE = 85
"""From this likeness on (0 to 100) a misspelt name is no guess: one letter of seven, two of fourteen."""
_REALLY = frozenset("auto fiets huis mensen".split())
_UNKNOWN = re.compile(
    r"\b(?:weet (?:ik |het )*niet|geen idee|snap|begrijp|bedoel|maakt niet uit|geen (?:werk|"
    r"baan))\b|\bals (?:ik|er|mijn \w+)\b.*\b(?:heb|is|zijn)\b"
)
_PAST = re.compile(r"\b(?:gewerkt|gedaan|geweest|ervaring|was|werkte)\b")
_SPLIT = re.compile(r"\s*(?:[,;/+&]|\s+en\s+|\s+of\s+|\s+ook\s+|\s+maar\s+|\s+and\s+|\s+or\s+)\s*")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find occupations by the name of who does the work; not those of somebody else, and not what is refused."""
    del today
    wanted = parted(sentence).wanted
    return _spotted(wanted) or activity(wanted)


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to which work somebody wants; a name that is a guess is unsure."""
    del today
    parts = parted(sentence)
    wanted = parts.wanted
    found = _spotted(wanted)
    if found:
        return _all_named(wanted, found)
    if is_question(sentence) or is_indifferent(wanted) or _UNKNOWN.search(sentence.folded) or not wanted.tokens:
        return None
    text = wanted.plain
    certain = occupations.exact(text) or _parts(wanted)
    meant = certain or _meant(text) or _inside(wanted)
    left_out = {occupation.uri for piece in parts.refused for occupation in _refused_in(piece)}
    meant = [occupation for occupation in meant if occupation.uri not in left_out]
    if not meant:
        return None
    entity = _entity(wanted.tokens[0].start, wanted.tokens[-1].end, meant)
    guess = not certain and not entity.options and occupations.likeness(_core(text)) < _SURE and not _inside(wanted)
    return replace(entity, unsure=True) if guess else entity


def listed(sentence: Sentence) -> list[tuple[dict[str, str], ...]]:
    """Give what each part of a list of work can mean: "schoonmaken, koken of chauffeur" names three."""
    wanted = parted(sentence).wanted
    if is_question(sentence) or _UNKNOWN.search(sentence.folded):
        return []
    pieces = [occupations.exact(words_of(piece)) or _meant(words_of(piece)) for piece in _pieces(wanted)]
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for meant in filter(None, pieces):
        found.setdefault(meant[0].uri, tuple(occupation.value() for occupation in meant))
    return list(found.values())


def refused(sentence: Sentence) -> list[Occupation]:
    """Give the work that somebody does not want (any more): "geen schoonmaak meer", "alles behalve kok"."""
    if is_question(sentence):
        return []
    pieces = [piece for piece in parted(sentence).refused if not _PAST.search(piece)]
    return [occupation for piece in pieces for occupation in _refused_in(piece)]


def _refused_in(piece: str) -> list[Occupation]:
    """Look up work in a piece that says no; only names that are certain."""
    sentence = Sentence.of(_NO_WORDS.sub(" ", piece))
    return occupations.exact(sentence.plain) or _every_name(sentence)


def _spotted(wanted: Sentence) -> list[Entity]:
    """Find names of people at work that are about oneself."""
    found = []
    for at, count, name in _names(wanted):
        before = [token.text for token in wanted.tokens[max(0, at - 3) : at]]
        cued = not _CUES.isdisjoint(before) or _is_called(before)
        if (
            ("mijn" in before and _PROFESSION.isdisjoint(before))
            or (before and before[-1] in _OWNED)
            or (not cued and name in _NOT_STRICT)
        ):
            continue
        if "als" in before and name in _NOT_STRICT | _THINGS_TOO and not _is_called(before):
            continue
        start, end = wanted.tokens[at].start, wanted.tokens[at + count - 1].end
        if "@" in wanted.folded[start : end + 1] or _MAIL_BEFORE.search(wanted.folded, max(0, start - _NEAR), start):
            continue
        found.append(_entity(start, end, occupations.exact(name)))
    return found


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
    core = _core(text)
    if core != text and (found := _with_cue(text)):
        return found
    if not core or (core in _JUNK - _REALLY) or (core == text and core in _JUNK) or set(core.split()) <= _JUNK:
        return []
    return _found(core) if len(core.split()) <= _LONGEST else []


def _found(core: str) -> list[Occupation]:
    """Look up the name of work; words that say something else are not taken for misspelt work."""
    guess = occupations.likeness(core) < 100  # noqa: PLR2004 - 100 is no guess
    return [] if guess and set(core.split()) <= _other_words() else occupations.find(core)


@cache
def _other_words() -> frozenset[str]:
    """Give small Dutch words, and those of time: "meteen" is no metselaar."""
    time = [word for line in sections("spelling.txt")["always"] for word in line.replace(":", " ").split()]
    return FILLERS | _JUNK | frozenset((*" ".join(sections("tongues.txt")["nl"]).split(), *time))


def _core(text: str) -> str:
    """Take off the words that stand around the name of work."""
    return _TRAIL.sub("", _LEAD.sub("", text + " ").strip()).strip()


def _with_cue(text: str) -> list[Occupation]:
    """Look up "met kinderen" in "ik wil werken met kinderen"."""
    cue = re.search(r"\b(?:met|in de|in een|op de|op|achter de|bij|met de) \w+(?: \w+)?$", text)
    return occupations.exact(cue.group()) if cue else []


def _parts(sentence: Sentence) -> list[Occupation]:
    """Look up each part of a list, and let the person choose."""
    pieces = _pieces(sentence)
    if len(pieces) < 2:  # noqa: PLR2004 - one piece was looked up already
        return []
    found = [occupation for piece in pieces for occupation in _meant(re.sub(r"[^\w\s']+", " ", piece).strip())[:2]]
    return list({occupation.uri: occupation for occupation in found}.values())[:5]


def _pieces(sentence: Sentence) -> list[str]:
    """Cut a list into its parts."""
    pieces = [part for piece in _SPLIT.split(sentence.folded) if piece.strip() for part in _side_by_side(piece)]
    return pieces[:_MOST_PIECES]


def _side_by_side(piece: str) -> list[str]:
    """Cut "schoonmaken koken naaien", where each word by itself is work, and the whole is not."""
    words = words_of(piece).split()
    if len(words) < 2 or occupations.exact(" ".join(words)):  # noqa: PLR2004 - two are beside each other
        return [piece]
    named = [tuple(occupation.uri for occupation in occupations.exact(word)) for word in words]
    apart = all(len(each) == 1 for each in named) and len(set(named)) == len(named)  # "truck driver" is one
    return words if apart else [piece]


def _every_name(sentence: Sentence) -> list[Occupation]:
    """Look up every run of words that is exactly an everyday word for work; the longest first, none twice."""
    words, found, at = [token.text for token in sentence.tokens], [], 0
    while at < len(words):
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + count])
            if name not in _JUNK and (meant := occupations.exact(name)):
                found += meant
                at += count - 1
                break
        at += 1
    return found


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
