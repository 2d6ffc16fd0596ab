"""What a gemeente decides (gemeente.toml), and how its colour is written on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.fields import Field

if TYPE_CHECKING:
    from bot.domain.opening import Opening

WHITE = "#ffffff"
BLACK = "#000000"
AA = 4.5
"""The contrast that normal text needs (WCAG 2.2, 1.4.3)."""


class Policy(StrEnum):
    """Whether one of the five fields of V4 may be asked."""

    NEVER = "niet"
    WITH_CONSENT = "met_toestemming"


@dataclass(frozen=True, slots=True)
class Reach:
    """How a resident reaches a human; `address` is one line, `website` a link."""

    phone: str
    email: str
    address: str
    website: str


@dataclass(frozen=True, slots=True)
class Look:
    """The gemeente's colour (`#rrggbb`) and the path of its logo, if it has one."""

    colour: str
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """The lesson at the office: where and when, in simple Dutch."""

    where: str
    when: str


@dataclass(frozen=True, slots=True)
class Asks:
    """Which of the five fields of V4 are asked at all."""

    stand: Policy
    sit: Policy
    bend: Policy
    lift: Policy
    register: Policy

    @property
    def allowed(self) -> frozenset[Field]:
        """Give the fields that may be asked, and shown by a yes."""
        return frozenset(each for each in Field if getattr(self, each.value) is Policy.WITH_CONSENT)


@dataclass(frozen=True, slots=True)
class TravelDefault:
    """What we take when somebody skips the question: minutes one way, and by `bike ov car walk moped`."""

    minutes: int
    by: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """About personal data (GDPR, article 13): the data protection officer's e-mail address, and a link to read more."""

    officer: str
    statement: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Days that things are kept.

    An idle conversation, a handoff that is over, ids of events, sentences to learn from, the record of the desk.
    """

    conversation: int
    handoff: int
    events: int
    sentences: int
    desk: int = 365


@dataclass(frozen=True, slots=True)
class Gemeente:
    """One gemeente's decisions. `after_no` are its options for who does not take part, in simple Dutch."""

    name: str
    contact: Reach
    look: Look
    workshop: Workshop
    opening: Opening
    after_no: tuple[str, ...]
    asks: Asks
    travel: TravelDefault
    privacy: Privacy
    keep: Keep
    employer_answer_days: int
    telegram_group: int | None = None


def ink_for(colour: str) -> str:
    """Give white or black, whichever can be read on `colour` with AA contrast.

    White where it is enough. Black is always enough elsewhere: the two contrasts multiply to 21, and 21 / 4.5 > 4.5.
    """
    return WHITE if contrast(colour, WHITE) >= AA else BLACK


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance, 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    low = 0.04045
    return part / 12.92 if part <= low else ((part + 0.055) / 1.055) ** 2.4
