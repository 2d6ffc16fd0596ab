"""What a sentence is about, where an intent is too coarse for the right answer (`TOPICS`). What people say is data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.bsn import DIGITS, is_bsn
from bot.nlu.lists import any_of, sections
from bot.nlu.others import OTHERS, RELATIVES, one_of
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_LOST = one_of(
    RELATIVES.union(
        """babytje kindje echtgenote tweelingbroer tweelingzus grootmoeder grootvader tante schoonbroer stiefvader
        stiefmoeder pleegmoeder pleegvader collega husband wife mother father mom mum dad son daughter brother sister
        child grandmother grandfather grandma grandpa uncle aunt friend""".split()
    )
)
_BODY = (
    "(?:rug|onderrug|nek|knie|knieen|knien|schouders?|heup|heupen|arm|armen|been|benen|voet|voeten|hand|handen|pols|"
    "polsen|buik|maag|hart|hoofd|borst|longen|gewrichten|enkel|enkels|elleboog|vingers?|ogen|oren|lichaam)"
)
_ILL = (
    r"(?:borst|long|darm|huid|prostaat)?kanker|leukemie|tumor|hernia|depressies?|depressief|depresief|depressi|"
    r"burn ?out|overspannen|ptss|trauma|trauma s|angststoornis|angsten|paniekaanvallen|borderline|bipolair|"
    r"schizofreen|schizofrenie|psychoses?|verslaafd|verslaving|alcoholist|diabetes|diabeet|suikerziekte|adhd|autisme|"
    r"autistisch|autist|asperger|reuma|artrose|fibromyalgie|astma|copd|(?:hart|long|nier|lever|darm)(?:ziekte|klachten|"
    r"patient|problemen)|hartinfarct|hartaanval|hoge bloeddruk|beroerte|herseninfarct|tia|epilepsie|migraine|hoofdpijn|"
    r"(?:rug|nek|knie|schouder|heup|buik|maag|arm|been|voet|pols|spier|gewrichts|zenuw)(?:pijn|klachten|problemen)|"
    r"psychische (?:klachten|problemen)|lichamelijke klachten|hiv|aids|hepatitis|parkinson|alzheimer|dementie|"
    r"slaapapneu|(?:long )?covid|corona|dyslexie|dyslectisch|slechthorend|slechtziend|doof|blind|lupus|crohn|psoriasis|"
    r"eczeem|allergie|allergisch|prothese"
)
_INTENT = " -> "
_LONGEST = 32
_QUIET = frozenset({"need", "fear", "illness", "change_duty", "costs", "mourning"})
"""Where somebody asks for something else in the same sentence ("stop", "wis alles"), that goes first."""
_DESPAIR = re.compile(
    r"\bik (?:\w+ ){0,6}(?:ook|ga|wil|kan|hoef|mag|zie) (?:\w+ ){0,6}"
    r"(?:dood|niet meer|weg|sterven|volgen|achterna|rust)\b|"
    r"\b(?:naar|bij) (?:hem|haar|ze|hun|hen)(?: toe)?(?: zijn| gaan| willen| komen)?\b|\bzonder (?:hem|haar|mijn)\b|"
    r"\b(?:hoeft|hoef) (?:\w+ ){0,4}niet\b|\bachterna\b|\bvolgen\b|\bwaarom (?:leef|besta)\b|(?<!in )\bleven\b|"
    r"\b(?:zinloos|hopeloos|wanhop\w*|radeloos|uitweg|opgeven|einde|pillen|zelf)\b|"
    r"\b(?:without (?:him|her)|join (?:him|her)|want to die|go on|end it|be with (?:him|her))\b"
)
"""What says that grief may be more than grief."""
_DEAD = re.compile(r"\bdood(?:gegaan| gegaan)?\b")
_OF_GRIEF = re.compile(
    r"\b(?:(?:hij|zij|ze) (?:was|waren|had)|het (?:was|kwam|ging))(?: \w+){1,2}|\bik mis (?:hem|haar|ze)\b|"
    r"\bverdriet(?:ig)?\b|"
    r"\bmoet (?:ik )?(?:nu )?voor (?:de|mijn|m n) \w+ zorgen\b"
)
"""What everybody says in grief, and what is no sign of more."""
_AT_WORK = frozenset(
    "werk werken werkte gewerkt verzorgen doden branche baan banen vacature vacatures solliciteren stage job".split()
)
_CEREMONY = re.compile(r"\b(?:begrafenis|uitvaart|crematie|rouwdienst|funeral|rouwverlof)\b")
_OTHERS = OTHERS.union(
    "mensen patienten clienten ouderen bewoners gehandicapten hij zij baan beroep vacature werken".split()
)
"""Words that say that an illness is somebody else's, or that it is about work."""
_NINE = re.compile(r"(?<![\d+])\d{9}(?!\d)|(?<!\d)(?<!\d[ .-])(?<!\+)\d{1,4}(?:[ .-]\d{1,4}){1,5}(?!\d)(?![ .-]\d)")
_ABROAD = re.compile(r"(?:\+|\b00)\d{1,3}[ .()0-]{0,5}$")


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic: its pattern, and the intent that such a sentence has, if any."""

    name: str
    pattern: re.Pattern[str]
    intent: str | None


def topic_of(sentence: Sentence, entities: Collection[Entity]) -> tuple[str, str | None] | None:
    """Give the topic of a sentence and the intent that goes with it; None when it has no topic."""
    if _has_bsn(sentence, entities):
        return "bsn", None
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return None
    if not _any_topic().search(sentence.plain):
        return None
    for topic in _topics():
        if topic.pattern.search(sentence.plain) and not _is_else(topic.name, sentence, entities):
            return topic.name, topic.intent
    return None


def beside_grief(sentence: Sentence) -> tuple[str, ...]:
    """Give what is said beside a death, and all of it in the mildest words: "dood" alone sounds like danger.

    With a sign of despair in it, all of it as it stands too.
    """
    grief = next(topic.pattern for topic in _topics() if topic.name == "mourning")
    plain = sentence.plain
    ends = (word.end() for word in re.finditer(r"\w+", plain))
    found = next(filter(None, (grief.search(plain, 0, end) for end in ends)), None)  # the shortest: no word of the rest
    if found is None:
        return ()
    left = _OF_GRIEF.sub(" ", f"{plain[: found.start()]} {plain[found.end() :]}")
    if FILLERS.issuperset(left.split()):
        return (left,)
    ways = left, _OF_GRIEF.sub(" ", _DEAD.sub("overleden", plain))
    return (*ways, plain) if _DESPAIR.search(plain) else ways


def _is_else(topic: str, sentence: Sentence, entities: Collection[Entity]) -> bool:
    """Say whether the words of a topic mean something else here."""
    if topic == "illness":
        return _no_illness(sentence, entities)
    return topic == "mourning" and _CEREMONY.search(sentence.plain) is not None and _about_work(sentence, entities)


def _about_work(sentence: Sentence, entities: Collection[Entity]) -> bool:
    """Say whether a sentence is about work: at funerals, for one."""
    return any(entity.entity == "occupation" for entity in entities) or not sentence.words.isdisjoint(_AT_WORK)


def gives_way(topic: str, rule: str | None) -> bool:
    """Say whether what a rule is certain of goes before the topic: "ik wil stoppen, ik heb schulden".

    To erase is more than to hide: "ik trek mijn toestemming in, wis alles".
    """
    return rule is not None and (topic in _QUIET or (topic == "hide_me" and rule == "delete_data"))


def _no_illness(sentence: Sentence, entities: Collection[Entity]) -> bool:
    """Say whether an illness named is no news about oneself: an ability is said, or somebody else has it."""
    return any(entity.entity in {"ability", "occupation"} for entity in entities) or not (
        sentence.words.isdisjoint(_OTHERS)
    )


def without_bsn(text: str) -> str:
    """Give the text with dots instead of citizen service numbers: those are passed on to nobody (V4)."""
    return _NINE.sub(lambda found: "•" * DIGITS if _is_bsn(found.group()) else found.group(), text)


def _is_bsn(words: str) -> bool:
    digits = "".join(letter for letter in words if letter.isdigit())
    return len(digits) == DIGITS and is_bsn(digits)


def _has_bsn(sentence: Sentence, entities: Collection[Entity]) -> bool:
    """Say whether a citizen service number stands in the text: 9 digits that pass the eleven test, no phone number."""
    for match in _NINE.finditer(sentence.folded):
        if _ABROAD.search(sentence.folded[: match.start()]):
            continue
        if any(entity.start < match.end() and match.start() < entity.end for entity in entities):
            continue
        if _is_bsn(match.group()):
            return True
    return False


@cache
def _topics() -> tuple[_Topic, ...]:
    """Read the topics once, in their order."""
    topics = []
    for section, lines in sections("topics.txt").items():
        name, _sign, intent = section.partition(_INTENT)
        topics.append(_Topic(name, any_of(map(_filled, lines)), intent or None))
    return tuple(topics)


@cache
def _any_topic() -> re.Pattern[str]:
    """Put all of them together: most sentences are about none, and that is seen at once."""
    return any_of(_filled(line) for lines in sections("topics.txt").values() for line in lines)


def _filled(line: str) -> str:
    """Put in who FAMILY and LOST are, what BODY holds, and what ILL can be."""
    return line.replace("FAMILY", one_of(OTHERS)).replace("LOST", _LOST).replace("BODY", _BODY).replace("ILL", _ILL)
