"""What employers offer: the words sealed, since they can hold names and numbers; clear only what is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import bindparam, func, insert, select, update

from bot.domain.vacancy import Standing, differs_in_what_matters, vacancy_json, vacancy_of
from storage.tables import vacancy as table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Row

    from bot.domain.vacancy import Vacancy
    from storage.sealing import Seal

_CLEAR = frozenset({"id", "employer_id", "source", "reference", "standing", "until", "version"})
"""What stands in columns of its own, and not in the sealed body."""
_AT_ONCE = 500
"""How many ids are looked up in one statement; SQLite takes no more than some thousands."""

_ADD = insert(table)
_KEEP = (
    update(table)
    .where(table.c.id == bindparam("which"))
    .values(
        standing=bindparam("standing"),
        until=bindparam("until"),
        version=bindparam("version"),
        body_sealed=bindparam("body_sealed"),
    )
)
_ONE = select(table).where(table.c.id == bindparam("which"))
_ONE_TO_CHANGE = _ONE.with_for_update()
_MANY = select(table).where(table.c.id.in_(bindparam("which", expanding=True)))
_VERSIONS = select(table.c.id, table.c.version).where(table.c.id.in_(bindparam("which", expanding=True)))
_OF_EMPLOYER = select(table).where(table.c.person_id == bindparam("person"))
_OF_SOURCE = select(table.c.id).where(table.c.source == bindparam("source"), table.c.standing != Standing.CLOSED.value)
_SET = update(table).where(table.c.id == bindparam("which")).values(standing=bindparam("to")).returning(table)
_EXPIRE = (
    update(table)
    .where(table.c.standing != Standing.CLOSED.value, table.c.until < bindparam("today"))
    .values(standing=Standing.CLOSED.value)
    .returning(table.c.id)
)
_UNANNOUNCED = (
    select(table)
    .where(table.c.announced < table.c.version, table.c.standing == Standing.OPEN.value)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_ANNOUNCED = update(table).where(table.c.id == bindparam("which")).values(announced=bindparam("told"))
_OPEN = select(func.count()).select_from(table).where(table.c.standing == Standing.OPEN.value)
_EVERY_OPEN = select(table).where(table.c.standing == Standing.OPEN.value)


class Change(StrEnum):
    """What saving a vacancy did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Index(Protocol):
    """What finds people for a vacancy, and follows every change of one (`storage.matching`)."""

    def put_vacancy(self, vacancy: Vacancy) -> None:
        """Find people for it from now on, by what it says now."""

    def drop_vacancy(self, vacancy_id: str) -> None:
        """Find nobody for it any more."""


class Vacancies:
    """Vacancies, of employers and of sources. `index` is told of each that opens, changes or closes."""

    def __init__(self, connection: Connection, seal: Seal, index: Index | None = None) -> None:
        self._connection = connection
        self._seal = seal
        self._index = index

    def save(self, vacancy: Vacancy) -> Change:
        """Keep a vacancy in place of the one with its id. Its `version` is counted here, whatever it says."""
        row = self._connection.execute(_ONE_TO_CHANGE, {"which": vacancy.id}).one_or_none()
        if row is None:
            self._write(_ADD, replace(vacancy, version=1))
            return Change.ADDED
        held = opened(row, self._seal)
        new = replace(vacancy, version=held.version)
        if new == held:
            return Change.UNCHANGED
        self._write(_KEEP, replace(new, version=held.version + differs_in_what_matters(held, new)))
        return Change.CHANGED

    def one(self, vacancy_id: str) -> Vacancy | None:
        """Give a vacancy, whatever its standing."""
        row = self._connection.execute(_ONE, {"which": vacancy_id}).one_or_none()
        return opened(row, self._seal) if row else None

    def many(self, ids: Iterable[str]) -> list[Vacancy]:
        """Give those that are still there, in the order of `ids`."""
        asked = list(ids)
        found: dict[str, Vacancy] = {}
        for start in range(0, len(asked), _AT_ONCE):
            for row in self._connection.execute(_MANY, {"which": asked[start : start + _AT_ONCE]}):
                found[row.id] = opened(row, self._seal)
        return [found[one] for one in asked if one in found]

    def versions(self, ids: Iterable[str]) -> dict[str, int]:
        """Give the version that each of these has now; nothing for those that are gone."""
        asked = list(ids)
        found: dict[str, int] = {}
        for start in range(0, len(asked), _AT_ONCE):
            rows = self._connection.execute(_VERSIONS, {"which": asked[start : start + _AT_ONCE]})
            found |= {row.id: row.version for row in rows}
        return found

    def of_employer(self, person_id: str) -> list[Vacancy]:
        """Give all that somebody placed, by title."""
        rows = self._connection.execute(_OF_EMPLOYER, {"person": person_id})
        return sorted((opened(row, self._seal) for row in rows), key=lambda one: (one.title.casefold(), one.id))

    def not_closed_of(self, source: str) -> list[str]:
        """Give the ids of what a source brought and that is not closed."""
        return list(self._connection.execute(_OF_SOURCE, {"source": source}).scalars())

    def set_standing(self, vacancy_id: str, standing: Standing) -> None:
        """Open, pause or close a vacancy; nothing where there is none."""
        row = self._connection.execute(_SET, {"which": vacancy_id, "to": standing.value}).one_or_none()
        if row:
            self._tell_index(opened(row, self._seal))

    def expire(self, today: date) -> list[str]:
        """Close those whose last day is before `today`; give their ids."""
        ids = list(self._connection.execute(_EXPIRE, {"today": today}).scalars())
        for each in ids:
            if self._index:
                self._index.drop_vacancy(each)
        return ids

    def unannounced(self) -> Vacancy | None:
        """Give one that is open, and of which the people it fits do not know yet, or not as it is now."""
        row = self._connection.execute(_UNANNOUNCED).first()
        return opened(row, self._seal) if row else None

    def announced(self, told: Vacancy) -> None:
        """Note that the people a vacancy fits were told of it as it is."""
        self._connection.execute(_ANNOUNCED, {"which": told.id, "told": told.version})

    def every_open(self) -> Iterator[Vacancy]:
        """Give all that people can get, one by one."""
        for row in self._connection.execute(_EVERY_OPEN):
            yield opened(row, self._seal)

    def open_count(self) -> int:
        """Count those that people can get."""
        return self._connection.execute(_OPEN).scalar_one()

    def _write(self, statement: Any, vacancy: Vacancy) -> None:
        body = {name: value for name, value in vacancy_json(vacancy).items() if name not in _CLEAR}
        row = {
            "standing": vacancy.standing.value,
            "until": date.fromisoformat(vacancy.until) if vacancy.until else None,
            "version": vacancy.version,
            "body_sealed": self._seal.seal(body),
        }
        if statement is _ADD:
            owned = {"person_id": vacancy.employer_id, "source": vacancy.source, "reference": vacancy.reference}
            row |= {"id": vacancy.id, **owned}
        else:
            row["which"] = vacancy.id
        self._connection.execute(statement, row)
        self._tell_index(vacancy)

    def _tell_index(self, vacancy: Vacancy) -> None:
        """Let the index follow: the one place where a vacancy comes into what is matched, or leaves it."""
        if self._index is None:
            return
        if vacancy.standing is Standing.OPEN:
            self._index.put_vacancy(vacancy)
        else:
            self._index.drop_vacancy(vacancy.id)


def opened(row: Row[Any], seal: Seal) -> Vacancy:
    """Give the vacancy of a row."""
    return vacancy_of(
        {
            **seal.open(row.body_sealed),
            "id": row.id,
            "employer_id": row.person_id,
            "source": row.source,
            "reference": row.reference,
            "standing": row.standing,
            "until": row.until and row.until.isoformat(),
            "version": row.version,
        }
    )
