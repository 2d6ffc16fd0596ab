"""How long a journey takes from point to point: a straight line, a detour, and a speed for each way of travelling.

All in whole numbers, so that one rule in Python and one over columns of numbers say exactly the same. The speeds are
assumptions, each on the slow side; docs/decisions/012-matching.md tells why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

UNIT_METRES = 10
FARTHEST = 16_000
"""The farthest reach in units (160 km): nobody is kept from a job by it, and points stay comparable in 16 bits."""

_EARTH_UNITS = 6_371_000 / UNIT_METRES
_MIDDLE = (math.radians(52.155), math.radians(5.387))
"""Amersfoort, as in the Dutch national grid: the least distortion for the whole country."""


class Point(NamedTuple):
    """A place, in units of 10 metres east and north of Amersfoort."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of travelling: minutes that every journey takes (to the stop, to park), and kilometres an hour."""

    fixed: int
    speed: int


MODES = {
    "bike": Mode(fixed=2, speed=15),
    "ov": Mode(fixed=20, speed=45),
    "car": Mode(fixed=5, speed=45),
    "walk": Mode(fixed=0, speed=5),
    "moped": Mode(fixed=2, speed=25),
}

_DETOUR_TENTHS = 13
"""A road is 1.3 times as long as the straight line."""

# kilometres an hour, as units in a straight line in a minute: speed * 1000 / 60 / UNIT_METRES / 1.3 = speed * 50 / 39
_OVER, _UNDER = 50, 39


def point_at(lat: float, lon: float) -> Point:
    """Project degrees (WGS 84) on the plane: stereographic on a sphere, less than 0.1% off within the Netherlands."""
    phi, delta = math.radians(lat), math.radians(lon) - _MIDDLE[1]
    sin0, cos0 = math.sin(_MIDDLE[0]), math.cos(_MIDDLE[0])
    scale = 2 * _EARTH_UNITS / (1 + sin0 * math.sin(phi) + cos0 * math.cos(phi) * math.cos(delta))
    east = scale * math.cos(phi) * math.sin(delta)
    north = scale * (cos0 * math.sin(phi) - sin0 * math.cos(phi) * math.cos(delta))
    return Point(round(east), round(north))


def distance(one: Point, other: Point) -> int:
    """Give the straight line between two points, in whole units."""
    return math.isqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)


def minutes_by(by: str, far: int) -> int:
    """Give how many minutes a journey takes over so many units in a straight line."""
    mode = MODES[by]
    return mode.fixed - (-far * _UNDER // (mode.speed * _OVER))


def reach_by(by: str, minutes: int) -> int:
    """Give how far one gets, in units: exactly the journeys that take no longer. One's own postcode always is."""
    mode = MODES[by]
    return min(FARTHEST, max(0, (minutes - mode.fixed) * mode.speed * _OVER // _UNDER))


def reach_of_road(km: float) -> int:
    """Give how far one gets, in units, over so many kilometres of road."""
    return min(FARTHEST, int(km * 10_000 / UNIT_METRES / _DETOUR_TENTHS))
