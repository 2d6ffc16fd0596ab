"""Which of the five fields of V4 employers may read of somebody: each by a yes of its own (docs/decisions/032).

Rows are only ever added. What may be read follows from the last row of a field, from the profile that was agreed to and
from the gemeente's policy: `Shows` holds all three, and nothing else makes a line that an employer can get.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from bot.domain.consent import Answer
from bot.domain.profile import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.profile import Profile


class Field(StrEnum):
    """The five fields of V4, named as in the gemeente's policy."""

    STAND = "stand"
    SIT = "sit"
    BEND = "bend"
    LIFT = "lift"
    REGISTER = "register"


Line: TypeAlias = tuple[Field, bool]
"""A field with what the person answered: what an employer reads, or does not."""

OTHER_ANSWER = "ander-antwoord-1"
"""Names the text that tells somebody that their yes lapsed."""


@dataclass(frozen=True, slots=True)
class FieldConsent:
    """One answer to the question whether employers may read a field, at an (aware) moment.

    `version` names the text that was shown. It does not hold what the line said.
    """

    about: Field = field(repr=False)
    answer: Answer
    at: datetime
    version: str


def holds(rows: Sequence[FieldConsent], about: Field) -> bool:
    """Tell whether the last answer for a field is a yes."""
    last = next((row for row in reversed(rows) if row.about is about), None)
    return last is not None and last.answer is Answer.GIVEN


def lines_of(profile: Profile | None) -> tuple[Line, ...]:
    """Give the fields that somebody answered, in one order for everybody."""
    if profile is None:
        return ()
    can = dict(profile.ability)
    body = tuple((Field(name), can[name]) for name in ABILITIES if name in can)
    return body if profile.register is None else (*body, (Field.REGISTER, profile.register))


@dataclass(frozen=True, slots=True, repr=False)
class Shows:
    """What employers may read of somebody's five fields, with all that it follows from.

    `allowed`: the fields of which the gemeente's policy is `met_toestemming`.
    """

    profile: Profile | None
    rows: tuple[FieldConsent, ...]
    allowed: frozenset[Field]

    @property
    def known(self) -> tuple[Line, ...]:
        """Give the lines that somebody can choose to show."""
        return tuple(line for line in lines_of(self.profile) if line[0] in self.allowed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines that employers may read now."""
        return tuple(line for line in self.known if holds(self.rows, line[0]))

    @property
    def hidden(self) -> tuple[Line, ...]:
        """Give the lines that no employer reads, and that somebody can choose to show."""
        return tuple(line for line in self.known if line not in self.lines)

    def given(self, line: Line, at: datetime, version: str) -> FieldConsent:
        """Say yes to a line, as it is now: one that says something else, or may not be asked, cannot be given."""
        if line not in self.known:
            raise ValueError("only a line that is there can be shown")
        return FieldConsent(line[0], Answer.GIVEN, at, version)

    def agreed_anew(self, profile: Profile, at: datetime) -> Shows:
        """Agree to other answers: a yes outlives that only for a line that says the same before and after."""
        same = dict(set(lines_of(self.profile)) & set(lines_of(profile)))
        gone = (about for about in Field if about not in same and holds(self.rows, about))
        lapsed = (FieldConsent(about, Answer.WITHDRAWN, at, OTHER_ANSWER) for about in gone)
        return Shows(profile, (*self.rows, *lapsed), self.allowed)


def refused(about: Field, at: datetime, version: str) -> FieldConsent:
    """Say no."""
    return FieldConsent(about, Answer.REFUSED, at, version)


def withdrawn(rows: Sequence[FieldConsent], about: Field, at: datetime, version: str) -> FieldConsent | None:
    """Take a yes back, whatever the answer and the policy are now; None where there is none."""
    return FieldConsent(about, Answer.WITHDRAWN, at, version) if holds(rows, about) else None
