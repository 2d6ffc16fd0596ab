"""Mistakes as people make them, to train and to measure with: always the same ones for the same seed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

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


def is_slip(written: str, meant: str) -> bool:
    """Say whether one slip of a finger makes this of a word, as `misspelt` does. The two differ in one place."""
    at = next((at for at, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), None)
    if at is None:  # the end is missing, or the last letter stands there twice
        at = min(len(written), len(meant))
    if len(written) < len(meant):
        return written[at:] == meant[at + 1 :]
    if len(written) > len(meant):
        return written[at] == written[at - 1 : at] and written[at + 1 :] == meant[at:]
    changed = written[at : at + 2] == meant[at : at + 2][::-1] and written[at + 2 :] == meant[at + 2 :]
    return changed or (written[at] in _NEAR.get(meant[at], "") and written[at + 1 :] == meant[at + 1 :])
