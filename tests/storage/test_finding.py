"""The fast road says what the rule says, and holds exactly what is active, whatever happened before."""

from __future__ import annotations

import re
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fitting import ANY_JOB, ANYBODY, OV, TODAY, ids, profiles, vacancies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import DAY, NOW, a_person
from sqlalchemy import select, update

from bot.app import open_store
from bot.config import Settings
from bot.domain.facts import cannot_of, number_of_day, offer_of, seeker_of
from bot.domain.matching import match, too_heavy, turn_of
from bot.domain.person import Contact, Person
from bot.domain.profile import ABILITIES, Profile, profile_from, profile_json
from bot.domain.vacancy import Standing, Vacancy
from bot.points import point_of
from storage import matching, scan
from storage.matching import Found
from storage.records import PEOPLE, VACANCIES, with_person, with_vacancy
from storage.tables import match_part, person

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from storage.records import Layout
    from storage.store import Store
    from storage.unit import Unit

ON_A_STORE = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
MANY = settings(max_examples=150)
crowds = st.dictionaries(ids, profiles, max_size=12)
lists = st.lists(vacancies, max_size=12, unique_by=lambda vacancy: vacancy.id)


class UndoneError(Exception):
    """Ends a transaction without a trace."""


def undone(store: Store, work: Callable[[Unit], None]) -> None:
    """Do something that leaves the database as it was."""

    def and_stop(unit: Unit) -> None:
        work(unit)
        raise UndoneError

    with pytest.raises(UndoneError):
        store.write(and_stop)


def by_the_rule(crowd: Mapping[str, Profile], vacancy: Vacancy) -> list[Found]:
    fits = {each: match(profile, vacancy, TODAY, OV, point_of) for each, profile in crowd.items()}
    found = [Found(each, fit.score) for each, fit in fits.items() if fit]
    return sorted(found, key=lambda each: (-each.score, turn_of(each.id, vacancy.id)))


def vacancies_by_the_rule(who: str, profile: Profile, offered: list[Vacancy], *, also_too_heavy: bool) -> list[Found]:
    fits = {
        vacancy.id: match(profile, vacancy, TODAY, OV, point_of)
        for vacancy in offered
        if also_too_heavy or not too_heavy(profile, vacancy)
    }
    found = [Found(each, fit.score) for each, fit in fits.items() if fit]
    return sorted(found, key=lambda each: (-each.score, turn_of(each.id, who)))


@MANY
@given(crowds, vacancies, st.randoms(use_true_random=False))
def test_the_scan_of_people_is_the_rule(crowd: dict[str, Profile], vacancy: Vacancy, chance: object) -> None:
    parts = [b"", b"", b""]
    order = list(crowd.items())
    chance.shuffle(order)  # type: ignore[attr-defined]
    for number, (each, profile) in enumerate(order):
        parts[number % 3] = with_person(parts[number % 3], each, seeker_of(profile, point_of), direct=True)
    offer = offer_of(vacancy, point_of)
    found, scores = scan.people_for(parts, vacancy.id, offer, number_of_day(TODAY), OV, direct_only=False)
    assert list(map(Found, found, scores)) == by_the_rule(crowd, vacancy)


@MANY
@given(ids, profiles, lists, st.booleans())
def test_the_scan_of_vacancies_is_the_rule(
    who: str,
    profile: Profile,
    offered: list[Vacancy],
    also_too_heavy: bool,  # noqa: FBT001
) -> None:
    held = b""
    for vacancy in offered:
        held = with_vacancy(held, vacancy.id, offer_of(vacancy, point_of))
    cannot = 0 if also_too_heavy else cannot_of(profile)
    seeker = seeker_of(profile, point_of)
    found, scores = scan.vacancies_for([b"", held], who, seeker, number_of_day(TODAY), OV, cannot=cannot)
    assert list(map(Found, found, scores)) == vacancies_by_the_rule(
        who, profile, offered, also_too_heavy=also_too_heavy
    )


def join(unit: Unit, crowd: Mapping[str, Profile], contact: Contact = Contact.DIRECT) -> None:
    """Let people in with a profile that is matched by."""
    for each, profile in crowd.items():
        unit.people.add(Person(each, contact=contact), NOW.date())
        unit.profiles.save(each, profile, NOW)


@ON_A_STORE
@given(crowds, lists, profiles)
def test_the_database_says_what_the_rule_says(
    store: Store, crowd: dict[str, Profile], offered: list[Vacancy], profile: Profile
) -> None:
    who = uuid.uuid4().hex

    def both_ways(unit: Unit) -> None:
        join(unit, crowd)
        for vacancy in offered:
            unit.matching.put_vacancy(vacancy)
        for vacancy in offered or [ANY_JOB]:
            assert unit.matching.people_for(vacancy, TODAY, OV) == by_the_rule(crowd, vacancy)
        ruled = vacancies_by_the_rule(who, profile, offered, also_too_heavy=False)
        assert unit.matching.vacancies_for(who, profile, TODAY, OV, most=99) == ruled
        every = unit.matching.vacancies_for(who, profile, TODAY, OV, most=99, also_too_heavy=True)
        assert every == vacancies_by_the_rule(who, profile, offered, also_too_heavy=True)
        seen = [found.id for found in ruled[::2]]
        few = unit.matching.vacancies_for(who, profile, TODAY, OV, most=2, unless=seen)
        assert few == [found for found in ruled if found.id not in seen][:2]

    undone(store, both_ways)


STEPS = st.lists(st.tuples(st.sampled_from("save hide show erase join".split()), st.integers(0, 3)), max_size=25)


@ON_A_STORE
@given(STEPS, profiles, profiles)
def test_what_is_matched_by_is_what_is_active(
    store: Store, steps: list[tuple[str, int]], first: Profile, second: Profile
) -> None:
    def live(unit: Unit) -> None:
        names = [uuid.uuid4().hex for _person in range(4)]
        for step, number in steps:
            who = names[number]
            known = (
                unit.people.language_of(who)
                and unit.connection.execute(select(person.c.id).where(person.c.id == who)).first()
            )
            match step:
                case "join" if not known:
                    unit.people.add(Person(who), NOW.date())
                case "save" if known:
                    unit.profiles.save(who, second if unit.profiles.of(who) else first, NOW)
                case "hide" | "show":
                    unit.profiles.show(who, active=step == "show")
                case "erase":
                    unit.people.erase(who)
        active = {
            each: profile_from(held[0]) for each in names if (held := unit.profiles.of(each)) is not None and held[1]
        }
        assert unit.matching.ids_of(PEOPLE) == set(active)
        whole = unit.matching.people_for(ANY_JOB, TODAY, OV)
        assert whole == by_the_rule(active, ANY_JOB)

    undone(store, live)


def save(unit: Unit, who: str) -> None:
    unit.profiles.save(who, ANYBODY, NOW)


def everybody(unit: Unit) -> list[str]:
    return [found.id for found in unit.matching.people_for(ANY_JOB, TODAY, OV)]


def test_a_vacancy_that_changes_or_closes_is_matched_so(store: Store) -> None:
    def feed(unit: Unit) -> list[Found]:
        return unit.matching.vacancies_for("0" * 32, ANYBODY, TODAY, OV, most=5)

    store.write(lambda unit: unit.matching.put_vacancy(ANY_JOB))
    first = store.read(feed)
    store.write(
        lambda unit: unit.matching.put_vacancy(replace(ANY_JOB, dutch=3, hours=replace(ANY_JOB.hours, min=8.0)))
    )
    assert [found.id for found in store.read(feed)] == [found.id for found in first] == [ANY_JOB.id]
    store.write(lambda unit: unit.matching.drop_vacancy(ANY_JOB.id))
    store.write(lambda unit: unit.matching.drop_vacancy(ANY_JOB.id))
    assert store.read(feed) == []


def test_who_wants_a_werkmatcher_between_is_left_out_for_employers_alone(store: Store) -> None:
    """V7."""
    direct, through = uuid.uuid4().hex, uuid.uuid4().hex
    store.write(lambda unit: join(unit, {direct: ANYBODY}))
    store.write(lambda unit: join(unit, {through: ANYBODY}, Contact.WERKMATCHER))
    assert set(store.read(everybody)) == {direct, through}
    found = store.read(lambda unit: unit.matching.people_for(ANY_JOB, TODAY, OV, direct_only=True))
    assert [each.id for each in found] == [direct]


@ON_A_STORE
@given(profiles, st.dictionaries(st.sampled_from(ABILITIES), st.booleans()), st.none() | st.booleans())
def test_what_finds_people_does_not_hold_the_five_fields(
    store: Store,
    profile: Profile,
    ability: dict[str, bool],
    register: bool | None,  # noqa: FBT001
) -> None:
    """V5: not one byte by which people are found depends on them."""
    who = uuid.uuid4().hex

    def flip(unit: Unit) -> None:
        join(unit, {who: profile})
        before = opened(unit, PEOPLE)
        unit.profiles.save(who, replace(profile, ability=tuple(ability.items()), register=register), NOW)
        assert opened(unit, PEOPLE) == before

    undone(store, flip)


def opened(unit: Unit, layout: Layout) -> bytes:
    rows = unit.connection.execute(select(match_part.c.sealed).order_by(match_part.c.kind, match_part.c.number))
    held = [unit.seal.open_bytes(sealed) for (sealed,) in rows if sealed]
    return b"".join(part for part in held if len(part) % layout.width == 0)


@given(profiles)
def test_a_profile_comes_back_as_it_was_stored(profile: Profile) -> None:
    assert profile_from(profile_json(profile)) == profile


# Erasing


def test_both_ways_of_erasing_take_the_records_along(store: Store) -> None:
    asked, idle, stays = (store.write(partial(a_person, heard_at=NOW - days * DAY)).id for days in (0, 100, 10))
    for each in (asked, idle, stays):
        store.write(partial(save, who=each))
    held = store.read(lambda unit: opened(unit, PEOPLE))
    assert all(bytes.fromhex(each) in held for each in (asked, idle, stays))
    store.write(lambda unit: unit.people.erase(asked))
    assert store.write(lambda unit: unit.conversations.erase_idle(NOW - 90 * DAY)) == 1
    held = store.read(lambda unit: opened(unit, PEOPLE))
    assert [each for each in (asked, idle, stays) if bytes.fromhex(each) in held] == [stays]
    assert len(held) == PEOPLE.width


def test_people_are_erased_in_one_place_only() -> None:
    folder = Path(matching.__file__).parent
    erasing = re.compile(r"\bdelete\(\s*person\b|\bdelete from person\b", re.IGNORECASE)
    files = {file.name for file in folder.rglob("*.py") if erasing.search(file.read_text(encoding="utf-8"))}
    assert files == {"erasing.py"}


# Making all parts again


def forget_parts(unit: Unit, layout: int = 0) -> None:
    unit.connection.execute(update(match_part).values(layout=layout, sealed=b""))


def remake(unit: Unit, told: list[int]) -> None:
    unit.matching.rebuild([ANY_JOB], told.append)


def test_parts_of_an_older_version_are_made_again_once(store: Store) -> None:
    crowd = {uuid.uuid4().hex: ANYBODY for _person in range(5)}
    store.write(lambda unit: join(unit, crowd))
    hidden = next(iter(crowd))
    store.write(lambda unit: unit.profiles.show(hidden, active=False))
    before = store.read(everybody)
    store.write(partial(forget_parts, layout=-1))
    assert store.read(lambda unit: unit.matching.is_stale())
    told: list[int] = []
    store.write(partial(remake, told=told))
    assert not store.read(lambda unit: unit.matching.is_stale())
    assert store.read(everybody) == before
    assert hidden not in before
    assert store.read(lambda unit: unit.matching.ids_of(VACANCIES)) == {ANY_JOB.id}
    store.write(lambda unit: unit.matching.drop_vacancy(ANY_JOB.id))
    store.write(partial(remake, told=told))
    assert store.read(lambda unit: unit.matching.ids_of(VACANCIES)) == set()
    assert told == []


def test_processes_that_start_at_once_make_the_parts_once(store: Store) -> None:
    crowd = {uuid.uuid4().hex: ANYBODY for _person in range(5)}
    store.write(lambda unit: join(unit, crowd))
    store.write(forget_parts)
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _number: store.write(partial(remake, told=[])), range(3)))
    assert set(store.read(everybody)) == set(crowd)


def test_a_start_after_an_update_makes_them_of_what_is_active_and_open(tmp_path: Path) -> None:
    settings = Settings.from_environment({"HALLOWERK_DATA_DIR": str(tmp_path)})
    paused = replace(ANY_JOB, id="1" * 32, standing=Standing.PAUSED)
    first = open_store(settings)
    who = uuid.uuid4().hex
    first.write(lambda unit: join(unit, {who: ANYBODY}))
    for vacancy in (ANY_JOB, paused):
        first.write(partial(publish, vacancy=vacancy))
    first.write(forget_parts)
    assert first.read(everybody) == []
    first.close()
    again = open_store(settings)
    assert again.read(everybody) == [who]
    assert again.read(lambda unit: unit.matching.ids_of(VACANCIES)) == {ANY_JOB.id}
    again.close()


def publish(unit: Unit, vacancy: Vacancy) -> None:
    unit.vacancies.save(vacancy)


def test_a_vacancy_goes_with_the_employer_who_placed_it(store: Store) -> None:
    employer = store.write(a_person).id
    store.write(partial(publish, vacancy=replace(ANY_JOB, employer_id=employer)))
    assert store.read(lambda unit: unit.matching.ids_of(VACANCIES)) == {ANY_JOB.id}
    store.write(lambda unit: unit.people.erase(employer))
    assert store.read(lambda unit: unit.matching.ids_of(VACANCIES)) == set()


def test_many_who_save_and_leave_at_once_lose_nothing(store: Store) -> None:
    stay = [store.write(a_person).id for _person in range(12)]
    leave = [store.write(partial(a_person, heard_at=NOW - timedelta(days=400))).id for _person in range(12)]
    for each in leave:
        store.write(partial(save, who=each))

    with ThreadPoolExecutor(4) as threads:
        erased = threads.submit(store.write, lambda unit: unit.conversations.erase_idle(NOW - DAY))
        list(threads.map(lambda each: store.write(partial(save, who=each)), stay))
        assert erased.result() == len(leave)
    assert store.read(lambda unit: unit.matching.ids_of(PEOPLE)) == set(stay)


def test_a_start_does_not_load_numpy() -> None:
    code = "import sys, storage.unit, bot.domain.matching; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_only_open_ones_are_ever_asked_for() -> None:
    assert match(ANYBODY, replace(ANY_JOB, standing=Standing.CLOSED), TODAY, OV, point_of) is None
