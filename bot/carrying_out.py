"""Carries out what a turn wants done, inside its transaction."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.moment import Moment
from bot.dialogs.state import pack_state
from bot.dialogs.told import known_told
from bot.domain.consent import Answer, Piece
from bot.domain.effects import (
    AskWerkmatcher,
    BeginContact,
    BlockContact,
    Disclose,
    EndHandoff,
    Erase,
    ForgetFile,
    ForgetGiven,
    HideProfile,
    KeepConsent,
    KeepContact,
    KeepFieldConsent,
    KeepFile,
    KeepSurvey,
    Know,
    Learn,
    OfferCode,
    Plan,
    React,
    ReturnHandoff,
    SaveProfile,
    SaveVacancy,
    Say,
    SetStanding,
    Showed,
    ShowProfile,
    SpeakIn,
    TellKnown,
    TellWerkmatcher,
)
from bot.domain.event import Channel, Due, Said, Tapped
from bot.domain.invitation import CODE_DIGITS, CODE_MINUTES
from bot.domain.known_as import Disclosure
from bot.domain.message import Message, message
from bot.domain.opening import AMSTERDAM
from bot.facts import StoredFacts
from bot.queueing import AtTheDesk, leave, queue
from bot.taken import How, Taken
from bot.translate import render
from storage.outbox import CHAT, GIVEN, ME, Spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.domain.effects import Effect
    from bot.domain.event import Event
    from bot.domain.person import Person
    from bot.taken import World
    from storage.people import Speaker
    from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a turn is carried out; `unkept`: the words that were said are not kept anywhere."""

    unit: Unit
    speaker: Speaker
    event: Event
    moment: Moment
    unkept: bool = False

    @property
    def person_id(self) -> str:
        """Give whose turn it is."""
        return self.speaker.person.id


def moment_of(world: World, unit: Unit, person: Person, event: Event, *, has_profile: bool) -> Moment:
    """Give what a turn of this person knows besides the conversation."""
    return Moment(
        at=event.at,
        today=event.at.astimezone(AMSTERDAM).date(),
        person=person,
        gemeente=world.gemeente,
        in_words=lambda text: render(text, person.language),
        code=f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}",
        fresh_id=uuid.uuid4().hex,
        base_url=world.base_url,
        channel=event.address.channel,
        facts=StoredFacts(world, unit, person.id, event.at),
        has_profile=has_profile,
        has_telegram=world.has_telegram,
    )


UNKEPT = frozenset({"illness", "bsn"})
"""Topics of which no words are kept, not even on the page of who wrote them (V4)."""


def carry_out(scene: Scene, turn: Turn) -> Taken:
    """Do all effects of a turn, and keep its state and what is said; after erasing, keep nothing."""
    unit, event, speaker = scene.unit, scene.event, scene.speaker
    said = [Spoken(author, body) for author, body in _heard(scene, unkept=turn.unkept)]
    # what nobody asked for goes as a whole: a question must not overtake the words before it
    unasked = isinstance(event.what, Due) and any(isinstance(each, Say) and each.push for each in turn.effects)
    for effect in turn.effects:
        if isinstance(effect, Erase):
            for follows in leave(unit, speaker.person, scene.moment.gemeente.opening, event.at):
                plan(unit, follows, scene.person_id, event.at)
            unit.people.erase(scene.person_id)
            before = (each.body for each in said if each.author == CHAT and isinstance(each.body, Message))
            direct = (*before, effect.farewell)
            planned = any(isinstance(each, Plan) for each in turn.effects)
            return Taken(
                How.ERASED,
                direct,
                speaker.person.language,
                event.address,
                speaker.address_id,
                planned=planned,
                desk=True,
            )
        told = effect if isinstance(effect, Say) else None
        from_id = told.from_id if told and told.from_id and unit.people.is_here(told.from_id) else None
        push = unasked or bool(told and told.push)
        author = GIVEN if told and told.given else CHAT
        said += [Spoken(author, body, push, from_id) for body in done(scene, turn.state, effect)]
    if isinstance(event.what, Due):
        unit.conversations.keep_unheard(scene.person_id, pack_state(turn.state))
    else:
        unit.conversations.keep(scene.person_id, pack_state(turn.state), event.at, speaker.address_id)
    channel = event.address.channel
    unit.outbox.add(scene.person_id, speaker.address_id, channel, said, at=event.at, event_id=event.id)
    spoken = [effect.language for effect in turn.effects if isinstance(effect, SpeakIn)]
    return Taken(
        How.TAKEN,
        language=spoken[-1] if spoken else speaker.person.language,
        address=event.address,
        address_id=speaker.address_id,
        waiting=channel is Channel.TELEGRAM,
        planned=any(isinstance(effect, Plan) for effect in turn.effects),
        desk=any(isinstance(effect, AtTheDesk) for effect in turn.effects),
    )


def _heard(scene: Scene, *, unkept: bool) -> list[tuple[str, str | Message]]:
    """Give what the person said as the web chat shows it; other channels show it themselves."""
    if scene.event.address.channel is not Channel.WEB:
        return []
    match scene.event.what:
        case Said(text=text):
            return [(ME, "…" if scene.unkept or unkept else text)]
        case Tapped(value, seq):
            label = scene.unit.outbox.label_of(scene.speaker.address_id, seq, value) if seq else None
            return [(ME, message(label))] if label else []
    return []


def plan(unit: Unit, planned: Plan, person_id: str, at: datetime, *, from_id: str | None = None) -> None:
    """Keep something until it is due; for who is no longer here there is nothing to keep.

    `from_id`: who caused what a person's own event plans for that person; None: nobody else.
    """
    if planned.to is None or planned.to == person_id:
        unit.dues.plan(planned, person_id=person_id, from_id=from_id, now=at)
    elif unit.people.is_here(planned.to):
        unit.dues.plan(planned, person_id=planned.to, from_id=None if planned.stays else person_id, now=at)


def _plan(scene: Scene, planned: Plan) -> None:
    """Keep what a turn plans. What only has to wait longer stays of who caused it: it holds their words."""
    what = scene.event.what
    again = isinstance(what, Due) and what.kind == planned.kind
    cause = what.from_id if isinstance(what, Due) and again else None
    plan(scene.unit, planned, scene.person_id, scene.event.at, from_id=cause)


def done(scene: Scene, state: State, effect: Effect) -> tuple[Message, ...]:
    """Do what an effect says; give what is to be said."""
    if isinstance(effect, Say):
        return (effect.message,)
    if isinstance(effect, TellKnown):
        known = scene.unit.known.summary(scene.person_id)
        return tuple(told.message for told in known_told(state, scene.moment, known))
    _DOING[type(effect)](scene, effect)
    return ()


def _save_profile(scene: Scene, effect: SaveProfile) -> None:
    scene.unit.profiles.save(scene.person_id, effect.profile, scene.event.at)


def _offer_code(scene: Scene, effect: OfferCode) -> None:
    until = scene.event.at + timedelta(minutes=CODE_MINUTES)
    scene.unit.invitations.offer_code(effect.code, scene.person_id, until)


def _queue(scene: Scene, effect: AtTheDesk) -> None:
    queue(scene.unit, scene.person_id, effect, scene.event.at)


def _showed(scene: Scene, effect: Showed) -> None:
    for vacancy_id, version in effect.vacancies:
        scene.unit.shown.show(scene.person_id, vacancy_id, version, scene.event.at)


def _know(scene: Scene, effect: Know) -> None:
    for each in effect.people:
        if scene.unit.people.is_here(each.person_id):
            scene.unit.disclosures.know(each)


def _disclose(scene: Scene, effect: Disclose) -> None:
    """Record what is shown of whom; of somebody who is gone since there is nothing to record."""
    here = [each for each in effect.people if scene.unit.people.is_here(each)]
    shown = Disclosure(effect.what, effect.employer, effect.vacancy, scene.event.at, effect.parts)
    scene.unit.disclosures.show(here, shown)


def _keep_consent(scene: Scene, effect: KeepConsent) -> None:
    """Keep what was answered. An employer has a file as long as the yes for it holds, and no moment longer."""
    if not scene.unit.people.is_here(effect.person_id):
        return
    scene.unit.contacts.answer(effect.id, effect.person_id, effect.rows)
    for row in effect.rows:
        if row.piece is Piece.FILE and row.answer is Answer.GIVEN:
            scene.unit.files.give(effect.id)
        elif row.piece is Piece.FILE or (row.piece is Piece.CONVERSATION and row.answer is Answer.WITHDRAWN):
            scene.unit.files.forget(effect.id)


_DOING: Mapping[type[Any], Callable[[Scene, Any], object]] = {
    SpeakIn: lambda scene, effect: scene.unit.people.speak(scene.person_id, effect.language),
    SaveProfile: _save_profile,
    HideProfile: lambda scene, _effect: scene.unit.profiles.show(scene.person_id, active=False),
    ShowProfile: lambda scene, _effect: scene.unit.profiles.show(scene.person_id, active=True),
    OfferCode: _offer_code,
    Plan: _plan,
    Learn: lambda scene, effect: scene.unit.lessons.keep(scene.person_id, effect.sentence, scene.moment.today),
    SaveVacancy: lambda scene, effect: scene.unit.vacancies.save(effect.vacancy),
    SetStanding: lambda scene, effect: scene.unit.vacancies.set_standing(effect.vacancy_id, effect.standing),
    Showed: _showed,
    Know: _know,
    Disclose: _disclose,
    BeginContact: lambda scene, effect: scene.unit.contacts.begin(effect.id, effect.contact, effect.name),
    KeepContact: lambda scene, effect: scene.unit.contacts.keep(effect.id, effect.contact),
    KeepConsent: _keep_consent,
    KeepFieldConsent: lambda scene, effect: scene.unit.fields.add(scene.person_id, [effect.row]),
    KeepSurvey: lambda scene, effect: scene.unit.surveys.add(effect.question, effect.answer, scene.moment.today),
    KeepFile: lambda scene, effect: scene.unit.files.keep(scene.person_id, effect, scene.event.at),
    ForgetFile: lambda scene, effect: scene.unit.files.forget_undecided(scene.person_id, effect.contact_id),
    ForgetGiven: lambda scene, effect: scene.unit.outbox.forget_given(scene.person_id, effect.from_id),
    BlockContact: lambda scene, effect: scene.unit.disclosures.block(effect.person_id, effect.employer_id, effect.by),
    React: lambda scene, effect: scene.unit.shown.react(effect, scene.person_id),
    AskWerkmatcher: _queue,
    TellWerkmatcher: _queue,
    ReturnHandoff: _queue,
    EndHandoff: _queue,
}
"""By kind of effect, how it is done: all but what is said, and erasing, which ends the turn."""
