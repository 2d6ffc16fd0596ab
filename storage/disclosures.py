"""People as employers know them, and each time that something of them was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from bot.domain.disclosure import Grain
from bot.domain.known_as import Disclosure, Pair
from storage.tables import contact, disclosure, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from bot.domain.contact import Side
    from storage.sealing import Seal

_HANDLE_DIGITS = 16
_OF = select(pair).where(or_(pair.c.employer_id == bindparam("who"), pair.c.person_id == bindparam("who")))
_ONE = select(pair).where(pair.c.handle == bindparam("which"))
_TAKEN = select(contact.c.name_sealed).where(contact.c.employer_id == bindparam("who"))
_ADD = insert(pair)
_COARSER = update(pair).where(pair.c.handle == bindparam("which")).values(grain=bindparam("to"))
_BLOCK = (
    update(pair)
    .where(pair.c.person_id == bindparam("person"), pair.c.employer_id == bindparam("employer"))
    .values(blocked_by=bindparam("side"))
)
_SHOW = insert(disclosure)
_SHOWN = select(disclosure).where(disclosure.c.person_id == bindparam("person")).order_by(disclosure.c.id)


class Disclosures:
    """Who is known to whom under which name, and what was shown."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def handle(self, person_id: str, employer_id: str) -> str:
        """Make what stands for a person in an employer's chat."""
        return self.seed(person_id, employer_id).hex()[:_HANDLE_DIGITS]

    def seed(self, person_id: str, employer_id: str) -> bytes:
        """Make the keyed hash of a person and an employer."""
        return self._seal.lookup("pair", f"{person_id}:{employer_id}")

    def pairs(self, who: str) -> Sequence[Pair]:
        """Give those whom an employer knows, or the employers who know a person."""
        return [self._pair(row) for row in self._connection.execute(_OF, {"who": who})]

    def pair(self, handle: str) -> Pair | None:
        """Give whom a handle stands for; None when they are gone."""
        row = self._connection.execute(_ONE, {"which": handle}).one_or_none()
        return self._pair(row) if row else None

    def names_of_contacts(self, employer_id: str) -> set[str]:
        """Give the names in an employer's contacts, also those of people who are gone."""
        return {self._seal.open(sealed) for sealed in self._connection.execute(_TAKEN, {"who": employer_id}).scalars()}

    def know(self, known: Pair) -> None:
        """Keep by which name, and how finely, an employer knows somebody: never finer than before."""
        held = self.pair(known.handle)
        if held is None:
            row = {"handle": known.handle, "person_id": known.person_id, "employer_id": known.employer_id}
            sealed = self._seal.seal(known.name)
            self._connection.execute(_ADD, {**row, "name_sealed": sealed, "grain": int(known.grain)})
        elif known.grain > held.grain:
            self._connection.execute(_COARSER, {"which": known.handle, "to": int(known.grain)})

    def block(self, person_id: str, employer_id: str, by: Side) -> None:
        """Let these two have no contact any more."""
        self._connection.execute(_BLOCK, {"person": person_id, "employer": employer_id, "side": by.value})

    def show(self, people: Iterable[str], shown: Disclosure) -> None:
        """Record that something of these people is shown."""
        body: dict[str, Any] = {"what": shown.what, "employer": shown.employer, "vacancy": shown.vacancy}
        body |= {"parts": shown.parts} if shown.parts else {}
        rows = [{"person_id": each, "at": shown.at, "body_sealed": self._seal.seal(body)} for each in people]
        if rows:
            self._connection.execute(_SHOW, rows)

    def shown(self, person_id: str) -> Sequence[Disclosure]:
        """Give all that was shown of somebody, the oldest first."""
        rows = self._connection.execute(_SHOWN, {"person": person_id})
        return [self._shown(self._seal.open(row.body_sealed), row.at) for row in rows]

    def _shown(self, body: Mapping[str, Any], at: datetime) -> Disclosure:
        return Disclosure(body["what"], body["employer"], body["vacancy"], at, tuple(body.get("parts", ())))

    def _pair(self, row: Row[tuple[object, ...]]) -> Pair:
        return Pair(
            row.handle,
            row.person_id,
            row.employer_id,
            self._seal.open(row.name_sealed),
            Grain(row.grain),
            row.blocked_by is not None,
        )
