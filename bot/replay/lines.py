"""The lines of a transcript: what happens, and what is expected. `docs/transcripts.md` tells how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import time, timedelta

    from bot.domain.event import Channel
    from bot.domain.person import Contact, Role, Support


class Link(Enum):
    """Which link somebody opens, and where."""

    OWN = auto()
    AGAIN = auto()
    ELSEWHERE = auto()
    UNKNOWN = auto()


class Standing(Enum):
    """What there is of somebody's profile."""

    ACTIVE = auto()
    HIDDEN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: its number in the file (from 1), and what stands there."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Line):
    """The story's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Line):
    """Words for whoever reads the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(Line):
    """Staff make an invitation, which works for `days` days."""

    person: str
    role: Role
    support: Support
    contact: Contact
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens(Line):
    """Somebody opens a link."""

    person: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins(Line):
    """An employer is invited, opens the link and says yes; nobody looks on."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brings(Line):
    """A werkmatcher brings somebody the vacancy of an employer."""

    person: str
    employer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksContact(Line):
    """An employer asks the first person in the list of their first vacancy for contact; nobody looks on.

    `yes`: and that person (`other`) says yes.
    """

    person: str
    other: str
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HasProfile(Line):
    """Somebody opens their link, tells all this in one sentence, skips the rest and says yes; nobody looks on.

    `push`: how often work may be sent, in words ("per week"). `cannot`: what they say they cannot do ("tillen").
    """

    person: str
    told: str
    push: str | None
    cannot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comes(Line):
    """Somebody comes without an invitation."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Says(Line):
    """Somebody says words, or (`edited`) changes the words said last."""

    person: str
    text: str
    edited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taps(Line):
    """Somebody taps the newest button with this label, or (`again`) the very button tapped last."""

    person: str
    label: str
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sends(Line):
    """Somebody sends something that is not words; `kind` is one of `bot.domain.event.Sent`."""

    person: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats(Line):
    """The channel delivers somebody's last event once more."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesOn(Line):
    """Somebody goes on on another device or channel, with the code shown last."""

    person: str
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes(Line):
    """Time passes."""

    span: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Becomes(Line):
    """It is now the first such day and time (in the Netherlands) that is not past; 0 is Monday."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Line):
    """A vacancy comes in: the work, where and how many hours, in words; `asks` among `bot.domain.profile.ABILITIES`."""

    title: str
    employer: str
    place: str
    hours: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferChanges(Line):
    """The vacancy of an employer closes (`hours` is None), or its hours change."""

    employer: str
    hours: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAsk(Line):
    """From now on the gemeente's policy lets the chat ask these of the five fields of V4, and no others."""

    fields: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk(Line):
    """A werkmatcher is invited, and signs in at the desk."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Line):
    """A werkmatcher does something (`claims passes brings hands_back closes`) with the conversation with `whom`.

    None: with the one they did something with last. `to`: the colleague who gets it, or whose vacancy it is.
    """

    person: str
    does: str
    whom: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies(Line):
    """A werkmatcher says something to somebody."""

    person: str
    whom: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hears(Line):
    """The bot says this to somebody. `buttons` is None where nobody minds; in it `…` stands for any further ones."""

    person: str
    text: str
    buttons: tuple[str, ...] | None
    file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Line):
    """An answer as it is kept now."""

    person: str
    question: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingKept(Line):
    """Nothing of somebody is in the database: no row, no word."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileIs(Line):
    """What there is of somebody's profile."""

    person: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverSaw(Line):
    """These words were never said to somebody so far."""

    person: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Line):
    """A vacancy as it stands: exactly one of somebody's is described so; None: they have none."""

    person: str
    vacancy: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks(Line):
    """The language in which somebody is spoken to (ISO 639-1)."""

    person: str
    language: str


Act: TypeAlias = (
    Invited
    | Joins
    | AsksContact
    | Brings
    | HasProfile
    | Opens
    | Comes
    | Says
    | Taps
    | Sends
    | Repeats
    | MovesOn
    | Passes
    | Becomes
    | MayAsk
    | AtDesk
    | Steps
    | Replies
    | Offered
    | OfferChanges
)
Check: TypeAlias = Kept | NothingKept | NeverSaw | ProfileIs | Placed | Speaks
