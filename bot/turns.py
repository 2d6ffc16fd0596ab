"""One event = one turn = one transaction (design section 3). Everything that happens takes this one road."""

from __future__ import annotations

import asyncio
import secrets
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.dialogs import strangers
from bot.dialogs.asides import TONGUES
from bot.dialogs.asking import ask_again
from bot.dialogs.hearing import begin, take, take_edited
from bot.dialogs.moment import Moment
from bot.dialogs.state import State, pack_state, unpack_state
from bot.dialogs.told import known_told
from bot.domain.effects import Erase, HideProfile, OfferCode, SaveProfile, Say, ShowProfile, SpeakIn, TellKnown
from bot.domain.event import Address, Blocked, Channel, Coded, Opened, Said, Sent, Tapped
from bot.domain.invitation import CODE_DIGITS, CODE_MINUTES, code_in, is_token
from bot.domain.message import Message, message
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Person
from bot.text import _
from bot.translate import render
from storage.outbox import CHAT, ME

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogs.turn import Turn
    from bot.domain.effects import Effect
    from bot.domain.event import Event
    from bot.domain.gemeente import Gemeente
    from bot.nlu.parse import Engine, Parse
    from storage.people import Speaker
    from storage.store import Store
    from storage.unit import Unit

SESSION_DAYS = 180
"""How long a browser stays signed in; long, because a new link is hard to get for who fears letters."""


class How(Enum):
    """What became of an event."""

    TAKEN = auto()
    SEEN = auto()
    STRANGER = auto()
    REFUSED = auto()
    ERASED = auto()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an event. `direct` is for the channel to say at once, to whom nothing is (any longer) stored.

    `address` is where the person is: not always where the event came from (a code typed on a new device).
    `waiting`: messages wait for the sender.
    """

    how: How
    direct: tuple[Message, ...] = ()
    language: str = "nl"
    address: Address | None = None
    address_id: int | None = None
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What all turns share."""

    store: Store
    engine: Engine
    gemeente: Gemeente
    base_url: str
    ring: Callable[[Taken], None] = field(default=lambda _taken: None)


class Turns:
    """Takes events, each in one transaction on a worker thread."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._threads = ThreadPoolExecutor(world.store.writers, thread_name_prefix="turn")

    async def take(self, event: Event) -> Taken:
        """Take an event. Raises `StoreError` when the database cannot: then nothing happened, and it may come again."""
        parse = await self.world.engine.parse(event.what.text) if isinstance(event.what, Said) else None
        loop = asyncio.get_running_loop()
        taken = await loop.run_in_executor(self._threads, self.take_now, event, parse)
        self.world.ring(taken)
        return taken

    def take_now(self, event: Event, parse: Parse | None) -> Taken:
        """Take an event in this thread."""
        return self.world.store.write(partial(_take, self.world, event, parse))

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        """Do other work that writes, in the same threads."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.world.store.write, work)

    def close(self) -> None:
        """Wait for the turns that are being taken."""
        self._threads.shutdown()


def _take(world: World, event: Event, parse: Parse | None, unit: Unit) -> Taken:
    speaker = unit.people.speaker(event.address)
    if speaker is None:
        return _stranger(world, event, unit)
    if not unit.events.add(event.id, speaker.person.id, event.at):
        return Taken(How.SEEN, address=event.address, address_id=speaker.address_id)
    if isinstance(event.what, Blocked):
        unit.people.set_reachable(speaker.address_id, reachable=not event.what.blocked)
        return Taken(How.TAKEN)
    if not speaker.reachable:
        unit.people.set_reachable(speaker.address_id, reachable=True)
    state = unpack_state(speaker.state)
    moment = _moment(world, speaker.person, event, has_profile=speaker.has_profile)
    return _carry_out(_Scene(unit, speaker, event, moment), _turn(state, event, parse, moment))


def _turn(state: State, event: Event, parse: Parse | None, moment: Moment) -> Turn:
    match event.what:
        case Said(edited=edited) if parse is not None:
            return take_edited(state, parse, moment) if edited else take(state, parse, moment)
        case Tapped() | Sent():
            return take(state, event.what, moment)
    return ask_again(state, moment, _("Fijn dat je er weer bent."))  # their own link, opened once more


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where a turn is carried out."""

    unit: Unit
    speaker: Speaker
    event: Event
    moment: Moment

    @property
    def person_id(self) -> str:
        return self.speaker.person.id


def _moment(world: World, person: Person, event: Event, *, has_profile: bool) -> Moment:
    return Moment(
        at=event.at,
        today=event.at.astimezone(AMSTERDAM).date(),
        person=person,
        gemeente=world.gemeente,
        in_words=lambda text: render(text, person.language),
        code=f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}",
        base_url=world.base_url,
        has_profile=has_profile,
    )


def _carry_out(scene: _Scene, turn: Turn) -> Taken:
    unit, event, speaker = scene.unit, scene.event, scene.speaker
    said: list[tuple[str, str | Message]] = _heard(scene)
    for effect in turn.effects:
        if isinstance(effect, Erase):
            unit.people.erase(scene.person_id)
            direct = (*(body for author, body in said if author == CHAT and isinstance(body, Message)), effect.farewell)
            return Taken(How.ERASED, direct, speaker.person.language, event.address, speaker.address_id)
        said += [(CHAT, body) for body in _do(scene, turn.state, effect)]
    unit.conversations.keep(scene.person_id, speaker.address_id, pack_state(turn.state), event.at)
    channel = event.address.channel
    unit.outbox.add(scene.person_id, speaker.address_id, channel, said, at=event.at, event_id=event.id)
    spoken = [effect.language for effect in turn.effects if isinstance(effect, SpeakIn)]
    language = spoken[-1] if spoken else speaker.person.language
    return Taken(How.TAKEN, (), language, event.address, speaker.address_id, channel is Channel.TELEGRAM)


def _heard(scene: _Scene) -> list[tuple[str, str | Message]]:
    """Give what the person said as the web chat shows it; other channels show it themselves."""
    if scene.event.address.channel is not Channel.WEB:
        return []
    match scene.event.what:
        case Said(text):
            return [(ME, text)]
        case Tapped(value, seq):
            label = scene.unit.outbox.label_of(scene.speaker.address_id, seq, value) if seq else None
            return [(ME, message(label))] if label else []
    return []


def _do(scene: _Scene, state: State, effect: Effect) -> tuple[Message, ...]:
    """Do what an effect says; give what is to be said."""
    unit, at, person_id = scene.unit, scene.event.at, scene.person_id
    match effect:
        case Say(body):
            return (body,)
        case TellKnown():
            known = unit.known.summary(person_id)
            return tuple(told.message for told in known_told(state, scene.moment, known))
        case SpeakIn(language):
            unit.people.speak(person_id, language)
        case SaveProfile(profile, active):
            unit.profiles.save(person_id, profile, at, active=active)
        case HideProfile():
            unit.profiles.show(person_id, active=False)
        case ShowProfile():
            unit.profiles.show(person_id, active=True)
        case OfferCode(code):
            unit.invitations.offer_code(code, person_id, at + timedelta(minutes=CODE_MINUTES))
    return ()


def _stranger(world: World, event: Event, unit: Unit) -> Taken:
    """Answer somebody who is not known: an invitation or a code lets them in, all else stores nothing (V1)."""
    gemeente = world.gemeente
    match event.what:
        case Opened(token) if token:
            invited = _invited(world, event, token, unit)
            return invited or Taken(How.REFUSED, (strangers.gone(gemeente),))
        case Coded(code):
            return _linked(world, event, code, unit) or Taken(How.REFUSED, (strangers.wrong_code(gemeente),))
        case Said(text) if code := code_in(text):
            return _linked(world, event, code, unit) or Taken(How.REFUSED, (strangers.wrong_code(gemeente),))
        case Blocked():
            return Taken(How.STRANGER)
    return Taken(How.STRANGER, (strangers.not_invited(gemeente),))


def _invited(world: World, event: Event, token: str, unit: Unit) -> Taken | None:
    invitation = unit.invitations.use(token, event.at) if is_token(token) else None
    if invitation is None:
        return None
    language = event.language if event.language in TONGUES else None
    person = Person(uuid.uuid4().hex, invitation.role, language or "nl", invitation.support, invitation.contact)
    moment = _moment(world, person, event, has_profile=False)
    unit.people.add(person, moment.today)
    address_id = unit.people.add_address(person.id, event.address)
    unit.conversations.start(person.id, address_id, pack_state(State()), event.at)
    return _let_in(event, unit, moment, address_id, begin(State(), moment))


def _linked(world: World, event: Event, code: str, unit: Unit) -> Taken | None:
    """Let a person go on at this address, or at the one they have on this channel already."""
    person_id = unit.invitations.accept_code(code, event.at)
    if person_id is None:
        return None
    held = unit.people.address_on(person_id, event.address.channel) if event.address.channel is Channel.WEB else None
    at = held[1] if held else event.address
    address_id = held[0] if held else unit.people.add_address(person_id, event.address)
    speaker = unit.people.speaker(at)
    if speaker is None:
        raise LookupError("an address that was just added")
    moment = _moment(world, speaker.person, event, has_profile=speaker.has_profile)
    hello = _("Gelukt. We gaan hier verder.")
    turn = ask_again(unpack_state(speaker.state), moment, hello)
    return _let_in(event, unit, moment, address_id, turn, at)


def _let_in(  # noqa: PLR0913, PLR0917 - all of them are needed once, here
    event: Event, unit: Unit, moment: Moment, address_id: int, turn: Turn, at: Address | None = None
) -> Taken:
    at = at or event.address
    session = event.what.session if isinstance(event.what, Opened | Coded) else None
    if session:
        unit.sessions.add(address_id, session, event.at + timedelta(days=SESSION_DAYS))
    speaker = unit.people.speaker(at)
    if speaker is None:
        raise LookupError("an address that was just added")
    unit.events.add(event.id, speaker.person.id, event.at)
    scene = _Scene(unit, speaker, event, moment)
    unit.conversations.keep(scene.person_id, address_id, pack_state(turn.state), event.at)
    said = [(CHAT, body) for effect in turn.effects for body in _do(scene, turn.state, effect)]
    unit.outbox.add(scene.person_id, address_id, at.channel, said, at=event.at)
    return Taken(How.TAKEN, (), speaker.person.language, at, address_id, at.channel is Channel.TELEGRAM)
