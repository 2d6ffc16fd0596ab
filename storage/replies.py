"""Which message of a chat passed on words of which contact, so that a reply to it goes to who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from storage.tables import passed_on

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.sealing import Seal

_ADD = insert(passed_on)
_ABOUT = select(passed_on.c.contact_id).where(
    passed_on.c.address_id == bindparam("at_address"), passed_on.c.ref == bindparam("which")
)


class Replies:
    """What can be replied to, where the channel tells which message is meant."""

    def __init__(self, connection: Connection, _seal: Seal) -> None:
        self._connection = connection

    def add(self, address_id: int, ref: str, contact_id: str) -> None:
        """Keep that this message there passed on words of this contact."""
        self._connection.execute(_ADD, {"address_id": address_id, "ref": ref, "contact_id": contact_id})

    def about(self, address_id: int, ref: str) -> str | None:
        """Give the contact whose words a message passed on; None: it passed on nothing."""
        found: str | None = self._connection.execute(
            _ABOUT, {"at_address": address_id, "which": ref}
        ).scalar_one_or_none()
        return found
