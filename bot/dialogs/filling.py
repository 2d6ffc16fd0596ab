"""Keeping what words answer: in any question of a form that applies, as far as there is room, and saying it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.dialogs.asking import dialog_of
from bot.text import Text, Value, _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.dialogs.dialog import Dialog
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity


class Filled(NamedTuple):
    """A value that answers a question; or, where there was no room for it, what is said instead."""

    question: Question
    value: Any
    full: Text | None = None


def targets(form: Dialog, entities: Iterable[Entity]) -> list[tuple[Question, Entity]]:
    """Find the questions of a form that entities answer; one for more of the same is only answered when it is open."""
    if form.form != form.name:
        return []
    asked = [question for question in form.questions if not (question.several and question.part_of)]
    found = [(question, entity) for entity in entities for question in asked if question.takes_from(entity)]
    # the work somebody wants goes before how long they did it: years are of one of the wishes
    return sorted(found, key=lambda each: each[0].name == "experience")


def is_answered(question: Question, answers: Answers) -> bool:
    """Say whether something answered a question, or the one that it is a part of: on any day is at any time."""
    return question.name in answers or question.part_of in answers


def without(state: State, form: Dialog, entities: Iterable[Entity]) -> State:
    """Forget what these entities answer, so that the new answer replaces the old one and is not put beside it."""
    kept = state.of(form.name)
    for question, _entity in targets(form, entities):
        kept = question.unfold(kept, question.name)
    return state.having(form.name, kept)


def filled_in(
    state: State,
    entities: Iterable[Entity],
    moment: Moment,
    *,
    before: Answers | None = None,
    anew: Collection[Entity] = (),
) -> tuple[State, list[Filled], list[tuple[Question, Entity]]]:
    """Keep what a sentence says about any question of the form that applies; only `anew` what was answered before."""
    filled: list[Filled] = []
    unclear: list[tuple[Question, Entity]] = []
    form = dialog_of(state)
    for question, said in targets(form, entities):
        answers = state.of(form.name)
        entity, known = _as_before(question, said, answers), answers if before is None else before
        if not _may_answer(question, answers, moment) or (question.name in answers and said not in anew):
            continue
        if entity.options and (entity.unsure or question.name not in answers):
            unclear.append((question, entity))
        elif not entity.unsure or question.name in known:  # another guess is confirmed where it is asked for
            apart = question.apart(answers, entity) is not None
            folded, one = taken(answers if apart else form.reopened(answers), question, entity, known)
            state = state.having(form.name, folded)
            filled.append(one)
    return state, filled, unclear


def _may_answer(question: Question, answers: Answers, moment: Moment) -> bool:
    """Say whether a question is one that can be answered now."""
    return question.early or question.when(answers, moment) or is_answered(question, answers)


def _as_before(question: Question, entity: Entity, answers: Answers) -> Entity:
    """Take of all that words can mean what was said before: who said how well they speak Dutch says nothing new."""
    held = answers.get(question.name)
    meant = [each for each in entity.options if each in held] if isinstance(held, list) else []
    return replace(entity, value=meant[0], options=(), unsure=False) if meant else entity


def taken(answers: Answers, question: Question, entity: Entity, known: Answers) -> tuple[dict[str, Any], Filled]:
    """Keep what was read, beside what is `known`, where the question is about it and there is room."""
    apart = question.apart(answers, entity)
    if apart:
        return dict(answers), Filled(question, None, apart)
    return fold(answers, question, question.value_of(entity, known))


def fold(answers: Answers, question: Question, value: Any) -> tuple[dict[str, Any], Filled]:
    """Keep a value where there is room for it."""
    full = question.full(answers, value)
    kept = dict(answers) if full else question.fold(answers, question.name, value)
    return kept, Filled(question, value, full)


def fold_all(answers: Answers, question: Question, values: Iterable[Any]) -> tuple[Answers, list[Filled]]:
    """Keep the values for one question."""
    filled: list[Filled] = []
    for value in values:
        answers, one = fold(answers, question, value)
        filled.append(one)
    return answers, filled


def told_full(filled: Sequence[Filled]) -> tuple[Text, ...]:
    """Say for what there was no room."""
    return tuple(dict.fromkeys(one.full for one in filled if one.full))


def told_back(filled: Sequence[Filled], *, changing: bool = False) -> tuple[Text, ...]:
    """Say back what was understood, so that a mistake is seen."""
    full = told_full(filled)
    kept = [one for one in filled if one.value is not None and not one.full]
    if len(kept) == 1 and kept[0].question.thanks and not (changing and kept[0].question.says):
        return (kept[0].question.thanks(kept[0].value), *full)
    said: tuple[Value, ...] = tuple(one.question.says(one.value) for one in kept if one.question.says)
    if not said:
        return full
    what = said[0] if len(said) == 1 else said
    return (_("Ik verander het: {what}.", what=what) if changing else _("Goed: {what}.", what=what), *full)
