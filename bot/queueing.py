"""What a turn of somebody does to their handoff, inside its transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from bot.domain.effects import AskWerkmatcher, EndHandoff, Plan, ReturnHandoff, TellWerkmatcher
from bot.domain.handoff import ANSWER_MINUTES, NEWS
from bot.domain.opening import after_open
from bot.domain.person import Role

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.opening import Opening
    from bot.domain.person import Person
    from storage.unit import Unit

AtTheDesk: TypeAlias = AskWerkmatcher | TellWerkmatcher | ReturnHandoff | EndHandoff
"""The effects that werkmatchers see."""


def queue(unit: Unit, person_id: str, effect: AtTheDesk, at: datetime) -> None:
    """Do what werkmatchers see. The turn found the handoff open, and holds it."""
    held = unit.handoffs
    if isinstance(effect, AskWerkmatcher):
        held.ask(person_id, effect.request, at)
        return
    handoff_id = held.open_of(person_id)
    if handoff_id is None:
        return
    match effect:
        case TellWerkmatcher(text, edited, is_urgent, answer_by):
            if is_urgent:
                held.mark_urgent(handoff_id, at)
            if text is not None:
                held.hear(handoff_id, text, at, answer_by=answer_by, edited=edited)
        case ReturnHandoff(answer_by):
            held.give_back(handoff_id, at, answer_by=answer_by)
        case EndHandoff():
            held.end_of(person_id, at)


def leave(unit: Unit, who: Person, opening: Opening, at: datetime) -> tuple[Plan, ...]:
    """End what somebody who leaves asked for; what a werkmatcher who leaves had goes back to the queue.

    Gives what has to happen because of that.
    """
    unit.handoffs.end_of(who.id, at)
    if who.role is not Role.WERKMATCHER:
        return ()
    until = after_open(opening, at, timedelta(minutes=ANSWER_MINUTES))
    had = [card.id for card in unit.handoffs.of(who.id)]
    for handoff_id in had:
        unit.handoffs.give_back(handoff_id, at, answer_by=until)
    return tuple(Plan(NEWS, to=unit.handoffs.whose(handoff_id), stays=True) for handoff_id in had)
