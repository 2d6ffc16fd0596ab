"""What somebody can do at work, yes or no only: {"stand", "sit", "bend", "lift"}."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.nlu.numbers import value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.ability_words import (
    A_LITTLE,
    ABILITIES,
    ABILITY_OF,
    AT_MOST,
    AT_WORK,
    CAN,
    CLAUSE,
    CLEAR,
    COMPLAINT,
    CONTRAST,
    EXCEPT,
    FINE,
    FINITE,
    HARD,
    HARDLY,
    HEAVY,
    HOW_IT_GOES,
    IMPOSSIBLE,
    KILOS,
    MISSPELT,
    NO_BEHIND,
    NO_MATTER,
    NO_TROUBLE,
    NOT,
    NOT_HARD,
    NOT_MUCH,
    ONLY_NOT,
    OTHER_SENSE,
    PAST,
    REST,
    SAYS,
    SOUGHT,
    UNSURE,
    WISHED,
    YES,
)
from bot.nlu.readers.own import own_words
from bot.nlu.sentence import Sentence
from bot.nlu.wording import chosen, is_question, thoughts

if TYPE_CHECKING:
    from datetime import date


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find what somebody says to be able to do, or not."""
    del today
    if not (_is_named(sentence) and CAN.search(sentence.folded)):
        return []
    sentence = _of_ability(sentence)
    if is_question(sentence) or "?" in sentence.raw:
        return []
    sentence = _without_other_sense(sentence)
    value = _read(sentence, FINITE)
    return [_entity(sentence, value)] if value else []


def _of_ability(sentence: Sentence) -> Sentence:
    """Leave out what is told of others, and what work somebody would like."""
    sentence = own_words(sentence)
    if not WISHED.search(sentence.folded):
        return sentence
    return Sentence.of(WISHED.sub(lambda found: " " * len(found.group()), sentence.folded))


def _is_named(sentence: Sentence) -> bool:
    """Say whether a word for an ability stands there that can hardly mean something else."""
    if not (sentence.words.isdisjoint(CLEAR) and sentence.words.isdisjoint(MISSPELT)):
        return True
    if sentence.words.isdisjoint(AT_WORK) or SOUGHT.search(sentence.folded):
        return False
    return HOW_IT_GOES.search(sentence.folded) is not None


def _without_other_sense(sentence: Sentence) -> Sentence:
    """Leave out the thoughts in which "staan" is something else: "ik sta in het register en ik kan niet tillen"."""
    text = sentence.raw
    for start, end in thoughts(sentence) if OTHER_SENSE.search(sentence.folded) else ():
        if OTHER_SENSE.search(sentence.folded[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    return Sentence.of(text)


def asked_about(ability: str, sentence: Sentence, today: date) -> Entity | None:
    """Read whether somebody can do this one thing; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    sentence = _of_ability(sentence)
    if is_question(sentence) or "?" in sentence.raw or not sentence.tokens:
        return None
    value = {} if OTHER_SENSE.search(sentence.folded) else _read(sentence)
    can = None if value else _without_verb(sentence)
    if can is not None:
        value = {ability: can}
    kilos = KILOS.search(sentence.folded) if ability == "lift" and not value else None
    if kilos:
        heavy = value_of(kilos["kilos"]) >= HEAVY
        return replace(_entity(sentence, {"lift": heavy}), unsure=True)
    if not value and A_LITTLE.match(sentence.plain):
        return chosen("ability", *_ends(sentence), [{ability: False}, {ability: True}])
    return _entity(sentence, value) if value else None


def _without_verb(sentence: Sentence) -> bool | None:
    """Read "geen probleem" and "dat gaat niet", which name nothing."""
    text = sentence.folded
    if not sentence.words.isdisjoint(ABILITY_OF) or UNSURE.search(text) or len(NOT.findall(text)) > 1:
        return None
    if NO_TROUBLE.search(text):
        return True
    if COMPLAINT.search(text):
        return None
    if any(no.search(text) for no in (IMPOSSIBLE, NOT_MUCH, HARDLY)):
        return False
    return True if FINE.search(text) and not NOT.search(text) else None


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read any ability that the sentence names."""
    found = spot(sentence, today)
    sentence = _of_ability(sentence)
    if found or is_question(sentence) or "?" in sentence.raw or OTHER_SENSE.search(sentence.folded):
        return found[0] if found else None
    value = _read(sentence)
    return _entity(sentence, value) if value else None


asked_stand, asked_sit, asked_bend, asked_lift = (partial(asked_about, ability) for ability in ABILITIES)


def _read(sentence: Sentence, unheard: frozenset[str] = frozenset()) -> dict[str, bool]:
    """Give what the sentence says of each ability; nothing where that is not clear. Some words may stay `unheard`."""
    text = NO_BEHIND.sub(" niet", IMPOSSIBLE.sub("niet", NO_MATTER.sub("wel", sentence.folded)))
    excepted = EXCEPT.search(text)
    if excepted:
        refused = _abilities(excepted["rest"] or "", unheard)
        if refused or excepted["all"]:
            return {ability: ability not in refused for ability in ABILITIES}
    if NOT_MUCH.search(text) and len(_abilities(text, unheard)) == 1 and len(NOT.findall(text)) == 1:
        return dict.fromkeys(_abilities(text, unheard), False)
    value = _clause_by_clause(_clauses(text), unheard)
    if "lift" in value and AT_MOST.search(text):
        del value["lift"]
    return value


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
            others = _said_of_the_others(clause, value, waiting)
            value |= others
            waiting -= others.keys()
            continue
        waiting |= named
        if not _has_cue(clause) or (PAST.search(clause) and not NOT.search(clause)):
            continue
        if CONTRAST.fullmatch(clause) and HARD.search(before):
            said, before, clear = False, "", NOT_HARD.search(before) is not None
            value |= dict.fromkeys(waiting if clear else (), said)
        else:
            said, before = _polarity(clause), clause
            if said is None or UNSURE.search(clause):
                return {}
            value |= dict.fromkeys(waiting, said)
        waiting = set()
    if not UNSURE.search(clauses[-1]) and not any(map(PAST.search, clauses)):
        value |= dict.fromkeys(waiting, said is not False)
    if len(clauses) == 1 and said is not False and re.search(r"\balleen\b", clauses[0]):
        value = dict.fromkeys(ABILITIES, False) | value
    return value


def _said_of_the_others(clause: str, value: dict[str, bool], waiting: set[str]) -> dict[str, bool]:
    """Read "dat kan ik niet" behind what was named, and "de rest lukt wel"."""
    if ONLY_NOT.fullmatch(clause):
        return dict.fromkeys({*value, *waiting}, False)
    if value and REST.search(clause) and not UNSURE.search(clause):
        return dict.fromkeys(ABILITIES, _polarity(clause) is True) | value
    return {}


def _clauses(text: str) -> list[str]:
    """Cut at a comma, "maar" and the like, and at "en" where each side says by itself what can be done."""
    found: list[str] = []
    for clause in CLAUSE.split(text):
        before, joint, behind = clause.partition(" en ")
        apart = joint and SAYS.search(before) and SAYS.search(behind)
        found += (before, behind) if apart else (clause,)
    return found


def _has_cue(clause: str) -> bool:
    """Say whether a part of a sentence says yes or no by itself."""
    return bool(NOT.search(clause) or HARD.search(clause) or YES.search(clause))


def _polarity(clause: str) -> bool | None:
    """Say whether it can be done; two negations in one thought are not clear."""
    clause = NOT_HARD.sub("_", clause)
    no, hard = len(NOT.findall(clause)), len(HARD.findall(clause))
    wel = re.search(r"\b(?:wel)\b", clause) is not None
    if no > 1 or hard > 1 or (no and wel):
        return None
    return not (no or hard)


def _abilities(text: str, unheard: frozenset[str]) -> set[str]:
    """Give the abilities that a text names."""
    return {ABILITY_OF[word] for word in re.findall(r"[a-z]+", text) if word in ABILITY_OF and word not in unheard}


def _ends(sentence: Sentence) -> tuple[int, int]:
    """Give where the first word starts and the last one ends."""
    return sentence.tokens[0].start, sentence.tokens[-1].end


def _entity(sentence: Sentence, value: dict[str, bool]) -> Entity:
    """Make the entity; it spans from the first to the last word about it."""
    about = [token for token in sentence.tokens if token.text in ABILITY_OF] or list(sentence.tokens)
    ordered = {ability: value[ability] for ability in ABILITIES if ability in value}
    return Entity("ability", about[0].start, about[-1].end, ordered)
