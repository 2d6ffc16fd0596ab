"""Somebody close is dead, or dying: a few warm words, and nothing is asked until the person goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.care import GO_ON, HUMAN
from bot.dialogs.turn import Turn, command, say
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def mourning(state: State, _moment: Moment, _parse: Parse) -> Turn:
    """Say that there is no haste, that all is kept, and what can be done."""
    told = say(
        _("Wat verdrietig voor je. Ik wens je veel sterkte."),
        _("Je hoeft nu niets te doen, ik bewaar wat je zei."),
        _("Wordt het je te zwaar, bel dan 113, dag en nacht."),
        buttons=(command(_("Even pauze"), "pause"), command(_("Stoppen"), "stop"), HUMAN, GO_ON),
    )
    return Turn(replace(state.settled(), misunderstood=0), (told,))
