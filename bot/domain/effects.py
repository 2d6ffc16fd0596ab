"""What a turn wants done: values that `bot/carrying_out.py` carries out, all in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.domain.message import Message
    from bot.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Say:
    """A message to whom the turn belongs to."""

    message: Message


@dataclass(frozen=True, slots=True)
class SpeakIn:
    """From now on this language (ISO 639-1), this turn's messages included."""

    language: str


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """The profile as it was read back and agreed to; it is matched by from now on."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class HideProfile:
    """No matching until the person wants it again."""


@dataclass(frozen=True, slots=True)
class ShowProfile:
    """Match again, with the profile agreed to before."""


@dataclass(frozen=True, slots=True)
class OfferCode:
    """Keep this code for a while: who types it on another device is this person."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TellKnown:
    """Tell everything that is known of the person, in plain words and as a file (V11)."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Remove every row of this person; then say goodbye without keeping that either (V2, V11)."""

    farewell: Message


Effect: TypeAlias = Say | SpeakIn | SaveProfile | HideProfile | ShowProfile | OfferCode | TellKnown | Erase
