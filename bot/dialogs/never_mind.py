"""Words that drop what was just asked for or changed: "laat maar", "toch niet", "ja laat maar zo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.nlu.parse import Parse

_LEAD = r"(?:(?:nee|neen|sorry|oh|o|ach|och|eh|nou|wacht|hm+|maar) )*"
_TAIL = r"(?: (?:hoor|dan|joh|sorry|bedankt|dank je|dank u|weer|alsjeblieft))*"
_NEVER_MIND = re.compile(
    _LEAD + r"(?:laat (?:(?:het|dat|dit|alles|toch|dan|nou|gewoon) )*(?:maar|zo)(?: (?:maar|zitten|zo|gaan|even))*|"
    r"vergeet (?:(?:het|dat|dit)(?: maar)?|maar)|never ?mind|forget (?:it|that))" + _TAIL
)
"""What drops the change, and never what an employer sees already."""
_YES_NEVER_MIND = re.compile(rf"(?:(?:ja|jawel|ok|oke|okay|goed|prima|is goed) )+{_NEVER_MIND.pattern}")
"""What drops the change, or is content with it: "ok laat maar", "ja laat maar zo"."""
_NOT_AFTER_ALL = re.compile(
    _LEAD + r"(?:(?:doe|liever|toch) )*(?:toch|doe) (?:(?:dat|dit|het|liever|maar) )*niet(?: doen)?" + _TAIL
)
"""What may drop the change, or be a no to being seen."""

_RATHER_NOT = re.compile(
    r"(?:(?:nee|sorry|maar|nou) )*(?:(?:dat|dit|het) )?(?:(?:zeg|vertel|wil) (?:ik )?(?:dat |dit |het )?)?"
    r"liever niet(?: (?:zeggen|vertellen|hoor|dank je))*"
)
"""What says that somebody does not want to tell."""


def never_mind(parse: Parse) -> bool:
    """Tell whether somebody drops what they just asked for: "laat maar", which is no "no" to anything else."""
    return _NEVER_MIND.fullmatch(Sentence.of(parse.text).plain) is not None


def drops_or_keeps(parse: Parse) -> bool:
    """Tell whether somebody says yes and "laat maar" in one: which of both is meant has to be asked."""
    return _YES_NEVER_MIND.fullmatch(Sentence.of(parse.text).plain) is not None


def not_after_all(parse: Parse) -> bool:
    """Tell whether somebody says "toch niet": to the change, or to what is asked now."""
    return _NOT_AFTER_ALL.fullmatch(Sentence.of(parse.text).plain) is not None


def rather_not(parse: Parse) -> bool:
    """Tell whether somebody says "liever niet" to a question about themselves: they do not want to tell."""
    return _RATHER_NOT.fullmatch(Sentence.of(parse.text).plain) is not None


def drops_it(parse: Parse) -> bool:
    """Tell whether somebody does not want a change after all, where nothing else can be meant."""
    goes_back = parse.certain and parse.intent is not None and parse.intent.name == "back"
    return goes_back or never_mind(parse) or not_after_all(parse)
