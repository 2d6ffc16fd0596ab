"""Which words of a sentence may be slips: those that are none, and those that were never seen where they stand.

A word that is seldom said may be a mistake where it was never seen: "24 uur pet week". Who slips once slips again: in a
short text with a word that is none, every other word may be a slip as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.nlu.candidates import BY_EAR
from bot.nlu.left_alone import is_code, is_known_name, left_alone, within
from bot.nlu.readers.day_words import NO
from bot.nlu.vocabulary import FIRST, LAST, Vocabulary, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.nlu.sentence import Sentence, Token

_MOST = 16
"""How many odd words of a text are looked at."""

SHORT_TEXT = 40
"""Up to how many words of a text are doubted all together."""


class Odd(NamedTuple):
    """The odd words of a sentence, and the others that are doubted beside them: none where nobody `slipped`."""

    words: frozenset[Token]
    beside: frozenset[Token]
    slipped: bool


def odd_words(sentence: Sentence, parts: Sequence[Sequence[Token]], known: Vocabulary) -> Odd | None:
    """Give the odd words, the first of many; None where there are none."""
    found = [
        token
        for part in parts
        for token, before, behind in _beside(part)
        if token.text.isascii()
        and token.text.isalpha()
        and (token.text in BY_EAR or _is_odd(before, token.text, behind, known))
    ]
    if not found:
        return None
    words = _words(sentence, parts)
    odd = [token for token in found if token in words][:_MOST]
    slips = [token for token in odd if token.text not in BY_EAR and not known.is_word(token.text)]
    if not slips or len(sentence.tokens) > SHORT_TEXT:
        return Odd(frozenset(odd), frozenset(), slipped=False) if odd else None
    beside = {token for token in words if token.text not in NO and token.text not in known.foreign}
    return Odd(frozenset(odd), frozenset(beside.difference(odd)), slipped=True)


def _is_odd(before: str, word: str, behind: str, known: Vocabulary) -> bool:
    """Say whether a word was never seen there, and is none, or may be another one misspelt."""
    if known.fits(before, word, behind):
        return False
    alone = before == FIRST and behind == LAST
    return not known.is_word(word) or (not alone and known.may_be_mistaken(word))


def _words(sentence: Sentence, parts: Sequence[Sequence[Token]]) -> set[Token]:
    """Give the words that can be put right."""
    apart = left_alone(sentence)
    return {
        token
        for part in parts
        for token, before, _behind in _beside(part)
        if token.text.isascii()
        and token.text.isalpha()
        and not is_code(sentence, token, before)
        and not is_known_name(token.text)
        and not within(token.start, apart)
    }


def _beside(part: Sequence[Token]) -> Iterator[tuple[Token, str, str]]:
    """Give each word with the words beside it."""
    said = [FIRST, *plain_words(part), LAST]
    return zip(part, said, said[2:], strict=False)
