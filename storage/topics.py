"""Handoffs as topics in the team's group on Telegram: which topic, and how far it shows what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from storage.once import add_once
from storage.tables import topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_LONGEST_WHY = 40
_ALL = select(topic)
_OF = select(topic.c.handoff_id).where(topic.c.thread == bindparam("in_thread"))
_THIS = topic.c.handoff_id == bindparam("handoff")
_OPENED = update(topic).where(_THIS).values(thread=bindparam("in_thread"), posted=0, card_posted=False, trouble=None)
_POSTED = update(topic).where(_THIS).values(card_posted=True, posted=bindparam("last"), trouble=None)
_TROUBLE = update(topic).where(_THIS).values(trouble=bindparam("why"))
_GONE = delete(topic).where(_THIS)
_IN_TROUBLE = (
    select(topic.c.trouble, func.count().label("counted")).where(topic.c.trouble.is_not(None)).group_by(topic.c.trouble)
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `thread` is its number in the group (None: there is none yet), `posted` the last line it shows.

    `trouble`: the kind of error that keeps it from being shown there.
    """

    handoff: str
    thread: int | None
    card_posted: bool
    posted: int
    trouble: str | None


class Topics:
    """Topics, one a handoff, until they are removed from the group."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, Topic]:
        """Give all topics, by handoff."""
        rows = self._connection.execute(_ALL)
        return {
            row.handoff_id: Topic(row.handoff_id, row.thread, row.card_posted, row.posted, row.trouble) for row in rows
        }

    def handoff_in(self, thread: int) -> str | None:
        """Give the handoff that a topic shows."""
        found: str | None = self._connection.execute(_OF, {"in_thread": thread}).scalar_one_or_none()
        return found

    def opened(self, handoff_id: str, thread: int | None) -> None:
        """Keep the topic of a handoff, in which nothing stands yet; None: it was lost."""
        row = {"handoff_id": handoff_id, "posted": 0, "card_posted": False}
        self._connection.execute(add_once(topic, self._connection.dialect.name), row)
        self._connection.execute(_OPENED, {"handoff": handoff_id, "in_thread": thread})

    def posted(self, handoff_id: str, last: int) -> None:
        """Keep that a topic shows everything up to a line."""
        self._connection.execute(_POSTED, {"handoff": handoff_id, "last": last})

    def has_trouble(self, handoff_id: str, why: str) -> None:
        """Keep why a handoff cannot be shown in the group now: a kind of error, never its text."""
        row = {"handoff_id": handoff_id, "posted": 0, "card_posted": False}
        self._connection.execute(add_once(topic, self._connection.dialect.name), row)
        self._connection.execute(_TROUBLE, {"handoff": handoff_id, "why": why[:_LONGEST_WHY]})

    def troubles(self) -> Mapping[str, int]:
        """Count the handoffs that cannot be shown in the group, by kind of error: the desk says so, and has them."""
        return {row.trouble: row.counted for row in self._connection.execute(_IN_TROUBLE)}

    def gone(self, handoff_id: str) -> None:
        """Forget a topic that was removed from the group."""
        self._connection.execute(_GONE, {"handoff": handoff_id})
