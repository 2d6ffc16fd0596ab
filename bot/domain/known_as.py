"""People as employers know them: under another name for each, and what was shown and said under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.consent import Consent
    from bot.domain.contact import ContactRequest
    from bot.domain.disclosure import Grain

NOBODY = ""
"""Stands for the id of a person who erased everything."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody as one employer knows them. `handle` stands for them in that employer's chat and in no other.

    `grain`: how finely they were told, the coarsest of all lists. `is_blocked`: one of them wants no contact any more.
    """

    handle: str = field(repr=False)
    person_id: str = field(repr=False)
    employer_id: str = field(repr=False)
    name: str = field(repr=False)
    grain: Grain
    is_blocked: bool = False


@dataclass(frozen=True, slots=True)
class Disclosure:
    """That something of somebody was shown: `what` (`list`, or a piece of consent), to whom, about which vacancy.

    `parts`: of a list, the names of the lines that stood in it (`bot.dialogs.seen`), the fields of V4 among them.
    """

    what: str
    employer: str = field(repr=False)
    vacancy: str = field(repr=False)
    at: datetime
    parts: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class HeldContact:
    """A contact as it is kept: what becomes of it, the pseudonym, and what the person said yes and no to."""

    id: str = field(repr=False)
    contact: ContactRequest
    name: str = field(repr=False)
    consents: tuple[Consent, ...] = field(default=(), repr=False)
