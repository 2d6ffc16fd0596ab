"""`hallowerk status`: whether all works; nothing that tells about a person."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.event import Address, Channel
from bot.domain.message import message
from bot.domain.person import Person, Role
from bot.text import verbatim
from commands.process import hallowerk, is_one_sentence
from storage.migrate import migrate
from storage.outbox import CHAT, Spoken
from storage.sealing import Seal, key_from
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.unit import Unit


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'hallowerk.db'}", Seal(key_from(None, tmp_path)))
    migrate(opened.engine)
    yield opened
    opened.close()


def let_wait(store: Store, name: str, ago: timedelta) -> tuple[int, int]:
    """Let a message wait for somebody on Telegram; give its number, and where it goes."""
    at = datetime.now(UTC) - ago

    def work(unit: Unit) -> tuple[int, int]:
        unit.people.add(Person(name, Role.JOBSEEKER, "nl"), at.date())
        address = unit.people.add_address(name, Address(Channel.TELEGRAM, name))
        unit.conversations.start(name, {}, at)
        unit.outbox.add(name, address, Channel.TELEGRAM, [Spoken(CHAT, message(verbatim("geheim")))], at=at)
        return next((seq, chat) for seq, chat, _push in unit.outbox.heads(datetime.now(UTC), 10) if chat == address)

    return store.write(work)


def test_before_the_first_start_it_makes_nothing(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "status")
    assert done.returncode == 1
    assert "Database: is er nog niet. Start de chat met: hallowerk run" in done.stdout
    assert not any(tmp_path.iterdir())


def test_all_is_well(tmp_path: Path, store: Store) -> None:
    assert store.is_sqlite
    done = hallowerk(tmp_path, "status")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Gemeente: Gemeente Voorbeeldstad",
        "Telegram: staat uit",
        "Database: werkt",
        "Tabellen: de nieuwste",
        "Berichten die nog wachten: 0",
        "Berichten die niet aankwamen: 0",
        "Dingen die vanzelf moeten gebeuren en niet lukken: 0",
    ]


def test_what_waits_and_how_long(tmp_path: Path, store: Store) -> None:
    let_wait(store, "fatima", timedelta(hours=3, minutes=10))
    _seq, away = let_wait(store, "bram", timedelta(days=9))
    store.write(lambda unit: unit.people.set_reachable(away, reachable=False))
    done = hallowerk(tmp_path, "status")
    assert done.returncode == 0
    assert "Berichten die nog wachten: 1\n  Het oudste wacht: 3 uur\n" in done.stdout


def test_dead_letters_by_their_kind(tmp_path: Path, store: Store) -> None:
    seq, _address = let_wait(store, "fatima", timedelta(minutes=5))
    store.write(lambda unit: unit.outbox.dead(seq, "BadRequest"))
    done = hallowerk(tmp_path, "status")
    assert done.returncode == 1
    assert "Berichten die niet aankwamen: 1\n  BadRequest: 1\n" in done.stdout
    assert "geheim" not in done.stdout
    assert "persoon" not in done.stdout.lower()


def test_tables_of_another_version(tmp_path: Path, store: Store) -> None:
    store.close()
    with sqlite3.connect(tmp_path / "hallowerk.db") as database:
        database.execute("update alembic_version set version_num = '0000'")
    database.close()
    done = hallowerk(tmp_path, "status")
    assert done.returncode == 1
    assert "Tabellen: niet de nieuwste." in done.stdout


def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "hallowerk.db").write_text("dit is geen database, maar wel een lang genoeg verhaal")
    assert is_one_sentence(hallowerk(tmp_path, "status"))


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    url = "postgresql://fatima:geheim@127.0.0.1:9/x"
    done = hallowerk(tmp_path, "status", HALLOWERK_DATABASE_URL=url)
    assert is_one_sentence(done)
    assert "geheim" not in done.stderr
