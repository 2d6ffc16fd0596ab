"""What need not be kept any longer goes, by the gemeente's own terms (gemeente.toml, keep)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.opening import AMSTERDAM

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.gemeente import Keep
    from storage.unit import Unit

_UNDECIDED = timedelta(days=1)
"""A file that somebody sent and did not say yes to is kept so long."""


def tidy(unit: Unit, now: datetime, keep: Keep) -> None:
    """Forget old ids and what expired, erase everybody who was silent for too long, close what is over."""
    unit.conversations.erase_idle(now - timedelta(days=keep.conversation))
    unit.handoffs.forget(now - timedelta(days=keep.handoff))
    unit.handoffs.forget_acts(now - timedelta(days=keep.desk))
    unit.files.forget_left(now - _UNDECIDED)
    unit.events.forget(now - timedelta(days=keep.events))
    unit.lessons.forget(now.astimezone(AMSTERDAM).date() - timedelta(days=keep.sentences))
    unit.invitations.forget_expired(now)
    unit.invitations.reseal()
    unit.sessions.forget_expired(now)
    unit.vacancies.expire(now.astimezone(AMSTERDAM).date())
