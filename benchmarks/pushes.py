"""Pushes to many people through a Bot API server that keeps Telegram's limits, while one person chats.

The product runs in a process of its own; the server (the fake one of the tests, limits and all) in this one. It tells
which part of the rate that the limits allow was reached, how many messages were refused (429), and how long somebody
who chats waits for an answer meanwhile, against the same when nothing else is sent.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from measure import disk_folder

from bot.app import open_store
from bot.config import Settings
from bot.domain.event import Address, Channel
from bot.domain.invitation import Invitation
from bot.domain.message import message
from bot.domain.person import Person, Role
from bot.domain.quiet import is_awake
from bot.inviting import invite
from bot.text import verbatim
from fake_telegram import TOKEN, serve
from storage.outbox import CHAT, Spoken

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from measure import Figures

    from fake_telegram import Person as Phone
    from fake_telegram import Server
    from storage.store import Store
    from storage.unit import Unit

ALLOWED = 30
"""Messages a second that Telegram lets a bot send (Bot FAQ)."""
OK, TOO_MANY = 200, 429
IDLE_ANSWERS = 20
TALKS_EVERY = 3.0
"""Seconds between two things that the one person says: a chat gets no more than one message a second."""
CHATTER = 7
FIRST = 1000
WORDS = ("hallo", "wie ziet dit?", "moet dit?", "waarom?")


async def measured(pushes: int) -> Figures:
    """Send so many pushes; give the figures."""
    with disk_folder() as folder:
        async with serve() as server:
            settings = Settings.from_environment(_environ(folder, server))
            store = open_store(settings)
            now = datetime.now(UTC)
            token = invite(store, Invitation(Role.JOBSEEKER, now + timedelta(days=1)), now).token
            process = await asyncio.to_thread(_start, folder, server)
            try:
                phone = server.person(CHATTER, "Fatima")
                await _answered(phone, phone.opens(token))
                await asyncio.sleep(TALKS_EVERY + 2)
                idle = [await _said(phone, number) for number in range(IDLE_ANSWERS)]
                return await _pushed(server, store, phone, pushes, statistics.median(idle))
            finally:
                process.terminate()
                await asyncio.to_thread(process.wait)
                store.close()


async def _pushed(server: Server, store: Store, phone: Phone, pushes: int, idle: float) -> Figures:
    for number in range(pushes):
        server.person(FIRST + number)
    await asyncio.to_thread(_fill, store, pushes)
    before, begun = len(server.calls), time.monotonic()
    meanwhile: list[float] = []
    while _sent(server, before) < pushes:
        meanwhile.append(await _said(phone, len(meanwhile)))
        print(f"\r{_sent(server, before)} of {pushes} pushes sent", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    _tell_refused(server, begun)
    calls = [call for call in server.calls[before:] if call.method == "sendMessage"]
    moments = [call.at for call in calls if call.status == OK]
    took = max(moments) - begun
    return {
        "% of the allowed rate": 100 * len(moments) / took / ALLOWED,
        "refused (429)": float(sum(call.status == TOO_MANY for call in server.calls)),
        "ms, answer when idle": idle * 1000,
        "ms, answer meanwhile": statistics.median(meanwhile) * 1000,
    }


def _tell_refused(server: Server, begun: float) -> None:
    """Print when which chat was refused what, and what the server took in the second before."""
    for call in server.calls:
        if call.status != TOO_MANY:
            continue
        chat = call.values.get("chat_id")
        before = [held for held in server.calls if held.status == OK and call.at - 1 < held.at <= call.at]
        sent = [held for held in before if held.method.startswith("send")]
        same = [f"{held.at - call.at:.4f}" for held in sent if held.values["chat_id"] == chat]
        print(
            f"429 at {call.at - begun:.4f} s: {call.method} to chat {chat};"
            f" in the second before {len(sent)} messages, to this chat at {same}",
            file=sys.stderr,
        )


def _sent(server: Server, since: int) -> int:
    return sum(call.method == "sendMessage" and call.values["chat_id"] != CHATTER for call in server.calls[since:])


async def _said(phone: Phone, number: int) -> float:
    """Say something after a pause; give the seconds until the first words of the answer."""
    await asyncio.sleep(TALKS_EVERY)
    return await _answered(phone, phone.says(WORDS[number % len(WORDS)]))


async def _answered(phone: Phone, doing: Awaitable[object]) -> float:
    """Do something, and give the seconds until the bot begins to answer."""
    phone.unheard()
    begun = time.monotonic()
    await doing
    await phone.hears(timeout=60)
    return time.monotonic() - begun


def _start(folder: str, server: Server) -> subprocess.Popen[bytes]:
    """Start the product."""
    environ = {**os.environ, **_environ(folder, server)}
    command = [sys.executable, "-m", "bot", "run"]
    return subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent)


def _environ(folder: str, server: Server) -> dict[str, str]:
    return {
        "HALLOWERK_DATA_DIR": folder,
        "HALLOWERK_PORT": str(_free_port()),
        "HALLOWERK_DEMO": "0",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": server.url,
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _fill(store: Store, pushes: int) -> None:
    """Let a push wait for each of so many people."""

    def work(unit: Unit) -> None:
        now = datetime.now(UTC)
        for number in range(pushes):
            who = Person(f"{number:032x}")
            unit.people.add(who, now.date())
            at = unit.people.add_address(who.id, Address(Channel.TELEGRAM, str(FIRST + number)))
            unit.conversations.start(who.id, {}, now)
            spoken = [Spoken(CHAT, message(verbatim("Ik heb een baan voor je.")), is_push=True)]
            unit.outbox.add(who.id, at, Channel.TELEGRAM, spoken, at=now)

    store.write(work)


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pushes", type=int, default=10_000, help="how many people get a push (10,000 takes 6 minutes)"
    )
    options = parser.parse_args()
    if not is_awake(datetime.now(UTC)):
        print("At night the product sends no pushes: run this between 8:00 and 21:00 in the Netherlands.")
        return
    for name, figure in asyncio.run(measured(options.pushes)).items():
        print(f"{name:24} {figure:8.1f}")


if __name__ == "__main__":
    main()
