"""What work pays, gross: {"min", "max", "per"}; both ends None by the collective agreement (cao)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.adverts.parts import parts_of
from bot.nlu.adverts.pay import pay_in
from bot.nlu.parse import Entity
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_AGREED = re.compile(r"\bcao\b|\bc\.a\.o\b|\bcollective agreement\b")
_NET = re.compile(r"\bnetto\b|\bper (?:dag|week|jaar)\b|\bminimum ?loon\b")
_SUM = r"(?<![\d.,])(?:\d{1,2}\.\d{3}|\d{2,5})(?:[.,]\d{1,2})?(?![\d%])(?!\s*%)"
_BARE = re.compile(rf"(?P<first>{_SUM})(?:\s*(?:euro|€)?\s*(?:-|a|tot|en|of|/)\s*€?\s*(?P<last>{_SUM}))?")
_AT_LEAST = re.compile(r"\b(?:vanaf|minimaal|minstens|min)\W*$")
_AT_MOST = re.compile(r"\b(?:tot|maximaal|max|hoogstens)\W*$")
_OTHER = re.compile(r"\b(?:uur per week|jaar|dagen|mensen|kilo|km)\b")
_RANGES = (("hour", 10, 100), ("month", 300, 12_000))


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to what somebody earns; an amount alone is by the hour, or, from 300 euros, by the month."""
    del today
    if is_question(sentence) or _NET.search(sentence.folded):
        return None
    value = _bare(sentence) or pay_in(parts_of(sentence.raw))
    if value is None and _AGREED.search(sentence.folded):
        value = {"min": None, "max": None, "per": "month"}
    return Entity("pay", sentence.tokens[0].start, sentence.tokens[-1].end, value) if value else None


def _bare(sentence: Sentence) -> dict[str, Any] | None:
    """Read "15,50", "tussen 14 en 16" and "2400 tot 2600", where the amount itself tells by what it is."""
    matches = list(_BARE.finditer(sentence.folded))
    if len(matches) != 1 or _OTHER.search(sentence.folded):
        return None
    match = matches[0]
    sums = [_amount(match[name]) for name in ("first", "last") if match[name]]
    said = "hour" if re.search(r"\buur", sentence.folded) else "month" if "maand" in sentence.folded else None
    per = next((name for name, low, high in _RANGES if all(low <= one <= high for one in sums)), None)
    if per is None or (said and said != per):
        return None
    before = sentence.folded[: match.start()]
    one = len(sums) == 1
    return {
        "min": None if one and _AT_MOST.search(before) else min(sums),
        "max": None if one and _AT_LEAST.search(before) else max(sums),
        "per": per,
    }


def _amount(written: str) -> float:
    """Read "2.400", "14,50" and "14.50"."""
    plain = re.sub(r"\.(?=\d{3}\b)", "", written).replace(",", ".")
    value = float(plain)
    return int(value) if value.is_integer() else value
