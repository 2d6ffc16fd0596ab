"""The pace of a channel with limits: an even stream, never a burst. Pure: seconds come in, seconds go out.

Telegram (Bot FAQ, "My bot is hitting limits"): about 30 messages a second a bot, 1 a second a chat. The gap between two
messages is kept, not a number in a window, since a window lets twice as many through across its edge.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BOT_GAP = 1 / 28.9
"""Seconds between two messages of a bot; a little more than 1/30, since the network brings some closer together."""

AHEAD = {True: BOT_GAP / 2, False: BOT_GAP / 4}
"""How much earlier than its turn a message may go, a reply or not (seconds).

A reply goes earlier: who is waiting for it should not notice that others get pushes. A push may too, so that one that
came a little late does not make all after it late. No more than 30 still fit in any second: 31 messages take at least
29.5 gaps, which is 1.02 seconds.
"""

CHAT_GAP = 1.05
"""Seconds between two messages to one chat; a little more than 1, as above."""


GROUP_GAPS = 3
"""So many gaps of a chat between two messages to a group: Telegram takes 20 a minute there."""


@dataclass(slots=True)
class Pace:
    """When what may be sent: one gap between any two messages, a longer one between two to the same chat.

    A chat is named by the id of its address, or by its address itself where nothing is stored; that of a group
    begins with a minus.
    """

    gap: float = BOT_GAP
    chat_gap: float = CHAT_GAP
    _free_at: float = 0.0
    _stopped_until: float = 0.0
    _chat_free_at: dict[int | str, float] = field(default_factory=dict)

    def free_at(self, chat: int | str, *, is_reply: bool = True) -> float:
        """Give from when on a message may go to a chat."""
        return max(self._free_at - AHEAD[is_reply], self._stopped_until, self._chat_free_at.get(chat, 0.0))

    def take(self, chat: int | str, now: float) -> None:
        """Note that a message goes to a chat now; what it took early, the next one waits longer."""
        self._free_at = max(self._free_at, now) + self.gap
        self.went(chat, now)
        if len(self._chat_free_at) > 10_000:  # noqa: PLR2004 - chats that are long free need not be remembered
            self._chat_free_at = {held: at for held, at in self._chat_free_at.items() if at > now}

    def went(self, chat: int | str, now: float) -> None:
        """Note that what was taken went only now: the gaps count from then."""
        self._free_at = max(self._free_at, now + self.gap - AHEAD[False])
        is_group = isinstance(chat, str) and chat.startswith("-")
        self._chat_free_at[chat] = now + self.chat_gap * (GROUP_GAPS if is_group else 1)

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
