"""Vacancies that come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import profile_in, with_unseen
from bot.dialogs.asking import buttons_of
from bot.dialogs.facts import Looked
from bot.dialogs.jobs.listing import ON_A_PAGE, Page, listed
from bot.dialogs.jobs.pace import SEND, STILL, next_slot, pace_of, send_at
from bot.dialogs.jobs.react import AGAIN, show
from bot.dialogs.resting import BUSY, is_free
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Plan
from bot.domain.quiet import is_awake, next_awake
from bot.domain.vacancy import Standing
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

MOST_SILENT = 10
"""After so many vacancies in a row without a word, somebody is asked once whether to go on."""


def send(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Send what fits and was not shown before: now when it is time, else at the next moment that somebody chose.

    `body` has `slot` when it is the moment that was chosen; without it a vacancy came in that may fit.
    """
    profile, pace = profile_in(state), pace_of(state)
    if profile is None or state.paused or pace == "never":
        return Turn(state)
    when = _when(state, moment, None if body.get("slot") else pace)
    if when > moment.at:
        return Turn(state, (Plan(SEND, {"slot": True}, at=when, once=True),))
    shown = moment.facts.shown()
    if shown.today >= ON_A_PAGE:
        return Turn(state, (send_at(moment.at, "daily" if pace == "now" else pace),))
    if shown.unanswered >= MOST_SILENT and not state.of("silent"):
        return _still_there(state, moment)
    found = moment.facts.fitting(profile, Looked(ON_A_PAGE - shown.today, new=True))
    return listed(state, moment, Page(found), push=True) if found else Turn(state)


def send_again(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Show a vacancy once more that somebody wanted to see later, if it is still there and still fits."""
    profile = profile_in(state)
    held = moment.facts.vacancy(str(body["id"]), profile) if profile and not state.paused else None
    if held is None or held.fit is None or held.vacancy.standing is not Standing.OPEN:
        return Turn(state)
    when = _when(state, moment, None)
    if when > moment.at:
        return Turn(state, (Plan(AGAIN, dict(body), at=when),))
    return show(state, moment, held, _("Deze baan wilde je later zien."), push=True)


def _when(state: State, moment: Moment, pace: str | None) -> datetime:
    """Give when something may come that nobody asked for: by day, and not in the middle of something else."""
    if pace and pace != "now":
        return next_slot(moment.at, pace)
    if not is_awake(moment.at):
        return next_awake(moment.at)
    if "care" in state.stack:
        return next_slot(moment.at, "daily")
    return moment.at if is_free(state) else moment.at + BUSY


def _still_there(state: State, moment: Moment) -> Turn:
    """Ask once whether to go on; who says nothing gets vacancies once a week from now on."""
    weekly, saved = with_unseen(state, "push", "weekly")
    asking = weekly.having("silent", {"asked": True}).settled().opening(STILL.name)
    question = STILL.questions[0]
    silent = _("Je hebt op {n} banen niets gezegd. Dat is niet erg.", n=MOST_SILENT)
    told = say(silent, *question.text({}, moment), buttons=buttons_of(asking, question), push=True)
    return Turn(asking, (*saved, told), rests=True)
