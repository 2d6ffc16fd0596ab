"""Make `occupations.csv` and `pc4.csv` from the sources: `python -m bot.data.build FOLDER`, by hand.

FOLDER holds `esco_nl.csv` (ESCO v1.2.0, Dutch), and `pc4.csv` and `pc4_places.csv`
(GeoNames); see LICENCES.md.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

_HERE = Path(__file__).parent
_NOT_A_PLACE = frozenset({("9999", "Rotterdam")})
_SAID = {"'s-Gravenhage": "Den Haag", "'s-Hertogenbosch": "Den Bosch", "Ameland Municipalitye": "Ameland"}
_TAIL = re.compile(r" (?:\([A-Za-z]+\)|gem\. .*|Rotterdam)$")


def said(name: str) -> str:
    """Give a town's name as people say it."""
    return _SAID.get(name) or _TAIL.sub("", name)


def occupations(source: Path) -> None:
    """Write the occupations: uuid, isco, label, other labels."""
    with (source / "esco_nl.csv").open(encoding="utf-8", newline="") as read:
        rows = list(csv.DictReader(read))
    with (_HERE / "occupations.csv").open("w", encoding="utf-8", newline="") as written:
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(("uuid", "isco", "label", "others"))
        for row in rows:
            uuid = row["uri"].rsplit("/", 1)[1]
            others = sorted({other for other in row["alt"].split("|") if other} - {row["preferred"]})
            writer.writerow((uuid, row["code"][:4], row["preferred"], "|".join(others)))


def postcodes(source: Path) -> None:
    """Write the postcodes: where each lies, and of which places it is the most central code."""
    with (source / "pc4.csv").open(encoding="utf-8", newline="") as read:
        codes = {row["pc4"]: row for row in csv.DictReader(read)}
    with (source / "pc4_places.csv").open(encoding="utf-8", newline="") as read:
        parts = [row for row in csv.DictReader(read) if (row["pc4"], row["place"]) not in _NOT_A_PLACE]
    towns: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in parts:
        towns[said(row["place"]), said(row["municipality"])].append(row["pc4"])
    central: dict[str, list[str]] = defaultdict(list)
    for (town, municipality), held in sorted(towns.items()):
        central[_middle(held, codes)].append(f"{town}@{municipality}")
    with (_HERE / "pc4.csv").open("w", encoding="utf-8", newline="") as written:
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(("pc4", "place", "municipality", "lat", "lon", "central_of"))
        for pc4, row in sorted(codes.items()):
            if (pc4, row["place"]) not in _NOT_A_PLACE:
                place, municipality = said(row["place"]), said(row["municipality"])
                writer.writerow((pc4, place, municipality, row["lat"], row["lon"], "|".join(central[pc4])))


def _middle(held: list[str], codes: dict[str, dict[str, str]]) -> str:
    """Give the code nearest to the middle of a town; the lowest of equals."""
    points = {pc4: (float(codes[pc4]["lat"]), float(codes[pc4]["lon"]) * 0.61) for pc4 in held if pc4 in codes}
    lat, lon = (sum(point[axis] for point in points.values()) / len(points) for axis in (0, 1))
    return min(sorted(points), key=lambda pc4: (points[pc4][0] - lat) ** 2 + (points[pc4][1] - lon) ** 2)


if __name__ == "__main__":
    occupations(Path(sys.argv[1]))
    postcodes(Path(sys.argv[1]))
