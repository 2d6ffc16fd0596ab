"""A yes answers the question that it stood under, and no other one: an older button sends nothing (V6)."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from contacting import Stage, talks, template

from bot.dialogs.book import DIALOGS
from bot.dialogs.question import unmarked
from bot.domain.event import Tapped
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
    talks(opened)
    yield opened
    opened.close()


def newest(stage: Stage, start: str) -> str:
    values = [button.value for told in reversed(stage.heard("fatima")) for button in told.buttons]
    return next(value for value in values if value.startswith(start))


def heard(stage: Stage) -> str:
    stage.happens()
    return " ".join(render(part, "nl") for told in stage.heard("zon") for part in told.text)


def test_an_old_yes_to_a_number_does_not_send_a_mail_address(stage: Stage) -> None:
    stage.taps("fatima", "talk:.*", "more")
    stage.taps("fatima", "talk:.*", "give_first_name")
    stage.taps("fatima", r"give\.sure", "first_name")
    stage.taps("fatima", "talk:.*", "more")
    stage.taps("fatima", "talk:.*", "give_phone")
    stage.says("fatima", "06 12345678")
    old = newest(stage, "give.sure=phone")
    stage.taps("fatima", "talk:.*", "more")
    stage.taps("fatima", "talk:.*", "give_email")
    stage.says("fatima", "fatima@mail.nl")
    stage.take("fatima", Tapped(old))
    assert "fatima@mail.nl" not in heard(stage)
    assert "345678" not in heard(stage)
    stage.take("fatima", Tapped(newest(stage, "give.sure=email")))
    assert "fatima@mail.nl" in heard(stage)


def test_an_old_yes_to_a_number_does_not_send_another_one(stage: Stage) -> None:
    stage.taps("fatima", "talk:.*", "more")
    stage.taps("fatima", "talk:.*", "give_first_name")
    stage.taps("fatima", r"give\.sure", "first_name")
    yes = []
    for number in ("06 11111111", "06 22222222"):
        stage.taps("fatima", "talk:.*", "more")
        stage.taps("fatima", "talk:.*", "give_phone")
        stage.says("fatima", number)
        yes.append(newest(stage, "give.sure=phone"))
    stage.take("fatima", Tapped(yes[0]))
    assert "22222222" not in heard(stage)
    assert "11111111" not in heard(stage)


def test_what_a_yes_settles_knows_its_own_buttons() -> None:
    kept = [DIALOGS[name] for name in ("give", "want", "ask")]
    assert all(question.mark is not unmarked for dialog in kept for question in dialog.questions if question.choices)


def test_an_old_yes_to_a_message_does_not_send_the_next_one(stage: Stage) -> None:
    stage.says("fatima", "bel mij op 06 12345678")
    old = newest(stage, "talk.leak=send")
    stage.taps("fatima", r"talk\.leak", "change")
    stage.says("fatima", "mijn mail is fatima@mail.nl")
    stage.take("fatima", Tapped(old))
    assert "fatima@mail.nl" not in heard(stage)
    stage.take("fatima", Tapped(newest(stage, "talk.leak=send")))
    assert "fatima@mail.nl" in heard(stage)
