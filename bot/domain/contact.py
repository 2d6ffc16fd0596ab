"""A contact between one person and one employer about one vacancy, from the question to the end. Pure.

What becomes of it stands in facts with their moments; where it stands now follows from them and the time, so nothing
has to run at the moment on which a request expires. What an employer can see of it is `bot/domain/contact_seen.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.opening import after_open_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.opening import Opening

VALID = timedelta(days=14)
"""How long a request can be answered. It is also when an employer hears that there is no contact, whatever happened."""


class Side(StrEnum):
    """Who does something; the chat is the product itself (time, a closed vacancy, an erased person)."""

    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    CHAT = "chat"


class Phase(StrEnum):
    """Where a contact stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    BLOCKED = "blocked"
    CLOSED = "closed"


class Act(StrEnum):
    """What can happen to it."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    STOP = "stop"
    BLOCK = "block"
    CLOSE = "close"


class Why(StrEnum):
    """Why the chat closed it."""

    HIDDEN = "hidden"
    WORK_FOUND = "work_found"
    VACANCY_GONE = "vacancy_gone"
    EMPLOYER_SILENT = "employer_silent"


BECOMES: Mapping[Act, Phase] = {
    Act.REFUSE: Phase.REFUSED,
    Act.WITHDRAW: Phase.WITHDRAWN,
    Act.STOP: Phase.STOPPED,
    Act.BLOCK: Phase.BLOCKED,
    Act.CLOSE: Phase.CLOSED,
}

_TALKERS = frozenset({Side.JOBSEEKER, Side.EMPLOYER})


@dataclass(frozen=True, slots=True)
class Between:
    """Whom a contact is between, and about which vacancy: random ids."""

    person_id: str
    employer_id: str
    vacancy_id: str


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """One contact. All moments are aware.

    - accepted_at: when the side that was asked said yes
    - ended, ended_by, ended_at, why: how it ended, if it did (expiry ends it without a fact)
    - withdrawn_at: when the asking employer took the question back; kept apart, for they may not notice an answer
    - waits_since: since when the employer has to say something; None when it is not their turn
    """

    between: Between
    asked_by: Side
    asked_at: datetime
    accepted_at: datetime | None = None
    ended: Phase | None = None
    ended_by: Side | None = None
    ended_at: datetime | None = None
    why: Why | None = None
    withdrawn_at: datetime | None = None
    waits_since: datetime | None = None

    @property
    def expires_at(self) -> datetime:
        """Give the moment on which an open request is over."""
        return self.asked_at + VALID


def ask(between: Between, by: Side, at: datetime, *, reaches: bool = True) -> ContactRequest:
    """Begin a contact. `reaches` is false when the person cannot be asked any more (hidden, paused, blocked since).

    Then nobody is asked, and for the employer it looks as any other request.
    """
    asked = ContactRequest(between, by, at, waits_since=at if by is Side.JOBSEEKER else None)
    return asked if reaches else _over(asked, Act.CLOSE, Side.CHAT, at, Why.HIDDEN)


def phase_at(contact: ContactRequest, at: datetime) -> Phase:
    """Tell where a contact stands at a moment, as the person and the chat know it."""
    if contact.ended:
        return contact.ended
    if contact.accepted_at:
        return Phase.ACCEPTED
    return Phase.EXPIRED if at >= contact.expires_at else Phase.ASKED


def may_pass(contact: ContactRequest, at: datetime) -> bool:
    """Tell whether messages may be passed on: only between a yes and the end."""
    return phase_at(contact, at) is Phase.ACCEPTED


def happens(contact: ContactRequest, act: Act, by: Side, at: datetime, why: Why | None = None) -> ContactRequest | None:
    """Give the contact after an act; None where this side cannot do this now, so that nothing is done twice.

    The chat closes, and says why; nobody else does either.
    """
    if act is Act.WITHDRAW:
        return _withdrawn(contact, by, at)
    if (by is Side.CHAT) is not (act is Act.CLOSE) or (why is not None) is not (act is Act.CLOSE):
        return None
    if act not in _possible(contact, by, at):
        return None
    if act is Act.ACCEPT:
        return replace(contact, accepted_at=at, waits_since=at if by is Side.JOBSEEKER else None)
    return _over(contact, act, by, at, why)


def _possible(contact: ContactRequest, by: Side, at: datetime) -> frozenset[Act]:
    """Give what a side can do now: who was asked answers, and both can stop or block once there was a yes."""
    match phase_at(contact, at):
        case Phase.ASKED if by is Side.CHAT or by is contact.asked_by:
            return frozenset({Act.CLOSE})
        case Phase.ASKED:
            return frozenset({Act.ACCEPT, Act.REFUSE, Act.BLOCK})
        case Phase.ACCEPTED:
            return frozenset({Act.STOP, Act.BLOCK, Act.CLOSE})
    return frozenset()


def _over(contact: ContactRequest, act: Act, by: Side, at: datetime, why: Why | None) -> ContactRequest:
    """End it."""
    return replace(contact, ended=BECOMES[act], ended_by=by, ended_at=at, why=why, waits_since=None)


def _withdrawn(contact: ContactRequest, by: Side, at: datetime) -> ContactRequest | None:
    """Take a question back. An employer can do so as long as they see no answer, also where there is one."""
    if by is not contact.asked_by or contact.accepted_at or contact.withdrawn_at or at >= contact.expires_at:
        return None
    if by is Side.JOBSEEKER and contact.ended:
        return None
    taken_back = replace(contact, withdrawn_at=at, waits_since=None)
    return taken_back if contact.ended else _over(taken_back, Act.WITHDRAW, by, at, None)


def said(contact: ContactRequest, by: Side, at: datetime) -> ContactRequest | None:
    """Give the contact after a message was passed on; None when it may not be."""
    if by not in _TALKERS or not may_pass(contact, at):
        return None
    return replace(contact, waits_since=None if by is Side.EMPLOYER else contact.waits_since or at)


def answer_due(contact: ContactRequest, opening: Opening, days: int) -> datetime | None:
    """Give until when the employer has to answer (`gemeente.employer_answer_days`); None when they need not."""
    return None if contact.waits_since is None else after_open_days(opening, contact.waits_since, days)


def is_silent(contact: ContactRequest, at: datetime, opening: Opening, days: int) -> bool:
    """Tell whether the employer let the person wait too long: then the chat closes it (`Why.EMPLOYER_SILENT`)."""
    due = answer_due(contact, opening, days)
    return due is not None and at >= due and phase_at(contact, at) in {Phase.ASKED, Phase.ACCEPTED}
