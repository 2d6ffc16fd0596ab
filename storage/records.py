"""What is matched by, packed: many records of one width as bytes, that NumPy reads as columns without copying.

First the occupations, column by column, for they decide first; then the rest, row by row. A record is found by its id.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.facts import MOST_WISHES

if TYPE_CHECKING:
    from bot.domain.facts import Offer, Seeker

NUMBERED = 2
"""The number of this layout, and of what the numbers mean (`bot/domain/facts.py`, `travel.py`, `pc4.csv`): raise it
when one of them changes, and the next start makes all records again."""

_ID_BYTES = 16
_CODE_BYTES = 4


@dataclass(frozen=True)
class Layout:
    """How records of one kind are packed: so many occupations, and the names of 32-, 16- and 8-bit numbers."""

    codes: int
    long: tuple[str, ...]
    signed: tuple[str, ...]
    short: tuple[str, ...]
    byte: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the names of all numbers, in their order."""
        return (*self.long, *self.signed, *self.short, *self.byte)

    @cached_property
    def row(self) -> struct.Struct:
        """Give how the id and the numbers of one record are packed."""
        wide = "I" * len(self.long) + "h" * len(self.signed) + "H" * len(self.short)
        return struct.Struct(f"<{_ID_BYTES}s{wide}{'B' * len(self.byte)}")

    @property
    def width(self) -> int:
        """Give the bytes of one record."""
        return self.codes * _CODE_BYTES + self.row.size

    def count(self, held: bytes) -> int:
        """Give how many records there are."""
        return len(held) // self.width

    def put(self, held: bytes, which: str, codes: tuple[int, ...], numbers: dict[str, int]) -> bytes:
        """Give the records with this one in place of an earlier one with its id."""
        columns, rows = self._parts(self.drop(held, which))
        full = (*codes, *codes[:1] * (self.codes - len(codes)))
        row = self.row.pack(bytes.fromhex(which), *(numbers[name] for name in self.names))
        added = (column + code.to_bytes(_CODE_BYTES, "little") for column, code in zip(columns, full, strict=True))
        return b"".join((*added, rows, row))

    def drop(self, held: bytes, which: str) -> bytes:
        """Give the records without this one."""
        at = self._find(held, bytes.fromhex(which))
        if at is None:
            return held
        columns, rows = self._parts(held)
        kept = [_cut(column, at, _CODE_BYTES) for column in columns]
        return b"".join((*kept, _cut(rows, at, self.row.size)))

    def ids(self, held: bytes) -> set[str]:
        """Give whose records these are."""
        _columns, rows = self._parts(held)
        return {row[0].hex() for row in self.row.iter_unpack(rows)}

    def _parts(self, held: bytes) -> tuple[list[bytes], bytes]:
        length = self.count(held) * _CODE_BYTES
        columns = [held[number * length : (number + 1) * length] for number in range(self.codes)]
        return columns, held[self.codes * length :]

    def _find(self, held: bytes, which: bytes) -> int | None:
        rows = self.count(held) * self.codes * _CODE_BYTES
        at = held.find(which, rows)
        while at >= 0 and (at - rows) % self.row.size:
            at = held.find(which, at + 1)
        return None if at < 0 else (at - rows) // self.row.size


def _cut(held: bytes, at: int, width: int) -> bytes:
    return held[: at * width] + held[(at + 1) * width :]


PEOPLE = Layout(
    codes=MOST_WISHES,
    long=("week",),
    signed=("x", "y"),
    short=("far", "licence", "start"),
    byte=("by", "minutes", "hours_min", "hours_max", "dutch", "direct"),
)
VACANCIES = Layout(
    codes=1,
    long=(),
    signed=("x", "y"),
    short=("licence", "start", "until"),
    byte=("hours_min", "hours_max", "days", "parts", "need", "weekend", "dutch", "asks"),
)


def with_person(held: bytes, person_id: str, seeker: Seeker, *, direct: bool) -> bytes:
    """Put a person among people, if they wish for any work; `direct`: employers may come to them directly (V7)."""
    if not seeker.wishes:
        return PEOPLE.drop(held, person_id)
    return PEOPLE.put(held, person_id, seeker.wishes, {**seeker._asdict(), "direct": direct})


def with_vacancy(held: bytes, vacancy_id: str, offer: Offer) -> bytes:
    """Put a vacancy among vacancies."""
    return VACANCIES.put(held, vacancy_id, (offer.code,), offer._asdict())
