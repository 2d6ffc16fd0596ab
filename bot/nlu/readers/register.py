"""Whether somebody stands in the doelgroepenregister: true or false."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import is_question, thoughts

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_NAME = re.compile(
    r"\b(?:doel ?groep(?:en)?(?: ?register)?|doelgroep(?:en)?regis\w*|banenafspraak|banen afspraak|lkr|"
    r"doelgroepverklaring|(?:dit|dat|het|die) register|(?:op|in) (?:de|die|deze) lijst)\b"
)
_BEING = re.compile(
    r"\b(?:sta|staat|sto|zit|val|hoor|heb|ben|stond|opgenomen|ingeschreven|geregistreerd|in het|"
    r"in)\b"
)
_NOT = re.compile(r"\b(?:niet|nit|geen|nooit|nie|uit het|niet meer)\b")
_UNSURE = re.compile(r"\b(?:weet|misschien|denk|geen idee|wil|moet|kan|mag|aangevraagd|aanvragen|bezig)\b")
_IN_IT = re.compile(
    r"\b(?:sta|staat|zit|ben|heb) (?:ik )?(?:daar |er ?|hier ?)?(?:wel |niet |al |nog niet )?(?:in|erin|daarin|"
    r"ingeschreven)\b"
)


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "ik sta (niet) in het doelgroepenregister"."""
    del today
    if "groep" not in sentence.folded and "banen" not in sentence.folded:
        return []
    name = _NAME.search(sentence.folded)
    if name is None or is_question(sentence) or "?" in sentence.raw:
        return []
    start, end = next(each for each in thoughts(sentence) if each[0] <= name.start() < each[1])
    if not _BEING.search(sentence.folded, start, name.start()) or _UNSURE.search(sentence.folded, start, end):
        return []
    return [Entity("register", name.start(), name.end(), _NOT.search(sentence.folded, start, end) is None)]


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence) or "?" in sentence.raw or _UNSURE.search(sentence.folded):
        return None
    said = _IN_IT.search(sentence.folded) or _NAME.search(sentence.folded)
    if said is None:
        said = re.search(r"\b(?:er|daar|hier) (?:wel |niet |nog niet )*(?:in|bij|onder)\b|\berin\b", sentence.folded)
    if said is None:
        return None
    return Entity("register", said.start(), said.end(), _NOT.search(sentence.folded) is None)
