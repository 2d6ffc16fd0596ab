"""Which events were taken already."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete

from storage.once import add_once
from storage.tables import event

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Insert

    from storage.sealing import Seal

_DROP = delete(event).where(event.c.id_hash == bindparam("hash"))
_FORGET = delete(event).where(event.c.at < bindparam("before"))


@cache
def _add(dialect: str) -> Insert:
    return add_once(event, dialect).returning(event.c.id_hash)


class Events:
    """The ids of events, as keyed hashes: a channel's id can hold whose conversation it was."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def add(self, event_id: str, person_id: str, at: datetime) -> bool:
        """Take an event; False when it was taken before."""
        statement = _add(self._connection.dialect.name)
        row = {"id_hash": self._seal.lookup("event", event_id), "person_id": person_id, "at": at}
        return self._connection.execute(statement, row).first() is not None

    def drop(self, event_id: str) -> None:
        """Let an event that changed nothing be taken once more."""
        self._connection.execute(_DROP, {"hash": self._seal.lookup("event", event_id)})

    def forget(self, before: datetime) -> int:
        """Forget ids that no channel brings again; give how many."""
        return self._connection.execute(_FORGET, {"before": before}).rowcount
