"""What turns look up, read from the database in their own transaction (`bot.dialogs.facts`)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.dialogs.facts import Fitting, ShownSoFar
from bot.domain.handoff import Queue
from bot.domain.matching import match
from bot.domain.opening import AMSTERDAM, open_minutes
from bot.points import point_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.dialogs.facts import Looked
    from bot.domain.handoff import Standing
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy
    from bot.taken import World
    from storage.shown import WasShown
    from storage.unit import Unit

MOST_REFUSED = 50
"""How many more vacancies are looked at for who refused some work: those of it fall out afterwards."""

SETTLED = frozenset({"want", "not"})
"""What is said of a vacancy after which it is not listed any more."""


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """The facts of one turn of one person, at an (aware) moment."""

    world: World
    unit: Unit
    person_id: str
    at: datetime

    @property
    def _today(self) -> date:
        return self.at.astimezone(AMSTERDAM).date()

    def handoff(self, after: int) -> Standing | None:
        """Give how the person's newest handoff stands, locked until the turn ends."""
        return self.unit.handoffs.standing(self.person_id, after)

    def queue(self) -> Queue:
        """Give how long the queue is."""
        opening = self.world.gemeente.opening
        waits = (open_minutes(opening, since, until) for since, until in self.unit.handoffs.waits())
        return Queue(self.unit.handoffs.counted(), tuple(waits))

    def fitting(self, profile: Profile, looked: Looked) -> tuple[Fitting, ...]:
        """Give open vacancies that fit, best first."""
        before = {row.vacancy_id: row for row in self.unit.shown.of(self.person_id)}
        version = self.unit.vacancies.versions(before)
        over = {row.vacancy_id for row in before.values() if _is_over(row, version, new=looked.new)}
        refused = {row.work for row in before.values() if row.why == "work"}
        start, end = looked.page * looked.most, (looked.page + 1) * looked.most
        found = self.unit.matching.vacancies_for(
            self.person_id,
            profile,
            self._today,
            self.world.gemeente.travel,
            most=end + MOST_REFUSED * bool(refused),
            unless=over,
            also_too_heavy=looked.heavy,
        )
        held = self.unit.vacancies.many(each.id for each in found)
        left = [vacancy for vacancy in held if vacancy.occupation.uri not in refused][start:end]
        return tuple(self._fitting(vacancy, profile) for vacancy in left)

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        """Give a vacancy, whatever its standing."""
        held = self.unit.vacancies.one(vacancy_id)
        return self._fitting(held, profile) if held else None

    def shown(self) -> ShownSoFar:
        """Tell what was shown so far."""
        rows = self.unit.shown.of(self.person_id)
        silent = list(takewhile(lambda row: row.reaction is None, reversed(rows)))
        today = sum(row.at.astimezone(AMSTERDAM).date() == self._today for row in rows)
        return ShownSoFar(today, len(silent), silent[0].vacancy_id if silent else None)

    def vacancies_placed(self) -> Sequence[Vacancy]:
        """Give what whose turn it is placed, whatever its standing, by title."""
        return self.unit.vacancies.of_employer(self.person_id)

    def _fitting(self, vacancy: Vacancy, profile: Profile | None) -> Fitting:
        where = self.world.gemeente.travel
        return Fitting(vacancy, match(profile, vacancy, self._today, where, point_of) if profile else None)


def _is_over(row: WasShown, version: dict[str, int], *, new: bool) -> bool:
    """Tell whether a vacancy that was shown is not to be shown; one that changed in what matters is new again."""
    if version.get(row.vacancy_id, row.version) > row.version:
        return False
    return new or row.reaction in SETTLED
