"""What can leak from a message to the other side, and under what it may pass. All of it is data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.domain.person import Role


class Kind(StrEnum):
    """What was noticed. Those that begin with `asks` are questions that an employer may not ask."""

    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    LINK = "link"
    HANDLE = "handle"
    ADDRESS = "address"
    HEALTH = "health"
    ASKS_HEALTH = "asks_health"
    ASKS_FAMILY = "asks_family"
    ASKS_RELIGION = "asks_religion"
    ASKS_ORIGIN = "asks_origin"
    ASKS_AGE = "asks_age"
    ASKS_SEX = "asks_sex"
    ASKS_PAST = "asks_past"
    ASKS_POLITICS = "asks_politics"


class Passes(StrEnum):
    """Under what a message with it may go on."""

    WITH_CONSENT = "with_consent"
    """The sender sees it and says "send anyway": a consent."""
    HELD = "held"
    """Not as it is: the law does not let this side ask it. The sender writes it differently."""
    NEVER = "never"


class Choice(StrEnum):
    """What a sender can do with a message in which something was noticed."""

    SEND = "send"
    LEAVE_OUT = "leave_out"
    CHANGE = "change"


PASSES: Mapping[Kind, Passes] = {
    **dict.fromkeys(Kind, Passes.WITH_CONSENT),
    **{kind: Passes.HELD for kind in Kind if kind.startswith("asks")},
    Kind.BSN: Passes.NEVER,
}


@dataclass(frozen=True, slots=True)
class Leak:
    """Something noticed: code points `start` to `end` of the text. It holds no words."""

    kind: Kind
    start: int
    end: int
    by: Role


def choices(leaks: Collection[Leak]) -> tuple[Choice, ...]:
    """Give what the sender can choose: sending it anyway only when all of it may pass with a consent."""
    may_pass = all(PASSES[leak.kind] is Passes.WITH_CONSENT for leak in leaks)
    return (Choice.SEND, Choice.LEAVE_OUT, Choice.CHANGE) if may_pass else (Choice.LEAVE_OUT, Choice.CHANGE)
