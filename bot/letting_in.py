"""Somebody who is not known: an invitation or a code lets them in, all else stores nothing (V1)."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.carrying_out import Scene, done, moment_of
from bot.dialogs import strangers
from bot.dialogs.asides import TONGUES
from bot.dialogs.asking import ask_again
from bot.dialogs.hearing import begin
from bot.dialogs.state import State, pack_state, unpack_state
from bot.domain.event import Blocked, Channel, Coded, Opened, Said
from bot.domain.invitation import code_in, is_token
from bot.domain.person import Person
from bot.taken import How, Taken
from bot.text import _
from storage.outbox import CHAT

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.turn import Turn
    from bot.domain.event import Address, Event
    from bot.taken import World
    from storage.unit import Unit

SESSION_DAYS = 180
"""How long a browser stays signed in; long, because a new link is hard to get for who fears letters."""


def stranger(world: World, event: Event, unit: Unit) -> Taken:
    """Answer somebody who is not known: an invitation or a code lets them in, all else stores nothing (V1)."""
    gemeente = world.gemeente
    match event.what:
        case Opened(token) if token:
            invited = _invited(world, event, token, unit)
            return invited or Taken(How.REFUSED, (strangers.gone(gemeente),))
        case Coded(code):
            return _coded(world, event, code, unit)
        case Said(text) if typed := code_in(text):
            return _coded(world, event, typed, unit)
        case Blocked():
            return Taken(How.STRANGER)
    return Taken(How.STRANGER, (strangers.not_invited(gemeente),))


def _coded(world: World, event: Event, code: str, unit: Unit) -> Taken:
    return _linked(world, event, code, unit) or Taken(How.REFUSED, (strangers.wrong_code(world.gemeente),))


def _invited(world: World, event: Event, token: str, unit: Unit) -> Taken | None:
    invitation = unit.invitations.use(token, event.at) if is_token(token) else None
    if invitation is None:
        return None
    language = event.language if event.language in TONGUES else None
    person = Person(uuid.uuid4().hex, invitation.role, language or "nl", invitation.support, invitation.contact)
    moment = moment_of(world, person, event, has_profile=False)
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
    moment = moment_of(world, speaker.person, event, has_profile=speaker.has_profile)
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
    scene = Scene(unit, speaker, event, moment)
    unit.conversations.keep(scene.person_id, pack_state(turn.state), event.at)
    if speaker.moved:
        unit.conversations.move(scene.person_id, address_id)
    said = [(CHAT, body) for effect in turn.effects for body in done(scene, turn.state, effect)]
    unit.outbox.add(scene.person_id, address_id, at.channel, said, at=event.at)
    return Taken(How.TAKEN, (), speaker.person.language, at, address_id, at.channel is Channel.TELEGRAM)
