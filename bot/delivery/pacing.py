"""The pace of a channel with limits. Pure: seconds come in, seconds go out.

Telegram (Bot FAQ, "My bot is hitting limits"): about 30 messages a second a bot, 1 a second a chat, 20 a minute a
group. It counts messages when they arrive, which is not when we send them. So a message holds one of 30 permits from
before it goes until a second after its answer: all that arrive within any second hold one at the same moment, however
long each is on its way, and there are no more than 30. In the same way a chat waits a second from the answer on.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PERMITS: Final = 30
"""Messages that Telegram takes of a bot within `WINDOW` (Bot FAQ)."""

WINDOW: Final = 1.0
"""Seconds over which it counts them."""

PUSH_GAP: Final = 1 / 29
"""Seconds between two pushes: a little more than a permit's share, so that mostly one is left for a reply."""

LATE: Final = 3 * PUSH_GAP
"""So many seconds that pushes went too late they make good, by going closer together."""

CHAT_GAP: Final = 1.0
"""Seconds from the answer to one message in a chat until the next."""

GROUP_GAPS: Final = 3
"""So many gaps of a chat between two messages to a group: Telegram takes 20 a minute there."""

_MOST_REMEMBERED = 10_000


@dataclass(slots=True)
class Pace:
    """When what may be sent: `take` before a message goes, `answered` after it, whatever became of it.

    A message that gets no answer counts as arrived when whoever sent it gave up. A chat is named by what is sent to,
    or by another name under which it can be held; that of a group begins with a minus.
    """

    gap: float = PUSH_GAP
    chat_gap: float = CHAT_GAP
    window: float = WINDOW
    _permits: deque[float] = field(default_factory=lambda: deque([0.0] * PERMITS))
    """From when on each permit that is here may be taken, the first in front."""
    _under_way: set[int | str] = field(default_factory=set)
    _next_push: float = 0.0
    _stopped_until: float = 0.0
    _chat_free_at: dict[int | str, float] = field(default_factory=dict)
    _bells: set[Callable[[], None]] = field(default_factory=set)

    def free_at(self, chat: int | str, *, is_reply: bool = True) -> float:
        """Give from when on a message may go to a chat; infinity: nobody knows before another one is answered.

        A reply does not mind the gap between pushes: who waits for it should not notice that others get pushes.
        """
        if chat in self._under_way or not self._permits:
            return math.inf
        free_at = max(self._permits[0], self._stopped_until, self._chat_free_at.get(chat, 0.0))
        return free_at if is_reply else max(free_at, self._next_push)

    def take(self, chat: int | str, now: float) -> None:
        """Note that a message goes to a chat. Raises `ValueError` before it may."""
        if self.free_at(chat) > now:
            raise ValueError("a message goes before its turn")
        self._permits.popleft()
        self._under_way.add(chat)
        self._next_push = max(self._next_push, now - LATE) + self.gap

    def answered(self, chat: int | str, now: float) -> None:
        """Note that what went to a chat has its answer, a refusal too, or will get none."""
        self._under_way.remove(chat)
        self._permits.append(now + self.window)
        is_group = isinstance(chat, str) and chat.startswith("-")
        self.hold(chat, now + self.chat_gap * (GROUP_GAPS if is_group else 1))
        if len(self._chat_free_at) > _MOST_REMEMBERED:
            self._chat_free_at = {held: at for held, at in self._chat_free_at.items() if at > now}
        bells, self._bells = self._bells, set()
        for ring in bells:
            ring()

    def when_answered(self, ring: Callable[[], None]) -> None:
        """Have this called, once, when the next message is answered."""
        self._bells.add(ring)

    def stop_until(self, at: float) -> None:
        """Note that the channel wants nothing at all until then."""
        self._stopped_until = max(self._stopped_until, at)

    def hold(self, chat: int | str, until: float) -> None:
        """Note that a chat has to wait until then."""
        self._chat_free_at[chat] = max(self._chat_free_at.get(chat, 0.0), until)


def back_off(tries: int) -> float:
    """Give the seconds to wait after so many tries: 2, 4, 8, ... at most 10 minutes."""
    return min(2.0 ** (min(tries, 9) + 1), 600.0)


MOST_TRIES = 150
"""After so many tries (about a day: longer than most outages, theirs or ours) a message is a dead letter."""
