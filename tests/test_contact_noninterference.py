"""What an employer gets does not depend on what somebody cannot do, nor on how somebody did not say yes (V5, V6)."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from contacting import ASKS_NOTHING, SEEKER, Stage, read_lines, template, told

from bot.dialogs.contact.people import ON_A_PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.domain.profile import Profile
    from storage.unit import Unit

Told: TypeAlias = list[list[Any]]
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


def an_employers_month(stage: Stage, then: Callable[[Stage, str], object]) -> Told:
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


@contextmanager
def staged(made: Path, folder: Path, profile: Profile = SEEKER) -> Iterator[Stage]:
    """Give a stage on which everybody has this profile."""
    folder.mkdir()
    shutil.copy(made, folder / "stage.db")
    stage = Stage(folder)
    people = [person for who in PEOPLE if (person := stage.id_of(who))]

    def save(unit: Unit) -> None:
        for person in people:
            unit.profiles.save(person, profile, stage.now)

    if profile != SEEKER:
        stage.store.write(save)
    try:
        yield stage
    finally:
        stage.close()


def played(made: Path, folder: Path, then: Callable[[Stage, str], object], *, profile: Profile = SEEKER) -> Told:
    with staged(made, folder, profile) as stage:
        return an_employers_month(stage, then)


@pytest.mark.parametrize("name", NOES)
def test_every_way_not_to_say_yes_looks_the_same(made: Path, tmp_path: Path, name: str) -> None:
    silent = played(made, tmp_path / "silent", nothing)
    assert played(made, tmp_path / "other", NOES[name]) == silent


def test_the_five_fields_change_no_byte_and_no_moment(made: Path, tmp_path: Path) -> None:
    one = played(made, tmp_path / "one", nothing)
    flipped = tuple((name, not can) for name, can in SEEKER.ability)
    other = replace(SEEKER, ability=(*flipped, ("bend", False)), register=None)
    assert played(made, tmp_path / "other", nothing, profile=other) == one


SHOWS, HIDES = "laat werkgevers zien dat ik niet kan tillen", "laat werkgevers niet meer zien dat ik niet kan tillen"
NOT_SHOWN: dict[str, tuple[str, ...]] = {
    "asked, and left open": (SHOWS,),
    "no": (SHOWS, "nee"),
    "skipped": (SHOWS, "sla over"),
    "forced": (SHOWS, "als het moet"),
    "taken back": (SHOWS, "ja", HIDES),
    "yes, no longer, no, yes and no longer": (SHOWS, "ja", HIDES, SHOWS, "nee", SHOWS, "ja", HIDES),
    "only looked": ("wat zien werkgevers van mij?",),
}


def all_say(stage: Stage, *words: str) -> None:
    for who in PEOPLE:
        for each in words:
            stage.says(who, each)


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_a_field_without_a_yes_that_holds_looks_as_if_it_was_never_asked(made: Path, tmp_path: Path, name: str) -> None:
    never = played(made, tmp_path / "never", nothing)
    with staged(made, tmp_path / "other") as stage:
        all_say(stage, *NOT_SHOWN[name])
        assert an_employers_month(stage, nothing) == never


def test_a_yes_to_what_may_not_be_asked_any_more_looks_so_too(made: Path, tmp_path: Path) -> None:
    never = played(made, tmp_path / "never", nothing)
    with staged(made, tmp_path / "other") as stage:
        all_say(stage, SHOWS, "ja")
        stage.policy(ASKS_NOTHING)
        assert an_employers_month(stage, nothing) == never


def test_a_yes_adds_its_own_line_and_changes_nothing_else(made: Path, tmp_path: Path) -> None:
    """Not who stands in a list, nor the order, nor how finely anybody is told, nor any moment."""
    with staged(made, tmp_path / "never") as stage:
        an_employers_month(stage, nothing)
        never = read_lines(stage, "zon")
    with staged(made, tmp_path / "shown") as stage:
        all_say(stage, SHOWS, "ja")
        an_employers_month(stage, nothing)
        shown = read_lines(stage, "zon")
    added = "• Zwaar tillen: nee"
    assert sum(each.count(added) for each in shown) > ON_A_PAGE
    assert [[line for line in each if line != added] for each in shown] == never


def test_what_is_not_shown_changes_no_byte_beside_what_is(made: Path, tmp_path: Path) -> None:
    with staged(made, tmp_path / "one") as stage:
        all_say(stage, SHOWS, "ja")
        one = an_employers_month(stage, nothing)
    other = replace(SEEKER, ability=(("stand", False), ("bend", True), ("lift", False)), register=None)
    with staged(made, tmp_path / "other", other) as stage:
        all_say(stage, SHOWS, "ja")
        assert an_employers_month(stage, nothing) == one


def test_a_yes_is_seen(made: Path, tmp_path: Path) -> None:
    silent = played(made, tmp_path / "silent", nothing)
    yes = played(made, tmp_path / "yes", lambda stage, who: stage.taps(who, "contact:.*", "yes"))
    assert yes != silent
