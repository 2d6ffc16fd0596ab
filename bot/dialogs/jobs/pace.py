"""How often vacancies come by themselves, when the next time is, and how somebody changes that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.dialogs.agreed import with_unseen
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import TAP_YES_OR_NO, Choice, ask
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Plan
from bot.domain.opening import AMSTERDAM
from bot.domain.quiet import next_awake
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

SEND = "vacancies"
"""The kind of `Plan` after which what fits is sent to whom it is for, when there is anything."""

PACES = ("never", "weekly", "daily", "now")
DEFAULT = "daily"
"""For who skipped the question."""

SLOT = time(10)
"""When vacancies come to who wants them once a day, and on Mondays to who wants them once a week."""
MONDAY, WEEK = 0, 7

_TOLD = {
    "never": _("Goed. Ik stuur niets meer. Wil je banen zien? Schrijf dan: laat banen zien."),
    "weekly": _("Goed. Ik stuur je 1 keer per week banen."),
    "daily": _("Goed. Ik stuur je 1 keer per dag banen."),
    "now": _("Goed. Ik stuur je een baan zodra ik hem vind."),
}


def pace_of(state: State) -> str:
    """Give how often somebody wants vacancies."""
    pace: str = state.of("profile").get("push") or DEFAULT
    return pace


def next_slot(at: datetime, pace: str) -> datetime:
    """Give when vacancies may come next at a pace, from an (aware) moment on; never at night."""
    if pace == "now":
        return next_awake(at)
    here = at.astimezone(AMSTERDAM)
    days = (MONDAY - here.weekday()) % WEEK if pace == "weekly" else 0
    slot = datetime.combine(here.date() + timedelta(days=days), SLOT, AMSTERDAM)
    if slot > here:
        return slot
    return datetime.combine(slot.date() + timedelta(days=WEEK if pace == "weekly" else 1), SLOT, AMSTERDAM)


def send_at(at: datetime, pace: str = "now") -> Plan:
    """Plan to send what fits, at the next moment of a pace; it waits for nothing more then."""
    return Plan(SEND, {"slot": True}, at=next_slot(at, pace), once=True)


def paced(state: State, pace: str) -> Turn:
    """Send vacancies at another pace from now on, and say so."""
    changed, saved = with_unseen(state, "push", pace)
    return Turn(replace(changed, misunderstood=0), (*saved, say(_TOLD[pace])), rests=True)


def _answered(state: State, _moment: Moment) -> Turn:
    return paced(state.closing(), state.of("still")["still.pace"] or "weekly")


STILL = Dialog(
    name="still",
    light=True,
    questions=(
        ask(
            "still.pace",
            (_("Ik stuur nu 1 keer per week iets."), _("Is dat goed?")),
            choices=(
                Choice("weekly", _("Ja, 1 keer per week"), "weekly"),
                Choice("daily", _("Liever vaker"), "daily"),
                Choice("never", _("Nee, stuur niets"), "never"),
            ),
            yes="weekly",
            no="never",
            why=_("Ik wil je niet te veel sturen."),
            again=TAP_YES_OR_NO,
        ),
    ),
    done=_answered,
)
