"""Somebody who is not known: an invitation or a code lets them in, all else stores nothing (V1)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.carrying_out import Scene, done, moment_of
from bot.dialogs import strangers
from bot.dialogs.asides import TONGUES
from bot.dialogs.at_the_desk import AT_THE_DESK
from bot.dialogs.hearing import begin, here_again
from bot.dialogs.state import State, pack_state, unpack_state
from bot.domain.event import Address, Blocked, Channel, Coded, Opened, Said
from bot.domain.invitation import code_in, is_token
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Person, Role
from bot.taken import How, Taken
from bot.text import _
from storage.outbox import CHAT, Spoken

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.turn import Turn
    from bot.domain.event import Event
    from bot.domain.invitation import Invitation
    from bot.taken import World
    from storage.people import Speaker
    from storage.unit import Unit

SESSION_DAYS = 180
"""How long a browser stays signed in; long, because a new link is hard to get for who fears letters."""


DESK_HOURS = 12
"""How long a werkmatcher stays signed in: others use the same machine, and what is there is not theirs to read."""


def stranger(world: World, event: Event, unit: Unit) -> Taken:
    """Answer somebody who is not known: an invitation or a code lets them in, all else stores nothing (V1)."""
    gemeente = world.gemeente
    match event.what:
        case Opened(token) if token:
            return _opened(world, event, token, unit)
        case Coded(code):
            return _coded(world, event, code, unit)
        case Said(text) if typed := code_in(text):
            return _coded(world, event, typed, unit)
        case Blocked():
            return Taken(How.STRANGER)
    return Taken(How.STRANGER, (strangers.not_invited(gemeente),))


def _opened(world: World, event: Event, token: str, unit: Unit) -> Taken:
    speaker = _invited(event, token, unit)
    if speaker is None:
        return Taken(How.REFUSED, (strangers.gone(world.gemeente),))
    moment = moment_of(world, unit, speaker.person, event, has_profile=False)
    return _let_in(event, unit, speaker, moment, begin(moment))


def _coded(world: World, event: Event, code: str, unit: Unit) -> Taken:
    speaker = _linked(event, code, unit)
    if speaker is None:
        return Taken(How.REFUSED, (strangers.wrong_code(world.gemeente),))
    moment = moment_of(world, unit, speaker.person, event, has_profile=speaker.has_profile)
    hello = _("Gelukt. We gaan hier verder.")
    return _let_in(event, unit, speaker, moment, here_again(unpack_state(speaker.state), moment, hello))


def _invited(event: Event, token: str, unit: Unit) -> Speaker | None:
    """Make a person of who holds an invitation."""
    invitation = unit.invitations.use(token, event.at) if is_token(token) else None
    if invitation is None:
        return None
    if invitation.role is Role.WERKMATCHER and event.address.channel in {Channel.WEB, Channel.DESK}:
        return _at_desk(event, invitation, unit)
    language = event.language if event.language in TONGUES else None
    return _added(event, invitation, language or "nl", unit)


def _at_desk(event: Event, invitation: Invitation, unit: Unit) -> Speaker | None:
    """Let a werkmatcher in at the desk: the one who is known there by this name, or a new one."""
    name = (invitation.name or "").casefold()
    for person_id, held in unit.handoffs.colleagues():
        at = unit.people.address_on(person_id, Channel.DESK) if held.casefold() == name else None
        if at:
            unit.people.set_lets_in(person_id, lets_in=invitation.lets_in)
            return unit.people.speaker(at)
    speaker = _added(replace(event, address=Address(Channel.DESK, event.address.key)), invitation, "nl", unit)
    if speaker and invitation.lets_in:
        unit.people.set_lets_in(speaker.person.id, lets_in=True)
    return speaker


def _added(event: Event, invitation: Invitation, language: str, unit: Unit) -> Speaker | None:
    person = Person(
        uuid.uuid4().hex, invitation.role, language, invitation.support, invitation.contact, invitation.name
    )
    unit.people.add(person, event.at.astimezone(AMSTERDAM).date())
    unit.people.add_address(person.id, event.address)
    unit.conversations.start(person.id, {}, event.at)
    return unit.people.speaker(event.address)


def _linked(event: Event, code: str, unit: Unit) -> Speaker | None:
    """Let a person go on at this address, or at the one they have on the web already."""
    person_id = unit.invitations.accept_code(code, event.at)
    if person_id is None:
        return None
    held = unit.people.address_on(person_id, Channel.WEB) if event.address.channel is Channel.WEB else None
    if held is None:
        unit.people.add_address(person_id, event.address)
    return unit.people.speaker(held or event.address)


def join_team(event: Event, unit: Unit) -> Speaker:
    """Let somebody act who is in the team's group on Telegram: being there makes them a werkmatcher."""
    person = Person(uuid.uuid4().hex, Role.WERKMATCHER, name=event.name or "Werkmatcher")
    unit.people.add(person, event.at.astimezone(AMSTERDAM).date())
    unit.people.add_address(person.id, event.address)
    unit.conversations.start(person.id, pack_state(State(stack=(AT_THE_DESK.name,))), event.at)
    speaker = unit.people.speaker(event.address)
    if speaker is None:
        raise LookupError("somebody who was just added is not there")
    return speaker


def _let_in(event: Event, unit: Unit, speaker: Speaker, moment: Moment, turn: Turn) -> Taken:
    session = event.what.session if isinstance(event.what, Opened | Coded) else None
    if session:
        at_desk = speaker.person.role is Role.WERKMATCHER
        lasts = timedelta(hours=DESK_HOURS) if at_desk else timedelta(days=SESSION_DAYS)
        unit.sessions.add(speaker.address_id, session, event.at + lasts)
    unit.events.add(event.id, speaker.person.id, event.at)
    scene = Scene(unit, speaker, event, moment)
    unit.conversations.keep(scene.person_id, pack_state(turn.state), event.at, speaker.address_id)
    said = [Spoken(CHAT, body) for effect in turn.effects for body in done(scene, turn.state, effect)]
    at = speaker.at
    if at.channel is Channel.DESK:
        unit.handoffs.record("signed_in", speaker.person.name or "", event.at)
        return Taken(How.TAKEN, (), speaker.person.language, at, speaker.address_id, desk=True)
    unit.outbox.add(scene.person_id, speaker.address_id, at.channel, said, at=event.at)
    return Taken(How.TAKEN, (), speaker.person.language, at, speaker.address_id, at.channel is Channel.TELEGRAM)
