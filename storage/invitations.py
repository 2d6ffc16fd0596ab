"""Invitations and codes: only hashes are kept, and a used invitation looks like an unused one (V2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.invitation import Invitation
from bot.domain.person import Contact, Role, Support
from storage.tables import invitation, issued, link_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.sealing import Seal

_ISSUE = insert(issued)
_ADD = insert(invitation)
_OF_TOKEN = (
    select(invitation)
    .where(invitation.c.token_hash == bindparam("hash"), invitation.c.expires_at > bindparam("now"))
    .with_for_update()
)
_OF_ISSUE = select(invitation).where(invitation.c.issue_hash == bindparam("hash")).with_for_update()
_ALL = select(invitation).with_for_update()
_RESEAL = (
    update(invitation).where(invitation.c.token_hash == bindparam("hash")).values(terms_sealed=bindparam("sealed"))
)
_EXPIRED = delete(invitation).where(invitation.c.expires_at <= bindparam("now"))
_LISTED = select(issued).order_by(issued.c.made_at.desc())
_OFFER = insert(link_code)
_OFFERED = delete(link_code).where(link_code.c.person_id == bindparam("person"))
_ACCEPT = (
    delete(link_code)
    .where(link_code.c.code_hash == bindparam("hash"), link_code.c.expires_at > bindparam("now"))
    .returning(link_code.c.person_id)
)
_STALE = delete(link_code).where(link_code.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True)
class Issued:
    """What staff see of an invitation, whatever became of it (V2)."""

    id: str
    role: Role
    made_at: datetime
    expires_at: datetime


class Invitations:
    """Invitations, and the codes by which one person links devices."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def issue(self, issued_id: str, token: str, made: Invitation, now: datetime) -> None:
        """Keep a new invitation; of its token only a hash."""
        row = {"id": issued_id, "role": made.role.value, "made_at": now, "expires_at": made.expires_at}
        self._connection.execute(_ISSUE, row)
        self._connection.execute(
            _ADD,
            {
                "token_hash": self._seal.lookup("invitation", token),
                "issue_hash": self._seal.lookup("issued", issued_id),
                "terms_sealed": self._seal.seal(
                    {
                        "role": made.role,
                        "support": made.support,
                        "contact": made.contact,
                        "name": made.name,
                        "lets_in": int(made.lets_in),
                        "open": 1,
                    }
                ),
                "expires_at": made.expires_at,
            },
        )

    def use(self, token: str, now: datetime) -> Invitation | None:
        """Use an invitation up; None when it is used, expired, revoked or unknown: nobody learns which."""
        row = {"hash": self._seal.lookup("invitation", token), "now": now}
        held = self._connection.execute(_OF_TOKEN, row).one_or_none()
        if held is None:
            return None
        terms = self._seal.open(held.terms_sealed)
        if not terms["open"]:
            return None
        self._close(held.token_hash, terms)
        support, contact = Support(terms["support"]), Contact(terms["contact"])
        lets_in = bool(terms.get("lets_in"))
        return Invitation(Role(terms["role"]), held.expires_at, support, contact, terms.get("name"), lets_in)

    def revoke(self, issued_id: str) -> None:
        """Make an invitation unusable; says nothing about whether it still was (V2)."""
        for held in self._connection.execute(_OF_ISSUE, {"hash": self._seal.lookup("issued", issued_id)}).all():
            self._close(held.token_hash, self._seal.open(held.terms_sealed))

    def _close(self, token_hash: bytes, terms: dict[str, Any]) -> None:
        """Note that it cannot be used any more, in a row that looks and weighs the same as before."""
        self._connection.execute(_RESEAL, {"hash": token_hash, "sealed": self._seal.seal({**terms, "open": 0})})

    def reseal(self) -> None:
        """Seal every row afresh, so that two back-ups side by side do not tell which were used between them (V2)."""
        for held in self._connection.execute(_ALL).all():
            sealed = self._seal.seal(self._seal.open(held.terms_sealed))
            self._connection.execute(_RESEAL, {"hash": held.token_hash, "sealed": sealed})

    def listed(self) -> Sequence[Issued]:
        """Give what staff see, newest first."""
        rows = self._connection.execute(_LISTED)
        return [Issued(row.id, Role(row.role), row.made_at, row.expires_at) for row in rows]

    def offer_code(self, code: str, person_id: str, expires_at: datetime) -> None:
        """Keep a code for a person; an earlier one no longer works."""
        self._connection.execute(_OFFERED, {"person": person_id})
        row = {"code_hash": self._seal.lookup("code", code), "person_id": person_id, "expires_at": expires_at}
        self._connection.execute(_OFFER, row)

    def accept_code(self, code: str, now: datetime) -> str | None:
        """Use a code up; give whose it is."""
        row = {"hash": self._seal.lookup("code", code), "now": now}
        found: str | None = self._connection.execute(_ACCEPT, row).scalar_one_or_none()
        return found

    def forget_expired(self, now: datetime) -> None:
        """Remove what can no longer be used."""
        self._connection.execute(_EXPIRED, {"now": now})
        self._connection.execute(_STALE, {"now": now})
