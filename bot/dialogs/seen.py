"""What an employer sees of somebody, in lines of simple Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs import in_words
from bot.domain.occupation_groups import GROUPS
from bot.text import Text, _, from_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.disclosure import Band, SeenByEmployer

_LABELS: Mapping[str, Text] = {
    "stand": _("Lang staan"),
    "sit": _("Lang zitten"),
    "bend": _("Bukken"),
    "lift": _("Tillen"),
}
_ANY_WORK = _("past bij deze baan")


def lines_of(seen: SeenByEmployer) -> tuple[Text, ...]:
    """Say each thing that is known in a line of its own; what is not known has no line."""
    hours = {"min": seen.hours.min, "max": seen.hours.max}
    days = {"days": list(seen.days), "dayparts": list(seen.dayparts)}
    lines: list[tuple[Text, Text | None]] = [
        (_("Werk"), _work(seen)),
        (_("Ervaring"), None if seen.experience_years is None else in_words.years({"years": seen.experience_years})),
        (_("Uren"), in_words.hours(hours)),
        (_("Dagen"), in_words.days(days)),
        (_("Reistijd"), _band(seen.travel) if seen.travel else None),
        (_("Nederlands"), None if seen.dutch is None else in_words.LEVELS[seen.dutch]),
        (_("Rijbewijs"), None if seen.licence is None else in_words.licence_codes(list(seen.licence))),
        *((_LABELS[name], in_words.yes_no(can)) for name, can in seen.abilities),
        (_("In het doelgroepenregister"), None if seen.register is None else in_words.yes_no(seen.register)),
    ]
    return tuple(_("• {label}: {value}", label=label, value=value) for label, value in lines if value is not None)


def _work(seen: SeenByEmployer) -> Text:
    """Name the work, or its groups when few people are alike, or nothing of it."""
    groups = {GROUPS[code]: None for code in seen.groups if code in GROUPS}
    named = tuple(map(from_data, seen.labels)) or tuple(groups)
    return _("{wishes}", wishes=named) if named else _ANY_WORK


def _band(band: Band) -> Text:
    """Say a band of minutes."""
    if band.most is None:
        return _("{least} minuten of meer", least=band.least)
    if not band.least:
        return _("minder dan {most} minuten", most=band.most)
    return _("{least} tot {most} minuten", least=band.least, most=band.most)
