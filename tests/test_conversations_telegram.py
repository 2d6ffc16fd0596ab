"""Every transcript, played through Telegram: what a story tells holds there as well."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.replay.difference import told
from bot.replay.house import house
from bot.replay.play import play
from bot.replay.transcript import parse
from stages.telegram import on_telegram

STORIES = sorted((Path(__file__).parent / "conversations").glob("*.md"))


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
async def test_the_story_holds_on_telegram(path: Path) -> None:
    story = parse(await asyncio.to_thread(path.read_text, encoding="utf-8"))
    async with house() as opened, on_telegram(opened) as stage:
        differences = await play(story, opened, stage)
    assert not differences, "\n" + "\n".join(told(difference) for difference in differences)
