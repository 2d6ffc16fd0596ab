"""`hallowerk replay`: plays written conversations, each on a fresh database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replay.command import replay

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping


def run(options: Namespace, _environ: Mapping[str, str]) -> int:
    """Play the stories; 1 when any went otherwise."""
    return replay(options.files)
