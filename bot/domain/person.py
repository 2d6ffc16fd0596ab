"""Who takes part."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody comes here for."""

    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    WERKMATCHER = "werkmatcher"


class Support(StrEnum):
    """How somebody looks for work: alone, or with a werkmatcher beside them."""

    SELF = "zelfstandig"
    GUIDED = "begeleid"


class Contact(StrEnum):
    """How a vacancy reaches somebody (V7): directly, or only through a werkmatcher."""

    DIRECT = "direct"
    WERKMATCHER = "via-werkmatcher"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who opened an invitation. `id`: 32 random hexadecimal digits that mean nothing outside the database.

    `name` is what others call an employer or a werkmatcher; a jobseeker has none here (V4).
    """

    id: str
    role: Role = Role.JOBSEEKER
    language: str = "nl"
    support: Support = Support.SELF
    contact: Contact = Contact.DIRECT
    name: str | None = field(default=None, repr=False)
