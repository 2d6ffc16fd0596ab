"""How somebody asks for a werkmatcher, and how they stop waiting: what every part of the chat calls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, go_on
from bot.dialogs.handoff.asked import begun, queued
from bot.dialogs.handoff.news import without_human
from bot.dialogs.handoff.when import when_told
from bot.dialogs.turn import Turn, say
from bot.domain.effects import EndHandoff, TellWerkmatcher
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.text import Text


def ask_werkmatcher(state: State, moment: Moment, about: Text | None = None) -> Turn:
    """Ask for a werkmatcher. `about`: what it is about, where that is known, in words for both to read.

    In a crisis nothing is asked first: a human is called at once, with a mark.
    """
    in_crisis = state.settled().stack[-1] == "care"
    if in_crisis and not state.handoff:
        return queued(state.settled(), moment, urgent=True).after(say(*when_told(moment, urgent=True)))
    begins = begun(state, moment, about)
    if in_crisis:
        return begins.after(TellWerkmatcher(None, is_urgent=True))
    return begins if begins.rests else go_on(begins.state, moment).after(*begins.effects)


def handoff_tapped(state: State, moment: Moment, _thing: str, _key: str) -> Turn:
    """Stop waiting for a werkmatcher."""
    if not state.handoff:
        return ask_again(state, moment, _("Je wacht nu niet op een werkmatcher."))
    return stopped(state, moment, _("Goed, je wacht niet meer. Wil je later wel? Schrijf dan: mens."))


def stopped(state: State, moment: Moment, *told: Text) -> Turn:
    """End the handoff because the person wants that, and go on where the conversation was."""
    left = without_human(state, moment) if state.is_with_human else state
    return ask_again(replace(left, handoff=None), moment).after(EndHandoff(), say(*told))
