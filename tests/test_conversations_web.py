"""Every story, played on the web chat over its HTTP interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replay.difference import told
from bot.replay.house import house
from bot.replay.play import play
from bot.replay.transcript import Transcript, parse
from stages.serving import web_of
from stages.web import WebStage

STORIES = sorted((Path(__file__).parent / "conversations").glob("*.md"))


def _read(story: Path) -> Transcript:
    return parse(story.read_text(encoding="utf-8"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
async def test_story_on_the_web(story: Path) -> None:
    read = _read(story)
    async with house() as opened, web_of(opened) as web:
        stage = WebStage(web)
        try:
            differences = await play(read, opened, stage)
        finally:
            await stage.close()
    assert not differences, "\n" + "\n".join(told(difference) for difference in differences)
