"""A postcode in a sentence: the 4 digits of it, and what tells it from an amount and a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import places
from bot.nlu.parse import Entity
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_CODE = re.compile(r"(?<![\d.,€+-])(?P<code>[1-9]\d{3})(?:\s?(?P<letters>[a-z]{2})(?![a-z]))?(?![\d]|[.,]\d|\s?%)")
_NO_LETTERS = frozenset(
    "is en of ik in op de je we ze te er om al nu ja zo me uw to it at on sa sd ss kg km eu".split()
)
_NO_CODE_AFTER = re.compile(
    r"^\s*(?:euro|eur|€|jaar|gulden|bruto|netto|per|keer|uur|dagen|kilo|meter|km|kg|"
    r"mensen|,-)"
)
_CODE_BEFORE = re.compile(r"(?:(?:post ?[ck]ode|pc)(?: is| begint met)?|woon (?:nu )?(?:in|op)|wonen in)\W*$")
_CODE_AFTER = re.compile(r"\W*(?:[a-z]{2,3} )?is (?:mijn|onze|de) post ?[ck]ode\b")
LIVING = frozenset(
    """woon wonen woont woning mijn wijk buurt stad postcode postkode omgeving rond rondom nabij uit vlakbij kom ergens
    centrum noord zuid oost west gemeente plaats dorp nederland is ben geboren nu heel regio straat werk werken area
    live lives living from dichtbij postcodes code
    woonplaats adres thuis hartje stekkie""".split()
)
"""Words that stand around where somebody lives."""


def postcode(sentence: Sentence, *, strict: bool) -> Entity | None:
    """Find a postcode that exists; not an amount, and strictly not a year."""
    for match in _CODE.finditer(sentence.folded):
        place = places.with_code(match["code"])
        before, after = sentence.folded[: match.start()], sentence.folded[match.end() :]
        letters = match["letters"]
        if letters and (letters in _NO_LETTERS or not _lettered(sentence, match)):
            after, letters = sentence.folded[match.start("letters") :], None
        called = _CODE_BEFORE.search(before) or _CODE_AFTER.match(after)
        other = _NO_CODE_AFTER.match(after) or re.search(r"(?:€|euro|eur|sinds|jaar|om)\W*$", before)
        if place is None or (other and not called) or (strict and not letters and not called):
            continue
        if not strict and not letters and not _alone(sentence, match):
            continue
        return Entity("place", match.start(), match.end("code"), place.value())
    return None


def _lettered(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether the two letters are those of a postcode: capitals, right behind the digits, or at the end."""
    letters = sentence.raw[match.start("letters") : match.end("letters")]
    rest = sentence.folded[match.end() :].strip(" .!")
    return letters.isupper() or match.end("code") == match.start("letters") or not rest


def _alone(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether nothing else in the sentence says what the four digits are."""
    outside = [token.text for token in sentence.tokens if not match.start() <= token.start < match.end()]
    return (
        all(word in FILLERS or word in LIVING or word in _NO_LETTERS or places.named(word) for word in outside)
        or re.search(r"\bpost ?[ck]ode\b", sentence.folded) is not None
    )
