"""Who is signed in on the web chat: a secret in a cookie, a hash here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.event import Address, Channel
from bot.domain.person import Role
from storage.tables import address, person, web_session

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.sealing import Seal

_ADD = insert(web_session)
_FIND = (
    select(address.c.id, person.c.id.label("person_id"), person.c.language, web_session.c.expires_at)
    .join(web_session, web_session.c.address_id == address.c.id)
    .join(person, person.c.id == address.c.person_id)
    .where(
        web_session.c.secret_hash == bindparam("secret"),
        web_session.c.expires_at > bindparam("now"),
        address.c.lookup == bindparam("lookup"),
    )
)
_AT_DESK = (
    select(
        address.c.id,
        address.c.key_sealed,
        person.c.id.label("person_id"),
        person.c.name_sealed,
        person.c.language,
        person.c.lets_in,
        web_session.c.expires_at,
    )
    .join(web_session, web_session.c.address_id == address.c.id)
    .join(person, person.c.id == address.c.person_id)
    .where(
        web_session.c.secret_hash == bindparam("secret"),
        web_session.c.expires_at > bindparam("now"),
        address.c.channel == Channel.DESK.value,
        person.c.role == Role.WERKMATCHER.value,
    )
)
_OPEN = select(address.c.id).where(address.c.id == bindparam("at_address"))
_RENEW = (
    update(web_session).where(web_session.c.secret_hash == bindparam("secret")).values(expires_at=bindparam("until"))
)
_END = delete(web_session).where(web_session.c.secret_hash == bindparam("secret"))
_EXPIRED = delete(web_session).where(web_session.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, to which web conversation, the language they read, and until when."""

    web_id: str = field(repr=False)
    address_id: int
    person_id: str
    language: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """A werkmatcher who is signed in at the desk, and until when. `lets_in`: makes new links for colleagues."""

    at: Address
    address_id: int
    person_id: str
    name: str = field(repr=False)
    language: str
    lets_in: bool
    expires_at: datetime


class Sessions:
    """Web sessions."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def add(self, address_id: int, secret: str, expires_at: datetime) -> None:
        """Sign somebody in."""
        row = {"secret_hash": self._seal.lookup("session", secret), "address_id": address_id, "expires_at": expires_at}
        self._connection.execute(_ADD, row)

    def find(self, web_id: str, secret: str, now: datetime) -> Session | None:
        """Give the session of a web conversation, if the secret is one of its own."""
        row = {
            "secret": self._seal.lookup("session", secret),
            "lookup": self._seal.lookup(Channel.WEB, web_id),
            "now": now,
        }
        found = self._connection.execute(_FIND, row).one_or_none()
        return Session(web_id, found.id, found.person_id, found.language, found.expires_at) if found else None

    def at_desk(self, secret: str, now: datetime) -> Seat | None:
        """Give the werkmatcher who signed in at the desk with this secret."""
        row = {"secret": self._seal.lookup("session", secret), "now": now}
        held = self._connection.execute(_AT_DESK, row).one_or_none()
        if held is None:
            return None
        at, name = Address(Channel.DESK, self._seal.open(held.key_sealed)), self._seal.open(held.name_sealed)
        return Seat(at, held.id, held.person_id, name, held.language, held.lets_in, held.expires_at)

    def end(self, secret: str) -> None:
        """Sign somebody out."""
        self._connection.execute(_END, {"secret": self._seal.lookup("session", secret)})

    def renew(self, secret: str, until: datetime) -> None:
        """Let a session last longer."""
        self._connection.execute(_RENEW, {"secret": self._seal.lookup("session", secret), "until": until})

    def is_open(self, address_id: int) -> bool:
        """Tell whether an address is still there: erasing takes it away with everything else."""
        return self._connection.execute(_OPEN, {"at_address": address_id}).first() is not None

    def forget_expired(self, now: datetime) -> None:
        """Remove sessions that ended."""
        self._connection.execute(_EXPIRED, {"now": now})
