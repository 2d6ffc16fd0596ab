"""What tells where somebody lives from where others live, and from where somebody works, worked or was."""

from __future__ import annotations

import re

from bot.nlu.others import OTHERS
from bot.nlu.sentence import Sentence
from bot.nlu.wording import thoughts

_HOME = (
    r"(?:thuis|thuisbasis|huis|huisje|stek|stekkie|stekje|plek|plekje|stad|buurt|wijk|dorp|woonplaats|plaats|adres|"
    r"woning|hood|osso|flat|kamer)"
)
AFTER = re.compile(
    r"(?: op| neer)?\W*(?:(?:(?:daar|hier) )?(?:woon|wonen|woont) (?:ik|wij|we)\b(?! niet| nooit)|ik woont?\b|"
    r"(?:is |dat is )?(?:de plek |de plaats |de wijk )?waar (?:ik|wij|we) (?:woon|wonen|zit|zitten|leef|slaap)\b|"
    r"(?:daar|hier) (?:sta|staan) (?:ik|wij|we) ingeschreven\b|"
    rf"(?:is|heet|blijft) (?:mijn|onze|me|mn|m'n) {_HOME}\b)"
)
"""What says behind a name that somebody lives there: "Den Bosch, daar woon ik"."""
_BEFORE = re.compile(
    rf"(?:(?:\b(?:mijn|me|mn|m'n|onze) {_HOME}|^(?:thuis|thuisbasis|woonplaats|adres|domicilie)|"
    rf"(?<=[,;.] )(?:de )?(?:wijk|buurt|woonplaats)(?= is))"
    r"(?: (?:is|blijft|heet))?|"
    r"\b(?:tegenwoordig|inmiddels|sinds kort|verhuisd[, ]+nu|(?:vroeger|eerst) [^.;]{1,30}[, ]nu)|"
    r"\bnooit (?:echt )?(?:weg\w*|verhuisd|vertrokken)(?: geweest| gegaan)? uit)[\s:=]+(?:de |het )?\Z"
)
"""What says before a name that somebody lives there: "thuis is Lunetten", "nooit weggegaan uit Crooswijk"."""
_NEAR = 60
_ELSEWHERE = frozenset(
    "geweest geboren gewerkt werkte werkten stage vakantie therapie sollicitatie solliciteerde afspraak terug".split()
)
"""What somebody did in a place, or does there, without living there."""
_WORK = frozenset({"werk", "werkt", "baan", "vacature"})
_SOUGHT = frozenset("zoek zoeken zoekt wil zou graag zonder".split())
"""Who seeks work in a place mostly lives there."""
_WHERE = frozenset({"waar", "where"})
_MINE = re.compile(r"\b(?:maar|en) (?:ik|wij|we)\b|, (?:ik|wij|we) (?:zelf )?(?:in|uit)\b")
_GREW_UP = re.compile(r"\bgeboren en (?:getogen|opgegroeid)\b")
_OTHERS = OTHERS.union("dokter therapeut school werkgever moskee kerk bedrijf fabriek kantoor".split())
"""Who, and what, can be in another place."""
_LIVING = frozenset({"woon", "kwoon"})
_MOVED = frozenset({"verhuisd"})
_THEY = frozenset("komt is zijn zit zitten wonen woont werkt heeft staat was gaat leeft verhuisd".split())
_I = frozenset("ik wij we ons kwoon ikzelf zelf".split())
_LIVE = re.compile(r"\b(?:daar|waar) (?:ik |wij |we )?(?:woon|wonen|slaap|zit)\b|\b(?:woon|wonen) (?:ik|wij|we)\b")


def before(sentence: Sentence, start: int) -> bool:
    """Say whether the words just before a name say that somebody lives there."""
    return _BEFORE.search(sentence.folded, max(0, start - _NEAR), start) is not None


def lives_in(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the words around a name say that somebody lives there, or moved there."""
    if before(sentence, start) or AFTER.match(sentence.folded, end):
        return True
    span = next((each for each in thoughts(sentence) if each[0] <= start < each[1]), (0, len(sentence.raw)))
    words = _words(sentence, max(span[0], _comma(sentence, start)), min(span[1], _next_comma(sentence, start)))
    return not words.isdisjoint(_I) and not words.isdisjoint(_LIVING | _MOVED)


def elsewhere(sentence: Sentence, at: int) -> bool:
    """Say whether the thought in which a name stands is about work, a visit, or where somebody else is."""
    if sentence.words.isdisjoint(_ELSEWHERE | _OTHERS | _WORK) and "was" not in sentence.words:
        return False
    start = sentence.tokens[at].start
    span = next((each for each in thoughts(sentence) if each[0] <= start < each[1]), (0, len(sentence.raw)))
    mine = _MINE.search(sentence.folded, start, span[1])
    span = (span[0], mine.start()) if mine else span
    words = _words(sentence, *span)
    if not words.isdisjoint(_LIVING) or not _words(sentence, _comma(sentence, start), start).isdisjoint(
        {"ikzelf", "zelf"}
    ):
        return False
    if _I.isdisjoint(words) and not words.isdisjoint(_THEY) and not words.isdisjoint(_OTHERS):
        return _LIVE.search(sentence.folded, span[1]) is None
    beside = words & _words(sentence, _comma(sentence, start), _next_comma(sentence, start))
    if not beside.isdisjoint(_WORK) and beside.isdisjoint(_SOUGHT):
        return True
    was = "was" in words and not words.isdisjoint({"ik", "werk"})
    return was or (not words.isdisjoint(_ELSEWHERE) and not _GREW_UP.search(sentence.folded))


def answered(sentence: Sentence) -> Sentence:
    """Give what somebody answers to a question of their own: "waar ik woon? In Zeist"; places stay what they were."""
    asked = sentence.raw.find("?") + 1
    if not asked or not sentence.tokens or sentence.tokens[0].text not in _WHERE or not sentence.raw[asked:].strip():
        return sentence
    return Sentence.of(" " * asked + sentence.raw[asked:])


def _words(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    return frozenset(token.text for token in sentence.tokens if start <= token.start < end)


def _next_comma(sentence: Sentence, start: int) -> int:
    """Give where the first comma stands behind a place in the sentence, or the sentence ends."""
    found = sentence.raw.find(",", start)
    return len(sentence.raw) if found < 0 else found


def _comma(sentence: Sentence, start: int) -> int:
    """Give where the last comma stands before a place in the sentence."""
    return sentence.raw.rfind(",", 0, start) + 1
