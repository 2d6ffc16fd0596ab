"""`hallowerk replay`: plays stories, each on a fresh database, and tells in Dutch what went otherwise."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import HalloWerkError
from bot.replay.difference import told
from bot.replay.house import house
from bot.replay.play import play
from bot.replay.stage import DirectStage
from bot.replay.transcript import parse
from bot.text import Text, _, _n
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.replay.difference import Difference
    from bot.replay.house import House
    from bot.replay.stage import Stage


async def run(path: Path, make_stage: Callable[[House], Stage] = DirectStage) -> list[Difference]:
    """Play the story in a file; give what went otherwise.

    Raises `TranscriptError` for a line that cannot be read, `OSError` when the file cannot.
    """
    story = parse(await asyncio.to_thread(path.read_text, encoding="utf-8"))
    async with house() as opened:
        return await play(story, opened, make_stage(opened))


def replay(paths: Iterable[Path | str]) -> int:
    """Play stories and print a line for each, and its differences; 1 when there is any."""
    results = [_replay(Path(path)) for path in paths]
    return 0 if all(results) else 1


def _replay(path: Path) -> bool:
    try:
        differences = asyncio.run(run(path))
    except HalloWerkError as error:
        return _print(path, error.sentence)
    except (OSError, UnicodeDecodeError):
        # staff: who writes a transcript reads this
        return _print(path, _("Dit bestand kan ik niet lezen."))
    if not differences:
        # staff: who writes a transcript reads this
        _print(path, _("goed"))
        return True
    # staff: who writes a transcript reads this
    _print(path, _n("1 verschil", "{n} verschillen", n=len(differences)))
    for difference in differences:
        sys.stdout.write(f"  {told(difference)}\n")
    return False


def _print(path: Path, what: Text) -> bool:
    sys.stdout.write(f"{path}: {render(what, 'nl')}\n")
    return False
