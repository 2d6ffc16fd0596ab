"""What somebody takes back while they write: of "20 uur, nee wacht, 24 uur" only the 24 counts.

What is meant instead stands right behind the words that take back, says nothing more, and is of the same kind as what
it replaces: a number of the same thing, a day, a place, a language. Where that is not so, nothing is taken back:
"ik woon in Utrecht, sorry, Amsterdam is te ver".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.readers.day_words import NO
from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.vocabulary import KIND, NUMBER, plain_words
from bot.nlu.vocabulary_sources import vocabulary
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence, Token

    Reader = Callable[[Sentence, date], Entity | None]

    Kind = tuple[str, str]
    """The kind of a word, and for a number what is counted."""

_TO = frozenset("tot t m tm a".split())
_AND = _TO.union("en of and plus".split())
"""What joins two values to a list or a range."""

_STAYS = FILLERS | frozenset(
    "werken gewerkt ervaring worden wonen rijden fietsen spreken beginnen starten jaar".split()
)
"""What may stand behind what is meant, to the end of that part of the sentence."""

_END = re.compile(r"[.,;!?\n]|\b(?:en|maar|want|dus|omdat|anders)\b")
_AS_WELL = frozenset("wel niet ook nee ja juist".split())
"""What says of both that they can, or cannot: then the second stands beside the first, not in its place."""


def taken_back(sentence: Sentence) -> Rewritten:
    """Leave out what is taken back, and put what is meant in its place."""
    for found, before, behind in _signs_in(sentence):
        meant = _listed(behind)
        at = _replaced(before, meant, sure=found["between"] is None) if _is_all(sentence, meant, behind) else None
        if at is not None:
            replaced = before[at : at + len(_listed(before[at:]))]
            unit = sentence.raw[replaced[-2].end : replaced[-1].end] if _lacks_unit(replaced, meant) else ""
            behind_it = sentence.raw[replaced[-1].end : found.start()]
            instead = sentence.raw[meant[0].start : meant[-1].end] + unit + behind_it
            return rewritten(sentence, [(before[at].start, meant[-1].end, instead)])
    return Rewritten(sentence, sentence)


def also_taken_back(reader: Reader) -> Reader:
    """Let a reader of answers hear the sentence without what is taken back first, then as it stands there.

    Where something is taken back, and it is not clear what, the answer is a guess: "ik heet Ali, nee wacht, Aley".
    """
    hears = also(_kept, reader)

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = hears(sentence, today)
        if found is None or found.options or sentence.words.isdisjoint(_signs()):
            return found
        kept = taken_back(sentence)
        if kept.moved:
            return found if reader(kept.sentence, today) else replace(found, unsure=True)
        doubt = any(
            sign["between"] is None and before and any(token.text not in FILLERS for token in behind)
            for sign, before, behind in _signs_in(sentence)
        )
        return replace(found, unsure=True) if doubt else found

    return read


def _kept(sentence: Sentence) -> Sentence | None:
    """Give the sentence without what is taken back; None when nothing is."""
    kept = taken_back(sentence)
    return kept.sentence if kept.moved else None


def _signs_in(sentence: Sentence) -> Iterator[tuple[re.Match[str], Sequence[Token], Sequence[Token]]]:
    """Give where something may be taken back, with the words before and behind it."""
    if sentence.words.isdisjoint(_signs()):
        return
    for found in _pattern().finditer(sentence.folded):
        before = [token for token in sentence.tokens if token.end <= found.start()]
        yield found, before, [token for token in sentence.tokens if token.start >= found.end()]


def _is_all(sentence: Sentence, meant: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Say whether nothing more is said of what is meant: of "sorry, Amsterdam is te ver" it is not meant."""
    if not meant:
        return False
    end = _END.search(sentence.folded, meant[-1].end)
    rest = [token.text for token in behind[len(meant) :] if end is None or token.end <= end.start()]
    return not rest or (rest[0] not in _AS_WELL and all(word in _STAYS and word not in NO for word in rest))


def _replaced(before: Sequence[Token], meant: Sequence[Token], *, sure: bool) -> int | None:
    """Give the place of the first word that is replaced: a whole list or range, if what is meant is one."""
    if not sure and any(token.text in NO for token in before):
        return None
    kind = _kind(meant, 0)
    at = next((at for at in range(len(before) - 1, -1, -1) if _same(kind, _kind(before, at))), None)
    if at is None:
        return None
    first = _first_of_list(before, at)
    if len(meant) > len(_phrase(meant)) or (at and before[at - 1].text in _TO):
        at = first
    return None if at and before[at - 1].text in NO else at  # "geen 16, ik bedoel 26": that says what it is not


def _lacks_unit(replaced: Sequence[Token], meant: Sequence[Token]) -> bool:
    """Say whether what is counted was said before, and not again: "40 uur, nee wacht, 32"."""
    kind = _kind(replaced, len(replaced) - 2) if len(replaced) > 1 else None
    return kind is not None and bool(kind[1]) and meant[-1].text.isnumeric()


def _listed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the words at the beginning that are meant: one value, or several of a kind."""
    meant = list(_phrase(tokens))
    while len(tokens) > len(meant):
        further = len(meant) + (tokens[len(meant)].text in _AND)
        more = _phrase(tokens[further:])
        if not more or not _same(_kind(tokens, 0), _kind(tokens, further)):
            break
        meant = list(tokens[: further + len(more)])
    return meant


def _first_of_list(tokens: Sequence[Token], at: int) -> int:
    """Go back to the first of several values of a kind that stand side by side."""
    kind = _kind(tokens, at)
    while at > 0:
        sooner = at - 1 - (tokens[at - 1].text in _AND)
        if sooner < 0 or not _same(kind, _kind(tokens, sooner)):
            break
        at = sooner
    return at


def _phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the words of the value at the beginning; a number comes with what is counted."""
    kind = _kind(tokens, 0) if tokens else None
    return tokens[: 1 + bool(kind[1])] if kind else ()


def _kind(tokens: Sequence[Token], at: int) -> Kind | None:
    """Give the kind of a word, None when it is none that has one."""
    word, *next_one = plain_words(tokens[at : at + 2])
    kinds = vocabulary().kinds
    kind = kinds.get(word) or _kinds().get(word)
    if kind == f"{KIND}able":  # "tillen, nee bukken": who cannot do the one says so of both
        return None
    if kind is None or kind != kinds[NUMBER]:
        return (kind, "") if kind else None
    beside = bool(next_one) and tokens[at + 1].start - tokens[at].end <= 1
    counted = next_one[0] if beside and next_one[0].isalpha() and next_one[0] not in _AND | _AS_WELL else ""
    return kind, counted


def _same(one: Kind | None, other: Kind | None) -> bool:
    """Say whether one can stand in the place of the other: a number without a thing fits all things."""
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[1] == other[1] or not one[1] or not other[1]


@cache
def _kinds() -> Mapping[str, str]:
    """Give the kind of words that only here can stand in each other's place."""
    return {word: line for line in sections("taken_back.txt")["kind"] for word in line.split("|")}


@cache
def _signs() -> frozenset[str]:
    """Give the words by which one can see cheaply whether anything is taken back: the longest of each way."""
    said = sections("taken_back.txt")
    return frozenset(max(way.split(), key=len) for section in ("sure", "between") for way in _ways(said[section]))


@cache
def _pattern() -> re.Pattern[str]:
    """Make the pattern once: what takes back, with the words and signs around it that mean nothing."""
    said = sections("taken_back.txt")
    sure, between, filler = (_any_of(said[section]) for section in ("sure", "between", "filler"))
    return re.compile(
        rf"(?:(?:(?<![\s,.;:(-])[\s,.;:(-]+)?(?<!\w)(?:{sure})(?!\w)|"
        rf"(?:(?<!\s)\s+|(?<![\s,.;:?(-]))[,.;:?(-]+\s*(?P<between>{between})\s*[,:-]*)"
        rf"[\s,.;:)-]*(?:(?:{filler})[\s,]+)*(?=\w)"
    )


def _any_of(lines: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, _ways(lines)), key=len, reverse=True))


def _ways(lines: Iterable[str]) -> list[str]:
    return [way for line in lines for way in line.split("|")]
