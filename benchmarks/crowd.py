"""A database with many active profiles and open vacancies, made up: everyday work, in and around one big city."""

from __future__ import annotations

import argparse
import random
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.data.postcodes import postcodes
from bot.domain.facts import DAYS
from bot.domain.gemeente import TravelDefault
from bot.domain.person import Contact
from bot.domain.profile import Hours, Language, Occupation, Place, Profile, Travel, profile_json
from bot.domain.vacancy import Vacancy
from bot.nlu.occupations import sectors
from storage.migrate import migrate
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store
from storage.tables import person, profile

if TYPE_CHECKING:
    from random import Random

    from storage.unit import Unit

TODAY = date(2026, 11, 27)
DEFAULT = TravelDefault(45, "ov")
SEAL = Seal(bytes(KEY_BYTES))
WORK = [Occupation(**each.value()) for sector in sectors() for each in sector.occupations]
PLACES = [Place(pc4, code.place) for pc4, code in postcodes().items() if pc4[:2] in {"34", "35", "36", "37", "38"}]
HOURS = (Hours(8, 16), Hours(16, 24), Hours(24, 32), Hours(32, 40), Hours(36, 40), Hours(24, 24), Hours(None, None))
WEEKS = (DAYS[:5], DAYS[:3], ("ma", "wo", "vr"), DAYS[1:6], (), ())
PARTS = (("morning", "afternoon"), ("morning",), ("morning", "afternoon", "evening"), (), ())


def ident(chance: Random) -> str:
    """Make an id as random as those of the product."""
    return f"{chance.getrandbits(128):032x}"


def a_profile(chance: Random) -> Profile:
    """Make up a profile: most answers given, some left open."""
    return Profile(
        wishes=tuple(chance.sample(WORK, chance.randint(1, 3))),
        hours=chance.choice(HOURS),
        place=chance.choice(PLACES),
        first_name="Sam",
        days=chance.choice(WEEKS),
        dayparts=chance.choice(PARTS),
        travel=chance.choice(
            (None, Travel(by="ov"), Travel(minutes=chance.choice((15, 30, 45, 60)), by=chance.choice(("bike", "car"))))
        ),
        languages=(Language("nl", chance.randint(0, 3)),),
        licence=chance.choice((None, (), ("B",), ("AM",))),
        start=chance.choice((None, (TODAY + timedelta(days=chance.randint(0, 90))).isoformat())),
        ability=(("lift", chance.random() > 0.2),),
    )


def a_vacancy(chance: Random) -> Vacancy:
    """Make up a vacancy."""
    return Vacancy(
        id=ident(chance),
        employer="Bakkerij Zon",
        title="Hulp",
        occupation=chance.choice(WORK),
        place=chance.choice(PLACES),
        hours=chance.choice(HOURS),
        days=chance.choice(WEEKS),
        dayparts=chance.choice(PARTS),
        licence=chance.choice(((), (), (), ("B",))),
        dutch=chance.choice((None, 1, 2)),
        asks=chance.choice(((), ("lift",), ("stand", "bend"))),
    )


def fill(unit: Unit, people: int, vacancies: int) -> None:
    """Write the rows, and let the product make its parts of them, as at the first start after an update."""
    chance = random.Random(5)
    for start in range(0, people, 5000):
        ids = [ident(chance) for _person in range(start, min(people, start + 5000))]
        terms = {"role": "jobseeker", "language": "nl", "support": "zelfstandig", "contact": Contact.DIRECT.value}
        unit.connection.execute(person.insert(), [{"id": each, "since": TODAY, **terms} for each in ids])
        rows = [{"person_id": each, "body_sealed": SEAL.seal(profile_json(a_profile(chance)))} for each in ids]
        agreed = {"active": True, "agreed_at": datetime.now(UTC)}
        unit.connection.execute(profile.insert(), [row | agreed for row in rows])
        print(f"\r{start + len(ids):,} of {people:,} profiles", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    unit.matching.rebuild((a_vacancy(chance) for _vacancy in range(vacancies)), lambda _count: None)


def make(url: str, people: int, vacancies: int) -> None:
    """Make the database at an address where there is none yet."""
    store = Store(url, SEAL)
    migrate(store.engine)
    store.write(lambda unit: fill(unit, people, vacancies))
    store.close()


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--vacancies", type=int, default=10_000)
    options = parser.parse_args()
    make(options.url, options.people, options.vacancies)


if __name__ == "__main__":
    main()
