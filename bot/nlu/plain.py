"""How plain a Dutch text is: a pure measure of the rules of design section 6 (V14).

It measures our own sentences in the tests, and advises whoever writes to a jobseeker. What it finds is a `Fault`: the
rule, the words that break it, and what to write instead where that is known. How common a word is, is not measured
here: that takes a word list (see `tests/language/plain_dutch.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.nlu.plain_words import ABBREVIATIONS, ASKING, CAPITALS, DO, JARGON, NEGATIONS, NO_PARTICIPLES, NUMBERS

MOST_WORDS = 12
MOST_SENTENCES = 4


class Rule(StrEnum):
    """What a text has to keep to."""

    LONG_SENTENCE = "long sentence"
    MANY_SENTENCES = "many sentences"
    QUESTION = "one question, and it comes last"
    ABBREVIATION = "abbreviation"
    NUMBER_WORD = "number in words"
    JARGON = "jargon"
    PASSIVE = "passive"
    FORMAL = "u instead of je"
    DOUBLE_NEGATION = "double negation"
    NO_WORDS = "no words"


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken, the words that do it, and what is easier."""

    rule: Rule
    words: str
    easier: str | None = None

    def __str__(self) -> str:
        """Say it in one line."""
        advice = f" (easier: {self.easier})" if self.easier else ""
        return f"{self.rule}: {self.words}{advice}"


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+|\n+")
_ASKS = re.compile(r"\?[\"'”’)]*\Z")
_WORD = re.compile(r"[^\W_]+(?:['’\-/][^\W_]+)*")
_PARTICIPLE = re.compile(
    r"(?:aan|af|bij|door|in|klaar|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\w{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her)\w{2,}[dt]"
)
_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden"})
_FORMAL = frozenset({"u", "uw", "uzelf"})
_JARGON = tuple((re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE), easier) for pattern, easier in JARGON)
_ABBREVIATION = re.compile(rf"(?<!\w)(?:(?:[a-z]\.){{2,}}|(?:{'|'.join(ABBREVIATIONS)})(?!\w))", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w{])[A-Z]{2,}(?![\w}])")
_CLAUSE = re.compile(r"[,;:()]|(?<!\w)(?:en|of|maar|want|als|dan|dus|omdat|die|dat)(?!\w)", re.IGNORECASE)
_TURNED = re.compile(r"(?<!\w)niet on(?:aardig|bekend|belangrijk|gewoon|mogelijk|verstandig|veilig)\w*", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Split a text into sentences; a line ends one too."""
    return [part.strip() for part in _END.split(text) if _WORD.search(part)]


def words(sentence: str) -> list[str]:
    """Give the words of a sentence; a {placeholder} and a number are one word each."""
    return _WORD.findall(_PLACEHOLDER.sub("ingevuld", sentence))


def faults(text: str, most_words: int = MOST_WORDS, most_sentences: int = MOST_SENTENCES) -> list[Fault]:
    """Measure a text as one message, all rules."""
    parts = sentences(text)
    if not parts:
        return [Fault(Rule.NO_WORDS, text)]
    found = lengths(parts, most_words)
    if len(parts) > most_sentences:
        found.append(Fault(Rule.MANY_SENTENCES, f"{len(parts)} sentences, of at most {most_sentences}"))
    found += _questions(parts)
    found += forms(text)
    for sentence in parts:
        found += _numbers(sentence) + _passive(sentence) + _negation(sentence)
    found += [Fault(Rule.JARGON, hit[0], easier) for pattern, easier in _JARGON for hit in pattern.finditer(text)]
    return found


def lengths(parts: list[str], most_words: int) -> list[Fault]:
    """Find the sentences with too many words."""
    counted = ((sentence, len(words(sentence))) for sentence in parts)
    return [
        Fault(Rule.LONG_SENTENCE, f"{count} words, of at most {most_words}: {sentence}", "make 2 sentences")
        for sentence, count in counted
        if count > most_words
    ]


def forms(text: str) -> list[Fault]:
    """Find what nobody should have to read: abbreviations, and u for je."""
    bare = _PLACEHOLDER.sub("", text)
    found = [Fault(Rule.ABBREVIATION, hit[0], "write it out") for hit in _ABBREVIATION.finditer(bare)]
    found += [
        Fault(Rule.ABBREVIATION, hit[0], "write it out") for hit in _CAPITALS.finditer(bare) if hit[0] not in CAPITALS
    ]
    said = words(_ABBREVIATION.sub("", bare))
    return found + [Fault(Rule.FORMAL, word, "je, jij, jou, jouw") for word in said if word.lower() in _FORMAL]


def _questions(parts: list[str]) -> list[Fault]:
    asked = [sentence for sentence, after in zip(parts, (*parts[1:], ""), strict=True) if _asks(sentence, after)]
    if len(asked) > 1:
        return [Fault(Rule.QUESTION, " ".join(asked), "ask 1 thing")]
    if asked and asked[0] != parts[-1]:
        return [Fault(Rule.QUESTION, asked[0], "put the question last, or go on with dan")]
    return []


def _asks(sentence: str, after: str) -> bool:
    """Tell whether a sentence wants an answer.

    "Zeg je nee? Dan verandert er niets." and "Wil je praten? Bel 14 012." do not: that is how simple Dutch says "als".
    Nor does "Schrijf: wat weet je van mij?", which says what to write.
    """
    if not _ASKS.search(sentence):
        return False
    said, follows = ([word.lower() for word in words(part)] for part in (sentence, after))
    if said[0] in DO and ":" in sentence:
        return False
    condition = said[0] not in ASKING and bool(follows) and (follows[0] in DO or "dan" in follows)
    return not condition


def _numbers(sentence: str) -> list[Fault]:
    return [Fault(Rule.NUMBER_WORD, word, NUMBERS[word.lower()]) for word in words(sentence) if word.lower() in NUMBERS]


def _passive(sentence: str) -> list[Fault]:
    said = [word.lower() for word in words(sentence)]
    becomes = next((word for word in said if word in _BECOME), None)
    done = next((word for word in said if _PARTICIPLE.fullmatch(word) and word not in NO_PARTICIPLES), None)
    if becomes is None or done is None:
        return []
    return [Fault(Rule.PASSIVE, f"{becomes} … {done}", "say who does it")]


def _negation(sentence: str) -> list[Fault]:
    """Find two negations in one clause: "niet zonder", "niemand … niet"."""
    found = [Fault(Rule.DOUBLE_NEGATION, hit[0], "say it without niet") for hit in _TURNED.finditer(sentence)]
    hits = [hit for hit in _WORD.finditer(sentence) if hit[0].lower() in NEGATIONS]
    for one, other in pairwise(hits):
        if not _CLAUSE.search(sentence, one.end(), other.start()):
            found.append(Fault(Rule.DOUBLE_NEGATION, f"{one[0]} … {other[0]}", "say it without niet"))
    return found
