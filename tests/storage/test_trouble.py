"""A database that is locked, full or gone: nothing is half done, and no error or log says what was said."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import traceback
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from made import NOW, SECRETS, a_full_life, a_person, row_counts
from postgres import serving
from sqlalchemy import insert, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.domain.opening import AMSTERDAM
from storage.migrate import migrate
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError, StoreFault, no_words
from storage.tables import Moment
from storage.tables import event as event_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Dialect

    from bot.errors import HalloWerkError
    from storage.unit import Unit

SEAL = Seal(bytes(KEY_BYTES))
MANY = 200
DIALECTS = [make_url(url).get_dialect()() for url in ("sqlite://", "postgresql+psycopg://")]


@pytest.fixture
def hasty(database_url: str) -> Iterator[Store]:
    """Open a store that waits for nobody."""
    store = Store(database_url, SEAL, busy_seconds=0.05)
    yield store
    store.close()


@pytest.fixture(autouse=True)
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Log all there is to log, and find nothing personal in it."""
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool", "storage", "bot"):
        caplog.set_level(logging.DEBUG, name)
    yield caplog
    written = caplog.text + "".join(str(record.args) for record in caplog.records)
    assert [word for word in SECRETS if word in written] == []


def refused(store: Store, kind: str) -> None:
    """Try to write what somebody said; it fails with this kind of error, and quotes nothing."""
    with pytest.raises(StoreError, match=rf"De database doet het niet: ({kind})\. Kijk naar de schijf") as raised:
        store.write(a_full_life)
    tells_nothing(raised.value)


def tells_nothing(error: HalloWerkError) -> None:
    told = "".join(traceback.format_exception(error)) + repr(error) + str(error.args)
    assert [word for word in SECRETS if word in told] == []


def test_the_log_has_something_to_check(store: Store, logged: pytest.LogCaptureFixture) -> None:
    store.write(a_full_life)
    assert "INSERT INTO message" in logged.text


def test_a_lock_is_an_error_and_later_it_works(hasty: Store, database_url: str) -> None:
    before = hasty.read(row_counts)
    other = Store(database_url, SEAL)
    with other.engine.connect() as connection:
        if hasty.is_sqlite:
            connection.execute(text("select 1"))  # begins, and so locks
        else:
            connection.execute(text("lock table message in access exclusive mode"))
        refused(hasty, "OperationalError SQLITE_BUSY" if hasty.is_sqlite else "LockNotAvailable 55P03")
        connection.rollback()
    other.close()
    assert hasty.read(row_counts) == before
    assert hasty.write(a_full_life).id


def test_a_lock_from_the_start_on_is_an_error_too(sqlite_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "hallowerk.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        store = Store(sqlite_url, SEAL, busy_seconds=0.05)
        refused(store, "OperationalError SQLITE_BUSY")
        for work in (lambda: store.read(row_counts), store.tidy, store.ping):
            with pytest.raises(StoreError):
                work()
        other.execute("COMMIT")
    assert store.write(a_full_life).id
    store.close()


def test_a_full_disk_leaves_nothing_half_done(sqlite_url: str) -> None:
    store = Store(sqlite_url, SEAL)
    pages = store.read(lambda unit: int(unit.connection.execute(text("PRAGMA page_count")).scalar_one()))

    def until_full(unit: Unit) -> None:
        unit.connection.execute(text(f"PRAGMA max_page_count={pages + 4}"))
        for _person in range(MANY):
            a_full_person(unit)

    before = store.read(row_counts)
    with pytest.raises(StoreError, match="OperationalError SQLITE_FULL"):
        store.write(until_full)
    assert store.read(row_counts) == before
    store.close()
    roomy = Store(sqlite_url, SEAL)
    assert roomy.write(a_full_life).id
    assert roomy.read(lambda unit: unit.connection.execute(text("PRAGMA integrity_check")).scalar_one()) == "ok"
    roomy.close()


def a_full_person(unit: Unit) -> None:
    who = a_person(unit)
    unit.conversations.keep(who.id, {"answers": {"said": SECRETS[0] * 10}}, NOW)


def test_a_folder_that_is_gone(sqlite_url: str, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    store = Store(sqlite_url, SEAL)
    refused(store, "OperationalError SQLITE_CANTOPEN")
    store.close()


def test_a_file_that_is_no_database(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "hallowerk.db").write_bytes(b"no database" * 1000)
    store = Store(sqlite_url, SEAL)
    refused(store, "DatabaseError SQLITE_NOTADB")
    store.close()


def test_a_database_that_may_only_be_read(sqlite_url: str, tmp_path: Path) -> None:
    store = Store(f"{sqlite_url.replace('sqlite:///', 'sqlite:///file:')}?mode=ro&uri=true", SEAL)
    refused(store, "OperationalError SQLITE_READONLY")
    assert store.read(row_counts)["person"] == 0
    store.close()
    assert (tmp_path / "hallowerk.db").exists()


def again(unit: Unit) -> None:
    """Add somebody twice at one address, with words of theirs in the statement."""
    for _time in range(2):
        a_person(unit, SECRETS[1])


def without_a_table(unit: Unit) -> None:
    unit.connection.execute(text("select :said from nothing"), {"said": SECRETS[0]})


def naive(unit: Unit) -> None:
    who = a_person(unit)
    row = {"id_hash": b"1", "person_id": who.id, "at": NOW.replace(tzinfo=None)}
    unit.connection.execute(insert(event_table), row)


@pytest.mark.parametrize("work", [again, without_a_table, naive])
def test_a_mistake_of_ours_is_no_trouble_of_the_database(store: Store, work: Callable[[Unit], None]) -> None:
    before = store.read(row_counts)
    kinds: dict[Callable[[Unit], None], str] = {
        again: "IntegrityError SQLITE_CONSTRAINT_UNIQUE" if store.is_sqlite else "UniqueViolation 23505",
        without_a_table: "OperationalError SQLITE_ERROR" if store.is_sqlite else "UndefinedTable 42P01",
        naive: "ValueError",
    }
    with pytest.raises(StoreFault, match=rf"De database weigert dit: {kinds[work]}\.") as raised:
        store.write(work)
    assert not isinstance(raised.value, StoreError)
    tells_nothing(raised.value)
    assert store.read(row_counts) == before
    store.ping()


def test_a_pool_without_a_free_connection_is_trouble() -> None:
    with pytest.raises(StoreError, match="TimeoutError"), no_words():
        raise PoolTimeoutError(SECRETS[0])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_moment_has_a_zone(dialect: Dialect) -> None:
    moment, at = Moment(), NOW.astimezone(AMSTERDAM)
    with pytest.raises(ValueError, match="without a zone"):
        moment.process_bind_param(NOW.replace(tzinfo=None), dialect)
    assert moment.process_result_value(moment.process_bind_param(at, dialect), dialect) == NOW
    assert moment.process_bind_param(None, dialect) is None


def test_a_server_that_stops_and_comes_back() -> None:
    with serving() as server:
        store = Store(server.url(server.create()), SEAL)
        migrate(store.engine)
        first = store.write(a_person)
        server.stop()
        refused(store, "OperationalError|AdminShutdown 57P01")
        with pytest.raises(StoreError):
            store.ping()
        server.start()
        store.ping()
        assert store.read(lambda unit: unit.people.speaker(first.at))
        assert store.write(a_full_life).id
        store.close()


def test_a_connection_that_is_lost_at_the_commit(postgres_url: str) -> None:
    store, other = Store(postgres_url, SEAL), Store(postgres_url, SEAL)
    before = store.read(row_counts)

    def cut(unit: Unit) -> None:
        a_full_life(unit)
        backend = unit.connection.execute(text("select pg_backend_pid()")).scalar_one()
        other.write(
            lambda one: one.connection.execute(text("select pg_terminate_backend(:one, 5000)"), {"one": backend})
        )

    with pytest.raises(StoreError):
        store.write(cut)
    assert store.read(row_counts) == before
    assert store.write(a_full_life).id
    for opened in (store, other):
        opened.close()
