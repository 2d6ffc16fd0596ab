"""A plain yes where nothing is asked: "ok" to what was said, or "ja" to the next step that was named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.jobs.asked import show_vacancies
from bot.dialogs.jobs.pace import pace_of
from bot.dialogs.next_step import followed
from bot.dialogs.turn import Turn
from bot.dialogs.yes_or_no import FIRM_YES
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

_ALSO_WANTS = 0.5
"""From which confidence on a yes is more than that: "ik heb interesse"."""


def is_fine(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Say the next step again, or take it where it was asked; a pause goes on until somebody says "verder"."""
    if state.stack[-1] != "home" or not parse.plain or parse.topic or parse.intent is None:
        return None
    others = (each for each in parse.intent_ranking if each.name != parse.intent.name)
    if parse.intent.name != "affirm" or any(each.confidence >= _ALSO_WANTS for each in others):
        return None
    state = replace(state, misunderstood=0)
    if FIRM_YES & Sentence.of(parse.text).words and not state.paused and pace_of(state) == "never":
        return show_vacancies(state, moment, parse)
    return Turn(state, (followed(state, moment, _("Goed.")),), rests=True)
