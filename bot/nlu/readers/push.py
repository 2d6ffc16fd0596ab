"""How often somebody wants to hear about new vacancies: now, daily, weekly or never."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_indifferent, is_question, whole

if TYPE_CHECKING:
    from datetime import date


_NEVER = re.compile(
    r"\b(?:niet|nooit|geen|stop|never|niks|niets|liever niet|alleen als ik (?:het )?vraag|"
    r"als ik (?:er )?(?:zelf )?om vraag|ik (?:vraag|kijk|kom|zoek) (?:het |zelf |wel |dat )*zelf|zelf vragen)\b"
)
_DAILY = re.compile(
    r"\b(?:(?:1|een|n|ene|1x|een ?keer)? ?(?:x|keer|maal)? ?(?:per|op een|op 1|a|in de) ?dag|dagelijks|"
    r"elke (?:dag|ochtend|avond|morgen)|iedere dag|daily|every ?day|om de dag|dag)\b"
)
_WEEKLY = re.compile(
    r"\b(?:(?:per|in de|a) ?week|wekelijks|elke week|iedere week|weekly|every week|week|"
    r"elke (?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
)
_NOW = re.compile(
    r"\b(?:meteen|metteen|direct|gelijk|nu|altijd|zo snel mogelijk|snel|onmiddellijk|asap|elke keer|telkens|"
    r"zodra|iedere keer|steeds|immediately|now|alles|elke (?:baan|vacature)|als er (?:iets|wat|een|werk|nieuws?))\b"
)
_DAY = re.compile(r"\b(?:dag|ochtend|avond)\b")
_OFTEN = ("daily", "weekly", "now")
_SHORT = 4
_ABOUT_IT = re.compile(r"\b(?:zelf|vraag|hoef|hoeft|wil|liever|sturen|stuur|bericht\w*|banen|vacatures?|jobs?|send)\b")
_A_PACE = r"(?:elke|iedere|per|op een|(?:1|een) ?(?:keer|x) (?:per|in de)) (?:dag|week|keer|baan|ochtend|avond)"
_NOT_THIS = re.compile(
    rf"\b(?:niet|geen|nooit)(?: meer)? (?:{_A_PACE}|meteen|direct|altijd|steeds|telkens)\b|"
    rf"\b{_A_PACE} (?:is|vind ik|lijkt me|hoeft)(?: (?:mij|me|dat|echt|wel|veel))* (?:te ?(?:vaak|veel)|niet)\b|"
    rf"\b(?:vaker|minder|meer)(?: vaak)? dan {_A_PACE}\b"
)
"""A pace that is named and not wanted: "niet elke keer, 1 keer per week", "elke dag is te vaak"."""
_FOUND = {"never": _NEVER, "daily": _DAILY, "weekly": _WEEKLY, "now": _NOW}
_SUBJECT = re.compile(r"\b(?:bericht(?:en|je|jes)?|vacatures?|banen|stuur|sturen|horen|appjes?|melding(?:en)?)\b")
_MESSAGE = re.compile(r"\b(?:bericht(?:en|je|jes)?|appjes?|melding(?:en)?)\b")
_TOO_OFTEN = re.compile(r"\bte (?:veel|vaak)\b|\bhoeft\b")
_SPOT = re.compile(r"\b(?:stuur|sturen|geef|geven|horen|krijgen|ontvangen)\b")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "stuur mij 1 keer per week banen"; "stuur niks meer" is a command, not this answer."""
    del today
    if not is_about_messages(sentence) or is_question(sentence):
        return []
    found = _first(sentence, _OFTEN)
    no = _NEVER.search(sentence.folded) or _TOO_OFTEN.search(sentence.folded)
    return [found] if found and not no else []


def is_about_messages(sentence: Sentence) -> bool:
    """Say whether somebody speaks of getting vacancies and messages, and not of working."""
    if _MESSAGE.search(sentence.folded):
        return True
    return _SPOT.search(sentence.folded) is not None and _SUBJECT.search(sentence.folded) is not None


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how often new vacancies may come."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence):
        return None
    if is_indifferent(sentence):
        return whole(sentence, "push", "weekly", ("weekly", "daily", "now"))
    said = Sentence.of(_NOT_THIS.sub(lambda found: " " * len(found.group()), sentence.folded))
    if said.folded != sentence.folded and not _first(said, ("never",)):
        return _first(said, _OFTEN) or (_seldom(sentence) if _DAY.search(sentence.folded) else None)
    if re.search(r"\bniet (?:te veel|vaak|zo vaak|te vaak)\b", sentence.folded):
        return _seldom(sentence)
    return _never_or_often(sentence)


def _seldom(sentence: Sentence) -> Entity:
    """Hear "niet elke dag" and "niet te vaak" as once a week."""
    return Entity("push", sentence.tokens[0].start, sentence.tokens[-1].end, "weekly")


def _never_or_often(sentence: Sentence) -> Entity | None:
    """Read how often; a "no" beside it makes it a guess, and one that is about something else says nothing."""
    never, often = _first(sentence, ("never",)), _first(sentence, _OFTEN)
    if never is None:
        return often
    if often is None and len(sentence.tokens) > _SHORT and not _ABOUT_IT.search(sentence.folded):
        return None  # "het moet 1 februari zijn, niet januari"
    return never if often is None else replace(never, unsure=True)


def _first(sentence: Sentence, kinds: tuple[str, ...]) -> Entity | None:
    """Give the first of these kinds that the sentence names."""
    for kind in kinds:
        match = _FOUND[kind].search(sentence.folded)
        if match and len(sentence.tokens) <= 14:  # noqa: PLR2004 - in a longer sentence "dag" says something else
            return Entity("push", match.start(), match.end(), kind)
    return None
