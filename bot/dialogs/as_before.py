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


def all_before(answers: Answers) -> dict[str, Any]:
    """Give the answers all as they were, whatever else was said meanwhile."""
    before = forget(answers[BEFORE], REFUSED)
    return {**forget(before, AGREED), BEFORE: before}


def wants_before(parse: Parse) -> bool:
    """Tell whether somebody says that what they changed is to be as it was."""
    return _AS_BEFORE.fullmatch(Sentence.of(parse.text).plain) is not None
