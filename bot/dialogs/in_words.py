"""Values in words: how an answer is said back, read back and shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.text import Text, Value, _, _n, from_data, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = {
    "ma": _("maandag"),
    "di": _("dinsdag"),
    "wo": _("woensdag"),
    "do": _("donderdag"),
    "vr": _("vrijdag"),
    "za": _("zaterdag"),
    "zo": _("zondag"),
}
WEEKDAYS = ("ma", "di", "wo", "do", "vr")

DAYPARTS = {
    "morning": _("in de ochtend"),
    "afternoon": _("in de middag"),
    "evening": _("in de avond"),
    "night": _("in de nacht"),
    "weekend": _("in het weekend"),
}

BY = {
    "bike": _("met de fiets"),
    "ov": _("met bus, tram of trein"),
    "car": _("met de auto"),
    "walk": _("lopend"),
    "moped": _("met de brommer"),
}

LEVELS = {0: _("nog niet"), 1: _("een beetje"), 2: _("redelijk"), 3: _("goed")}

LANGUAGES = {
    "nl": _("Nederlands"),
    "en": _("Engels"),
    "ar": _("Arabisch"),
    "tr": _("Turks"),
    "uk": _("Oekraïens"),
    "ru": _("Russisch"),
    "pl": _("Pools"),
    "ti": _("Tigrinya"),
    "fr": _("Frans"),
    "es": _("Spaans"),
    "de": _("Duits"),
    "fa": _("Farsi"),
    "ps": _("Pasjto"),
    "so": _("Somalisch"),
    "am": _("Amhaars"),
    "ku": _("Koerdisch"),
    "zh": _("Chinees"),
    "pt": _("Portugees"),
    "it": _("Italiaans"),
    "ro": _("Roemeens"),
    "bg": _("Bulgaars"),
    "hu": _("Hongaars"),
    "ur": _("Urdu"),
    "hi": _("Hindi"),
    "sw": _("Swahili"),
}

_FEW = {"ber": "Berbers", "dse": "gebarentaal"}
"""What Babel has no Dutch name for."""

LICENCES = {
    "B": _("auto (B)"),
    "BE": _("auto met aanhanger (BE)"),
    "AM": _("brommer (AM)"),
    "A": _("motor (A)"),
    "C": _("vrachtwagen (C)"),
    "CE": _("vrachtwagen met aanhanger (CE)"),
    "C1": _("kleine vrachtwagen (C1)"),
    "D": _("bus (D)"),
    "T": _("tractor (T)"),
}

PUSH = {
    "now": _("meteen als er een is"),
    "daily": _("1 keer per dag"),
    "weekly": _("1 keer per week"),
    "never": _("niet, je vraagt het zelf"),
}

YES_NO = {True: _("ja"), False: _("nee")}


def number(value: float) -> str:
    """Write a number in digits as Dutch does, without decimals that say nothing: for transcripts."""
    return str(int(value)) if value == int(value) else str(value).replace(".", ",")


def hours(value: Mapping[str, Any]) -> Text:
    """Say "24 uur per week" and what lies beside it."""
    least, most = value["min"], value["max"]
    if least is None and most is None:
        return _("elk aantal uren per week")
    if least is None:
        return _("niet meer dan {most} uur per week", most=most)
    if most is None:
        return _("{least} uur per week of meer", least=least)
    if least == most:
        return _("{hours} uur per week", hours=least)
    return _("{least} tot {most} uur per week", least=least, most=most)


def days(value: Mapping[str, Any]) -> Text:
    """Say which days, and which parts of the day when these were said."""
    held = value.get("days") or []
    parts = dayparts(value["dayparts"]) if value.get("dayparts") else None
    if not held:
        return parts or _("alle dagen")
    words = _weekdays(held)
    return _("{days}, {parts}", days=words, parts=parts) if parts else words


def _weekdays(held: list[str]) -> Text:
    if len(held) == len(DAYS):
        return _("alle dagen")
    if tuple(held) == WEEKDAYS:
        return _("maandag tot en met vrijdag")
    return _("{days}", days=tuple(DAYS[day] for day in DAYS if day in held))


def dayparts(value: list[str]) -> Text:
    """Say which parts of the day."""
    if {"morning", "afternoon", "evening", "night"} <= set(value):
        return _("op elk moment van de dag")
    return _("{parts}", parts=tuple(DAYPARTS[part] for part in DAYPARTS if part in value))


def travel(value: Mapping[str, Any]) -> Text:
    """Say how far and how."""
    by = BY[value["by"]] if value.get("by") else None
    far: Text | None = None
    if value.get("minutes"):
        far = _n("{n} minuut", "{n} minuten", n=int(value["minutes"]))
    elif value.get("km"):
        far = _("{km} kilometer", km=value["km"])
    if far and by:
        return _("{far}, {by}", far=far, by=by)
    return far or by or _("elke afstand")


def language_name(code: str) -> Text:
    """Name a language."""
    return LANGUAGES.get(code) or verbatim(_in_dutch(code))


def _in_dutch(code: str) -> str:
    """Name a language that few speak here; its name stays Dutch in every language."""
    from babel import Locale  # noqa: PLC0415 - costs the start more than all of this file

    return _FEW.get(code) or str(Locale("nl").languages.get(code, code))


def language(value: list[Mapping[str, Any]]) -> Text:
    """Say which languages, and how well."""
    said: tuple[Value, ...] = tuple(
        _("{language} ({level})", language=language_name(held["code"]), level=LEVELS[held["level"]]) for held in value
    )
    return _("{languages}", languages=said)


def licence(value: list[str]) -> Text:
    """Say which driving licences."""
    return _("rijbewijs {codes}", codes=_licences(value)) if value else _("geen rijbewijs")


def licence_codes(value: list[str]) -> Text:
    """Say which, behind the word for it."""
    return _("{codes}", codes=_licences(value)) if value else _("geen")


def _licences(value: list[str]) -> tuple[Text, ...]:
    return tuple(LICENCES.get(code) or verbatim(code) for code in value)


def years(value: Mapping[str, Any]) -> Text:
    """Say how many years."""
    count = value["years"]
    if count == 0:
        return _("nog niet")
    if count < 1:
        return _("minder dan 1 jaar")
    if count == int(count):
        return _n("{n} jaar", "{n} jaar", n=int(count))
    return _("{years} jaar", years=count)


def years_of(value: Mapping[str, Any]) -> Text:
    """Say how many years, and of which work where that could be another."""
    if "as" not in value:
        return years(value)
    return _("{years} ({work})", years=years(value), work=from_data(value["as"]["label"]))


def experience(value: Mapping[str, Any]) -> Text:
    """Say how much experience, and in which work where that could be another."""
    if "as" in value:
        work = from_data(value["as"]["label"])
        if not value["years"]:
            return _("nog geen ervaring als {work}", work=work)
        return _("{years} ervaring als {work}", years=years(value), work=work)
    return _("{years} ervaring", years=years(value)) if value["years"] else _("nog geen ervaring")


def start(value: str) -> Text:
    """Say from when."""
    return _("vanaf {day}", day=date.fromisoformat(value))


def push(value: str) -> Text:
    """Say how often work is sent."""
    return PUSH[value]


def yes_no(value: bool) -> Text:  # noqa: FBT001 - the value itself is the boolean that is said
    """Say yes or no."""
    return YES_NO[value]


CONTRACTS = {
    "permanent": _("vast"),
    "temporary": _("tijdelijk"),
    "on_call": _("oproep"),
    "agency": _("via een ander bedrijf"),
    "learning": _("leren en werken"),
}


def contract(value: str) -> Text:
    """Say what kind of contract."""
    return CONTRACTS[value]


def pay(value: Mapping[str, Any]) -> Text:
    """Say what is paid before tax."""
    low, high = (_euros(value[end], value["per"]) for end in ("min", "max"))
    per = _("per uur") if value["per"] == "hour" else _("per maand")
    if low is None and high is None:
        return _("volgens de cao")
    if high is None:
        return _("vanaf €\u00a0{low} {per}", low=low or "", per=per)
    if low is None:
        return _("tot €\u00a0{high} {per}", high=high, per=per)
    if low == high:
        return _("€\u00a0{amount} {per}", amount=low, per=per)
    return _("€\u00a0{low} tot €\u00a0{high} {per}", low=low, high=high, per=per)


def _euros(amount: float | None, per: str) -> str | None:
    """Write an amount as Dutch does: 15,20 an hour, 2.300 a month."""
    if amount is None:
        return None
    return f"{amount:.2f}".replace(".", ",") if per == "hour" else f"{round(amount):,}".replace(",", ".")


DEMANDS = {
    "stand": _("lang staan"),
    "sit": _("lang zitten"),
    "bend": _("vaak bukken"),
    "lift": _("zwaar tillen"),
}


def demands(value: list[str]) -> Text:
    """Say what work asks of the body."""
    if not value:
        return _("geen zwaar werk")
    return _("{demands}", demands=tuple(DEMANDS[ability] for ability in DEMANDS if ability in value))


NEEDED = {0: _("niet nodig"), 1: _("een beetje"), 2: _("redelijk"), 3: _("goed")}


def dutch_needed(value: int) -> Text:
    """Say how much Dutch is needed."""
    return NEEDED[value]


def places(value: int) -> Text:
    """Say how many people are sought."""
    return _n("{n} persoon", "{n} mensen", n=value)
