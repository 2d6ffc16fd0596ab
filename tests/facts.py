"""Facts for turns that are taken without a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.facts import ShownSoFar

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting, Looked
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy

from bot.domain.handoff import Queue, Standing


@dataclass(frozen=True)
class NoFacts:
    """Nothing is known: no vacancy, nobody else."""

    def handoff(self, _after: int) -> Standing | None:
        return None

    def queue(self) -> Queue:
        return Queue(0)

    def fitting(self, profile: Profile, looked: Looked) -> tuple[Fitting, ...]:
        del profile, looked
        return ()

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        del vacancy_id, profile
        return None

    def vacancies_placed(self) -> tuple[Vacancy, ...]:
        return ()

    def shown(self) -> ShownSoFar:
        return ShownSoFar(0, 0)
