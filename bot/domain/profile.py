"""A work profile: what somebody agreed to be matched by. Minimal by construction (V4): there is no field for more."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ABILITIES = ("stand", "sit", "bend", "lift")
"""The functional abilities that may be asked, yes or no only (V4)."""


@dataclass(frozen=True, slots=True, repr=False)
class Occupation:
    """An occupation of ESCO v1.2.0: its URI, a short Dutch label, and its ISCO-08 unit group (4 digits)."""

    uri: str
    label: str
    isco: str


@dataclass(frozen=True, slots=True, repr=False)
class Hours:
    """Hours a week, both ends included; None is an open side."""

    min: float | None
    max: float | None


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Where somebody lives, no closer than the 4 digits of the postcode."""

    pc4: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Travel:
    """How far, in minutes or in kilometres, and by what: `bike ov car walk moped`. None: not said."""

    minutes: int | None = None
    km: float | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Language:
    """A language (ISO 639-1) and how well: 0 not, 1 a little, 2 reasonably, 3 well."""

    code: str
    level: int


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """What is matched by. None everywhere: not asked, or skipped.

    `push`: how often to hear of new work (`now daily weekly never`). The five fields `ability` and `register` are those
    of V4: never used for ranking or visibility (V5), and shown to nobody without a separate yes.
    """

    wishes: tuple[Occupation, ...]
    hours: Hours
    place: Place
    first_name: str | None = None
    experience_years: float | None = None
    days: tuple[str, ...] = ()
    dayparts: tuple[str, ...] = ()
    travel: Travel | None = None
    languages: tuple[Language, ...] = ()
    licence: tuple[str, ...] | None = None
    start: str | None = None
    ability: tuple[tuple[str, bool], ...] = ()
    register: bool | None = None
    push: str | None = None


def week_of(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give days and parts of the day; the latter also of who told these alone, and skipped the days."""
    days, parts = answers.get("days"), answers.get("dayparts")
    return {"dayparts": parts} if days is None and parts else days or {}


def profile_of(answers: dict[str, Any]) -> Profile:
    """Make the profile of the answers to the profile's questions (design section 7: names and values)."""
    days = week_of(answers)
    experience = answers.get("experience")
    return Profile(
        wishes=tuple(Occupation(**wish) for wish in answers["wishes"]),
        hours=Hours(**answers["hours"]),
        place=Place(**answers["place"]),
        first_name=answers.get("first_name"),
        experience_years=experience["years"] if experience else None,
        days=tuple(days.get("days", ())),
        dayparts=tuple(days.get("dayparts", ())),
        travel=Travel(**answers["travel"]) if answers.get("travel") else None,
        languages=tuple(Language(**language) for language in answers.get("language") or ()),
        licence=None if answers.get("licence") is None else tuple(answers["licence"]),
        start=answers.get("start"),
        ability=tuple(
            (ability, answers[f"ability.{ability}"])
            for ability in ABILITIES
            if answers.get(f"ability.{ability}") is not None
        ),
        register=answers.get("register"),
        push=answers.get("push"),
    )


def profile_json(profile: Profile) -> dict[str, Any]:
    """Make the JSON value that is stored and exported."""
    held = asdict(profile)
    held["ability"] = dict(profile.ability)
    return held


def profile_from(held: dict[str, Any]) -> Profile:
    """Give back the profile of which `profile_json` made this value."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in held.items()}
    values |= {
        "wishes": tuple(Occupation(**wish) for wish in held["wishes"]),
        "hours": Hours(**held["hours"]),
        "place": Place(**held["place"]),
        "travel": Travel(**held["travel"]) if held["travel"] else None,
        "languages": tuple(Language(**language) for language in held["languages"]),
        "ability": tuple(held["ability"].items()),
    }
    return Profile(**values)
