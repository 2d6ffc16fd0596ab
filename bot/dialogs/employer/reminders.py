"""Shortly before the last day of a vacancy somebody is asked whether it goes on; after that day it closes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.domain.effects import Plan
from bot.domain.opening import AMSTERDAM

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.vacancy import Vacancy

ENDS = "vacancy_ends"
OVER = "vacancy_over"

DAYS_BEFORE = 3
_AT = time(9)


def planned(vacancy: Vacancy, moment: Moment) -> tuple[Plan, ...]:
    """Plan both for a vacancy with a last day; one planned for an earlier last day finds that it is no longer so."""
    if not vacancy.until:
        return ()
    last = date.fromisoformat(vacancy.until)
    body = {"id": vacancy.id, "until": vacancy.until}
    soon = datetime.combine(last - timedelta(days=DAYS_BEFORE), _AT, AMSTERDAM)
    over = Plan(OVER, body, at=datetime.combine(last + timedelta(days=1), _AT, AMSTERDAM))
    return (Plan(ENDS, body, at=soon), over) if soon > moment.at else (over,)


TOLD = "vacancies_told"
"""Beside the dialogs' answers: by vacancy, what was told last, and of which last day."""


def noted(state: State, vacancy: Vacancy, kind: str) -> State:
    """Note that this is told, or need not be: whoever closes a vacancy knows that it is closed."""
    return replace(state, answers={**state.answers, TOLD: {**state.of(TOLD), vacancy.id: [kind, vacancy.until]}})


def was_told(state: State, vacancy: Vacancy, kind: str) -> bool:
    """Tell whether that was told of this last day."""
    return bool(state.of(TOLD).get(vacancy.id) == [kind, vacancy.until])


def forgotten(state: State, vacancy: Vacancy) -> State:
    """Forget what was told: the vacancy opens again."""
    kept = {held: told for held, told in state.of(TOLD).items() if held != vacancy.id}
    return replace(state, answers={**state.answers, TOLD: kept})
