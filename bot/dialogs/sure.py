"""A guess is confirmed before it is kept: "Je bedoelt: 40 uur per week. Klopt dat?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.dialog import Dialog
from bot.dialogs.profile import PROFILE
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State

GUESSED = "sure"
"""The dialog's name. What it holds besides its own answer: the name of the question, and the value that was guessed."""


def doubting(state: State, question: Question, value: Any) -> State:
    """Give the state in which a guess for a question of the profile waits to be confirmed."""
    return state.opening(GUESSED).having(GUESSED, {"question": question.name, "value": value})


def _of(answers: Answers) -> tuple[Question, Any]:
    return PROFILE.by_name[answers["question"]], answers["value"]


def _guess(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    question, value = _of(answers)
    if question.says is None:
        raise ValueError("a guess for a question that says nothing back")
    return (_("Je bedoelt: {what}. Klopt dat?", what=question.says(value)),)


def _settled(state: State, _moment: Moment) -> Turn:
    guess = state.of(GUESSED)
    below = state.closing()
    if not guess["right"]:
        return Turn(below)
    question, value = _of(guess)
    return Turn(below.having(PROFILE.name, question.fold(below.of(PROFILE.name), question.name, value)))


SURE = Dialog(
    name=GUESSED,
    light=True,
    renews=True,
    questions=(
        confirm(
            "right",
            _guess,
            why=_("Ik weet niet zeker of ik je goed begrijp."),
            needed=True,
        ),
    ),
    done=_settled,
)
