"""Words that are no words, put right where it is clear what is meant: "schoonmakr", "24 uru", "ik woon iin Utrecht".

Only what nobody writes on purpose is mended, and only where one word that we know fits better than all others
together: by its letters, and by the words before and behind it. A wrong value is worse than one that is missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.nlu.candidates import BY_EAR, SHORT, meant_by
from bot.nlu.foreign import written_in
from bot.nlu.left_alone import names, within
from bot.nlu.odd_words import SHORT_TEXT, Odd, odd_words
from bot.nlu.readers.day_words import NO
from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.vocabulary import clauses
from bot.nlu.vocabulary_sources import LANGUAGES, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.nlu.candidates import Chances
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence, Token
    from bot.nlu.vocabulary import Vocabulary

    Change = tuple[Token, str]
    """A word, and what is meant by it."""

_READ = 1000
"""In how many characters words are mended: values are looked for in no more."""

_FEW = 2
"""From how many known words on a sentence may be English."""

_SURE, _SURE_SHORT = 0.4, 0.5
"""From which chance on a word is put right; one of less than four letters can be many others."""

_SURE_REAL, _SURE_SLIPPED, _SURE_FITTING = 0.9, 0.7, 0.95
"""From which chance on a real word is put right: it is meant.

Less so in a sentence in which other words are none; one that fits there as it stands is meant most of all.
"""

_POSSIBLE, _OTHERS = 0.03, 2
"""From which chance on a word can be meant as well, and by how many others."""

_DOUBT, _DOUBT_FITTING, _SURE_NO = 0.1, 0.5, 0.9
"""From which chance on a word may be a "no", one that fits there as it stands too, and from which on it is one."""

_TURNED_BY_NO = frozenset("occupation hours days dayparts language licence ability register experience".split())
"""What says the contrary, or something else, behind a "no": doubtful where a misspelt word may be one."""


@dataclass(frozen=True, slots=True, repr=False)
class Mended(Rewritten):
    """A sentence with its words put right. `unclear`: one of these, or one that was left, may as well be a "no".

    `changed` says which words were, and `doubted` what else words can be meant by that were changed or left.
    """

    unclear: bool = False
    changed: tuple[Change, ...] = ()
    doubted: tuple[tuple[Token, tuple[str, ...]], ...] = ()

    def may_turn(self, entity: Entity) -> bool:
        """Say whether a value may be meant the other way round."""
        return self.unclear and entity.entity in _TURNED_BY_NO


def mended(sentence: Sentence) -> Mended:
    """Put the words right that are no words, as far as it is clear what is meant."""
    parts = clauses(sentence, [token for token in sentence.tokens if token.end <= _READ])
    known = vocabulary()
    odd = odd_words(sentence, parts, known)
    other = (written_in(sentence) or _english(sentence, known)) if odd else None
    if other:
        known = vocabulary(other) if other in LANGUAGES else known
        odd = odd_words(sentence, parts, known) if other in LANGUAGES else None
    return _put_right(sentence, parts, odd, known) if odd else Mended(sentence, sentence)


def _english(sentence: Sentence, known: Vocabulary) -> str | None:
    """Tell English by more words than those that tell a language for sure: by all that we know of both."""
    english = vocabulary("en")
    words = [token.text for token in sentence.tokens if len(token.text) > 1]
    of_english, of_dutch = (sum(each.knows(word) for word in words) for each in (english, known))
    return "en" if of_english >= _FEW and of_english > of_dutch else None


def _put_right(sentence: Sentence, parts: Sequence[Sequence[Token]], odd: Odd, known: Vocabulary) -> Mended:
    """Put right what is clear, and keep what else may be meant."""
    changed: list[Change] = []
    doubted: list[tuple[Token, tuple[str, ...]]] = []
    unclear = False
    for part in parts:
        for token, chances in meant_by(sentence, part, odd, known):
            meant, chance = max(chances.items(), key=itemgetter(1))
            if meant != token.text and chance >= _sure(token, odd, known) and not _turns(token.text, meant, known):
                changed.append((token, meant))
            else:
                meant = token.text
            no, doubt = sum(chances.get(each, 0.0) for each in NO), _DOUBT if token in odd.words else _DOUBT_FITTING
            unclear = unclear or (no < _SURE_NO if meant in NO else no > doubt)
            if len(sentence.tokens) <= SHORT_TEXT:  # each of these is read anew: a long text has too many
                doubted.append((token, _others(token.text, chances, meant, known)))
    right = _with(sentence, changed, doubted, unclear=unclear)
    called = names(right.sentence)  # "ik hete Samria": what a name stands behind had to be put right first
    named = {before for at, _end, before, _end_before in right.moved if within(at, called)}
    if not named:
        return right
    return _with(sentence, [each for each in changed if each[0].start not in named], doubted, unclear=unclear)


def _sure(token: Token, odd: Odd, known: Vocabulary) -> float:
    """Give from which chance on a word is put right."""
    if token not in odd.words:
        return _SURE_FITTING
    if known.is_word(token.text):
        return _SURE_SLIPPED if odd.slipped else _SURE_REAL
    return _SURE if len(token.text) >= SHORT else _SURE_SHORT


def _turns(word: str, meant: str, known: Vocabulary) -> bool:
    """Say whether a usual word would become a "no": "net" is not "niet"."""
    return meant in NO and known.is_usual(word) and word not in BY_EAR


def otherwise(right: Mended) -> Iterator[Mended]:
    """Give the sentence with one word put otherwise, for each that can be meant by something else as well.

    What comes of one of them holds the doubts about the words behind it.
    """
    for at, (token, words) in enumerate(right.doubted):
        for word in words:
            changed = [each for each in right.changed if each[0] != token]
            if word != token.text:
                changed = sorted([*changed, (token, word)], key=lambda each: each[0].start)
            other = _with(right.written, changed, right.doubted[at + 1 :], unclear=right.unclear)
            places = {before: now for now, _end, before, _end_before in other.moved}
            if token.start in places and not within(places[token.start], names(other.sentence)):
                yield other


def _others(word: str, chances: Chances, meant: str, known: Vocabulary) -> tuple[str, ...]:
    """Give what else a word can be meant by, the likeliest first.

    Never a "no", which turns things around; and no work where the word is real or short: too many words look like work.
    """
    apart = frozenset((meant, *NO))
    likely = sorted((other for other in chances if chances[other] >= _POSSIBLE), key=lambda other: -chances[other])
    if known.is_word(word) or len(word) < SHORT:
        likely = [other for other in likely if not known.is_work(other)]
    return tuple(other for other in likely if other not in apart)[:_OTHERS]


def _with(
    sentence: Sentence,
    changed: Sequence[Change],
    doubted: Sequence[tuple[Token, tuple[str, ...]]],
    *,
    unclear: bool,
) -> Mended:
    """Write the sentence anew; a capital stays."""
    anew = rewritten(
        sentence,
        (
            (token.start, token.end, meant.capitalize() if sentence.raw[token.start].isupper() else meant)
            for token, meant in changed
        ),
    )
    return Mended(anew.written, anew.sentence, anew.moved, unclear, tuple(changed), tuple(doubted))
