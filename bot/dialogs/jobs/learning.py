"""What the search learns from a vacancy that does not fit, always said so that it is seen (V10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.agreed import profile_in, with_unseen
from bot.dialogs.turn import Turn, command, say
from bot.domain.message import Button
from bot.text import _, from_data

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting
    from bot.dialogs.state import State
    from bot.text import Text

STEP = 5
"""Minutes: a journey is an estimate, so it is learnt in steps."""
SHORTEST = 10

MORE_JOBS = command(_("Laat banen zien"), "show_vacancies")
CHANGE = command(_("Iets veranderen"), "change_answer")
OTHER_TIMES = (Button(_("Andere uren kiezen"), "jobs:0=hours"), Button(_("Andere dagen kiezen"), "jobs:0=days"))
"""What a no because of the hours may call for; what somebody wished stays until they choose it."""


def learnt(state: State, held: Fitting | None, why: str | None, *before: Text) -> Turn:
    """Say what is learnt from a no, after what is said first, and learn it."""
    if why == "far" and held and held.fit:
        return _closer(state, held.fit.minutes, *before)
    if why == "work" and held and _wished(state, held):
        told = say(*before, _("Je zei dat je dit werk zoekt. Zoek je iets anders?"), buttons=(CHANGE, MORE_JOBS))
        return Turn(state, (told,), rests=True)
    if why == "work" and held:
        told = say(
            *before,
            _("Werk als {work} stuur ik niet meer.", work=from_data(held.vacancy.occupation.label)),
            buttons=(MORE_JOBS, CHANGE),
        )
        return Turn(state, (told,), rests=True)
    other = OTHER_TIMES if why == "hours" and profile_in(state) else ()
    told = say(*before, _("Dat is goed. Deze baan komt niet meer terug."), buttons=(*other, MORE_JOBS))
    return Turn(state, (told,), rests=True)


def refused_work(state: State, held: Fitting | None, why: str | None) -> str | None:
    """Give the occupation (its URI) that is not to come again; what somebody wishes for is not refused by one no."""
    if held is None or why != "work" or _wished(state, held):
        return None
    return held.vacancy.occupation.uri


def _wished(state: State, held: Fitting) -> bool:
    profile = profile_in(state)
    return profile is not None and held.vacancy.occupation in profile.wishes


def _closer(state: State, minutes: int, *before: Text) -> Turn:
    """Search nearer from now on: the yes still holds, since an employer never sees how far somebody travels."""
    by = {part: held for part, held in (state.of("profile").get("travel") or {}).items() if part == "by"}
    most = max(SHORTEST, (minutes - 1) // STEP * STEP)
    nearer, saved = with_unseen(state, "travel", {**by, "minutes": most})
    closer = _("Ik zoek nu dichterbij: niet meer dan {n} minuten reizen.", n=most)
    return Turn(nearer, (*saved, say(*before, closer, buttons=(MORE_JOBS, CHANGE))), rests=True)
