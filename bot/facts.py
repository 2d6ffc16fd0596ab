"""What turns look up, read from the database in their own transaction (`bot.dialogs.facts`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.dialogs.facts import Fitting, ShownSoFar, Talk
from bot.domain.fields import Shows
from bot.domain.handoff import Queue
from bot.domain.matching import match
from bot.domain.opening import AMSTERDAM, open_minutes
from bot.domain.profile import profile_from
from bot.employers_lists import Lists
from bot.points import point_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.dialogs.facts import Listed, Looked, People
    from bot.domain.handoff import Read, Standing
    from bot.domain.known_as import Disclosure, Pair
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy
    from bot.taken import World
    from storage.shown import WasShown
    from storage.unit import Unit

MOST_REFUSED = 50
"""How many more vacancies are looked at for who refused some work: those of it fall out afterwards."""

LATELY, MOST_LATELY = timedelta(days=1), 6
"""How long ago, and how many, vacancies were shown that somebody may still have before their eyes."""

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

    def read_by(self) -> Sequence[Read]:
        """Give which werkmatchers read what whose turn it is said, the oldest first."""
        return self.unit.handoffs.read_by(self.person_id)

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
        blocked = self._blocked()
        refused = {row.work for row in before.values() if row.why == "work"}
        start, end = looked.page * looked.most, (looked.page + 1) * looked.most
        found = self.unit.matching.vacancies_for(
            self.person_id,
            profile,
            self._today,
            self.world.gemeente.travel,
            most=end + MOST_REFUSED * bool(refused or blocked),
            unless=over,
            also_too_heavy=looked.heavy,
        )
        held = self.unit.vacancies.many(each.id for each in found)
        left = [one for one in held if one.occupation.uri not in refused and one.employer_id not in blocked][start:end]
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
        lately = tuple(row.vacancy_id for row in reversed(rows) if self.at - row.at < LATELY and row.reaction != "not")
        return ShownSoFar(today, len(silent), silent[0].vacancy_id if silent else None, lately[:MOST_LATELY])

    def vacancies_placed(self) -> Sequence[Vacancy]:
        """Give what whose turn it is placed, whatever its standing, by title."""
        return self.unit.vacancies.of_employer(self.person_id)

    def people(self, vacancy: Vacancy, page: int, most: int) -> People:
        """Give the people whom a vacancy fits, as its employer may see them now."""
        return Lists(self.world, self.unit, self.person_id, self.at).people(vacancy, page, most)

    def seen_of(self, person_id: str, vacancy: Vacancy) -> Listed | None:
        """Give what the employer of a vacancy would see of somebody."""
        if vacancy.employer_id is None:
            return None
        return Lists(self.world, self.unit, vacancy.employer_id, self.at).one(vacancy, person_id)

    def shows(self) -> Shows:
        """Give which of the five fields of V4 whose turn it is shows to employers."""
        held = self.unit.profiles.of(self.person_id)
        profile = profile_from(held[0]) if held else None
        return Shows(profile, self.unit.fields.of(self.person_id), self.world.gemeente.asks.allowed)

    def pair(self, handle: str) -> Pair | None:
        """Give whom a handle stands for in the chat of whose turn it is."""
        found = self.unit.disclosures.pair(handle)
        return found if found and found.employer_id == self.person_id else None

    def reaches(self, person_id: str) -> bool:
        """Tell whether somebody can be asked for contact now."""
        held = self.unit.profiles.of(person_id)
        return held is not None and held[1]

    def contacts(self) -> Sequence[Talk]:
        """Give all contacts of whose turn it is, the oldest first."""
        held = self.unit.contacts.of(self.person_id)
        vacancies = {
            one.id: one for one in self.unit.vacancies.many({each.contact.between.vacancy_id for each in held})
        }
        return [
            Talk(each.id, each.contact, each.name, vacancies[each.contact.between.vacancy_id], each.consents)
            for each in held
        ]

    def contact(self, contact_id: str) -> Talk | None:
        """Give one contact of whose turn it is, which nobody else changes meanwhile."""
        held = self.unit.contacts.one(contact_id)
        if held is None or self.person_id not in {held.contact.between.person_id, held.contact.between.employer_id}:
            return None
        vacancy = self.unit.vacancies.one(held.contact.between.vacancy_id)
        return Talk(held.id, held.contact, held.name, vacancy, held.consents) if vacancy else None

    def has_file(self, contact_id: str, file_id: str) -> bool:
        """Tell whether this is the file that is kept for a contact."""
        return self.unit.files.has(contact_id, file_id)

    def is_reachable(self) -> bool:
        """Tell whether messages reach whose turn it is."""
        here = self.unit.people.wherever(self.person_id)
        return here is not None and here.reachable

    def disclosures(self) -> Sequence[Disclosure]:
        """Give all that was shown of whose turn it is, the oldest first."""
        return self.unit.disclosures.shown(self.person_id)

    def _blocked(self) -> set[str]:
        """Give the employers with whom whose turn it is has no contact any more."""
        return {each.employer_id for each in self.unit.disclosures.pairs(self.person_id) if each.is_blocked}

    def _fitting(self, vacancy: Vacancy, profile: Profile | None) -> Fitting:
        where = self.world.gemeente.travel
        return Fitting(vacancy, match(profile, vacancy, self._today, where, point_of) if profile else None)


def _is_over(row: WasShown, version: dict[str, int], *, new: bool) -> bool:
    """Tell whether a vacancy that was shown is not to be shown; one that changed in what matters is new again."""
    if version.get(row.vacancy_id, row.version) > row.version:
        return False
    return new or row.reaction in SETTLED
