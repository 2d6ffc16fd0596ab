"""A vacancy read back, line by line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.employer.draft import last_day
from bot.dialogs.employer.questions_demands import ABOUT, ASKS, DUTCH, GUIDANCE, LICENCE
from bot.dialogs.employer.questions_job import DAYS, HOURS, PLACE, TITLE, WORK
from bot.dialogs.employer.questions_offer import CONTRACT, PAY, PLACES, START, UNTIL
from bot.domain.vacancy import Standing
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers
    from bot.domain.vacancy import Vacancy

SHOWN = (WORK, PLACE, HOURS, DAYS, CONTRACT, PAY, START, LICENCE, DUTCH, ASKS, GUIDANCE, PLACES, UNTIL, ABOUT)
"""The lines of a vacancy in the order in which they are read back; its name goes before them."""

LINES = (HOURS, PAY, PLACE, WORK, UNTIL, DAYS, START, PLACES, CONTRACT, TITLE, DUTCH, LICENCE, ASKS, GUIDANCE, ABOUT)
"""The lines, those that are changed most often first."""

_IN_A_LINE: Mapping[str, Callable[[Any], Text]] = {
    "start": lambda value: _("{day}", day=date.fromisoformat(value)),
    "licence": in_words.licence_codes,
    "guidance": in_words.yes_no,
    "dutch": in_words.dutch_needed,
    "until": lambda value: _("{day:year}", day=date.fromisoformat(value)),
    "about": verbatim,
}
"""Where a line says it shorter than an answer is said back."""

STANDINGS = {
    Standing.OPEN: _("staat open"),
    Standing.PAUSED: _("op pauze"),
    Standing.CLOSED: _("gesloten"),
}


def vacancy_lines(answers: Answers, moment: Moment, *, assumed: bool = True) -> list[Text]:
    """Give the lines of what was said; what was skipped has none, but for the last day, which can be `assumed`."""
    held = {**answers, "until": last_day(answers, moment)} if assumed else answers
    shown = [_line(question, held[question.name]) for question in SHOWN if held.get(question.name) is not None]
    return [_line(TITLE, answers["title"]), *shown] if _named(answers) else shown


def _named(answers: Answers) -> bool:
    """Tell whether the vacancy is called otherwise than its occupation."""
    work, title = answers.get("work"), answers.get("title")
    return bool(work and title and title.casefold() != work["label"].casefold())


def _line(question: Question, value: Any) -> Text:
    says = _IN_A_LINE.get(question.name) or question.says
    if says is None or question.label is None:
        raise ValueError("a line of a vacancy that has no words")
    return _("• {label}: {value}", label=question.label, value=says(value))


def readback(answers: Answers, moment: Moment) -> tuple[tuple[Text, ...], ...]:
    """Give the message that is read before the clear yes."""
    return ((_("Dit zien mensen van je baan:"), lines(*vacancy_lines(answers, moment))),)


def called(vacancy: Vacancy) -> Text:
    """Name a vacancy as its employer knows it."""
    return _("{title} in {place}", title=verbatim(vacancy.title), place=verbatim(vacancy.place.name))
