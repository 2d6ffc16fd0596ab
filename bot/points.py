"""Where a postcode lies: the data of `bot/data` as points of `bot/domain/travel.py`."""

from __future__ import annotations

from functools import cache

from bot.data.postcodes import postcodes
from bot.domain.travel import Point, point_at

_TOWN = 2
"""Codes with the same first two digits lie in the same region."""


@cache
def point_of(pc4: str) -> Point | None:
    """Give the middle of a postcode; None when nothing is known near it.

    A code without a point of its own (PO boxes, new codes) lies where the next code by number of its region does.
    """
    codes = postcodes()
    held = codes.get(pc4)
    if held is None and pc4.isdecimal():
        region = [code for code in codes if code[:_TOWN] == pc4[:_TOWN]]
        held = codes[min(region, key=lambda code: abs(int(code) - int(pc4)))] if region else None
    return point_at(held.lat, held.lon) if held else None
