"""Contacts between people and employers. What the employer sees of one lies apart from whom it is with.

A contact of somebody who erased everything is read as one that is over, with nobody's id (docs/decisions/019).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Between, ContactRequest, Phase, Side, Why
from bot.domain.known_as import NOBODY, HeldContact
from storage.tables import consent, contact, contact_person, person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from storage.sealing import Seal

_BOTH = (
    select(
        contact,
        contact_person.c.person_id,
        contact_person.c.ended,
        contact_person.c.ended_by,
        contact_person.c.ended_at,
        contact_person.c.why,
        contact_person.c.waits_since,
    )
    .outerjoin(contact_person, contact_person.c.contact_id == contact.c.id)
    .order_by(contact.c.asked_at, contact.c.id)
)
_OF = _BOTH.where(or_(contact.c.employer_id == bindparam("who"), contact_person.c.person_id == bindparam("who")))
_ONE = _BOTH.where(contact.c.id == bindparam("which"))
_LOCK_PEOPLE = (
    select(person.c.id)
    .where(person.c.id.in_(bindparam("which", expanding=True)))
    .order_by(person.c.id)
    .with_for_update(read=True, key_share=True)
)
_LOCK = select(contact.c.id).where(contact.c.id == bindparam("which")).with_for_update()
_ADD, _ADD_PERSON = insert(contact), insert(contact_person)
_KEEP = (
    update(contact)
    .where(contact.c.id == bindparam("which"))
    .values(
        accepted_at=bindparam("accepted"), withdrawn_at=bindparam("withdrawn"), by_employer=bindparam("employers_end")
    )
)
_KEEP_PERSON = (
    update(contact_person)
    .where(contact_person.c.contact_id == bindparam("which"))
    .values(
        ended=bindparam("how"),
        ended_by=bindparam("whose"),
        ended_at=bindparam("when"),
        why=bindparam("reason"),
        waits_since=bindparam("since"),
    )
)
_WITH = select(contact_person.c.contact_id).where(
    contact_person.c.person_id == bindparam("who"), contact_person.c.vacancy_id == bindparam("vacancy")
)
_CONSENTS = select(consent).where(consent.c.contact_id.in_(bindparam("which", expanding=True))).order_by(consent.c.id)
_ADD_CONSENT = insert(consent)
_DECLINED, _SILENT = "declined", "silent"


class Contacts:
    """Contacts, one for a person and a vacancy."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def of(self, person_id: str) -> Sequence[HeldContact]:
        """Give the contacts of a person or an employer, the oldest first."""
        return self._read(self._connection.execute(_OF, {"who": person_id}).all())

    def one(self, contact_id: str) -> HeldContact | None:
        """Give a contact, which nobody else changes before this transaction ends.

        Both people are locked first, as an erasure does: two that lock in another order can wait for each other.
        """
        row = self._connection.execute(_ONE, {"which": contact_id}).one_or_none()
        if row is None:
            return None
        both = [each for each in (row.employer_id, row.person_id) if each]
        self._connection.execute(_LOCK_PEOPLE, {"which": both}).all()
        self._connection.execute(_LOCK, {"which": contact_id}).all()
        found = self._read(self._connection.execute(_ONE, {"which": contact_id}).all())
        return found[0] if found else None

    def begin(self, contact_id: str, begun: ContactRequest, name: str) -> bool:
        """Keep a new contact; False when there is one already for this person and vacancy. Nobody: they are gone."""
        between = begun.between
        here = self._connection.execute(_LOCK_PEOPLE, {"which": [between.person_id]}).first()
        known = (
            here and self._connection.execute(_WITH, {"who": between.person_id, "vacancy": between.vacancy_id}).first()
        )
        if known:
            return False
        row = {
            "id": contact_id,
            "employer_id": between.employer_id,
            "vacancy_id": between.vacancy_id,
            "asked_by": begun.asked_by.value,
            "asked_at": begun.asked_at,
            "accepted_at": begun.accepted_at,
            "name_sealed": self._seal.seal(name),
        }
        self._connection.execute(_ADD, row)
        if here:
            own = {"contact_id": contact_id, "person_id": between.person_id, "vacancy_id": between.vacancy_id}
            self._connection.execute(_ADD_PERSON, own)
            self.keep(contact_id, begun)
        return True

    def keep(self, contact_id: str, held: ContactRequest) -> None:
        """Keep what became of a contact."""
        theirs = {"which": contact_id, "accepted": held.accepted_at, "withdrawn": held.withdrawn_at}
        self._connection.execute(_KEEP, {**theirs, "employers_end": _by_employer(held)})
        self._connection.execute(
            _KEEP_PERSON,
            {
                "which": contact_id,
                "how": held.ended and held.ended.value,
                "whose": held.ended_by and held.ended_by.value,
                "when": held.ended_at,
                "reason": held.why and held.why.value,
                "since": held.waits_since,
            },
        )

    def answer(self, contact_id: str, person_id: str, rows: Iterable[Consent]) -> None:
        """Add what somebody said to the question for a piece."""
        for row in rows:
            self._connection.execute(
                _ADD_CONSENT,
                {
                    "person_id": person_id,
                    "contact_id": contact_id,
                    "piece": row.piece.value,
                    "answer": row.answer.value,
                    "at": row.at,
                    "version": row.version,
                },
            )

    def _read(self, rows: Sequence[Row[Any]]) -> list[HeldContact]:
        consents = self._consents([row.id for row in rows])
        return [
            HeldContact(row.id, _opened(row), self._seal.open(row.name_sealed), tuple(consents[row.id])) for row in rows
        ]

    def _consents(self, ids: list[str]) -> Mapping[str, list[Consent]]:
        found: dict[str, list[Consent]] = defaultdict(list)
        for row in self._connection.execute(_CONSENTS, {"which": ids}) if ids else ():
            found[row.contact_id].append(Consent(Piece(row.piece), Answer(row.answer), row.at, row.version))
        return found


def _by_employer(held: ContactRequest) -> str | None:
    """Say how the employer themselves ended it, which they may go on seeing."""
    if held.why is Why.EMPLOYER_SILENT:
        return _SILENT
    declined = held.ended_by is Side.EMPLOYER and held.accepted_at is None and held.withdrawn_at is None
    return _DECLINED if declined else None


def _opened(row: Row[Any]) -> ContactRequest:
    between = Between(row.person_id or NOBODY, row.employer_id, row.vacancy_id)
    begun = ContactRequest(
        between, Side(row.asked_by), row.asked_at, accepted_at=row.accepted_at, withdrawn_at=row.withdrawn_at
    )
    return _ended(begun, row) if row.person_id else _of_nobody(begun, row.by_employer)


def _ended(begun: ContactRequest, row: Row[Any]) -> ContactRequest:
    return ContactRequest(
        begun.between,
        begun.asked_by,
        begun.asked_at,
        accepted_at=begun.accepted_at,
        ended=Phase(row.ended) if row.ended else None,
        ended_by=Side(row.ended_by) if row.ended_by else None,
        ended_at=row.ended_at,
        why=Why(row.why) if row.why else None,
        withdrawn_at=begun.withdrawn_at,
        waits_since=row.waits_since,
    )


def _of_nobody(begun: ContactRequest, by_employer: str | None) -> ContactRequest:
    """Give the contact of somebody who is gone: over, in the way in which the employer saw it end, if they did."""
    phase, side, why = Phase.CLOSED, Side.CHAT, Why.HIDDEN
    if by_employer == _SILENT:
        why = Why.EMPLOYER_SILENT
    elif by_employer == _DECLINED:
        return ContactRequest(
            begun.between, begun.asked_by, begun.asked_at, ended=Phase.REFUSED, ended_by=Side.EMPLOYER
        )
    return ContactRequest(
        begun.between,
        begun.asked_by,
        begun.asked_at,
        accepted_at=begun.accepted_at,
        ended=phase,
        ended_by=side,
        ended_at=begun.asked_at,
        why=why,
        withdrawn_at=begun.withdrawn_at,
    )
