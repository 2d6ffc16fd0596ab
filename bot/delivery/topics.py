"""Shows each handoff as a topic in the team's group on Telegram: what stands in the database, posted once, in order.

It looks at what there is, not at what happened: what could not be posted is posted later, and a topic that somebody
closed or deleted is opened again, or made again with everything in it. When a handoff is over its topic is deleted,
whatever ended it (V2, V3). What Telegram refuses is kept as a kind of error, which the desk shows (`Topics.troubles`).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.delivery.gate import Gate
from bot.delivery.telegram import pieces, sent_message
from bot.dialogs.handoff.at_desk import SOMEBODY, card_told, line_told
from bot.domain.opening import AMSTERDAM
from bot.text import _
from bot.translate import SOURCE, render
from storage.store import StoreError
from storage.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence
    from contextlib import AbstractAsyncContextManager
    from typing import Any

    from telegram import Bot

    from bot.domain.handoff import Card, Line
    from bot.taken import Taken
    from bot.turns import Turns
    from storage.election import Election
    from storage.unit import Unit

log = logging.getLogger(__name__)

IDLE_SECONDS = 15.0
"""How often to look without being nudged: for what another process did, and for what Telegram refused."""

GRACE_SECONDS = 5.0
"""How long deleting what must not stay may take when the product stops: the gap of a group, and an answer."""

LONGEST_NAME = 100

TAKE_IT = _(
    # staff: a werkmatcher reads this
    "Neem dit gesprek"
)
OVER = _(
    # staff: a werkmatcher reads this
    "Een gesprek is klaar. Het onderwerp is weg."
)
ELSEWHERE = _(
    # staff: a werkmatcher reads this
    "Iemand wacht op een werkmatcher. Kijk op je werkplek: hier lukt het nu niet."
)
CLAIM = "neem:"
"""A button's value, before the handoff's id: at most 64 bytes."""

_LOST = ("thread not found", "topic_id_invalid", "topic_deleted", "topic not found")
_CLOSED = ("topic_closed", "topic closed")
_NO_TOPICS = ("not a forum", "not enough rights")


@dataclass(slots=True)
class Topics:
    """Keeps the group up to date, through the bot's own gate: it makes, opens and deletes topics at that pace too."""

    turns: Turns
    bot: Bot
    group: int
    election: Election
    gate: Gate = field(default_factory=Gate)
    _nudged: asyncio.Event = field(default_factory=asyncio.Event)
    _made: dict[str, int] = field(default_factory=dict)
    """Topics, by handoff, that were made and are not kept yet."""

    def nudge(self, taken: Taken) -> None:
        """Look at once when something changed that werkmatchers see."""
        if taken.desk:
            self._nudged.set()

    async def run(self) -> None:
        """Keep the group up to date until cancelled; whatever is wrong with one round, there is a next."""
        try:
            while True:
                self._nudged.clear()
                await self._safe_round()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(IDLE_SECONDS):
                        await self._nudged.wait()
        finally:
            with contextlib.suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(GRACE_SECONDS):
                    await self._let_go()

    async def _safe_round(self) -> None:
        try:
            await self.once()
        except StoreError as error:
            log.warning("The team's topics have to wait: %s", error)
        except Exception as error:  # noqa: BLE001 - nothing may end all rounds to come
            log.error("The team's topics: a round broke off: %s", type(error).__name__)  # noqa: TRY400 - personal

    async def once(self) -> None:
        """Bring every topic up to date."""
        if not await asyncio.to_thread(self.election.held):
            await self._let_go()
            return
        cards, kept, lines = await asyncio.to_thread(self.turns.world.store.read, _read)
        for card in cards:
            await self._try(card.id, self._show(card, kept.get(card.id) or _new(card.id), lines[card.id]))
        here = {card.id for card in cards}
        unkept = {handoff: _new(handoff, thread) for handoff, thread in self._made.items()}
        for handoff, topic in {**kept, **unkept}.items():
            if handoff not in here:
                await self._try(handoff, self._remove(topic))

    async def _let_go(self) -> None:
        """Delete what was made and could not be kept: nobody would know later whose it was."""
        for handoff, thread in list(self._made.items()):
            await self._delete(thread)
            del self._made[handoff]

    async def _try(self, handoff: str, doing: Coroutine[Any, Any, None]) -> None:
        """Do something for a topic; what Telegram refuses is kept, and tried again in a later round."""
        try:
            await doing
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            self.gate.pace.hold(str(self.group), self.gate.clock() + seconds)
            self._nudged.set()  # the gate makes the next round wait
        except TelegramError as error:
            why = _kind(error)
            log.warning("The team's topics: Telegram refuses: %s", why)
            if isinstance(error, BadRequest) and _says(error, _LOST):
                await self.turns.write(lambda unit: unit.topics.opened(handoff, None))
                self._nudged.set()
                return
            await self.turns.write(lambda unit: unit.topics.has_trouble(handoff, why))

    async def _show(self, card: Card, topic: Topic, lines: Sequence[Line]) -> None:
        """Post what a topic does not show yet, in as few messages as fit."""
        thread = topic.thread if topic.thread is not None else await self._open(card, topic)
        posted = topic.posted if topic.thread is not None else 0
        fresh = [line for line in lines if line.number > posted]
        first = topic.thread is None or not topic.card_posted
        told = [line_told(line, card) for line in fresh if first or not line.in_team]
        told = [*(card_told(card) if first else ()), *told]
        if not told and not fresh:
            return
        buttons = [(render(TAKE_IT, SOURCE), f"{CLAIM}{card.id}")] if card.taken_by is None else []
        last = fresh[-1].number if fresh else posted
        if told:
            await self._post("\n\n".join(render(each, SOURCE) for each in told), thread, buttons)
        await self.turns.write(lambda unit: unit.topics.posted(card.id, last))

    async def _open(self, card: Card, topic: Topic) -> int:
        """Make a topic and keep it; when it cannot be kept, that is tried again, so that none is left behind."""
        if card.id not in self._made:
            self._made[card.id] = await self._create(card, topic)
        thread = self._made[card.id]
        await self.turns.write(lambda unit: unit.topics.opened(card.id, thread))
        del self._made[card.id]
        return thread

    async def _create(self, card: Card, topic: Topic) -> int:
        """Make a topic. Where the group has none, or the bot may not, the group hears once that somebody waits."""
        try:
            async with self._turn():
                made = await self.bot.create_forum_topic(self.group, _name(card))
        except BadRequest as error:
            if _says(error, _NO_TOPICS) and not topic.trouble:
                await self._post(render(ELSEWHERE, SOURCE), None, [])
            raise
        return made.message_thread_id

    async def _post(self, text: str, thread: int | None, buttons: Sequence[tuple[str, str]]) -> None:
        *first, last = pieces(text)
        for piece in first:
            await self._send(piece, thread, [])
        await self._send(last, thread, buttons)

    async def _send(self, text: str, thread: int | None, buttons: Sequence[tuple[str, str]]) -> None:
        """Send one message; a topic that somebody closed is opened again first."""
        try:
            await self._say(text, thread, buttons)
        except BadRequest as error:
            if thread is None or not _says(error, _CLOSED):
                raise
            async with self._turn():
                await self.bot.reopen_forum_topic(self.group, thread)
            await self._say(text, thread, buttons)

    async def _say(self, text: str, thread: int | None, buttons: Sequence[tuple[str, str]]) -> None:
        async with self._turn():
            await sent_message(self.bot, self.group, text, buttons, thread=thread)

    async def _remove(self, topic: Topic) -> None:
        """Delete the topic of a handoff that is over, with all that was said in it."""
        if topic.thread is not None:
            await self._delete(topic.thread)
            await self._post(render(OVER, SOURCE), None, [])
        await self.turns.write(lambda unit: unit.topics.gone(topic.handoff))
        self._made.pop(topic.handoff, None)

    async def _delete(self, thread: int) -> None:
        try:
            async with self._turn():
                await self.bot.delete_forum_topic(self.group, thread)
        except BadRequest as error:
            if not _says(error, _LOST):
                raise

    def _turn(self) -> AbstractAsyncContextManager[object]:
        return self.gate.turn(str(self.group))


def _read(unit: Unit) -> tuple[Sequence[Card], dict[str, Topic], dict[str, Sequence[Line]]]:
    cards = unit.handoffs.open()
    return cards, dict(unit.topics.all()), {card.id: unit.handoffs.lines(card.id) for card in cards}


def _new(handoff: str, thread: int | None = None) -> Topic:
    return Topic(handoff, thread, card_posted=False, posted=0, trouble=None)


def _name(card: Card) -> str:
    at = card.since.astimezone(AMSTERDAM)
    name = card.name or render(SOMEBODY, SOURCE)
    return f"{name[:LONGEST_NAME]} · {at.hour}.{at.minute:02}"


def _says(error: BadRequest, any_of: tuple[str, ...]) -> bool:
    return any(each in error.message.lower() for each in any_of)


def _kind(error: TelegramError) -> str:
    """Name a kind of error without its text, which could quote a message."""
    if isinstance(error, BadRequest):
        found = next((each for each in (*_NO_TOPICS, "chat not found") if each in error.message.lower()), None)
        return found or type(error).__name__
    return type(error).__name__
