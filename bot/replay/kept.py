"""What the database holds of somebody, as a story checks it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.state import unpack_state
from bot.domain.vacancy import Standing as Open
from bot.replay.lines import Standing
from bot.translate import render
from storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.event import Address
    from bot.text import Text
    from storage.unit import Unit

_STANDINGS = {Open.OPEN: "open", Open.PAUSED: "op pauze", Open.CLOSED: "gesloten"}

SHORTEST = 4
"""From how many letters on, words that somebody said are looked for in what is left; shorter ones are everywhere."""

NONE = "niets"
SKIPPED = "overgeslagen"

_PARTS = {"morning": "ochtend", "afternoon": "middag", "evening": "avond", "night": "nacht", "weekend": "weekend"}
_BY = {"bike": "fiets", "ov": "ov", "car": "auto", "walk": "lopend", "moped": "brommer"}
_PUSH = {"now": "meteen", "daily": "per dag", "weekly": "per week", "never": "nooit"}
_WEEK = "ma di wo do vr za zo".split()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of somebody who is known."""

    person_id: str
    language: str
    answers: Mapping[str, Any]
    standing: Standing


def kept_of(unit: Unit, at: Address) -> Kept | None:
    """Read what is kept of who is at an address; None for a stranger."""
    speaker = unit.people.speaker(at)
    if speaker is None:
        return None
    profile = unit.known.everything(speaker.person.id)["profile"]
    standing = Standing.NONE
    if profile:
        standing = Standing.ACTIVE if profile["active"] else Standing.HIDDEN
    state = unpack_state(speaker.state)
    answers = {**state.of("profile"), **{f"vacancy.{name}": value for name, value in state.of("vacancy").items()}}
    return Kept(speaker.person.id, speaker.person.language, answers, standing)


def placed_of(unit: Unit, person_id: str) -> list[str]:
    """Describe the vacancies of somebody in short: "Schoonmaker in Utrecht, 24 uur, open"."""
    return [
        f"{one.title} in {one.place.name}, {_hours(asdict(one.hours))} uur, {_STANDINGS[one.standing]}"
        for one in unit.vacancies.of_employer(person_id)
    ]


def left_of(unit: Unit, person_ids: set[str], said: set[str]) -> list[str]:
    """Give the tables that still hold something of somebody: a row of theirs, or words they said."""
    wanted = {words.casefold() for words in said if len(words) >= SHORTEST}
    found = []
    for table in metadata.sorted_tables:
        for row in unit.connection.execute(table.select()).mappings():
            held = [_opened(unit, name, value) for name, value in row.items()]
            words = " ".join(held).casefold()
            if person_ids & set(held) or any(each in words for each in wanted):
                found.append(table.name)
    return sorted(set(found))


def _opened(unit: Unit, name: str, value: Any) -> str:
    return str(unit.seal.open(value) if value and name.endswith("_sealed") else value)


def kept_in_short(answers: Mapping[str, Any], question: str) -> str:
    """Write an answer as stories write it (`docs/transcripts.md`); of a vacancy that is made: `vacancy.hours`."""
    if question not in answers:
        return NONE
    value = answers[question]
    if value is None:
        return SKIPPED
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return " ".join(_SHORT.get(question.removeprefix("vacancy."), str)(value).split())


def _hours(value: Mapping[str, Any]) -> str:
    least, most = value["min"], value["max"]
    if least is None and most is None:
        return "alle"
    if least == most:
        return in_words.number(least)
    return "-".join("" if end is None else in_words.number(end) for end in (least, most))


def _days(value: Mapping[str, Any]) -> str:
    parts = list(value.get("dayparts") or ())
    return " ".join(filter(None, (_weekdays(value.get("days") or ()), _dayparts(parts)))) or "alle"


def _weekdays(held: Any) -> str:
    days = [day for day in _WEEK if day in held]
    first = _WEEK.index(days[0]) if days else 0
    if len(days) == len(_WEEK):
        return "alle"
    if len(days) > 2 and days == _WEEK[first : first + len(days)]:  # noqa: PLR2004 - two days are shorter one by one
        return f"{days[0]}-{days[-1]}"
    return " ".join(days)


def _dayparts(held: list[str]) -> str:
    day = {"morning", "afternoon"} <= set(held)
    rest = [_PARTS[part] for part in _PARTS if part in held and not (day and part in {"morning", "afternoon"})]
    return " ".join([*(["overdag"] if day else []), *rest])


def _travel(value: Mapping[str, Any]) -> str:
    far = ""
    if value.get("minutes"):
        far = f"{value['minutes']} minuten"
    elif value.get("km"):
        far = f"{in_words.number(value['km'])} km"
    return " ".join(filter(None, (far, _BY[value["by"]] if value.get("by") else ""))) or "alle"


def _rendered(say: Callable[[Any], Text]) -> Callable[[Any], str]:
    return lambda value: render(say(value), "nl")


_SHORT: Mapping[str, Callable[[Any], str]] = {
    "wishes": lambda value: ", ".join(wish["label"] for wish in value),
    "experience": lambda value: f"{in_words.number(value['years'])} jaar",
    "hours": _hours,
    "days": _days,
    "dayparts": _dayparts,
    "place": lambda value: f"{value['pc4']} {value['name']}",
    "travel": _travel,
    "language": _rendered(in_words.language),
    "licence": lambda value: ", ".join(value) or "geen",
    "push": lambda value: _PUSH[value],
    "work": lambda value: value["label"],
    "contract": _rendered(in_words.contract),
    "pay": _rendered(in_words.pay),
    "asks": _rendered(in_words.demands),
    "start": lambda value: date.fromisoformat(value).isoformat(),
}
"""By question: how its answer is written in short."""
