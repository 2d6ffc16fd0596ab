"""The one sender: takes what waits in the outbox, keeps the pace, sends, and marks what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from bot.delivery.gate import Gate
from bot.delivery.outcome import Again, Delivered, Gone, Refused, Wait
from bot.delivery.pacing import MOST_TRIES, PUSH_GAP, back_off
from bot.domain.quiet import is_awake
from storage.store import StoreError, StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.delivery.gate import Turn
    from bot.delivery.outcome import Outcome
    from bot.turns import Turns
    from storage.election import Election
    from storage.outbox import Outgoing
    from storage.unit import Unit

log = logging.getLogger(__name__)

MOST_UNDER_WAY = 100
"""Messages that wait for the channel's answer or to be marked; reached only when the database is away."""

BATCH = 2 * MOST_UNDER_WAY
"""Chats to look at in one round: more than can be under way or just served, so that there is always a free one."""

NEAR = PUSH_GAP
"""So many seconds before its turn a message is read, so that it goes when its turn comes, not when it was read."""

IDLE_SECONDS = 5.0
"""How often to look without being nudged: for what becomes due, and for what another process wrote."""

GRACE_SECONDS = 3.0
"""How long what is under way may take when the sender stops; what is cut off is sent once more after the start."""


class Line(Protocol):
    """A channel's way out."""

    async def send(self, outgoing: Outgoing, turn: Turn) -> Outcome:
        """Try once to send a message, buttons and file included; never raises for what the channel answers.

        `turn` is for one message to the channel; the line may give it back as soon as that has its answer.
        """


@dataclass(slots=True)
class Sender:
    """Sends over one line, through its gate. `now` gives the time of day, in UTC."""

    turns: Turns
    line: Line
    election: Election
    gate: Gate = field(default_factory=Gate)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _nudged: asyncio.Event = field(default_factory=asyncio.Event)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _elected: bool = False

    def nudge(self) -> None:
        """Say that something may wait."""
        self._news.set()
        self._nudged.set()

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            while True:
                self._nudged.clear()
                self._news.clear()
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
        busy = self._under_way.copy()  # before looking: what is marked meanwhile still stands there
        heads = await asyncio.to_thread(self._heads)
        self._take_over(elected=heads is not None)
        near, pause = [], IDLE_SECONDS
        for seq, chat, is_push in heads or ():
            if chat in busy:
                continue  # a chat's messages go one after another, in order
            ahead = max(0.0, self._ahead(chat, is_push=is_push))
            if ahead > NEAR:
                pause = min(pause, ahead)
            else:
                near.append((ahead, seq, chat))
        for ahead, seq, chat in sorted(near, key=itemgetter(0)):
            if len(self._under_way) >= MOST_UNDER_WAY:
                break  # the first that is done nudges
            outgoing = await self._outgoing(seq, chat)
            if outgoing is None:
                continue
            turn = await self._turn(outgoing)
            if turn:
                self._start(outgoing, turn)
            if ahead or not turn:
                return 0.0  # it was waited for, and others may go first by now
        return pause

    async def _turn(self, outgoing: Outgoing) -> Turn | None:
        """Wait for the near turn of a message; None: it does not come so soon, or another message may go first.

        Something else may have gone since it was read, also to the same chat, which has its key for a name there.
        """
        chat = outgoing.to.key
        while (ahead := self._ahead(chat, is_push=outgoing.is_push)) > 0:
            if ahead > NEAR:
                self.gate.pace.hold(outgoing.address_id, self.gate.clock() + NEAR)  # so that others are looked at
                return None
            if self._news.is_set():
                return None
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ahead):
                    await self._news.wait()
        return self.gate.take(chat)

    def _start(self, outgoing: Outgoing, turn: Turn) -> None:
        self._under_way.add(outgoing.address_id)
        task = asyncio.create_task(self._send(outgoing, turn))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _ahead(self, chat: int | str, *, is_push: bool) -> float:
        """Give the seconds until something may go; when only an answer can tell, that nudges."""
        ahead = self.gate.ahead(chat, is_reply=not is_push)
        if ahead == math.inf:
            self.gate.pace.when_answered(self._nudged.set)
        return ahead

    def _take_over(self, *, elected: bool) -> None:
        """Wait a moment when it is our turn to send: whoever sent before us may just have used up what is allowed."""
        if elected and not self._elected:
            self.gate.pace.stop_until(self.gate.clock() + self.gate.pace.window)
        self._elected = elected

    def _heads(self) -> Sequence[tuple[int, int, bool]] | None:
        """Give what waits; None: another process sends."""
        if not self.election.held():
            return None
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

    async def _send(self, outgoing: Outgoing, turn: Turn) -> None:
        chat = outgoing.address_id
        try:
            await self._keep(self._mark(outgoing, await self._try(outgoing, turn)))
        except StoreError as error:
            self._hold(chat, error)
        finally:
            self._under_way.discard(chat)
            self._nudged.set()

    def _hold(self, chat: int, error: StoreError | StoreFault) -> None:
        log.warning("The sender cannot read a message: %s", error)
        self.gate.pace.hold(chat, self.gate.clock() + IDLE_SECONDS)

    async def _try(self, outgoing: Outgoing, turn: Turn) -> Outcome:
        try:
            return await self.line.send(outgoing, turn)
        except StoreError:
            raise  # the line could not read what it needs, a file for example: later it can
        except StoreFault as error:
            return Again(type(error).__name__)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message, the others must go on
            log.error("The line failed on a message: %s", type(error).__name__)  # noqa: TRY400 - its text may be personal
            return Refused(type(error).__name__)
        finally:
            turn.over()
            self.gate.pace.hold(outgoing.address_id, self.gate.clock() + self.gate.pace.chat_gap)

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
                self.gate.pace.stop_until(self.gate.clock() + seconds)
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
