"""What somebody says besides an answer: kept where it is new, or where it clearly replaces what they said before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogs.agreed import BEFORE
from bot.dialogs.asking import dialog_of
from bot.dialogs.filling import Filled, filled_in, is_answered, taken, targets, told_back
from bot.nlu.anew import is_anew, is_bare
from bot.text import Text, Value, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogs.dialog import Dialog
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence


class Besides(NamedTuple):
    """The state after it; what was new, what replaced an earlier answer, and which of these stay as they were."""

    state: State
    new: Sequence[Filled]
    replaced: Sequence[Filled]
    stay: Sequence[Value]

    def told_with(self, filled: Sequence[Filled]) -> tuple[Text, ...]:
        """Say it all back, behind the answer itself."""
        if BEFORE in self.state.of(dialog_of(self.state).name):
            told = told_back([*filled, *self.new, *self.replaced], changing=True)
        else:
            told = (*told_back([*filled, *self.new]), *told_back(self.replaced, changing=True))
        if not self.stay:
            return told
        return (*told, _("Je zei al: {what}.", what=self.stay[0] if len(self.stay) == 1 else tuple(self.stay)))


def kept_besides(
    state: State, said: Iterable[Entity], apart: Iterable[Entity], sentence: Sentence, moment: Moment
) -> Besides:
    """Keep what was said besides the answer; what stands `apart` from it can replace an earlier one."""
    form = dialog_of(state)
    answers = state.of(form.name)
    certain = [entity for entity in apart if _is_certain(entity)]
    anew = [entity for entity in certain if is_anew(sentence, entity)]
    bare = [entity for entity in certain if entity not in anew and is_bare(sentence, entity)]
    stay = _others_than(form, answers, bare)
    state, filled, _unclear = filled_in(state, said, moment, anew=anew)
    now = state.of(form.name)
    told = [one for one in filled if one.full or now.get(one.question.name) != answers.get(one.question.name)]
    replaced = [one for one in told if is_answered(one.question, answers)]
    return Besides(state, [one for one in told if one not in replaced], replaced, stay)


def _is_certain(entity: Entity) -> bool:
    """Say whether a value may replace an earlier answer beside another one; not work, which may be past."""
    return not (entity.unsure or entity.options or entity.entity == "occupation")


def _others_than(form: Dialog, answers: Answers, bare: Iterable[Entity]) -> list[Value]:
    """Give the answers that stand, in words, where a value says something else and may be meant as an answer."""
    return [
        question.says(answers[question.name])
        for question, entity in targets(form, bare)
        if question.says
        and answers.get(question.name) is not None
        and not question.apart(answers, entity)
        and taken(answers, question, entity, answers)[0].get(question.name) != answers[question.name]
    ]
