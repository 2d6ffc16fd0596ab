"""Which vacancies somebody was shown, and what they said of each: so that nothing comes twice; sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from storage.tables import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.domain.effects import React
    from storage.sealing import Seal

_OF = select(shown).where(shown.c.person_id == bindparam("person")).order_by(shown.c.at, shown.c.vacancy_id)
_ADD = insert(shown)
_BODY = select(shown.c.body_sealed).where(
    shown.c.person_id == bindparam("person"), shown.c.vacancy_id == bindparam("which")
)
_THIS = (shown.c.person_id == bindparam("person"), shown.c.vacancy_id == bindparam("which"))
_AGAIN = (
    update(shown)
    .where(*_THIS)
    .values(version=bindparam("new_version"), at=bindparam("now"), body_sealed=bindparam("sealed"))
)
_SAID = update(shown).where(*_THIS).values(body_sealed=bindparam("sealed"))


@dataclass(frozen=True, slots=True)
class WasShown:
    """A vacancy that somebody was shown: which version, when, and what they said: `want not later ask`, and why.

    `why`: `far work hours other`; `work`: the occupation (its URI) that they do not want to see again.
    `wanted`: they said that they want it, also when it came again since.
    """

    vacancy_id: str = field(repr=False)
    version: int
    at: datetime
    reaction: str | None = field(default=None, repr=False)
    why: str | None = field(default=None, repr=False)
    work: str | None = field(default=None, repr=False)
    wanted: bool = field(default=False, repr=False)


def is_wanted(body: Mapping[str, Any]) -> bool:
    """Tell whether somebody said that they want a vacancy, and did not refuse it since; also after it came again."""
    return bool(body.get("wanted") or body.get("reaction") == "want")


class ShownVacancies:
    """What people were shown, one row for a person and a vacancy."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def of(self, person_id: str) -> Sequence[WasShown]:
        """Give all that somebody was shown, the oldest first."""
        rows = self._connection.execute(_OF, {"person": person_id}).all()
        return [WasShown(row.vacancy_id, row.version, row.at, **self._seal.open(row.body_sealed)) for row in rows]

    def show(self, person_id: str, vacancy_id: str, version: int, at: datetime) -> None:
        """Note that somebody is shown a vacancy; shown anew, what they said of it before no longer counts."""
        row: dict[str, Any] = {"person": person_id, "which": vacancy_id, "new_version": version, "now": at}
        sealed = self._seal.seal({"wanted": True} if self._is_wanted(person_id, vacancy_id) else {})
        if not self._connection.execute(_AGAIN, {**row, "sealed": sealed}).rowcount:
            new = {"person_id": person_id, "vacancy_id": vacancy_id, "version": version, "at": at}
            self._connection.execute(_ADD, {**new, "body_sealed": sealed})

    def react(self, said: React, person_id: str) -> None:
        """Keep what somebody said of a vacancy they were shown."""
        wanted = said.reaction == "want" or (said.reaction != "not" and self._is_wanted(person_id, said.vacancy_id))
        body = {"reaction": said.reaction, "why": said.why, "work": said.work}
        sealed = self._seal.seal({**body, "wanted": True} if wanted else body)
        self._connection.execute(_SAID, {"person": person_id, "which": said.vacancy_id, "sealed": sealed})

    def _is_wanted(self, person_id: str, vacancy_id: str) -> bool:
        row = self._connection.execute(_BODY, {"person": person_id, "which": vacancy_id}).one_or_none()
        return row is not None and is_wanted(self._seal.open(row.body_sealed))
