"""What goes from one to the other: arrived, corrected, on its way when somebody goes, and taken back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from contacting import Stage, talks, template

from bot.carrying_out import moment_of
from bot.dialogs.contact.want import can_be_told
from bot.domain.event import Address, Blocked, Channel, Event, Said
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.unit import Unit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), ("fatima",))


@pytest.fixture
def stage(made: Path, tmp_path: Path) -> Iterator[Stage]:
    shutil.copy(made, tmp_path / "stage.db")
    opened = Stage(tmp_path)
    talks(opened)
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


def test_words_that_had_to_wait_go_with_who_wrote_them(stage: Stage) -> None:
    stage.says("fatima", "ik wil dood")
    stage.says("zon", "Neem de koekoeksklok mee")
    stage.happens()
    assert "koekoeksklok" not in " ".join(render(part, "nl") for told in stage.heard("fatima") for part in told.text)
    assert "koekoeksklok" in stage.everything()
    stage.says("zon", "wis alles")
    stage.taps("zon", "erase_all", "yes")
    assert "koekoeksklok" not in stage.everything()


def test_a_no_on_an_old_button_takes_back_what_was_given(stage: Stage) -> None:
    stage.taps("zon", "talk:.*", "more")
    stage.taps("zon", "talk:.*", "want_first_name")
    stage.happens()
    stage.taps("fatima", "talk:.*", "give_first_name")
    stage.taps("fatima", r"give\.sure", "first_name")
    stage.happens()
    assert any("Fatimazon" in render(told.text[0], "nl") for told in stage.heard("zon"))
    assert stage.taps("fatima", "talk:.*", "no_first_name")
    stage.happens()
    assert "trekt de voornaam terug" in last(stage, "zon")
    assert not any("Fatimazon" in render(part, "nl") for told in stage.heard("zon") for part in told.text)


def test_who_blocked_or_is_blocked_is_not_told_that_somebody_wants_to_talk(stage: Stage) -> None:
    def can(unit: Unit) -> bool:
        speaker = unit.people.speaker(Address(Channel.WEB, "fatima"))
        assert speaker is not None
        moment = moment_of(stage.turns.world, unit, speaker.person, stage.last["fatima"], has_profile=True)
        (talk,) = moment.facts.contacts()
        return can_be_told(moment, talk.vacancy)

    assert stage.store.read(can)
    stage.taps("fatima", "talk:.*", "more")
    assert stage.taps("fatima", "talk:.*", "block")
    assert not stage.store.read(can)
