"""Whether somebody stands in the doelgroepenregister: true or false."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.own import own_words
from bot.nlu.wording import is_question, thoughts

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_NAME = re.compile(
    r"\b(?:doel ?groep(?:en)?(?: ?register)?|doelgroep(?:en)?regis\w*|banenafspraak|banen afspraak|lkr|"
    r"doelgroepverklaring|(?:dit|dat|het|die) register|(?:op|in) (?:de|die|deze) lijst)\b"
)
_BEING = re.compile(
    r"\b(?:sta|staat|sto|zit|val|valt|hoor|hoort|heb|heeft|ben|stond|opgenomen|ingeschreven|geregistreerd|in het|"
    r"in)\b"
)
_NOT = re.compile(r"\b(?:niet|nit|geen|nooit|nie|uit het|niet meer)\b")
_REFUSED = re.compile(
    r"\b(?:geen|niet|nooit|zonder)(?: (?:in|bij|onder|op|meer|het|de|een|dat|dit|die|indicatie|enkele))* $"
)
"""A no right before it: "geen doelgroepregister, wel rijbewijs"."""
_YES_OR_NO = re.compile(
    r"(?: betreft| aangaat| dat| is)?(?:\s*[?,:;.]+)?\s*(?:(?P<yes>ja|jawel|jazeker|zeker)|(?:nee|neen))\b|"
    r"\s+(?:(?:ik|zelf|ook|nog|helaas) )*(?:(?P<wel>wel)|niet)\s*(?=$|[,.;!])"
)
_BEHIND = re.compile(
    r"(?: betreft| aangaat)?[\s,:?]*(?:(?:daar|er|hier|die|dat) )?(?:sta|staa|zit|val|hoor|heb|ben) ik\b[^,.;!?]*"
)
"""What is said of it once it is named: "doelgroepregister, daar sta ik niet in"."""
_TAKEN_OUT = re.compile(
    r"\buit (?:het |de )?\S+(?: register)? (?:gehaald|gegaan|geschreven|verwijderd|gezet|geschrapt)\b"
)
_TURNED_DOWN = re.compile(
    r"\b(?:afgewezen|geweigerd|afgekeurd|afwijzing|niet (?:toegelaten|goedgekeurd|gelukt|doorgegaan|van toepassing)|"
    r"(?:wilden?|wou|wouden) (?:mij|me) (?:er )?niet)\b"
)
_REFUSAL = re.compile(r"(?:(?:ja|nee|maar|ik|ben|is|werd|helaas) )*(?:afgewezen|geweigerd|afgekeurd)")
"""A whole answer: who was turned down for a job says why, or by whom."""
_WISHED = re.compile(r"\b(?:wou|wilde|wil|probeer\w*|geprobeerd|aangevraagd|aanvraag|aanvragen|aangemeld)\b")
_UNSURE = re.compile(
    r"\b(?:stond|vroeger|weet|misschien|denk|geen idee|wil|wou|wilde|zou|hoop|hopen|moet|moeten|kan|mag|straks|"
    r"aangevraagd|aanvraag|aanvragen|aangemeld|bezig|geprobeerd)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:(?:nu niet|niet meer)(?=\s*(?:$|[,.;!]))|(?:er|daar) ?uit(?: (?:gehaald|gegaan|geschreven|gezet))?|"
    r"(?:er|daar|hier) (?:ik )?(?:nog |nu )?niet (?:meer )?(?:in|onder|bij))\b"
)
"""How it is now, behind what was or what is wished: "ik stond in het register, nu niet meer"."""
_DOUBT = re.compile(r"\b(?:weet|misschien|denk|dacht|idee)\b")
_ANOTHER = re.compile(r"\bmijn (?!naam\b)\w+ (?:staat|zit|valt|hoort)\b")
_IN_IT = re.compile(
    r"\b(?:sta|staat|zit|ben|heb) (?:ik )?(?:daar |er ?|hier ?)?(?:wel |niet |al |nog niet |echt )?(?:in|erin|daarin|"
    r"ingeschreven)\b"
)
_IN = re.compile(r"\b(?:er|daar|hier) (?:wel |niet |nog niet )*(?:in|bij|onder)\b|\berin\b")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "ik sta (niet) in het doelgroepenregister"."""
    del today
    if "groep" not in sentence.folded and "banen" not in sentence.folded:
        return []
    sentence = own_words(sentence)
    name = _NAME.search(sentence.folded)
    if name is None:
        return []
    said = _said(sentence, name.start(), name.end())
    return [] if said is None else [Entity("register", name.start(), name.end(), said)]


def _said(sentence: Sentence, at: int, end: int) -> bool | None:
    """Give what is said of the register, which is named from `at` to `end`."""
    text = sentence.folded
    said = _own_answer(text, end)
    if said is not None or is_question(sentence) or "?" in sentence.raw:
        return said
    thought = next(each for each in thoughts(sentence) if each[0] <= at < each[1])
    unsure = _UNSURE.search(text, *thought) is not None
    if _is_turned_down(text, *thought) or (unsure and _NOT_NOW.search(text, end)):
        return False
    if unsure or _ANOTHER.search(text, *thought):
        return None
    no = _TAKEN_OUT.search(text, *thought) or _REFUSED.search(text[:at])
    return False if no else _stands_there(text, thought, at, end)


def _stands_there(text: str, thought: tuple[int, int], at: int, end: int) -> bool | None:
    """Read "ik sta (niet) in" before the name, or "daar sta ik (niet) in" behind it."""
    behind = _BEHIND.match(text, end)
    if behind or _BEING.search(text, thought[0], at):
        return _NOT.search(text, thought[0], max(thought[1], behind.end() if behind else 0)) is None
    return None


def _is_turned_down(text: str, start: int, end: int) -> bool:
    """Hear "ik ben afgewezen": in the same thought, or behind a thought that says that somebody tried."""
    down = _TURNED_DOWN.search(text, start)
    return down is not None and (down.start() < end or _WISHED.search(text, start, end) is not None)


def _own_answer(text: str, at: int) -> bool | None:
    """Read what somebody answers who names it first: "doelgroepregister? nee", "banenafspraak ja"."""
    answer = _YES_OR_NO.match(text, at)
    if answer is None or _DOUBT.search(text, at):
        return None
    return answer["yes"] is not None or answer["wel"] is not None


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    sentence = own_words(sentence)
    text = sentence.folded
    if is_question(sentence) or "?" in sentence.raw:
        return None
    down = _TURNED_DOWN.search(text)
    if down and ("uwv" in sentence.words or _NAME.search(text) or _REFUSAL.fullmatch(sentence.plain)):
        return Entity("register", down.start(), down.end(), value=False)
    if _UNSURE.search(text):
        return None
    said = _IN_IT.search(text) or _NAME.search(text) or _IN.search(text)
    if said is None:
        return None
    thought = next(each for each in thoughts(sentence) if each[0] <= said.start() < each[1])
    return Entity("register", said.start(), said.end(), _NOT.search(text, *thought) is None)
