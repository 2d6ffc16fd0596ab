"""What kind of contract comes with work: permanent, temporary, on_call, agency or learning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.adverts.parts import parts_of
from bot.nlu.adverts.terms import contract_in
from bot.nlu.wording import chosen, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_WORDS = {
    "permanent": re.compile(r"\b(?:vaste?|onbepaalde?|voor altijd|permanent)\b"),
    "temporary": re.compile(
        r"\b(?:tijdelijke?|bepaalde? tijd|jaarcontract|seizoen\w*|vakantiewerk|invallen|vervanging|temporary|"
        r"(?:half|1|een|anderhalf|2|twee) jaar|(?:\d+|een|twee|drie|zes|zeven|acht) maand(?:en)?|project)\b"
    ),
    "on_call": re.compile(r"\b(?:oproep\w*|flex\w*|nul ?uren\w*|0[ -]?uren\w*|min[ -]?max\w*|los werk|on call)\b"),
    "agency": re.compile(r"\b(?:uitzend\w*|detachering|payroll\w*|agency)\b"),
    "learning": re.compile(r"\b(?:leer\w*|leren|bbl|bol|stage\w*|opleiding|apprentice\w*)\b"),
}
_LATER = re.compile(
    r"\b(?:later|daarna|kans op|kans|uitzicht op|zicht op|misschien|na (?:een |1 |\w+ )?(?:half )?(?:jaar|maanden?))\b"
    r".*\bvast\w*|\bvast\w* .*\b(?:later|daarna|op termijn)\b"
)
_NOT = re.compile(r"\b(?:geen|niet|nog niet) (?:een |zo n )?(?:\w+ )?(?=vast|tijdelijk|oproep|uitzend)")
_UNSURE = re.compile(r"\b(?:weet (?:ik |het )*(?:nog )?niet|geen idee|in overleg|maakt niet uit)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to what contract comes with the work; "vast of tijdelijk" is a choice."""
    del today
    if is_question(sentence) or _UNSURE.search(sentence.plain) or _NOT.search(sentence.plain):
        return None
    found = contract_in(parts_of(sentence.raw))
    kinds = [found] if found else _named(sentence)
    if not kinds:
        return None
    return chosen("contract", sentence.tokens[0].start, sentence.tokens[-1].end, kinds)


def _named(sentence: Sentence) -> list[str]:
    kinds = [kind for kind, words in _WORDS.items() if words.search(sentence.plain)]
    if "permanent" in kinds and _LATER.search(sentence.plain):
        kinds.remove("permanent")
        return kinds or ["temporary"]
    return kinds
