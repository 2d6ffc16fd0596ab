"""What a word can be meant by, and how likely: by its letters, and by the words before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.nlu.left_alone import is_proper
from bot.nlu.noise import SELDOM, SLIP, likeness
from bot.nlu.readers.day_words import NO
from bot.nlu.vocabulary import EVERYDAY, FIRST, LAST, Vocabulary, mistakes_in, plain_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.nlu.odd_words import Odd
    from bot.nlu.sentence import Sentence, Token

    Chances = Mapping[str, float]
    """How likely each of several words is."""

BY_EAR = {"nie": "niet", "nit": "niet"}
"""How "niet" is written by who writes what they hear: it is never anything else."""

SHORT = 4
"""From how many letters on a word is seldom another one by chance."""

_LONG = 6
"""From how many letters on a word is rather a misspelt one than a name."""

_CALLED = frozenset("groetjes groeten vriend vriendin broer zus collega".split())
"""What names stand behind, besides "ik ben"."""

_NEAREST, _CANDIDATES = 40, 8
"""How many words are compared with one that is none, and by how many it can be meant."""

_ITSELF, _TELLING = 0.05, 6
"""How likely a strange word of so many letters is none of ours; each letter less makes it ten times likelier."""

_MEANT, _MEANT_SLIPPED = 20 / SLIP, 5 / SLIP
"""How much likelier a real word is meant than written by a slip: as many times as much as its letters alone tell.

Less so in a sentence in which other words are none: who slips once slips again.
"""

_MOST_SLIPS = 3
"""How many slips of a finger make a word of a "no" at most."""

_TWO = 2
"""How many letters of a long word may differ from a "no"."""

_NOS = tuple(sorted(no for no in NO if len(no) >= SHORT))


def meant_by(sentence: Sentence, part: Sequence[Token], odd: Odd, known: Vocabulary) -> list[tuple[Token, Chances]]:
    """Give what each doubted word of a part of a sentence can be meant by, and how likely."""
    at = [at for at, token in enumerate(part, start=1) if token in odd.words or token in odd.beside]
    if not at:
        return []
    said = [FIRST, *plain_words(part), LAST]
    can: list[Chances] = [{word: 1.0} for word in said]
    for each in at:
        can[each] = _possible(said, each, known, slipped=odd.slipped)
        if said[each] in BY_EAR:
            continue
        if is_proper(sentence, part[each - 1]):
            can[each] = {word: can[each][word] for word in can[each] if word == said[each] or word in known.proper}
        elif _may_be_name(said, each, known):
            can[each] = {word: can[each][word] for word in can[each] if word == said[each] or known.is_work(word)}
    likely = _likely(can, known)
    return [(part[each - 1], likely[each]) for each in at]


def _may_be_name(said: Sequence[str], at: int, known: Vocabulary) -> bool:
    """Say whether a short word that is none may be a name that we do not know: "ik ben feven", "groetjes meron"."""
    called = said[at - 1] in _CALLED or (said[at - 1] == "ben" and said[at - 2] == "ik")
    return called and len(said[at]) < _LONG and not known.is_word(said[at])


def _possible(said: Sequence[str], at: int, known: Vocabulary, *, slipped: bool) -> Chances:
    """Give what can be meant by a word by its letters alone."""
    word = said[at]
    if word in BY_EAR:
        return {BY_EAR[word]: 1.0}
    can = _of_real(said, at, known, slipped=slipped) if known.is_word(word) else _of_none(word, known)
    return {other: can[other] for other in can if other not in NO or other == word or _is_slip_of(other, word)}


def _is_slip_of(no: str, word: str) -> bool:
    """Say whether a word can be a "no" by slips of a finger alone: "piet" and "niek" are names, and no "niet"."""
    return likeness(word, no, _MOST_SLIPS, seldom=0.0) > 0.0


def _of_real(said: Sequence[str], at: int, known: Vocabulary, *, slipped: bool) -> Chances:
    """Give what can be meant by a real word, itself too, and how likely each is written so.

    In a sentence without any other slip only what readers look for, and what was seen beside both its neighbours.
    """
    word = said[at]
    near = {
        other: likeness(word, other, 1)
        for other in known.one_off(word)
        if slipped or (other in known.answers and known.joins(said[at - 1], other, said[at + 1]))
    }
    return _likeliest(near, known) | {word: _MEANT_SLIPPED if slipped else _MEANT}


def _likeliest(near: Chances, known: Vocabulary) -> dict[str, float]:
    """Give the likeliest few, by how they are written and how usual they are."""
    best = sorted(near, key=lambda other: (-near[other] * known.weights[other], other))[:_CANDIDATES]
    return {other: near[other] for other in best}


def _of_none(word: str, known: Vocabulary) -> Chances:
    """Give what can be meant by a word that is none, itself too, and how likely each is written so."""
    most = mistakes_in(word)
    least = SLIP ** (most - 1)
    usual = sorted(known.near(word, most), key=lambda other: (-(SLIP ** other[1]) * known.weights[other[0]], other))
    near = {
        other: likeness(word, other, most, SELDOM if known.weights[other] >= EVERYDAY else 0.0, least / 2)
        for other, _apart in usual[:_NEAREST]
    }
    near = {other: like for other, like in near.items() if like >= least}
    can = _likeliest(near, known) | {word: _ITSELF * max(1.0, 10.0 ** (_TELLING - len(word)))}
    if len(word) <= SHORT:
        return can
    return can | {no: SLIP for no in _NOS if no not in near and OSA.distance(word, no) == _TWO}


def _likely(can: Sequence[Chances], known: Vocabulary) -> list[Chances]:
    """Give how likely each candidate is at its place, by all words before and behind it: forward and backward."""
    ahead: list[Chances] = [can[0]]
    steps: list[Mapping[str, Chances]] = []
    for words in can[1:]:
        before = ahead[-1]
        steps.append({word: {one: known.chance(one, word) for one in before} for word in words})
        reached = {word: sum(before[one] * chance for one, chance in ways.items()) for word, ways in steps[-1].items()}
        ahead.append(_scaled({word: chance * reached[word] for word, chance in words.items()}))
    back: list[Chances] = [dict.fromkeys(can[-1], 1.0)]
    for words, ways in zip(reversed(can), reversed(steps), strict=False):
        behind = [(ways[word], each * words[word]) for word, each in back[-1].items()]
        back.append(_scaled({one: sum(chance[one] * each for chance, each in behind) for one in behind[0][0]}))
    pairs = zip(ahead, reversed(back), strict=True)
    return [_scaled({word: chance * later[word] for word, chance in sooner.items()}) for sooner, later in pairs]


def _scaled(chances: Chances) -> Chances:
    """Make chances add up to 1."""
    together = sum(chances.values())
    return {word: chance / together for word, chance in chances.items()}
