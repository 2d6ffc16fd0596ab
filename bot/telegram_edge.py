"""Wires the Telegram edge: the way in by long polling or webhook, and the sender."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram.error import TelegramError

from bot.delivery.pacing import Pace
from bot.delivery.sender import Sender
from bot.delivery.telegram import TelegramLine, bot_of
from bot.delivery.topics import Topics
from bot.dialogs.contact.give import asks_file
from bot.dialogs.state import unpack_state
from bot.domain.message import given_file
from bot.domain.person import Role
from bot.export import EXPORT_FILE, export_of
from bot.handlers.guesses import Guesses
from bot.handlers.telegram import TelegramEdge, begin_webhook, poll, webhook
from bot.handlers.telegram_files import Reads
from bot.handlers.telegram_saying import Saying
from storage.election import Election

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from starlette.routing import Route
    from telegram import Bot

    from bot.app import Product
    from bot.config import Settings
    from bot.delivery.telegram import File
    from bot.domain.event import Address
    from bot.taken import Taken
    from storage.store import Store


@dataclass(frozen=True, slots=True)
class Running:
    """Telegram while it runs: the routes it needs, whether its jobs are alive, and what it says at once."""

    routes: tuple[Route, ...]
    works: Callable[[], bool]
    saying: Saying


@dataclass(frozen=True, slots=True)
class Clocks:
    """The time that the edge lives by: the time of day, seconds that only grow, a way to wait, and Telegram's pace."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], Coroutine[Any, Any, object]] = asyncio.sleep
    pace: Callable[[], Pace] = Pace


_REAL = Clocks()


@dataclass(frozen=True, slots=True)
class LookUps:
    """What the edge looks up, each off the event loop."""

    store: Store

    async def known(self, at: Address) -> bool:
        """Tell whether somebody is known at an address."""
        return await asyncio.to_thread(self.store.read, lambda unit: unit.people.speaker(at) is not None)

    async def reads_files(self, at: Address) -> Reads:
        """Tell what is fetched of somebody's files: an employer's text, and what a jobseeker is asked for."""
        speaker = await asyncio.to_thread(self.store.read, lambda unit: unit.people.speaker(at))
        if speaker is None:
            return Reads.NOTHING
        if speaker.person.role is Role.EMPLOYER:
            return Reads.WORDS
        return Reads.FILE if asks_file(unpack_state(speaker.state)) else Reads.NOTHING

    async def handoff_in(self, thread: int) -> str | None:
        """Give the handoff of a topic in the team's group."""
        return await asyncio.to_thread(self.store.read, lambda unit: unit.topics.handoff_in(thread))

    async def file(self, reference: str, person_id: str) -> File | None:
        """Read the file of a message for who gets it: what a jobseeker gave, or all that is known of who asks."""
        given = given_file(reference)
        if given is None:
            return EXPORT_FILE, await asyncio.to_thread(self.store.read, lambda unit: export_of(unit, person_id))
        content = await asyncio.to_thread(self.store.read, lambda unit: unit.files.content(given.id, person_id))
        return None if content is None else (given.name, content)


@contextlib.asynccontextmanager
async def telegram(product: Product, clocks: Clocks = _REAL) -> AsyncIterator[Running]:
    """Run the Telegram edge beside the web. Raises ValueError without a token."""
    settings, token = product.settings, product.settings.telegram_token
    if token is None:
        raise ValueError("no token: there is no Telegram edge to run")
    bot = bot_of(token, settings.telegram_api_base)
    guesses = Guesses(clocks.clock)
    saying = Saying(bot, clocks.pace(), clocks.clock, clocks.pause)

    look_up = LookUps(product.store)
    edge = TelegramEdge(
        bot,
        product.turns.take,
        look_up.known,
        product.gemeente,
        guesses,
        saying,
        clocks.now,
        clocks.pause,
        reads_files=look_up.reads_files,
        handoff_in=look_up.handoff_in,
    )

    election = Election(product.store)
    line = TelegramLine(bot, look_up.file, clocks.pause)
    sender = Sender(product.turns, line, election, clocks.clock, saying.pace, clocks.now)

    def nudge(taken: Taken) -> None:
        if taken.waiting:
            sender.nudge()

    unlisten = contextlib.ExitStack()
    product.listeners.append(nudge)
    unlisten.callback(product.listeners.remove, nudge)
    stop = asyncio.Event()
    jobs = [asyncio.create_task(sender.run())]
    group = product.gemeente.telegram_group
    if group is not None:
        topics = Topics(product.turns, bot, group, election, clocks.clock, clocks.pause, saying.pace)
        product.listeners.append(topics.nudge)
        unlisten.callback(product.listeners.remove, topics.nudge)
        jobs.append(asyncio.create_task(topics.run()))
    ends_at_once = tuple(jobs)
    routes: tuple[Route, ...] = ()
    if settings.telegram_webhook_url:
        secret = hmac.digest(token.encode(), b"hallowerk webhook", hashlib.sha256).hex()
        routes = (webhook(edge, urlsplit(settings.telegram_webhook_url).path or "/", secret),)
        jobs.append(asyncio.create_task(begin_webhook(edge, settings.telegram_webhook_url, secret, stop)))
    else:
        jobs.append(asyncio.create_task(poll(edge, stop)))
    try:
        yield Running(routes, lambda: not any(_broken(job) for job in jobs), saying)
    finally:
        unlisten.close()
        stop.set()
        for job in ends_at_once:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
        await saying.finish()
        election.resign()
        with contextlib.suppress(TelegramError):
            await bot.shutdown()


def _broken(job: asyncio.Task[None]) -> bool:
    return job.done() and (job.cancelled() or job.exception() is not None)


def bot_name(settings: Settings) -> str | None:
    """Ask Telegram for the bot's name, for links; None without a token. Raises TelegramError."""
    if not settings.telegram_token:
        return None
    return asyncio.run(_name(bot_of(settings.telegram_token, settings.telegram_api_base)))


async def _name(bot: Bot) -> str:
    async with bot:
        return bot.username
