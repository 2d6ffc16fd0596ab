"""Invitations: what staff decide when they make one, and what a code or a token looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.person import Contact, Role, Support

if TYPE_CHECKING:
    from datetime import datetime

TOKEN_BYTES = 24
"""192 random bits in a token: 32 characters of `A-Za-z0-9_-`, which fits a Telegram start payload (at most 64)."""

CODE_DIGITS = 8
CODE_MINUTES = 15
"""How long a code for another device works."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}\Z")
_CODE = re.compile(rf"\d{{{CODE_DIGITS}}}\Z")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What staff decided about the person to invite.

    `name` is that of an employer or a werkmatcher; for a jobseeker there is none (V2, V4). A werkmatcher is known by
    it: a new link with the same name lets the same one in again. `lets_in`: makes new links for colleagues too.
    """

    role: Role
    expires_at: datetime
    support: Support = Support.SELF
    contact: Contact = Contact.DIRECT
    name: str | None = field(default=None, repr=False)
    lets_in: bool = False

    def __post_init__(self) -> None:
        """Refuse an employer or a werkmatcher without a name, a jobseeker with one, and a right that is not theirs."""
        if (self.name is None) != (self.role is Role.JOBSEEKER):
            raise ValueError("employers and werkmatchers have a name, jobseekers have none")
        if self.lets_in and self.role is not Role.WERKMATCHER:
            raise ValueError("only a werkmatcher lets colleagues in")


def is_token(words: str) -> bool:
    """Tell whether this can be a token at all, before anything is looked up."""
    return _TOKEN.match(words) is not None


def code_in(words: str) -> str | None:
    """Give the code in what somebody typed ("1234 5678", "code 12345678"), or None."""
    digits = re.sub(r"[\s.\-]|code", "", words.strip().lower())
    return digits if _CODE.match(digits) else None


def spaced(code: str) -> str:
    """Write a code so that it can be read aloud: "1234 5678"."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"
