"""What many tests share: databases, on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from postgres import Server, binaries, serving

from storage.migrate import migrate
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

SEAL = Seal(bytes(KEY_BYTES))

# how long one example takes says something about the machine, and nothing about what is tested
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Serve PostgreSQL, one server a worker, from its first use on."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed here (Debian: apt install postgresql)")
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Server) -> str:
    name = postgres.create()
    _migrate(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "hallowerk.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session", autouse=True)
def _quick_houses(migrated_sqlite: Path) -> Iterator[None]:
    """Let each house begin with a copy of one migrated database, which is what it would make anew each time."""

    def copy(engine: Engine) -> None:
        assert engine.url.database
        shutil.copy(migrated_sqlite, engine.url.database)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.replay.house.migrate", copy)
        yield


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    file = tmp_path / "hallowerk.db"
    shutil.copy(migrated_sqlite, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgres_url(postgres: Server, migrated_postgres: str) -> Iterator[str]:
    name = postgres.create(migrated_postgres)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the address of a fresh, migrated database, once of each kind."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Open a fresh, migrated database, once of each kind."""
    opened = Store(database_url, SEAL)
    yield opened
    opened.close()


def _migrate(url: str) -> None:
    store = Store(url, SEAL)
    migrate(store.engine)
    store.close()
