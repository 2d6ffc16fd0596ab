"""What each side can see of a contact, and how many an employer may ask. See docs/decisions/019.

Before a yes, what an employer sees follows from their own acts and the time alone. So no, no answer, a block and
somebody who is gone look the same at every moment; the bounds count what is seen, so that they tell nothing either.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.contact import Phase, Side, Why, phase_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.domain.contact import Between, ContactRequest


class Seen(StrEnum):
    """What an employer can see of a contact."""

    WAITING = "waiting"
    """They asked; until the expiry, whatever happened."""
    NO_CONTACT = "no_contact"
    """They asked, and it is over: refused, unanswered, blocked, hidden and erased alike."""
    WITHDRAWN = "withdrawn"
    """They took their question back."""
    TO_ANSWER = "to_answer"
    """A person asked them."""
    DECLINED = "declined"
    """They said no to a person."""
    TALKING = "talking"
    ENDED = "ended"
    """It ended after a yes, or a person took a question back; it does not say how or why."""
    SILENT = "silent"
    """They did not answer in time."""


class Refused(StrEnum):
    """Why a request cannot be made."""

    ASKED_BEFORE = "asked_before"
    VACANCY_FULL = "vacancy_full"
    EMPLOYER_FULL = "employer_full"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many requests an employer can have open at once: for one vacancy, and in all."""

    vacancy: int = 10
    employer: int = 30


BOUNDS = Bounds()


_AS_IT_IS = {Phase.ACCEPTED: Seen.TALKING, Phase.ASKED: Seen.TO_ANSWER, Phase.EXPIRED: Seen.SILENT}


def seen_by_employer(contact: ContactRequest, at: datetime) -> Seen:
    """Tell what the employer sees at a moment."""
    if contact.accepted_at is None and contact.asked_by is Side.EMPLOYER:
        if contact.withdrawn_at:
            return Seen.WITHDRAWN
        return Seen.NO_CONTACT if at >= contact.expires_at else Seen.WAITING
    now = phase_at(contact, at)
    if now in _AS_IT_IS:
        return _AS_IT_IS[now]
    if contact.why is Why.EMPLOYER_SILENT:
        return Seen.SILENT
    own_no = contact.accepted_at is None and contact.ended_by is Side.EMPLOYER
    return Seen.DECLINED if own_no else Seen.ENDED


def why_not(
    contacts: Iterable[ContactRequest], between: Between, at: datetime, bounds: Bounds = BOUNDS
) -> Refused | None:
    """Tell why an employer cannot ask this person for this vacancy; None when they can.

    One request for each person and vacancy, whatever became of it and whoever asked.
    """
    theirs = [contact for contact in contacts if contact.between.employer_id == between.employer_id]
    if any(contact.between == between for contact in theirs):
        return Refused.ASKED_BEFORE
    waiting = [held.between.vacancy_id for held in theirs if seen_by_employer(held, at) is Seen.WAITING]
    if waiting.count(between.vacancy_id) >= bounds.vacancy:
        return Refused.VACANCY_FULL
    return Refused.EMPLOYER_FULL if len(waiting) >= bounds.employer else None


def is_listed(contacts: Iterable[ContactRequest], person_id: str, employer_id: str, at: datetime) -> bool:
    """Tell whether a person may stand in an employer's lists as far as their contacts go.

    Not while a request is open or a conversation runs: else somebody who hides after a request would be missed from a
    list, and somebody who says no would not. Never again after a block by either side.
    """
    pair = (person_id, employer_id)
    theirs = [held for held in contacts if (held.between.person_id, held.between.employer_id) == pair]
    busy = {Seen.WAITING, Seen.TO_ANSWER, Seen.TALKING}
    return not any(held.ended is Phase.BLOCKED or seen_by_employer(held, at) in busy for held in theirs)
