"""One vacancy against many people, and one person against many vacancies: from the sealed database, and in memory.

`--round` prints one line of JSON. Each time, the product reads everything from the database, of which neither it nor
SQLite remembers anything; the plain scan has its columns in memory already. They take turns, and must give the same
ids, points and order.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from crowd import DEFAULT, SEAL, TODAY, a_profile, a_vacancy, ident
from measure import report, resident_mb

from bot.domain.facts import cannot_of, number_of_day, offer_of, seeker_of
from bot.points import point_of
from storage.records import PEOPLE, VACANCIES
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from measure import Figures

    from storage.matching import Found
    from storage.records import Layout

OURS, PLAIN, TIMES, FOUND, MORE = "ms, database", "ms, plain scan", "times plain", "found", "more MB"
TURNS = 51
TODAY_NUMBER = number_of_day(TODAY)


def people(store: Store, chance: random.Random) -> Figures:
    """Find the people for one new vacancy."""
    import plain_scan  # noqa: PLC0415 - NumPy counts as memory of the product, which is measured first

    vacancy = a_vacancy(chance)

    def ours() -> list[Found]:
        return store.read(lambda unit: unit.matching.people_for(vacancy, TODAY, DEFAULT))

    held, offer = columns(store, PEOPLE), offer_of(vacancy, point_of)
    return both(store, ours, lambda: plain_scan.people_for(held, vacancy.id, offer, TODAY_NUMBER))


def vacancies(store: Store, chance: random.Random) -> Figures:
    """Find all vacancies for one person."""
    import plain_scan  # noqa: PLC0415 - as above

    who, profile = ident(chance), a_profile(chance)

    def ours() -> list[Found]:
        return store.read(lambda unit: unit.matching.vacancies_for(who, profile, TODAY, DEFAULT, most=10_000))

    held, seeker, cannot = columns(store, VACANCIES), seeker_of(profile, point_of), cannot_of(profile)
    return both(store, ours, lambda: plain_scan.vacancies_for(held, who, seeker, TODAY_NUMBER, DEFAULT, cannot))


def columns(store: Store, layout: Layout) -> SimpleNamespace:
    """Read the columns of the plain scan beforehand."""
    import plain_scan  # noqa: PLC0415 - as above

    return plain_scan.columns(layout, store.read(lambda unit: list(unit.matching.opened(layout))), DEFAULT)


def more_memory(store: Store, chance: random.Random) -> float:
    """Give how many MB more the process needs at most for the first match, NumPy included."""
    before = resident_mb()
    store.read(lambda unit: unit.matching.people_for(a_vacancy(chance), TODAY, DEFAULT))
    return resident_mb() - before


def both(store: Store, ours: Callable[[], list[Found]], plain: Callable[[], tuple[list[str], list[int]]]) -> Figures:
    """Let both find the same, by turns; give the medians."""
    found, (ids, points) = ours(), plain()
    if [(each.id, each.score) for each in found] != list(zip(ids, points, strict=True)):
        raise AssertionError("the product and the plain scan do not find the same")
    taken: dict[str, list[float]] = {OURS: [], PLAIN: []}
    for _turn in range(TURNS):
        for name, find in ((OURS, ours), (PLAIN, plain)):
            if store.is_sqlite:
                store.engine.dispose()  # it forgets the pages that it read
                store.ping()
            begun = time.perf_counter()
            find()
            taken[name].append((time.perf_counter() - begun) * 1000)
    mine, theirs = median(taken[OURS]), median(taken[PLAIN])
    return {OURS: mine, PLAIN: theirs, TIMES: mine / theirs, FOUND: len(found)}


def in_folder(folder: Path, people: int) -> str:
    """Give the address of the database in a folder, made in a process of its own where there is none yet."""
    file = folder / f"{people}.db"
    if not file.exists():
        crowd = Path(__file__).with_name("crowd.py")
        subprocess.run([sys.executable, crowd, f"sqlite:///{file}", "--people", str(people)], check=True)
    return f"sqlite:///{file}"


def main() -> None:
    """Print one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--round", action="store_true")
    parser.add_argument("--folder", type=Path, help="where the database is, or is to be made")
    parser.add_argument("--database", help="the address of one that crowd.py made, instead of a folder")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--find", choices=("people", "vacancies"), default="people")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--started", type=float)
    options = parser.parse_args()
    url = options.database or in_folder(options.folder, options.people)
    store, chance = Store(url, SEAL), random.Random(options.seed)
    more = more_memory(store, chance)
    figures = people(store, chance) if options.find == "people" else vacancies(store, chance)
    store.close()
    report(figures | {MORE: more})


if __name__ == "__main__":
    main()
