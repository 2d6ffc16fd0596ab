"""The one sender: takes what waits in the outbox, keeps the pace, sends, and marks what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.delivery.outcome import Again, Delivered, Gone, Refused, Wait
from bot.delivery.pacing import MOST_TRIES, Pace, back_off
from bot.domain.quiet import is_awake
from storage.store import StoreError, StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.delivery.outcome import Outcome
    from bot.turns import Turns
    from storage.election import Election
    from storage.outbox import Outgoing
    from storage.unit import Unit

log = logging.getLogger(__name__)

MOST_UNDER_WAY = 100
"""Messages that wait for the channel's answer at the same time; reached only when the channel answers slowly."""

BATCH = 2 * MOST_UNDER_WAY
"""Chats to look at in one round: more than can be under way or just served, so that there is always a free one."""

IDLE_SECONDS = 5.0
"""How often to look without being nudged: for what becomes due, and for what another process wrote."""

GRACE_SECONDS = 3.0
"""How long what is under way may take when the sender stops; what is cut off is sent once more after the start."""


class Line(Protocol):
    """A channel's way out."""

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Try once to send a message, buttons and file included; never raises for what the channel answers."""


@dataclass(slots=True)
class Sender:
    """Sends over one line at its pace. `clock` gives seconds that only grow; `now` the time of day, in UTC."""

    turns: Turns
    line: Line
    election: Election
    clock: Callable[[], float]
    pace: Pace = field(default_factory=Pace)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _nudged: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def nudge(self) -> None:
        """Say that something may wait."""
        self._nudged.set()

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            while True:
                self._nudged.clear()
                pause = await self._safe_round()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._nudged.wait()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        """Let what is under way arrive and be marked."""
        if self._tasks:
            _done, late = await asyncio.wait(self._tasks, timeout=GRACE_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _safe_round(self) -> float:
        """Do a round; whatever is wrong with one, there is a next."""
        try:
            return await self._round()
        except StoreError as error:
            log.warning("The sender cannot read the outbox: %s", error)
        except Exception as error:  # noqa: BLE001 - nothing may end all sending
            log.error("The sender broke off a round: %s", type(error).__name__)  # noqa: TRY400 - its text may be personal
        return IDLE_SECONDS

    async def _round(self) -> float:
        """Start what may go now; give the seconds after which to look again."""
        heads = await asyncio.to_thread(self._heads)
        pause = IDLE_SECONDS
        for seq, chat, is_push in heads:
            if len(self._under_way) >= MOST_UNDER_WAY:
                break  # the first that is done nudges
            if chat in self._under_way:
                continue  # a chat's messages go one after another, in order
            ahead = self.pace.free_at(chat, is_reply=not is_push) - self.clock()
            if ahead > 0:
                pause = min(pause, ahead)
                continue
            outgoing = await self._outgoing(seq, chat)
            if outgoing is None:
                continue
            self.pace.take(chat, self.clock())
            self._under_way.add(chat)
            task = asyncio.create_task(self._send(outgoing))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return pause

    def _heads(self) -> Sequence[tuple[int, int, bool]]:
        if not self.election.held():
            return ()
        now = self.now()
        return self.turns.world.store.read(lambda unit: unit.outbox.heads(now, BATCH, awake=is_awake(now)))

    async def _outgoing(self, seq: int, chat: int) -> Outgoing | None:
        """Read a message; None when it was erased since, or cannot be read: now, or ever, and then it is dead."""
        try:
            return await asyncio.to_thread(self.turns.world.store.read, lambda unit: unit.outbox.outgoing(seq))
        except (StoreError, StoreFault) as error:
            self._hold(chat, error)  # it is not this message that is broken
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message, the others must go on
            await self._bury(seq, chat, type(error).__name__)
        return None

    async def _bury(self, seq: int, chat: int, why: str) -> None:
        log.error("A message cannot be read, and is a dead letter: %s", why)
        try:
            await self.turns.write(lambda unit: unit.outbox.dead(seq, why))
        except (StoreError, StoreFault) as error:
            self._hold(chat, error)

    async def _send(self, outgoing: Outgoing) -> None:
        chat = outgoing.address_id
        try:
            self.pace.went(chat, self.clock())
            await self._keep(self._mark(outgoing, await self._try(outgoing)))
        except StoreError as error:
            self._hold(chat, error)
        finally:
            self._under_way.discard(chat)
            self.nudge()

    def _hold(self, chat: int, error: StoreError | StoreFault) -> None:
        log.warning("The sender cannot read a message: %s", error)
        self.pace.hold(chat, self.clock() + IDLE_SECONDS)

    async def _try(self, outgoing: Outgoing) -> Outcome:
        try:
            return await self.line.send(outgoing)
        except StoreError:
            raise  # the line could not read what it needs, a file for example: later it can
        except StoreFault as error:
            return Again(type(error).__name__)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message, the others must go on
            log.error("The line failed on a message: %s", type(error).__name__)  # noqa: TRY400 - its text may be personal
            return Refused(type(error).__name__)

    async def _keep(self, mark: Callable[[Unit], None]) -> None:
        """Mark what became of a message, however long it takes: sent and not marked, it would be sent twice."""
        while True:
            try:
                await self.turns.write(mark)
            except Exception as error:  # noqa: BLE001 - as long as it is not marked, it must not be sent again
                log.warning("The sender cannot mark a message: %s", type(error).__name__)
                await asyncio.sleep(IDLE_SECONDS)
            else:
                return

    def _mark(self, outgoing: Outgoing, outcome: Outcome) -> Callable[[Unit], None]:
        seq, at = outgoing.seq, outgoing.address_id
        match outcome:
            case Delivered():
                return lambda unit: _sent(unit, outgoing, outcome)
            case Wait(seconds):
                self.pace.stop_until(self.clock() + seconds)
                return lambda _unit: None
            case Gone():
                return lambda unit: unit.people.set_reachable(at, reachable=False)
            case Again(why) if outgoing.tries + 1 < MOST_TRIES:
                later = self.now() + timedelta(seconds=back_off(outgoing.tries))
                return lambda unit: unit.outbox.later(seq, later, why)
            case Again(why) | Refused(why):
                return lambda unit: unit.outbox.dead(seq, why)


def _sent(unit: Unit, outgoing: Outgoing, outcome: Delivered) -> None:
    """Forget a message that was sent, and keep what a reply to it is about."""
    unit.outbox.sent(outgoing.seq, outgoing.address_id, buttons_ref=outcome.ref if outcome.shows_buttons else None)
    if outgoing.message.about:
        unit.replies.add(outgoing.address_id, outcome.ref, outgoing.message.about)
