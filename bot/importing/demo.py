"""The vacancies of the demo: written for this product, with days that count from the start."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.data.rows import rows
from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import Contract, Pay, Vacancy
from bot.importing.offer import id_of
from bot.nlu import places
from bot.nlu.adverts.title import occupations_in

if TYPE_CHECKING:
    from datetime import date

SOURCE = "demo"


def demo_vacancies(today: date) -> list[Vacancy]:
    """Give the vacancies of `demo_vacancies.csv`, as they are when the demo starts today."""
    return [_vacancy(row, f"{row['employer']}: {row['title']}", today) for row in rows("demo_vacancies.csv")]


def _vacancy(row: dict[str, str], reference: str, today: date) -> Vacancy:
    spot = places.with_code(row["pc4"])
    (occupation,) = occupations_in(row["title"])
    if spot is None:
        raise ValueError(row["pc4"])
    least, _to, most = row["hours"].partition("-")
    start = int(row["start"])
    return Vacancy(
        id=id_of(SOURCE, reference),
        employer=row["employer"],
        title=row["title"],
        occupation=Occupation(**occupation.value()),
        place=Place(spot.pc4, spot.name),
        hours=Hours(int(least), int(most or least)),
        days=tuple(row["days"].split()),
        dayparts=tuple(row["dayparts"].split()),
        contract=Contract(row["contract"]),
        pay=_pay(row["pay"]),
        start=(today + timedelta(days=start)).isoformat() if start else None,
        until=(today + timedelta(days=int(row["until"]))).isoformat(),
        licence=tuple(row["licence"].split()),
        dutch=int(row["dutch"]),
        asks=tuple(row["asks"].split()),
        guidance=bool(row["guidance"]) or None,
        places=int(row["places"]),
        about=row["about"],
        source=SOURCE,
        reference=reference,
    )


def _pay(written: str) -> Pay:
    """Read "16.5-18/hour"; "cao" is by the collective agreement."""
    if written == "cao":
        return Pay(None, None, "month")
    amounts, _slash, per = written.partition("/")
    least, _to, most = amounts.partition("-")
    return Pay(float(least), float(most), per)
