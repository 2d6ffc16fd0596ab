"""What people said to the question whether employers may read one of the five fields of V4; sealed, and only added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from bot.domain.consent import Answer
from bot.domain.fields import Field, FieldConsent
from storage.tables import field_consent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from storage.sealing import Seal

_OF = select(field_consent).where(field_consent.c.person_id == bindparam("person")).order_by(field_consent.c.id)
_ADD = insert(field_consent)


class FieldConsents:
    """Each yes, no and withdrawal for a field. Which field it is, and what was said, nobody reads in the database."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def of(self, person_id: str) -> tuple[FieldConsent, ...]:
        """Give all that somebody said, the oldest first."""
        rows = self._connection.execute(_OF, {"person": person_id})
        return tuple(self._opened(row) for row in rows)

    def add(self, person_id: str, rows: Iterable[FieldConsent]) -> None:
        """Add what somebody said."""
        for row in rows:
            body = {"field": row.about.value, "answer": row.answer.value, "text": row.version}
            self._connection.execute(_ADD, {"person_id": person_id, "at": row.at, "body_sealed": self._seal.seal(body)})

    def _opened(self, row: Row[Any]) -> FieldConsent:
        held = self._seal.open(row.body_sealed)
        return FieldConsent(Field(held["field"]), Answer(held["answer"]), row.at, held["text"])
