"""A human steps in: what somebody asks, what the desk sees of it, what a werkmatcher does, and the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from datetime import datetime


class Kind(StrEnum):
    """What a line of a handoff is: words, or what became of it."""

    SAID = "said"
    CORRECTED = "corrected"
    REPLIED = "replied"
    CLAIMED = "claimed"
    PASSED_ON = "passed_on"
    URGENT = "urgent"
    LATE = "late"
    HANDED_BACK = "handed_back"
    CLOSED = "closed"


BY_THE_PERSON = frozenset({Kind.SAID, Kind.CORRECTED, Kind.URGENT})
"""The lines that came from the person; all others are the desk's."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a handoff. `by` is the werkmatcher who did it; None: the person, or the clock.

    `in_team`: it was typed in the team's group on Telegram, and stands there already.
    """

    number: int
    kind: Kind
    by: str | None = field(repr=False)
    text: str | None = field(repr=False)
    at: datetime
    in_team: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks: only what they allowed the werkmatcher to see (V3).

    `name`: the first name, or what an employer is called, where that may be seen. `shown`: what they let see of the
    conversation. `answer_by`: when they were promised to hear something, at the latest.
    """

    name: str | None = field(repr=False)
    about: Text | None = field(repr=False)
    shown: tuple[Text, ...] = field(repr=False)
    answer_by: datetime
    is_urgent: bool = False
    is_employer: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """All that the desk sees of somebody who asked for a human, besides the lines since then (V3).

    `taken_by` and `werkmatcher`: the id and the name of who has it, None: it waits. `is_late`: a promise to the person
    was not kept. `is_urgent`: it began, or went on, with words of despair or violence.
    """

    id: str
    name: str | None = field(repr=False)
    about: Text | None = field(repr=False)
    shown: tuple[Text, ...] = field(repr=False)
    since: datetime
    is_urgent: bool
    is_late: bool
    is_employer: bool
    taken_by: str | None
    werkmatcher: str | None = field(repr=False)
    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a handoff stands for the person who asked: its lines that they did not hear yet, the oldest first.

    `ahead`: how many wait before them. `answer_by`: by when something was promised, None: nothing is.
    """

    is_open: bool
    lines: tuple[Line, ...] = field(repr=False)
    ahead: int = 0
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """How long the queue is, and how many minutes the last people waited in opening hours, the newest first."""

    waiting: int
    waits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """A handoff that is over, as the desk knows it: when, and which werkmatcher ended it; None: it just ended (V2)."""

    handoff: str
    at: datetime
    by: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Read:
    """That a werkmatcher (by name) had what somebody said in a handoff before them, from then on."""

    by: str = field(repr=False)
    at: datetime = field(repr=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A werkmatcher takes a handoff that waits."""

    handoff: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A werkmatcher says something. `beside`: it may be said by a colleague too; where nobody has it, it is claimed."""

    handoff: str
    text: str = field(repr=False)
    beside: bool = False


@dataclass(frozen=True, slots=True)
class PassOn:
    """A werkmatcher gives a handoff to a colleague, by their id."""

    handoff: str
    to: str


@dataclass(frozen=True, slots=True)
class Bring:
    """A werkmatcher brings a vacancy, by its id: the person is asked about it once the conversation is over."""

    handoff: str
    vacancy: str


@dataclass(frozen=True, slots=True)
class HandBack:
    """A werkmatcher gives the conversation back to the chat, which goes on where it was."""

    handoff: str


@dataclass(frozen=True, slots=True)
class Close:
    """A werkmatcher ends the conversation: what was asked is answered."""

    handoff: str


Act: TypeAlias = Claim | Reply | PassOn | Bring | HandBack | Close

NEWS = "handoff"
"""The kind of what is due when a person has something to hear about their handoff."""

LATE = "handoff_late"
"""The kind of what is due when somebody should have answered by then."""

LONGEST_REPLY = 4000
"""How many characters a werkmatcher can say at once: what fits one message of any channel."""

GONE = _(
    # staff: a werkmatcher reads this
    "Het gesprek is gestopt."
)
NOT_YOURS = _(
    # staff: a werkmatcher reads this
    "Neem het gesprek eerst. Dan kun je iets doen."
)
NOBODY_THERE = _(
    # staff: a werkmatcher reads this
    "Deze collega is er niet meer. Kies een ander."
)
NO_WORDS = _(
    # staff: a werkmatcher reads this
    "Typ eerst een bericht."
)
TOO_LONG = _(
    # staff: a werkmatcher reads this
    "Dat is te lang. Schrijf het in een paar zinnen."
)


def refusal(act: Act, card: Card | None, by: str) -> Text | None:
    """Say why a werkmatcher (by their id) cannot do this; None: they can."""
    if card is None:
        return GONE
    mine = card.taken_by == by
    if isinstance(act, Reply):
        if not act.text.strip():
            return NO_WORDS
        if len(act.text) > LONGEST_REPLY:
            return TOO_LONG
        mine = mine or act.beside
    if isinstance(act, Claim):
        mine = mine or card.taken_by is None
    if mine:
        return None
    return _taken(card.werkmatcher) if card.werkmatcher else NOT_YOURS


def _taken(name: str) -> Text:
    # staff: a werkmatcher reads this
    return _("{name} heeft dit gesprek.", name=verbatim(name))


WAIT_MINUTES = 15
"""What is promised when nobody waited lately, and at least: to be answered within so many minutes of opening time."""

ANSWER_MINUTES = 15
"""Within so many minutes of opening time a werkmatcher answers who wrote to them."""

_STEP = 5
_LONGEST_PROMISE = 240


def promised_minutes(queue: Queue) -> int:
    """Give the minutes of opening time within which somebody who asks now will hear something: rounded up, honest.

    It is what the last people waited (the slowest but one in ten), and more when more wait.
    """
    waits = sorted(queue.waits)
    usual = waits[(len(waits) - 1) * 9 // 10] if waits else WAIT_MINUTES
    rounded = -(-max(usual, WAIT_MINUTES) // _STEP) * _STEP
    return min(rounded + _STEP * queue.waiting, _LONGEST_PROMISE)
