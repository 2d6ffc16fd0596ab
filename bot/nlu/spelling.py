"""Misspelt words of time, put right: "2 jar", "20 uhr", "dinstag". Data in `bot/data/spelling.txt`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity

    Reader = Callable[[Sentence, date], Entity | None]

_SHORTEST, _LONG_NUMBER = 4, 10


def also_misspelt(reader: Reader) -> Reader:
    """Let a reader of answers hear misspelt words too: put right first, then as it stands there.

    What was put right by a guess is unsure: "fiertig" can be 40 and 14.
    """
    hears = also(put_right, reader)

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = hears(sentence, today)
        if found is None or found.options or not _is_guess(sentence):
            return found
        return replace(found, unsure=True)

    return read


def _is_guess(sentence: Sentence) -> bool:
    """Say whether a word was put right that can mean something else."""
    return not sentence.words.isdisjoint(_guesses())


def put_right(sentence: Sentence) -> Sentence | None:
    """Give the sentence with its words of time spelt right; None when there is nothing to put right."""
    right = [(token, meant) for token in sentence.tokens if (meant := _meant(token.text)) != token.text]
    if not right:
        return None
    said, at = "", 0
    for token, meant in right:
        said += sentence.raw[at : token.start] + meant
        at = token.end
    return Sentence.of(said + sentence.raw[at:])


def _meant(word: str) -> str:
    """Give the word that is meant, most often the word itself."""
    always, near, own = _words()
    if word in always:
        return always[word]
    if len(word) < _SHORTEST or word in own:
        return word
    for right in near.get(word[0], ()):
        if OSA.distance(word, right, score_cutoff=1) == 1:
            return right
    return word


def _corrections(section: str) -> dict[str, str]:
    """Read what is put right, by how it is written."""
    read: dict[str, str] = {}
    for line in sections("spelling.txt")[section]:
        right, _sign, wrong = line.partition(":")
        read |= dict.fromkeys(wrong.split(), right)
    return read


@cache
def _guesses() -> dict[str, str]:
    """Read once what can mean something else."""
    return _corrections("guess")


@cache
def _words() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Read the data once: what is always put right, what is near by its first letter, and words of their own."""
    held = sections("spelling.txt")
    always = _corrections("always") | _guesses()
    near: dict[str, tuple[str, ...]] = {}
    words = [word for line in held["near"] for word in line.split()]
    words += [word for word in NAMED if len(word) >= _LONG_NUMBER and word.endswith("ig")]
    for word in words:
        near[word[0]] = (*near.get(word[0], ()), word)
    own = {word for line in held["words of their own"] for word in line.split()} - set(always)
    return always, near, frozenset(own | set(words))
