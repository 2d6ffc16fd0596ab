"""Whether words point at one of the jobs that somebody sees: "die in Zeist", "de bakker", "niet die van 24 uur"."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogs.jobs.meant import meant
from bot.dialogs.jobs.sight import at_employer
from bot.dialogs.jobs.words import (
    AGAIN,
    ARTICLES,
    ASIDE,
    ASKING,
    AT_WORK,
    BARE,
    BEHIND,
    CLAUSES,
    DEFINITE,
    FREE,
    OWN,
    POINTERS,
    SEEING,
    WEAK,
    WHEN_BEHIND,
    WISHING,
    WORK_NO,
)
from bot.nlu.mending import mended
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogs.facts import Fitting
    from bot.dialogs.jobs.meant import Meant
    from bot.nlu.parse import Entity, Parse

_MOST_UNKNOWN = 2
"""How many words may say nothing of the jobs, and still were to say which one is meant: "die met de paarden"."""


class Needs(Enum):
    """What it needs to point: where jobs are looked at a name will do, where nothing is asked it has to stand alone.

    Else it has to be "de bakker", or a word like "die".
    """

    NAME = "name"
    ALONE = "alone"
    ARTICLE = "article"
    POINTER = "pointer"


_AFTER_NO = {Needs.NAME: Needs.ARTICLE, Needs.ALONE: Needs.POINTER}
"""Behind "nee" a name alone may correct an answer."""


class Pointed(NamedTuple):
    """The jobs that words can mean; `no`: it is refused. `named`: by its title, employer, place or the like."""

    found: tuple[Fitting, ...]
    no: bool
    named: bool


def pointed(parse: Parse, shown: Sequence[Fitting], needs: Needs) -> Pointed | None:
    """Give which of the shown jobs words point at; None when they point at none of these."""
    sentence = Sentence.of(parse.text)
    right = mended(sentence)
    ways = ((sentence, parse.entities), (right.sentence, ())) if right.moved else ((sentence, parse.entities),)
    return next(filter(None, (_points(said, entities, shown, needs) for said, entities in ways)), None)


def _points(sentence: Sentence, entities: tuple[Entity, ...], shown: Sequence[Fitting], needs: Needs) -> Pointed | None:
    """Hear each part of a sentence; what is wanted goes before what is refused: "niet die in Utrecht, die in Zeist"."""
    how = _AFTER_NO.get(needs, needs) if "nee" in sentence.words else needs
    heard = [(part, _meant(part, entities, shown, question=is_question(sentence))) for part in _parts(sentence)]
    clear = [said for part, said in heard if _is_pointing(part, said, shown, how)]
    if any(said.unknown for _part, said in heard):
        clear = [said for said in clear if said.named or said.best]
    wanted = [said for said in clear if not said.no]
    refused = clear if sum(said.says_something for _part, said in heard) == 1 else []
    for said in (*wanted[-1:], *refused):
        return Pointed(tuple(shown[at] for at in sorted(said.at)), said.no, said.named)
    return None


def _parts(sentence: Sentence) -> list[Sentence]:
    """Give the parts of a sentence, each standing where it stood."""
    text, cuts = sentence.raw, [0, *(at for cut in CLAUSES.finditer(sentence.folded) for at in cut.span())]
    ends = [*cuts[1:], len(text)]
    spans = zip(cuts[::2], ends[::2], strict=True)
    return [Sentence.of(" " * start + text[start:end]) for start, end in spans if text[start:end].strip()]


def _meant(part: Sentence, entities: tuple[Entity, ...], shown: Sequence[Fitting], *, question: bool) -> Meant:
    also = ASKING if question else frozenset()
    return meant(part, entities, shown, also | AT_WORK if POINTERS & part.words else also)


def _is_pointing(part: Sentence, said: Meant, shown: Sequence[Fitting], needs: Needs) -> bool:
    """Tell whether a part of a sentence points: all its words say which job is meant, or stand around such words."""
    words = part.words
    if not said.at or said.unknown or (said.no and words & WORK_NO):
        return False
    names = said.named or said.best
    if not said.no and at_employer(part, (shown[at].vacancy for at in said.at)):
        return True
    if (words & (POINTERS - WEAK) or DEFINITE.search(part.plain)) and (names or _is_told(part)):
        return needs in {Needs.NAME, Needs.ARTICLE} or "welke" not in words
    return names and not part.plain.endswith(" in") and _names(words, said, needs)


def _names(words: frozenset[str], said: Meant, needs: Needs) -> bool:
    """Tell whether a name points without a word like "die"."""
    if needs in {Needs.NAME, Needs.ALONE} and not (said.no or said.told):
        around = BARE | SEEING | WEAK | (WISHING if words & SEEING else frozenset())
        if words & ASIDE <= around:
            return True
    looks = needs in {Needs.NAME, Needs.ARTICLE}
    again = bool(words & AGAIN) and "liever" not in words
    return (said.no or looks or again) and bool(words & (WEAK | ARTICLES))


def _is_told(part: Sentence) -> bool:
    """Tell whether hours, days or pay say which job is meant, and not when somebody can work."""
    return WHEN_BEHIND.search(part.plain) is not None and (part.words.isdisjoint(FREE) or bool(part.words & SEEING))


def misses(parse: Parse, shown: Sequence[Fitting]) -> bool:
    """Tell whether words were to say which job is meant, and it is none of these: "die in Amersfoort"."""
    sentence = Sentence.of(parse.text)
    said = _meant(sentence, parse.entities, shown, question=False)
    if said.at or said.named or said.no or is_question(sentence) or sentence.words & (OWN | {"zonder"}):
        return False
    if BEHIND.search(f"{sentence.plain} ") is None:
        return False
    return said.says_something and len(said.unknown) <= _MOST_UNKNOWN
