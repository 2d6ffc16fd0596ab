"""A vacancy that is being made or changed: the answers of its form, from and to a vacancy."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.employer.reminders import planned
from bot.domain.effects import SaveVacancy
from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import Contract, Pay, Standing, Vacancy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Effect

FORM = "vacancy"
"""The dialog whose answers these are."""

ID = "id"
"""Beside the answers: the vacancy that they change; a new one has none yet."""

WEEKS_OPEN = 8
"""How long a vacancy is open whose employer did not say until when."""

WEEKS_LONGER = 4


def drafted(state: State) -> bool:
    """Tell whether a vacancy is being made or changed, and is not finished."""
    return bool(state.of(FORM))


def last_day(answers: Answers, moment: Moment) -> str:
    """Give until when people may react (ISO): as said, else so many weeks from now."""
    return str(answers.get("until") or weeks_on(moment, WEEKS_OPEN))


def weeks_on(moment: Moment, weeks: int) -> str:
    """Give the day so many weeks from now (ISO)."""
    return (moment.today + timedelta(weeks=weeks)).isoformat()


def vacancy_of_answers(answers: Answers, moment: Moment) -> Vacancy:
    """Make the vacancy; one that is changed keeps its standing."""
    days = answers.get("days") or {}
    before = placed(moment, answers.get(ID))
    return Vacancy(
        id=before.id if before else moment.fresh_id,
        employer=moment.person.name or "",
        employer_id=moment.person.id,
        title=answers["title"],
        occupation=Occupation(**answers["work"]),
        place=Place(**answers["place"]),
        hours=Hours(**answers["hours"]),
        days=tuple(days.get("days", ())),
        dayparts=tuple(days.get("dayparts", ())),
        contract=Contract(answers["contract"]) if answers.get("contract") else None,
        pay=Pay(**answers["pay"]) if answers.get("pay") else None,
        start=answers.get("start"),
        until=last_day(answers, moment),
        licence=tuple(answers.get("licence") or ()),
        dutch=answers.get("dutch"),
        asks=tuple(answers.get("asks") or ()),
        guidance=answers.get("guidance"),
        places=answers.get("places") or 1,
        about=answers.get("about") or "",
        standing=before.standing if before else Standing.OPEN,
    )


def answers_of(vacancy: Vacancy) -> dict[str, Any]:
    """Give the answers that make this vacancy, in the order of the questions; "none" and "not said" are one."""
    week = {part: list(held) for part in ("days", "dayparts") if (held := getattr(vacancy, part))}
    return {
        "title": vacancy.title,
        "work": asdict(vacancy.occupation),
        "place": asdict(vacancy.place),
        "hours": asdict(vacancy.hours),
        "more": True,
        "days": week or None,
        "dayparts": week.get("dayparts"),
        "contract": vacancy.contract and vacancy.contract.value,
        "pay": vacancy.pay and asdict(vacancy.pay),
        "start": vacancy.start,
        "licence": list(vacancy.licence) or None,
        "dutch": vacancy.dutch,
        "asks": list(vacancy.asks) or None,
        "guidance": vacancy.guidance,
        "places": vacancy.places if vacancy.places > 1 else None,
        "until": vacancy.until,
        "about": vacancy.about or None,
    }


def placed(moment: Moment, vacancy_id: str | None) -> Vacancy | None:
    """Find a vacancy among those that whose turn it is placed: nobody touches another's."""
    if not vacancy_id:
        return None
    return next((one for one in moment.facts.vacancies_placed() if one.id == vacancy_id), None)


def saved(vacancy: Vacancy, moment: Moment) -> tuple[Effect, ...]:
    """Keep a vacancy, and plan what is asked shortly before its last day, and what happens after it."""
    return (SaveVacancy(vacancy), *planned(vacancy, moment))


def of_form(found: Mapping[str, Any]) -> dict[str, Any]:
    """Put what was read in an advertisement under the names of the questions that it answers."""
    named = {name: value for name, value in found.items() if name not in {"title", "occupation", "days", "dayparts"}}
    if "occupation" in found:
        named["work"] = {**found["occupation"], "title": found.get("title", "")}
    week = {part: found[part] for part in ("days", "dayparts") if found.get(part)}
    return {**named, "days": week} if week else named
