"""What a turn can look up besides the conversation and the moment: read from the same transaction, when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.matching import Fit
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy


@dataclass(frozen=True, slots=True)
class Fitting:
    """A vacancy, and how it fits whom the turn belongs to; None: it does not, or not any more."""

    vacancy: Vacancy = field(repr=False)
    fit: Fit | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody was shown so far: how many vacancies today, and how many in a row without a word from them."""

    today: int
    unanswered: int
    last: str | None = field(default=None, repr=False)
    """The id of the vacancy that came last, when nothing was said of it."""


class Facts(Protocol):
    """What is known about others and about things: given to a turn, as its clock is. Reading changes nothing.

    Each part of the product that needs to look something up adds a method here, and its answer in `bot/facts.py`.
    """

    def fitting(self, profile: Profile, *, most: int, page: int = 0, new: bool = True) -> tuple[Fitting, ...]:
        """Give open vacancies that fit, best first; `new`: only what was not shown before, or changed since.

        Never what the person said no to, nor more of the work they said no to.
        """

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        """Give a vacancy, whatever its standing; None when there is none (any more)."""

    def shown(self) -> Shown:
        """Tell what was shown so far."""
