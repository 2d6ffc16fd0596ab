"""What somebody wants and what they refuse in one sentence: "keuken, maar niet koken", "alles behalve schoonmaak".

A sentence is cut where a new thought starts or a no begins. A thought with a no in it refuses what it names; a no that
stands alone behind a thought refuses that thought: "schoonmaken liever niet".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_REFUSAL = re.compile(
    r"\b(?:niet (?:alleen|erg|uit|zo moeilijk|weten)|weet (?:ik |het )*niet|geen (?:probleem|bezwaar|idee|ervaring|"
    r"diploma|papieren|opleiding|rijbewijs)|zonder (?:ervaring|diploma|papieren|opleiding|rijbewijs|nederlands))\b"
)
"""Words with a no in them that refuse no work."""
_CUT = re.compile(
    r"[.;,!?\n]+|\bmaar\b|\bwant\b|\bomdat\b|(?=\b(?:behalve|uitgezonderd|except|not)\b)|"
    r"(?<!liever )(?<!liefst )(?=\b(?:geen|niet|nit|nooit)\b)|"
    r"(?=\b(?:liever|liefst) (?:geen|niet)\b)|(?=\bgenoeg van\b)|(?=\bstoppen met\b)"
)
_NO = re.compile(r"\b(?:niet|nit|geen|nooit|behalve|uitgezonderd|except|not|no|genoeg van|stoppen met)\b")
_ONLY_NO = re.compile(r"(?:(?:liever|echt|dus|nu|het|dat|wil|ik|doe|kan|meer|graag|hoor|ook)\W+)*(?:niet|nit|nooit|not)"
                      r"(?:\W+(?:meer|doen|werken|hoor|graag|want|zijn|worden|nu))*\W*")  # fmt: skip
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
    before: _Thought | None = None
    for thought in _thoughts(text):
        words = text[thought.start : thought.end]
        if thought.no and before and not before.no and _ONLY_NO.fullmatch(words.strip()):
            refused.append((before.start, before.end))
        if thought.no:
            refused.append((thought.start, thought.end))
        if words.strip():
            before = thought
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
