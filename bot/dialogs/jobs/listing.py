"""Several vacancies in short, to choose from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.dialog import Dialog
from bot.dialogs.jobs.card import how_many, in_short
from bot.dialogs.jobs.react import open_one, show
from bot.dialogs.question import ask
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Showed
from bot.domain.message import Button
from bot.nlu.asked import ASKED
from bot.text import _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogs.facts import Fitting
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.vacancy import Vacancy
    from bot.text import Text

ON_A_PAGE = 3
"""How many vacancies come at once, and at most in a day by themselves."""

_LONGEST_LABEL = 40


def buttons(answers: Answers) -> tuple[Button, ...]:
    """Make a button for each vacancy, one for more of them, and one for later."""
    named = zip(answers["ids"], answers["titles"], strict=True)
    each = [Button(verbatim(_label(at, title)), f"job:{held}=see") for at, (held, title) in enumerate(named, 1)]
    more = (
        (Button(_("Laat meer banen zien"), f"jobs:{answers['page'] + 1}={'heavy' if answers['heavy'] else 'page'}"),)
        if answers["more"]
        else ()
    )
    return (*each, *more, Button(_("Later"), "jobs:0=later"))


def _label(number: int, title: str) -> str:
    words = f"{number}. {title}"
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1].rstrip()}…"


_ONE_OF_THEM = 0
"""The number for who wants one of them, and does not say which: never one that we choose."""


WHICH = ask(
    "jobs.which",
    _("Welke wil je zien?"),
    reads=ASKED["jobs.which"],
    buttons=buttons,
    no=None,
    means={"pause": None, "not_interested": None, "interested": _ONE_OF_THEM},
    why=_("Dan vertel ik je meer over die baan."),
    again=_("Tik op een baan. Of schrijf het nummer, bijvoorbeeld: 1."),
)


def _chosen(state: State, moment: Moment) -> Turn:
    answers = state.of("jobs")
    below, number = state.closing(), answers["jobs.which"]
    if number is None:
        return put_off(below)
    if not 1 <= number <= len(answers["ids"]):
        wrong = (_("Dat nummer is er niet."),) if number != _ONE_OF_THEM else ()
        again = say(*wrong, *WHICH.text(answers, moment), buttons=buttons(answers))
        return Turn(
            state.having("jobs", {name: held for name, held in answers.items() if name != WHICH.name}),
            (again,),
            rests=True,
        )
    return open_one(below, moment, answers["ids"][number - 1], tuple(answers["ids"]))


def put_off(state: State) -> Turn:
    """Leave the vacancies for later."""
    return Turn(state, (say(_("Dat is goed. Schrijf: laat banen zien, dan zie je ze weer.")),), rests=True)


JOBS = Dialog(name="jobs", light=True, questions=(WHICH,), done=_chosen)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of vacancies, counted from 0; `more`: there is a next one. `heavy`: as in `Looked`."""

    found: tuple[Fitting, ...] = field(repr=False)
    number: int = 0
    more: bool = False
    heavy: bool = False


def listed(state: State, moment: Moment, page: Page, *, push: bool = False) -> Turn:
    """Show one vacancy on a card, or several in short to choose from."""
    held = [each.vacancy for each in page.found]
    if len(held) == 1 and page.number == 0 and not page.more:
        return show(state, moment, page.found[0], push=push)
    asking = replace(choosing(state, page), misunderstood=0)
    answers = asking.of("jobs")
    heading = _("Deze banen heb ik ook.") if page.number else how_many(len(held))
    told = say(heading, table(held), *WHICH.text(answers, moment), buttons=buttons(answers), push=push)
    return Turn(asking, (Showed(tuple((each.id, each.version) for each in held)), told), rests=True)


def choosing(state: State, page: Page) -> State:
    """Let somebody choose from a page."""
    answers: dict[str, Any] = {
        "ids": [each.vacancy.id for each in page.found],
        "titles": [each.vacancy.title for each in page.found],
        "page": page.number,
        "more": page.more,
        "heavy": page.heavy,
    }
    return state.settled().opening("jobs").having("jobs", answers)


def table(held: Iterable[Vacancy]) -> Text:
    """Write vacancies in short, with the numbers by which they are chosen."""
    return lines(*(in_short(at, each) for at, each in enumerate(held, 1)))
