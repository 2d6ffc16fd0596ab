"""A phone number or a mail address that nobody asked for: it goes nowhere, is not kept, and where it can go is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again
from bot.dialogs.jobs.words import OF_JOBS
from bot.dialogs.turn import say
from bot.domain.person import Role
from bot.nlu.sentence import Sentence
from bot.nlu.wording import FILLERS
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_WAYS = frozenset({"phone", "email"})
_AROUND = FILLERS | frozenset(
    "nummer telefoonnummer mobiel tel telefoon mail mailadres email bel bellen app appen".split()
)


def is_number(parse: Parse) -> bool:
    """Tell whether somebody says how they can be reached, and nothing else."""
    if not parse.entities or not {each.entity for each in parse.entities} <= _WAYS:
        return False
    around = [
        token.text
        for token in Sentence.of(parse.text).tokens
        if not any(each.start <= token.start < each.end for each in parse.entities)
    ]
    return set(around) <= _AROUND


def number_typed(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Say what becomes of a number where no employer is written to."""
    at_rest = state.stack[-1] in {"home", *OF_JOBS}
    if not at_rest or moment.person.role is not Role.JOBSEEKER or parse.certain or parse.topic or not is_number(parse):
        return None
    told = say(
        _("Ik hoef geen telefoonnummer of mailadres te weten. Ik heb het niet bewaard."),
        _("Praat je met een werkgever? Dan kun je het daar geven, als jij dat wilt."),
    )
    return replace(ask_again(replace(state, misunderstood=0), moment).after(told), unkept=True)
