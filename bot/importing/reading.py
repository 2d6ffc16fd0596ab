"""One record, read: the vacancy that it makes, or why not; a record is never a reason to stop."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from bot.importing import schema_org, vum
from bot.importing.offer import Refused, vacancy_from
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.domain.vacancy import Vacancy
    from bot.importing.offer import Offer
    from bot.importing.pieces import Piece


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a record: `made` a vacancy, or refused. `reference` is empty where it has none."""

    reference: str = field(repr=False)
    title: str = field(repr=False)
    made: Vacancy | Refused


def read_piece(piece: Piece, source: str, today: date) -> Iterator[Read]:
    """Read the records of a piece: mostly one, none where it is about something else than a vacancy."""
    record = _record(piece)
    if isinstance(record, Text):
        if not piece.around:
            yield Read("", "", Refused(record))
        return
    if vum.is_vum(record):
        yield _read(vum.offer_of(record), source, today)
        return
    found = False
    for posting in schema_org.postings_in(record):
        found = True
        yield _read(schema_org.offer_of(posting), source, today)
    if not found and not piece.around and "@type" not in record:
        yield Read("", "", Refused(_("Dit is geen vacature die ik ken.")))


def _read(offer: Offer, source: str, today: date) -> Read:
    return Read(offer.reference, offer.title, vacancy_from(offer, source, today))


def _record(piece: Piece) -> dict[str, Any] | Text:
    """Give the object of a piece, or what is wrong with it."""
    if piece.too_large:
        return _("Deze vacature is te groot.")
    if piece.too_deep:
        return _("Deze vacature zit te diep in elkaar.")
    if piece.unfinished:
        return _("Het bestand stopt midden in deze vacature.")
    try:
        value = json.loads(piece.raw.decode(), strict=False, parse_constant=_no_number)
    except UnicodeDecodeError:
        return _("Deze letters kan ik niet lezen. Bewaar het bestand als utf-8.")
    except (ValueError, RecursionError):
        return _("Dit is geen goede json.")
    return value if isinstance(value, dict) else _("Dit is geen goede json.")


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
