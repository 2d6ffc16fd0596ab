"""The words of Dutch: 340,000 of them, from the word list of pyspellchecker, to tell a mistake from a word that is meant.

Only a number of each word is kept (CRC-32): 1.4 MB instead of 40. One in 12,000 mistakes is taken for a word.
"""

from __future__ import annotations

import contextlib
import sys
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.sentence import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT = Path(sys.prefix) / "share" / "hallowerk"
"""Where the numbers are kept: they belong to the environment, as the word list does."""


def is_real(word: str) -> bool:
    """Say whether a folded word is a word of Dutch."""
    known, number = numbers(), np.uint32(zlib.crc32(word.encode()))
    at = int(np.searchsorted(known, number))
    return at < len(known) and known[at] == number


@cache
def numbers() -> NDArray[np.uint32]:
    """Give the numbers of all words, in order: read where they are kept, else made now, in half a second."""
    kept = _KEPT / f"words-{version('pyspellchecker')}.npy"
    with contextlib.suppress(OSError, ValueError):  # not there, or not whole
        return np.load(kept)
    made = _counted()
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, made)
    return made


def _counted() -> NDArray[np.uint32]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - the list takes 40 MB while it is read

    words = SpellChecker(language="nl").word_frequency.words()
    return np.unique(np.array([zlib.crc32(fold(word).encode()) for word in words], dtype=np.uint32))
