"""Where a jobseeker is when nothing is asked: the profile is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.care import GO_ON
from bot.dialogs.contact.seen_button import WHAT_IS_SEEN
from bot.dialogs.dialog import Dialog
from bot.dialogs.next_step import SEE_JOBS
from bot.dialogs.turn import Turn, command
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State


def stay(state: State, _moment: Moment) -> Turn:
    """Ask nothing."""
    return Turn(state)


MENU = (
    command(_("Laat mijn antwoorden zien"), "show_profile"),
    command(_("Iets veranderen"), "change_answer"),
    command(_("Een mens spreken"), "human"),
    command(_("Meer"), "more_menu"),
)

HOME = Dialog(
    name="home",
    questions=(),
    done=stay,
    form="profile",
    rest=(_("Je hoeft nu niets te doen."), _("Wat wil je doen?")),
    menu=(SEE_JOBS, *MENU),
    pausing=((_("Je hebt nu pauze."), _("Wil je verder? Schrijf dan: verder.")), (GO_ON, *MENU)),
    more=(
        command(_("Mijn gesprekken"), "talks"),
        command(_("Wie zag wat van mij?"), "who_saw"),
        command(_("Wat weet je van mij?"), "show_data"),
        command(_("Stoppen of wissen"), "stop"),
        command(_("Nog meer"), "rest_menu"),
    ),
    rarely=(
        command(_("Verder op een ander apparaat"), "link"),
        command(_("Taal / Language"), "language"),
        WHAT_IS_SEEN,
        command(_("Laat mij niet zien aan werkgevers"), "hide_me"),
    ),
)
