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
from sqlalchemy import text

from storage.migrate import migrate
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.unit import Unit

SEAL = Seal(bytes(KEY_BYTES))
MANY = 200


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
    told = "".join(traceback.format_exception(raised.value))
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
        refused(hasty, "OperationalError" if hasty.is_sqlite else "LockNotAvailable")
        connection.rollback()
    other.close()
    assert hasty.read(row_counts) == before
    assert hasty.write(a_full_life).id


def test_a_lock_from_the_start_on_is_an_error_too(sqlite_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "hallowerk.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        store = Store(sqlite_url, SEAL, busy_seconds=0.05)
        refused(store, "OperationalError")
        with pytest.raises(StoreError):
            store.read(row_counts)
        with pytest.raises(StoreError):
            store.tidy()
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
    with pytest.raises(StoreError, match="OperationalError"):
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
    refused(store, "OperationalError")
    store.close()


def test_a_file_that_is_no_database(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "hallowerk.db").write_bytes(b"no database" * 1000)
    store = Store(sqlite_url, SEAL)
    refused(store, "DatabaseError")
    store.close()


def test_a_database_that_may_only_be_read(sqlite_url: str, tmp_path: Path) -> None:
    store = Store(f"{sqlite_url.replace('sqlite:///', 'sqlite:///file:')}?mode=ro&uri=true", SEAL)
    refused(store, "OperationalError")
    assert store.read(row_counts)["person"] == 0
    store.close()
    assert (tmp_path / "hallowerk.db").exists()


def test_a_server_that_stops_and_comes_back() -> None:
    with serving() as server:
        store = Store(server.url(server.create()), SEAL)
        migrate(store.engine)
        first = store.write(a_person)
        server.stop()
        refused(store, "OperationalError|AdminShutdown")
        with pytest.raises(StoreError):
            store.read(row_counts)
        server.start()
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
