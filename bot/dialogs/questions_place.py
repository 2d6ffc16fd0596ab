"""Questions about where somebody lives and how far they want to travel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask, put
from bot.nlu.asked import ASKED
from bot.nlu.places import with_code
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers


_TRAVEL = re.compile(rf"(?:(?P<far>\d{{1,3}})(?P<unit>[mk]))?\.(?P<by>{'|'.join(in_words.BY)})?")


def _place_key(value: dict[str, str]) -> str:
    return f"{value['pc4']}.{value['name']}"


def _place(key: str) -> Choice | None:
    pc4, _sign, name = key.partition(".")
    if not name or with_code(pc4) is None:
        return None
    return Choice(key, _("{place} ({pc4})", place=verbatim(name), pc4=pc4), {"pc4": pc4, "name": name})


def _says_place(value: dict[str, str]) -> Text:
    if value["name"] == value["pc4"]:
        return _("postcode {pc4}", pc4=value["pc4"])
    return _("{place} (postcode {pc4})", place=verbatim(value["name"]), pc4=value["pc4"])


def _travel_value(value: dict[str, Any]) -> dict[str, Any]:
    return {part: held for part, held in value.items() if held is not None}


def _keep_travel(answers: Answers, _name: str, value: dict[str, Any]) -> dict[str, Any]:
    kept = {**(answers.get("travel") or {})}
    if "minutes" in value or "km" in value:
        kept = {part: held for part, held in kept.items() if part == "by"}
    return put(answers, "travel", {**kept, **value})


def _far_missing(answers: Answers, _moment: Moment) -> bool:
    travel = answers.get("travel") or {}
    return bool(travel) and not (travel.get("minutes") or travel.get("km"))


def _how_missing(answers: Answers, _moment: Moment) -> bool:
    travel = answers.get("travel") or {}
    return bool(travel) and not travel.get("by")


PLACE = ask(
    "place",
    (_("Je plaats, je wijk of 4 cijfers van je postcode is genoeg."), _("Waar woon je?")),
    reads=ASKED["place"],
    entities=("place",),
    dynamic=_place,
    key=_place_key,
    needed=True,
    seen=_("Alleen ik weet waar je woont. Een werkgever ziet hoe lang je ongeveer reist."),
    why=_("Dan zoek ik banen bij jou in de buurt. Je straat hoef ik niet te weten."),
    again=_("Schrijf bijvoorbeeld: Utrecht, Overvecht of 3561."),
    sorry=_("Sorry, die plaats ken ik niet."),
    says=_says_place,
    label=_("Plaats"),
    words=("plaats", "adres", "woonplaats", "wijk", "postcode", "stad", "town", "city"),
)


def _travel_key(value: dict[str, Any]) -> str:
    far = f"{value['minutes']}m" if value.get("minutes") else f"{value['km']}k" if value.get("km") else ""
    return f"{far}.{value.get('by') or ''}"


def _travelled(key: str) -> Choice | None:
    """Give a way of travelling that the words can mean: "30m.bike", "10k.", ".ov"."""
    found = _TRAVEL.fullmatch(key)
    if not found or key == ".":
        return None
    value: dict[str, Any] = {}
    if found["far"]:
        value["minutes" if found["unit"] == "m" else "km"] = int(found["far"])
    if found["by"]:
        value["by"] = found["by"]
    return Choice(key, in_words.travel(value), value)


BY_CHOICES = (
    Choice("bike", _("🚲 Met de fiets"), {"by": "bike"}),
    Choice("ov", _("🚌 Met bus, tram of trein"), {"by": "ov"}),
    Choice("car", _("🚗 Met de auto"), {"by": "car"}),
    Choice("walk", _("🚶 Lopend"), {"by": "walk"}),
)

TRAVEL = ask(
    "travel",
    _("Hoe ga je naar je werk?"),
    reads=ASKED["travel"],
    entities=("travel",),
    takes=_travel_value,
    fold=_keep_travel,
    dynamic=_travelled,
    key=_travel_key,
    choices=BY_CHOICES,
    why=_("Dan weet ik welke banen niet te ver weg zijn."),
    again=_("Schrijf bijvoorbeeld: met de fiets, 30 minuten."),
    says=in_words.travel,
    label=_("Reizen"),
    words=("reizen", "reis", "reistijd", "vervoer", "travel"),
)

TRAVEL_FAR = ask(
    "travel.far",
    _("Hoe lang wil je reizen naar je werk?"),
    reads=ASKED["travel"],
    takes=_travel_value,
    fold=_keep_travel,
    dynamic=_travelled,
    key=_travel_key,
    choices=(
        Choice("15", _("15 minuten"), {"minutes": 15}),
        Choice("30", _("30 minuten"), {"minutes": 30}),
        Choice("45", _("45 minuten"), {"minutes": 45}),
        Choice("60", _("1 uur"), {"minutes": 60}),
    ),
    when=_far_missing,
    why=TRAVEL.why,
    again=_("Schrijf hoeveel minuten. Bijvoorbeeld: 30 minuten."),
    says=in_words.travel,
    part_of="travel",
)

TRAVEL_BY = ask(
    "travel.by",
    TRAVEL.text,
    reads=ASKED["travel"],
    takes=_travel_value,
    fold=_keep_travel,
    dynamic=_travelled,
    key=_travel_key,
    choices=BY_CHOICES,
    when=_how_missing,
    why=TRAVEL.why,
    again=_("Schrijf bijvoorbeeld: met de fiets."),
    says=in_words.travel,
    part_of="travel",
)
