"""What was not understood: asked differently once, and then a human is offered (V9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import choose
from bot.dialogs.asking import ask_again, at_rest, buttons_of, go_on, put_question, question_of
from bot.dialogs.question import NOTHING, SORRY
from bot.dialogs.turn import Turn, say
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State

NOT_YET = _("Ik begrijp het nog niet.")


def misunderstood(state: State, moment: Moment, *told: Text) -> Turn:
    """Ask differently, or after what is told; the second time in a row offer a human; after that make it easy."""
    state = replace(state, misunderstood=state.misunderstood + 1)
    question = question_of(state, moment)
    if state.misunderstood > 1 and (turn := _twice(state, question, moment)):
        return turn
    if not question:
        return Turn(state, (at_rest(state, moment, SORRY),))
    if told:
        return ask_again(state, moment, *told)
    return Turn(state, (say(question.sorry, question.again, buttons=buttons_of(state, question)),))


def _twice(state: State, question: Question | None, moment: Moment) -> Turn | None:
    """Give what follows the second time: what counts without an answer, a human, or something easier."""
    if question and question.otherwise is not NOTHING:
        return choose(state, question, question.otherwise, moment)
    if not state.helped:
        return go_on(replace(state.settled().opening("human_offer"), misunderstood=0, helped=True), moment)
    if not question:
        return None
    phone = moment.gemeente.contact.phone
    if question.keys:
        easy = (NOT_YET, _("Tik op een knop."), _("Of bel {phone}.", phone=phone))
        return Turn(state, (put_question(state, moment, question, *easy, again=True),))
    explained = put_question(state, moment, question, question.again, again=True)
    return Turn(state, (say(NOT_YET, _("Lukt het niet? Bel {phone}.", phone=phone)), explained))
