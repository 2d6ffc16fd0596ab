"""The migrations make the tables that the code expects, and take them away again."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from storage.migrate import MIGRATIONS, migrate, migrate_apart, newest
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError
from storage.tables import WHERE, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from postgres import Server
    from sqlalchemy import Engine

SEAL = Seal(bytes(KEY_BYTES))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    store = Store(empty_url, SEAL)
    yield store.engine
    store.close()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_migrating_makes_exactly_the_model(empty: Engine) -> None:
    assert migrate(empty)
    assert tables(empty) == set(metadata.tables)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def conditions(engine: Engine) -> dict[str, str]:
    """Give the condition of each index of some rows alone; PostgreSQL adds brackets and types."""
    found = [index for held in inspect(engine).get_multi_indexes().values() for index in held]
    wheres = {index["name"]: index.get("dialect_options", {}).get(f"{engine.name}_where") for index in found}
    return {
        name: re.sub(r"[()]|::text", "", str(where)).lower()
        for name, where in wheres.items()
        if name and where is not None
    }


def test_an_index_of_some_rows_is_of_those_that_the_model_says(empty: Engine) -> None:
    migrate(empty)
    indexes = [index for table in metadata.tables.values() for index in table.indexes]
    model = {index.name: index.info[WHERE] for index in indexes if WHERE in index.info}
    assert conditions(empty) == model


def test_migrating_apart_is_migrating(empty: Engine) -> None:
    assert migrate_apart(empty)
    assert tables(empty) == set(metadata.tables)
    assert not migrate_apart(empty)


def test_a_second_start_has_nothing_to_do(empty: Engine) -> None:
    assert migrate(empty)
    assert not migrate(empty)


def test_what_goes_up_comes_down_and_goes_up_again(empty: Engine) -> None:
    migrate(empty)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with empty.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert tables(empty) == set()
    assert migrate(empty)
    assert tables(empty) == set(metadata.tables)


def test_two_processes_that_start_at_once_migrate_once(empty_url: str) -> None:
    stores = [Store(empty_url, SEAL) for _process in range(3)]
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda store: migrate_apart(store.engine), stores))
    assert tables(stores[0].engine) == set(metadata.tables)
    for store in stores:
        assert not migrate(store.engine)
        store.close()


def test_every_revision_is_numbered_and_the_newest_is_the_last() -> None:
    files = sorted(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("*.py"))
    assert files == [f"{number:04}" for number in range(1, len(files) + 1)]
    assert newest() == files[-1]


def test_a_database_of_a_newer_version_is_left_alone_and_says_so(empty: Engine) -> None:
    migrate(empty)
    with empty.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError, match=r"Deze database is van een nieuwere versie\."):
        migrate(empty)
    assert tables(empty) == set(metadata.tables)


@pytest.mark.parametrize("migrating", [migrate, migrate_apart])
def test_a_database_that_is_not_there_says_so_when_it_is_migrated(
    migrating: Callable[[Engine], bool], tmp_path: Path
) -> None:
    store = Store(f"sqlite:///{tmp_path / 'nowhere' / 'file.db'}", SEAL)
    with pytest.raises(StoreError, match="De database doet het niet"):
        migrating(store.engine)
    store.close()
