"""The postcodes of the Netherlands (`pc4.csv`), read once for whoever asks."""

from __future__ import annotations

from functools import cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from bot.data.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


class Postcode(NamedTuple):
    """The 4 digits, the place and its municipality, the middle in degrees (WGS 84).

    `central_of`: the towns ("name@municipality") of which this is the most central code.
    """

    pc4: str
    place: str
    municipality: str
    lat: float
    lon: float
    central_of: tuple[str, ...]


@cache
def postcodes() -> Mapping[str, Postcode]:
    """Give every postcode by its 4 digits, in their order."""
    return {
        row["pc4"]: Postcode(
            row["pc4"],
            intern(row["place"]),  # many codes lie in one place
            intern(row["municipality"]),
            float(row["lat"]),
            float(row["lon"]),
            tuple(filter(None, row["central_of"].split("|"))),
        )
        for row in rows("pc4.csv")
    }
