"""The one way in which people are erased: their rows, all that hangs on them, and what is matched by (V11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from storage.matching import Matching
from storage.tables import person, vacancy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from storage.sealing import Seal

_AT_ONCE = 500
"""How many ids go into one statement; SQLite takes no more than some thousands."""
_PLACED = select(vacancy.c.id).where(vacancy.c.person_id.in_(bindparam("which", expanding=True)))
_ERASE = delete(person).where(person.c.id.in_(bindparam("which", expanding=True)))


def erase_people(connection: Connection, seal: Seal, ids: Sequence[str]) -> int:
    """Remove people, and with them every row and every packed record that is theirs; give how many there were."""
    index = Matching(connection, seal)
    index.drop_people(ids)
    some = [{"which": ids[start : start + _AT_ONCE]} for start in range(0, len(ids), _AT_ONCE)]
    index.drop_vacancies([each for which in some for each in connection.execute(_PLACED, which).scalars()])
    return sum(connection.execute(_ERASE, which).rowcount for which in some)
