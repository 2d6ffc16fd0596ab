"""Conversations with the real dialogs, one event at a time, without any channel."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from made import NOW
from sqlalchemy import select

from bot.config import EXAMPLE, read_gemeente
from bot.domain.event import Address, Channel, Event, Opened, Said, Tapped
from bot.domain.invitation import Invitation
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Role
from bot.inviting import invite
from bot.nlu.engine import Embedded
from bot.taken import World
from bot.turns import Turns
from storage.tables import event as event_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.event import What
    from bot.taken import Taken
    from storage.store import Store

TODAY = NOW.astimezone(AMSTERDAM).date()

PROFILE_TALK: tuple[What, ...] = (
    Tapped("join=yes"),
    Said("Fatima"),
    Said("schoonmaker"),
    Said("waarom vraag je dat?"),
    Tapped("wishes.more=enough"),
    Said("blablabla"),
    Said("sla over"),
    Said("24 uur"),
    Said("nee, 32 uur"),
    Said("terug"),
    Said("20 uur"),
    Tapped("wishes=sectors"),
)
"""What somebody says to make a profile, with a detour here and there."""


def turns_on(store: Store) -> Turns:
    """Make the turns of the example gemeente on a database."""
    return Turns(World(store, Embedded(today=lambda: TODAY), read_gemeente(EXAMPLE), "https://chat.example"))


def talk(who: str, token: str, said: Iterable[What], channel: Channel = Channel.WEB) -> list[Event]:
    """Make the events of one person, from the opening of their link on; always the same for the same words."""
    at = Address(channel, f"chat-of-{who}")
    whats = (Opened(token), *said)
    return [Event(f"{who}:{number}", at, what, NOW + timedelta(seconds=number)) for number, what in enumerate(whats)]


def token_for(store: Store) -> str:
    """Invite somebody."""
    return invite(store, Invitation(Role.JOBSEEKER, NOW + timedelta(days=30)), NOW).token


def take(turns: Turns, event: Event) -> Taken:
    """Take an event in this thread."""
    parse = asyncio.run(turns.world.engine.parse(event.what.text)) if isinstance(event.what, Said) else None
    return turns.take_now(event, parse)


@dataclass(frozen=True)
class Outcome:
    """What stands in the database of one person."""

    state: dict[str, Any]
    messages: list[tuple[str, Any]]
    events: set[bytes] = field(hash=False)


def outcome_of(store: Store, at: Address) -> Outcome | None:
    """Give what stands in the database of who is at an address; None for a stranger."""

    def read(unit: Any) -> Outcome | None:
        speaker = unit.people.speaker(at)
        if speaker is None:
            return None
        held = unit.known.everything(speaker.person.id)
        messages = [(row["from"], row["body"]) for row in held["messages"]]
        taken = unit.connection.execute(
            select(event_table.c.id_hash).where(event_table.c.person_id == speaker.person.id)
        )
        return Outcome(held["conversation"]["state"], messages, set(taken.scalars()))

    return store.read(read)


def hashes(store: Store, events: Iterable[Event]) -> set[bytes]:
    """Give how the ids of events stand in the database."""
    return {store.seal.lookup("event", taken.id) for taken in events}


def take_all(turns: Turns, events: Sequence[Event]) -> list[Taken]:
    """Take events one after another."""
    return [take(turns, event) for event in events]
