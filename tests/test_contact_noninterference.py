"""What an employer gets does not depend on what somebody cannot do, nor on how somebody did not say yes (V5, V6)."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from contacting import SEEKER, Stage, template, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PEOPLE = ("fatima", "ali", "samira", "omar", "bo")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), PEOPLE)


def whom_first(stage: Stage) -> str:
    """Give whom the employer asks first."""
    pairs = {pair.handle: pair.person_id for pair in stage.store.read(lambda unit: unit.disclosures.pairs(zon(stage)))}
    value = next(each.value for each in stage.heard("zon")[-1].buttons if each.value.startswith("ask:"))
    person = pairs[value.removeprefix("ask:").split("=")[0]]
    return next(who for who in PEOPLE if stage.id_of(who) == person)


def zon(stage: Stage) -> str:
    found = stage.id_of("zon")
    assert found
    return found


def lists(stage: Stage) -> None:
    stage.says("zon", "mensen")
    stage.taps("zon", "people:.*", "0")


def asks(stage: Stage) -> None:
    stage.passes(timedelta(minutes=1))
    stage.taps("zon", "ask:.*", ".*")
    stage.says("zon", "Heb je tijd in de ochtend?")
    stage.taps("zon", r"ask\.sure", "yes")
    stage.happens()


def an_employers_month(stage: Stage, then: Callable[[Stage, str], object]) -> list[str]:
    """Play an employer who looks, asks, looks again and waits; `then`: what the person does who was asked first."""
    lists(stage)
    somebody = whom_first(stage)
    asks(stage)
    then(stage, somebody)
    stage.happens()
    lists(stage)
    stage.says("zon", "mijn gesprekken")
    asks(stage)
    stage.passes(timedelta(days=13))
    stage.says("zon", "mijn gesprekken")
    lists(stage)
    stage.passes(timedelta(hours=23, minutes=57))
    stage.says("zon", "mijn gesprekken")
    stage.passes(timedelta(minutes=5))
    stage.says("zon", "mijn gesprekken")
    return told(stage, "zon")


def nothing(_stage: Stage, _who: str) -> None:
    pass


def erases(stage: Stage, who: str) -> None:
    stage.says(who, "wis alles")
    stage.taps(who, "erase_all", "yes")


def stops(stage: Stage, who: str) -> None:
    stage.says(who, "stop")
    stage.taps(who, "stop_how", "stop")


NOES: dict[str, Callable[[Stage, str], object]] = {
    "refuses": lambda stage, who: stage.says(who, "nee"),
    "taps no": lambda stage, who: stage.taps(who, "contact:.*", "no"),
    "blocks": lambda stage, who: stage.taps(who, "contact:.*", "never"),
    "asks a human": lambda stage, who: stage.taps(who, "contact:.*", "help"),
    "hides": lambda stage, who: stage.says(who, "laat mij niet zien"),
    "pauses": lambda stage, who: stage.says(who, "pauze"),
    "stops": stops,
    "erases": erases,
}


def played(made: Path, folder: Path, then: Callable[[Stage, str], object], *, flipped: bool = False) -> list[str]:
    folder.mkdir()
    shutil.copy(made, folder / "stage.db")
    stage = Stage(folder)
    if flipped:
        person = stage.id_of("fatima")
        assert person
        cannot = tuple((name, False) for name in ("stand", "sit", "bend", "lift"))
        other = replace(SEEKER, ability=cannot, register=True)
        stage.store.write(lambda unit: unit.profiles.save(person, other, stage.now))
    try:
        return an_employers_month(stage, then)
    finally:
        stage.close()


@pytest.mark.parametrize("name", NOES)
def test_every_way_not_to_say_yes_looks_the_same(made: Path, tmp_path: Path, name: str) -> None:
    silent = played(made, tmp_path / "silent", nothing)
    assert played(made, tmp_path / "other", NOES[name]) == silent


def test_the_five_fields_change_no_byte_and_no_moment(made: Path, tmp_path: Path) -> None:
    one = played(made, tmp_path / "one", nothing)
    assert played(made, tmp_path / "other", nothing, flipped=True) == one


def test_a_yes_is_seen(made: Path, tmp_path: Path) -> None:
    silent = played(made, tmp_path / "silent", nothing)
    yes = played(made, tmp_path / "yes", lambda stage, who: stage.taps(who, "contact:.*", "yes"))
    assert yes != silent
