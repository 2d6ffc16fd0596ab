"""What work asks of the body: a list among stand, sit, bend and lift; an empty list is nothing of these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.profile import ABILITIES
from bot.nlu.parse import Entity
from bot.nlu.wording import NOT, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_WORDS = {
    "stand": re.compile(r"\b(?:sta|staan|staand|staat|benen|lopen|loopt|stand|standing)\b"),
    "sit": re.compile(r"\b(?:zit|zitten|zittend|sit|sitting|achter (?:een|de) (?:bureau|computer|kassa))\b"),
    "bend": re.compile(r"\b(?:buk|bukken|bukt|hurken|knielen|knielt|buigen|bend|bending)\b"),
    "lift": re.compile(r"\b(?:til|tillen|tilt|tilwerk|sjouwen|sjouwt|zware? \w+|zwaar|dragen|lift|lifting)\b"),
}
_ALL = re.compile(r"\b(?:alles|alle vier|alle 4|allemaal|all of (?:it|them))\b")
_NONE = re.compile(
    r"^(?:nee |no )?(?:niets|niks|geen van (?:alle|die)\w*|nee|geen|licht werk|niet echt|helemaal (?:niks|niets|niet)|"
    r"none|nothing|geen zwaar werk|niet zwaar)(?: (?:zwaars|bijzonders|speciaals|hoor|van dat alles|daarvan))?$"
)
_BUT = re.compile(r"\b(?:behalve|maar (?:niet|geen)|alleen niet|except)\b")
_PART = re.compile(r"[,.;!\n]+|\b(?:maar|wel|alleen)\b")
_NOT = re.compile(rf"\b(?:{NOT}|zonder|nauwelijks)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to what the work asks: "veel staan, geen tillen" is standing only."""
    del today
    if not sentence.tokens or is_question(sentence):
        return None
    named = _all_but(sentence) or _named(sentence)
    if named is None:
        return None
    return Entity("asks", sentence.tokens[0].start, sentence.tokens[-1].end, named)


def _all_but(sentence: Sentence) -> list[str] | None:
    """Read "alles", and "alles behalve tillen"."""
    if not _ALL.search(sentence.plain):
        return None
    _before, sign, rest = (
        sentence.plain.partition(found.group()) if (found := _BUT.search(sentence.plain)) else ("",) * 3
    )
    out = {ability for ability, words in _WORDS.items() if sign and words.search(rest)}
    return [ability for ability in ABILITIES if ability not in out]


def _named(sentence: Sentence) -> list[str] | None:
    """Give what is named without a no; None when nothing of it is named at all."""
    if _NONE.match(sentence.plain):
        return []
    asked_for: set[str] = set()
    named = False
    for part in _PART.split(sentence.folded):
        found = {ability for ability, words in _WORDS.items() if words.search(part)}
        named = named or bool(found)
        if found and not _NOT.search(part):
            asked_for |= found
    return [ability for ability in ABILITIES if ability in asked_for] if named else None
