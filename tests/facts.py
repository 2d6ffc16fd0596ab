"""Facts for turns that are taken without a database."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.handoff import Queue, Standing


@dataclass(frozen=True)
class NoFacts:
    """Nothing is known: no vacancy, nobody else."""

    def handoff(self, _after: int) -> Standing | None:
        return None

    def queue(self) -> Queue:
        return Queue(0)
