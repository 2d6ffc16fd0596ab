"""What a turn wants done: values that `bot/carrying_out.py` carries out, all in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.consent import Consent
    from bot.domain.contact import ContactRequest, Side
    from bot.domain.fields import FieldConsent
    from bot.domain.handoff import Request
    from bot.domain.known_as import Pair
    from bot.domain.message import GivenFile, Message
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Standing, Vacancy


@dataclass(frozen=True, slots=True)
class Say:
    """A message to whom the turn belongs to.

    `push`: nobody asked for it at this moment. It goes after the answers to others, and never at night.
    `from_id`: whose words are in it; when they erase everything, it is erased too.
    """

    message: Message
    push: bool = False
    from_id: str | None = field(default=None, repr=False)
    given: bool = False
    """It holds a name, a number or a file that is given for the time of a conversation (`ForgetGiven`)."""


@dataclass(frozen=True, slots=True)
class SpeakIn:
    """From now on this language (ISO 639-1), this turn's messages included."""

    language: str


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """The profile as it was read back and agreed to; it is matched by from now on."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class HideProfile:
    """No matching until the person wants it again."""


@dataclass(frozen=True, slots=True)
class ShowProfile:
    """Match again, with the profile agreed to before."""


@dataclass(frozen=True, slots=True)
class SaveVacancy:
    """A vacancy as it was read back and agreed to, in place of the one with its id."""

    vacancy: Vacancy = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetStanding:
    """Open, pause or close a vacancy of whose turn this is."""

    vacancy_id: str = field(repr=False)
    standing: Standing


@dataclass(frozen=True, slots=True)
class OfferCode:
    """Keep this code for a while: who types it on another device is this person."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Learn:
    """Keep a sentence to learn from: stripped of who it is about, shown to the person, and agreed to."""

    sentence: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TellKnown:
    """Tell everything that is known of the person, in plain words and as a file (V11)."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Remove every row of this person; then say goodbye without keeping that either (V2, V11)."""

    farewell: Message


@dataclass(frozen=True, slots=True)
class Plan:
    """Something that is to be an event of somebody (`bot.domain.event.Due`), now or at a later (aware) moment.

    Everything that happens by the clock, or to one person because of another, goes this way: it waits in the database
    until it is taken as a turn of its own, exactly once. `to`: whose event it is, None: of whose turn this is.
    `once`: there is at most one of this kind waiting for that person; a second one changes nothing. `stays`: it
    happens also when who caused it erases everything; its body holds nothing of them.
    """

    kind: str
    body: dict[str, Any] = field(default_factory=dict, repr=False)
    to: str | None = field(default=None, repr=False)
    at: datetime | None = None
    once: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class AskWerkmatcher:
    """Put somebody in the queue for a human, with what they let be seen."""

    request: Request


@dataclass(frozen=True, slots=True)
class TellWerkmatcher:
    """Pass words on to the werkmatcher, who is to answer by then. `is_urgent`: mark it, with or without words."""

    text: str | None = field(repr=False)
    edited: bool = False
    is_urgent: bool = False
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReturnHandoff:
    """Nobody answered in time: put it back in the queue with a mark. `answer_by`: the new promise, if any."""

    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class EndHandoff:
    """The person does not want the werkmatcher any more."""


@dataclass(frozen=True, slots=True)
class Showed:
    """These vacancies are being shown: each by its id and version. None of them comes by itself again."""

    vacancies: tuple[tuple[str, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class React:
    """What somebody says of a vacancy they were shown: `want not later ask`, and why not: `far work hours other`.

    `work`: the occupation (its URI) that they do not want to see again.
    """

    vacancy_id: str = field(repr=False)
    reaction: str = field(repr=False)
    why: str | None = field(default=None, repr=False)
    work: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Know:
    """As whom the employer whose turn it is knows these people from now on."""

    people: tuple[Pair, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Disclose:
    """Something of these people (their ids) is shown to an employer now.

    `what`: `list`, `message`, or a piece of consent. `employer`, `vacancy`: what people call them.
    `parts`: the names of the lines of a list that are shown.
    """

    people: tuple[str, ...] = field(repr=False)
    what: str
    employer: str = field(repr=False)
    vacancy: str = field(repr=False)
    parts: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class BeginContact:
    """A new contact, under a new id. Where there is one already for this person and vacancy, nothing changes."""

    id: str = field(repr=False)
    contact: ContactRequest
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeepContact:
    """What became of a contact."""

    id: str = field(repr=False)
    contact: ContactRequest


@dataclass(frozen=True, slots=True)
class KeepConsent:
    """What the person of a contact said to the question for a piece: rows that are only added."""

    id: str = field(repr=False)
    person_id: str = field(repr=False)
    rows: tuple[Consent, ...]


@dataclass(frozen=True, slots=True)
class KeepFieldConsent:
    """What whose turn it is said to the question whether employers may read a field of V4: a row that is only added."""

    row: FieldConsent


@dataclass(frozen=True, slots=True)
class KeepFile:
    """Keep a file for the contact with this id, in place of the one before; nobody gets it without a yes for it."""

    contact_id: str = field(repr=False)
    file: GivenFile
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForgetFile:
    """Erase the file of the contact with this id, if there is no yes for it."""

    contact_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForgetGiven:
    """Take the names, numbers and files that this person gave out of the chat of whose turn this is."""

    from_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeepSurvey:
    """An answer to the survey, to be kept without anything that tells whose it is."""

    question: str = field(repr=False)
    answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BlockContact:
    """Let these two have no contact any more: because of one of them."""

    person_id: str = field(repr=False)
    employer_id: str = field(repr=False)
    by: Side


Effect: TypeAlias = (
    Say
    | SpeakIn
    | SaveProfile
    | HideProfile
    | ShowProfile
    | SaveVacancy
    | SetStanding
    | OfferCode
    | Learn
    | TellKnown
    | Plan
    | AskWerkmatcher
    | TellWerkmatcher
    | ReturnHandoff
    | EndHandoff
    | Showed
    | React
    | Know
    | Disclose
    | BeginContact
    | KeepContact
    | KeepConsent
    | KeepFieldConsent
    | KeepFile
    | ForgetFile
    | BlockContact
    | ForgetGiven
    | KeepSurvey
    | Erase
)
