"""Files that people give to an employer: sealed, one for a contact, gone with the yes and with the contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, or_, select, true, update

from storage.tables import contact, given_file

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.domain.effects import KeepFile
    from storage.sealing import Seal

_ADD = insert(given_file)
_GIVE = update(given_file).where(given_file.c.contact_id == bindparam("which")).values(given=True)
_FORGET = delete(given_file).where(given_file.c.contact_id == bindparam("which"))
_FORGET_UNDECIDED = _FORGET.where(given_file.c.given.is_(False), given_file.c.person_id == bindparam("giver"))
_HAS = select(given_file.c.id).where(given_file.c.contact_id == bindparam("which"), given_file.c.id == bindparam("id"))
_LEFT = delete(given_file).where(given_file.c.given.is_(False), given_file.c.at < bindparam("before"))
_OPEN = (
    select(given_file.c.body_sealed)
    .join(contact, contact.c.id == given_file.c.contact_id)
    .where(
        given_file.c.id == bindparam("which"),
        or_(
            given_file.c.person_id == bindparam("reader"),
            (contact.c.employer_id == bindparam("reader")) & (given_file.c.given == true()),
        ),
    )
)


class Files:
    """The files of contacts."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def keep(self, person_id: str, kept: KeepFile, at: datetime) -> None:
        """Keep a file, in place of the one that the contact had; only its giver can read it yet."""
        self.forget(kept.contact_id)
        row = {"id": kept.file.id, "person_id": person_id, "contact_id": kept.contact_id, "kind": kept.file.kind}
        sealed = self._seal.seal_bytes(kept.content)
        self._connection.execute(_ADD, {**row, "at": at, "given": False, "body_sealed": sealed})

    def give(self, contact_id: str) -> None:
        """Let the employer of the contact read its file too."""
        self._connection.execute(_GIVE, {"which": contact_id})

    def forget(self, contact_id: str) -> None:
        """Erase the file of a contact."""
        self._connection.execute(_FORGET, {"which": contact_id})

    def forget_undecided(self, person_id: str, contact_id: str) -> None:
        """Erase the file that somebody sent for a contact and did not say yes to."""
        self._connection.execute(_FORGET_UNDECIDED, {"which": contact_id, "giver": person_id})

    def has(self, contact_id: str, file_id: str) -> bool:
        """Tell whether this is the file of a contact."""
        return self._connection.execute(_HAS, {"which": contact_id, "id": file_id}).first() is not None

    def forget_left(self, before: datetime) -> None:
        """Erase what came before a moment and was not given."""
        self._connection.execute(_LEFT, {"before": before})

    def content(self, file_id: str, reader_id: str) -> bytes | None:
        """Give the bytes of a file to who gave it, or to the employer who was given it; None to everybody else."""
        sealed = self._connection.execute(_OPEN, {"which": file_id, "reader": reader_id}).scalar_one_or_none()
        return None if sealed is None else self._seal.open_bytes(sealed)
