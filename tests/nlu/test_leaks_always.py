"""What always holds for the leak guard: any text, any spacing, and time that grows with the length alone."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bot.nlu.leaks as folder
from bot.domain.person import Role
from bot.nlu.bsn import is_bsn
from bot.nlu.leaks.find import leaks_in, without
from bot.nlu.leaks.kinds import Kind
from bot.nlu.leaks.said import patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from hypothesis.strategies import DrawFn

PIECES = (
    "06 12345678|0612345678|nul zes twaalf|123456782|karim@gmail.com|apenstaartje|gmail punt com|@karim|insta:|www.|"
    "Kanaalstraat 12|3531 AB|NL91ABNA0417164300|hernia|heb je kinderen|?|.|\n|…|ik|je|niet|tillen|12:00|12,50|van|nul|"
    "dubbel|en|een|+31|(0)|-|mijn|is|op|de|rug|pijn|in|http://|0|1|2|9|o|l|İ|ﬁ|\u200b|👍|bsn|uur|zes|x.nl"
).split("|")
SPACES = [" ", ".", "-", "/", " - ", "\n", "\t", "_", ", ", "  ", "\u200b", "\u00a0", "'", "·"]
said = st.lists(st.sampled_from(PIECES))
texts = st.one_of(st.text(), said.map(" ".join), said.map("".join))
roles = st.sampled_from(list(Role))


@st.composite
def bsns(draw: DrawFn) -> str:
    """Make 9 digits that pass the eleven test: 8 are free, and the last follows if it can."""
    first = draw(st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any))
    last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), first, strict=True)) % 11
    if last > 9:
        first[7] = (first[7] + 1) % 10
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), first, strict=True)) % 11
    return "".join(map(str, (*first, last)))


@given(bsns(), st.data())
def test_any_bsn_is_found_in_any_spacing(bsn: str, data: st.DataObject) -> None:
    assert is_bsn(bsn)
    space = data.draw(
        st.sampled_from([" ", ".", "-", "/", " - ", "\n", "\t", "_", ", ", "  ", "\u200b", "\u00a0", "'", "·"])
    )
    parts = [digit + (space if data.draw(st.booleans()) else "") for digit in bsn]
    text = "".join(parts).removesuffix(space)
    found = [leak for leak in leaks_in(text, Role.JOBSEEKER) if leak.kind is Kind.BSN]
    assert [(leak.start, leak.end) for leak in found] == [(0, len(text))]


@given(bsns(), st.sampled_from([" ", ", ", "-"]))
def test_any_bsn_is_found_in_words(bsn: str, space: str) -> None:
    named = "nul een twee drie vier vijf zes zeven acht negen".split()
    text = space.join(named[int(digit)] for digit in bsn)
    assert Kind.BSN in {leak.kind for leak in leaks_in(text, Role.EMPLOYER)}


@given(bsns())
def test_any_bsn_without_the_0_before_it_is_found(bsn: str) -> None:
    short = bsn.lstrip("0")
    if len(short) == 8:
        assert Kind.BSN in {leak.kind for leak in leaks_in(f"het is {short}.", Role.JOBSEEKER)}


@settings(max_examples=400)
@given(texts, roles)
@example("insta: 06 12 34 56 78 heb je kinderen", Role.EMPLOYER)
def test_any_text_has_places_inside_it_and_nothing_is_left(text: str, by: Role) -> None:
    found = leaks_in(text, by)
    assert all(0 <= leak.start < leak.end <= len(text) for leak in found)
    assert list(found) == sorted(found, key=lambda leak: (leak.start, leak.end))
    assert leaks_in(without(text, found), by) == ()
    if not found:
        assert without(text, found) == text


def steps(text: str) -> int:
    """Count the lines of ours that run; what a pattern does is held by the tests of the patterns below."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        leaks_in(text, Role.EMPLOYER)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece", [*PIECES, "12 ", "nul ", "a@", "a.", "mijn insta ", "laan van ", "heb je een kind? ", "nl91"]
)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    leaks_in(piece, Role.EMPLOYER)  # what an employer writes is read by everything there is
    once, twice = steps(piece * 200), steps(piece * 400)
    assert twice <= 2.3 * once + 200


def patterns() -> Iterator[re.Pattern[str]]:
    for found in pkgutil.iter_modules(folder.__path__):
        for held in vars(importlib.import_module(f"bot.nlu.leaks.{found.name}")).values():
            if isinstance(held, re.Pattern):
                yield held
    for name in ("health.txt", "unlawful.txt"):
        yield from patterns_of(name).values()


def repeats(parsed: Any, inside: int = 1) -> Iterator[tuple[int, bool]]:
    """Give how often each repeat can go round in all, and whether it has no end."""
    for kind, held in parsed:
        if str(kind) in {"MAX_REPEAT", "MIN_REPEAT"}:
            _least, most, what = held
            endless = str(most) == "MAXREPEAT"
            yield (inside if endless else inside * most), endless and inside > 1
            yield from repeats(what, 10**6 if endless else inside * max(1, most))
        elif str(kind) == "SUBPATTERN":
            yield from repeats(held[3], inside)
        elif str(kind) == "BRANCH":
            for branch in held[1]:
                yield from repeats(branch, inside)
        elif str(kind) in {"ASSERT", "ASSERT_NOT"}:
            yield from repeats(held[1], inside)


def test_no_pattern_repeats_without_an_end_inside_a_repeat() -> None:
    parser = importlib.import_module("re._parser")
    held = list(patterns())
    assert len(held) > 20
    for pattern in held:
        for rounds, nested in repeats(parser.parse(pattern.pattern)):
            assert not nested, pattern.pattern[:80]
            assert rounds <= 320, pattern.pattern[:80]
