"""Hours that are said in days: "drie dagen", "3 dagen van 6 uur"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER, TO, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.bounds import around, bounded, limit
from bot.nlu.readers.hours_counted import DAYS, HELPED, HIGH, LOW, MOST, UNIT

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_DAY = 8
_DAYS = re.compile(
    rf"{LOW}(?:{TO}{HIGH})?\s*(?P<half>halve |halfe )?{DAYS}(?![^\W_])"
    rf"(?:\s*(?:van|a|à|,)?\s*(?P<each>{NUMBER})(?:{UNIT}))?"
)
_DAYS_SUIT = re.compile(
    r"^ (?:wil|kan|zou|lukt|is|zijn|lijkt|vind|werk|graag)\b(?: (?:ik|me|mij|wil|kan|willen|kunnen|"
    r"werken|nog|wel|best|graag|ook|genoeg|goed|prima|fijn|mooi|ideaal|voor|zat|maximaal|het|aan))*\W*(?:$|[,.;])"
)
"""What makes so many days those of a week of work: "drie dagen is genoeg"."""
WEEKLY = re.compile(r"^\W*(?:per|in de|p|in een|elke|a|each|iedere|de) ?/?\s*(?:week|w|wk)\b")


def in_days(sentence: Sentence, *, strict: bool) -> list[Entity]:
    """Find "drie dagen" and "3 dagen van 6 uur"; strictly only where it is about a week of work."""
    text = sentence.folded
    for match in _DAYS.finditer(text):
        before, after = around(text, match)
        if match["low"] in {"7", "zeven"} and not match["each"]:
            continue  # so many days are when somebody can, and not how long
        if re.search(r"\b(?:over|binnen|na|sinds|om de|al)\W*$", before) or re.match(r"^\W*(?:geleden|later)", after):
            continue
        if HELPED.match(after):
            continue
        weekly = WEEKLY.match(after) or _DAYS_SUIT.match(after) or "werken" in sentence.words or bool(match["each"])
        if (strict and not weekly) or match["low"] in {"half", "halve", "n"}:
            continue
        each = value_of(match["each"]) if match["each"] else (_DAY / 2 if match["half"] else _DAY)
        low = value_of(match["low"])
        high = value_of(match["high"]) if match["high"] else low
        if min(low, high) >= 1 and max(low, high) <= 7 and 1 <= min(low, high) * each <= max(low, high) * each <= MOST:  # noqa: PLR2004 - a week has 7 days
            low, high = (int(days * each) for days in sorted((low, high)))
            bound = limit(before, after)
            if bound != "not":
                return [Entity("hours", match.start(), match.end(), bounded(low, high, bound))]
    return []
