"""What must not leave by accident: the leak guard reads a message before it goes to the other side. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.leaks.address import addresses
from bot.nlu.leaks.kinds import Kind, Leak
from bot.nlu.leaks.numbers import ibans, numbers
from bot.nlu.leaks.reach import reach
from bot.nlu.leaks.said import said
from bot.nlu.leaks.words import GAP, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.domain.person import Role

_FIRST = (Kind.IBAN, Kind.EMAIL, Kind.LINK)
_ORDER = {kind: number for number, kind in enumerate(dict.fromkeys((*_FIRST, *Kind)))}
"""Where two overlap, the first counts; a BSN always counts, also inside what looks like something else."""


def leaks_in(text: str, by: Role) -> tuple[Leak, ...]:
    """Notice what leaks from a message that somebody of this role writes, in the order of the text.

    Places count code points. Leaks do not overlap, but for a BSN or a question that an employer may not ask.
    """
    words = Words.of(text)
    places = [*ibans(words), *numbers(words), *reach(words), *addresses(words), *said(words, by)]
    return tuple(Leak(kind, start, end, by) for kind, start, end in _apart(places))


def without(text: str, leaks: Collection[Leak]) -> str:
    """Leave the leaks out of the text, "…" in their place; in what is left, nothing is noticed any more."""
    by = {leak.by for leak in leaks}
    while leaks:
        text = _cut(text, leaks)
        leaks = [leak for role in by for leak in leaks_in(text, role)]
    return text


def _cut(text: str, leaks: Iterable[Leak]) -> str:
    """Put "…" for each leak, and one for those that touch."""
    parts: list[str] = []
    at = 0
    for leak in sorted(leaks, key=lambda leak: leak.start):
        between = text[at : leak.start]
        if parts and not between.strip(f" ,{GAP}"):
            at = max(at, leak.end)
            continue
        parts += (between, GAP)
        at = max(at, leak.end)
    return "".join((*parts, text[at:]))


def _apart(places: Iterable[tuple[Kind, int, int]]) -> list[tuple[Kind, int, int]]:
    """Keep the first kind of those that overlap, in the order of the text."""
    kept: list[tuple[Kind, int, int]] = []
    taken: set[int] = set()
    for kind, start, end in sorted(set(places), key=lambda place: (_ORDER[place[0]], place[1], -place[2])):
        span = range(start, end)
        if kind is Kind.BSN or kind.startswith("asks") or taken.isdisjoint(span):
            kept.append((kind, start, end))
            taken.update(span)
    return sorted(kept, key=lambda place: (place[1], place[2]))
