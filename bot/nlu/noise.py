"""Mistakes as people make them, to train and to measure with: always the same ones for the same seed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

SLIP, SELDOM = 0.02, 0.002
"""How likely one letter is written wrongly in one usual way, and in another way."""

_NEAR = {
    row[at]: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at in range(len(row))
}
_BY_EAR = (
    ("ij", "ei"), ("ei", "ij"), ("ij", "y"), ("ou", "au"), ("au", "ou"), ("ch", "g"), ("g", "ch"), ("v", "f"),
    ("z", "s"), ("d ", "t "), ("dt", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("uu", "u"), ("oe", "u"),
    ("ie", "i"), ("c", "k"), ("tt", "t"), ("kk", "k"), ("nn", "n"), ("en ", "e "), ("sch", "sg"), ("u", "oe"),
)  # fmt: skip
"""How a word is written by who writes what they hear."""

_SOUNDS_LIKE = frozenset("dt td fv vf sz zs ck kc gh hg iy yi ij ji uo ou ei ie pb bp".split())
"""Letters that are heard as another one."""


def misspelt(text: str, random: Random, share: float) -> str:
    """Change about this share of the letters: another one beside it, one too many or too few, or two changed places."""
    kept: list[str] = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isalpha() and random.random() < share:
            kind = random.randrange(4)
            if kind == 0:
                kept.append(random.choice(_NEAR.get(letter.lower(), letter)))
            elif kind == 1:
                kept.append(letter * 2)
            elif kind == 2 and at + 1 < len(text) and text[at + 1].isalpha():  # noqa: PLR2004 - the third of four kinds
                kept.append(text[at + 1] + letter)
                at += 1
        else:
            kept.append(letter)
        at += 1
    return "".join(kept)


def by_ear(text: str, random: Random) -> str:
    """Write one or two sounds as they are heard, and leave out accents."""
    bare = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    padded = bare + " "
    able = [pair for pair in _BY_EAR if pair[0] in padded]
    for heard, written in random.sample(able, min(len(able), 2)):
        padded = padded.replace(heard, written, 1)
    return padded.strip()


def unspaced(text: str, random: Random) -> str:
    """Leave out one space or word, or the signs at the end."""
    words = text.rstrip(" .!?").split(" ")
    if len(words) < 2:  # noqa: PLR2004 - there is no space
        return words[0]
    at = random.randrange(len(words) - 1)
    if len(words) > 3 and random.random() < 0.5:  # noqa: PLR2004 - a short sentence needs all its words
        return " ".join(words[:at] + words[at + 1 :])
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def likeness(written: str, meant: str, most: int, seldom: float = SELDOM, least: float = 0.0) -> float:
    """Say how likely a word is written so, beside one with one slip of a finger: 1 for that, 0 for too many mistakes.

    A slip is what `misspelt` makes, a mistake of who writes by ear hardly less usual; any other is seldom. With
    `seldom` 0 nothing but slips counts. What is less likely than `least` is 0: where that does not matter, it is
    known sooner.
    """
    return _likeness(written, meant, (0, 0), most, _Counting(seldom, least * SLIP)) / SLIP


class _Counting(NamedTuple):
    """How likely a seldom mistake is, and how likely all that is left has to be to count."""

    seldom: float
    least: float


def _likeness(written: str, meant: str, places: tuple[int, int], most: int, counting: _Counting) -> float:
    """Compare from here on: the best way to come from one to the other with at most so many mistakes."""
    at, to = places
    while at < len(written) and to < len(meant) and written[at] == meant[to]:
        at, to = at + 1, to + 1
    if at == len(written) and to == len(meant):
        return 1.0
    if not most or abs((len(written) - at) - (len(meant) - to)) > most:  # a mistake makes it one letter longer at most
        return 0.0
    best = 0.0
    seldom, least = counting
    for mistake, further, on in _mistakes(written, meant, at, to):
        chance = seldom if mistake == SELDOM else mistake
        if chance > best and chance >= least:
            left = _Counting(seldom, max(best, least) / chance)
            best = max(best, chance * _likeness(written, meant, (at + further, to + on), most - 1, left))
    return best


def _mistakes(written: str, meant: str, at: int, to: int) -> Iterator[tuple[float, int, int]]:
    """Give the mistakes that can stand here: how likely each is, and how many letters of both it takes."""
    one, other = written[at : at + 1], meant[to : to + 1]
    if other:
        yield SLIP, 0, 1
    if one:
        yield (SLIP if one == written[at - 1 : at] else SELDOM), 1, 0
    if one and other:
        near = one in _NEAR.get(other, "") or one + other in _SOUNDS_LIKE
        yield (SLIP if near else SELDOM), 1, 1
        if written[at : at + 2] == meant[to : to + 2][::-1]:
            yield SLIP, 2, 2
