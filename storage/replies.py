"""Which message of a chat passed on words of which contact, so that a reply to it goes to who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String, bindparam, insert, select

from storage.tables import address, contact, passed_on

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.sealing import Seal

_ADD = insert(passed_on).from_select(
    ("address_id", "ref", "contact_id"),
    select(address.c.id, bindparam("which", type_=String), bindparam("of_contact", type_=String)).where(
        address.c.id == bindparam("at_address"),
        select(contact.c.id).where(contact.c.id == bindparam("of_contact", type_=String)).exists(),
    ),
)
"""Nothing where one of both is gone since: what was sent is marked also when somebody erases everything meanwhile."""
_ABOUT = select(passed_on.c.contact_id).where(
    passed_on.c.address_id == bindparam("at_address"), passed_on.c.ref == bindparam("which")
)


class Replies:
    """What can be replied to, where the channel tells which message is meant."""

    def __init__(self, connection: Connection, _seal: Seal) -> None:
        self._connection = connection

    def add(self, address_id: int, ref: str, contact_id: str) -> None:
        """Keep that this message there passed on words of this contact, if both are still here."""
        self._connection.execute(_ADD, {"at_address": address_id, "which": ref, "of_contact": contact_id})

    def about(self, address_id: int, ref: str) -> str | None:
        """Give the contact whose words a message passed on; None: it passed on nothing."""
        found: str | None = self._connection.execute(
            _ABOUT, {"at_address": address_id, "which": ref}
        ).scalar_one_or_none()
        return found
