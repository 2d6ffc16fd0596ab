"""The database: one way in to write, one to read, each a function in one transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool

from bot.errors import HalloWerkError
from bot.text import _
from storage.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

    from storage.sealing import Seal

T = TypeVar("T")

WRITERS_ON_POSTGRESQL = 8
BUSY_SECONDS = 5.0
"""How long to wait for a lock of another process before saying that it does not work now."""

_AWAY_ON_SQLITE = frozenset(
    "AUTH BUSY CANTOPEN CORRUPT FULL INTERRUPT IOERR LOCKED NOMEM NOTADB PERM PROTOCOL READONLY".split()
)
"""Result codes of SQLite (sqlite.org/rescode.html) that are about the file or its disk, not about what was asked."""

_READ_ONLY = "25006"
"""PostgreSQL's state of a server that only follows another for now (appendix A, read_only_sql_transaction)."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "cache_size=-500")
"""Each connection has its cache: 500 kB, not SQLite's 2 MB. What is not there, the system has in its own."""
_EMPTY_THE_WAL = text("PRAGMA wal_checkpoint(TRUNCATE)")
_PING = {True: text("PRAGMA schema_version"), False: text("select 1")}  # SQLite answers "select 1" without its file


class StoreError(HalloWerkError):
    """The database is locked, full or gone. What was being done did not happen; it can be done again."""


class StoreFault(HalloWerkError):  # noqa: N818 - told apart from `StoreError` at a glance
    """The database works, and refused what was asked: a mistake of ours, which asking again does not mend."""


@contextlib.contextmanager
def no_words() -> Iterator[None]:
    """Turn the database's errors into our own. Theirs can hold what somebody said, so only kind and code go on."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, StatementError) and error.orig else error
        code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
        kind = " ".join(filter(None, (type(cause).__name__, code)))
        if _is_away(error, cause, code):
            raise StoreError(
                _(
                    # staff: who runs the product reads this
                    "De database doet het niet: {kind}. Kijk naar de schijf, naar sloten en naar de server.",
                    kind=kind,
                )
            ) from None
        raise StoreFault(
            _(
                # staff: who runs the product reads this
                "De database weigert dit: {kind}. Dat is een fout in de chat. Meld het aan de makers.",
                kind=kind,
            )
        ) from None


def _is_away(error: Exception, cause: BaseException, code: str | None) -> bool:
    """Tell whether the database is in trouble; otherwise it is well, and what was asked of it is wrong."""
    if isinstance(cause, sqlite3.Error):
        return code is not None and code.split("_")[1] in _AWAY_ON_SQLITE
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or code == _READ_ONLY or isinstance(error, OperationalError | InterfaceError | PoolTimeoutError)


class Store:
    """A database with its seal. `writers`: how many threads may write at once; `busy_seconds`: see `BUSY_SECONDS`."""

    def __init__(self, url: str, seal: Seal, *, busy_seconds: float = BUSY_SECONDS) -> None:
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.engine = _sqlite(parsed, busy_seconds) if self.is_sqlite else _postgresql(parsed, busy_seconds)
        self.seal = seal
        self.writers = 1 if self.is_sqlite else WRITERS_ON_POSTGRESQL
        self._reading = self.engine.execution_options(sqlite_begin="BEGIN")

    def write(self, work: Callable[[Unit], T]) -> T:
        """Do all of `work` or nothing of it. Raises `StoreError` when the database cannot, else `StoreFault`."""
        return self._run(self.engine, work)

    def read(self, work: Callable[[Unit], T]) -> T:
        """Do `work`, which changes nothing, beside whoever writes. Raises `StoreError`, `StoreFault`."""
        return self._run(self._reading, work)

    def ping(self) -> None:
        """Ask the database for a sign of life. Raises `StoreError`."""
        self.read(lambda unit: unit.connection.execute(_PING[self.is_sqlite]).scalar_one())

    def check_key(self) -> None:
        """Raise `SealError` when the database was sealed with another key: everybody would be a stranger."""
        self.read(lambda unit: unit.people.try_key())

    def tidy(self) -> None:
        """Leave nothing of what was erased behind on the disk. Raises `StoreError`.

        SQLite overwrites erased rows with zeros (secure_delete), but first in the write-ahead log; this brings the
        zeros into the file and empties the log. It is done when nobody reads; else the next call does it. PostgreSQL
        cleans up by itself (autovacuum).
        """
        if self.is_sqlite:
            with no_words(), self.engine.connect().execution_options(sqlite_begin=None) as connection:
                connection.execute(_EMPTY_THE_WAL)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def _run(self, engine: Engine, work: Callable[[Unit], T]) -> T:
        with no_words(), engine.begin() as connection:
            return work(Unit(connection, self.seal))


def _postgresql(url: URL, busy_seconds: float) -> Engine:
    patience = {
        "connect_timeout": max(2, int(busy_seconds)),  # libpq takes whole seconds, at least 2
        "tcp_user_timeout": int(busy_seconds * 1000),  # a server that vanished is an error, not a silence
        "options": f"-c lock_timeout={int(busy_seconds * 1000)}",
    }
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=WRITERS_ON_POSTGRESQL + 4,
        connect_args=patience,
        hide_parameters=True,
    )


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        connect_args={"timeout": busy_seconds, "check_same_thread": False},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy begins; the driver must not begin by itself
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # a writer locks at once: one that first reads could find, halfway, that another was faster
        begin = connection.get_execution_options().get("sqlite_begin", "BEGIN IMMEDIATE")
        if begin:
            connection.connection.cursor().execute(begin)  # past SQLAlchemy's own machinery: it costs every turn

    return engine
