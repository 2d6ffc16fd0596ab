"""When somebody works, by all clauses of a sentence together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER
from bot.nlu.others import CHILDREN, MINE, OTHERS, one_of
from bot.nlu.readers.day_clauses import Clause, clauses, read_clause, says_no
from bot.nlu.readers.day_words import LONG, NO, PARTS, PARTS_BY_WORD, PARTS_OF_DAY, RANGE_WORDS, WEEK, day_of
from bot.nlu.readers.own import own_words
from bot.nlu.sentence import words_of
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_ONLY_NO = re.compile(
    r"\W*(?:(?:dan|dus|daar|die dag|kan|kon|ik|dat|het|gaat|lukt|werk|liever|echt|ook|en|helaas|gewoon) )*niet"
    r"(?: (?:werken|beschikbaar|meer))?\W*"
)
"""A no to what stands before it: "donderdag heb ik les, dan dus niet"."""
_FREE_FOR_WORK = re.compile(
    r"\bvrij\b.{0,80}\b(?:(?:dan|dus) kan ik|om te (?:werken|beginnen)|voor werk)\b|\bvrij dus\b"
)
_NOT_BY_NIGHT = PARTS_OF_DAY[:3]
"""What is left for who refuses one: nobody is taken to work at night who did not say so."""
_OTHER_DAYS = re.compile(r"\b(?:andere?|rest|overige?) (?:van de )?(?:dagen|week)\b|\bde rest\b|\bverder alles\b")
_EVERY = re.compile(
    r"\b(?:(?:elke?|iedere?|alle) (?:dag|dagen|week|ochtend|morgen|middag|avond|nacht)|dagelijks|altijd|hele week)\b"
)
_ELSE = re.compile(
    r"\b(?:was ik|ik was|had ik|ik had|stop\w* met|"
    rf"{MINE} (?:\w+ werkte?|{one_of(OTHERS - CHILDREN)} (?:heeft|draait|doet|gaat|slaapt|begint))|werkt {MINE}|"
    rf"komt (?:de|het|een|er|{MINE}))\b"
)
"""What was, or what others do: that says nothing of when somebody works."""
_CAN = re.compile(r"\b(?:kan|kunnen|kon|wil|willen|mag|mogen|werkt|werken)\b")
"""What tells of somebody's own time, where somebody does it."""
_THING = (
    r"(?:(?:de|het|een|onze|mijn) |^\W*)\w*(?:bus|bussen|trein|treinen|tram|metro|pont|markt|winkel|winkels|bank|bieb|"
    r"bibliotheek|moskee|kerk|loket|kantoor|gemeente|huisarts|tandarts|apotheek|zwembad|bakker|buurthuis|post|vuilnis|"
    r"zon|maan|film|wedstrijd|spreekuur|school|creche|opvang)"
)
_GOES = r"(?:is|zijn|rijdt|rijd|rijden|vaart|gaat|gaan|komt|komen|opent|sluit|schijnt|begint|heeft|hebben)"
_OPEN = re.compile(
    rf"(?<![^\W_]){_THING} (?:\w+ )?{_GOES}\b|\b{_GOES} {_THING}\b|"
    r"\b(?:is|was|wordt|blijft) het (?:(?:er|hier|daar|buiten|heel|erg|te|vaak|altijd|zo|best|nog) )*(?:koud|warm|"
    r"donker|stil|rustig|gevaarlijk|glad|eng|nat|heet|licht|gezellig|mooi weer|lawaai\w*|onveilig|fris)\b"
)
"""When a shop is open, a bus goes, or how it is outside then."""
_OF_ME = re.compile(r"\b(?:ik|wij|we|mij|werk|werken|kan)\b")
_SAYS_WORK = frozenset(
    """kan kun kunnen kunt mogen werk werken werkt werke beschikbaar inzetbaar inzetten klaar graag liefst liever past
    lukt mag goed prima best fijn komen behalve uitgezonderd voorkeur vrij available work can""".split()
)
_TRAVELS = frozenset("reis reizen reistijd fiets fietsen lopen bus trein metro tram rijden onderweg".split())
_BESIDE_EVERY = FILLERS.union(
    LONG,
    PARTS_BY_WORD,
    NO,
    RANGE_WORDS,
    "uur uren uurtjes u dagen week hele alle elke elk iedere ieder dagelijks".split(),
)
"""The words beside which "elke dag" is an answer by itself."""
_BESIDE_DAY = frozenset("en ook op de of dus elke iedere helaas".split())
"""Words beside a day that say neither yes nor no to it."""
_EACH_DAY = re.compile(rf"^\W*(?:dan )?(?:elke|iedere) dag (?:ongeveer )?{NUMBER} ?(?:uur|uren|uurtjes|u)\b")
"""How long somebody works on each of the days that were named before."""


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """When somebody works: days, and parts of the day; and which of these were refused when no others were named.

    `clear`: it is said of working, and not only what somebody does at other times.
    """

    days: list[str]
    parts: list[str]
    no_days: tuple[str, ...]
    no_parts: tuple[str, ...]
    clear: bool


@dataclass(slots=True, repr=False)
class _Sum:
    """What the clauses said until now."""

    days: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    no_days: set[str] = field(default_factory=set)
    no_parts: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)
    usual: set[str] = field(default_factory=set)
    always: bool = False
    others: bool = False
    clear: bool = False

    def add(self, clause: Clause) -> None:
        """Add what one clause says."""
        self.clear = self.clear or not clause.taken
        if clause.negative:
            self.no_days |= clause.days | clause.usual | ({"za", "zo"} if clause.weekend else set())
            self.no_parts |= clause.parts
        elif clause.free:
            self.free |= clause.days
            self.parts |= clause.parts
        elif not (self.always and clause.also):  # "altijd, ook 's avonds" is no wish for the evening
            self._want(clause)

    def _want(self, clause: Clause) -> None:
        """Add when somebody wants to work."""
        self.always = self.always or clause.always
        self.usual |= clause.usual
        weekend = clause.weekend and (clause.only or self.days or clause.days or self.usual)
        self.days |= clause.days | ({"za", "zo"} if weekend else set())
        self.parts |= clause.parts | ({"weekend"} if clause.weekend else set())
        if clause.weekend and clause.also and not self.days:
            self.days, self.parts = set(WEEK), self.parts - {"weekend"}

    def refuse(self, before: Clause) -> None:
        """Take back what the clause before said: "donderdag heb ik les, dan dus niet"."""
        self.clear = True
        self.no_days |= before.days
        self.days -= before.days
        self.no_parts |= before.parts if not before.days else set()  # "woensdagmiddag" is no other afternoon
        self.parts -= before.parts


def wanted(sentence: Sentence, *, short: bool) -> Wanted:
    """Add up what is wanted and take off what is not."""
    said = _Sum()
    before: Clause | None = None
    own = own_words(sentence)
    for text, start, end in clauses(sentence):
        said.others = said.others or (_OTHER_DAYS.search(text) is not None and not says_no(text))
        if _is_aside(text) or _is_of_others(text, own, start) or (said.days and _EACH_DAY.search(text)):
            continue
        clause = read_clause(sentence, text, (start, end), short=short)
        if not (clause.days or clause.parts or clause.weekend or clause.always):
            if before and _ONLY_NO.fullmatch(text):
                said.refuse(before)
            continue
        if _continues(before, clause, text, sentence.folded[start - 1 : start]):
            clause.negative = True
        said.add(clause)
        before = clause
    return _summed(said, sentence.folded)


def _summed(said: _Sum, text: str) -> Wanted:
    """Take off what is refused from what is wanted; a day off beside days of work is refused too."""
    if said.days <= {"za", "zo"}:
        said.days |= said.usual
    everything = re.search(r"\balles\b", text) is not None
    others = everything or said.others
    days, parts, no_days, no_parts = said.days, said.parts, said.no_days, said.no_parts
    for_work = _FREE_FOR_WORK.search(text) is not None
    if said.free and not (days or for_work or no_days or no_parts):
        said.clear = False  # "maandag ben ik vrij" can be a day off
    if days and not for_work:
        no_days |= said.free - days
    else:
        days |= said.free
    if said.always and not (days or parts):
        days = set(WEEK)
    days_off = no_days if not days and not others else set()
    parts_off = no_parts if not parts and not everything else set()
    if no_days and (not days or others):
        days = set(WEEK)
    if no_parts and (not parts or everything):
        parts = set(PARTS if everything else PARTS_OF_DAY if said.always else _NOT_BY_NIGHT)
    days -= no_days
    parts -= no_parts
    if {"za", "zo"} <= no_days:
        parts.discard("weekend")
    return Wanted(
        [day for day in WEEK if day in days],
        [part for part in PARTS if part in parts],
        tuple(day for day in WEEK if day in days_off),
        tuple(part for part in PARTS if part in parts_off),
        clear=said.clear or others,
    )


def _is_aside(text: str) -> bool:
    """Say whether it is no time to work that is named: "ik doe elke dag boodschappen", "maandag was ik ziek"."""
    if _ELSE.search(text) or (_OPEN.search(text) and not _OF_ME.search(text)):
        return True
    if _EVERY.search(text) is None:
        return False
    words = words_of(text).split()
    if any(word in LONG or ("altijd" in words and word in PARTS_BY_WORD) for word in words):
        return False
    if not _TRAVELS.isdisjoint(words):
        return True
    return _SAYS_WORK.isdisjoint(words) and not all(word in _BESIDE_EVERY or word.isdigit() for word in words)


def _is_of_others(text: str, own: Sentence, start: int) -> bool:
    """Say whether others can then: "mijn zus kan op zaterdag"; not where it gives oneself time: "dan kan ik ook"."""
    said = own.folded[start : start + len(text)]
    return _CAN.search(text) is not None and not said.strip() and "dan" not in own.words


def _continues(before: Clause | None, clause: Clause, text: str, sign: str) -> bool:
    """Say whether one more day behind a comma is refused too: "niet op maandag, dinsdag"; not "dinsdag graag"."""
    if before is None or not before.negative or sign != ",":
        return False
    alone = len(clause.days) == 1 and not clause.parts and not clause.weekend
    return alone and all(word in _BESIDE_DAY or day_of(word, short=True) for word in words_of(text).split())
