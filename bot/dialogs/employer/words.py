"""What words mean when an employer says them, before they are heard as anybody's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import choose
from bot.dialogs.asking import ask_again, dialog_of, question_of
from bot.dialogs.contact.words import mended as mended_for_other
from bot.dialogs.employer.asked import EMPLOYER_COMMANDS, EMPLOYER_DIGRESSIONS
from bot.dialogs.employer.draft import FORM
from bot.dialogs.employer.placing import begin_in_words, names_work, read_in
from bot.dialogs.employer.questions_demands import ABOUT, LONGEST_ABOUT
from bot.dialogs.turn import say
from bot.nlu.employer import wanted
from bot.nlu.excluding import excluding, explained
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_SURELY = frozenset("crisis violence stop delete_data human link language".split())
"""What goes before all else: whoever asks for it is not placing a vacancy with these words."""
_STOPPED_AS_WHOLE = frozenset("back skip why help repeat menu resume pause".split())
TOO_LONG = (_("Dat is te lang voor mij."), _("Schrijf het in een paar zinnen."))


def heard(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear an advertisement, words that keep people out, or what only employers ask for; None: something else."""
    if dialog_of(state).name == "employer_welcome" or _is_sure(parse):
        return _question(state, parse, moment)
    question = question_of(state, moment)
    if question and question.name == ABOUT.name:
        first = _about(state, question, parse, moment)
    else:
        first = read_in(state, parse.text, moment)
    return first or _keeps_out(state, parse, moment) or _asked_for(state, parse, moment) or _begun(state, parse, moment)


def _is_sure(parse: Parse) -> bool:
    return parse.topic in _SURELY or bool(parse.certain and parse.intent and parse.intent.name in _SURELY)


def mended(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear words that replace words said before: they may keep nobody out either."""
    return mended_for_other(state, parse, moment) or _keeps_out(state, parse, moment)


def _keeps_out(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Point out words that keep people out: nothing of such a sentence is taken until it is said otherwise."""
    found = excluding(parse.text)
    if not found:
        return None
    going, why = replace(state, misunderstood=0), explained(found[0])
    if state.stack[-1] == "care":  # what it says is long enough, and stays the last
        return ask_again(going, moment).after(say(why))
    return ask_again(going, moment, why)


def _about(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Take some sentences as they are, whatever they are about."""
    if len(parse.text) > LONGEST_ABOUT:
        return ask_again(state, moment, *TOO_LONG)
    sentence = Sentence.of(parse.text)
    read = question.reads(sentence, moment.today) if question.reads else None
    if read is None or excluding(parse.text) or wanted(sentence):
        return None
    whole = parse.certain and parse.intent and parse.intent.name in _STOPPED_AS_WHOLE
    return None if whole else choose(state, question, read.value, moment)


def _asked_for(state: State, parse: Parse, moment: Moment) -> Turn | None:
    name = wanted(Sentence.of(parse.text))
    if name is None or (name == "place" and FORM in state.stack):
        return None
    does = EMPLOYER_COMMANDS.get(name)
    return does(state, moment, parse) if does else _answered(name, state, moment)


def _answered(name: str, state: State, moment: Moment) -> Turn:
    said = tuple(say(*paragraphs) for paragraphs in EMPLOYER_DIGRESSIONS[name](state, moment))
    return ask_again(replace(state, misunderstood=0), moment).after(*said)


def _question(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Answer a question of before the start; what is asked for comes after it."""
    name = None if _is_sure(parse) else wanted(Sentence.of(parse.text))
    return _answered(name, state, moment) if name and name.endswith("?") else None


def _begun(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Begin a vacancy at home, with words that name work; one more has to wait for the one that is being made."""
    if FORM not in state.stack:
        return None if parse.certain else begin_in_words(state, parse, moment)
    is_other = "work" in state.of(FORM) and "ook" in Sentence.of(parse.text).words and names_work(parse)
    return ask_again(state, moment, _("Maak eerst deze baan af. Daarna maken we de volgende.")) if is_other else None
