"""Sentences that were not understood, without names, numbers and places: kept where the person said yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from storage.tables import lesson

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from storage.sealing import Seal

_KEEP = insert(lesson)
_ALL = select(lesson.c.sentence_sealed, lesson.c.kept_on)
_FORGET = delete(lesson).where(lesson.c.kept_on < bindparam("before"))


class Lessons:
    """What may be learned from. Each row goes with its person (V11); a review never tells whose a sentence is."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def keep(self, person_id: str, sentence: str, today: date) -> None:
        """Keep a sentence that was stripped, and that the person saw and agreed to."""
        row: dict[str, Any] = {
            "person_id": person_id,
            "sentence_sealed": self._seal.seal(sentence),
            "kept_on": today,
        }
        self._connection.execute(_KEEP, row)

    def review(self) -> list[tuple[str, str]]:
        """Give (month, sentence), in the order of the alphabet: nothing tells who said it, or on which day."""
        rows = self._connection.execute(_ALL)
        return sorted((row.kept_on.strftime("%Y-%m"), str(self._seal.open(row.sentence_sealed))) for row in rows)

    def forget(self, before: date) -> None:
        """Forget what was kept before a day."""
        self._connection.execute(_FORGET, {"before": before})
