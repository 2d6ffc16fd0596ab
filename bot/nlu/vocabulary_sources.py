"""Where the words come from that we know: the training data, what the readers look for, and how answers are put.

Who adds an example to the training data teaches its spelling as well.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

from bot.nlu import occupations, places
from bot.nlu.english import meanings
from bot.nlu.example_lines import examples
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED
from bot.nlu.readers import hours, language, licence, start, travel, travel_means
from bot.nlu.readers.ability_words import CLEAR
from bot.nlu.readers.day_words import LONG, PARTS_BY_WORD, RANGE_WORDS, WEEK
from bot.nlu.real_words import is_usual
from bot.nlu.sentence import Sentence, fold, words_of
from bot.nlu.vocabulary import EVERYDAY, KIND, NUMBER, SELDOM, Vocabulary, Words, clauses, counted, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(rf"{KIND}\w+(?=>)|\w+")
"""A word of a frame, or the name of a kind."""

LANGUAGES = ("nl", "en")
"""The languages whose misspelt words we know."""

_PLACE, _PLACE_LETTERS = "place", 4
_PROPER = (_PLACE, "language", "month", "day")
"""The kinds of names that have a capital."""


@cache
def vocabulary(language: str = "nl") -> Vocabulary:
    """Count once: the words of Dutch, or those of English for sentences that are written in it."""
    framed = {word for frame in _frames(language) for word in frame if word[0] != KIND}
    names = _names()
    kinds = {word: KIND + kind for kind, each in names.items() for word in map(words_of, each) if word.isalpha()}
    kinds[NUMBER] = f"{KIND}number"
    everyday = chain(framed, *(each for kind, each in names.items() if kind != _PLACE))
    said: Iterable[list[str]] = ()
    foreign: frozenset[str] = frozenset()
    if language == "nl":
        cues = (*travel.CUES, *hours.CUES, *RANGE_WORDS, *licence.CODES, *sections("spelling.txt")["read"])
        everyday, said, foreign = chain(everyday, cues), _examples(), _foreign() - framed
    else:
        english = _english()
        kinds |= {word: kinds[dutch] for word, dutch in english.items() if dutch in kinds and " " not in word}
        everyday, said = chain(everyday, english), map(str.split, english)
    read = {word: SELDOM for name in names[_PLACE] for word in name.split() if len(word) >= _PLACE_LETTERS}
    read |= {word: EVERYDAY for name in everyday for word in words_of(name).split() if len(word) > 1}
    return counted(chain(said, _frames(language)), Words(read, kinds, foreign, _proper(names)), language)


def _frames(language: str) -> Iterator[list[str]]:
    """Give how answers are put, word by word; a kind stands for its words."""
    for lines in sections(f"frames_{language}.txt").values():
        for line in lines:
            yield _WORD.findall(fold(line))


def _examples() -> Iterator[list[str]]:
    """Give the sentences of the training data, word by word."""
    for file in (files("bot.nlu") / "data").iterdir():
        if file.name.endswith(".yml"):
            for said in examples(file.read_text(encoding="utf-8")):
                sentence = Sentence.of(said)
                yield from map(plain_words, clauses(sentence, sentence.tokens))


def _english() -> dict[str, str]:
    """Give the English words that we know, folded, and their Dutch."""
    return {words_of(said): words_of(dutch) for said, dutch in meanings().items()}


def _proper(names: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Give the words of names that have a capital; a part of a name that is a word of every day is not one of these."""
    parts = [words_of(name).split() for kind in _PROPER for name in names[kind]]
    return frozenset(word for part in parts for word in part if len(part) == 1 or not is_usual(word))


def _names() -> Mapping[str, Iterable[str]]:
    """Give the names that can stand in each other's place, by their kind."""
    return {
        _PLACE: places.names(),
        "occupation": occupations.everyday_words(),
        "language": language.CODES,
        "licence": licence.CATEGORY_OF,
        "month": start.MONTHS,
        "by": travel_means.MEANS,
        "number": NAMED,
        "part": PARTS_BY_WORD,
        "day": LONG,
        "short": WEEK,
        "able": CLEAR,
    }


def _foreign() -> frozenset[str]:
    """Give the words by which we know other languages, and those of English that we know, where they are not Dutch."""
    small, english = sections("tongues.txt"), _english()
    others = [line for code, said in small.items() if code != "nl" for line in said]
    dutch = words_of(" ".join((*small["nl"], *english.values())))
    return frozenset(words_of(" ".join((*others, *english))).split()) - frozenset(dutch.split())
