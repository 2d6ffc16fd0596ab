"""Language data in text files of `bot/data`: sections between [brackets], # for remarks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from bot.nlu.sentence import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
"""What matters of a pattern to see where it is a choice: signs that are meant as they are, classes, and choices."""

_PLAIN_BEGIN = re.compile(r"[a-z](?![?*+{])")


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Give the lines of each section of a file of `bot/data`, in their order."""
    held: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (files("bot.data") / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = held.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {section: tuple(kept) for section, kept in held.items()}


def phrases(name: str) -> Mapping[str, str]:
    """Give the section that each whole sentence of a file stands in; between sentences stands |."""
    return {
        words_of(phrase): section
        for section, lines in sections(name).items()
        for line in lines
        for phrase in line.split("|")
    }


def any_of(lines: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of several; letters outside ASCII are folded as in a sentence.

    Those that begin with the same sign, where a word begins or the sentence, are tried there alone: twice as fast.
    """
    pieces: list[str] = []
    for sign, group in groupby(map(_letters_folded, lines), _sign_of):
        together = "|".join(f"(?:{line.removeprefix(sign)})" for line in group)
        pieces.append(f"{sign}(?:{together})" if sign else together)
    return re.compile("|".join(pieces))


def _sign_of(line: str) -> str:
    """Give the sign that a pattern begins with; none where it is a choice of several."""
    sign = next((sign for sign in (r"\b", "^") if line.startswith(sign)), "")
    depth = 0
    for part in _PARTS.findall(line):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            return ""
    return sign


def first_look(lines: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of many pieces, those with the same first letter together: three to four times as fast.

    A piece has no "|" inside it.
    """
    by_letter: dict[str, list[str]] = {}
    others: list[str] = []
    for piece in _letters_folded("|".join(lines)).split("|"):
        begins = _PLAIN_BEGIN.match(piece)
        (by_letter.setdefault(piece[0], []) if begins else others).append(piece[1:] if begins else piece)
    grouped = [f"{letter}(?:{'|'.join(pieces)})" for letter, pieces in sorted(by_letter.items())]
    return re.compile("|".join(grouped + others))


def _letters_folded(pattern: str) -> str:
    """Fold what is not ASCII, and leave the signs of the pattern alone."""
    return "".join(letter if letter.isascii() else fold(letter) for letter in pattern)
