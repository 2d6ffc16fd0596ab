"""The profile read back, in two parts: what an employer can see, and what only the chat knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.questions_place import PLACE, TRAVEL
from bot.dialogs.questions_push import PUSH
from bot.dialogs.questions_self import ABILITY_QUESTIONS, LANGUAGE, LICENCE
from bot.dialogs.questions_week import DAYS, HOURS, START
from bot.dialogs.questions_work import EXPERIENCE, FIRST_NAME, WISHES
from bot.dialogs.seen import field_line
from bot.domain.fields import Field
from bot.domain.person import Contact
from bot.domain.profile import week_of
from bot.text import Text, _, from_data, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers
    from bot.domain.fields import Line

SHOWN = (WISHES, EXPERIENCE, HOURS, DAYS, LANGUAGE, LICENCE)
"""The lines an employer can see; of the languages only Dutch, and of the travel about how long it takes."""

KEPT = (FIRST_NAME, PLACE, TRAVEL, START, PUSH, *ABILITY_QUESTIONS)
"""The lines that only the chat knows, but for those of the five fields of V4 that somebody chose to show."""

FIELD_OF = {question.name: Field(question.name.removeprefix("ability.")) for question in ABILITY_QUESTIONS}
"""Which of the five fields of V4 a question asks."""

LINES = (WISHES, HOURS, DAYS, PLACE, TRAVEL, EXPERIENCE, LANGUAGE, LICENCE, START, PUSH, FIRST_NAME, *ABILITY_QUESTIONS)
"""Every line of a profile, those that are changed most often first."""

SKIPPED = _("overgeslagen")
TRAVEL_TIME = _("• Reistijd: ongeveer, niet precies")


_IN_A_LINE: Mapping[str, Callable[[Any], Text]] = {
    "wishes": lambda value: _("{wishes}", wishes=tuple(from_data(wish["label"]) for wish in value)),
    "experience": in_words.years_of,
    "licence": in_words.licence_codes,
    "start": lambda value: _("{day}", day=date.fromisoformat(value)),
    **{question.name: in_words.yes_no for question in ABILITY_QUESTIONS},
}
"""Where a line says it shorter than an answer is said back: its label says the rest."""


def value_in_words(question: Question, value: Any) -> Text:
    """Say an answer as a line of the profile."""
    if value is None:
        return SKIPPED
    words = _IN_A_LINE.get(question.name)
    if words:
        return words(value)
    if question.says is None:
        raise ValueError("a line of the profile that has no words")
    return question.says(value)


def line(question: Question, value: Any) -> Text:
    """Write one line."""
    if question.label is None:
        raise ValueError("a line of the profile that has no label")
    return _("• {label}: {value}", label=question.label, value=value_in_words(question, value))


def readback(answers: Answers, moment: Moment, *, is_agreed: bool = False) -> tuple[tuple[Text, ...], ...]:
    """Give the two parts, each a message, what employers can see last; for whom they never see, all in one."""
    seen, known = employer_lines(answers, moment), chat_lines(answers, moment)
    if moment.person.contact is Contact.WERKMATCHER:
        return ((_("Werkgevers zien dit niet. Een werkmatcher ook niet:"), lines(*seen, *known)),)
    first = _("Dit kan een werkgever zien:") if is_agreed else _("Zeg je ja? Dan kan een werkgever dit zien:")
    travel = (TRAVEL_TIME,) if "place" in answers else ()
    parts = ((_("Dit weet alleen de chat:"), known), (first, [*seen, *travel]))
    return tuple((heading, lines(*held)) for heading, held in parts if held)


def employer_lines(answers: Answers, moment: Moment) -> list[Text]:
    """Give the lines that an employer can see as they were answered."""
    return [*seen_lines(seen_in(answers)), *map(field_line, _fields_shown(answers, moment))]


def seen_in(answers: Answers) -> dict[str, Any]:
    """Give the answers that an employer can see, as far as an employer sees them."""
    held = {**answers, "language": _dutch(answers, is_dutch=True), "experience": years_in(answers)}
    if answers.get("days") is None:
        held["days"] = week_of(answers) or None  # who skipped the days may have told the parts of the day
    return {question.name: held[question.name] for question in SHOWN if held.get(question.name) is not None}


def years_in(answers: Answers) -> dict[str, Any] | None:
    """Give the years that somebody worked, with the work that they are of where more than one is wished: the first."""
    held, wishes = answers.get("experience"), answers.get("wishes") or []
    return {**held, "as": wishes[0]} if held and len(wishes) > 1 else held


def seen_lines(seen: Mapping[str, Any]) -> list[Text]:
    """Write the lines of answers that an employer can see; None is one that is not there any more."""
    return [line(question, seen[question.name]) for question in SHOWN if question.name in seen]


def value_lines(held: Mapping[str, Any]) -> list[Text]:
    """Write the lines of these answers, whoever sees them; None is one that is not there."""
    return [line(question, held[question.name]) for question in LINES if question.name in held]


def chat_lines(answers: Answers, moment: Moment) -> list[Text]:
    """Give the lines that nobody but the chat knows."""
    shown = {about for about, _can in _fields_shown(answers, moment)}
    kept = [question for question in KEPT if question.name in answers and FIELD_OF.get(question.name) not in shown]
    known = [line(question, answers[question.name]) for question in kept]
    others = _dutch(answers, is_dutch=False)
    return [*known, _("• Andere talen: {languages}", languages=in_words.language(others))] if others else known


def _fields_shown(answers: Answers, moment: Moment) -> list[Line]:
    """Give the lines of V4 that somebody shows, as far as these answers still say the same."""
    asked = {about: name for name, about in FIELD_OF.items()}
    return [(about, can) for about, can in moment.facts.shows().lines if answers.get(asked[about]) is can]


def _dutch(answers: Answers, *, is_dutch: bool) -> list[Any] | None:
    held = [language for language in answers.get("language") or [] if (language["code"] == "nl") is is_dutch]
    return held or None
