"""A sentence without whom it is about: names, numbers and places taken out, so that others may learn from it.

Rather a word too many than one too few: a word with a capital that is none of our Dutch words goes, and so does a word
behind "mijn zoon" or "ik heet". What is left is shown to the person before anything is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu import places
from bot.nlu.engine import spotted
from bot.nlu.lists import sections
from bot.nlu.occupations import everyday_words
from bot.nlu.others import MINE, OTHERS, one_of
from bot.nlu.sentence import Sentence, fold, words_of
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_LONGEST = 200
_GONE = "…"
_PERSONAL = frozenset({"first_name", "phone", "email", "place"})
_LATIN = re.compile(r"[a-z]")
_WHO = re.compile(
    rf"\b(?:{MINE} (?:{one_of(OTHERS)}|coach|werkmatcher|contactpersoon|consulent)|meneer|mevrouw|dhr|mevr|heet|"
    r"naam is|genaamd|familie|bij|van|met|in|uit|te) +(?P<name>[^\W\d_]+)"
)
"""Words that a name often stands behind."""
_NUMBER = re.compile(r"\S*\d\S*(?: \d\S*)*")
_AROUND = re.compile(rf"(?:{_GONE}[\s,.;:'-]*)+{_GONE}")
_LEAST_LEFT = 2


def stripped(text: str, today: date, names: Iterable[str] = ()) -> str | None:
    """Take out what can tell who it is; `names` are known ones. None when nothing is left to learn from."""
    sentence = Sentence.of(text[:_LONGEST])
    if not _is_ours(sentence):
        return None
    known = {word for name in names for word in words_of(name).split()}
    spans = [(entity.start, entity.end) for entity in spotted(sentence, today) if entity.entity in _PERSONAL]
    spans += [found.span() for found in _NUMBER.finditer(sentence.folded)]
    spans += [found.span("name") for found in _WHO.finditer(sentence.folded) if not _is_word(found["name"])]
    spans += [(token.start, token.end) for token in sentence.tokens if _tells(sentence, token.text, token.start, known)]
    letters = list(sentence.raw)
    for start, end in spans:
        letters[start:end] = _GONE + "\0" * (end - start - 1)
    left = _AROUND.sub(_GONE, " ".join("".join(letters).replace("\0", "").split()))
    return left if len([word for word in words_of(left).split() if _is_word(word)]) >= _LEAST_LEFT else None


def _is_ours(sentence: Sentence) -> bool:
    """Say whether all letters are Latin: in other scripts a name has no capital to know it by."""
    return all(not letter.isalpha() or _LATIN.match(letter) for letter in sentence.folded)


def _tells(sentence: Sentence, word: str, start: int, known: set[str]) -> bool:
    """Say whether a word can tell who or where somebody is."""
    if word in known:
        return True
    if _is_word(word):
        return False
    return sentence.raw[start].isupper() or bool(places.named(word)) or bool(places.like(word))


def _is_word(word: str) -> bool:
    """Say whether a folded word is one of our Dutch words."""
    return word in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    """Collect once the Dutch words that our own language data consist of; no names stand there."""
    held = [
        line
        for name in ("phrases.txt", "yesno.txt", "spelling.txt")
        for each in sections(name).values()
        for line in each
    ]
    dutch = [line.partition(" = ")[2] for line in sections("english.txt")["words"]]
    small = sections("tongues.txt")["nl"]
    return FILLERS | everyday_words() | frozenset(fold(" ".join((*held, *dutch, *small)).replace("|", " ")).split())
