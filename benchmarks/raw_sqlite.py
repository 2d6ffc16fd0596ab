"""The limit: the same rows written with plain `sqlite3`, WAL, synchronous FULL, one transaction an update.

Run it for one line of JSON: `python benchmarks/raw_sqlite.py --state 600 --message 200`.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from measure import TURNS, disk_folder, report

if TYPE_CHECKING:
    from measure import Figures

TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE event (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE conversation (id INTEGER PRIMARY KEY, state BLOB NOT NULL);
    CREATE TABLE message (id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL, body BLOB NOT NULL);
"""


def one_round(updates: int = 2000, state: int = 600, message: int = 200, people: int = 100) -> Figures:
    """Return durable updates a second of one fresh database.

    An update is one transaction: an event's id, a conversation's new state (`state` bytes), two messages (`message`
    bytes each). The conversations of `people` are there before the clock starts.
    """
    with disk_folder() as folder, closing(sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)) as database:
        database.executescript(TABLES)
        everybody = [(person, os.urandom(state)) for person in range(people)]
        database.execute("BEGIN")
        database.executemany("INSERT INTO conversation (id, state) VALUES (?, ?)", everybody)
        database.execute("COMMIT")
        states = [os.urandom(state) for _ in range(64)]
        bodies = [os.urandom(message) for _ in range(64)]
        begun = time.perf_counter()
        for number in range(updates):
            _write(database, number, number % people, states[number % 64], bodies[number % 64])
        seconds = time.perf_counter() - begun
        _check(database, updates)
    return {TURNS: updates / seconds}


def _write(database: sqlite3.Connection, number: int, person: int, state: bytes, body: bytes) -> None:
    """Write one update and commit it."""
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO event (id) VALUES (?)", (f"tg:{number}",))
    database.execute("UPDATE conversation SET state = ? WHERE id = ?", (state, person))
    two = ((person, body), (person, body))
    database.executemany("INSERT INTO message (conversation_id, body) VALUES (?, ?)", two)
    database.execute("COMMIT")


def _check(database: sqlite3.Connection, updates: int) -> None:
    """Raise when a row is missing or the database was not as durable as it says."""
    rows = database.execute("SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM message)").fetchone()
    mode = database.execute("PRAGMA journal_mode").fetchone() + database.execute("PRAGMA synchronous").fetchone()
    if rows != (updates, 2 * updates) or mode != ("wal", 2):
        raise RuntimeError("the raw rows are not as expected")


def main() -> None:
    """Print one round's figure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--updates", type=int, default=2000)
    options.add_argument("--state", type=int, default=600, help="bytes of a conversation's state")
    options.add_argument("--message", type=int, default=200, help="bytes of a message")
    asked = options.parse_args()
    report(one_round(asked.updates, asked.state, asked.message))


if __name__ == "__main__":
    main()
