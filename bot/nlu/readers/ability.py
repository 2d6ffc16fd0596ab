"""What somebody can do at work, yes or no only: {"stand", "sit", "bend", "lift"}."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence
from bot.nlu.wording import chosen, is_question, thoughts

if TYPE_CHECKING:
    from datetime import date

_VERBS = {
    "stand": "staan staand sta stan staande",
    "sit": "zitten zittend zit ziten zittende",
    "bend": "bukken buk bukke buken knielen hurken buigen",
    "lift": "tillen til tilen tille sjouwen optillen heffen dragen",
}
ABILITIES = tuple(_VERBS)
_ABILITY_OF = {word: ability for ability, words in _VERBS.items() for word in words.split()}
CLEAR = frozenset("staan zitten bukken knielen hurken tillen tilen sjouwen optillen".split())
_CAN = re.compile(
    r"\b(?:kan|kunnen|mag|lukt|lukken|gaat|probleem|problemen|moeite|last|pijn|behalve|moeilijk|lastig|"
    r"makkelijk|zwaar|"
    r"lang|goed|niet|amper|erg|punt|alleen)\b"
)
_NOT = re.compile(r"\b(?:niet|nit|nie|geen|niks|niets|nooit|nauwelijks|amper|zonder|not|cannot|no)\b")
_TROUBLE = "moeite|probleem|problemen|last|pijn|moeilijk|lastig|slecht|bezwaar|hekel|problem"
_HARD = re.compile(
    rf"\b(?:{_TROUBLE}|weinig|te zwaar|zwaar voor|"
    r"(?:is|zijn|vind ik|wordt|valt) (?:(?:heel|erg|best|wel|mij|voor|me) )*zwaar(?! (?:tillen|sjouwen|werk)))\b"
)
_CLAUSE = re.compile(r"[.;,!\n]+|\b(?:maar|want|dus|omdat|doordat)\b|\ben (?=(?:ook )?(?:niet|nie|geen)\b)")
_NO_MATTER = re.compile(
    r"\b(?:niet (?:zo )?erg(?! (?:goed|lang|ver|vaak|veel|makkelijk|prettig|fijn))|geen punt|(?:niks|niets) mis|"
    r"maakt (?:me |mij )?(?:niet|niks|niets) uit|(?:niks|niets) aan de hand)\b"
)
"""Words with a no in them that say no to nothing: "tillen vind ik niet erg"."""
_REST = re.compile(r"\b(?:de rest|verder alles|alles verder|al het andere|het andere|andere dingen)\b")
_ONLY_NOT = re.compile(r"\s*(?:(?:dat|dan|dus|kan|gaat|lukt|lukken|ik|mij|me|het|echt|nu) )*niet\s*")
_FINITE = frozenset("sta stan zit til buk".split())
"""What somebody does, not what they can do: heard only where it was asked about."""
_SAYS = re.compile(r"\b(?:kan|gaat|lukt|mag|is|vind|heb)\b")
_NOT_HARD = re.compile(
    rf"\b(?:geen|niet|nooit|zonder|weinig|nauwelijks|no|not) (?:(?:enkele?|veel|zo|zo'?n|echt|erg|heel|meer|"
    rf"grote?|een|te|al|altijd) ){{0,2}}(?:{_TROUBLE}|pain)\b"
)
"""A no to the trouble, and so a yes: "geen enkel probleem met tillen"."""
_CONTRAST = re.compile(r"\s*(?:(?:met|in|bij|van) )?\w+ (?:wel|niet)\s*")
"""Against trouble that was named: "staan is geen probleem, bukken wel" is one; after "is lastig", "niet" is unclear."""
_EXCEPT = re.compile(r"\b(?:alles|al|overal)\b.*?\b(?:behalve|uitgezonderd|maar (?:niet|geen)|alleen niet|"
    r"except)\b(?P<rest>.*)|"
                     r"^(?:ik kan )?(?P<all>alles)(?: kan| gaat| lukt| kan ik| prima| goed)?\W*$")  # fmt: skip
_UNSURE = re.compile(
    r"\b(?:soms|misschien|hangt|ligt|weet|denk|een beetje|beetje|wisselt|af en toe|leren|"
    r"proberen)\b"
)
_OTHER_SENSE = re.compile(
    r"\b(?:open (?:staan|sta)|(?:sta|staan|sta ik|stond) open|"
    r"(?:staan|sta|staat|zit|zitten) (?:(?:ik|niet|wel|al|nog|ook|nu) )*"
    r"(?:in (?:de|het)|"
    r"in doel\w*|ingeschreven|bekend|op (?:de|het)|bij|zonder)|"
    r"in de (?:weg|bijstand|uitkering|schuld)|ingeschreven|"
    r"zie (?:ik )?(?:het|dit|dat|t|er)\b.*\bzitten|(?:staan|sta|zit) (?:er|erin|daar)|(?:thuis|school) (?:zit|zitten)|"
    r"laat (?:niks|niets|alles|het|dit|dat)\b.*(?:staan|zitten)$)\b"
)
_NO_TROUBLE = re.compile(
    r"\b(?:geen (?:enkel )?(?:probleem|moeite|last|bezwaar|problemen|pijn)|no problem|niet (?:moeilijk|lastig|"
    r"slecht))\b"
)
_COMPLAINT = re.compile(
    r"\b(?:pijn|last|klachten|problemen)\b.*\b(?:in|van|aan|met) (?:mijn|me|m'n|mn|de|een)\b(?! (?:werk|baan))"
)
"""What somebody has says nothing about this one thing, and is never kept: "ik heb pijn in mijn rug"."""
_A_LITTLE = re.compile(
    r"(?:ja |nee )?(?:maar )?(?:soms|af en toe|een beetje|beetje|een klein beetje|soms wel|soms niet|"
    r"soms wel soms niet|(?:een )?(?:half )?(?:uur|uurtje|kwartier|kwartiertje)(?: (?:kan |gaat )?wel)?|"
    r"(?:een )?beetje (?:staan|zitten|bukken|tillen)|niet altijd|wisselt|dat wisselt|het wisselt|half|"
    r"sometimes|a little|a bit)$"
)
"""Neither yes nor no: the person chooses."""
_NOT_MUCH = re.compile(
    r"\b(?:maar )?(?:dus )?niet (?:te |zo |heel |al te )?(?:lang|zwaar|veel|vaak|de hele dag|hele dag|goed|ver|diep|"
    r"achter elkaar)\b|"
    r"\b(?:lang|zwaar|veel|vaak)(?:e dingen)? niet\b"
)
"""What is asked is whether somebody can stand long and lift heavy things: "staan wel, maar niet lang" is a no."""
_KILOS = re.compile(
    rf"\b(?:tot|max|maximaal|hoogstens|niet meer dan|niet zwaarder dan|ongeveer)? ?"
    rf"(?P<kilos>{NUMBER}) ?(?:kilo|kilos|kg|kilogram)\b"
)
_HEAVY = 15
"""Kilograms; who lifts less than this does not lift heavy things."""
_FINE = re.compile(
    r"\b(?:lukt (?:wel|goed|prima)|gaat (?:wel|goed|prima|best)|"
    r"kan (?:ik )?(?:wel|goed|prima|best)|prima|dat kan|dat lukt|dat gaat|is (?:goed|oke))\b"
)
_HARDLY = re.compile(
    r"\b(?:(?:kan|lukt|gaat|mag|kan ik|dat|kon) (?:ik |me |mij |het )?(?:niet|nie|nit|slecht|moeilijk|nooit)|"
    r"heb (?:ik )?"
    r"(?:veel )?(?:last|pijn|moeite|problemen)|(?:te )?moeilijk|lastig|liever niet|niet (?:goed|lang|zwaar|meer|"
    r"zo goed))\b"
)


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find what somebody says to be able to do, or not."""
    del today
    if sentence.words.isdisjoint(CLEAR) or not _CAN.search(sentence.folded):
        return []
    if is_question(sentence) or "?" in sentence.raw:
        return []
    sentence = _without_other_sense(sentence)
    value = _read(sentence, _FINITE)
    return [_entity(sentence, value)] if value else []


def _without_other_sense(sentence: Sentence) -> Sentence:
    """Leave out the thoughts in which "staan" is something else: "ik sta in het register en ik kan niet tillen"."""
    text = sentence.raw
    for start, end in thoughts(sentence) if _OTHER_SENSE.search(sentence.folded) else ():
        if _OTHER_SENSE.search(sentence.folded[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    return Sentence.of(text)


def asked_about(ability: str, sentence: Sentence, today: date) -> Entity | None:
    """Read whether somebody can do this one thing; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence) or "?" in sentence.raw or not sentence.tokens:
        return None
    value = {} if _OTHER_SENSE.search(sentence.folded) else _read(sentence)
    can = None if value else _without_verb(sentence)
    if can is not None:
        value = {ability: can}
    kilos = _KILOS.search(sentence.folded) if ability == "lift" and not value else None
    if kilos:
        heavy = value_of(kilos["kilos"]) >= _HEAVY
        return replace(_entity(sentence, {"lift": heavy}), unsure=True)
    if not value and _A_LITTLE.match(sentence.plain):
        return chosen("ability", *_ends(sentence), [{ability: False}, {ability: True}])
    return _entity(sentence, value) if value else None


def _without_verb(sentence: Sentence) -> bool | None:
    """Read "geen probleem" and "dat gaat niet", which name nothing."""
    text = sentence.folded
    if not sentence.words.isdisjoint(_ABILITY_OF) or _UNSURE.search(text) or len(_NOT.findall(text)) > 1:
        return None
    if _NO_TROUBLE.search(text):
        return True
    if _COMPLAINT.search(text):
        return None
    if _NOT_MUCH.search(text):
        return False
    if _HARDLY.search(text):
        return False
    return True if _FINE.search(text) else None


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read any ability that the sentence names."""
    found = spot(sentence, today)
    if found or is_question(sentence) or "?" in sentence.raw or _OTHER_SENSE.search(sentence.folded):
        return found[0] if found else None
    value = _read(sentence)
    return _entity(sentence, value) if value else None


asked_stand, asked_sit, asked_bend, asked_lift = (partial(asked_about, ability) for ability in ABILITIES)


def _read(sentence: Sentence, unheard: frozenset[str] = frozenset()) -> dict[str, bool]:
    """Give what the sentence says of each ability; nothing where that is not clear. Some words may stay `unheard`."""
    text = _NO_MATTER.sub("wel", sentence.folded)
    excepted = _EXCEPT.search(text)
    if excepted:
        refused = _abilities(excepted["rest"] or "", unheard)
        if refused or excepted["all"]:
            return {ability: ability not in refused for ability in ABILITIES}
    if _NOT_MUCH.search(text) and len(_abilities(text, unheard)) == 1 and len(_NOT.findall(text)) == 1:
        return dict.fromkeys(_abilities(text, unheard), False)
    return _clause_by_clause(_clauses(text), unheard)


def _clause_by_clause(clauses: list[str], unheard: frozenset[str]) -> dict[str, bool]:
    """Give what each part of a sentence says; nothing where one of them is not clear.

    What is only named goes with the part that says something of it: "staan, zitten en bukken kan ik niet".
    """
    value: dict[str, bool] = {}
    waiting: set[str] = set()
    said: bool | None = None
    before = ""
    for clause in clauses:
        named = _abilities(clause, unheard)
        if not named:
            value |= _said_of_the_others(clause, value, waiting)
            continue
        waiting |= named
        if not _has_cue(clause):
            continue
        if _CONTRAST.fullmatch(clause) and _HARD.search(before):
            said, before, clear = False, "", _NOT_HARD.search(before) is not None
            value |= dict.fromkeys(waiting if clear else (), said)
        else:
            said, before = _polarity(clause), clause
            if said is None or _UNSURE.search(clause):
                return {}
            value |= dict.fromkeys(waiting, said)
        waiting = set()
    if not _UNSURE.search(clauses[-1]):
        value |= dict.fromkeys(waiting, said is not False)
    if len(clauses) == 1 and said is not False and re.search(r"\balleen\b", clauses[0]):
        value = dict.fromkeys(ABILITIES, False) | value
    return value


def _said_of_the_others(clause: str, value: dict[str, bool], waiting: set[str]) -> dict[str, bool]:
    """Read "dat kan ik niet" behind what was named, and "de rest lukt wel"."""
    if _ONLY_NOT.fullmatch(clause):
        return dict.fromkeys({*value, *waiting}, False)
    if value and _REST.search(clause) and not _UNSURE.search(clause):
        return dict.fromkeys(ABILITIES, _polarity(clause) is True) | value
    return {}


def _clauses(text: str) -> list[str]:
    """Cut at a comma, "maar" and the like, and at "en" where each side says by itself what can be done."""
    found: list[str] = []
    for clause in _CLAUSE.split(text):
        before, joint, behind = clause.partition(" en ")
        apart = joint and _SAYS.search(before) and _SAYS.search(behind)
        found += (before, behind) if apart else (clause,)
    return found


def _has_cue(clause: str) -> bool:
    """Say whether a part of a sentence says yes or no by itself."""
    return bool(
        _NOT.search(clause)
        or _HARD.search(clause)
        or re.search(r"\b(?:kan|wel|lukt|lukken|gaat|mag|prima|goed|zwaar|vind|is)\b", clause)
    )


def _polarity(clause: str) -> bool | None:
    """Say whether it can be done; two negations in one thought are not clear."""
    clause = _NOT_HARD.sub("_", clause)
    no, hard = len(_NOT.findall(clause)), len(_HARD.findall(clause))
    wel = re.search(r"\b(?:wel)\b", clause) is not None
    if no > 1 or hard > 1 or (no and wel):
        return None
    return not (no or hard)


def _abilities(text: str, unheard: frozenset[str]) -> set[str]:
    """Give the abilities that a text names."""
    return {_ABILITY_OF[word] for word in re.findall(r"[a-z]+", text) if word in _ABILITY_OF and word not in unheard}


def _ends(sentence: Sentence) -> tuple[int, int]:
    """Give where the first word starts and the last one ends."""
    return sentence.tokens[0].start, sentence.tokens[-1].end


def _entity(sentence: Sentence, value: dict[str, bool]) -> Entity:
    """Make the entity; it spans from the first to the last word about it."""
    about = [token for token in sentence.tokens if token.text in _ABILITY_OF] or list(sentence.tokens)
    ordered = {ability: value[ability] for ability in ABILITIES if ability in value}
    return Entity("ability", about[0].start, about[-1].end, ordered)
