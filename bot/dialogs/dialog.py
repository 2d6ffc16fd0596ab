"""Dialogs as data: questions in order, and what follows when none is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.dialogs.question import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State
    from bot.dialogs.turn import Turn
    from bot.domain.message import Button
    from bot.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog:
    """Questions in order. The next question is the first that applies and has no answer.

    - light: it gives way to the dialog below it when something else is said; `left` is what is said then
    - renews: what lies below is told once more when it is done, opening and all
    - form: the dialog (itself, or another) whose questions any sentence may answer while this one is open
    - agreed: the question whose yes is for these answers; `reopened` gives them without it, when one of them changes
    - rest, menu, more, rarely: where nothing is asked: what is said, what can be done, and what else
    - pausing: what is said and can be done there instead, while somebody who would be searched for pauses
    """

    name: str
    questions: tuple[Question, ...]
    done: Callable[[State, Moment], Turn]
    opening: Callable[[State, Moment], tuple[Text, ...]] | None = None
    light: bool = False
    left: tuple[Text, ...] = ()
    renews: bool = False
    form: str | None = None
    agreed: str | None = None
    reopens: Callable[[Answers], dict[str, Any]] | None = None
    rest: tuple[Text, ...] = ()
    menu: tuple[Button, ...] = ()
    pausing: tuple[tuple[Text, ...], tuple[Button, ...]] | None = None
    more: tuple[Button, ...] = ()
    rarely: tuple[Button, ...] = ()
    by_name: Mapping[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        """Index the questions by name."""
        object.__setattr__(self, "by_name", {question.name: question for question in self.questions})

    def reopened(self, answers: Answers) -> dict[str, Any]:
        """Give the answers without the yes, as one of them is to change; `reopens` is how, where it is more."""
        return self.reopens(answers) if self.reopens else forget(answers, self.agreed or "")

    def open_question(self, answers: Answers, moment: Moment) -> Question | None:
        """Give the question that is open now."""
        for question in self.questions:
            if question.name not in answers and question.when(answers, moment):
                return question
        return None
