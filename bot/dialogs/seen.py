"""What an employer sees of somebody, in lines of simple Dutch, and what each line is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs import in_words
from bot.domain.fields import Field
from bot.domain.occupation_groups import GROUPS
from bot.text import Text, _, from_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.domain.disclosure import Band, SeenByEmployer
    from bot.domain.fields import Line

FIELD_LABELS: Mapping[Field, Text] = {
    Field.STAND: _("Lang staan"),
    Field.SIT: _("Lang zitten"),
    Field.BEND: _("Vaak bukken"),
    Field.LIFT: _("Zwaar tillen"),
    Field.REGISTER: _("In het doelgroepenregister"),
}
"""What was asked, no more: who cannot lift heavy things may well lift light ones."""

FIELDS_IN_A_SENTENCE: Mapping[Field, Text] = {
    Field.STAND: _("lang staan"),
    Field.SIT: _("lang zitten"),
    Field.BEND: _("vaak bukken"),
    Field.LIFT: _("zwaar tillen"),
    Field.REGISTER: _("doelgroepenregister"),
}
_ANY_WORK = _("past bij deze baan")


def lines_of(seen: SeenByEmployer) -> tuple[Text, ...]:
    """Say each thing that is known in a line of its own; what is not known has no line."""
    return tuple(line for _part, line in _told(seen))


def parts_of(seen: SeenByEmployer) -> tuple[str, ...]:
    """Give the names of these lines: what is recorded as shown is what stands there."""
    return tuple(part for part, _line in _told(seen))


def field_line(line: Line) -> Text:
    """Write the line of one of the five fields of V4, exactly as an employer reads it."""
    about, can = line
    return _line(FIELD_LABELS[about], in_words.yes_no(can))


def fields_named(held: Iterable[Line]) -> Text:
    """Name the fields in a sentence, without what was answered."""
    return _("{fields}", fields=tuple(FIELDS_IN_A_SENTENCE[about] for about, _can in held))


def _told(seen: SeenByEmployer) -> Iterator[tuple[str, Text]]:
    hours = {"min": seen.hours.min, "max": seen.hours.max}
    days = {"days": list(seen.days), "dayparts": list(seen.dayparts)}
    held: list[tuple[str, Text, Text | None]] = [
        ("work", _("Werk"), _work(seen)),
        ("experience", _("Ervaring"), None if seen.experience_years is None else _experience(seen)),
        ("hours", _("Uren"), in_words.hours(hours)),
        ("days", _("Dagen"), in_words.days(days)),
        ("travel", _("Reistijd"), _band(seen.travel) if seen.travel else None),
        ("dutch", _("Nederlands"), None if seen.dutch is None else in_words.LEVELS[seen.dutch]),
        ("licence", _("Rijbewijs"), None if seen.licence is None else in_words.licence_codes(list(seen.licence))),
    ]
    yield from ((part, _line(label, value)) for part, label, value in held if value is not None)
    yield from ((line[0].value, field_line(line)) for line in seen.fields)


def _line(label: Text, value: Text) -> Text:
    return _("• {label}: {value}", label=label, value=value)


def _work(seen: SeenByEmployer) -> Text:
    """Name the work, or its groups when few people are alike, or nothing of it."""
    groups = {GROUPS[code]: None for code in seen.groups if code in GROUPS}
    named = tuple(map(from_data, seen.labels)) or tuple(groups)
    return _("{wishes}", wishes=named) if named else _ANY_WORK


def _experience(seen: SeenByEmployer) -> Text:
    """Say how long somebody worked, and as what where more work is named: the first."""
    years, groups = in_words.years({"years": seen.experience_years}), [code for code in seen.groups if code in GROUPS]
    if len(seen.labels) > 1:
        return _("{years} ({work})", years=years, work=from_data(seen.labels[0]))
    return _("{years} ({work})", years=years, work=GROUPS[groups[0]]) if len(groups) > 1 else years


def _band(band: Band) -> Text:
    """Say a band of minutes."""
    if band.most is None:
        return _("{least} minuten of meer", least=band.least)
    if not band.least:
        return _("minder dan {most} minuten", most=band.most)
    return _("{least} tot {most} minuten", least=band.least, most=band.most)
