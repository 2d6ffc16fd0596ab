"""How a question is put: its words, its buttons, and what comes when a dialog has no question left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed
from bot.dialogs.book import DIALOGS, HOMES, form_of
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import Erase, Say
from bot.domain.message import Button
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.dialog import Dialog
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State

MOST_BUTTONS = 5
"""How many buttons somebody sees at once (design section 11)."""

SIGN = "~"
"""Between the key of a button and what its question was about (`Question.mark`)."""

GONE = _("Die knop werkt nu niet meer.")

SKIP = command(_("Sla over"), "skip")


def dialog_of(state: State) -> Dialog:
    """Give the dialog that speaks."""
    return DIALOGS[state.stack[-1]]


def question_of(state: State, moment: Moment) -> Question | None:
    """Give the question that is open, if any."""
    dialog = dialog_of(state)
    return dialog.open_question(state.of(dialog.name), moment)


def buttons_of(state: State, question: Question) -> tuple[Button, ...]:
    """Make the buttons of the open question: what is on offer now, else its fixed choices; and a way past it."""
    answers = state.of(dialog_of(state).name)
    buttons, mark, own = _buttons_of(state, question, answers), question.mark(answers), f"{question.name}="
    if not mark:
        return buttons
    return tuple(replace(each, value=f"{each.value}{SIGN}{mark}") if own in each.value else each for each in buttons)


def _buttons_of(state: State, question: Question, answers: Answers) -> tuple[Button, ...]:
    if question.buttons:
        return question.buttons(answers)
    keys = state.offered or (state.helped and question.easy) or question.keys
    form = form_of(state)
    asked = state.of(form.name) if form else {}
    choices = [(key, choice) for key in keys if question.shows(key, asked) and (choice := question.choice(key))]
    shown = tuple(Button(choice.label, f"{question.name}={key}") for key, choice in choices)
    fixed = question.extras if question.needed else (*question.extras, SKIP)
    return (*shown[: MOST_BUTTONS - len(fixed)], *fixed)


def put_question(state: State, moment: Moment, question: Question, *before: Text, again: bool = False) -> Say:
    """Ask the open question, in its own words, after what was said first; `again`: without its introduction."""
    words = question.text(state.of(dialog_of(state).name), moment)
    words = words[-1:] if again and not question.whole else words
    return say(*before, *words, buttons=buttons_of(state, question), asks_file=question.file is not None)


def go_on(state: State, moment: Moment, *before: Text) -> Turn:
    """Ask what is open now; a dialog without an open question is done, and the one below it goes on."""
    effects: tuple[Say, ...] = ()
    dialog = dialog_of(state)
    if dialog.opening and not state.of(dialog.name):
        effects = (say(*before, *dialog.opening(state, moment)),)
        before = ()
    question = question_of(state, moment)
    if question:
        told = tuple(say(*paragraphs) for paragraphs in question.first(state.of(dialog.name), moment))
        if before and (told or len(question.text(state.of(dialog.name), moment)) > 1):
            effects, before = (*effects, say(*before)), ()  # what has an introduction of its own stands alone
        return Turn(state, (*effects, *told, put_question(state, moment, question, *before)))
    if not dialog.questions:
        return Turn(state, (*effects, say(*before))) if before else Turn(state, effects)
    finished = dialog.done(state, moment)
    if finished.rests or any(isinstance(effect, Erase) for effect in finished.effects):
        return finished
    return _below(dialog, finished, moment, before)


def _below(dialog: Dialog, finished: Turn, moment: Moment, before: tuple[Text, ...]) -> Turn:
    """Go on with the dialog below the one that is done; nobody gets no answer at all."""
    state = replace(finished.state, offered=(), misunderstood=0)
    is_home = not dialog_of(state).questions  # where there is nothing to tell once more
    if before and is_home and not dialog.light:
        finished, before = finished.led_by(*before), ()  # what was said back comes before what follows from it
    is_said = bool(before) or any(isinstance(effect, Say) for effect in finished.effects)
    again = (dialog.light and (is_home or not dialog.renews)) or (is_home and not is_said)
    turn = ask_again(state, moment, *before) if again else go_on(state, moment, *before)
    return replace(turn.after(*finished.effects), unkept=finished.unkept)


def ask_again(state: State, moment: Moment, *before: Text) -> Turn:
    """Put the open question once more, without what was read out before it; at home, what can be done."""
    question = question_of(state, moment)
    if question and question.whole and before:
        return Turn(state, (say(*before), put_question(state, moment, question)))
    if question:
        return Turn(state, (put_question(state, moment, question, *before, again=True),))
    return Turn(state, (at_rest(state, moment, *before),))


def at_rest(state: State, moment: Moment, *before: Text) -> Say:
    """Say what can be done when nothing is asked."""
    dialog = dialog_of(state)
    home = dialog if dialog.menu else home_of(moment)
    rest, menu = home.pausing if home.pausing and state.paused and agreed(state) else (home.rest, home.menu)
    return say(*before, *rest, buttons=menu)


def say_beside(state: State, moment: Moment, *said: Say) -> Turn:
    """Say something with buttons of its own, and come back to the question that waits below, if any."""
    return say_between(state.settled(), moment, *said)


def say_between(state: State, moment: Moment, *said: Say) -> Turn:
    """Say something in between: all that is open stays open, and its question is put again."""
    heard = replace(state, misunderstood=0)
    return ask_again(heard, moment).after(*said) if question_of(heard, moment) else Turn(heard, said)


def home_of(moment: Moment) -> Dialog:
    """Give where somebody is when nothing is asked."""
    return DIALOGS[HOMES[moment.person.role]]
