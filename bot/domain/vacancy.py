"""A vacancy: what an employer offers, in the same words and values as a profile asks for it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from bot.domain.profile import Hours, Occupation, Place


class Contract(StrEnum):
    """What kind of contract comes with the work."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    ON_CALL = "on_call"
    AGENCY = "agency"
    LEARNING = "learning"


class Standing(StrEnum):
    """Whether a vacancy is open to people now."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Pay:
    """Gross pay in euros, `per` "hour" or "month"; None is an open side. Both None: by the collective agreement."""

    min: float | None
    max: float | None
    per: str


@dataclass(frozen=True, slots=True, repr=False)
class Vacancy:
    """What is offered. None, and an empty tuple: not said, or not asked for.

    - id: 32 hexadecimal digits. employer_id: the person who placed it; None for one that was imported
    - employer: the name people see. title, about: the employer's own words, `about` at most 600 characters
    - occupation, place, hours, days, dayparts: as in a profile
    - start, until: ISO dates, from when the work is, and the last day on which people may react
    - licence: driving licences that are needed, all of them. dutch: the level that is needed (0 to 3)
    - asks: what the work asks of the body, among `ABILITIES`; used only to keep work away from who said they cannot
    - guidance: somebody helps on the job. places: how many people are sought
    - source, reference: where an imported one comes from, and its identifier there
    - version: how often something that matters changed, counted from 1; only storage raises it
    """

    id: str
    employer: str
    title: str
    occupation: Occupation
    place: Place
    hours: Hours
    employer_id: str | None = None
    days: tuple[str, ...] = ()
    dayparts: tuple[str, ...] = ()
    contract: Contract | None = None
    pay: Pay | None = None
    start: str | None = None
    until: str | None = None
    licence: tuple[str, ...] = ()
    dutch: int | None = None
    asks: tuple[str, ...] = ()
    guidance: bool | None = None
    places: int = 1
    about: str = ""
    source: str | None = None
    reference: str | None = None
    standing: Standing = Standing.OPEN
    version: int = 1


MATTERS = (
    *("occupation", "place", "hours", "days", "dayparts", "contract", "pay"),
    *("start", "licence", "dutch", "asks"),
)
"""What decides whether work fits somebody. Other words, or more time to react, make no other job of it."""


def differs_in_what_matters(before: Vacancy, after: Vacancy) -> bool:
    """Say whether a change is worth telling somebody who saw the vacancy already."""
    return any(getattr(before, name) != getattr(after, name) for name in MATTERS)


def vacancy_json(vacancy: Vacancy) -> dict[str, Any]:
    """Make the JSON value that is stored; `vacancy_of` gives the vacancy back unchanged."""
    return asdict(vacancy)


def vacancy_of(held: dict[str, Any]) -> Vacancy:
    """Give back the vacancy of which `vacancy_json` made this value."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in held.items()}
    values |= {
        "occupation": Occupation(**held["occupation"]),
        "place": Place(**held["place"]),
        "hours": Hours(**held["hours"]),
        "contract": Contract(held["contract"]) if held["contract"] else None,
        "pay": Pay(**held["pay"]) if held["pay"] else None,
        "standing": Standing(held["standing"]),
    }
    return Vacancy(**values)
