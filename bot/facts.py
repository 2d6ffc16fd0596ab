"""What turns look up, read from the database in their own transaction (`bot.dialogs.facts`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.taken import World
    from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """The facts of one turn of one person."""

    world: World
    unit: Unit
    person_id: str
