"""What an employer sees of people: who fits a vacancy, under which name, and how finely each is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.dialogs.facts import Listed, People
from bot.domain.contact_seen import is_listed
from bot.domain.disclosure import Alike, Grain, grains, seen_by_employer
from bot.domain.fields import Shows
from bot.domain.known_as import Pair
from bot.domain.matching import match
from bot.domain.opening import AMSTERDAM
from bot.domain.profile import profile_from
from bot.domain.pseudonym import pseudonym
from bot.domain.vacancy import Standing
from bot.points import point_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.domain.disclosure import SeenByEmployer
    from bot.domain.known_as import HeldContact
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy
    from bot.taken import World
    from storage.unit import Unit

MOST = 300
"""How many people an employer can page through for a vacancy: those whom it fits best."""


@dataclass(frozen=True)
class Lists:
    """The lists of one employer at an (aware) moment.

    What a person's body can do, and whether they show that, plays no part in who stands in them, in which order and how
    finely told (V5): it only adds a line of somebody who said yes to that line.
    """

    world: World
    unit: Unit
    employer_id: str
    at: datetime

    def people(self, vacancy: Vacancy, page: int, most: int) -> People:
        """Give a page of whom the vacancy fits."""
        ids = self._ids(vacancy)
        names = set(self._taken)
        listed = []
        for person_id in ids[page * most : (page + 1) * most]:
            pair = self._pair(person_id, names, self._grain(person_id, vacancy))
            names.add(pair.name)
            listed.append(Listed(pair, self._seen(person_id, vacancy, pair.grain)))
        return People(len(ids), tuple(listed))

    def one(self, vacancy: Vacancy, person_id: str) -> Listed | None:
        """Give what the employer would see of one person, who need not be in the list."""
        if self._profile(person_id) is None:
            return None
        pair = self._pair(person_id, self._taken, self._grain(person_id, vacancy))
        return Listed(pair, self._seen(person_id, vacancy, pair.grain))

    @cached_property
    def _contacts(self) -> Sequence[HeldContact]:
        return self.unit.contacts.of(self.employer_id)

    @cached_property
    def _known(self) -> Mapping[str, Pair]:
        return {each.person_id: each for each in self.unit.disclosures.pairs(self.employer_id)}

    @cached_property
    def _taken(self) -> set[str]:
        return {each.name for each in self._known.values()} | self.unit.disclosures.names_of_contacts(self.employer_id)

    def _ids(self, vacancy: Vacancy) -> list[str]:
        """Give who may stand in the list, best first: nobody twice for a vacancy, nor while there is contact."""
        found = self.unit.matching.people_for(
            vacancy, self.at.astimezone(AMSTERDAM).date(), self.world.gemeente.travel, direct_only=True
        )
        contacts = [held.contact for held in self._contacts]
        out = {
            held.between.person_id
            for held in contacts
            if held.between.vacancy_id == vacancy.id
            or not is_listed(contacts, held.between.person_id, self.employer_id, self.at)
        }
        out |= {each.person_id for each in self._known.values() if each.is_blocked}
        return [each.id for each in found if each.id not in out][:MOST]

    def _pair(self, person_id: str, taken: set[str], grain: Grain) -> Pair:
        """Give as whom the employer knows somebody, by a new name where there is none yet."""
        known = self._known.get(person_id)
        disclosures = self.unit.disclosures
        handle = disclosures.handle(person_id, self.employer_id)
        name = known.name if known else pseudonym(disclosures.seed(person_id, self.employer_id), taken)
        told = max(grain, known.grain) if known else grain
        return Pair(handle, person_id, self.employer_id, name, told, is_blocked=bool(known and known.is_blocked))

    def _grain(self, person_id: str, vacancy: Vacancy) -> Grain:
        """Give how finely somebody is told to this employer: the coarsest of all lists they stand in (decision 020)."""
        found = [told[person_id] for told in self._grains.values() if person_id in told]
        if vacancy.id not in self._grains or person_id not in self._grains[vacancy.id]:
            found.append(grains([*self._alike(vacancy), self._like(person_id, vacancy)])[person_id])
        return max(found)

    @cached_property
    def _grains(self) -> Mapping[str, Mapping[str, Grain]]:
        placed = self.unit.vacancies.of_employer(self.employer_id)
        return {one.id: grains(self._alike(one)) for one in placed if one.standing is Standing.OPEN}

    def _alike(self, vacancy: Vacancy) -> list[Alike[str]]:
        return [self._like(each, vacancy) for each in self._ids(vacancy)]

    def _like(self, person_id: str, vacancy: Vacancy) -> Alike[str]:
        profile = self._profile(person_id)
        wishes = profile.wishes if profile else ()
        return Alike(person_id, self._minutes(person_id, vacancy), tuple(wish.isco for wish in wishes))

    def _seen(self, person_id: str, vacancy: Vacancy, grain: Grain) -> SeenByEmployer:
        shows = Shows(self._profile(person_id), self.unit.fields.of(person_id), self.world.gemeente.asks.allowed)
        return seen_by_employer(shows, vacancy, self._minutes(person_id, vacancy), grain)

    def _minutes(self, person_id: str, vacancy: Vacancy) -> int | None:
        profile, today = self._profile(person_id), self.at.astimezone(AMSTERDAM).date()
        fit = match(profile, vacancy, today, self.world.gemeente.travel, point_of) if profile else None
        return fit.minutes if fit else None

    def _profile(self, person_id: str) -> Profile | None:
        if person_id not in self._profiles:
            held = self.unit.profiles.of(person_id)
            self._profiles[person_id] = profile_from(held[0]) if held else None
        return self._profiles[person_id]

    @cached_property
    def _profiles(self) -> dict[str, Profile | None]:
        return {}
