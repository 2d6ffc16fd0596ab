"""What a tap means: a command, an answer, or, under an older message, the wish to change one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.answering import SAID_BEFORE, choose, offer
from bot.dialogs.asking import GONE, SIGN, ask_again, dialog_of, question_of
from bot.dialogs.book import form_of
from bot.dialogs.conduct import conduct_of
from bot.dialogs.obeying import obey
from bot.dialogs.question import Choice, More
from bot.dialogs.turn import say
from bot.nlu.parse import Parse

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn

OLD_COMMANDS = {
    ("join", "no"): "stop",
    ("consent", "no"): "hide_me",
    ("consent", "yes"): "show_me",
}
"""What a yes or a no of before asks for when it is tapped again."""


def tapped(state: State, value: str, moment: Moment) -> Turn:
    """Hear a button: a command, an answer to the open question, or a button of an earlier one."""
    name, _sign, key = value.partition("=")
    if name == "do":
        return obey(key, state, moment, Parse(""))
    kind, sign, thing = name.partition(":")
    if sign:
        about = conduct_of(moment).taps.get(kind)
        return about(state, moment, thing, key) if about else ask_again(state, moment, GONE)
    question = question_of(state, moment)
    key, _sign, mark = key.partition(SIGN)
    if question and question.name == name:
        is_this = _is_about(state, question, key, mark)
        return (_chosen(state, question, key, moment) if is_this else None) or ask_again(state, moment)
    return _of_below(state, name, key, mark, moment) or _old_button(state, name, key, moment)


def _is_about(state: State, question: Question, key: str, mark: str) -> bool:
    """Tell whether a button is about what the question is about now; a no to being seen counts however old."""
    return mark == question.mark(state.of(dialog_of(state).name)) or (question.name, key) == ("consent", "no")


def _of_below(state: State, name: str, key: str, mark: str, moment: Moment) -> Turn | None:
    """Hear the answer to the question that waits below what came in between, which then gives way."""
    below = state.settled()
    question = question_of(below, moment)
    if below == state or not question or question.name != name or not _is_about(below, question, key, mark):
        return None
    turn, left = _chosen(below, question, key, moment), dialog_of(state).left
    return turn.after(say(*left)) if turn and left else turn


def _chosen(state: State, question: Question, key: str, moment: Moment) -> Turn | None:
    match question.choice(key):
        case Choice() as choice:
            return choose(state, question, choice.means(question, moment.today), moment)
        case More() as more:
            return offer(state, question, more.keys, more.text)
    return None


def _old_button(state: State, name: str, key: str, moment: Moment) -> Turn:
    """Hear a button of an earlier question as the wish to change that answer."""
    form = form_of(state)
    answers = state.of(form.name) if form else {}
    if (name, key) in OLD_COMMANDS and (name == "join" or name in answers):
        return obey(OLD_COMMANDS[name, key], state, moment, Parse(""))
    if (name, key) == ("join", "yes"):
        return ask_again(state, moment, SAID_BEFORE)
    question = form.by_name.get(name) if form and name in answers and name != form.agreed else None
    choice = question.choice(key) if question else None
    if not form or not question or not isinstance(choice, Choice):
        return ask_again(state, moment, GONE)
    value = choice.means(question, moment.today)
    if answers[name] == value or (isinstance(answers[name], list) and value in answers[name]):
        return ask_again(state, moment, SAID_BEFORE)
    back = state.returning_to(form.name)
    return choose(back.having(form.name, form.reopened(answers)), question, value, moment, changing=True)
