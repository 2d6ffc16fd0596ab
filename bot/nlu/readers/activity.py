"""Work that somebody names by what one does: "ik zoek schoonmaakwerk", "vakken vullen in de supermarkt"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.readers.ability_words import CLEAR
from bot.nlu.wording import FILLERS, chosen, is_question

if TYPE_CHECKING:
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_LONGEST = 3
_WORK = frozenset(
    """schoonmaken poetsen afwassen vakkenvullen orderpicken inpakken lassen naaien timmeren metselen schilderen
    stukadoren tegelen stofferen tuinieren bezorgen beveiligen bewaken serveren programmeren assembleren lesgeven
    verplegen sgoonmaken skoonmaken schonmaken""".split()
)
"""What is work where somebody wants it, in one word; "ik wil verhuizen" and "ik wil bellen" are something else."""
_VAGUE = frozenset("technisch groen sociaal maatschappelijk computer papierwerk".split())
_NO_WORK = frozenset(
    """eten koffie telefoon hond gegevens data was haar foto gitaar muziek vissen mezelf mensen kinderen dingen auto
    fiets""".split()
)
"""What people do at home too."""
_CARS = ["auto", "s"]
"""Those of others: who repairs their own car has one."""
_WISHED = re.compile(
    r"\bik (?:zoek|wil|zou|doe graag)\b|\b(?:wil|zou|zoek) ik\b|\b(?:lijkt|past|bevalt) (?:me|mij)\b|\bgraag\b|"
    r"\bvind ik (?:leuk|fijn|mooi|prima)\b|^werk (?:als|in)\b"
)
_TRADE = re.compile(
    r"\W+(?:(?:was|is) (?:mijn|me|mn|m'n|onze) (?:vak|werk|beroep|baan|ambacht)\b|"
    r"(?:deed|doe) ik\b.{0,30}?\b(?:in (?:een |de )?\w+|jaar|jaren|beroep|werk)\b|"
    r"(?:zit|zat) (?:mij |me )?in (?:mijn|me|mn|m'n|de|het) (?:handen|bloed|vingers)\b|"
    r"heb ik \w+ jaar (?:lang )?gedaan\b)"
)
"""What says behind what one does that it is, or was, one's work: "haren knippen was mijn vak"."""
_BRANCH = re.compile(
    r"\b(?:ik (?:zoek|wil)|wil ik|zoek ik|graag)\b[^,;.]*?\b(?:werk|werken|baan|baantje|bezig) in "
    r"(?:de|het|een) (?P<name>[^\W\d_]+)"
    r"(?![^\W\d_]|,| (?:gewerkt|van|of|en)\b)"
)
"""Where there is one kind of work: "ik zoek werk in de schoonmaak"."""
_ALSO = (r"(?:ja|nee|en|of|in|de|het|ook)", r"(?:ik|me|mij|wel|best|het|goed|prima|graag|hoor|doen|werken)")
_AS_WELL = re.compile(
    rf"\W*(?:(?:{_ALSO[0]} )*(?P<name>[^\W\d_]+) (?:(?:kan|mag|doe|wil|vind|lijkt|lukt|is) (?:{_ALSO[1]} )*)?ook"
    rf"(?: {_ALSO[1]})*|(?:{_ALSO[0]} )*ook (?:{_ALSO[0]} )*(?P<also>[^\W\d_]+)(?: (?:kan|mag|{_ALSO[1]}))*)\W*"
)
"""Work that is possible as well: "schoonmaak kan ook"."""
_FIELDS = frozenset(
    """schoonmaak sgoonmaak skoonmaak schoonmake horeca bouw magazijn logistiek tuinbouw catering productie
    administratie""".split()
)
"""Kinds of work that are nothing else to who wants them: "ik wil ook school" is no work."""
_WANTS_TOO = re.compile(
    r"\W*(?:(?:en|maar|oh|o|ja) )?ik (?:wil|zou|zoek|doe)(?: graag| wel| eigenlijk)* ook(?: nog| wel| graag)* "
    r"(?:(?:in|bij) )?(?:(?:de|het|een) )?(?P<name>[^\W\d_]+)(?: (?:doen|werken|graag|hoor|erbij))*\W*"
)
"""Work that somebody wants as well: "ik wil ook schoonmaak"."""
_NO_TRADE = frozenset("bus rijden kinderen".split())
_NOT_FOR_A_LIVING = re.compile(
    r"\b(?:vanavond|vandaag|morgen|eerst|straks|thuis|hobby|vrijwillig\w*|stoppen|gestopt|vroeger|moet|"
    r"(?:voor|bij|met|van) mijn|zelf)\b"
)
_WHERE = re.compile(r"\W*(?:\b(?:in|bij|op) (?:(?:de|het|een) )?\w+\W*)?$")


def activity(sentence: Sentence) -> list[Entity]:
    """Find the one thing that somebody wants to do, or that is all they say, with where: "in de supermarkt"."""
    if is_question(sentence) or "?" in sentence.raw or _NOT_FOR_A_LIVING.search(sentence.folded):
        return []
    branch = _BRANCH.search(sentence.folded)
    if branch and (found := _one_at(sentence, branch, "name")):
        return found
    as_well = _AS_WELL.fullmatch(sentence.folded) if "ook" in sentence.words else None
    if as_well:
        return _one_at(sentence, as_well, "name" if as_well["name"] else "also")
    wants_too = _WANTS_TOO.fullmatch(sentence.folded) if "ook" in sentence.words else None
    if wants_too and wants_too["name"] in _FIELDS:
        return _one_at(sentence, wants_too, "name")
    wished = _WISHED.search(sentence.folded) is not None
    words = [token.text for token in sentence.tokens]
    for at in range(len(words) if wished else 1):
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            if not _is_work(words[at : at + count]) or (at and words[at - 1] in {"mijn", "geen", "niet"}):
                continue
            start, end = sentence.tokens[at].start, sentence.tokens[at + count - 1].end
            alone = count > 1 and not at and _WHERE.match(sentence.folded, end)
            meant = occupations.exact(" ".join(words[at : at + count]))
            if len(meant) == 1 and (wished or alone or (not at and _TRADE.match(sentence.folded, end))):
                return [chosen("occupation", start, end, [meant[0].value()])]
    return []


def _one_at(sentence: Sentence, match: re.Match[str], name: str) -> list[Entity]:
    """Give the one kind of work that a name can mean."""
    word = sentence.folded[slice(*match.span(name))]
    meant = [] if word in _NO_TRADE else occupations.exact(word)
    return [chosen("occupation", *match.span(name), [meant[0].value()])] if len(meant) == 1 else []


def _is_work(words: list[str]) -> bool:
    """Say whether words name something that is done for a living."""
    if (
        (not _NO_WORK.isdisjoint(words) and words[:2] != _CARS)
        or not _VAGUE.isdisjoint(words)
        or not CLEAR.isdisjoint(words)
    ):
        return False
    if len(words) == 1:
        return words[0] in _WORK or (words[0].endswith("werk") and words[0] != "werk")
    return words[-1] == "werk" or (words[-1].endswith("en") and words[0] not in FILLERS)
