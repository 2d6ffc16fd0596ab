"""Words that are no words, put right where it is clear what is meant: "schoonmakr", "24 uru", "ik woon iin Utrecht".

Only what nobody writes on purpose is mended, and only where one word that we know fits better than all others
together: by its letters, and by the words before and behind it. A word that is seldom said, where it was never seen,
may be a mistake as well: "24 uur pet week". A wrong value is worse than one that is missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.nlu.foreign import written_in
from bot.nlu.noise import SELDOM, SLIP, likeness
from bot.nlu.readers.day_words import NO
from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.vocabulary import EVERYDAY, FIRST, LAST, Vocabulary, clauses, mistakes_in, plain_words
from bot.nlu.vocabulary_sources import LANGUAGES, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence, Token

    Chances = Mapping[str, float]
    """How likely each of several words is."""

    Change = tuple[Token, str]
    """A word, and what is meant by it."""

_READ = 1000
"""In how many characters words are mended: values are looked for in no more."""

_MOST, _NEAREST, _CANDIDATES = 16, 40, 8
"""How many words of a sentence are mended, how many others are compared with each of them, and how many it can be."""

_SURE, _SURE_SHORT, _SURE_REAL, _SHORT = 0.4, 0.5, 0.9, 4
"""From which chance on a word is put right; one of less than four letters can be many others; a real one is meant."""

_POSSIBLE, _OTHERS = 0.1, 2
"""From which chance on a word can be meant as well, and by how many others."""

_ITSELF, _TELLING = 0.05, 6
"""How likely a strange word of so many letters is none of ours; each letter less makes it ten times likelier."""

_MEANT = 20 / SLIP
"""How much likelier a real word is meant than written by a slip: twenty times as much as its letters alone tell."""

_DOUBT, _SURE_NO, _TWO = 0.1, 0.9, 2
"""From which chance on a word may be a "no", and is one; and how many letters of it may differ in long words."""

_NOS = tuple(sorted(no for no in NO if len(no) >= _SHORT))
_TURNED_BY_NO = frozenset("occupation hours days dayparts language licence ability register experience".split())
"""What says the contrary, or something else, behind a "no": doubtful where a misspelt word may be one."""

_ADDRESS = re.compile(r"\b\d{4} ?[a-z]{2}\b|[\w.+-]*@\S*|\S*://\S*|\bwww\.\S*|\b[\w-]+(?:\.[\w-]+)+\b")
_CALLED = re.compile(
    r"\b(?:heet(?: ik)?|hiet|heten|ik hete?|(?:roep|voor)?naam(?: is)?|"
    r"noem(?:en|t|den)?(?: iedereen| ze)? (?:me|mij)(?: maar| thuis| altijd| gewoon)*|zeg maar|"
    r"name is|call me|(?:spreekt|praat|chat|hoi|hoihoi|hallo|hey|yo|goede\w+),? met|"
    r"(?P<am>ik ben|ben|met|hier|ik(?= +[^\W\d_]+,))) +"
    r"(?P<name>(?:(?:van|von|de|den|der|ten|ter|te|el|al|la|le) +)*[^\W\d_]+(?:[-'][^\W\d_]+)*)|"
    r"\b(?:(?:me|mij) +(?P<named>[^\W\d_]+) +noemen\b|(?:zegt|zeggen) +(?P<said>[^\W\d_]+) +tegen (?:me|mij)\b|"
    r"(?:je schrijft|schrijf je) +(?P<written>[^\W\d_]+)|"
    r"(?P<first>[^\W\d_]+) +(?:(?:zo )?heet ik|(?:is )?(?:mijn|mij|me|mn|de) naam|"
    r"(?:met|zonder) (?:een |1 )?[a-z](?= *(?:$|,)))\b)"
)
"""A name is written as its owner writes it."""
_SPELLING = frozenset("een met zonder letter dubbel dubbele twee".split())
_NAME_PARTS = tuple(part for part in _CALLED.groupindex if part != "am")


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
    strange = _strange(sentence, parts, known)
    other = written_in(sentence) if strange else None
    if other:
        known = vocabulary(other) if other in LANGUAGES else known
        strange = _strange(sentence, parts, known) if other in LANGUAGES else set()
    if not strange:
        return Mended(sentence, sentence)
    changed: list[Change] = []
    doubted: list[tuple[Token, tuple[str, ...]]] = []
    unclear = False
    for part in parts:
        if strange.isdisjoint(part):
            continue
        for token, chances in _meant(part, strange, known):
            meant, chance = max(chances.items(), key=itemgetter(1))
            turns = meant in NO and known.is_usual(token.text)
            if meant != token.text and chance >= _sure(token.text, known) and not turns:
                changed.append((token, meant))
            else:
                meant = token.text
            no = sum(chances.get(each, 0.0) for each in NO)
            unclear = unclear or (no < _SURE_NO if meant in NO else no > _DOUBT)
            doubted.append((token, _others(token.text, chances, meant, known)))
    right = _with(sentence, changed, doubted, unclear=unclear)
    called = _names(right.sentence)  # "ik hete Samria": what a name stands behind had to be put right first
    names = {before for at, _end, before, _end_before in right.moved if _within(at, called)}
    if not names:
        return right
    return _with(sentence, [each for each in changed if each[0].start not in names], doubted, unclear=unclear)


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
            if token.start in places and not _within(places[token.start], _names(other.sentence)):
                yield other


def _others(word: str, chances: Chances, meant: str, known: Vocabulary) -> tuple[str, ...]:
    """Give what else a word can be meant by, the likeliest first.

    Never a "no", which turns things around; and no work where the word is real or short: too many words look like work.
    """
    apart = frozenset((meant, *NO))
    likely = sorted((other for other in chances if chances[other] >= _POSSIBLE), key=lambda other: -chances[other])
    if known.is_word(word) or len(word) < _SHORT:
        likely = [other for other in likely if not known.is_work(other)]
    return tuple(other for other in likely if other not in apart)[:_OTHERS]


def _strange(sentence: Sentence, parts: Sequence[Sequence[Token]], known: Vocabulary) -> set[Token]:
    """Give the words that are none, or never seen where they stand; not those of addresses and names."""
    found = [
        token
        for part in parts
        for token, before, behind in _beside(part)
        if token.text.isascii()
        and token.text.isalpha()
        and not (len(token.text) == 1 and _is_letter(sentence, token, before))
        and not known.fits(before, token.text, behind)
        and (not known.is_word(token.text) or (len(part) > 1 and known.may_be_mistaken(token.text)))
    ][:_MOST]
    if not found:
        return set()
    apart = [address.span() for address in _ADDRESS.finditer(sentence.folded)] + _names(sentence)
    return {token for token in found if not _within(token.start, apart)}


def _is_letter(sentence: Sentence, token: Token, before: str) -> bool:
    """Say whether a letter is meant as one: "rijbewijs B, C en D", "Sara zonder h", "m'n"."""
    beside = sentence.folded[max(0, token.start - 1) : token.end + 1]
    return sentence.raw[token.start].isupper() or before in _SPELLING or "'" in beside


def _beside(part: Sequence[Token]) -> Iterator[tuple[Token, str, str]]:
    """Give each word with the words beside it."""
    said = [FIRST, *plain_words(part), LAST]
    return zip(part, said, said[2:], strict=False)


def _meant(part: Sequence[Token], strange: Collection[Token], known: Vocabulary) -> list[tuple[Token, Chances]]:
    """Give what each strange word can be meant by, and how likely."""
    said = [FIRST, *plain_words(part), LAST]
    odd = [at for at, token in enumerate(part, start=1) if token in strange]
    can: list[Chances] = [{word: 1.0} for word in said]
    for at in odd:
        can[at] = _candidates(said, at, known)
    likely = _likely(can, known)
    return [(part[at - 1], likely[at]) for at in odd]


def _sure(word: str, known: Vocabulary) -> float:
    """Give from which chance on a word is put right."""
    if known.is_word(word):
        return _SURE_REAL
    return _SURE if len(word) >= _SHORT else _SURE_SHORT


def _names(sentence: Sentence) -> list[tuple[int, int]]:
    """Give where names stand: behind what says that it is one."""
    return [
        name.span(next(part for part in _NAME_PARTS if name[part]))
        for name in _CALLED.finditer(sentence.folded)
        if not name["am"] or sentence.raw[name.start("name")].isupper()
    ]


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _candidates(said: Sequence[str], at: int, known: Vocabulary) -> Chances:
    """Give what can be meant by a word, the word itself too, and how likely each is written so."""
    word = said[at]
    if known.is_word(word):
        joined = [
            other
            for other, apart in known.near(word)
            if apart == 1 and other in known.answers and known.joins(said[at - 1], other, said[at + 1])
        ]
        return {other: likeness(word, other, 1) for other in joined} | {word: _MEANT}
    usual = sorted(known.near(word), key=lambda other: (-(SLIP ** other[1]) * known.weights[other[0]], other))
    most = mistakes_in(word)
    near = {
        other: likeness(word, other, most, SELDOM if known.weights[other] >= EVERYDAY else 0.0)
        for other, _apart in usual[:_NEAREST]
    }
    near = {other: like for other, like in near.items() if like >= SLIP ** (most - 1)}
    best = sorted(near, key=lambda other: (-near[other] * known.weights[other], other))[:_CANDIDATES]
    can = {other: near[other] for other in best} | {word: _ITSELF * max(1.0, 10.0 ** (_TELLING - len(word)))}
    if len(word) <= _SHORT:
        return can
    return can | {no: SLIP for no in _NOS if no not in near and OSA.distance(word, no) == _TWO}


def _likely(can: Sequence[Chances], known: Vocabulary) -> list[Chances]:
    """Give how likely each candidate is at its place, by all words before and behind it: forward and backward."""
    ahead = [can[0]]
    for words in can[1:]:
        before = ahead[-1].items()
        reached = {word: sum(each * known.chance(one, word) for one, each in before) for word in words}
        ahead.append(_scaled({word: chance * reached[word] for word, chance in words.items()}))
    back: list[Chances] = [dict.fromkeys(can[-1], 1.0)]
    for at in range(len(can) - 2, -1, -1):
        behind = [(one, each * can[at + 1][one]) for one, each in back[-1].items()]
        back.append(_scaled({word: sum(each * known.chance(word, one) for one, each in behind) for word in can[at]}))
    pairs = zip(ahead, reversed(back), strict=True)
    return [_scaled({word: chance * later[word] for word, chance in sooner.items()}) for sooner, later in pairs]


def _scaled(chances: Chances) -> Chances:
    """Make chances add up to 1."""
    together = sum(chances.values())
    return {word: chance / together for word, chance in chances.items()}


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
