"""What turns look up, read from the database in their own transaction (`bot.dialogs.facts`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.handoff import Queue
from bot.domain.opening import open_minutes

if TYPE_CHECKING:
    from bot.domain.handoff import Standing
    from bot.taken import World
    from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """The facts of one turn of one person."""

    world: World
    unit: Unit
    person_id: str

    def handoff(self, after: int) -> Standing | None:
        """Give how the person's newest handoff stands, locked until the turn ends."""
        return self.unit.handoffs.standing(self.person_id, after)

    def queue(self) -> Queue:
        """Give how long the queue is."""
        opening = self.world.gemeente.opening
        waits = (open_minutes(opening, since, until) for since, until in self.unit.handoffs.waits())
        return Queue(self.unit.handoffs.counted(), tuple(waits))
