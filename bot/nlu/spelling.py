"""Misspelt words of answers, put right: "2 jar", "20 uhr", "dinstag". Data in `bot/data/spelling.txt`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.mending import mended, otherwise
from bot.nlu.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Reader = Callable[[Sentence, date], Entity | None]


def also_misspelt(reader: Reader) -> Reader:
    """Let a reader of answers about time hear misspelt words too: put right first, then as it stands there.

    What was put right by a guess is unsure: "fiertig" can be 40 and 14.
    """
    hears = _else_otherwise(_unless_no(also(put_right, reader)), reader)

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = hears(sentence, today)
        if found is None or found.options or not _is_guess(sentence):
            return found
        return replace(found, unsure=True)

    return read


def also_mended(reader: Reader) -> Reader:
    """Let a reader of answers hear the sentence with its misspelt words put right first, then as it stands there."""
    return _else_otherwise(_unless_no(also(_mended, reader)), reader)


def else_mended(reader: Reader) -> Reader:
    """Let a reader that allows for misspelt names itself hear the sentence put right only where it found nothing."""
    hears = also_mended(reader)

    def read(sentence: Sentence, today: date) -> Entity | None:
        return reader(sentence, today) or hears(sentence, today)

    return read


def _else_otherwise(hears: Reader, reader: Reader) -> Reader:
    """Where nothing is heard, let a reader hear what else the words can be meant by. What it finds is a guess."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = hears(sentence, today)
        if found is not None:
            return found
        right = mended(sentence)
        for other in otherwise(right):
            found = reader(other.sentence, today)
            if found is not None and not right.may_turn(found):
                return replace(other.back(found), unsure=True)
        return None

    return read


def _unless_no(reader: Reader) -> Reader:
    """Let what is read be a guess where a misspelt word may be a "no", which turns it around."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = reader(sentence, today)
        if found is None or found.options or not mended(sentence).may_turn(found):
            return found
        return replace(found, unsure=True)

    return read


def _is_guess(sentence: Sentence) -> bool:
    """Say whether a word was put right that can mean something else."""
    return not sentence.words.isdisjoint(_guesses())


def put_right(sentence: Sentence) -> Sentence | None:
    """Give the sentence with its words spelt right; None when there is nothing to put right."""
    always = _always()
    said = ((token.start, token.end, always[token.text]) for token in sentence.tokens if token.text in always)
    right = mended(rewritten(sentence, said).sentence).sentence
    return None if right is sentence else right


def _mended(sentence: Sentence) -> Sentence | None:
    """Give the sentence with its words put right; None when there is nothing to put right."""
    right = mended(sentence)
    return right.sentence if right.moved else None


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
def _always() -> Mapping[str, str]:
    """Read once what is always put right."""
    return _corrections("always") | _guesses()
