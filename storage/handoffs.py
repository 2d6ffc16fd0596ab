"""Handoffs: who waits for a human, who has whom, and what was said. What the desk gets is a `Card`, and its lines (V3).

Two werkmatchers, or a werkmatcher and the person, may act at the same moment: whoever reads a handoff to change it,
locks it (`lock`, `standing`): before the row of the person whose it is, so that none of them waits for another.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from bot.domain.handoff import BY_THE_PERSON, Card, Ended, Kind, Line, Read, Standing
from bot.domain.person import Role
from bot.text import pack, unpack_text
from storage.tables import desk_act, handoff, handoff_line, person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import BindParameter, Connection

    from bot.domain.handoff import Request
    from storage.sealing import Seal

_IS_OPEN = handoff.c.ended_at.is_(None)
_ID: BindParameter[str] = bindparam("handoff")
_AT: BindParameter[datetime] = bindparam("now")
_BY: BindParameter[str] = bindparam("by_whom")
_ASK = insert(handoff)
_CARDS = (
    select(handoff, person.c.name_sealed)
    .outerjoin(person, person.c.id == handoff.c.taken_by)
    .where(_IS_OPEN)
    .order_by(handoff.c.is_urgent.desc(), handoff.c.asked_at, handoff.c.id)
)
_WAITING = _CARDS.where(handoff.c.taken_by.is_(None))
_OF = _CARDS.where(handoff.c.taken_by == _BY)
_CARD = _CARDS.where(handoff.c.id == _ID)
_LOCKED_CARD = _CARD.with_for_update(of=handoff)
_WHOSE = select(handoff.c.person_id).where(handoff.c.id == _ID)
_NEWEST = (
    select(handoff)
    .where(handoff.c.person_id == bindparam("person"))
    .order_by(_IS_OPEN.desc(), handoff.c.ended_at.desc())  # the one that is open, else the one that ended last
    .limit(1)
)
_LOCKED_NEWEST = _NEWEST.with_for_update()
_OPEN_OF = select(handoff.c.id).where(handoff.c.person_id == bindparam("person"), _IS_OPEN)
_AHEAD = select(func.count()).where(
    _IS_OPEN, handoff.c.taken_by.is_(None), handoff.c.asked_at < bindparam("asked"), handoff.c.id != _ID
)
_COUNT = select(func.count()).where(_IS_OPEN, handoff.c.taken_by.is_(None))
_WAITS = (
    select(handoff.c.asked_at, handoff.c.answered_at)
    .where(handoff.c.answered_at.is_not(None))
    .order_by(handoff.c.answered_at.desc())
    .limit(bindparam("most"))
)
_SET = update(handoff).where(handoff.c.id == _ID, _IS_OPEN)
_CLAIM = _SET.where(handoff.c.taken_by.is_(None)).values(
    taken_by=_BY, answer_by=bindparam("until"), answered_at=func.coalesce(handoff.c.answered_at, _AT)
)
_PASS = _SET.values(taken_by=_BY, answer_by=bindparam("until"))
_RETURN = _SET.values(taken_by=None, answer_by=bindparam("until"), is_late=True)
_PROMISE = _SET.where(handoff.c.answer_by.is_(None)).values(answer_by=bindparam("until"))
_ANSWERED = _SET.values(answer_by=None, is_late=False)
_URGENT = _SET.where(~handoff.c.is_urgent).values(is_urgent=True)
_END = _SET.values(ended_at=_AT, answer_by=None)
_ADD_LINE = insert(handoff_line).returning(handoff_line.c.number)
_LINES = (
    select(handoff_line)
    .where(handoff_line.c.handoff_id == _ID, handoff_line.c.number > bindparam("after"))
    .order_by(handoff_line.c.number)
)
_READERS = (
    select(handoff_line)
    .join(handoff, handoff.c.id == handoff_line.c.handoff_id)
    .where(
        handoff.c.person_id == bindparam("person"),
        handoff_line.c.kind.in_([Kind.CLAIMED.value, Kind.PASSED_ON.value, Kind.REPLIED.value]),
    )
    .order_by(handoff_line.c.number)
)
_NEWS = _LINES.where(handoff_line.c.kind.not_in(sorted(BY_THE_PERSON)))
_RECORD = insert(desk_act)
_ENDS = (*(kind.value for kind in (Kind.HANDED_BACK, Kind.CLOSED)), "ended")
_ENDED = (
    select(desk_act).where(desk_act.c.act.in_(_ENDS), desk_act.c.at >= bindparam("since")).order_by(desk_act.c.number)
)
_ACTS = select(desk_act).order_by(desk_act.c.number)
_STAFF = (
    select(person.c.id, person.c.name_sealed).where(person.c.role == Role.WERKMATCHER.value).order_by(person.c.since)
)
_FORGET = delete(handoff).where(handoff.c.ended_at < bindparam("before"))
_FORGET_ACTS = delete(desk_act).where(desk_act.c.at < bindparam("before"))


class Handoffs:
    """Handoffs, at most one open a person."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    # what the person does -----------------------------------------------------------------------------

    def ask(self, person_id: str, asked: Request, at: datetime) -> str:
        """Put somebody in the queue; give the handoff's id. One that was open is replaced."""
        self.end_of(person_id, at)
        handoff_id = secrets.token_hex(16)
        body = {
            "name": asked.name,
            "about": pack(asked.about) if asked.about else None,
            "shown": [pack(line) for line in asked.shown],
        }
        row = {
            "id": handoff_id,
            "person_id": person_id,
            "body_sealed": self._seal.seal(body),
            "asked_at": at,
            "is_urgent": asked.is_urgent,
            "is_employer": asked.is_employer,
            "answer_by": asked.answer_by,
        }
        self._connection.execute(_ASK, row)
        return handoff_id

    def standing(self, person_id: str, after: int) -> Standing | None:
        """Give how a person's newest handoff stands, locked, with the desk's lines after a number; None: there is none.

        The number is that of the last line which the person heard.
        """
        row = self._connection.execute(_LOCKED_NEWEST, {"person": person_id}).one_or_none()
        if row is None:
            return None
        lines = self._connection.execute(_NEWS, {"handoff": row.id, "after": after})
        waits = row.ended_at is None and row.taken_by is None
        asked = {"handoff": row.id, "asked": row.asked_at}
        ahead = self._connection.execute(_AHEAD, asked).scalar_one() if waits else 0
        return Standing(row.ended_at is None, tuple(map(self._line, lines)), ahead, row.answer_by)

    def read_by(self, person_id: str) -> Sequence[Read]:
        """Give which werkmatchers had what a person said before them, the oldest first."""
        lines = map(self._line, self._connection.execute(_READERS, {"person": person_id}))
        return [Read((line.text if line.kind is Kind.PASSED_ON else line.by) or "", line.at) for line in lines]

    def open_of(self, person_id: str) -> str | None:
        """Give the id of a person's open handoff."""
        found: str | None = self._connection.execute(_OPEN_OF, {"person": person_id}).scalar_one_or_none()
        return found

    def hear(
        self, handoff_id: str, text: str, at: datetime, *, answer_by: datetime | None, edited: bool = False
    ) -> None:
        """Keep what the person says to the werkmatcher, who promised to answer by then at the latest."""
        self._add(handoff_id, Kind.CORRECTED if edited else Kind.SAID, at, text=text)
        if answer_by:
            self._connection.execute(_PROMISE, {"handoff": handoff_id, "until": answer_by})

    def mark_urgent(self, handoff_id: str, at: datetime) -> None:
        """Mark a handoff: with words of despair or violence."""
        if self._connection.execute(_URGENT, {"handoff": handoff_id}).rowcount:
            self._add(handoff_id, Kind.URGENT, at)

    def end_of(self, person_id: str, at: datetime) -> str | None:
        """End a person's open handoff because they want no werkmatcher, or leave; the record does not say which."""
        handoff_id = self.open_of(person_id)
        if handoff_id:
            self._connection.execute(_END, {"handoff": handoff_id, "now": at})
            self._note(handoff_id, "ended", None, at)
        return handoff_id

    def give_back(self, handoff_id: str, at: datetime, *, answer_by: datetime | None) -> None:
        """Put a handoff back in the queue with a mark: whoever has it does not answer."""
        card = self.lock(handoff_id)
        self._connection.execute(_RETURN, {"handoff": handoff_id, "until": answer_by})
        self._add(handoff_id, Kind.LATE, at, by=card.werkmatcher if card else None)
        self._note(handoff_id, Kind.LATE, None, at)

    # what the desk sees -------------------------------------------------------------------------------

    def open(self) -> Sequence[Card]:
        """Give all handoffs that are not over: the urgent first, then who waits longest."""
        return [self._card(row) for row in self._connection.execute(_CARDS)]

    def waiting(self) -> Sequence[Card]:
        """Give who waits, in the same order."""
        return [self._card(row) for row in self._connection.execute(_WAITING)]

    def of(self, werkmatcher_id: str) -> Sequence[Card]:
        """Give what a werkmatcher has, in the same order."""
        return [self._card(row) for row in self._connection.execute(_OF, {"by_whom": werkmatcher_id})]

    def one(self, handoff_id: str) -> Card | None:
        """Give an open handoff; None: it is over, or there never was one."""
        row = self._connection.execute(_CARD, {"handoff": handoff_id}).one_or_none()
        return self._card(row) if row else None

    def lines(self, handoff_id: str, after: int = 0) -> Sequence[Line]:
        """Give the lines of an open handoff after a number; none when it is over: what was said is not read again."""
        if self.one(handoff_id) is None:
            return []
        return list(map(self._line, self._connection.execute(_LINES, {"handoff": handoff_id, "after": after})))

    def ended(self, since: datetime) -> Sequence[Ended]:
        """Give what is over since then, oldest first: when and by whom, and nothing of who asked (V2, V3)."""
        rows = self._connection.execute(_ENDED, {"since": since})
        return [
            Ended(row.handoff_id, row.at, self._seal.open(row.by_sealed) if row.by_sealed else None) for row in rows
        ]

    def colleagues(self) -> Sequence[tuple[str, str]]:
        """Give the ids and the names of all werkmatchers."""
        return [(row.id, self._seal.open(row.name_sealed)) for row in self._connection.execute(_STAFF)]

    def acts(self) -> Sequence[tuple[datetime, str, str | None, str]]:
        """Give the record: when, which handoff, who did it, and what. It holds no text."""
        return [
            (row.at, row.handoff_id, self._seal.open(row.by_sealed) if row.by_sealed else None, row.act)
            for row in self._connection.execute(_ACTS)
        ]

    def counted(self) -> int:
        """Count who waits."""
        counted: int = self._connection.execute(_COUNT).scalar_one()
        return counted

    def waits(self, most: int = 10) -> Sequence[tuple[datetime, datetime]]:
        """Give from when until when the last people waited, the newest first."""
        return [(row.asked_at, row.answered_at) for row in self._connection.execute(_WAITS, {"most": most})]

    # what a werkmatcher does (`bot/desk.py` decides whether they may) ---------------------------------

    def whose(self, handoff_id: str) -> str | None:
        """Give whose handoff it is, open or not."""
        found: str | None = self._connection.execute(_WHOSE, {"handoff": handoff_id}).scalar_one_or_none()
        return found

    def lock(self, handoff_id: str) -> Card | None:
        """Give an open handoff, which nobody else changes until this transaction ends."""
        row = self._connection.execute(_LOCKED_CARD, {"handoff": handoff_id}).one_or_none()
        return self._card(row) if row else None

    def claim(self, handoff_id: str, by: tuple[str, str], at: datetime, *, answer_by: datetime) -> bool:
        """Give a handoff to a werkmatcher (id, name); False: somebody else was first, or it is over."""
        row = {"handoff": handoff_id, "by_whom": by[0], "until": answer_by, "now": at}
        if self._connection.execute(_CLAIM, row).rowcount != 1:
            return False
        self._did(handoff_id, Kind.CLAIMED, by[1], at)
        return True

    def reply(self, handoff_id: str, by: str, text: str, at: datetime, *, in_team: bool = False) -> None:
        """Say something to the person; `in_team`: it stands in the team's group already."""
        self._connection.execute(_ANSWERED, {"handoff": handoff_id})
        self._add(handoff_id, Kind.REPLIED, at, by=by, text=text, in_team=in_team)
        self._note(handoff_id, Kind.REPLIED, by, at)

    def pass_on(self, handoff_id: str, by: str, to: tuple[str, str], at: datetime, *, answer_by: datetime) -> None:
        """Give a handoff to a colleague (id, name)."""
        self._connection.execute(_PASS, {"handoff": handoff_id, "by_whom": to[0], "until": answer_by})
        self._add(handoff_id, Kind.PASSED_ON, at, by=by, text=to[1])
        self._note(handoff_id, Kind.PASSED_ON, by, at)

    def finish(self, handoff_id: str, how: Kind, by: str, at: datetime) -> None:
        """End a handoff: `HANDED_BACK` or `CLOSED`."""
        self._connection.execute(_END, {"handoff": handoff_id, "now": at})
        self._did(handoff_id, how, by, at)

    def record(self, act: str, by: str, at: datetime) -> None:
        """Write down what a werkmatcher (by name) did that is about no handoff."""
        self._note("", act, by, at)

    # housekeeping -------------------------------------------------------------------------------------

    def forget(self, before: datetime) -> None:
        """Remove handoffs that were over before then, with all that was said."""
        self._connection.execute(_FORGET, {"before": before})

    def forget_acts(self, before: datetime) -> None:
        """Remove the record of before then."""
        self._connection.execute(_FORGET_ACTS, {"before": before})

    def _did(self, handoff_id: str, kind: Kind, by: str, at: datetime) -> None:
        self._add(handoff_id, kind, at, by=by)
        self._note(handoff_id, kind, by, at)

    def _add(self, handoff_id: str, kind: Kind, at: datetime, **said: Any) -> None:
        """Add a line. `said`: who did it (`by`), the words (`text`), whether the team's group has them (`in_team`)."""
        body = self._seal.seal({"by": None, "text": None, "in_team": False, **said})
        self._connection.execute(
            _ADD_LINE, {"handoff_id": handoff_id, "kind": kind.value, "body_sealed": body, "at": at}
        )

    def _note(self, handoff_id: str, act: str, by: str | None, at: datetime) -> None:
        sealed = self._seal.seal(by) if by else None
        self._connection.execute(_RECORD, {"handoff_id": handoff_id, "by_sealed": sealed, "act": str(act), "at": at})

    def _line(self, row: Row[Any]) -> Line:
        body = self._seal.open(row.body_sealed)
        return Line(row.number, Kind(row.kind), body["by"], body["text"], row.at, body["in_team"])

    def _card(self, row: Row[Any]) -> Card:
        body = self._seal.open(row.body_sealed)
        return Card(
            row.id,
            body["name"],
            unpack_text(body["about"]) if body["about"] else None,
            tuple(unpack_text(line) for line in body["shown"]),
            row.asked_at,
            row.is_urgent,
            row.is_late,
            row.is_employer,
            row.taken_by,
            self._seal.open(row.name_sealed) if row.name_sealed else None,
            row.answer_by,
        )
