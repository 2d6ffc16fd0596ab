"""What became of one try to send: a small closed set, whatever the channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Delivered:
    """The channel has it, as the message with this id; `shows_buttons`: buttons stand under it."""

    ref: str
    shows_buttons: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """The channel wants nothing from us for so many seconds (Bot API: 429, `retry_after`)."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked us or left: a fact to store, not an error (Bot API: 403, or 400 "chat not found")."""


@dataclass(frozen=True, slots=True)
class Again:
    """It may work later: a server or network fault of this kind (a class name, no text)."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never work: the channel refuses this message (a class name, no text)."""

    why: str


Outcome: TypeAlias = Delivered | Wait | Gone | Again | Refused
