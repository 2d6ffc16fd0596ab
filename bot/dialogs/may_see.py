"""A clear and free yes to what others may see: "dat klopt" and "als het moet" are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogs.yes_or_no import FIRM_YES, FORCED, YES
from bot.nlu.wording import is_question, whole
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

ONLY_RIGHT = frozenset("klopt kloppen juist correct right".split())
NOT = frozenset("niet niets niks geen niemand not nothing nobody".split())
_SHOWING = frozenset("zien laat laten liever wil werkgever werkgevers iemand niemand mag hoeft see show want".split())
_SHORT = 3
_MAY_SEE = re.compile(
    r"(?:dat |dit )?mag|laat (?:dit )?(?:maar )?zien(?: (?:aan )?(?:de |die |een )?werkgevers?)?|"
    r"they (?:can|may) see(?: it)?(?: it ?s (?:fine|ok))?"
)
_BEFORE = re.compile(rf"^(?:(?:{'|'.join(sorted(YES))}|nou|hoor|dan|prima|goed|akkoord) )+")


def may_see(sentence: Sentence, _today: date) -> Entity | None:
    """Hear "laat niets zien" as a no, and "laat maar zien" as a yes; a plain yes or no is heard anyway.

    A yes with a no in it is none of both: "ja, maar niet mijn naam".
    """
    if is_question(sentence):
        return None
    if sentence.words & NOT and (len(sentence.tokens) <= _SHORT or sentence.words & _SHOWING):
        return None if sentence.words & YES else whole(sentence, "consent", value=False)
    return whole(sentence, "consent", value=True) if _MAY_SEE.fullmatch(_BEFORE.sub("", sentence.plain)) else None


def only_right(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Tell "dat klopt" from "ja, dat mag": that it is right is not yet that others may see it."""
    if FORCED.search(yes.plain):
        return _("Het hoeft niet.")
    return _("Fijn dat het klopt.") if yes.words & ONLY_RIGHT and not yes.words & (FIRM_YES | {"mag"}) else None
