"""The desk of a story: werkmatchers who do what is written, and what the desk shows them of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from bot.dialogs.handoff.at_desk import ENDED, card_told, line_told
from bot.domain.event import Address, Channel, Event, Opened
from bot.domain.handoff import BY_THE_PERSON, Bring, Claim, Close, HandBack, Kind, PassOn, Reply
from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.inviting import invite
from bot.replay.offers import offer_of
from bot.replay.stage import Heard
from bot.taken import How
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.handoff import Act, Card, Line
    from bot.replay.house import House
    from bot.replay.stage import Stage
    from bot.text import Text
    from storage.unit import Unit

_TOLD = BY_THE_PERSON | {Kind.PASSED_ON, Kind.LATE}
"""The lines that a werkmatcher hears of, besides what a colleague said; their own they know."""


@dataclass(slots=True)
class _Seat:
    """What one werkmatcher sees: who waited, what they have, and how far they read it."""

    at: Address
    id: str
    name: str
    waiting: set[tuple[str, bool, bool]] = field(default_factory=set)
    mine: dict[str, Card] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    direct: list[Heard] = field(default_factory=list)
    last: str | None = None
    done: set[str] = field(default_factory=set)


class Desks:
    """The werkmatchers of a story, straight against the turns."""

    def __init__(self, house: House, stage: Stage) -> None:
        self._house = house
        self._stage = stage
        self._seats: dict[str, _Seat] = {}
        self._handoffs: dict[str, str] = {}
        self._numbers = count(1)

    def __contains__(self, person: object) -> bool:
        """Tell whether somebody is a werkmatcher of this story."""
        return person in self._seats

    async def sign_in(self, name: str) -> None:
        """Invite a werkmatcher, and let them open the link at the desk."""
        made = Invitation(Role.WERKMATCHER, self._house.now + timedelta(days=30), name=name)
        token = invite(self._house.store, made, self._house.now).token
        at = Address(Channel.DESK, f"desk-{next(self._numbers)}")
        await self._house.turns.take(Event(f"desk:{next(self._numbers)}", at, Opened(token), self._house.now))
        speaker = self._house.store.write(lambda unit: unit.people.speaker(at))
        if speaker is None:
            raise LookupError("a werkmatcher who signed in is not known")
        self._seats[name] = _Seat(at, speaker.person.id, name)

    async def does(self, name: str, does: str, whom: str | None, with_: str | None) -> bool:
        """Let a werkmatcher do something; False when there is no such conversation or colleague."""
        seat = self._seats.get(name)
        handoff = (self._of(whom) if whom else seat.last) if seat else None
        if seat is None or handoff is None:
            return False
        seat.last = handoff
        what = self._act(does, handoff, with_)
        if what is None:
            return False
        event = Event(f"desk:{next(self._numbers)}", seat.at, what, self._house.now)
        taken = await self._house.turns.take(event)
        seat.direct += [_heard(*message.text) for message in taken.direct]
        if taken.how is How.TAKEN and isinstance(what, PassOn | HandBack | Close):
            seat.done.add(handoff)
        return True

    def _act(self, does: str, handoff: str, with_: str | None) -> Act | None:
        match does:
            case "claims":
                return Claim(handoff)
            case "replies":
                return Reply(handoff, with_ or "")
            case "passes":
                colleague = self._seats.get(with_ or "")
                return PassOn(handoff, colleague.id) if colleague else None
            case "brings":
                vacancy = offer_of(self._house, with_ or "")
                return Bring(handoff, vacancy) if vacancy else None
            case "hands_back":
                return HandBack(handoff)
        return Close(handoff)

    def _of(self, whom: str) -> str | None:
        """Give the handoff of somebody in the story: the one that is open, else the last one that was."""
        at = self._stage.address(whom)

        def find(unit: Unit) -> str | None:
            speaker = unit.people.speaker(at) if at else None
            return unit.handoffs.open_of(speaker.person.id) if speaker else None

        found = self._house.store.write(find)
        if found:
            self._handoffs[whom] = found
        return found or self._handoffs.get(whom)

    def heard(self, name: str) -> list[Heard]:
        """Give what the desk shows a werkmatcher, and did not show before."""
        seat = self._seats[name]
        said, seat.direct = seat.direct, []
        return said + [_heard(*told) for told in self._house.store.read(lambda unit: _news(unit, seat))]


def _news(unit: Unit, seat: _Seat) -> list[tuple[Text, ...]]:
    told: list[tuple[Text, ...]] = []
    mine = {card.id: card for card in unit.handoffs.of(seat.id)}
    for handoff in [held for held in seat.mine if held not in mine]:
        told += _left(unit, seat, handoff)
    waiting = {(card.id, card.is_urgent, card.is_late): card for card in unit.handoffs.waiting()}
    told += [card_told(card) for key, card in waiting.items() if key not in seat.waiting]
    seat.waiting, seat.mine = set(waiting), mine
    for card in mine.values():
        told += [(line_told(line, card),) for line in _unread(unit, seat, card.id)]
    return told


def _left(unit: Unit, seat: _Seat, handoff: str) -> list[tuple[Text, ...]]:
    """Tell how a conversation is no longer theirs, when that was not their own doing."""
    if handoff in seat.done:
        seat.done.discard(handoff)
        return []
    card = unit.handoffs.one(handoff)
    if card is None:
        return [(ENDED,)]
    return [(line_told(line, card),) for line in _unread(unit, seat, handoff) if line.kind is Kind.LATE]


def _unread(unit: Unit, seat: _Seat, handoff: str) -> Sequence[Line]:
    lines = unit.handoffs.lines(handoff, seat.read.get(handoff, 0))
    seat.read[handoff] = max((line.number for line in lines), default=seat.read.get(handoff, 0))
    return [line for line in lines if line.kind in _TOLD or (line.kind is Kind.REPLIED and line.by != seat.name)]


def _heard(*told: Text) -> Heard:
    return Heard("\n\n".join(render(paragraph, "nl") for paragraph in told), (), file=False)
