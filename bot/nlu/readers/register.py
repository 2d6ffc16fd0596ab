"""Whether somebody stands in the doelgroepenregister: true or false."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.own import own_words
from bot.nlu.sentence import words_of
from bot.nlu.wording import NOT, is_question, thoughts

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_NAME = re.compile(
    r"\b(?:doel ?groep(?:en)?(?: ?register)?|doelgroep(?:en)?regis\w*|banenafspraak|banen afspraak|lkr|"
    r"doelgroepverklaring|(?:dit|dat|het|die) register|(?:op|in) (?:de|die|deze) lijst)\b"
)
_END = r"(?=\W*(?:$|[,.;!?]|(?:ik|en|maar|want|dus|ja|nee|hoor|sinds|al|wel|niet|nu|voor)\b))"
_LISTED = r"(?:opgenomen|ingeschreven|geregistreerd)"
_OF_IT = r"(?:(?:het|de|dat|die|dit|een|mijn) )?"
_IN_NAMED = re.compile(
    r"(?:\b(?:sta|(?<!\ber )(?<!\bdat )(?<!\bhet )staat|sto|stond|zit|val|valt)\W+"
    r"(?:(?!(?:van|over|voor|naar|met|om|dat|iemand|niks|niets)\b)\w+\W+){0,6}|"
    r"\b(?:ben|hoor|hoort)\W+"
    rf"(?:(?:ik|zelf|niet|wel|al|nog|nu|ook|er|sinds|nooit|meer|helaas|lang|jaren|{_LISTED})\W+)*|"
    rf"\b{_LISTED}\W+|(?:^|[,.;!])\W*(?:(?:ja|jawel|nee|wel|ook|al|nog)\W+)*)"
    rf"(?:in|onder|bij|op|tot) {_OF_IT}\Z"
)
"""What stands before the name where somebody says to be in it: "ik sta al jaren in het"."""
_IN_LAST = re.compile(rf"\b(?:in|onder|bij) {_OF_IT}\Z")
_VERB_LAST = re.compile(rf"\W*(?:sta|zit|val|hoor|gezet|geplaatst|{_LISTED})\b{_END}")
"""The other order: "omdat ik in het doelgroepregister sta"."""
_HAS = re.compile(r"\b(?:heb|heeft) (?:(?:ik|ook|wel|nog|al|zelf|een|de|het|mijn|indicatie|status|geen|niet|voor) )*\Z")
_CLOSED = re.compile(rf"(?: gekregen)?{_END}")
_CUT = re.compile(r"[.;,!?\n]|\b(?:en|maar|want|dus)\b")
_NOT = re.compile(rf"\b(?:{NOT}|uit het)\b")
_REFUSED = re.compile(
    r"\b(?:geen|niet|nooit|zonder)(?: (?:in|bij|onder|op|meer|het|de|een|dat|dit|die|indicatie|enkele))* $"
)
"""A no right before it: "geen doelgroepregister, wel rijbewijs"."""
_YES_OR_NO = re.compile(
    r"(?: betreft| aangaat| dat| is)?(?:\s*[?,:;.]+)?\s*(?:(?P<yes>ja|jawel|jazeker|zeker)|(?:nee|neen))\b|"
    r"\s+(?:(?:ik|zelf|ook|nog|helaas) )*(?:(?P<wel>wel)|niet)\s*(?=$|[,.;!])"
)
_BEHIND = re.compile(
    r"(?: betreft| aangaat)?[\s,:?]*(?:(?:(?:daar|er|hier) )?(?:sta|staa|zit|val|hoor|ben) ik\b[^,.;!?]*?"
    rf"\b(?:in|onder|bij|op|{_LISTED}){_END}|"
    rf"(?:(?:die|dat) )?heb ik(?: (?:wel|niet|al|nog|ook|geen|helaas|zelf))*{_END})"
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
    r"aangevraagd|aanvraag|aanvragen|aangemeld|bezig|geprobeerd|als ik|gehoord|ken|zegt (?:mij|me))\b"
)
"""What leaves open whether somebody stands in it, and what tells only that they know of it."""
_NOT_NOW = re.compile(
    r"\b(?:(?:nu niet|niet meer)(?=\s*(?:$|[,.;!]))|(?:er|daar) ?uit(?: (?:gehaald|gegaan|geschreven|gezet))?|"
    r"(?:er|daar|hier) (?:ik )?(?:nog |nu )?niet (?:meer )?(?:in|onder|bij))\b"
)
"""How it is now, behind what was or what is wished: "ik stond in het register, nu niet meer"."""
_DOUBT = re.compile(r"\b(?:weet|misschien|denk|dacht|idee|ken|snap|begrijp)\b")
_ANOTHER = re.compile(r"\bmijn (?!naam\b)\w+ (?:staat|zit|valt|hoort)\b")
_IN_IT = re.compile(
    r"(?:\b(?:sta|staat|zit|ben|heb)\W+(?:(?:ik|daar|er|hier|wel|niet|al|nog|echt)\W+)*(?:in|daarin|ingeschreven)|"
    rf"\b(?:er|daar|hier)\W+(?:(?:wel|niet|nog)\W+)*(?:in|bij|onder)|\berin)\b{_END}"
)
"""What says that somebody is in it, with nothing named behind "in": not "ik zit in de bijstand"."""
_AROUND = frozenset(
    """ja jawel jazeker zeker nee niet wel nog al ook in onder bij het de dat die een indicatie ik sta zit val hoor ben
    heb geen meer nu helaas gelukkig gewoon inderdaad klopt""".split()
)
"""Words around the name that make a whole answer of it: "ja doelgroepregister"."""


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "ik sta (niet) in het doelgroepenregister"."""
    del today
    if "groep" not in sentence.folded and "banen" not in sentence.folded:
        return []
    found = _named(own_words(sentence))
    return [found] if found else []


def _named(sentence: Sentence) -> Entity | None:
    """Read what is said of the register, or of a list, where it is named."""
    name = _NAME.search(sentence.folded)
    said = _said(sentence, *name.span()) if name else None
    return None if name is None or said is None else Entity("register", *name.span(), said)


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
    """Read "ik sta (niet) in" right before the name, or "daar sta ik (niet) in" behind it."""
    behind = _BEHIND.match(text, end) or (_IN_LAST.search(text, thought[0], at) and _VERB_LAST.match(text, end))
    before = _IN_NAMED.search(text, thought[0], at) or (_CLOSED.match(text, end) and _HAS.search(text, thought[0], at))
    if not (behind or before):
        return None
    return not _is_no(text, before.start() if before else at, behind.end() if behind else end)


def _is_no(text: str, start: int, end: int) -> bool:
    """Hear a no in what is said of it: not in "ik drink niet en sta in het doelgroepregister"."""
    first = max((cut.end() for cut in _CUT.finditer(text, 0, start)), default=0)
    next_cut = _CUT.search(text, end)
    return _NOT.search(text, first, next_cut.start() if next_cut else len(text)) is not None


def _is_whole(text: str, name: re.Match[str]) -> bool:
    """Say whether nothing but small words stands around the name: "ja doelgroepregister"."""
    return _AROUND.issuperset(words_of(text[: name.start()] + " " + text[name.end() :]).split())


def _is_turned_down(text: str, start: int, end: int) -> bool:
    """Hear "ik ben afgewezen": in the same thought, or behind a thought that says that somebody tried."""
    down = _TURNED_DOWN.search(text, start)
    return down is not None and (down.start() < end or _WISHED.search(text, start, end) is not None)


def _own_answer(text: str, at: int) -> bool | None:
    """Read what somebody answers who names it first: "doelgroepregister? nee", "banenafspraak ja"."""
    answer = _YES_OR_NO.match(text, at)
    if answer is None or _DOUBT.search(text):
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
    named = _named(sentence)
    if named or _UNSURE.search(text):
        return named
    name = _NAME.search(text)
    said = name if name and _is_whole(text, name) else _IN_IT.search(text)
    return Entity("register", said.start(), said.end(), not _is_no(text, *said.span())) if said else None
