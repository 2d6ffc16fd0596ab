"""What can be somebody's name: a run of words, by how it was introduced and how it is written."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu import occupations, places
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED
from bot.nlu.readers.language import CODES
from bot.nlu.real_words import is_real, is_usual
from bot.nlu.sentence import fold
from bot.nlu.wording import FILLERS, NOT

_WORD = re.compile(r"[^\s\d_@/\\<>{}\[\]()*#=+:;,.!?\"]+")
_VOWEL = re.compile(r"[^B-DF-HJ-NP-TV-XZ]")
"""A letter that is no consonant, or of another script."""
_FOREIGN_MARKS = re.compile(r"[^\w\s'’.\-\u0300-\u036f\u064b-\u065f\u0900-\u0dff]")
_PARTICLES = frozenset("van de der den ten ter te het 't in op di da dos del la le von zu bin ibn el al".split())
_TITLES = frozenset("mevrouw meneer mijnheer mevr heer dame madam sir".split())
_NOT = frozenset(NOT.split("|"))
_MOST, _MOST_WORDS = 40, 4
_DESCRIBES = re.compile(
    r"(?:be|ge|ver|ont|on|op|af|uit|aan|arbeids)\w{3,}[dtnk]|"
    r"\w*(?:er|ent|ant|ist|eet|ees|aan|een|ier|aar|baar|loos|end|ende|erd|ig|ige|isch|lijk|iek|ief|eel|aal|air|aire|"
    r"ide|ing|schap|eus|euze|ibel|man|vrouw|moeder|vader|se)"
)
"""What Dutch words look like that say what somebody is, and no name."""
_OF_PEOPLE = (("health.txt", "health"), ("unlawful.txt", "ILL"), ("unlawful.txt", "religion"), ("unlawful.txt", "sex"),
              ("excluding.txt", "religion"), ("excluding.txt", "orientation"))  # fmt: skip
"""Lists of what is said of somebody's health, faith and orientation."""
_FROM_THERE = re.compile(r"(?:enaar|[mdtp]?er|aar)$")


@cache
def no_names() -> frozenset[str]:
    """Give the words that no one is called by, or that would more likely mean something else."""
    listed = " ".join(sections("no_names.txt")["words"]).split()
    return (frozenset(listed) | frozenset(CODES) | FILLERS | frozenset(NAMED)) - {"dan", "jan", "mei"}


@cache
def _names() -> frozenset[str]:
    """Give the names that are known, in small letters too."""
    return frozenset(" ".join(sections("no_names.txt")["names"]).split())


def run(raw: str, start: int, end: int) -> tuple[int, int] | None:
    """Give where a name stands that begins here: it ends where other words begin; None where there is no name."""
    said = list(_WORD.finditer(raw, start, min(end, start + 2 * _MOST)))
    kept = 0
    for at, word in enumerate(said[: _MOST_WORDS + 1]):
        folded = _bare(word.group())
        if folded in _NOT or (at and raw[said[at - 1].end() : word.start()].strip()):
            break
        surname = any(each.group()[:1].isupper() for each in said[at + 1 : at + 3])
        if not _goes_on(word.group(), folded, [each.group() for each in said[:at]], surname=surname):
            break
        kept = at + 1
    if (kept < len(said) and _bare(said[kept].group()) in _NOT) or kept > _MOST_WORDS:
        return None
    while kept and _bare(said[kept - 1].group()) in _PARTICLES:
        kept -= 1
    return (start, said[kept - 1].end()) if kept else None


def _goes_on(word: str, folded: str, before: list[str], *, surname: bool) -> bool:
    """Say whether a word belongs to the name: a first one, a particle, and what is written as a name is.

    A particle can be first where a `surname` with a capital follows.
    """
    particle = folded in _PARTICLES
    if not before:
        return folded not in no_names() or (particle and (surname or word[:1].isupper()))
    if particle:
        return True
    if folded in no_names():
        return word[:1].isupper() and _bare(before[-1]) in _PARTICLES
    return word[:1].isupper() or _bare(before[-1]) in _PARTICLES or not is_usual(folded)


def _bare(word: str) -> str:
    return fold(word).strip("'’.-")


def is_name(piece: str) -> bool:
    """Say whether a piece of text can be a name at all, by its letters and length."""
    return not (
        len(piece) > _MOST
        or _FOREIGN_MARKS.search(piece)
        or re.search(r"[\d_]", piece)
        or (len(piece) < 2 and piece.isascii())  # noqa: PLR2004 - one Latin letter is no name
    )


def is_told(piece: str) -> bool:
    """Say whether every word of a piece can be part of a name: "Fatima El Amrani", not "geen idee"."""
    words = piece.split()
    if not words or len(words) > _MOST_WORDS or any(_bare(word) in no_names() - _PARTICLES for word in words):
        return False
    first = _bare(words[0])
    if len(words) == 1 and first in _TITLES:
        return False
    if len(words) == 1 and occupations.is_everyday(first) and not (occupations.is_person(first) or is_known(first)):
        return False  # "Schoonmaak"
    surname = len(words) > 1 and first in _PARTICLES and words[-1][0].isupper()
    return surname or first not in no_names()


def is_meant(word: str, *, lower: bool) -> bool:
    """Say whether a word is a name where another word could stand: "ik ben Bram", not "ik ben bang".

    No word of every day is, nor what is said of somebody's health; in small letters (`lower`: whether it may be) no
    Dutch word that looks like what somebody is.
    """
    folded, small = _bare(word), word[:1].islower()
    if small and not lower:
        return False
    if is_known(folded):
        return True
    if folded in _said_of_people() or is_usual(folded) or (small and (is_usual(folded, "en") or _describes(folded))):
        return False
    return not (occupations.exact(folded) or places.named(folded) or _is_from(folded))


def is_known(word: str) -> bool:
    """Say whether a word is a name that we know."""
    return _bare(word) in _names()


def names_work(word: str) -> bool:
    """Say whether a word in small letters names work: no part of a name."""
    return word.islower() and bool(occupations.exact(_bare(word)))


def _describes(folded: str) -> bool:
    """Say whether a word is Dutch and looks as one that says what somebody is."""
    return is_real(folded) and _DESCRIBES.fullmatch(folded) is not None


@cache
def _said_of_people() -> frozenset[str]:
    """Give the words of the lists of what is said of somebody's health, faith and orientation."""
    lines = " ".join(line for file, section in _OF_PEOPLE for line in sections(file)[section])
    return frozenset(re.findall(r"[a-z]{2,}", re.sub(r"\\[a-z]", " ", lines)))


def _is_from(folded: str) -> bool:
    """Say whether a word says where somebody is from: "Amsterdammer"."""
    stem = _FROM_THERE.sub("", folded)
    return stem != folded and bool(places.named(stem))


def titled(piece: str) -> str:
    """Write a name with capitals, unless somebody chose them; particles stay small inside a name."""
    return " ".join(_titled(word, at) for at, word in enumerate(piece.split()))


def _titled(word: str, at: int) -> str:
    if word.lower() in _PARTICLES - {"el", "al"} and at:
        return word.lower()
    initials = word.isupper() and _VOWEL.search(word) is None  # "GJ"
    if initials or not (word.islower() or (word.isupper() and len(word) > 1)):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part.group()[:1].upper() + part.group()[1:].lower(), word)
