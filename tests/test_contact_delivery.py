"""Messages that do not arrive are told to who wrote them, and edited ones come as a correction."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from contacting import Stage, template

from bot.domain.event import Address, Blocked, Channel, Event, Said
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), ("fatima",))


@pytest.fixture
def stage(made: Path, tmp_path: Path) -> Iterator[Stage]:
    shutil.copy(made, tmp_path / "stage.db")
    opened = Stage(tmp_path)
    opened.says("zon", "mensen")
    opened.taps("zon", "people:.*", "0")
    opened.taps("zon", "ask:.*", ".*")
    opened.says("zon", "Heb je tijd?")
    opened.taps("zon", r"ask\.sure", "yes")
    opened.happens()
    opened.taps("fatima", "contact:.*", "yes")
    opened.happens()
    yield opened
    opened.close()


def last(stage: Stage, who: str) -> str:
    return " ".join(render(part, "nl") for part in stage.heard(who)[-1].text)


def test_who_cannot_be_reached_gets_nothing_and_the_sender_hears_it(stage: Stage) -> None:
    stage.deliver(Event("blocked", Address(Channel.WEB, "zon"), Blocked(), stage.now))
    before = len(stage.heard("zon"))
    stage.says("fatima", "Dag, ik ben er")
    stage.happens()
    assert len(stage.heard("zon")) == before
    assert "niet aangekomen" in last(stage, "fatima")


def test_words_that_replace_words_come_as_a_correction(stage: Stage) -> None:
    stage.says("fatima", "Ik kom om 10 uur")
    stage.happens()
    stage.take("fatima", Said("Ik kom om 11 uur", edited=True))
    stage.happens()
    assert last(stage, "zon") == "Verbetering, over Bakker: Ik kom om 11 uur"


def test_a_message_that_was_on_its_way_when_it_stopped_does_not_arrive(stage: Stage) -> None:
    stage.says("fatima", "Dag, ik ben er")
    stage.taps("fatima", "talk:.*", "stop")
    stage.happens()
    assert not any("ik ben er" in render(part, "nl") for told in stage.heard("zon") for part in told.text)
    assert any("niet aangekomen" in render(told.text[0], "nl") for told in stage.heard("fatima"))
