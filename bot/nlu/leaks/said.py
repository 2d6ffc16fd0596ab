"""Words about somebody's health, and what an employer may not ask. What people say is data."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.person import Role
from bot.nlu.leaks.kinds import Kind
from bot.nlu.leaks.lexicon import list_of
from bot.nlu.leaks.words import GAP
from bot.nlu.lists import any_of, sections

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from bot.nlu.leaks.words import Words
    from bot.nlu.sentence import Token

Place = tuple[Kind, int, int]

_ENDS = frozenset(".!?\n;" + GAP)
_HARMLESS = "harmless"


def said(words: Words, by: Role) -> Iterator[Place]:
    """Find health in what a jobseeker writes, and unlawful questions in what an employer writes."""
    if by is Role.JOBSEEKER:
        yield from _health(words)
    elif by is Role.EMPLOYER:
        yield from _asked(words)


def _health(words: Words) -> Iterator[Place]:
    patterns = patterns_of("health.txt")
    harmless = _covered(words, patterns[_HARMLESS])
    for first, after in words.found(patterns["health"]):
        if harmless.isdisjoint(range(first, after)):
            yield Kind.HEALTH, *words.place(first, after)


def _asked(words: Words) -> Iterator[Place]:
    """Find the questions; each takes up its whole sentence, for half a question is one too."""
    patterns = patterns_of("unlawful.txt")
    harmless = _covered(words, patterns[_HARMLESS])
    ends = [at for at, letter in enumerate(words.folded) if letter in _ENDS]
    held: set[tuple[int, int]] = set()
    for name, pattern in patterns.items():
        if name == _HARMLESS:
            continue
        for first, after in words.found(pattern):
            if harmless.isdisjoint(range(first, after)):
                sentence = _sentence(words, ends, *words.place(first, after))
                held.add(sentence)
                yield Kind(f"asks_{name}"), *sentence
    for _kind, start, end in _health(words):
        opens, closes = _sentence(words, ends, start, end)
        if (opens, closes) in held:
            continue
        held.add((opens, closes))
        inside = range(bisect_left(words.tokens, opens, key=_starts), bisect_left(words.tokens, closes, key=_starts))
        asked = _asks_you([words.tokens[number].text for number in inside], words.folded[closes - 1])
        if asked and harmless.isdisjoint(inside):
            yield Kind.ASKS_HEALTH, opens, closes


def _starts(token: Token) -> int:
    return token.start


def _asks_you(sentence: list[str], last: str) -> bool:
    """Tell whether a sentence asks the reader something: a word of health in it then asks for their own."""
    return not list_of("you").isdisjoint(sentence) and (last == "?" or sentence[0] in list_of("asking"))


def _sentence(words: Words, ends: list[int], start: int, end: int) -> tuple[int, int]:
    """Widen a place to the sentence it stands in, with the sign that ends it."""
    before = bisect_left(ends, start)
    opens = ends[before - 1] + 1 if before else 0
    behind = bisect_left(ends, end)
    closes = ends[behind] if behind < len(ends) else len(words.folded)
    if words.folded[closes : closes + 1] in {".", "!", "?", ";"}:
        closes += 1
    while opens < start and words.folded[opens].isspace():
        opens += 1
    return opens, closes


def _covered(words: Words, pattern: re.Pattern[str]) -> frozenset[int]:
    """Give the tokens that a pattern covers."""
    return frozenset(number for first, after in words.found(pattern) for number in range(first, after))


@cache
def patterns_of(name: str) -> Mapping[str, re.Pattern[str]]:
    """Read the data once: one pattern a section. MINE, BODY, YOU and SOMEBODY stand for what their sections hold."""
    held = dict(sections(name))
    parts = {part: f"(?:{'|'.join(held.pop(part))})" for part in tuple(held) if part.isupper()}

    def filled(line: str) -> str:
        for part, pattern in parts.items():
            line = line.replace(part, pattern)
        # a word is never without an end, so that the time is bounded for any text
        line = line.replace(r"\w+", r"\w{1,40}").replace(r"\w*", r"\w{0,40}")
        return rf"\b(?:{line})\b"

    return {section: any_of(map(filled, lines)) for section, lines in held.items()}
