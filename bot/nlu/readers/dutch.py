"""How much Dutch work asks: 0 none, 1 a little, 2 reasonable, 3 good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import is_indifferent, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_LEVELS = (
    (2, r"\b(?:niet|hoeft niet|hoeven niet) (?:per se |helemaal |heel |zo )*(?:perfect|foutloos|vloeiend)\b"),
    (1, r"\bniet (?:per se |heel |zo |erg |echt )*goed\b"),
    (0, r"\b(?:niet nodig|hoeft (?:echt |nog )?niet|geen (?:nederlands|eis)|niet belangrijk|hoeft geen|zonder)\b"),
    (0, r"\b(?:not (?:needed|necessary)|no dutch|engels (?:is )?(?:ook )?(?:goed|genoeg|prima|mag))\b"),
    (1, r"\b(?:beetje|paar woorden|weinig|basis\w*|a ?1|simpel\w*|a little|heel weinig|nauwelijks)\b"),
    (2, r"\b(?:redelijk\w*|voldoende|gemiddeld|b ?1|a ?2|versta\w*|gewoon|praten|begrijpen|reasonabl\w*)\b"),
    (3, r"\b(?:goede?|vloeiend|perfect\w*|foutloos|uitstekend\w*|prima|b ?2|c ?1|c ?2|lezen en schrijven)\b"),
    (3, r"\b(?:fluent\w*|good|well)\b"),
)
_SIGNS = tuple((level, re.compile(sign)) for level, sign in _LEVELS)
_PLAIN_NO = frozenset(("nee", "geen", "niet", "nee hoor", "niks", "no"))


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how much Dutch is needed; the first sign that fits, a no before a level."""
    del today
    if not sentence.tokens or is_question(sentence):
        return None
    level = 0 if sentence.plain in _PLAIN_NO or is_indifferent(sentence) else _level(sentence)
    if level is None:
        return None
    return Entity("dutch", sentence.tokens[0].start, sentence.tokens[-1].end, level)


def _level(sentence: Sentence) -> int | None:
    return next((level for level, sign in _SIGNS if sign.search(sentence.plain)), None)
