"""What a turn can look up besides the conversation and the moment: read from the same transaction, when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.handoff import Queue, Standing


class Facts(Protocol):
    """What is known about others and about things: given to a turn, as its clock is. Reading changes nothing.

    Each part of the product that needs to look something up adds a method here, and its answer in `bot/facts.py`.
    """

    def handoff(self, after: int) -> Standing | None:
        """Give how the person's newest handoff stands, with what the desk did after the line of this number."""

    def queue(self) -> Queue:
        """Give how long the queue for a human is, and how long the last people waited."""
