"""What is due: events that were planned, by the clock or because of somebody else, until they are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from bot.domain.event import Due
from storage.once import add_once
from storage.tables import due

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.domain.effects import Plan
    from storage.sealing import Seal

MOST_TRIES = 10
"""After so many failures something that is due stays where it is; `hallowerk status` shows it."""

_LONGEST_WHY = 40

_RIPE = (
    select(due.c.id)
    .where(due.c.at <= bindparam("now"), due.c.tries < MOST_TRIES)
    .order_by(due.c.at, due.c.id)
    .limit(bindparam("most"))
)
_ONE = select(due).where(due.c.id == bindparam("number"))
_TAKE = delete(due).where(due.c.id == bindparam("number"))
_FAILED = (
    update(due)
    .where(due.c.id == bindparam("number"))
    .values(tries=due.c.tries + 1, at=bindparam("later"), error=bindparam("why"))
)
_STUCK = select(due.c.kind, due.c.error, func.count()).where(due.c.tries > 0).group_by(due.c.kind, due.c.error)
_NEXT = select(func.min(due.c.at)).where(due.c.tries < MOST_TRIES)


@dataclass(frozen=True, slots=True)
class Ripe:
    """Something that is due now: whose event it is, and what it is."""

    person_id: str
    what: Due


class Dues:
    """What is to be an event of somebody. Planned twice with `once`, it happens once."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def plan(self, planned: Plan, *, person_id: str, from_id: str | None, now: datetime) -> None:
        """Keep something until it is due; `from_id`: who caused it, None: the clock."""
        self._connection.execute(
            add_once(due, self._connection.dialect.name),
            {
                "person_id": person_id,
                "from_id": from_id,
                "kind": planned.kind,
                "body_sealed": self._seal.seal(planned.body),
                "at": planned.at or now,
                "once": planned.kind if planned.once else None,
            },
        )

    def plan_for(self, people: Iterable[str], planned: Plan, now: datetime) -> None:
        """Keep the same for many people, all of whom are here."""
        shared = {
            "from_id": None,
            "kind": planned.kind,
            "at": planned.at or now,
            "once": planned.kind if planned.once else None,
        }
        rows = [{**shared, "person_id": each, "body_sealed": self._seal.seal(planned.body)} for each in people]
        if rows:
            self._connection.execute(add_once(due, self._connection.dialect.name), rows)

    def ripe(self, now: datetime, most: int) -> Sequence[int]:
        """Give the numbers of what is due, the oldest first."""
        return self._connection.execute(_RIPE, {"now": now, "most": most}).scalars().all()

    def one(self, number: int) -> Ripe | None:
        """Give one; None when it was taken, or went with a person, since."""
        row = self._connection.execute(_ONE, {"number": number}).one_or_none()
        if row is None:
            return None
        return Ripe(row.person_id, Due(row.kind, self._seal.open(row.body_sealed), row.from_id))

    def take(self, number: int) -> bool:
        """Take one out; False when somebody else did already."""
        return self._connection.execute(_TAKE, {"number": number}).rowcount == 1

    def failed(self, number: int, later: datetime, why: str) -> None:
        """Try again later; `why` is a kind of error, never its text."""
        self._connection.execute(_FAILED, {"number": number, "later": later, "why": why[:_LONGEST_WHY]})

    def next_at(self) -> datetime | None:
        """Tell when the next one is due."""
        found: datetime | None = self._connection.execute(_NEXT).scalar_one()
        return found

    def stuck(self) -> dict[tuple[str, str | None], int]:
        """Count what failed, by kind and kind of error."""
        return {(kind, error): count for kind, error, count in self._connection.execute(_STUCK)}
