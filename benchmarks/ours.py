"""Ours: the whole profile dialog through real turns on SQLite (FULL), and the same rows with plain `sqlite3`.

`--round` prints one line of JSON: turns/s from the first event to the last commit, parsing included, start-up seconds
and memory. The plain rows are those that the turns really wrote: the same tables, indexes and bytes, read back and
written again, one transaction an update.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from measure import MEMORY, START, TURNS, disk_folder, report, resident_mb

from bot.app import Product, close, make
from bot.config import Settings
from bot.domain.event import Address, Channel, Event, Opened, Said, Tapped, What
from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.inviting import invite
from bot.nlu.engine import parse_sentence
from bot.taken import How

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.nlu.parse import Parse
    from bot.taken import Taken
    from storage.people import Speaker
    from storage.unit import Unit

STORY: tuple[What, ...] = (
    Tapped("join=yes"),
    Said("Fatima"),
    Said("schoonmaker"),
    Said("nee"),
    Said("3 jaar"),
    Said("24 uur"),
    Said("maandag tot en met vrijdag overdag"),
    Said("Utrecht"),
    Said("30 minuten met de fiets"),
    Said("een beetje"),
    Said("nee"),
    Said("nee"),
    Said("meteen"),
    Said("1 keer per dag"),
    Said("ja"),
)
"""The whole profile, from the yes to the clear yes at the end: one tap, the ten answers of the peers, three more."""


def people(product: Product, count: int, name: str = "person") -> list[Address]:
    """Invite people and let them open their links."""
    now = datetime.now(UTC)
    addresses = []
    for number in range(count):
        made = invite(product.store, Invitation(Role.JOBSEEKER, now + timedelta(days=1)), now)
        at = Address(Channel.WEB, f"{name}-{number}")
        product.turns.take_now(Event(f"open:{name}:{number}", at, Opened(made.token), now), None)
        addresses.append(at)
    return addresses


def take(product: Product, event: Event) -> Taken:
    """Take an event as the edge does, in this thread: parse, then the turn."""
    parse: Parse | None = None
    if isinstance(event.what, Said):
        parse = parse_sentence(event.what.text, event.at.date())
    return product.turns.take_now(event, parse)


def play(product: Product, addresses: list[Address]) -> float:
    """Let everybody tell their story, interleaved; give turns a second."""
    events = [
        Event(f"{step}:{at.key}", at, what, datetime.now(UTC)) for step, what in enumerate(STORY) for at in addresses
    ]
    begun = time.perf_counter()
    for event in events:
        if take(product, event).how is not How.TAKEN:
            raise AssertionError("a turn was not taken")
    rate = len(events) / (time.perf_counter() - begun)
    for at in (addresses[0], addresses[-1]):
        speaker = product.store.read(partial(_speaker, at=at))
        if speaker is None or not speaker.has_profile:
            raise AssertionError("a story did not end in a profile")
    return rate


def _speaker(unit: Unit, at: Address) -> Speaker | None:
    return unit.people.speaker(at)


PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def plain_rows(written: Path, fresh: Path) -> float:
    """Write what the turns wrote once more with plain `sqlite3`, event by event; give updates a second."""
    with closing(sqlite3.connect(written)) as source, closing(sqlite3.connect(fresh, isolation_level=None)) as target:
        source.row_factory = sqlite3.Row
        tables = source.execute("select sql from sqlite_master where sql is not null and name not like 'sqlite_%'")
        for pragma in PRAGMAS:
            target.execute(f"PRAGMA {pragma}")
        for (sql,) in tables.fetchall():
            target.execute(sql)
        for table in ("person", "address", "conversation"):
            target.execute("BEGIN")
            _insert(target, table, source.execute(f"select * from {table}").fetchall())  # noqa: S608 - our own tables
            target.execute("COMMIT")
        states = {row["person_id"]: row for row in source.execute("select * from conversation")}
        written_at: dict[tuple[str, str], dict[str, list[sqlite3.Row]]] = {}
        for table, moment in (("message", "at"), ("profile", "agreed_at")):
            for row in source.execute(f"select * from {table}"):  # noqa: S608 - as above
                written_at.setdefault((row["person_id"], row[moment]), {}).setdefault(table, []).append(row)
        events = source.execute("select * from event order by rowid").fetchall()
        begun = time.perf_counter()
        for event in events:
            state = states[event["person_id"]]
            target.execute("BEGIN IMMEDIATE")
            _insert(target, "event", [event])
            target.execute(
                "update conversation set state_sealed = ?, heard_at = ? where person_id = ?",
                (state["state_sealed"], event["at"], event["person_id"]),
            )
            for table, rows in written_at.get((event["person_id"], event["at"]), {}).items():
                _insert(target, table, rows)
            target.execute("COMMIT")
        rate = len(events) / (time.perf_counter() - begun)
        for table in ("event", "message", "profile"):
            counted = [base.execute(f"select count(*) from {table}").fetchone()[0] for base in (source, target)]  # noqa: S608
            if counted[0] != counted[1]:
                raise AssertionError("the plain rows are not those that the turns wrote")
        return rate


def _insert(target: sqlite3.Connection, table: str, rows: Sequence[sqlite3.Row]) -> None:
    marks = ",".join("?" * len(rows[0]))
    target.executemany(f"insert into {table} values ({marks})", rows)  # noqa: S608 - our own tables


def one_round(count: int, started: float) -> dict[str, float]:
    """Play one round on a fresh database."""
    with disk_folder() as folder:
        settings = Settings.from_environment({"HALLOWERK_DATA_DIR": folder, "HALLOWERK_DEMO": "0"})
        product = make(settings)
        try:
            addresses = people(product, 1, "first")
            asyncio.run(product.turns.take(Event("first", addresses[0], Said("hallo"), datetime.now(UTC))))
            ready = time.monotonic() - started
            rate = play(product, people(product, count)) if count else 0.0
        finally:
            close(product)
        memory = resident_mb()
        plain = plain_rows(Path(folder) / "hallowerk.db", Path(folder) / "plain.db")
    return {TURNS: rate, "same rows, raw sqlite3/s": plain, "ratio": rate / plain, START: ready, MEMORY: memory}


def main() -> None:
    """Print one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--round", action="store_true")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--started", type=float, default=time.monotonic())
    options = parser.parse_args()
    report(one_round(options.people, options.started))


if __name__ == "__main__":
    main()
