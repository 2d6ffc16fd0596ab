"""The commands, which are certain without any guess. What people say for them is data in `bot/data`.

Safety goes before them (`crisis.py`), and a topic can make one more exact (`topics.py`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, phrases, sections
from bot.nlu.parse import Intent
from bot.nlu.tongue import asks_language, wanted_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

__all__ = ["decide", "wanted_language", "wants_link"]

_LONGEST = 16
_SLASHED = {
    "start": "greet", "help": "help", "hulp": "help", "mens": "human", "stop": "stop", "profiel": "show_profile",
    "gegevens": "show_data", "wis": "delete_data", "taal": "language", "menu": "menu", "pauze": "pause",
    "verder": "resume", "terug": "back", "vacatures": "show_vacancies",
}  # fmt: skip
_SLASH = re.compile(r"/([a-z]+)(?:@\w+)?(?P<more>\s+\S)?")
_LEAD = re.compile(
    r"^(?:(?:nee|ja|nou|eh|uh|oke|ok|okay|sorry|hallo|hoi|hey|en|maar|even|eerst|please|alsjeblieft|aub|toch|dus|"
    r"mag ik even|ik heb een vraag|vraag|een vraag|vraagje|zeg|wacht) )+"
)
_TAIL = re.compile(
    r"(?: (?:alsjeblieft|alstublieft|aub|svp|a u b|s v p|please|graag|nu|even|maar|dan|eigenlijk|hoor|dank je|"
    r"dank je wel|bedankt|joh|man|hier|eens|nou|meteen|direct|toch))+$"
)
_AFTER_YES_OR_NO = frozenset("stop stoppen later pauze hulp help terug overslaan".split())
_ABOUT_BENEFIT = re.compile(
    r"^(?:en |maar )?(?:krijg|krijgen|verlies|raak|hou|houd|heeft|wordt|word|mag|kan|moet|wat|hoe|is|gaat|gaan|stopt|"
    r"blijft|heb ik|ben ik|als ik|zal|worden)\b|"
    r"\b(?:minder|kwijt|weg|verlies|verliezen|gekort|korten|stopt|gevolgen|bang|invloed|houden|behouden|behoud)\b"
)
_LINK = "another device"


def decide(sentence: Sentence) -> Intent | None:
    """Give the intent when a command rule is certain; None lets readers and classifier look."""
    named = _slashed(sentence) or _whole(sentence) or _clear(sentence)
    if named is None and asks_language(sentence):
        named = "language"
    return Intent(named, 1.0) if named else None


def wants_link(sentence: Sentence) -> bool:
    """Say whether somebody asks to go on on another device or channel."""
    if sentence.folded.strip().startswith("/koppel"):
        return True
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return False
    return _patterns()[_LINK].search(_core(sentence.plain)) is not None


def _slashed(sentence: Sentence) -> str | None:
    """Read a command with a slash, with or without the bot's name behind it; "/start" with a token is no greeting."""
    match = _SLASH.match(sentence.folded.strip())
    if match is None or (match.group(1) == "start" and match["more"]):
        return None
    return _SLASHED.get(match.group(1))


def _core(plain: str) -> str:
    """Take off what stands around a request for politeness."""
    return _TAIL.sub("", _LEAD.sub("", plain))


def _whole(sentence: Sentence) -> str | None:
    """Look the whole sentence up, as it is and without politeness."""
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return None
    plain = sentence.plain
    found = _phrases().get(plain)
    if found or len(sentence.tokens) == 1:
        return found
    core = _core(plain)
    if not plain.startswith(("ja ", "nee ")):
        return _phrases().get(core)
    found = _phrases().get(core) if " " in core or core in _AFTER_YES_OR_NO else None
    return None if found == "thanks" else found


def _clear(sentence: Sentence) -> str | None:
    """Look for a clear cue inside a sentence that is not too long."""
    if not 1 < len(sentence.tokens) <= _LONGEST * 2:
        return None
    if not _any_pattern().search(sentence.plain):
        return None
    for intent, pattern in _patterns().items():
        if intent != _LINK and pattern.search(sentence.plain):
            return None if intent == "benefit_question" and not _asks_about_benefit(sentence) else intent
    return None


def _asks_about_benefit(sentence: Sentence) -> bool:
    """Tell "krijg ik minder uitkering?" from "ik heb een uitkering"."""
    return "?" in sentence.raw or _ABOUT_BENEFIT.search(sentence.plain) is not None


@cache
def _phrases() -> Mapping[str, str]:
    """Read the whole sentences once."""
    return phrases("phrases.txt")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Read the patterns once, by intent."""
    return {section: any_of(lines) for section, lines in sections("patterns.txt").items()}


@cache
def _any_pattern() -> re.Pattern[str]:
    """Put all of them together: most sentences fit none, and that is seen at once."""
    return any_of(line for section, lines in sections("patterns.txt").items() if section != _LINK for line in lines)
