"""Invitations and codes: only hashes are kept, and using one up removes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

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
_USE = (
    delete(invitation)
    .where(invitation.c.token_hash == bindparam("hash"), invitation.c.expires_at > bindparam("now"))
    .returning(invitation.c.role, invitation.c.support, invitation.c.contact, invitation.c.expires_at)
)
_CAN_BE_USED = select(invitation.c.role).where(
    invitation.c.token_hash == bindparam("hash"), invitation.c.expires_at > bindparam("now")
)
_REVOKE = delete(invitation).where(invitation.c.issued_id == bindparam("issue"))
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
                "issued_id": issued_id,
                "role": made.role.value,
                "support": made.support.value,
                "contact": made.contact.value,
                "expires_at": made.expires_at,
            },
        )

    def use(self, token: str, now: datetime) -> Invitation | None:
        """Use an invitation up; None when it is used, expired, revoked or unknown: nobody learns which."""
        row = self._connection.execute(_USE, {"hash": self._seal.lookup("invitation", token), "now": now}).one_or_none()
        return Invitation(Role(row.role), row.expires_at, Support(row.support), Contact(row.contact)) if row else None

    def can_be_used(self, token: str, now: datetime) -> bool:
        """Tell whether a link still opens, without using it up."""
        row = {"hash": self._seal.lookup("invitation", token), "now": now}
        return self._connection.execute(_CAN_BE_USED, row).first() is not None

    def revoke(self, issued_id: str) -> None:
        """Make an invitation unusable; says nothing about whether it still was (V2)."""
        self._connection.execute(_REVOKE, {"issue": issued_id})

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
