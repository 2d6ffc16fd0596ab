"""What became of an event, and what all turns share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.event import Address
    from bot.domain.gemeente import Gemeente
    from bot.domain.message import Message
    from bot.nlu.parse import Engine
    from storage.store import Store


class How(Enum):
    """What became of an event."""

    TAKEN = auto()
    SEEN = auto()
    STRANGER = auto()
    REFUSED = auto()
    ERASED = auto()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an event. `direct` is for the channel to say at once, to whom nothing is (any longer) stored.

    `address` is where the person is: not always where the event came from (a code typed on a new device).
    `waiting`: messages wait for the sender. `planned`: something else is to happen because of this, perhaps at once.
    `desk`: something changed that werkmatchers see.
    """

    how: How
    direct: tuple[Message, ...] = ()
    language: str = "nl"
    address: Address | None = None
    address_id: int | None = None
    waiting: bool = False
    planned: bool = False
    desk: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What all turns share. `has_telegram`: this gemeente has a bot there."""

    store: Store
    engine: Engine
    gemeente: Gemeente
    base_url: str
    ring: Callable[[Taken], None] = field(default=lambda _taken: None)
    has_telegram: bool = False
