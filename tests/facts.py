"""Facts for turns that are taken without a database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NoFacts:
    """Nothing is known: no vacancy, nobody else."""
