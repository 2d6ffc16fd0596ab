"""A werkmatcher's own standard answers, sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from storage.tables import standard_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from storage.sealing import Seal

_ADD = insert(standard_answer).returning(standard_answer.c.number)
_OF = (
    select(standard_answer).where(standard_answer.c.person_id == bindparam("person")).order_by(standard_answer.c.number)
)
_DROP = delete(standard_answer).where(
    standard_answer.c.person_id == bindparam("person"), standard_answer.c.number == bindparam("which")
)


class StandardAnswers:
    """Standard answers that werkmatchers made for themselves."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def of(self, werkmatcher_id: str) -> Sequence[tuple[int, str]]:
        """Give a werkmatcher's own answers: their number and words, the oldest first."""
        rows = self._connection.execute(_OF, {"person": werkmatcher_id})
        return [(row.number, self._seal.open(row.body_sealed)) for row in rows]

    def keep(self, werkmatcher_id: str, words: str) -> int:
        """Keep an answer; give its number."""
        row = {"person_id": werkmatcher_id, "body_sealed": self._seal.seal(words)}
        number: int = self._connection.execute(_ADD, row).scalar_one()
        return number

    def drop(self, werkmatcher_id: str, number: int) -> bool:
        """Throw one of their own away; False: there is none such."""
        return self._connection.execute(_DROP, {"person": werkmatcher_id, "which": number}).rowcount == 1
