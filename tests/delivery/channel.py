"""A channel that is only counted out: messages are on their way for a while, arrive, and are answered a while later."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.delivery.pacing import Pace


@dataclass(frozen=True, slots=True)
class Wish:
    """A message that somebody wants to send from a moment on (seconds)."""

    at: float
    chat: int | str
    is_reply: bool = True


@dataclass(frozen=True, slots=True)
class Trip:
    """What a message meets: how late it is sent, how long it is on its way, and how long its answer is (seconds)."""

    late: float = 0.0
    there: float = 0.0
    back: float = 0.001


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent: when it was, and when it arrived."""

    wish: Wish
    at: float
    arrived: float


LOOKED_AT = 40
"""So many wishes are looked at in one go, as the sender too looks at a batch."""


@dataclass(slots=True)
class Channel:
    """Sends what is wished as soon as the pace allows, the first that may go first and replies before pushes."""

    pace: Pace
    trips: list[Trip] = field(default_factory=lambda: [Trip()])
    stops: dict[int, float] = field(default_factory=dict)
    """After so many messages the channel wants nothing for so many seconds."""

    def send(self, wishes: list[Wish]) -> list[Sent]:
        """Send everything; give it in the order of arrival."""
        waiting = sorted(wishes, key=lambda wish: (not wish.is_reply, wish.at))
        done, answers, now = list[Sent](), list[tuple[float, int | str]](), 0.0
        trips = cycle(self.trips)
        while waiting:
            at, wish = min(
                ((max(now, wish.at, self._free_at(wish)), wish) for wish in waiting[:LOOKED_AT]),
                key=lambda found: found[0],  # of several the first, and replies stand before pushes
            )
            trip = next(trips)
            came, chat = min(answers, default=(math.inf, ""), key=lambda answer: answer[0])
            if came <= at + trip.late:
                answers.remove((came, chat))
                self.pace.answered(chat, came)
                now = max(now, came)
                continue
            assert at < math.inf, "nothing is on its way and nothing may go"
            now = at + trip.late
            waiting.remove(wish)
            self.pace.take(wish.chat, now)
            done.append(Sent(wish, now, now + trip.there))
            answers.append((now + trip.there + trip.back, wish.chat))
            if len(done) in self.stops:
                self.pace.stop_until(now + self.stops[len(done)])
        return sorted(done, key=lambda sent: sent.arrived)

    def _free_at(self, wish: Wish) -> float:
        return self.pace.free_at(wish.chat, is_reply=wish.is_reply)
