"""What somebody wants and what they refuse in one sentence: "keuken, maar niet koken", "alles behalve schoonmaak".

A sentence is cut where a new thought starts or a no begins. A thought with a no in it refuses what it names; a no that
stands alone behind a thought refuses that thought: "schoonmaken liever niet". So does one that only points at it: "kok
was ik, maar dat kan ik niet meer".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.others import MINE
from bot.nlu.sentence import Sentence
from bot.nlu.wording import NOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_REFUSAL = re.compile(
    r"\b(?:niet (?:alleen|erg|uit|zo moeilijk|weten)|weet (?:ik |het )*niet|geen (?:probleem|bezwaar|idee|ervaring|"
    r"diploma|papieren|opleiding|rijbewijs)|zonder (?:ervaring|diploma|papieren|opleiding|rijbewijs|nederlands))\b"
)
"""Words with a no in them that refuse no work."""
_CUT = re.compile(
    r"[.;,!?\n]+|\bmaar\b|\bwant\b|\bomdat\b|(?=\b(?:behalve|uitgezonderd|except|not)\b)|"
    rf"(?<!liever )(?<!liefst )(?=\b(?:{NOT})\b)|"
    r"(?=\b(?:liever|liefst) (?:geen|niet)\b)|(?=\bgenoeg van\b)|(?=\bstoppen met\b)"
)
_NO = re.compile(rf"\b(?:{NOT}|behalve|uitgezonderd|except|genoeg van|stoppen met)\b")
_ONLY_NO = re.compile(
    r"(?:(?:liever|echt|dus|nu|het|dat|wil|ik|doe|kan|meer|graag|hoor|ook)\W+)*(?:niet|nit|nie|nooit|not)"
    r"(?:\W+(?:meer|doen|werken|hoor|graag|want|zijn|worden|nu|zo|goed|echt|van|mij|me|lukken|kunnen|volhouden))*"
    rf"(?:\W+meer(?:\W+(?:doen|werken|goed|lukken|kunnen))*\W+(?:(?:door|vanwege|wegens|sinds)\b|met {MINE}\b|"
    rf"van (?:{MINE}|de dokter|de arts|het uwv)\b).*)?\W*"
)
"""A no that is to the thought before it; why somebody cannot do it any more may stand behind it."""
_POINTING = (
    "(?:dat|dit|het|die|daar|hier|er|werk|nu|ik|me|mij|echt|helaas|gewoon|lichamelijk|en|toch|dus|in|zit|eigenlijk|"
    "mijn lichaam|mijn lijf|de dokter)"
)
_POINTS = re.compile(
    rf"\W*(?:{_POINTING}\b *)*(?:\b(?:kan|gaat|lukt|mag|wil|doe|red|trek|hou|houd|is|kon|ging|lukte)\b *)?"
    rf"(?:{_POINTING}\b *)*\W*"
)
"""A thought that names nothing of its own, and says what it says of the one before it: "dat kan ik (niet meer)"."""
NO_MORE = re.compile(
    r"\b(?:kan|kon|gaat|ging|lukt|lukte|mag|mocht|wil|red|trek|hou|houd)\b[^.;!?]*\b(?:niet|nooit|geen)\b[^.;,!?]*\bmeer\b"
)
"""What somebody cannot do any longer, however long they did it."""
_NOT_ONLY = re.compile(r"\bniet alleen\b")
_JOINT = re.compile(r"\b(?:maar|want|omdat|en)\W*$")
_NEAR = 12
"""How far before a refusal the word that joins it stands, at most."""
_RATHER = re.compile(r"\b(?:liever|beter)\b.*?(?P<than>\bdan\b(?! ook\b))")


@dataclass(frozen=True, slots=True, repr=False)
class Parted:
    """A sentence with what is refused blanked out (places stay what they were), and the pieces that are refused."""

    wanted: Sentence
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class _Thought:
    """A part of the sentence, and whether it says no."""

    start: int
    end: int
    no: bool


def parted(sentence: Sentence) -> Parted:
    """Tell what is wanted from what is refused. A sentence without a no comes back as it is."""
    if not _NO.search(sentence.folded) and not _RATHER.search(sentence.folded):
        return Parted(sentence, ())
    text = _NO_REFUSAL.sub(lambda found: "_" * len(found.group()), sentence.folded)
    refused: list[tuple[int, int]] = []
    before: list[_Thought] = []  # the thought that a no behind it is about, and what points at it
    for thought in _thoughts(text):
        words = text[thought.start : thought.end]
        if thought.no and before and not before[0].no and _ONLY_NO.fullmatch(words.strip()):
            refused += [(each.start, each.end) for each in before]
        if thought.no:
            refused.append((thought.start, thought.end))
        if words.strip():
            before = [*before, thought] if _POINTS.fullmatch(words) else [thought]
    blanks = [*refused, *(found.span() for found in _NOT_ONLY.finditer(sentence.folded))]
    blanks += [joint.span() for start, _end in refused if (joint := _JOINT.search(text, max(0, start - _NEAR), start))]
    wanted = list(sentence.raw)
    for start, end in blanks:
        wanted[start:end] = " " * (end - start)
    return Parted(Sentence.of("".join(wanted)), tuple(sentence.folded[start:end] for start, end in refused))


def _thoughts(text: str) -> Iterator[_Thought]:
    """Cut the sentence into thoughts; "liever kok dan schoonmaker" holds two."""
    cuts = [(cut.start(), cut.end()) for cut in _CUT.finditer(text)]
    rather = _RATHER.search(text)
    if rather:
        cuts = sorted([*cuts, (rather.start("than"), rather.end("than"))])
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if start >= at:
            than = rather is not None and at == rather.end("than")
            yield _Thought(at, start, no=than or _NO.search(text[at:start]) is not None)
            at = end
