"""Facts for turns that are taken without a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.facts import People, ShownSoFar

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting, Looked, Talk
    from bot.domain.known_as import Disclosure, Pair
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy

from bot.domain.fields import Shows
from bot.domain.handoff import Queue, Read, Standing


@dataclass(frozen=True)
class NoFacts:
    """Nothing is known: no vacancy, nobody else."""

    def handoff(self, _after: int) -> Standing | None:
        return None

    def read_by(self) -> tuple[Read, ...]:
        return ()

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

    def people(self, vacancy: Vacancy, page: int, most: int) -> People:
        del vacancy, page, most
        return People(0, ())

    def seen_of(self, person_id: str, vacancy: Vacancy) -> None:
        del person_id, vacancy

    def shows(self) -> Shows:
        return Shows(None, (), frozenset())

    def pair(self, handle: str) -> Pair | None:
        del handle
        return None

    def reaches(self, person_id: str) -> bool:
        del person_id
        return False

    def contacts(self) -> tuple[Talk, ...]:
        return ()

    def contact(self, contact_id: str) -> Talk | None:
        del contact_id
        return None

    def has_file(self, contact_id: str, file_id: str) -> bool:
        del contact_id, file_id
        return False

    def is_reachable(self) -> bool:
        return True

    def disclosures(self) -> tuple[Disclosure, ...]:
        return ()
