"""A werkmatcher brings a vacancy to somebody whom no employer can reach (V7): only a yes lets the employer know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import profile_in
from bot.dialogs.asking import go_on
from bot.dialogs.contact.want import WANT, can_be_told, known
from bot.dialogs.jobs.card import card
from bot.dialogs.resting import BUSY, is_free
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Plan, Showed
from bot.domain.quiet import is_awake, next_awake
from bot.domain.vacancy import Standing
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

BROUGHT = "brought"
"""To a jobseeker: a werkmatcher brings a vacancy. Body: `vacancy`."""


def bring(person_id: str, vacancy_id: str) -> Plan:
    """Plan that a vacancy is brought to somebody; the werkmatcher hears nothing of what becomes of it (V2)."""
    return Plan(BROUGHT, {"vacancy": vacancy_id}, to=person_id)


def brought(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Show a vacancy that a werkmatcher brings, and ask whether its employer may know."""
    held = moment.facts.vacancy(str(body["vacancy"]), profile_in(state))
    if held is None or held.vacancy.standing is not Standing.OPEN or state.paused:
        return Turn(state)
    if not can_be_told(moment, held.vacancy) or known(moment, held.vacancy):
        return Turn(state)
    if not is_awake(moment.at):
        return Turn(state, (Plan(BROUGHT, dict(body), at=next_awake(moment.at)),))
    if not is_free(state):
        return Turn(state, (Plan(BROUGHT, dict(body), at=moment.at + BUSY),))
    vacancy = held.vacancy
    asking = state.settled().opening(WANT.name).having(WANT.name, {"about": vacancy.id})
    told = say(_("Je werkmatcher denkt dat deze baan bij je past."), *card(held), push=True)
    return go_on(asking, moment).after(Showed(((vacancy.id, vacancy.version),)), told)
