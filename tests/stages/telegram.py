"""Plays a story through Telegram: a fake Bot API server, the product's Telegram edge as it is wired, and its sender."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from bot.app import Product
from bot.config import Settings
from bot.delivery.nudges import Nudges
from bot.delivery.pacing import Pace
from bot.domain.event import Address, Channel
from bot.replay.stage import DirectStage, Heard
from bot.telegram_edge import Clocks, telegram
from fake_telegram import TOKEN, serve
from stages.telling import TellingTurns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.replay.house import House
    from bot.taken import Taken
    from fake_telegram import Person, Server, Shown
    from storage.unit import Unit

FORWARDED = "Weet jij hier werk?"


@dataclass
class _Seat:
    """What one person has on their phone; `words` and `tapped` are what they wrote and tapped last, and where."""

    phone: Person
    phones: list[Person]
    words: int | None = None
    tapped: tuple[str, Shown] | None = None
    on_web: bool = False
    waiting: list[Heard] = field(default_factory=list)


class TelegramStage:
    """One story on Telegram; who moves on to the website goes straight to the turns from there on."""

    def __init__(self, house: House, server: Server, product: Product) -> None:
        self._house = house
        self._server = server
        self._product = product
        self._web = DirectStage(house)
        self._seats: dict[str, _Seat] = {}
        self._chat_ids = count(101)
        self._running = AsyncExitStack()

    async def start(self) -> None:
        """Let the product talk with Telegram."""
        clocks = Clocks(lambda: self._house.now, self._seconds, _at_once, lambda: Pace(0, 0))
        running = await self._running.enter_async_context(telegram(self._product, clocks))
        self._said = running.saying.done

    def _seconds(self) -> float:
        return self._house.now.timestamp()

    async def stop(self) -> None:
        """Let the product stop, as for a new version."""
        await self._running.aclose()

    async def opens(self, person: str, token: str | None, *, elsewhere: bool) -> None:
        seat = self._seat(person)
        await self._settled((self._another_phone(seat, person) if elsewhere else seat.phone).opens(token))

    async def says(self, person: str, text: str, *, edited: bool) -> None:
        seat = self._seat(person)
        if seat.on_web:
            await self._web.says(person, text, edited=edited)
        elif edited and seat.words is not None:
            await self._settled(seat.phone.edits(seat.words, text))
        else:
            seat.words = await self._settled(seat.phone.says(text))

    async def taps(self, person: str, label: str) -> bool:
        seat = self._seat(person)
        if seat.on_web:
            return await self._web.taps(person, label)
        shown = next((held for held in reversed(seat.phone.sent) if label in held.labels), None)
        seat.tapped = (label, shown) if shown else None
        return await self.taps_again(person)

    async def taps_again(self, person: str) -> bool:
        seat = self._seat(person)
        if seat.on_web:
            return await self._web.taps_again(person)
        if seat.tapped:
            await self._settled(seat.phone.taps(*seat.tapped))
        return seat.tapped is not None

    async def sends(self, person: str, kind: str) -> None:
        seat = self._seat(person)
        if seat.on_web:
            await self._web.sends(person, kind)
        else:
            await self._settled(seat.phone.forwards(FORWARDED) if kind == "forward" else seat.phone.sends(kind))

    async def repeats(self, person: str) -> None:
        """Deliver the last update once more, as Telegram does when it was not confirmed before a restart."""
        if self._seat(person).on_web:
            await self._web.repeats(person)
            return
        await self.stop()
        await self._server.updates.again()
        await self.start()
        await self._settled(_nothing())

    async def moves_on(self, person: str, channel: Channel, code: str) -> None:
        """Type the code elsewhere; where it does not work, the person goes on where they were."""
        seat = self._seat(person)
        if channel is Channel.WEB:
            await self._web.moves_on(person, channel, code)
            seat.on_web = self._is_known(self._web.address(person))
            return
        phone = self._another_phone(seat, person)
        words = await self._settled(phone.says(code))
        if self._is_known(_at(phone)):
            seat.phone, seat.words, seat.on_web = phone, words, False

    async def heard(self, person: str) -> list[Heard]:
        seat = self._seat(person)
        await self._settled(_nothing())
        found = [_heard(shown) for phone in seat.phones for shown in phone.unheard()]
        return found + (await self._web.heard(person) if seat.on_web else [])

    def address(self, person: str) -> Address | None:
        seat = self._seats.get(person)
        if seat is None or seat.on_web:
            return self._web.address(person)
        return _at(seat.phone)

    def _is_known(self, at: Address | None) -> bool:
        return at is not None and self._product.store.read(lambda unit: unit.people.speaker(at)) is not None

    def _seat(self, person: str) -> _Seat:
        if person not in self._seats:
            phone = self._server.person(next(self._chat_ids), person)
            self._seats[person] = _Seat(phone, [phone])
        return self._seats[person]

    def _another_phone(self, seat: _Seat, person: str) -> Person:
        phone = self._server.person(next(self._chat_ids), person)
        seat.phones.append(phone)
        return phone

    async def _settled(self, doing: Any) -> Any:
        """Do something, and wait until the product took it and said all it had to say."""
        done = await doing
        await self._server.settles()
        await self._said()
        await self._server.waits_until(lambda: not self._product.store.read(self._due))
        return done

    def _due(self, unit: Unit) -> object:
        return unit.outbox.heads(self._house.now, 1)


@asynccontextmanager
async def on_telegram(house: House) -> AsyncIterator[TelegramStage]:
    """Set the stage over a house. At the end: no call that the Bot API does not know, none that it refused.

    (A poll that was called off at a restart is refused, with nobody left to hear it.)
    """
    async with serve(limits=None) as server:
        server.wall = lambda: house.now.timestamp()  # noqa: PLW0108 - the story's clock moves
        listeners: list[Callable[[Taken], None]] = []

        def ring(taken: Taken) -> None:
            for listener in listeners:
                listener(taken)

        world = replace(house.turns.world, ring=ring)
        house.turns.close()
        house.turns = TellingTurns(world, server.changed)
        settings = Settings.from_environment({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.url})
        product = Product(settings, world.gemeente, house.store, house.turns, Nudges(), listeners)
        stage = TelegramStage(house, server, product)
        await stage.start()
        try:
            yield stage
        finally:
            await stage.stop()
    assert server.violations == []
    assert [call for call in server.calls if call.status != 200 and call.method != "getUpdates"] == []


def _at(phone: Person) -> Address:
    return Address(Channel.TELEGRAM, str(phone.user["id"]))


def _heard(shown: Shown) -> Heard:
    return Heard(shown.text, tuple(shown.labels), shown.file_name is not None)


async def _nothing() -> None:
    """Wait for nothing in particular."""


async def _at_once(_seconds: float) -> None:
    await asyncio.sleep(0)
