"""`hallowerk chat`: talk with the chat in a terminal, on a database that is gone afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import sys
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import Product, close, make
from bot.commands.telling import tell
from bot.config import Settings
from bot.domain.event import Address, Channel, Event, Opened, Said, Tapped, What
from bot.domain.invitation import Invitation
from bot.domain.message import Message
from bot.domain.person import Role
from bot.handlers.shown import words_of
from bot.inviting import invite
from bot.taken import How
from bot.text import _
from bot.translate import render

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping

HERE = Address(Channel.TERMINAL, "terminal")


def run(_options: Namespace, environ: Mapping[str, str]) -> int:
    """Talk until the end of the input."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        settings = dataclasses.replace(
            Settings.from_environment(environ),
            data_dir=Path(folder),
            database_url=f"sqlite:///{folder}/chat.db",
            key=None,
        )
        product = make(settings)
        try:
            _talk(product)
        finally:
            close(product)
    return 0


def _talk(product: Product) -> None:
    now = datetime.now(UTC)
    made = invite(product.store, Invitation(Role.JOBSEEKER, now + timedelta(hours=1)), now)
    tell(_("Schrijf wat je wilt, of het cijfer van een knop. Stoppen: Ctrl+D."))
    with asyncio.Runner() as runner, _engine(product, runner):  # typing is waited for outside: Ctrl+C ends that too
        seen, buttons = runner.run(_turn(product, Opened(made.token), 0))
        while buttons is not None:
            print("\n> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line:
                print()
                return
            words = line.rstrip("\n")
            number = int(words) - 1 if words.isdecimal() and len(words) == 1 else -1
            what: What = Tapped(buttons[number]) if 0 <= number < len(buttons) else Said(words)
            seen, buttons = runner.run(_turn(product, what, seen))


@contextlib.contextmanager
def _engine(product: Product, runner: asyncio.Runner) -> Iterator[None]:
    """Let go of the engine's connections at the end, in the loop that they belong to."""
    try:
        yield
    finally:
        runner.run(product.turns.world.engine.aclose())


async def _turn(product: Product, what: What, seen: int) -> tuple[int, list[str] | None]:
    """Take a turn and print what is said; give the last number, and the values of the buttons (None: all is over)."""
    taken = await product.turns.take(Event(str(uuid.uuid4()), HERE, what, datetime.now(UTC)))
    for direct in taken.direct:
        _print(direct, taken.language)
    if taken.how is not How.TAKEN or taken.address_id is None:
        return seen, None
    at = taken.address_id
    shown = product.store.read(lambda unit: unit.outbox.since(at, seen))
    for held in shown:
        _print(held.body, taken.language)
    last = shown[-1] if shown else None
    body = last.body if last else None
    return (last.seq if last else seen), [b.value for b in body.buttons] if isinstance(body, Message) else []


def _print(body: str | Message, language: str) -> None:
    print(f"\n{words_of(body, language)}")
    for number, button in enumerate(body.buttons if isinstance(body, Message) else (), 1):
        print(f"  {number}  {render(button.label, language)}")
