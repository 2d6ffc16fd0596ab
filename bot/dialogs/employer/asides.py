"""The small dialogs of an employer: erasing, stopping, and what is asked about a vacancy by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.dialogs.asides import KEPT, WIPE, erasing, stopping
from bot.dialogs.care import GO_ON
from bot.dialogs.contact.ending import farewells
from bot.dialogs.dialog import Dialog
from bot.dialogs.employer.draft import FORM, WEEKS_LONGER, placed, saved, weeks_on
from bot.dialogs.employer.readback import called
from bot.dialogs.employer.reminders import OVER, forgotten, noted
from bot.dialogs.on_telegram import WIPE_THERE
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn, say
from bot.domain.effects import EndHandoff, Erase, SetStanding
from bot.domain.event import Channel
from bot.domain.message import message
from bot.domain.vacancy import Standing
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Effect
    from bot.domain.vacancy import Vacancy


def _erased(state: State, moment: Moment) -> Turn:
    """Erase everything, vacancies too. Whoever has to hear of it is told before the rows are gone: here."""
    if state.of("employer_erase").get("erase_all"):
        return Turn(state, (*farewells(moment), Erase(message(*farewell(moment)))))
    return Turn(state.closing(), (say(*KEPT),))


def farewell(moment: Moment) -> tuple[Text, ...]:
    """Say that everything is gone, and how to come back."""
    later = _("Wil je later weer meedoen? Bel {phone} voor een nieuwe link.", phone=moment.gemeente.contact.phone)
    there = (WIPE_THERE,) if moment.channel is Channel.TELEGRAM else ()
    return (_("Alles is gewist, ook je banen."), later, *there)


EMPLOYER_ERASE = erasing(
    "employer_erase", (_("Dan wis ik alles wat ik van je weet, ook je banen. Dat kan niet terug."),), _erased
)


def open_ones(moment: Moment) -> list[Vacancy]:
    """Give what people can get now."""
    return [one for one in moment.facts.vacancies_placed() if one.standing is Standing.OPEN]


def _stopped(state: State, moment: Moment) -> Turn:
    chosen = state.of("employer_stop").get("stop_how")
    below = state.closing()
    if chosen == "erase":
        return Turn(below.opening("employer_erase"))
    if chosen == "go_on":
        return Turn(below, (say(_("Goed, we gaan verder.")),))
    pausing = tuple(SetStanding(one.id, Standing.PAUSED) for one in open_ones(moment))
    told = (
        _("Goed, ik stuur je niets meer. Je banen staan op pauze."),
        _("Wil je toch verder? Schrijf dan: verder."),
    )
    ending = (EndHandoff(),) if below.handoff else ()
    stopped = replace(below, paused=True, handoff=None)
    return Turn(stopped, (*pausing, *ending, say(*told, buttons=(GO_ON, WIPE))), rests=True)


EMPLOYER_STOP = stopping(
    "employer_stop", _("Stoppen, en mijn banen op pauze"), _("Je hoeft niet te zeggen waarom."), _stopped
)


def _gone_on(state: State, _moment: Moment) -> Turn:
    wants = state.of("draft")["draft_too"]
    below = state.closing()
    return Turn(below.returning_to(FORM) if wants else below.opening(FORM))


DRAFT = Dialog(
    name="draft",
    light=True,
    renews=True,
    questions=(
        confirm(
            "draft_too",
            (_("Je was al bezig met een baan. Die is nog niet af."), _("Wil je daarmee verder?")),
            yes=_("Ja, verder met die baan"),
            no=_("Nee, ik maak een nieuwe"),
            why=_("Begin je een nieuwe baan? Dan gooi ik de oude weg. Die was niet af."),
            needed=True,
        ),
    ),
    done=_gone_on,
)


def longer(vacancy: Vacancy, moment: Moment) -> tuple[tuple[Effect, ...], Vacancy]:
    """Let a vacancy be open for some weeks more, from its last day or from now; give what is to be done."""
    now = weeks_on(moment, WEEKS_LONGER)
    until = max(now, _later(vacancy.until, WEEKS_LONGER)) if vacancy.until else now
    going_on = replace(vacancy, until=until, standing=Standing.OPEN)
    return saved(going_on, moment), going_on


def _later(day: str, weeks: int) -> str:
    return (date.fromisoformat(day) + timedelta(weeks=weeks)).isoformat()


def told_longer(vacancy: Vacancy) -> tuple[Text, ...]:
    """Say until when it is open now."""
    return (
        _("Je baan staat open: {job}.", job=called(vacancy)),
        _("Mensen kunnen reageren tot en met {day:year}.", day=date.fromisoformat(vacancy.until or "")),
    )


def _ends_answered(state: State, moment: Moment) -> Turn:
    held = state.of("ends")
    vacancy = placed(moment, held.get("about"))
    below = state.closing()
    if vacancy is None:
        return Turn(below)
    if held["ends"]:
        effects, going_on = longer(vacancy, moment)
        return Turn(forgotten(below, vacancy), (*effects, say(*told_longer(going_on))))
    told = say(_("Je baan is gesloten: {job}.", job=called(vacancy)))
    return Turn(noted(below, vacancy, OVER), (SetStanding(vacancy.id, Standing.CLOSED), told))


LONGER = _("Ja, 4 weken langer")
CLOSE_IT = _("Nee, sluit de baan")

ENDING = Dialog(
    name="ends",
    light=True,
    questions=(
        confirm(
            "ends",
            _("Zoek je nog iemand?"),
            yes=LONGER,
            no=CLOSE_IT,
            why=_("Na de laatste dag sluit ik de baan."),
            needed=True,
        ),
    ),
    done=_ends_answered,
)
"""Asked some days before the last day of a vacancy; `about` in its answers is which one."""

EMPLOYER_ASIDES: tuple[Dialog, ...] = (EMPLOYER_ERASE, EMPLOYER_STOP, DRAFT, ENDING)
