"""Killed at any instant: nothing is lost, and nothing happens twice (V13)."""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.mortal import recorded
from made import NOW, a_person
from sqlalchemy import text
from talk import PROFILE_TALK, Outcome, hashes, outcome_of, take, talk, token_for, turns_on

from bot.domain.event import Channel
from bot.domain.message import Message, message
from bot.domain.profile import Hours, Occupation, Place, profile_of
from bot.domain.vacancy import Vacancy
from bot.text import verbatim
from storage.outbox import CHAT, Spoken
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from made import Made

    from storage.unit import Unit

SEAL = Seal(bytes(KEY_BYTES))
PEOPLE = 60
CHATS, LETTERS = 8, 80
MOST_SECONDS = 0.12
MOST_ROUNDS = 400
LEAST_KILLS = 8
CLEANERS, JOBS_AT_ONCE = 80, 3
WORK = {"uri": "http://data.europa.eu/esco/occupation/cleaner", "label": "schoonmaker", "isco": "9112"}
CLEANERS_STATE: dict[str, Any] = {
    "answers": {
        "profile": {
            "wishes": [WORK],
            "hours": {"min": 20, "max": 32},
            "place": {"pc4": "3511", "name": "Utrecht"},
            "push": "now",
            "consent": True,
        }
    },
    "stack": ["home"],
}
CLEANING = Vacancy(
    id="0" * 32,
    employer="Zon",
    title="schoonmaker",
    occupation=Occupation(**WORK),
    place=Place("3511", "Utrecht"),
    hours=Hours(24, 24),
    source="test",
)


class Mortal:
    """The process that does jobs, seen from here."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self._read() == "ready"

    def do(self, job: str, seconds: float) -> bool:
        """Let a child do a job for at most so long; tell whether it had to be killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{job}\n")
        self._process.stdin.flush()
        child = int(self._read())
        ended, _writable, _failed = select.select([self._process.stdout], [], [], seconds)
        if not ended:
            with suppress(ProcessLookupError):  # it ended by itself, at this very moment
                os.kill(child, signal.SIGKILL)
        status = int(self._read())
        assert status in {0, -signal.SIGKILL}
        return status != 0

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def mortal(migrated: Path, folder: Path) -> Iterator[Mortal]:
    tests = Path(__file__).parent
    scratch = folder / "warm-up"
    scratch.mkdir()
    shutil.copy(migrated, scratch / "warm-up.db")
    url = f"sqlite:///{scratch / 'warm-up.db'}"
    with closing(Store(url, SEAL)) as store:
        (scratch / "tokens.json").write_text(json.dumps({"somebody": token_for(store)}))
    process = subprocess.Popen(
        [sys.executable, "-u", tests / "mortal.py", url, scratch],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=1,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tests.parent), str(tests.parent.parent)))},
    )
    with process:
        yield Mortal(process)


def kill_until_done(process: Mortal, job: str, check: Callable[[], None]) -> int:
    """Kill a job at random instants until it once comes to its end; check after each kill. Give the kills.

    The first instants are early ones, so that there are enough of them on a quick machine. The longer it takes, the
    later they are: on a busy machine it has to come to its end too.
    """
    instants = random.Random(2)  # noqa: S311 - the same instants in every run
    for kills in range(MOST_ROUNDS):
        early = min(1, (kills + 1) / (2 * LEAST_KILLS))
        killed = process.do(job, instants.uniform(0, MOST_SECONDS) * early * (1 + kills / 50))
        check()
        if not killed:
            return kills
    raise AssertionError("it never came to its end")


def whole(store: Store) -> bool:
    """Tell whether the database file is in order."""
    return store.read(lambda unit: unit.connection.execute(text("PRAGMA integrity_check")).scalars().all()) == ["ok"]


def after_each_event(url: str) -> list[Outcome | None]:
    """Give what has to stand in the database after none, one, two, ... events of the talk, when nothing goes wrong."""
    with closing(Store(url, SEAL)) as store, closing(turns_on(store)) as turns:
        events = talk("nobody", token_for(store), PROFILE_TALK)
        found = [outcome_of(store, events[0].address)]
        for event in events:
            take(turns, event)
            found.append(outcome_of(store, event.address))
    return found


def test_events_are_neither_lost_nor_doubled(sqlite_url: str, migrated_sqlite: Path, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "hallowerk.db", tmp_path / "replay.db")
    right = after_each_event(f"sqlite:///{tmp_path / 'replay.db'}")
    with closing(Store(sqlite_url, SEAL)) as store:
        tokens = {f"person{number}": token_for(store) for number in range(PEOPLE)}
    (tmp_path / "tokens.json").write_text(json.dumps(tokens))

    def check() -> None:
        with closing(Store(sqlite_url, SEAL)) as store:
            assert whole(store)
            for who, token in tokens.items():
                events = talk(who, token, PROFILE_TALK)
                ids = [event.id for event in events]
                acknowledged = recorded(tmp_path / who)
                held = outcome_of(store, talk(who, token, ())[0].address)
                taken = len(held.events) if held else 0
                assert acknowledged == ids[: len(acknowledged)]
                assert taken - len(acknowledged) in {0, 1}
                assert held is None or held.events == hashes(store, events[:taken])
                assert_same(held, right[taken])

    with mortal(migrated_sqlite, tmp_path) as process:
        kills = kill_until_done(process, f"talk {sqlite_url} {tmp_path}", check)
    assert kills >= LEAST_KILLS
    assert {len(recorded(tmp_path / who)) for who in tokens} == {len(PROFILE_TALK) + 1}


def assert_same(held: Outcome | None, right: Outcome | None) -> None:
    assert (held is None) == (right is None)
    if held and right:
        assert held.state == right.state
        assert held.messages == right.messages


def test_messages_are_sent_in_order_and_only_the_one_in_flight_comes_twice(
    sqlite_url: str, migrated_sqlite: Path, tmp_path: Path
) -> None:
    with closing(Store(sqlite_url, SEAL)) as store:
        chats = [store.write(a_person) for _chat in range(CHATS)]
        said = [(CHAT, message(verbatim(str(number)))) for number in range(LETTERS)]
        for who in chats:
            store.write(partial(put, who=who, said=said))
    rounds: list[list[str]] = []

    def check() -> None:
        sent = recorded(tmp_path / "sent")
        now = sent[sum(map(len, rounds)) :]
        again = [line for line, times in Counter(sent).items() if times > 1 and line in now]
        before = {line.split()[0]: line for line in sent[: len(sent) - len(now)]}
        assert all(before[line.split()[0]] == line for line in again)  # the last one before the kill, of each chat
        assert all(times == 1 for times in Counter(now).values())
        rounds.append(now)
        with closing(Store(sqlite_url, SEAL)) as store:
            assert whole(store)

    with mortal(migrated_sqlite, tmp_path) as process:
        kills = kill_until_done(process, f"send {sqlite_url} {tmp_path}", check)
    assert kills >= LEAST_KILLS
    for who in chats:
        got = [line.split()[1] for line in recorded(tmp_path / "sent") if line.startswith(f"{who.address_id} ")]
        assert [number for number, _times in groupby(got)] == [str(number) for number in range(LETTERS)]


def test_vacancies_that_come_in_reach_everybody_once(sqlite_url: str, migrated_sqlite: Path, tmp_path: Path) -> None:
    with closing(Store(sqlite_url, SEAL)) as store:
        people = [store.write(a_cleaner) for _person in range(CLEANERS)]
        for number in range(JOBS_AT_ONCE):
            made = replace(CLEANING, id=f"{number:032x}", reference=str(number))
            store.write(lambda unit, made=made: unit.vacancies.save(made))  # type: ignore[misc]

    def shown(store: Store) -> list[list[str]]:
        return [store.read(lambda unit, who=who: told(unit, who)) for who in people]  # type: ignore[misc]

    def check() -> None:
        with closing(Store(sqlite_url, SEAL)) as store:
            assert whole(store)
            assert all(len(heard) <= 1 for heard in shown(store))

    with mortal(migrated_sqlite, tmp_path) as process:
        kills = kill_until_done(process, f"round {sqlite_url} {tmp_path}", check)
    assert kills >= LEAST_KILLS
    with closing(Store(sqlite_url, SEAL)) as store:
        assert [len(heard) for heard in shown(store)] == [1] * CLEANERS
        assert store.read(lambda unit: unit.dues.ripe(NOW, 1)) == []


def a_cleaner(unit: Unit) -> Made:
    """Add somebody at rest who agreed to be matched as a cleaner, and wants to hear at once."""
    who = a_person(unit, channel=Channel.WEB)
    unit.conversations.keep(who.id, CLEANERS_STATE, NOW, who.address_id)
    unit.profiles.save(who.id, profile_of(CLEANERS_STATE["answers"]["profile"]), NOW)
    return who


def told(unit: Unit, who: Made) -> list[str]:
    return [str(each.body.text[0]) for each in unit.outbox.since(who.address_id, 0) if isinstance(each.body, Message)]


def put(unit: Unit, who: Made, said: list[tuple[str, Message]]) -> None:
    spoken = [Spoken(author, body) for author, body in said]
    unit.outbox.add(who.id, who.address_id, who.at.channel, spoken, at=NOW)
