"""Answers to the survey, kept apart from people: a month, a question, an answer, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from storage.tables import survey

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from storage.sealing import Seal

_ADD = insert(survey)
_COUNTED = select(survey.c.question, survey.c.answer, func.count()).group_by(survey.c.question, survey.c.answer)


class Surveys:
    """What people said of the chat."""

    def __init__(self, connection: Connection, _seal: Seal) -> None:
        self._connection = connection

    def add(self, question: str, answer: str, today: date) -> None:
        """Keep an answer, by its month."""
        self._connection.execute(_ADD, {"month": today.replace(day=1), "question": question, "answer": answer})

    def counted(self) -> dict[tuple[str, str], int]:
        """Count the answers to each question."""
        return {(question, answer): count for question, answer, count in self._connection.execute(_COUNTED)}
