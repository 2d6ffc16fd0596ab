"""What happens to vacancies by the clock: a question before the last day, and the end after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.employer.asides import CLOSE_IT, LONGER
from bot.dialogs.employer.draft import placed
from bot.dialogs.employer.home import MY_JOBS
from bot.dialogs.employer.readback import called
from bot.dialogs.employer.reminders import DAYS_BEFORE, ENDS, OVER, noted, was_told
from bot.dialogs.jobs.react import DOUBT, PARTS
from bot.dialogs.turn import Turn, say
from bot.domain.effects import SetStanding
from bot.domain.message import Button
from bot.domain.vacancy import Standing
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.vacancy import Vacancy


def _as_planned(state: State, moment: Moment, body: Mapping[str, Any], kind: str) -> Vacancy | None:
    """Give the vacancy when its last day is still the one that was planned for, and this was not told before."""
    vacancy = placed(moment, body.get("id"))
    if vacancy is None or vacancy.until != body.get("until") or was_told(state, vacancy, kind):
        return None
    return vacancy


def ends(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Ask whether somebody is still sought."""
    vacancy = _as_planned(state, moment, body, ENDS)
    if vacancy is None or vacancy.standing is not Standing.OPEN:
        return Turn(state)
    asking = noted(state, vacancy, ENDS).settled().opening("ends").having("ends", {"about": vacancy.id})
    told = say(
        _("Over {n} dagen sluit ik je baan: {job}.", n=DAYS_BEFORE, job=called(vacancy)),
        _("Zoek je nog iemand?"),
        buttons=(
            Button(LONGER, f"vacancy:{vacancy.id}=longer"),
            Button(CLOSE_IT, f"vacancy:{vacancy.id}=close"),
        ),
        push=True,
    )
    return Turn(asking, (told,))


def over(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Close a vacancy whose last day is past, and say so."""
    vacancy = _as_planned(state, moment, body, OVER)
    if vacancy is None or state.paused:
        return Turn(state)
    below = state.closing() if state.stack[-1] == "ends" and state.of("ends").get("about") == vacancy.id else state
    if state.stack[-1] == "care":
        return Turn(state, (SetStanding(vacancy.id, Standing.CLOSED),))
    told = say(
        _("Je baan is gesloten: {job}. De laatste dag is voorbij.", job=called(vacancy)),
        buttons=(Button(_("4 weken langer"), f"vacancy:{vacancy.id}=longer"), MY_JOBS),
        push=True,
    )
    return Turn(noted(below, vacancy, OVER), (SetStanding(vacancy.id, Standing.CLOSED), told))


def doubted(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Ask to look at a part of a vacancy that somebody doubts; nothing tells who (V6)."""
    vacancy = placed(moment, body.get("id"))
    if vacancy is None or vacancy.standing is not Standing.OPEN:
        return Turn(state)
    told = say(
        _("Iemand zegt dat er iets niet klopt in je baan: {job}.", job=called(vacancy)),
        _("Kijk hiernaar: {part}.", part=PARTS[body["part"]]),
        buttons=(Button(_("Iets veranderen"), f"vacancy:{vacancy.id}=change"), MY_JOBS),
        push=True,
    )
    return Turn(state, (told,))


OF_VACANCIES = {ENDS: ends, OVER: over, DOUBT: doubted}
