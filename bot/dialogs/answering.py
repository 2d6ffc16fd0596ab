"""What an answer changes: it is kept, said back, and the next question follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import BEFORE
from bot.dialogs.asking import MOST_BUTTONS, ask_again, buttons_of, dialog_of, go_on, question_of
from bot.dialogs.book import form_of
from bot.dialogs.filling import (
    Filled,
    filled_in,
    fold,
    fold_all,
    is_answered,
    taken,
    targets,
    told_back,
    told_full,
    without,
)
from bot.dialogs.in_one_breath import Besides, kept_besides
from bot.dialogs.jobs.sight import names_a_job, points_at_a_job
from bot.dialogs.parts import blanked, elsewhere, parts_without
from bot.dialogs.sure import doubting
from bot.dialogs.turn import Turn, say
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_indifferent, only_fillers
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogs.dialog import Dialog
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity, Parse

SAID_BEFORE = _("Dat had je al gezegd, dank je.")


def choose(state: State, question: Question, value: Any, moment: Moment, *, changing: bool = False) -> Turn:
    """Keep a value as the answer to a question of the dialog that speaks, say it back, and go on."""
    dialog = dialog_of(state)
    answers, filled = fold(state.of(dialog.name), question, value)
    state = replace(state.having(dialog.name, answers), misunderstood=0)
    told = told_back((filled,), changing=changing or BEFORE in answers)
    return go_on(state, moment, *told)


def answer(state: State, question: Question, parse: Parse, moment: Moment, *, correcting: bool) -> Turn | None:
    """Hear the words as the answer to the open question, and take what else they answer."""
    own, others = _parted(question, parse)
    listed = question.lists(Sentence.of(blanked(parse.text, others))) if question.lists else []
    if len(listed) <= max(1, len(own)) and not any(entity.options for entity in own):
        # what a list of parts holds besides the names that were found: "ik was lerares, nu schoonmaak ook goed"
        held = [(entity.value,) for entity in own]
        listed = held + [meant for meant in listed if own and not any((value,) in held for value in meant)]
    if len(listed) > max(1, len(own)):
        return _each(state, question, listed, others, moment)
    if not own and others and (question.yields or correcting):
        return None
    clear = [entity for entity in own if not entity.options] if question.several else []
    if clear:
        return _kept(state, question, clear, parse, moment)
    read = _read(question, parse, others, moment)
    if read is None or not question.accepts(read.value):
        return None
    indifferent = read.options and is_indifferent(Sentence.of(parse.text))
    return None if indifferent else _heard(state, question, read, parse, moment)


def _heard(state: State, question: Question, read: Entity, parse: Parse, moment: Moment) -> Turn | None:
    """Keep the answer; or ask first what was meant, or whether a guess is right."""
    answers, confirms = state.of(dialog_of(state).name), state.stack[-1] == "profile" and question.says is not None
    if confirms and question.guessed(answers, read):
        return _doubt(state, question, read, parse, moment)
    if not question.apart(answers, read):
        if read.options:
            return _offer(state, question, read, parse, moment)
        if read.unsure and confirms:
            return _doubt(state, question, read, parse, moment)
    return _kept(state, question, [read], parse, moment)


def _parted(question: Question, parse: Parse) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Give the values that are for this question, and the others."""
    own = tuple(entity for entity in parse.entities if question.takes_from(entity))
    return own, tuple(entity for entity in parse.entities if entity not in own)


def _kept(state: State, question: Question, read: list[Entity], parse: Parse, moment: Moment) -> Turn:
    """Keep what was read, and what the words say besides."""
    dialog = dialog_of(state)
    before = answers = state.of(dialog.name)
    filled: list[Filled] = []
    for entity in read:
        answers, one = taken(answers, question, entity, before)
        filled.append(one)
    state = replace(state.having(dialog.name, answers), misunderstood=0)
    besides = _besides(state, question, read, parse, moment)
    return go_on(besides.state, moment, *besides.told_with(filled))


def _besides(state: State, question: Question, read: list[Entity], parse: Parse, moment: Moment) -> Besides:
    """Keep what the words say besides what was read as the answer."""
    own, others = _parted(question, parse)
    apart = elsewhere(parse.text, own or read, others)
    return kept_besides(state, apart if question.alone else others, apart, Sentence.of(parse.text), moment)


def _read(question: Question, parse: Parse, others: tuple[Entity, ...], moment: Moment) -> Entity | None:
    """Read the answer in the words; else in what they hold beside other answers: "utrecht, op de fiets"."""
    if not question.reads:
        return None
    read = question.reads(Sentence.of(parse.text), moment.today)
    if read:
        return read
    for left in (parts_without(parse.text, others), blanked(parse.text, others)) if others else ():
        sentence = Sentence.of(left)
        read = question.reads(sentence, moment.today) if sentence.tokens else None
        if read and only_fillers(sentence, read.start, read.end):
            return read
    return None


def _each(
    state: State, question: Question, listed: list[tuple[Any, ...]], others: tuple[Entity, ...], moment: Moment
) -> Turn:
    """Keep each value of a list that is clear, and let the person choose what the first unclear one means."""
    dialog = dialog_of(state)
    values = [question.takes(meant[0]) for meant in listed if len(meant) == 1]
    answers, filled = fold_all(state.of(dialog.name), question, values)
    state = replace(state.having(dialog.name, answers), misunderstood=0)
    state, more, _unclear = filled_in(state, others, moment)
    told = told_back([*filled, *more])
    following = question_of(state, moment)
    unclear = next((meant for meant in listed if len(meant) > 1), None)
    if not unclear or not following or not following.several:
        return go_on(state, moment, *told)
    turn = offer(state, following, following.offered_for(unclear), following.which)
    return turn.after(say(*told)) if told else turn


def _offer(state: State, question: Question, read: Entity, parse: Parse, moment: Moment) -> Turn | None:
    """Take what else the words answer, and let the person choose what these words mean; None: it cannot be tapped."""
    keys = question.offered_for(read.options)
    if not keys:
        return None
    besides = _besides(state, question, [read], parse, moment)
    turn, told = offer(besides.state, question, keys, question.which), besides.told_with(())
    return turn.after(say(*told)) if told else turn


def _doubt(state: State, question: Question, read: Entity, parse: Parse, moment: Moment) -> Turn:
    """Take what else the words answer, and ask whether the guess is right."""
    besides = _besides(state, question, [read], parse, moment)
    value = question.value_of(read, besides.state.of(dialog_of(state).name))
    guessing = replace(doubting(besides.state, question, value), misunderstood=0)
    return go_on(guessing, moment, *besides.told_with(()))


def fill(state: State, parse: Parse, moment: Moment, *, correcting: bool) -> Turn | None:
    """Hear the words as answers to other questions of the form than the open one, answered before or not."""
    form = form_of(state)
    if not parse.entities or form is None or points_at_a_job(state, parse, moment):
        return None
    if not correcting and _tells_nothing_new(state, form, parse, moment):
        return None
    before = state.of(form.name)
    trying = state.returning_to(form.name).having(form.name, form.reopened(before))
    if correcting:
        trying = without(trying, form, [entity for entity in parse.entities if not entity.added])
    changing = any(is_answered(question, before) for question, _entity in targets(form, parse.entities))
    filled_state, filled, unclear = filled_in(trying, parse.entities, moment, before=before, anew=parse.entities)
    filled_state = _reopened(filled_state, form, (question for question, _entity in unclear))
    choosing = _unclear(filled_state, unclear, filled, moment)
    if choosing or not filled:
        return choosing
    if _answers_in(form, filled_state.of(form.name)) == _answers_in(form, before):
        return ask_again(replace(state, misunderstood=0), moment, *(told_full(filled) or (SAID_BEFORE,)))
    return go_on(replace(filled_state, misunderstood=0), moment, *told_back(filled, changing=changing))


def _unclear(state: State, unclear: list[tuple[Question, Entity]], filled: list[Filled], moment: Moment) -> Turn | None:
    """Let the person choose what words mean, where that is asked next; what is a guess is said to be asked later."""
    following = question_of(state, moment)
    for question, entity in unclear:
        if following and following.reads is question.reads:
            turn = offer(state, following, question.offered_for(entity.options), question.which)
            return turn.after(say(*told_back(filled))) if filled else turn
    if filled or not any(entity.unsure for _question, entity in unclear):
        return None
    return ask_again(replace(state, misunderstood=0), moment, _("Dat vraag ik straks."))


def _reopened(state: State, form: Dialog, unclear: Iterable[Question]) -> State:
    """Ask a line again that was skipped, now that something is said of it."""
    lines = {question.name for question in unclear}
    skipped = {each.name for each in form.questions if not lines.isdisjoint({each.name, each.part_of})}
    kept = {name: held for name, held in state.of(form.name).items() if held is not None or name not in skipped}
    return state.having(form.name, kept)


def _answers_in(form: Dialog, answers: Answers) -> dict[str, Any]:
    """Give the answers alone, without the yes to them."""
    return {name: held for name, held in answers.items() if name in form.by_name and name != form.agreed}


def _tells_nothing_new(state: State, form: Dialog, parse: Parse, moment: Moment) -> bool:
    """Say whether values are no answers: they stand in a question, or say which of the jobs is meant."""
    if names_a_job(state, parse, moment):
        return True
    question = question_of(state, moment)
    fills_in = question is not None and state.stack[-1] == form.name and question.name != form.agreed
    return not fills_in and parse.text.rstrip().endswith("?")


def correct_last(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear words that replace earlier words as a better answer to the question answered last."""
    dialog = dialog_of(state)
    answers = state.of(dialog.name)
    last = next(reversed(list(answers)), None)
    question = dialog.by_name.get(last) if last else None
    if not question or not question.reads or parse.certain:
        return None
    read = question.reads(Sentence.of(parse.text), moment.today)
    if read is None or read.options or not question.accepts(read.value) or question.apart(answers, read):
        return None
    before = {name: held for name, held in answers.items() if name != last}
    value = question.value_of(read, answers)
    return choose(state.having(dialog.name, before), question, value, moment, changing=True)


def offer(state: State, question: Question, keys: tuple[str, ...], text: Text) -> Turn:
    """Let the person choose between what the words can mean, or between what a choice holds."""
    offering = replace(state, offered=keys[:MOST_BUTTONS], misunderstood=0)
    return Turn(offering, (say(text, buttons=buttons_of(offering, question)),))
