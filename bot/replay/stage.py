"""Where a story is played: the channel between a person and the turns. The default goes straight to the turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Protocol, TypeAlias

from bot.domain.event import Address, Channel, Coded, Event, Opened, Said, Sent, Tapped
from bot.replay.samples import SAMPLES
from bot.translate import render
from bot.uploads import cleaned
from storage.outbox import ME

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.event import What
    from bot.domain.message import Message
    from bot.replay.house import House
    from bot.taken import Taken
    from storage.outbox import Outgoing
    from storage.unit import Unit


MOST = 100
"""How many waiting messages are taken at once: more than any turn makes."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as somebody sees it: the words, the buttons' labels, and whether a file comes with it."""

    text: str
    buttons: tuple[str, ...]
    file: bool


class Stage(Protocol):
    """A channel edge. Each call returns when its event was taken; people are called by their names in the story."""

    async def opens(self, person: str, token: str | None, *, elsewhere: bool) -> None:
        """Open a link, or come without one; `elsewhere`: on another device, on which nobody is known."""

    async def says(self, person: str, text: str, *, edited: bool) -> None:
        """Say words; `edited`: they replace the words said last."""

    async def taps(self, person: str, label: str) -> bool:
        """Tap the newest button with this label; False when there is none."""

    async def taps_again(self, person: str) -> bool:
        """Tap the button tapped last once more, as an event of its own; False when none was."""

    async def sends(self, person: str, kind: str) -> None:
        """Send something that is not words (`bot.domain.event.Sent`)."""

    async def repeats(self, person: str) -> None:
        """Deliver the last event once more, with the same id."""

    async def moves_on(self, person: str, channel: Channel, code: str) -> None:
        """Type the code on another device or channel, and go on there."""

    async def heard(self, person: str) -> list[Heard]:
        """Give the messages that came since the last call, oldest first, without what the person said."""

    def address(self, person: str) -> Address | None:
        """Give where the person is now."""


@dataclass(slots=True)
class _Seat:
    """What one person sees and did."""

    at: Address
    seen: dict[Address, int] = field(default_factory=dict)
    direct: list[Heard] = field(default_factory=list)
    buttons: list[tuple[str, Tapped]] = field(default_factory=list)
    tapped: Tapped | None = None
    said_at: datetime | None = None
    last: Event | None = None


class DirectStage:
    """Plays straight against the turns: what every channel has in common, without a channel."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._seats: dict[str, _Seat] = {}
        self._numbers = count(1)

    async def opens(self, person: str, token: str | None, *, elsewhere: bool) -> None:
        """Open a link, or come without one."""
        seat = self._seat(person)
        where = self._new(Channel.WEB) if elsewhere else seat.at
        await self._take(person, Opened(token), where)

    async def says(self, person: str, text: str, *, edited: bool) -> None:
        """Say words."""
        seat = self._seat(person)
        seat.said_at = seat.said_at if edited else self._house.now
        await self._take(person, Said(text, edited, first_at=seat.said_at if edited else None))

    async def taps(self, person: str, label: str) -> bool:
        """Tap the newest button with this label."""
        seat = self._seat(person)
        seat.tapped = next((tap for said, tap in reversed(seat.buttons) if said == label), None)
        return await self.taps_again(person)

    async def taps_again(self, person: str) -> bool:
        """Tap the button tapped last once more."""
        seat = self._seat(person)
        if seat.tapped:
            await self._take(person, seat.tapped)
        return seat.tapped is not None

    async def sends(self, person: str, kind: str) -> None:
        """Send something that is not words."""
        await self._take(person, Sent(kind, cleaned(SAMPLES[kind]) if kind in SAMPLES else None))

    async def repeats(self, person: str) -> None:
        """Deliver the last event once more."""
        last = self._seat(person).last
        if last:
            self._keep_direct(person, await self._house.turns.take(last))

    async def moves_on(self, person: str, channel: Channel, code: str) -> None:
        """Type the code elsewhere: on a page for it, or as words in Telegram."""
        what = Coded(code) if channel is Channel.WEB else Said(code)
        taken = await self._take(person, what, self._new(channel))
        seat = self._seat(person)
        seat.at = taken.address or seat.at

    async def heard(self, person: str) -> list[Heard]:
        """Give the messages that came since the last call."""
        seat = self._seat(person)
        said, seat.direct = seat.direct, []
        read = _sent if seat.at.channel is Channel.TELEGRAM else _shown
        rows = self._house.store.write(lambda unit: read(unit, seat, self._house.now))
        return said + [_heard(seat, message, language, seq) for seq, message, language in rows]

    def address(self, person: str) -> Address | None:
        """Give where the person is now."""
        return self._seats[person].at if person in self._seats else None

    def _seat(self, person: str) -> _Seat:
        if person not in self._seats:
            self._seats[person] = _Seat(self._new(Channel.WEB))
        return self._seats[person]

    def _new(self, channel: Channel) -> Address:
        return Address(channel, f"{channel.value}-{next(self._numbers)}")

    async def _take(self, person: str, what: What, at: Address | None = None) -> Taken:
        seat = self._seat(person)
        seat.last = Event(f"story:{next(self._numbers)}", at or seat.at, what, self._house.now)
        taken = await self._house.turns.take(seat.last)
        self._keep_direct(person, taken)
        return taken

    def _keep_direct(self, person: str, taken: Taken) -> None:
        seat = self._seat(person)
        seat.direct += [_heard(seat, message, taken.language, None) for message in taken.direct]


_Row: TypeAlias = "tuple[int, Message, str]"


def _shown(unit: Unit, seat: _Seat, _now: datetime) -> list[_Row]:
    """Read what the web chat shows, and what was not read before."""
    speaker = unit.people.speaker(seat.at)
    if speaker is None:
        return []
    rows = unit.outbox.since(speaker.address_id, seat.seen.get(seat.at, 0))
    seat.seen[seat.at] = max((row.seq for row in rows), default=seat.seen.get(seat.at, 0))
    said = [(row.seq, row.body, speaker.person.language) for row in rows if row.author != ME]
    return [(seq, body, language) for seq, body, language in said if not isinstance(body, str)]


def _sent(unit: Unit, seat: _Seat, now: datetime) -> list[_Row]:
    """Take what waits to be sent, as the sender does."""
    rows: list[_Row] = []
    while row := _next(unit, seat, now):
        unit.outbox.sent(row.seq, row.address_id, buttons_ref=None)
        rows.append((row.seq, row.message, row.language))
    return rows


def _next(unit: Unit, seat: _Seat, now: datetime) -> Outgoing | None:
    heads = (unit.outbox.outgoing(seq) for seq, _chat, _push in unit.outbox.heads(now, MOST))
    return next((head for head in heads if head and head.to == seat.at), None)


def _heard(seat: _Seat, message: Message, language: str, seq: int | None) -> Heard:
    """Render a message, and remember its buttons."""
    labels = tuple(render(button.label, language) for button in message.buttons)
    for label, button in zip(labels, message.buttons, strict=True):
        seat.buttons.append((label, Tapped(button.value, seq if seat.at.channel is Channel.WEB else None)))
    text = "\n\n".join(render(paragraph, language) for paragraph in message.text)
    text = f"{render(message.by, language)}: {text}" if message.by else text
    return Heard(text, labels, message.file is not None)
