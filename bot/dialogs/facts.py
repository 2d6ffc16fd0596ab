"""What a turn can look up besides the conversation and the moment: read from the same transaction, when needed."""

from __future__ import annotations

from typing import Protocol


class Facts(Protocol):
    """What is known about others and about things: given to a turn, as its clock is. Reading changes nothing.

    Each part of the product that needs to look something up adds a method here, and its answer in `bot/facts.py`.
    """
