"""Language data in text files of `bot/data`: sections between [brackets], # for remarks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from bot.nlu.sentence import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
"""What matters of a pattern to see where it is a choice: signs that are meant as they are, classes, and choices."""

_LETTER = re.compile(r"[a-z](?![?*+{])")
_CHOICE, _MAY_BE_ABSENT = "(?:", ("?", "*", "+", "{")

_MOST_LONGER = 1000
"""By how much a line gets longer at most when it is taken apart: it costs time to be read."""


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
    """Make one pattern of several, which finds something where they find something, and nowhere else.

    Where lines that begin with the same choice both fit, either may be the one that is found. Those that begin with
    the same sign, where a word begins or the sentence, are tried there alone, and of these only those with the letter
    that stands there: up to eight times as fast. Letters outside ASCII are folded as in a sentence.
    """
    pieces = (
        f"{sign}(?:{_by_letter([line.removeprefix(sign) for line in group])})" if sign else "|".join(group)
        for sign, group in groupby(map(_letters_folded, lines), _sign_of)
    )
    return re.compile("|".join(pieces))


def _by_letter(lines: Iterable[str]) -> str:
    """Make one choice of lines, those with the same first letter together; their order stays where it matters."""
    pieces: list[str] = []
    for begun, run in groupby(map(_beginnings, _together(lines)), lambda each: bool(each[0])):
        by_letter: dict[str, list[str]] = {}
        for beginnings, line in run:
            for letter, rest in beginnings.items():
                by_letter.setdefault(letter, []).append(rest)
            if not begun:
                pieces.append(line)
        pieces += [letter + _one_of(rests) for letter, rests in by_letter.items()]
    return "|".join(pieces)


def _together(lines: Iterable[str]) -> Iterator[str]:
    """Put lines that begin with the same choice, one behind the other, into one."""
    for begin, run in groupby(lines, lambda line: _begin_and_rest(line)[0]):
        if begin:
            yield f"{_CHOICE}{begin}){_one_of([_begin_and_rest(line)[1] for line in run])}"
        else:
            yield from run


def _beginnings(line: str) -> tuple[Mapping[str, str], str]:
    """Give what stands behind each letter that a line can begin with, and the line; nothing where that is not clear."""
    if _LETTER.match(line):
        return {line[0]: line[1:]}, line
    begin, rest = _begin_and_rest(line)
    by_letter: dict[str, list[str]] = {}
    for way in _ways(begin) if begin else ():
        beginnings, _way = _beginnings(way)
        if not beginnings:
            return {}, line
        for letter, behind in beginnings.items():
            by_letter.setdefault(letter, []).append(behind)
    taken_apart = {letter: _one_of(behind) + rest for letter, behind in by_letter.items()}
    return (taken_apart if sum(map(len, taken_apart.values())) < len(line) + _MOST_LONGER else {}), line


def _begin_and_rest(line: str) -> tuple[str, str]:
    """Give the choice that a line begins with, and what follows it; two times nothing where it begins otherwise."""
    depth = 0
    for part in _PARTS.finditer(line) if line.startswith(_CHOICE) else ():
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth and part[0] == ")":
            rest = line[part.end() :]
            return ("", "") if rest.startswith(_MAY_BE_ABSENT) else (line[len(_CHOICE) : part.start()], rest)
    return "", ""


def _one_of(ways: Sequence[str]) -> str:
    """Write a choice of these."""
    return ways[0] if len(ways) == 1 and len(_ways(ways[0])) == 1 else f"{_CHOICE}{'|'.join(ways)})"


def _ways(pattern: str) -> list[str]:
    """Take a choice apart."""
    ways, depth, at = [], 0, 0
    for part in _PARTS.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            ways.append(pattern[at : part.start()])
            at = part.end()
    return [*ways, pattern[at:]]


def _sign_of(line: str) -> str:
    """Give the sign that a pattern begins with; none where it is a choice of several."""
    sign = next((sign for sign in (r"\b", "^") if line.startswith(sign)), "")
    return sign if len(_ways(line)) == 1 else ""


def _letters_folded(pattern: str) -> str:
    """Fold what is not ASCII, and leave the signs of the pattern alone."""
    return "".join(letter if letter.isascii() else fold(letter) for letter in pattern)
