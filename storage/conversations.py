"""Where conversations stand, sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from storage.erasing import erase_people
from storage.tables import conversation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.sealing import Seal

_START = insert(conversation)
_KEEP = (
    update(conversation)
    .where(conversation.c.person_id == bindparam("person"))
    .values(state_sealed=bindparam("state"), heard_at=bindparam("at"), last_address_id=bindparam("at_address"))
)
_KEEP_UNHEARD = (
    update(conversation).where(conversation.c.person_id == bindparam("person")).values(state_sealed=bindparam("state"))
)
_IDLE = (
    select(conversation.c.person_id)
    .where(conversation.c.heard_at < bindparam("before"))
    .with_for_update(skip_locked=True)  # who is speaking at this moment is not idle
)


class Conversations:
    """Conversations, one a person, packed by `bot.dialogs.state`."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def start(self, person_id: str, state: Mapping[str, Any], at: datetime) -> None:
        """Start a conversation."""
        row = {"person_id": person_id, "state_sealed": self._seal.seal(state), "heard_at": at}
        self._connection.execute(_START, row)

    def keep(self, person_id: str, state: Mapping[str, Any], at: datetime, address_id: int | None = None) -> None:
        """Keep where it stands now, and from where the person spoke."""
        sealed = self._seal.seal(state)
        self._connection.execute(_KEEP, {"person": person_id, "state": sealed, "at": at, "at_address": address_id})

    def keep_unheard(self, person_id: str, state: Mapping[str, Any]) -> None:
        """Keep where it stands now, after what was not the person's own doing: they are as silent as before."""
        self._connection.execute(_KEEP_UNHEARD, {"person": person_id, "state": self._seal.seal(state)})

    def erase_idle(self, before: datetime) -> int:
        """Erase everybody who was silent since `before`; give how many."""
        idle = self._connection.execute(_IDLE, {"before": before}).scalars().all()
        return erase_people(self._connection, self._seal, idle)
