"""Vacancies of others are taken in, in batches that are whole: a kill loses nothing, and doing it again ends it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.domain.vacancy import Standing
from bot.importing.demo import demo_vacancies
from bot.importing.offer import Refused, id_of
from bot.importing.reading import Read, read_piece
from bot.text import Text, _
from storage.vacancies import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bot.importing.pieces import Piece
    from storage.store import Store
    from storage.unit import Unit

BATCH = 100
"""Records in one transaction."""


class Outcome(StrEnum):
    """What became of a record."""

    TAKEN = "taken"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CLOSED = "closed"
    REFUSED = "refused"


_OF_CHANGE = {
    Change.ADDED: Outcome.TAKEN,
    Change.CHANGED: Outcome.CHANGED,
    Change.UNCHANGED: Outcome.UNCHANGED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report: a record of others, what became of it, and why it was refused."""

    outcome: Outcome
    reference: str = field(repr=False)
    title: str = field(repr=False)
    why: Text | None = None


class Intake:
    """Takes in what one source gives. `tell` gets a line for each record, once that is committed."""

    def __init__(self, store: Store, source: str, today: date, tell: Callable[[Line], None]) -> None:
        self.counts: Counter[Outcome] = Counter()
        self.unsure = False
        """Whether there was a record of which we do not know which it is: then nothing can be said to be missing."""
        self._store = store
        self._source = source
        self._today = today
        self._tell = tell
        self._waiting: list[Read] = []
        self._seen: set[bytes] = set()
        """A short hash of each reference: some 10,000 of them are less than 1 MB."""

    def take(self, pieces: Iterable[Piece]) -> int:
        """Take in all records of some pieces; give how many there were."""
        count = 0
        for piece in pieces:
            for read in read_piece(piece, self._source, self._today):
                count += 1
                self._waiting.append(self._once(read))
                if len(self._waiting) >= BATCH:
                    self.commit()
        return count

    def commit(self) -> None:
        """Write what waits, all of it or nothing, and then tell."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        for line in self._store.write(lambda unit: [self._keep(unit, read) for read in waiting]):
            self.counts[line.outcome] += 1
            self._tell(line)

    def close_missing(self) -> int:
        """Close what this source brought before and does not bring any more; give how many."""

        def close(unit: Unit) -> int:
            gone = [one for one in unit.vacancies.many(unit.vacancies.not_closed_of(self._source))
                    if _short(one.reference or "") not in self._seen]  # fmt: skip
            for each in gone:
                unit.vacancies.set_standing(each.id, Standing.CLOSED)
            return len(gone)

        return self._store.write(close)

    def _once(self, read: Read) -> Read:
        """Refuse a second record with the same reference: which of the two is right, we cannot know."""
        self.unsure = self.unsure or not read.reference
        short = _short(read.reference)
        if read.reference and short in self._seen:
            return replace(read, made=Refused(_("Dit nummer staat er 2 keer in. De eerste telt.")))
        self._seen.add(short)
        return read

    def _keep(self, unit: Unit, read: Read) -> Line:
        made = read.made
        if isinstance(made, Refused):
            outcome = Outcome.REFUSED
            if made.over and read.reference:
                outcome = _close(unit, id_of(self._source, read.reference))
            return Line(outcome, read.reference, read.title, made.why)
        held = unit.vacancies.one(made.id)
        if held and held.standing is Standing.PAUSED:
            made = replace(made, standing=Standing.PAUSED)  # somebody here decided that
        return Line(_OF_CHANGE[unit.vacancies.save(made)], read.reference, read.title)


def put_demo(store: Store, today: date) -> None:
    """Put the vacancies of the demo in once; later starts only make them last longer."""

    def put(unit: Unit) -> None:
        for new in demo_vacancies(today):
            held = unit.vacancies.one(new.id)
            lasting = replace(held, until=new.until, standing=Standing.OPEN) if held else new
            unit.vacancies.save(lasting)

    store.write(put)


def _close(unit: Unit, vacancy_id: str) -> Outcome:
    """Close what is over; what we never had, or closed before, is refused."""
    held = unit.vacancies.one(vacancy_id)
    if held is None or held.standing is Standing.CLOSED:
        return Outcome.REFUSED
    unit.vacancies.set_standing(vacancy_id, Standing.CLOSED)
    return Outcome.CLOSED


def _short(reference: str) -> bytes:
    return blake2b(reference.encode(), digest_size=8).digest()
