"""Quiet advice to a werkmatcher who types: which sentences are long, which words are hard, and what is easier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.plain import Rule, faults
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.plain import Fault

MOST = 3
"""So many pieces of advice at once: more is not read."""

_ADVICE: Mapping[Rule, Text] = {
    # staff: a werkmatcher reads this
    Rule.LONG_SENTENCE: _("Lange zin. Maak er 2 van."),
    # staff: a werkmatcher reads this
    Rule.MANY_SENTENCES: _("Veel zinnen. Stuur liever 2 korte berichten."),
    # staff: a werkmatcher reads this
    Rule.QUESTION: _("Stel 1 vraag, en zet die achteraan."),
    # staff: a werkmatcher reads this
    Rule.ABBREVIATION: _("Schrijf het hele woord."),
    # staff: a werkmatcher reads this
    Rule.PASSIVE: _("Zeg wie het doet."),
    # staff: a werkmatcher reads this
    Rule.FORMAL: _("Schrijf liever: je, jij of jouw."),
    # staff: a werkmatcher reads this
    Rule.DOUBLE_NEGATION: _("Zeg het zonder niet of geen."),
}


def hints(text: str) -> list[tuple[str, Text]]:
    """Give what is hard, each with advice: words that have an easier one first."""
    found: dict[tuple[str, Text], None] = {}
    for fault in sorted(faults(text) if text.strip() else [], key=_knows_better):
        if fault.rule in {Rule.JARGON, Rule.NUMBER_WORD} and fault.easier:
            # staff: a werkmatcher reads this
            found[fault.words, _("Makkelijker: {easier}.", easier=verbatim(fault.easier))] = None
        elif fault.rule in _ADVICE:
            found[_words(fault.rule, fault.words), _ADVICE[fault.rule]] = None
    return list(found)[:MOST]


def _knows_better(fault: Fault) -> bool:
    """Put first the words for which an easier one is known."""
    return fault.rule not in {Rule.JARGON, Rule.NUMBER_WORD}


def _words(rule: Rule, words: str) -> str:
    """Give the words of the text that it is about; none where it is about all of it."""
    if rule is Rule.LONG_SENTENCE:
        return words.partition(": ")[2]
    return "" if rule is Rule.MANY_SENTENCES else words
