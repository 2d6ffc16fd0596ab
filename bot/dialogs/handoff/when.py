"""When somebody will answer, told honestly: opening hours and holidays, the queue, and how long others waited."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.handoff import promised_minutes
from bot.domain.opening import AMSTERDAM, after_open, is_open, next_open
from bot.text import Text, _, _n

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.moment import Moment
    from bot.domain.handoff import Queue


def promise(moment: Moment) -> datetime:
    """Give by when somebody who asks now will hear something."""
    minutes = promised_minutes(moment.facts.queue())
    return after_open(moment.gemeente.opening, moment.at, timedelta(minutes=minutes))


def when_told(moment: Moment, *, urgent: bool = False) -> tuple[Text, ...]:
    """Say whether somebody is there, the queue and how long others waited; else from when on, and whom to call.

    `urgent`: they come first, whoever waits.
    """
    opening, phone = moment.gemeente.opening, moment.gemeente.contact.phone
    if is_open(opening, moment.at):
        queue = (_("Je komt vooraan in de rij."),) if urgent else _queue_told(moment.facts.queue())
        return (_("Er is nu iemand."), *queue, _("Bellen mag ook: {phone}.", phone=phone))
    opens = next_open(opening, moment.at)
    day, time = opens.date(), clock(opens)
    return (
        _("Nu is er niemand."),
        _("Op {day} vanaf {time} uur is er weer iemand.", day=day, time=time),
        _("Dan kun je ook bellen: {phone}.", phone=phone),
    )


def _queue_told(queue: Queue) -> tuple[Text, ...]:
    ahead = (
        _n("Er wacht 1 iemand voor jou.", "Er wachten {n} mensen voor jou.", n=queue.waiting)
        if queue.waiting
        else _("Er wacht niemand voor jou.")
    )
    if not queue.waits:
        return (ahead,)
    usual = max(1, sorted(queue.waits)[len(queue.waits) // 2])
    waited = _n("Anderen wachtten ongeveer 1 minuut.", "Anderen wachtten ongeveer {n} minuten.", n=usual)
    return (ahead, waited)


def by_then(moment: Moment, until: datetime) -> Text:
    """Say by when somebody hears something."""
    here = until.astimezone(AMSTERDAM)
    if here.date() == moment.today:
        return _("Je hoort vandaag voor {time} uur iets.", time=clock(here))
    return _("Je hoort op {day} voor {time} uur iets.", day=here.date(), time=clock(here))


def clock(at: datetime) -> str:
    """Write a time as Dutch does: 9, 9.30."""
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
