"""A vacancy that is new, or changed in what matters: the people it fits are to hear of it, each when they want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.jobs.pace import SEND
from bot.domain.effects import Plan
from bot.domain.opening import AMSTERDAM

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.gemeente import Gemeente
    from storage.unit import Unit


def announce_one(unit: Unit, gemeente: Gemeente, now: datetime) -> int | None:
    """Plan for everybody whom one vacancy fits to look at what is new; give how many, None: nothing is unannounced.

    Whom it fits is asked again when it is their turn, and what their body can do keeps it away from them then (V5).
    """
    vacancy = unit.vacancies.unannounced()
    if vacancy is None:
        return None
    found = unit.matching.people_for(vacancy, now.astimezone(AMSTERDAM).date(), gemeente.travel)
    unit.dues.plan_for((each.id for each in found), Plan(SEND, once=True), now)
    unit.vacancies.announced(vacancy)
    return len(found)
