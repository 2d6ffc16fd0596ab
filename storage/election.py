"""Which process sends: one at a time over a database, and another takes over when it dies."""

from __future__ import annotations

import contextlib
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.store import Store

_TRY = text("select pg_try_advisory_lock(hashtext('hallowerk sender'))")
_RESIGN = text("select pg_advisory_unlock_all()")
_ALIVE = text("select 1")


class Election:
    """Holds PostgreSQL's advisory lock on a connection of its own; a lock dies with its connection.

    On SQLite there is one process, and it always sends.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._connection: Connection | None = None
        self._asking = Lock()
        """Several jobs ask, each on a thread of its own; a connection is for one at a time."""

    def held(self) -> bool:
        """Tell whether this process sends; asked before every batch."""
        if self._store.is_sqlite:
            return True
        with self._asking:
            try:
                if self._connection is None:
                    self._connection = self._stand()
                else:
                    self._connection.execute(_ALIVE)
            except SQLAlchemyError:
                self._resign()
            return self._connection is not None

    def resign(self) -> None:
        """Let another process send."""
        with self._asking:
            self._resign()

    def _resign(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(SQLAlchemyError):
                self._connection.execute(_RESIGN)  # at once; the server notices a closed connection a little later
            _end(self._connection)
            self._connection = None

    def _stand(self) -> Connection | None:
        connection = self._store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            won = connection.execute(_TRY).scalar_one()
        except SQLAlchemyError:
            _end(connection)
            raise
        if won:
            return connection
        connection.close()
        return None


def _end(connection: Connection) -> None:
    """End the session itself, and the lock with it, rather than give it back to the pool."""
    connection.invalidate()
    connection.close()
