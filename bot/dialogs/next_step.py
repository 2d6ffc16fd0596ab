"""The one next step, where nothing is asked: what the chat does at the pace that was chosen, or what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed
from bot.dialogs.care import GO_ON
from bot.dialogs.jobs.pace import pace_of
from bot.dialogs.turn import command, say
from bot.domain.person import Contact
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Say
    from bot.domain.message import Button

SEE_JOBS = command(_("Laat banen zien"), "show_vacancies")
SHOW_LATER = command(_("Toch banen zoeken"), "show_me")

_AT_PACE = {
    "never": (_("Wil je banen zien? Schrijf dan: laat banen zien."),),
    "weekly": (_("Vind ik banen die bij je passen? Dan hoor je dat, 1 keer per week."),),
    "daily": (_("Vind ik banen die bij je passen? Dan hoor je dat, 1 keer per dag."),),
    "now": (_("Vind ik een baan die bij je past? Dan hoor je het van mij."),),
}


def followed(state: State, moment: Moment, *done: Text) -> Say:
    """Say what was done, and behind it the next step."""
    told, button = _step(state, moment)
    return say(*done, *told, buttons=(button,))


def _step(state: State, moment: Moment) -> tuple[tuple[Text, ...], Button]:
    if not agreed(state):
        through = moment.person.contact is Contact.WERKMATCHER
        return (_("Ik zoek geen banen voor je.") if through else _("Geen werkgever ziet iets."),), SHOW_LATER
    if state.paused:
        return (_("Wil je verder? Schrijf dan: verder."),), GO_ON
    return _AT_PACE[pace_of(state)], SEE_JOBS
