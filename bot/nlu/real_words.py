"""The words of Dutch and English, to tell a mistake from a word that is meant: the word lists of pyspellchecker.

Only a number of each word is kept: 2 MB instead of 60.
"""

from __future__ import annotations

import contextlib
import io
from array import array
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.kept import ENVIRONMENT, keep
from bot.nlu.by_number import number_of, place_of
from bot.nlu.sentence import fold

if TYPE_CHECKING:
    Numbers = array[int]

_USUAL, _SAID, _SHORT = 3000, 400, 4
"""How often a word of every day stands in the list's 800 million words at least: some 4,500 words do.

And how often one of so few letters: below that it is most often a slip, "ka" and "mara", or a word of another language.
"""


def is_real(word: str, language: str = "nl") -> bool:
    """Say whether a folded word is a word of a language: "nl" or "en"."""
    return _is_in(word, words(language)[0])


def is_usual(word: str, language: str = "nl") -> bool:
    """Say whether a folded word is one of every day."""
    return _is_in(word, words(language)[1])


def _is_in(word: str, numbers: Numbers) -> bool:
    return place_of(word, numbers) is not None


@cache
def words(language: str) -> tuple[Numbers, Numbers]:
    """Give the numbers of all words and of the usual ones, in order.

    They are read where they are kept, by their limits, else made now and kept: that takes some seconds.
    """
    kept = ENVIRONMENT / f"words-{language}-{_USUAL}-{_SAID}-{_SHORT}.npy"
    with contextlib.suppress(OSError, ValueError, EOFError), kept.open("rb") as file:  # not there, or not whole
        if kept.stat().st_mtime >= _installed_at():
            return array("I", np.load(file).tobytes()), array("I", np.load(file).tobytes())
    every, usual = _made(language)
    packed = io.BytesIO()
    for numbers in (every, usual):
        np.save(packed, np.frombuffer(numbers, np.uint32))
    with contextlib.suppress(OSError):
        keep(kept, packed.getvalue())
        for old in ENVIRONMENT.glob(f"words-{language}*.npy"):
            if old != kept:
                old.unlink(missing_ok=True)
    return every, usual


def _installed_at() -> float:
    """Give when the word lists came into this environment, in seconds as a file has it."""
    found = find_spec("spellchecker")
    return Path(found.origin).stat().st_mtime if found and found.origin else 0.0


def _made(language: str) -> tuple[Numbers, Numbers]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - the list takes 40 MB while it is read

    counted = SpellChecker(language=language).word_frequency
    numbers = {word: number_of(fold(word)) for word in counted.words()}
    numbers = {word: number for word, number in numbers.items() if len(word) > _SHORT or counted[word] >= _SAID}
    usual = [number for word, number in numbers.items() if counted[word] >= _USUAL]
    return array("I", sorted(set(numbers.values()))), array("I", sorted(set(usual)))
