"""Every story in tests/conversations goes as it is written, straight against the turns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replay.command import run
from bot.replay.difference import told

STORIES = sorted((Path(__file__).parent / "conversations").glob("*.md"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
async def test_story(story: Path) -> None:
    differences = await run(story)
    assert not differences, "\n".join(["", *map(told, differences)])
