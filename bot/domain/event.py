"""What comes in: one event of one person on one channel, however it got here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.domain.handoff import Act

if TYPE_CHECKING:
    from datetime import datetime


class Channel(StrEnum):
    """How somebody talks with us."""

    WEB = "web"
    TELEGRAM = "telegram"
    TERMINAL = "terminal"
    DESK = "desk"
    """The werkmatchers' page."""
    TEAM = "team"
    """The werkmatchers' group on Telegram."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is on a channel: the id of a web conversation, of a Telegram chat. Personal, so not shown."""

    channel: Channel
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """Words. `edited` when they replace words said before, at `first_at` (None: that is not known).

    `reply_to`: the message of ours that they answer, by the channel's own number, where the channel tells.
    """

    text: str = field(repr=False)
    edited: bool = False
    first_at: datetime | None = field(default=None, repr=False)
    reply_to: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button, by its value (`question=key`), and on the web the number of the message it stands under."""

    value: str = field(repr=False)
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as somebody gives it, a picture without what a camera wrote in it: its kind, and its bytes."""

    kind: str
    """`jpg` or `pdf`."""
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that is not words: `voice photo sticker location document contact video forward group other`.

    `file` is there only when the open question asks for one (`bot.dialogs.question.Question.file`).
    """

    kind: str
    file: Upload | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An invitation link, used: by the button on its page, or by Telegram's Start. None: Start without a link.

    `session` is the secret of a new web session, for a cookie.
    """

    token: str | None = field(repr=False)
    session: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of another device, typed where nobody is known yet: link this address to that person."""

    code: str = field(repr=False)
    session: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot, or (`blocked` false) let it in again."""

    blocked: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """Something that was planned (`bot.domain.effects.Plan`): by the clock, or because somebody else did something.

    `from_id`: who that was. When they erase everything, it goes with them, also when it had to wait longer.
    """

    kind: str
    body: dict[str, Any] = field(default_factory=dict, repr=False)
    from_id: str | None = field(default=None, repr=False)


What: TypeAlias = Said | Tapped | Sent | Opened | Coded | Blocked | Due | Act


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `id` is the channel's own (`tg:<update_id>`, the page's uuid): the same id never counts twice.

    `at` is aware, in UTC. `language` is the one the person chose before there was a
    conversation (on the welcome page), if any. `name`: what somebody is called in the team's group on Telegram.
    """

    id: str = field(repr=False)
    address: Address
    what: What
    at: datetime
    language: str | None = None
    name: str | None = field(default=None, repr=False)
