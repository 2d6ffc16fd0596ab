"""Who fits a vacancy, and which vacancies fit somebody: all that is matched by lies packed and sealed in a few parts.

A match reads all parts of one kind, opens them and looks through them as columns. Saving one record seals one part
afresh, in the transaction that saves what it is about, so that the parts always hold exactly what is active.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, select, update

from bot.domain.facts import cannot_of, number_of_day, offer_of, seeker_of
from bot.domain.person import Contact
from bot.domain.profile import profile_from
from bot.points import point_of
from storage.records import NUMBERED, PEOPLE, VACANCIES, with_person, with_vacancy
from storage.tables import match_part, person, profile

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from sqlalchemy import Connection

    from bot.domain.gemeente import TravelDefault
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy
    from storage.records import Layout
    from storage.sealing import Seal

PARTS_OF = {PEOPLE: ("people", 64), VACANCIES: ("vacancies", 16)}
"""The kind of each layout, and in how many parts its records lie: few enough to read fast, small enough to rewrite."""
TELL_EVERY = 1000
_DIGITS = 4

_ALL = select(match_part.c.sealed).where(match_part.c.kind == bindparam("which_kind"))
_ALL_ON_POSTGRESQL = "select sealed from match_part where kind = %s"
_ONE = (
    select(match_part.c.sealed)
    .where(match_part.c.kind == bindparam("which_kind"), match_part.c.number == bindparam("which_number"))
    .with_for_update()
)
_KEEP = (
    update(match_part)
    .where(match_part.c.kind == bindparam("which_kind"), match_part.c.number == bindparam("which_number"))
    .values(sealed=bindparam("with_sealed"), layout=NUMBERED)
)
_STALE = select(func.count()).select_from(match_part).where(match_part.c.layout != NUMBERED)
_LOCK_ALL = select(match_part.c.kind).order_by(match_part.c.kind, match_part.c.number).with_for_update()
_CONTACT = select(person.c.contact).where(person.c.id == bindparam("person"))
_ACTIVE = (
    select(profile.c.person_id, profile.c.body_sealed, person.c.contact)
    .join(person, person.c.id == profile.c.person_id)
    .where(profile.c.active)
)


class Found(NamedTuple):
    """A person or a vacancy that was found, and how well it fits (0 to 100)."""

    id: str
    score: int


class Matching:
    """What is matched by: one record for each active profile, and for each open vacancy."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def put_person(self, person_id: str, agreed: Profile) -> None:
        """Find this person from now on, by what they agreed to."""
        contact = self._connection.execute(_CONTACT, {"person": person_id}).scalar_one()
        seeker, direct = seeker_of(agreed, point_of), contact == Contact.DIRECT
        self._change(PEOPLE, [person_id], lambda held, each: with_person(held, each, seeker, direct=direct))

    def drop_person(self, person_id: str) -> None:
        """Find this person no more."""
        self.drop_people([person_id])

    def drop_people(self, ids: Iterable[str]) -> None:
        """Find none of these people any more."""
        self._change(PEOPLE, ids, PEOPLE.drop)

    def put_vacancy(self, vacancy: Vacancy) -> None:
        """Find this vacancy from now on; only one that is open belongs here."""
        offer = offer_of(vacancy, point_of)
        self._change(VACANCIES, [vacancy.id], lambda held, each: with_vacancy(held, each, offer))

    def drop_vacancy(self, vacancy_id: str) -> None:
        """Find this vacancy no more."""
        self.drop_vacancies([vacancy_id])

    def drop_vacancies(self, ids: Iterable[str]) -> None:
        """Find none of these vacancies any more."""
        self._change(VACANCIES, ids, VACANCIES.drop)

    def people_for(
        self,
        vacancy: Vacancy,
        today: date,
        default: TravelDefault,
        *,
        most: int | None = None,
        direct_only: bool = False,
    ) -> list[Found]:
        """Give the people whom a vacancy fits, best first. What their bodies can do plays no part in it (V5).

        - default: how somebody travels who skipped that question (gemeente.toml)
        - direct_only: leave out who wants vacancies through a werkmatcher alone (V7), for whatever an employer can get
        """
        from storage import scan  # noqa: PLC0415 - NumPy costs the start

        offer, day = offer_of(vacancy, point_of), number_of_day(today)
        ids, scores = scan.people_for(self.opened(PEOPLE), vacancy.id, offer, day, default, direct_only=direct_only)
        return list(map(Found, ids[:most], scores[:most]))

    def vacancies_for(  # noqa: PLR0913 - all by name but who it is for
        self,
        person_id: str,
        agreed: Profile,
        today: date,
        default: TravelDefault,
        *,
        most: int,
        unless: Collection[str] = (),
        also_too_heavy: bool = False,
    ) -> list[Found]:
        """Give the open vacancies that fit somebody, best first, at most so many, and none of `unless`.

        What they said they cannot do keeps vacancies that ask it away from this list, and from nothing else; with
        `also_too_heavy` they see these too.
        """
        from storage import scan  # noqa: PLC0415 - as above

        seeker, cannot = seeker_of(agreed, point_of), 0 if also_too_heavy else cannot_of(agreed)
        opened, day = self.opened(VACANCIES), number_of_day(today)
        ids, scores = scan.vacancies_for(opened, person_id, seeker, day, default, cannot=cannot)
        fresh = (Found(each, score) for each, score in zip(ids, scores, strict=True) if each not in unless)
        return [found for found, _number in zip(fresh, range(most), strict=False)]

    def ids_of(self, layout: Layout) -> set[str]:
        """Give who, or which vacancies, are matched by now."""
        return {each for held in self.opened(layout) for each in layout.ids(held)}

    def is_stale(self) -> bool:
        """Tell whether some parts were never made, or made by another version of this program."""
        return self._connection.execute(_STALE).scalar_one() > 0

    def rebuild(self, vacancies: Iterable[Vacancy], tell: Callable[[int], None]) -> None:
        """Make all parts again, of the active profiles and of `vacancies`, the open ones; safe beside other processes.

        `tell` is called with how many profiles were read, at each `TELL_EVERY` and so seldom at all.
        """
        self._connection.execute(_LOCK_ALL).all()
        if not self.is_stale():
            return  # another process was first
        people = dict.fromkeys(range(PARTS_OF[PEOPLE][1]), b"")
        offers = dict.fromkeys(range(PARTS_OF[VACANCIES][1]), b"")
        for count, row in enumerate(self._connection.execute(_ACTIVE), start=1):
            seeker, number = seeker_of(profile_from(self._seal.open(row.body_sealed)), point_of), _part(PEOPLE, row[0])
            direct = row.contact == Contact.DIRECT
            people[number] = with_person(people[number], row.person_id, seeker, direct=direct)
            if count % TELL_EVERY == 0:
                tell(count)
        for each in vacancies:
            number = _part(VACANCIES, each.id)
            offers[number] = with_vacancy(offers[number], each.id, offer_of(each, point_of))
        for layout, made in ((PEOPLE, people), (VACANCIES, offers)):
            for number, held in made.items():
                self._keep(layout, number, held)

    def opened(self, layout: Layout) -> Iterator[bytes]:
        """Give the packed records of a kind, part by part."""
        kind = PARTS_OF[layout][0]
        if self._connection.dialect.name == "postgresql":  # as they are: SQLAlchemy has them come as hexadecimal digits
            driver: Any = self._connection.connection.driver_connection
            rows = driver.cursor(binary=True).execute(_ALL_ON_POSTGRESQL, (kind,))
        else:
            rows = self._connection.execute(_ALL, {"which_kind": kind})
        for (sealed,) in rows:
            yield self._open(sealed)

    def _open(self, sealed: bytes) -> bytes:
        return self._seal.open_bytes(sealed) if sealed else b""

    def _change(self, layout: Layout, ids: Iterable[str], changed: Callable[[bytes, str], bytes]) -> None:
        """Change records part by part, always in the same order, so that two who do this never wait for each other."""
        by_part: dict[int, list[str]] = {}
        for each in ids:
            by_part.setdefault(_part(layout, each), []).append(each)
        for number in sorted(by_part):
            where = {"which_kind": PARTS_OF[layout][0], "which_number": number}
            held = before = self._open(self._connection.execute(_ONE, where).scalar_one())
            for each in by_part[number]:
                held = changed(held, each)
            if held != before:
                self._keep(layout, number, held)

    def _keep(self, layout: Layout, number: int, held: bytes) -> None:
        kind = PARTS_OF[layout][0]
        row = {"which_kind": kind, "which_number": number, "with_sealed": self._seal.seal_bytes(held)}
        self._connection.execute(_KEEP, row)


def _part(layout: Layout, each: str) -> int:
    """Give in which part a record lies: by its random id alone, so that nothing has to be kept or freed for it."""
    return int(each[-_DIGITS:], 16) % PARTS_OF[layout][1]
