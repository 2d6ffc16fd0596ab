"""What a werkmatcher may be shown of a conversation: word for word what the person reads before they say yes (V3).

The five fields of V4 are never among it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.questions_place import PLACE, TRAVEL
from bot.dialogs.questions_self import LANGUAGE, LICENCE
from bot.dialogs.questions_week import DAYS, HOURS, START
from bot.dialogs.questions_work import EXPERIENCE, FIRST_NAME, WISHES
from bot.dialogs.readback import line
from bot.domain.person import Role
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

_MAY_BE_SHOWN = (FIRST_NAME, WISHES, EXPERIENCE, HOURS, DAYS, PLACE, TRAVEL, LANGUAGE, LICENCE, START)


def name_of(state: State, moment: Moment) -> str | None:
    """Give what somebody is called, when that is known."""
    if moment.person.role is Role.JOBSEEKER:
        return state.of("profile").get(FIRST_NAME.name)
    return moment.person.name


def discussed(state: State, moment: Moment) -> tuple[Text, ...]:
    """Give the lines that may be shown; none when nothing was said yet."""
    if moment.person.role is not Role.JOBSEEKER:
        return (_("• Je naam: {name}", name=verbatim(moment.person.name)),) if moment.person.name else ()
    answers = state.of("profile")
    return tuple(line(question, answers[question.name]) for question in _MAY_BE_SHOWN if answers.get(question.name))
