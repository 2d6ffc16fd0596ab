"""What somebody says about what employers may read of the five fields of V4. What people say is data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.fields import Field
from bot.nlu.lists import any_of, sections
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_LONGEST = 20
_ASKS = re.compile(r"(?:kan|kunnen|mag|mogen|ziet|zien|weet|weten|moet|moeten|can|do|may) ")
_WORDS = {
    Field.STAND: "staan|staand|stand|standing",
    Field.SIT: "zitten|zittend|sit|sitting",
    Field.BEND: "bukken|buk|knielen|bend|bending",
    Field.LIFT: "tillen|tilen|til|sjouwen|optillen|lift|lifting",
    Field.REGISTER: "doelgroepenregister|doelgroepregister|doelgroep|register|lijst van (?:het )?uwv|uwv lijst",
}
_NAMED = {about: re.compile(rf"\b(?:{words})\b") for about, words in _WORDS.items()}
_ANY = "|".join(_WORDS.values())


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """What is asked for: a field shown, or not (any more). None: it is not clear which, or somebody only asks."""

    about: Field | None
    shown: bool | None


def wanted_of_fields(sentence: Sentence) -> Wanted | None:
    """Give what somebody wants employers to read; None when the sentence is about something else."""
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return None
    said = _patterns()
    if said["all"].search(sentence.plain):
        return Wanted(None, None)
    named = [about for about, pattern in _NAMED.items() if pattern.search(sentence.plain)]
    rest = without_clause(sentence.plain)
    if not named or not said["employer"].search(rest) or not said["wants"].search(rest):
        return None
    if len(named) > 1 or _ASKS.match(sentence.plain) or is_question(sentence) or "?" in sentence.raw:
        return Wanted(None, None)
    return Wanted(named[0], not said["not"].search(rest))


def without_clause(plain: str) -> str:
    """Take out what somebody can or cannot do: "laat zien dat ik niet kan tillen" asks to show it."""
    return " ".join(_patterns()["clause"].sub(" ", plain).split())


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Read the data once."""
    held = sections("showing_words.txt")
    return {name: any_of(line.replace("FIELD", f"(?:{_ANY})") for line in lines) for name, lines in held.items()}
