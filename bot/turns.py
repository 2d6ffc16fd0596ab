"""One event = one turn = one transaction (design section 3). Everything that happens takes this one road."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.carrying_out import UNKEPT, Scene, carry_out, moment_of
from bot.desk import act
from bot.dialogs.contact.replying import replying
from bot.dialogs.hearing import come_back, happen, take, take_edited
from bot.dialogs.state import unpack_state
from bot.domain.effects import TellWerkmatcher
from bot.domain.event import Blocked, Channel, Event, Said, Sent, Tapped
from bot.domain.handoff import Act
from bot.letting_in import join_team, stranger
from bot.taken import How, Taken
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse
    from bot.taken import World
    from storage.unit import Unit


class Turns:
    """Takes events, each in one transaction on a worker thread."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._threads = ThreadPoolExecutor(world.store.writers, thread_name_prefix="turn")

    async def take(self, event: Event) -> Taken:
        """Take an event. Raises `StoreError` when the database cannot: then nothing happened, and it may come again."""
        parse = await self.world.engine.parse(event.what.text) if isinstance(event.what, Said) else None
        loop = asyncio.get_running_loop()
        # a caller that is cancelled must not keep a committed turn from being told
        return await asyncio.shield(loop.create_task(self._take_and_ring(loop, event, parse)))

    async def _take_and_ring(self, loop: asyncio.AbstractEventLoop, event: Event, parse: Parse | None) -> Taken:
        taken = await loop.run_in_executor(self._threads, self.take_now, event, parse)
        self.world.ring(taken)
        return taken

    def take_now(self, event: Event, parse: Parse | None) -> Taken:
        """Take an event in this thread."""
        taken = self.world.store.write(partial(_take, self.world, event, parse))
        if taken.how is How.ERASED:
            with contextlib.suppress(StoreError):  # then within the hour, when all is tidied
                self.world.store.tidy()  # what was erased leaves SQLite's log too
        return taken

    async def take_due(self, number: int, now: datetime) -> Taken:
        """Take something that is due as an event of whom it is for. Raises `StoreError` as `take` does."""
        loop = asyncio.get_running_loop()
        taken = await loop.run_in_executor(
            self._threads, self.world.store.write, partial(_take_due, self.world, number, now)
        )
        self.world.ring(taken)
        return taken

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        """Do other work that writes, in the same threads."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.world.store.write, work)

    def close(self) -> None:
        """Wait for the turns that are being taken."""
        self._threads.shutdown()


def _take(world: World, event: Event, parse: Parse | None, unit: Unit) -> Taken:
    speaker = unit.people.speaker(event.address)
    if speaker is None and event.address.channel is Channel.TEAM and isinstance(event.what, Act):
        speaker = join_team(event, unit)
    if speaker is None:
        taken = stranger(world, event, unit)
        # a double tap on a link: the first one used it up while this one waited for it, and they are known by now
        speaker = unit.people.speaker(event.address) if taken.how is How.REFUSED else None
        if speaker is None:
            return taken
    if not unit.events.add(event.id, speaker.person.id, event.at):
        return Taken(How.SEEN, address=event.address, address_id=speaker.address_id)
    if isinstance(event.what, Blocked):
        unit.people.set_reachable(speaker.address_id, reachable=not event.what.blocked)
        return Taken(How.TAKEN)
    if not speaker.reachable:
        unit.people.set_reachable(speaker.address_id, reachable=True)
    if isinstance(event.what, Act):
        unit.conversations.keep(speaker.person.id, speaker.state, event.at, speaker.address_id)  # they are not idle
        taken = act(world, unit, speaker, event, event.what)
        if taken.how is How.REFUSED:
            unit.events.drop(event.id)  # sent again because the refusal got lost, it must not look as if it was done
        return taken
    state = unpack_state(speaker.state)
    moment = moment_of(world, unit, speaker.person, event, has_profile=speaker.has_profile)
    if isinstance(event.what, Said) and event.what.reply_to and not event.what.edited:
        state = replying(state, moment, unit.replies.about(speaker.address_id, event.what.reply_to))
    turn = _turn(state, event, parse, moment)
    unkept = parse is not None and parse.topic in UNKEPT and not (parse.topic == "illness" and _passes_on(turn))
    return carry_out(Scene(unit, speaker, event, moment, unkept=unkept), turn)


def _passes_on(turn: Turn) -> bool:
    """Tell whether words go to a werkmatcher: then who wrote them sees them too."""
    return any(isinstance(effect, TellWerkmatcher) and effect.text is not None for effect in turn.effects)


def _take_due(world: World, number: int, now: datetime, unit: Unit) -> Taken:
    ripe = unit.dues.one(number)
    # who is spoken to is locked first, as in every turn; then what is due is taken out, by one process only
    speaker = unit.people.wherever(ripe.person_id) if ripe else None
    if ripe is None or speaker is None or not unit.dues.take(number):
        return Taken(How.SEEN)
    event = Event(f"due:{number}", speaker.at, ripe.what, now)
    moment = moment_of(world, unit, speaker.person, event, has_profile=speaker.has_profile)
    turn = happen(unpack_state(speaker.state), ripe.what, moment)
    return carry_out(Scene(unit, speaker, event, moment), turn)


def _turn(state: State, event: Event, parse: Parse | None, moment: Moment) -> Turn:
    match event.what:
        case Said(edited=edited, first_at=first_at) if parse is not None:
            return take_edited(state, parse, moment, first_at) if edited else take(state, parse, moment)
        case Tapped() | Sent():
            return take(state, event.what, moment)
    return come_back(state, moment)  # their own link, opened once more
