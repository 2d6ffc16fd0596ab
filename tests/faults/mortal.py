"""A process that can be killed at any instant: reads jobs, and does each in a child of its own.

    talk URL FOLDER      takes the events of everybody who still has something to say
    send URL FOLDER      sends what waits in the outbox
    round URL FOLDER     announces what is new, and takes what is due

Everything is loaded before the first job, so that a child is at work as soon as it lives. The arguments are a database
and a folder to warm up with.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from made import NOW
from talk import PROFILE_TALK, talk, turns_on

from bot.delivery.gate import Gate
from bot.delivery.outcome import Delivered
from bot.delivery.pacing import Pace
from bot.delivery.sender import Sender
from bot.rounds import Rounds
from storage.election import Election
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from bot.delivery.gate import Turn
    from bot.domain.event import Event
    from bot.turns import Turns
    from storage.outbox import Outgoing

QUICK = Pace(gap=0.0002, chat_gap=0.0004, window=0.0)


def record(file: Path, line: str) -> None:
    """Append a line, in one write: it is there or it is not, also when we are killed right after."""
    with file.open("ab", buffering=0) as held:
        held.write(f"{line}\n".encode())


def recorded(file: Path) -> list[str]:
    """Give the lines of a file."""
    return file.read_text().splitlines() if file.exists() else []


async def talk_on(turns: Turns, events: list[Event], acknowledged: Path) -> None:
    """Deliver one person's events in order, from the last acknowledged one on, as a channel does."""
    for event in events[max(0, len(recorded(acknowledged)) - 1) :]:
        await turns.take(event)
        if event.id not in recorded(acknowledged):
            record(acknowledged, event.id)


async def talk_all(store: Store, folder: Path) -> None:
    """Let everybody talk at the same time."""
    turns = turns_on(store)
    tokens: dict[str, str] = json.loads((folder / "tokens.json").read_text())
    async with asyncio.TaskGroup() as group:
        for who, token in tokens.items():
            group.create_task(talk_on(turns, talk(who, token, PROFILE_TALK), folder / who))
    turns.close()


class Line:
    """A channel that writes down what it got."""

    def __init__(self, file: Path) -> None:
        self._file = file

    async def send(self, outgoing: Outgoing, _turn: Turn) -> Delivered:
        """Take a message."""
        await asyncio.sleep(0)
        record(self._file, f"{outgoing.address_id} {outgoing.message.text[0].params[0][1]}")
        return Delivered("1")


async def send_all(store: Store, folder: Path) -> None:
    """Send until nothing waits."""
    turns = turns_on(store)
    sender = Sender(turns, Line(folder / "sent"), Election(store), Gate(QUICK), lambda: datetime.now(UTC))
    job = asyncio.create_task(sender.run())
    while await asyncio.to_thread(store.read, lambda unit: unit.outbox.counted()):  # noqa: ASYNC110 - only the rows tell
        await asyncio.sleep(0.005)
    job.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await job
    turns.close()


async def round_all(store: Store, _folder: Path) -> None:
    """Let happen all that is due at noon."""
    turns = turns_on(store)
    rounds = Rounds(turns, lambda: NOW)
    while await rounds.once():
        pass
    turns.close()


JOBS = {"talk": talk_all, "send": send_all, "round": round_all}


def child(job: str, url: str, folder: str) -> None:
    """Do a job."""
    store = Store(url, Seal(bytes(KEY_BYTES)))
    asyncio.run(JOBS[job](store, Path(folder)))
    store.close()


def main(warm_up: str, folder: str) -> None:
    """Do one job ourselves, which loads everything; then tell each child's process id, and how it ended."""
    child("talk", warm_up, folder)
    print("ready", flush=True)  # noqa: T201 - the test reads this
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(*line.split())
            os._exit(0)
        print(pid, flush=True)  # noqa: T201 - the test reads this
        _pid, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the test reads this


if __name__ == "__main__":
    main(*sys.argv[1:])
