"""Facts for turns that are taken without a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.facts import Shown

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting
    from bot.domain.profile import Profile


@dataclass(frozen=True)
class NoFacts:
    """Nothing is known: no vacancy, nobody else."""

    def fitting(self, profile: Profile, *, most: int, page: int = 0, new: bool = True) -> tuple[Fitting, ...]:
        del profile, most, page, new
        return ()

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        del vacancy_id, profile
        return None

    def shown(self) -> Shown:
        return Shown(0, 0)
