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
_YES_OR_NO = re.compile(r"\s*[?,:;.]?\s*(?:(?P<yes>ja|jawel|jazeker|zeker|wel)|nee|neen|niet)\b")
_TAKEN_OUT = re.compile(
    r"\b(?:heb|hebben|heeft|ben|is|was)\b[^,;.]*\buit (?:het |de )?\S+(?: register)? "
    r"(?:gehaald|gegaan|geschreven|verwijderd|gezet|geschrapt)\b"
)
_UNSURE = re.compile(
    r"\b(?:stond|vroeger|weet|misschien|denk|geen idee|wil|moet|kan|mag|aangevraagd|aanvragen|bezig)\b"
)
_DOUBT = re.compile(r"\b(?:weet|misschien|denk|dacht|idee)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:mijn (?!naam\b)\w+|hij|zij|ze|die) (?:staat|zit|valt|is|hoort)\b|"
    r"\bheb een (?:vriend\w*|zoon|dochter|kennis|collega)\b"
)
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
    if name is None or _SOMEBODY_ELSE.search(sentence.folded):
        return []
    start, end = next(each for each in thoughts(sentence) if each[0] <= name.start() < each[1])
    said = _own_answer(sentence.folded, name.end())
    if said is None and (is_question(sentence) or "?" in sentence.raw or _UNSURE.search(sentence.folded, start, end)):
        return []
    if said is None and _TAKEN_OUT.search(sentence.folded, start, end):
        said = False
    if said is None and _BEING.search(sentence.folded, start, name.start()):
        said = _NOT.search(sentence.folded, start, end) is None
    return [] if said is None else [Entity("register", name.start(), name.end(), said)]


def _own_answer(text: str, at: int) -> bool | None:
    """Read what somebody answers who names it first: "doelgroepregister? nee", "banenafspraak ja"."""
    answer = _YES_OR_NO.match(text, at)
    return None if answer is None or _DOUBT.search(text, at) else answer["yes"] is not None


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
