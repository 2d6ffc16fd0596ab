"""A reply to one message goes to who wrote that message, and never to somebody else."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest
from contacting import Stage, template

from bot.domain.event import Address, Channel, Said
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.unit import Unit

PEOPLE = ("fatima", "sam")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), PEOPLE)


@pytest.fixture
def stage(made: Path, tmp_path: Path) -> Iterator[Stage]:
    """Let an employer talk with two people; message 1 of the employer's chat is Fatima's, message 2 is Sam's."""
    shutil.copy(made, tmp_path / "stage.db")
    opened = Stage(tmp_path)
    for number in range(len(PEOPLE)):
        opened.says("zon", "mensen")
        opened.taps("zon", "people:.*", "0")
        asks = [b.value for told in opened.heard("zon") for b in told.buttons if b.value.startswith("ask:")]
        opened.taps("zon", sorted(set(asks))[number].partition("=")[0], ".*")
        opened.says("zon", "Heb je tijd?")
        opened.taps("zon", r"ask\.sure", "yes")
        opened.happens()
    for number, who in enumerate(PEOPLE, 1):
        opened.taps(who, "contact:.*", "yes")
        opened.happens()
        opened.says(who, f"Dag, hier is {who}")
        opened.happens()
        opened.store.write(partial(passed_on, opened, who, number))
    yield opened
    opened.close()


def passed_on(stage: Stage, who: str, number: int, unit: Unit) -> None:
    """Keep what the sender keeps when it has sent what somebody wrote."""
    speaker = unit.people.speaker(Address(Channel.WEB, "zon"))
    assert speaker
    person = stage.id_of(who)
    (held,) = [each for each in unit.contacts.of(speaker.person.id) if each.contact.between.person_id == person]
    unit.replies.add(speaker.address_id, str(number), held.id)


def words(stage: Stage, who: str) -> str:
    return " ".join(render(part, "nl") for told in stage.heard(who) for part in told.text)


def replies(stage: Stage, number: str, text: str) -> None:
    stage.take("zon", Said(text, reply_to=number))
    stage.happens()


def test_a_reply_goes_to_who_wrote_the_message_whoever_wrote_last(stage: Stage) -> None:
    for number, text, who in (("1", "Kom je dinsdag?", "fatima"), ("2", "Kom je vrijdag?", "sam")):
        replies(stage, number, text)
        assert text in words(stage, who)
        assert text not in words(stage, next(each for each in PEOPLE if each != who))


def test_a_reply_to_a_conversation_that_is_over_goes_nowhere(stage: Stage) -> None:
    assert stage.taps("fatima", "talk:.*", "stop")
    stage.happens()
    replies(stage, "2", "Kom je vrijdag?")
    replies(stage, "1", "Jammer, Fatima")
    assert "Ik heb je bericht niet gestuurd" in words(stage, "zon")
    assert all("Jammer" not in words(stage, who) for who in PEOPLE)


def test_a_reply_to_who_erased_everything_goes_nowhere(stage: Stage) -> None:
    stage.says("fatima", "wis alles")
    stage.taps("fatima", "erase_all", "yes")
    stage.happens()
    replies(stage, "1", "Jammer, Fatima")
    assert "Ik heb je bericht niet gestuurd" in words(stage, "zon")
    assert "Jammer" not in words(stage, "sam")


def test_what_was_sent_is_marked_also_when_its_contact_is_gone(stage: Stage) -> None:
    speaker = stage.store.read(lambda unit: unit.people.speaker(Address(Channel.WEB, "zon")))
    assert speaker
    stage.store.write(lambda unit: unit.replies.add(speaker.address_id, "9", "0" * 32))
    stage.store.write(lambda unit: unit.replies.add(speaker.address_id + 999, "9", "0" * 32))
    assert stage.store.read(lambda unit: unit.replies.about(speaker.address_id, "9")) is None


def test_a_reply_to_another_message_is_asked_about(stage: Stage) -> None:
    replies(stage, "1", "Kom je dinsdag?")
    replies(stage, "77", "Voor wie is dit nu")
    assert "Voor wie is dit bericht?" in words(stage, "zon")
    assert all("Voor wie is dit nu" not in words(stage, who) for who in PEOPLE)
