"""Work found: a wish of luck, an end to what runs, and two questions whose answers nobody can trace to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import without_yes
from bot.dialogs.contact.ending import all_over
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import Choice, ask, confirm
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Why
from bot.domain.effects import HideProfile, KeepSurvey
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

TOLD = (
    _("Gefeliciteerd! Vertel het ook zelf aan de gemeente. Ik geef het niet door."),
    _("Doe dat snel, want je uitkering kan veranderen."),
)


def _found(state: State, moment: Moment) -> Turn:
    """Close what is open, kindly, and let no employer see the profile any more."""
    below = state.closing()
    if not state.of("found")["found.sure"]:
        return Turn(below, (say(_("Goed, we zoeken samen verder.")),))
    hiding = (HideProfile(),) if moment.has_profile else ()
    hidden = without_yes(below)
    told = say(*TOLD), say(_("Je gesprekken zijn gestopt. Werkgevers zien jou niet meer."))
    return Turn(hidden.opening("survey"), (*hiding, *all_over(moment, Why.WORK_FOUND), *told))


FOUND = Dialog(
    name="found",
    light=True,
    renews=True,
    questions=(
        confirm(
            "found.sure",
            (_("Dan stop ik je gesprekken, en werkgevers zien jou niet meer."), _("Heb je werk gevonden?")),
            yes=_("Ja, ik heb werk"),
            no=_("Nee, nog niet"),
            needed=True,
            why=_("Dan stop ik met zoeken."),
        ),
    ),
    done=_found,
)


def _asked(state: State, _moment: Moment) -> Turn:
    held = state.of("survey")
    kept = tuple(KeepSurvey(name, value) for name, value in held.items() if isinstance(value, str))
    thanks = say(
        _("Dank je wel, en veel succes!"), _("Stopt je baan? Vraag de gemeente dan om een nieuwe uitnodiging.")
    )
    return Turn(state.closing(), (*kept, thanks), rests=True)


def _survey(name: str, text: Any, choices: tuple[Choice, ...], again: Any) -> Any:
    return ask(
        name, text, choices=choices, no=None, why=_("Dan maken we de chat beter. Je mag dit overslaan."), again=again
    )


SURVEY = Dialog(
    name="survey",
    questions=(
        _survey(
            "survey.helped",
            (_("Nog 2 korte vragen. Niemand weet wie wat zegt."), _("Hielp deze chat je om werk te vinden?")),
            (Choice("yes", _("Ja"), "yes"), Choice("some", _("Een beetje"), "some"), Choice("no", _("Nee"), "no")),
            _("Tik op een knop. Of schrijf: sla over."),
        ),
        _survey(
            "survey.easy",
            _("Was de chat makkelijk voor je?"),
            (Choice("yes", _("Ja"), "yes"), Choice("some", _("Een beetje"), "some"), Choice("no", _("Nee"), "no")),
            _("Tik op een knop. Of schrijf: sla over."),
        ),
    ),
    done=_asked,
)
"""Kept without a person, by the month."""
