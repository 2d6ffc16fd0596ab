"""How much a bot may send: Telegram's limits, kept strictly (Bot API FAQ, "My bot is hitting limits")."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Limit:
    """No more than `messages` in any stretch of `seconds`."""

    messages: int
    seconds: float


@dataclass(frozen=True)
class Limits:
    """What is allowed to the bot as a whole, to one chat, and to one group besides."""

    bot: Limit = Limit(30, 1)
    chat: Limit = Limit(1, 1)
    group: Limit = Limit(20, 60)


@dataclass
class _Window:
    """What was sent lately under one limit."""

    limit: Limit
    sent: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Give the seconds until one more is allowed, 0 when it is now."""
        while self.sent and now - self.sent[0] >= self.limit.seconds:
            self.sent.popleft()
        return 0 if len(self.sent) < self.limit.messages else self.sent[0] + self.limit.seconds - now


class Pace:
    """Counts what is sent, on the clock it is given (seconds)."""

    def __init__(self, limits: Limits | None, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._windows: dict[tuple[str, int], _Window] = {}

    def retry_after(self, chat_id: int) -> int | None:
        """Count one message to a chat and give None; over a limit: count nothing, give the whole seconds to wait."""
        if self._limits is None:
            return None
        windows = [self._window("bot", 0, self._limits.bot), self._window("chat", chat_id, self._limits.chat)]
        if chat_id < 0:
            windows.append(self._window("group", chat_id, self._limits.group))
        now = self._now()
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            return ceil(wait)
        for window in windows:
            window.sent.append(now)
        return None

    def _window(self, what: str, of: int, limit: Limit) -> _Window:
        return self._windows.setdefault((what, of), _Window(limit))
