"""Who takes part, and where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from bot.domain.event import Address, Channel
from bot.domain.person import Contact, Person, Role, Support
from storage.erasing import erase_people
from storage.tables import address, conversation, person, profile

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Row

    from storage.sealing import Seal

_SPEAKER_COLUMNS = (
    select(
        address.c.id,
        address.c.reachable,
        person.c.id.label("person_id"),
        person.c.role,
        person.c.language,
        person.c.support,
        person.c.contact,
        person.c.name_sealed,
        conversation.c.state_sealed,
        profile.c.person_id.is_not(None).label("has_profile"),
    )
    .join(person, person.c.id == address.c.person_id)
    .join(conversation, conversation.c.person_id == person.c.id)
    .outerjoin(profile, profile.c.person_id == person.c.id)
    .with_for_update(of=conversation)  # one person's events one after another, over any number of processes
)
_SPEAKER = _SPEAKER_COLUMNS.where(address.c.lookup == bindparam("lookup"))
_WHEREVER = (
    _SPEAKER_COLUMNS.add_columns(address.c.channel, address.c.key_sealed)
    .where(person.c.id == bindparam("person"))
    .order_by((address.c.id == conversation.c.last_address_id).desc(), address.c.reachable.desc(), address.c.id.desc())
    .limit(1)
)
_ADD = insert(person)
_ADD_ADDRESS = insert(address).returning(address.c.id)
_ADDRESS_ON = (
    select(address.c.key_sealed)
    .where(address.c.person_id == bindparam("person"), address.c.channel == bindparam("channel"))
    .order_by(address.c.id)
)
_HERE = select(person.c.id).where(person.c.id == bindparam("person")).with_for_update(read=True, key_share=True)
_LANGUAGE = select(person.c.language).where(person.c.id == bindparam("person"))
_SPEAK = update(person).where(person.c.id == bindparam("person")).values(language=bindparam("to"))
_LETS_IN = select(person.c.lets_in).where(person.c.id == bindparam("person"))
_LET_IN = update(person).where(person.c.id == bindparam("person")).values(lets_in=bindparam("yes"))
_ANY_KEY = select(address.c.key_sealed).limit(1)
_REACH = update(address).where(address.c.id == bindparam("at")).values(reachable=bindparam("yes"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the person, the address they speak from, and where their conversation stands (still packed)."""

    person: Person
    at: Address
    address_id: int
    state: dict[str, object] = field(repr=False)
    has_profile: bool
    reachable: bool


class People:
    """People and their addresses."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def _lookup(self, at: Address) -> bytes:
        return self._seal.lookup(at.channel, at.key)

    def speaker(self, at: Address) -> Speaker | None:
        """Give who speaks from an address, their conversation locked; None for a stranger."""
        row = self._connection.execute(_SPEAKER, {"lookup": self._lookup(at)}).one_or_none()
        return self._speaker(row, at) if row else None

    def wherever(self, person_id: str) -> Speaker | None:
        """Give a person at the address they spoke from last, their conversation locked; None when there is none."""
        row = self._connection.execute(_WHEREVER, {"person": person_id}).one_or_none()
        return self._speaker(row, Address(Channel(row.channel), self._seal.open(row.key_sealed))) if row else None

    def _speaker(self, row: Row[*tuple[Any, ...]], at: Address) -> Speaker:
        name = self._seal.open(row.name_sealed) if row.name_sealed else None
        who = Person(row.person_id, Role(row.role), row.language, Support(row.support), Contact(row.contact), name)
        return Speaker(
            who,
            at,
            row.id,
            self._seal.open(row.state_sealed),
            bool(row.has_profile),
            row.reachable,
        )

    def add(self, who: Person, since: date) -> None:
        """Add a person."""
        self._connection.execute(
            _ADD,
            {
                "id": who.id,
                "role": who.role.value,
                "language": who.language,
                "support": who.support.value,
                "contact": who.contact.value,
                "since": since,
                "name_sealed": self._seal.seal(who.name) if who.name else None,
            },
        )

    def is_here(self, person_id: str) -> bool:
        """Tell whether a person takes part, who then cannot be erased before this transaction ends."""
        return self._connection.execute(_HERE, {"person": person_id}).first() is not None

    def add_address(self, person_id: str, at: Address) -> int:
        """Let a person be reached at an address; give its id."""
        added: int = self._connection.execute(
            _ADD_ADDRESS,
            {
                "person_id": person_id,
                "channel": at.channel.value,
                "lookup": self._lookup(at),
                "key_sealed": self._seal.seal(at.key),
            },
        ).scalar_one()
        return added

    def address_on(self, person_id: str, channel: Channel) -> Address | None:
        """Give where a person is on a channel, if anywhere."""
        row = self._connection.execute(_ADDRESS_ON, {"person": person_id, "channel": channel.value}).first()
        return Address(channel, self._seal.open(row.key_sealed)) if row else None

    def language_of(self, person_id: str) -> str:
        """Give the language a person reads; Dutch for who is no longer known."""
        found: str | None = self._connection.execute(_LANGUAGE, {"person": person_id}).scalar_one_or_none()
        return found or "nl"

    def speak(self, person_id: str, language: str) -> None:
        """Set the language a person reads."""
        self._connection.execute(_SPEAK, {"person": person_id, "to": language})

    def lets_in(self, person_id: str) -> bool:
        """Tell whether a werkmatcher makes new links for colleagues."""
        return bool(self._connection.execute(_LETS_IN, {"person": person_id}).scalar_one_or_none())

    def set_lets_in(self, person_id: str, *, lets_in: bool) -> None:
        """Keep whether a werkmatcher makes new links for colleagues."""
        self._connection.execute(_LET_IN, {"person": person_id, "yes": lets_in})

    def set_reachable(self, address_id: int, *, reachable: bool) -> None:
        """Keep whether the channel still lets us through: a fact, not an error."""
        self._connection.execute(_REACH, {"at": address_id, "yes": reachable})

    def try_key(self) -> None:
        """Raise `SealError` when the rows were sealed with another key."""
        sealed = self._connection.execute(_ANY_KEY).scalar_one_or_none()
        if sealed is not None:
            self._seal.open(sealed)

    def erase(self, person_id: str) -> None:
        """Remove a person, and with them all that is theirs (V11)."""
        erase_people(self._connection, self._seal, [person_id])
