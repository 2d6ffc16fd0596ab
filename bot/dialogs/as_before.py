"""A change that somebody does not want after all: "laat maar", "zoals het was"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import AGREED, BEFORE, REFUSED, changed
from bot.dialogs.may_see import may_see
from bot.dialogs.question import forget
from bot.nlu.sentence import Sentence
from bot.nlu.wording import whole
from bot.text import _

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity, Parse

AS_BEFORE = "before"
"""The answer to the question for a yes that takes the change back, and leaves the yes of before as it was."""

NOTHING_CHANGED = _("Goed, ik verander niets.")

_FIRST = r"(?:(?:nee|sorry|oh|o|toch|maar|dan|weer|liever) )*"
_AS_BEFORE = re.compile(
    _FIRST + r"(?:(?:laat|hou|houd|doe|zet) (?:(?:het|dit|dat|alles) )?" + _FIRST + r")?"
    r"(?:zoals (?:het|eerst|eerder)(?: eerst| eerder)?(?: was| stond)?|terugzetten|"
    r"(?:niet|niks|niets) (?:veranderen|wijzigen|aanpassen)|"
    r"(?:verander|wijzig) (?:het )?" + _FIRST + r"(?:niet|niks|niets))"
)
_LEAD = r"(?:(?:nee|neen|sorry|oh|o|ach|och|eh|nou|wacht|hm+|maar) )*"
_TAIL = r"(?: (?:hoor|dan|joh|sorry|bedankt|dank je|dank u|weer|alsjeblieft))*"
_NEVER_MIND = re.compile(
    _LEAD + r"(?:laat (?:(?:het|dat|dit|alles|toch|dan|nou|gewoon) )*(?:maar|zo)(?: (?:maar|zitten|zo|gaan|even))*|"
    r"vergeet (?:(?:het|dat|dit)(?: maar)?|maar)|never ?mind|forget (?:it|that))" + _TAIL
)
"""What drops the change, and never what an employer sees already."""
_NOT_AFTER_ALL = re.compile(
    _LEAD + r"(?:(?:doe|liever|toch) )*(?:toch|doe) (?:(?:dat|dit|het|liever|maar) )*niet(?: doen)?" + _TAIL
)
"""What may drop the change, or be a no to being seen."""


def may_see_or_as_before(sentence: Sentence, today: date) -> Entity | None:
    """Hear "zoals het was" as neither a yes nor a no to what is new."""
    if _AS_BEFORE.fullmatch(sentence.plain):
        return whole(sentence, AGREED, AS_BEFORE)
    return may_see(sentence, today)


def as_before(answers: Answers) -> dict[str, Any]:
    """Give the answers with those of before where they are asked anew, or where an employer would see others."""
    before = answers[BEFORE]
    same = {name: before[name] for name in changed(answers) if name in before}
    return {**forget(forget(before, REFUSED), AGREED), **forget(answers, AGREED), **same}


def wants_before(parse: Parse) -> bool:
    """Tell whether somebody says that what they changed is to be as it was."""
    return _AS_BEFORE.fullmatch(Sentence.of(parse.text).plain) is not None


def never_mind(parse: Parse) -> bool:
    """Tell whether somebody drops what they just asked for: "laat maar", which is no "no" to anything else."""
    return _NEVER_MIND.fullmatch(Sentence.of(parse.text).plain) is not None


def not_after_all(parse: Parse) -> bool:
    """Tell whether somebody says "toch niet": to the change, or to what is asked now."""
    return _NOT_AFTER_ALL.fullmatch(Sentence.of(parse.text).plain) is not None


def drops_it(parse: Parse) -> bool:
    """Tell whether somebody does not want a change after all, where nothing else can be meant."""
    goes_back = parse.certain and parse.intent is not None and parse.intent.name == "back"
    return goes_back or never_mind(parse) or not_after_all(parse)
