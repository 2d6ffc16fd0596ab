"""What a werkmatcher does at the desk or in the team's group: an event like any other, in one transaction, once (V13).

The person hears of it in a turn of their own, which is planned here. It brings what is new, in order, however often
it is planned (`bot.dialogs.handoff.news`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.carrying_out import plan
from bot.dialogs.contact.bringing import bring
from bot.dialogs.jobs.card import headline
from bot.domain.effects import Plan
from bot.domain.handoff import (
    ANSWER_MINUTES,
    GONE,
    LATE,
    NEWS,
    NOBODY_THERE,
    Bring,
    Claim,
    Close,
    HandBack,
    Kind,
    PassOn,
    Reply,
    refusal,
)
from bot.domain.message import message
from bot.domain.opening import after_open
from bot.domain.person import Role
from bot.domain.vacancy import Standing
from bot.taken import How, Taken
from bot.text import _
from bot.translate import render

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.event import Event
    from bot.domain.handoff import Act, Card
    from bot.domain.person import Person
    from bot.taken import World
    from bot.text import Text
    from storage.people import Speaker
    from storage.unit import Unit


NO_SUCH_JOB = _(
    # staff: a werkmatcher reads this
    "Deze baan is niet meer open. Kies een andere."
)


@dataclass(frozen=True, slots=True)
class _Doing:
    """Where an act is done: with which handoff, by whom, when, and until when the person may have to wait then."""

    unit: Unit
    card: Card
    who: Person
    at: datetime
    until: datetime


def act(world: World, unit: Unit, speaker: Speaker, event: Event, what: Act) -> Taken:
    """Do what a werkmatcher does. Refused, with the reason in `direct`: it is not theirs, or it is over.

    The event's id was taken already, so that a second one like it never comes here.
    """
    if speaker.person.role is not Role.WERKMATCHER:
        return _refused(speaker, event, GONE)
    person_id = unit.handoffs.whose(what.handoff)
    card = unit.handoffs.lock(what.handoff)  # before the person, as in their own turns: none waits for the other
    why = refusal(what, card, speaker.person.id)
    if why is None and card:
        until = after_open(world.gemeente.opening, event.at, timedelta(minutes=ANSWER_MINUTES))
        why = _do(_Doing(unit, card, speaker.person, event.at, until), what)
    if why or person_id is None:
        return _refused(speaker, event, why or GONE)
    _wake(unit, person_id, what.handoff, event.at)
    return Taken(How.TAKEN, address=event.address, address_id=speaker.address_id, planned=True, desk=True)


def _refused(speaker: Speaker, event: Event, why: Text) -> Taken:
    at = event.address
    return Taken(How.REFUSED, (message(why),), speaker.person.language, at, speaker.address_id, desk=True)


def _do(doing: _Doing, what: Act) -> Text | None:
    """Write it down; give why not, after all."""
    held, who, card, at = doing.unit.handoffs, doing.who, doing.card, doing.at
    name = who.name or ""
    if card.taken_by is None and isinstance(what, Claim | Reply):
        held.claim(card.id, (who.id, name), at, answer_by=doing.until)
    match what:
        case Reply(text=text, beside=beside):
            held.reply(card.id, name, text.strip(), at, in_team=beside)
        case PassOn(to=to):
            return _pass_on(doing, to)
        case Bring(vacancy=vacancy_id):
            return _bring(doing, vacancy_id)
        case HandBack():
            held.finish(card.id, Kind.HANDED_BACK, name, at)
        case Close():
            held.finish(card.id, Kind.CLOSED, name, at)
    return None


def _bring(doing: _Doing, vacancy_id: str) -> Text | None:
    """Say in the conversation which vacancy comes, and let it come after it; what becomes of it nobody hears (V2)."""
    unit, card, name, at = doing.unit, doing.card, doing.who.name or "", doing.at
    vacancy, person_id = unit.vacancies.one(vacancy_id), unit.handoffs.whose(card.id)
    if vacancy is None or vacancy.standing is not Standing.OPEN or person_id is None or card.is_employer:
        return NO_SUCH_JOB
    brought = _("Ik breng je een baan: {job}. Je krijgt hem na dit gesprek.", job=headline(vacancy))
    told = render(brought, unit.people.language_of(person_id))
    unit.handoffs.reply(card.id, name, told, at)
    unit.handoffs.record("brought", name, at)
    plan(unit, bring(person_id, vacancy_id), doing.who.id, at)
    return None


def _pass_on(doing: _Doing, to: str) -> Text | None:
    held, card = doing.unit.handoffs, doing.card
    colleague = dict(held.colleagues()).get(to)
    if colleague is None or not doing.unit.people.is_here(to):
        return NOBODY_THERE
    if to != card.taken_by:
        held.pass_on(card.id, doing.who.name or "", (to, colleague), doing.at, answer_by=doing.until)
    return None


def _wake(unit: Unit, person_id: str, handoff_id: str, at: datetime) -> None:
    """Let the person hear what is new, and find out in time when nobody answers."""
    plan(unit, Plan(NEWS, to=person_id, stays=True), "", at)
    held = unit.handoffs.one(handoff_id)
    if held and held.answer_by:
        plan(unit, Plan(LATE, to=person_id, at=held.answer_by, stays=True), "", at)
