"""The outbox, and what the web chat shows: messages in order, sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, update

from bot.domain.event import Address, Channel
from bot.domain.message import Message, pack_message, unpack_message
from storage.tables import address, message, person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from bot.text import Text
    from storage.sealing import Seal

ME = "me"
"""The author of what the person said; shown on the right."""

CHAT = "chat"
GIVEN = "given"
"""The chat, with a name or a number that somebody gave for the time of a conversation."""

_LONGEST_WHY = 40

_ADD = insert(message)
_SINCE = (
    select(message.c.seq, message.c.author, message.c.event_id, message.c.body_sealed, message.c.at)
    .where(
        message.c.address_id == bindparam("at_address"), message.c.seq > bindparam("after"), message.c.status == "kept"
    )
    .order_by(message.c.seq)
    .limit(bindparam("most"))
)
_ONE = select(message.c.body_sealed).where(
    message.c.address_id == bindparam("at_address"), message.c.seq == bindparam("number")
)
_WAITS: ColumnElement[str] = literal_column(
    "'waiting'"
)  # not a parameter: only so can the indexes of what waits be used
_OF_CHAT = message.alias("of_chat")
_NEXT_OF_CHAT = (
    select(_OF_CHAT.c.seq)
    .where(_OF_CHAT.c.address_id == message.c.address_id, _OF_CHAT.c.status == _WAITS)
    .order_by(_OF_CHAT.c.is_push, _OF_CHAT.c.seq)
    .limit(1)
    .correlate(message)
    .scalar_subquery()
)
_HEADS = (
    select(message.c.seq, message.c.address_id, message.c.is_push)
    .join(address, address.c.id == message.c.address_id)
    .where(
        message.c.status == _WAITS,
        message.c.due_at <= bindparam("now"),
        ~message.c.is_push | bindparam("awake"),
        address.c.reachable,
        message.c.seq == _NEXT_OF_CHAT,
    )
    .order_by(message.c.is_push, message.c.seq)
    .limit(bindparam("most"))
)
_OUTGOING = (
    select(
        message.c.seq,
        message.c.address_id,
        message.c.person_id,
        message.c.body_sealed,
        message.c.tries,
        message.c.is_push,
        address.c.channel,
        address.c.key_sealed,
        address.c.buttons_ref,
        person.c.language,
    )
    .join(address, address.c.id == message.c.address_id)
    .join(person, person.c.id == message.c.person_id)
    .where(message.c.status == _WAITS, address.c.reachable)
)
_OUTGOING_ONE = _OUTGOING.where(message.c.seq == bindparam("number"))
_SENT = delete(message).where(message.c.seq == bindparam("number"))
_SHOWS_BUTTONS = update(address).where(address.c.id == bindparam("at_address")).values(buttons_ref=bindparam("ref"))
_LATER = (
    update(message)
    .where(message.c.seq == bindparam("number"))
    .values(tries=message.c.tries + 1, due_at=bindparam("later"), error=bindparam("why"))
)
_DEAD = update(message).where(message.c.seq == bindparam("number")).values(status="dead", error=bindparam("why"))
_FORGET_GIVEN = delete(message).where(
    message.c.person_id == bindparam("person"), message.c.from_id == bindparam("giver"), message.c.author == GIVEN
)
_COUNTED = select(message.c.status, message.c.error, func.count()).group_by(message.c.status, message.c.error)
_BACKLOG = (
    select(func.count(), func.min(message.c.at))
    .join(address, address.c.id == message.c.address_id)
    .where(message.c.status == _WAITS, address.c.reachable)
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message to keep or to send: by whom (`ME`, `CHAT`), and whether nobody asked for it (`Say.push`)."""

    author: str
    body: str | Message = field(repr=False)
    is_push: bool = False
    from_id: str | None = field(default=None, repr=False)
    """Whose words are in it, when they are somebody else's: it is erased with them."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent: to whom, in which language, tried how often; `buttons_ref` still shows buttons there."""

    seq: int
    address_id: int
    person_id: str
    to: Address
    language: str
    message: Message = field(repr=False)
    tries: int
    is_push: bool
    buttons_ref: str | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many messages wait for who can be reached, and since when the oldest does."""

    count: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the web chat: the person's own words (a str), or what was said to them."""

    seq: int
    author: str
    event_id: str | None = field(repr=False)
    body: str | Message = field(repr=False)
    at: datetime


class Outbox:
    """Messages on their way, and messages kept to be read."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def add(  # noqa: PLR0913 - these are the columns of one row, all by name
        self,
        person_id: str,
        address_id: int,
        channel: Channel,
        spoken: Iterable[Spoken],
        *,
        at: datetime,
        event_id: str | None = None,
    ) -> None:
        """Put messages in order: those for the web are kept to be read, others wait for the sender."""
        kept = channel is not Channel.TELEGRAM
        rows = [
            {
                "person_id": person_id,
                "address_id": address_id,
                "author": each.author,
                "event_id": event_id.rsplit(":", 1)[-1] if event_id and each.author == ME else None,
                "body_sealed": self._seal.seal(each.body if isinstance(each.body, str) else pack_message(each.body)),
                "at": at,
                "status": "kept" if kept else "waiting",
                "is_push": each.is_push,
                "from_id": each.from_id,
                "due_at": at,
            }
            for each in spoken
        ]
        if rows:
            self._connection.execute(_ADD, rows)

    def forget_given(self, person_id: str, from_id: str) -> None:
        """Remove from somebody's chat the names and numbers that another gave."""
        self._connection.execute(_FORGET_GIVEN, {"person": person_id, "giver": from_id})

    def since(self, address_id: int, after: int, most: int = 500) -> Sequence[Shown]:
        """Give what the web chat shows after a number."""
        rows = self._connection.execute(_SINCE, {"at_address": address_id, "after": after, "most": most})
        return [Shown(row.seq, row.author, row.event_id, self._body(row.body_sealed), row.at) for row in rows]

    def _body(self, sealed: bytes) -> str | Message:
        opened: Any = self._seal.open(sealed)
        return opened if isinstance(opened, str) else unpack_message(opened)

    def label_of(self, address_id: int, seq: int, value: str) -> Text | None:
        """Give what a button says, by the message it stands under and its value."""
        row = self._connection.execute(_ONE, {"at_address": address_id, "number": seq}).one_or_none()
        body = self._body(row.body_sealed) if row else None
        buttons = body.buttons if isinstance(body, Message) else ()
        return next((button.label for button in buttons if button.value == value), None)

    def heads(self, now: datetime, most: int, *, awake: bool = True) -> Sequence[tuple[int, int, bool]]:
        """Give the number, the address, and whether it is a push, of the next message of each chat, if due, in order.

        `awake`: it is a time of day at which messages may go that nobody asked for.

        A message that failed and is tried again later holds up those behind it, so that a chat stays in order; only
        a reply may go before a push.
        """
        rows = self._connection.execute(_HEADS, {"now": now, "most": most, "awake": awake})
        return [(row.seq, row.address_id, row.is_push) for row in rows]

    def outgoing(self, seq: int) -> Outgoing | None:
        """Give one message that still waits; None when it was erased, or its reader left, since."""
        row = self._connection.execute(_OUTGOING_ONE, {"number": seq}).one_or_none()
        return self._outgoing(row) if row else None

    def _outgoing(self, row: Row[*tuple[Any, ...]]) -> Outgoing:
        return Outgoing(
            row.seq,
            row.address_id,
            row.person_id,
            Address(Channel(row.channel), self._seal.open(row.key_sealed)),
            row.language,
            unpack_message(self._seal.open(row.body_sealed)),
            row.tries,
            row.is_push,
            row.buttons_ref,
        )

    def sent(self, seq: int, address_id: int, *, buttons_ref: str | None) -> None:
        """Forget a message that was sent; keep which message there now shows buttons."""
        # the address first, as an erasure does: two that lock in another order can wait for each other
        self._connection.execute(_SHOWS_BUTTONS, {"at_address": address_id, "ref": buttons_ref})
        self._connection.execute(_SENT, {"number": seq})

    def later(self, seq: int, at: datetime, why: str) -> None:
        """Try again later; `why` is a kind of error, never its text."""
        self._connection.execute(_LATER, {"number": seq, "later": at, "why": why[:_LONGEST_WHY]})

    def dead(self, seq: int, why: str) -> None:
        """Give up on a message; `hallowerk status` shows it."""
        self._connection.execute(_DEAD, {"number": seq, "why": why[:_LONGEST_WHY]})

    def counted(self) -> dict[tuple[str, str | None], int]:
        """Count messages by status and kind of error."""
        return {(status, error): count for status, error, count in self._connection.execute(_COUNTED)}

    def backlog(self) -> Backlog:
        """Tell what waits for who can be reached; who blocked the bot does not hold anything up."""
        count, oldest = self._connection.execute(_BACKLOG).one()
        return Backlog(count, oldest)
