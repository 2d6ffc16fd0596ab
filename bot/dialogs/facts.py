"""What a turn can look up besides the conversation and the moment: read from the same transaction, when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.consent import Consent
    from bot.domain.contact import ContactRequest
    from bot.domain.disclosure import SeenByEmployer
    from bot.domain.fields import Shows
    from bot.domain.handoff import Queue, Read, Standing
    from bot.domain.known_as import Disclosure, Pair
    from bot.domain.matching import Fit
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy


@dataclass(frozen=True, slots=True)
class Fitting:
    """A vacancy, and how it fits whom the turn belongs to; None: it does not, or not any more."""

    vacancy: Vacancy = field(repr=False)
    fit: Fit | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Looked:
    """Which vacancies are looked for: a page (from 0) of at most so many.

    `new`: only those that were not shown before, or changed since. `heavy`: also those that ask what the person said
    they cannot do, because they want to see these too.
    """

    most: int
    page: int = 0
    new: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class ShownSoFar:
    """What somebody was shown so far: how many vacancies today, and how many in a row without a word from them."""

    today: int
    unanswered: int
    last: str | None = field(default=None, repr=False)
    """The id of the vacancy that came last, when nothing was said of it."""
    lately: tuple[str, ...] = field(default=(), repr=False)
    """The ids of the few that came in the last day and were not refused, the newest first."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in an employer's list: as whom they are known, and what is seen of them."""

    pair: Pair = field(repr=False)
    seen: SeenByEmployer = field(repr=False)


@dataclass(frozen=True, slots=True)
class People:
    """How many people a vacancy fits, and a page of them."""

    count: int
    page: tuple[Listed, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact with all that is needed to speak of it; `name` is what the employer calls the person."""

    id: str = field(repr=False)
    contact: ContactRequest
    name: str = field(repr=False)
    vacancy: Vacancy = field(repr=False)
    consents: tuple[Consent, ...] = field(default=(), repr=False)


class Facts(Protocol):
    """What is known about others and about things: given to a turn, as its clock is. Reading changes nothing.

    Each part of the product that needs to look something up adds a method here, and its answer in `bot/facts.py`.
    """

    def handoff(self, after: int) -> Standing | None:
        """Give how the person's newest handoff stands, with what the desk did after the line of this number."""

    def read_by(self) -> Sequence[Read]:
        """Give which werkmatchers read what whose turn it is said in a handoff, the oldest first."""

    def queue(self) -> Queue:
        """Give how long the queue for a human is, and how long the last people waited."""

    def fitting(self, profile: Profile, looked: Looked) -> tuple[Fitting, ...]:
        """Give open vacancies that fit, best first: never what the person refused, nor more of work they refused."""

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        """Give a vacancy, whatever its standing; None when there is none (any more)."""

    def shown(self) -> ShownSoFar:
        """Tell what was shown so far."""

    def vacancies_placed(self) -> Sequence[Vacancy]:
        """Give what whose turn it is placed, whatever its standing, by title."""

    def people(self, vacancy: Vacancy, page: int, most: int) -> People:
        """Give the people whom a vacancy of whose turn it is fits, as its employer may see them now."""

    def seen_of(self, person_id: str, vacancy: Vacancy) -> Listed | None:
        """Give what the employer of a vacancy would see of somebody; None without a profile, or without an employer."""

    def shows(self) -> Shows:
        """Give which of the five fields of V4 whose turn it is shows to employers."""

    def pair(self, handle: str) -> Pair | None:
        """Give whom a handle stands for in the chat of whose turn it is; None when they are gone."""

    def reaches(self, person_id: str) -> bool:
        """Tell whether somebody can be asked for contact now: neither hidden nor paused."""

    def contacts(self) -> Sequence[Talk]:
        """Give all contacts of whose turn it is, the oldest first."""

    def contact(self, contact_id: str) -> Talk | None:
        """Give one contact of whose turn it is, to change it."""

    def has_file(self, contact_id: str, file_id: str) -> bool:
        """Tell whether this is the file that is kept for a contact."""

    def is_reachable(self) -> bool:
        """Tell whether whose turn it is gets messages: false after they blocked the bot on their channel."""

    def disclosures(self) -> Sequence[Disclosure]:
        """Give all that was shown of whose turn it is, the oldest first."""
