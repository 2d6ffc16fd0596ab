"""The election: of several processes on one database exactly one sends, and another takes over when it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from postgres import serving
from sqlalchemy import text

from storage.election import Election
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres import Server

SEAL = Seal(bytes(KEY_BYTES))
HOLDERS = text("select pid from pg_locks where locktype = 'advisory' and granted")
CUT = text("select pg_terminate_backend(:holder, 5000)")


@pytest.fixture
def stores(postgres_url: str) -> Iterator[tuple[Store, Store]]:
    """Open the same database as two processes do."""
    two = Store(postgres_url, SEAL), Store(postgres_url, SEAL)
    yield two
    for store in two:
        store.close()


def holders(store: Store) -> list[int]:
    return list(store.read(lambda unit: unit.connection.execute(HOLDERS).scalars().all()))


def cut(store: Store) -> None:
    (holder,) = holders(store)
    store.write(lambda unit: unit.connection.execute(CUT, {"holder": holder}))


def test_one_of_two_holds_and_keeps_it(stores: tuple[Store, Store]) -> None:
    first, second = map(Election, stores)
    assert [first.held(), second.held(), first.held(), second.held()] == [True, False, True, False]
    assert len(holders(stores[0])) == 1
    first.resign()


def test_who_resigns_makes_room(stores: tuple[Store, Store]) -> None:
    first, second = map(Election, stores)
    assert first.held()
    first.resign()
    assert second.held()
    assert not first.held()
    second.resign()
    second.resign()
    assert holders(stores[0]) == []


def test_a_cut_connection_gives_the_lock_to_the_other_and_the_first_notices(stores: tuple[Store, Store]) -> None:
    first, second = map(Election, stores)
    assert first.held()
    cut(stores[1])
    assert second.held()
    assert not first.held()
    assert not first.held()
    assert second.held()
    assert len(holders(stores[0])) == 1
    second.resign()
    assert first.held()
    first.resign()


def test_who_lost_the_connection_can_be_elected_again(stores: tuple[Store, Store]) -> None:
    (election, _other) = map(Election, stores)
    assert election.held()
    cut(stores[1])
    assert not election.held()
    assert election.held()
    election.resign()


def test_looking_does_not_use_connections_up(stores: tuple[Store, Store]) -> None:
    first, second = map(Election, stores)
    assert first.held()
    for _round in range(50):
        assert not second.held()
    assert stores[1].engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    first.resign()
    assert stores[0].engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_two_databases_of_one_server_each_have_a_sender(stores: tuple[Store, Store], postgres: Server) -> None:
    name = postgres.create()
    other = Store(postgres.url(name), SEAL)
    elections = Election(stores[0]), Election(other)
    assert all(election.held() for election in elections)
    for election in elections:
        election.resign()
    other.close()
    postgres.drop(name)


def test_no_server_no_sender() -> None:
    with serving() as server:
        store = Store(server.url(server.create()), SEAL)
        election = Election(store)
        assert election.held()
        server.stop()
        assert not election.held()
        assert not election.held()
        server.start()
        assert election.held()
        election.resign()
        store.close()


def test_the_one_process_on_sqlite_always_sends(sqlite_url: str) -> None:
    store = Store(sqlite_url, SEAL)
    election = Election(store)
    assert election.held()
    election.resign()
    assert election.held()
    store.close()
