"""Questions about the week: hours, days, parts of the day, and from when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask, forget, number_in, put
from bot.domain.profile import week_of
from bot.nlu.asked import ASKED
from bot.nlu.readers.hours_also import widened
from bot.nlu.wording import whole
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence
    from bot.text import Text

ANY_PART = ("morning", "afternoon", "evening", "night")
ALL_WEEK = ["ma", "di", "wo", "do", "vr", "za", "zo"]


def _days_value(value: Any) -> dict[str, list[str]]:
    held = value if isinstance(value, dict) else {"days": value}
    return {part: list(held[part]) for part in ("days", "dayparts") if held.get(part)}


def _week(answers: Answers, value: Any, entity: Entity) -> Any:
    """Give the whole week that words mean beside what was said before; None where nothing is left: it is asked again.

    Other days leave the parts of the day as they are, and what is refused is taken off what was there.
    """
    held = week_of(answers)
    if isinstance(value, list):
        left = _left(held.get("dayparts"), value, entity.without)
        return left if left or held.get("days") else value
    if not isinstance(value, dict):
        return value
    week = {part: _left(held.get(part), said, entity.without) for part, said in value.items()}
    if None in (week.get("days", ()), week.get("dayparts", ())):
        return None
    return {**held, **week}


def _left(held: list[str] | None, said: list[str], without: tuple[str, ...]) -> list[str] | None:
    """Take what is refused off what was there; else it is all the rest, as said. None: nothing is left."""
    if not held or not _either(said, without):
        return said
    return [each for each in held if each not in without] or None


def _either(said: list[str], without: tuple[str, ...]) -> bool:
    """Say whether days, or parts of the day, are among what was refused: the other of the two may be so alone."""
    kind = ALL_WEEK if set(said) <= set(ALL_WEEK) else ANY_PART
    return not set(kind).isdisjoint(without)


def _both(held: Iterable[str], more: Iterable[str], order: Iterable[str]) -> list[str]:
    """Put more days, or parts of the day, beside those that were there."""
    either = {*held, *more}
    return [each for each in order if each in either]


def _also_days(answers: Answers, value: Any) -> Any:
    """Put days beside those that were there; who can "ook op zaterdag" and was asked nothing can on all working days.

    Who was asked and named no day can on any, and no part of the day is any part: nothing comes beside that.
    """
    if not isinstance(value, dict):
        return value
    held = answers.get("days") or {}
    more = {}
    if value.get("days") and (held.get("days") or "days" not in answers):
        usual = ALL_WEEK[:5] if set(value["days"]) <= set(ALL_WEEK[5:]) else ()
        more["days"] = _both(held.get("days") or usual, value["days"], ALL_WEEK)
    if value.get("dayparts"):
        parts = _also_parts(answers, value["dayparts"])
        more |= {"dayparts": parts} if isinstance(parts, list) else {}
    return more


def _also_parts(answers: Answers, value: Any) -> Any:
    """Put parts of the day beside those that were there; "ook in de avond" by itself is by day too."""
    if isinstance(value, dict):
        return _also_days(answers, value)
    held = answers.get("days") or {}
    asked = "dayparts" in answers or ("days" in answers and not held.get("days"))
    if asked and not held.get("dayparts"):
        return {}
    return _both(held.get("dayparts") or ANY_PART[:2], value, (*ANY_PART, "weekend"))


def _also_hours(answers: Answers, value: dict[str, Any]) -> dict[str, Any]:
    """Widen what was said: "24 uur" and "16 kan ook" is 16 to 24; a side that is open stays open."""
    held = answers.get("hours")
    return widened(held, value) if held else value


def _keep_days(answers: Answers, name: str, value: dict[str, list[str]] | None) -> dict[str, Any]:
    if value is None:
        return _forget_days(answers, name)
    early = {"dayparts": answers["dayparts"]} if name not in answers and answers.get("dayparts") else {}
    week = {**early, **(answers.get(name) or {}), **value}
    kept = put(answers, name, week or answers.get(name, week))
    return {**kept, "dayparts": value["dayparts"]} if "dayparts" in value else kept


def _keep_dayparts(answers: Answers, name: str, value: Any) -> dict[str, Any]:
    if value is None and name in answers:
        return _forget_dayparts(answers, name)
    if value is None or isinstance(value, dict):
        return _keep_days(answers, "days", value)
    if "days" not in answers:
        return put(answers, name, value)
    week = {**(answers.get("days") or {}), "dayparts": value}
    return put({**answers, "days": week}, name, value)


def _forget_dayparts(answers: Answers, name: str) -> dict[str, Any]:
    kept = forget(answers, name)
    if kept.get("days"):
        kept["days"] = forget(kept["days"], name)
    return kept


def _forget_days(answers: Answers, name: str) -> dict[str, Any]:
    return forget(forget(answers, name), "dayparts")


def _dayparts_missing(answers: Answers, _moment: Moment) -> bool:
    return bool(answers.get("days")) and not answers["days"].get("dayparts")


def _parts_of(value: Any) -> Any:
    """Take the parts of the day, with the days when these were said too; "altijd" and no wish mean any part."""
    if not isinstance(value, dict):
        return value or list(ANY_PART)
    held = _days_value(value)
    any_time = len(held.get("days", ())) in {0, len(ALL_WEEK)}
    return held.get("dayparts", list(ANY_PART)) if any_time else held


def _part_or_day(sentence: Sentence, today: date) -> Entity | None:
    """Read parts of the day; "dag" alone is by day here."""
    if sentence.plain in {"dag", "de dag", "per dag", "bij dag", "in de dag", "op de dag"}:
        return whole(sentence, "dayparts", list(ANY_PART[:2]))
    return ASKED["days"](sentence, today)


def _says_parts(value: Any) -> Text:
    return in_words.days(value) if isinstance(value, dict) else in_words.dayparts(value)


def _hours_key(value: dict[str, Any]) -> str:
    return f"{value['min'] or ''}-{value['max'] or ''}"


def _hours(key: str) -> Choice | None:
    """Give hours that the words can mean: "20-24", "20-", "-24"."""
    least, sign, most = key.partition("-")
    value = {"min": number_in(least), "max": number_in(most)}
    ends = [end for end in (least, most) if end]
    if not sign or not ends or any(number_in(end) is None for end in ends):
        return None
    return Choice(key, in_words.hours(value), value)


HOURS = ask(
    "hours",
    _("Hoeveel uur per week wil je werken?"),
    reads=ASKED["hours"],
    entities=("hours",),
    also=_also_hours,
    dynamic=_hours,
    key=_hours_key,
    choices=(
        Choice("8-16", _("8 tot 16 uur"), {"min": 8, "max": 16}),
        Choice("16-24", _("16 tot 24 uur"), {"min": 16, "max": 24}),
        Choice("24-32", _("24 tot 32 uur"), {"min": 24, "max": 32}),
        Choice("32-40", _("32 tot 40 uur"), {"min": 32, "max": 40}),
        Choice("any", _("Maakt niet uit"), {"min": None, "max": None}),
    ),
    needed=True,
    why=_("Dan zoek ik banen met het aantal uren dat jij wilt."),
    again=_("Schrijf een getal, bijvoorbeeld: 24 uur. Een hele week is 40 uur."),
    says=in_words.hours,
    label=_("Uren"),
    shown_to_employers=True,
    words=("uren", "uur", "hours"),
)

DAYS = ask(
    "days",
    _("Op welke dagen kun je werken?"),
    reads=ASKED["days"],
    entities=("days",),
    takes=_days_value,
    also=_also_days,
    meant=_week,
    fold=_keep_days,
    unfold=_forget_days,
    choices=(
        Choice("week", _("Maandag tot en met vrijdag"), {"days": ALL_WEEK[:5]}),
        Choice("all", _("Alle dagen"), {"days": ALL_WEEK}),
        Choice("weekend", _("Alleen in het weekend"), {"days": ALL_WEEK[5:]}),
    ),
    why=_("Dan krijg je geen baan op een dag dat je niet kunt."),
    again=_("Schrijf de dagen op. Bijvoorbeeld: maandag, dinsdag en donderdag."),
    says=in_words.days,
    label=_("Dagen"),
    shown_to_employers=True,
    words=("dagen", "dag", "days"),
)

DAYPARTS = ask(
    "dayparts",
    _("Op welk deel van de dag kun je werken?"),
    reads=_part_or_day,
    entities=("dayparts",),
    takes=_parts_of,
    also=_also_parts,
    meant=_week,
    yields=True,
    early=True,
    fold=_keep_dayparts,
    unfold=_forget_dayparts,
    choices=(
        Choice("day", _("Overdag"), ["morning", "afternoon"]),
        Choice("morning", _("Alleen in de ochtend"), ["morning"]),
        Choice("evening", _("Overdag en in de avond"), ["morning", "afternoon", "evening"]),
        Choice("any", _("Maakt niet uit"), list(ANY_PART)),
    ),
    when=_dayparts_missing,
    why=_("Dan krijg je geen baan op een tijd dat je niet kunt."),
    again=_("Schrijf bijvoorbeeld: in de ochtend. Of: niet in de nacht."),
    says=_says_parts,
    part_of="days",
    words=("deel van de dag", "ochtend", "avond", "tijden"),
)

START = ask(
    "start",
    _("Vanaf wanneer kun je beginnen?"),
    reads=ASKED["start"],
    entities=("start",),
    choices=(
        Choice("meteen", _("Meteen")),
        Choice("over 2 weken", _("Over 2 weken")),
        Choice("over 1 maand", _("Over 1 maand")),
        Choice("over 3 maanden", _("Over 3 maanden")),
    ),
    why=_("Dan weet ik welke banen op tijd beginnen voor jou."),
    again=_("Schrijf een dag. Bijvoorbeeld: meteen, of 1 januari."),
    says=in_words.start,
    label=_("Beginnen"),
    words=("beginnen", "start", "wanneer"),
)
