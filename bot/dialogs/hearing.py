"""What was meant: an event in, a turn out. The order of hearing is that of design section 7."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from bot.dialogs.answering import answer, choose, correct_last, fill, offer
from bot.dialogs.asking import AT_HOME, MENU, ask_again, buttons_of, dialog_of, go_on, question_of
from bot.dialogs.book import DIALOGS
from bot.dialogs.changing import question_called
from bot.dialogs.commands import COMMANDS
from bot.dialogs.digressions import DIGRESSIONS, NOT_WORDS
from bot.dialogs.profile import WRONG
from bot.dialogs.question import NOTHING, SORRY, Choice, More, forget
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import meaning
from bot.domain.event import Sent, Tapped
from bot.nlu.parse import Parse
from bot.nlu.sentence import Sentence
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State

Heard: TypeAlias = Parse | Tapped | Sent

LONGEST = 4000
"""How many characters somebody can say at once."""

SURE_ENOUGH = 0.6
"""From this confidence on, the classifier's guess counts."""

_CORRECTING = ("nee", "toch", "liever", "sorry", "ik bedoel", "fout", "niet ", "verander", "wijzig")


def begin(state: State, moment: Moment) -> Turn:
    """Start a conversation: an invitation was just used."""
    return go_on(replace(state, heard_on=moment.today.isoformat()), moment)


def take(state: State, heard: Heard, moment: Moment) -> Turn:
    """Give the turn that follows what was heard. Pure: the same three values always give the same turn."""
    away = _days_away(state, moment)
    state = replace(state, heard_on=moment.today.isoformat())
    match heard:
        case Tapped(value):
            turn = _tapped(state, value, moment)
        case Sent(kind):
            turn = ask_again(state, moment, NOT_WORDS.get(kind, NOT_WORDS["other"]))
        case Parse():
            turn = _said(state, heard, moment)
    return _greeted(turn) if away and not _in_need(heard) else turn


def _in_need(heard: Heard) -> bool:
    """Tell whether a cheerful greeting would hurt."""
    return isinstance(heard, Parse) and heard.intent is not None and heard.intent.name == "crisis"


def _days_away(state: State, moment: Moment) -> int:
    return (moment.today - date.fromisoformat(state.heard_on)).days if state.heard_on else 0


def _greeted(turn: Turn) -> Turn:
    """Say that it is good to see somebody again, before anything else."""
    name = turn.state.of("profile").get("first_name")
    hello = _("Fijn dat je er weer bent, {name}.", name=name) if name else _("Fijn dat je er weer bent.")
    return turn.after(say(hello))


def _said(state: State, parse: Parse, moment: Moment) -> Turn:
    if len(parse.text) > LONGEST:
        return ask_again(state, moment, _("Dat is te lang voor mij."), _("Schrijf het in een paar zinnen."))
    if not parse.text.strip():
        return ask_again(state, moment, _("Ik zie geen woorden."))
    return _commanded(state, parse, moment) or _understood(state, parse, moment) or misunderstood(state, moment)


def _commanded(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the rules are certain of, or what the words of a button say."""
    question = question_of(state, moment)
    typed = _typed_label(state, question, parse, moment) if question else None
    if typed:
        return _tapped(state, typed, moment)
    if parse.topic == "link":
        return obey("link", state, moment, parse)
    return obey(parse.intent.name, state, moment, parse) if parse.certain and parse.intent else None


def _understood(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear the words as an answer to the open question, then to others, then as the classifier guesses."""
    question = question_of(state, moment)
    correcting = _corrects(parse)
    turn = _named_line(state, question, parse, moment) if question else None
    turn = turn or (answer(state, question, parse, moment, correcting=correcting) if question else None)
    return (
        turn
        or (_plainly(state, question, parse, moment) if question else None)
        or _below(state, parse, moment)
        or fill(state, parse, moment, correcting=correcting)
        or _guessed(state, parse, moment)
    )


def take_edited(state: State, parse: Parse, moment: Moment) -> Turn:
    """Hear words that replace words said before: most likely the last answer, said better."""
    return correct_last(state, parse, moment) or take(state, parse, moment)


def _corrects(parse: Parse) -> bool:
    return parse.text.strip().lower().startswith(_CORRECTING)


def _plain(words: str) -> str:
    return Sentence.of(words).folded.strip(" .,!?")


def _typed_label(state: State, question: Question, parse: Parse, moment: Moment) -> str | None:
    """Give the button whose words were typed."""
    said = _plain(parse.text)
    for button in buttons_of(state, question):
        if said in {_plain(moment.in_words(button.label)), _plain(button.label.msgid)}:
            return button.value
    return None


def _plainly(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a plain yes, no or "I do not know" as this question takes it."""
    match meaning(parse):
        case "affirm":
            meant = question.yes
        case "deny":
            meant = question.no
        case "dont_know":
            meant = None if question.no is None else NOTHING
        case _:
            return None
    if meant is not NOTHING:
        return choose(state, question, meant, moment)
    if meaning(parse) == "affirm":
        return ask_again(state, moment, question.again)
    if meaning(parse) == "dont_know" and question.needed:
        return ask_again(state, moment, _("Dat geeft niet."), question.again)
    return None if parse.entities else obey("skip", state, moment, parse)


def _named_line(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "de uren kloppen niet", after everything was read back, as the wish to change that line."""
    if question.name != "consent" or Sentence.of(parse.text).words.isdisjoint(WRONG):
        return None
    if not question_called(parse.text, state.of("profile")):
        return None
    return obey("change_answer", state, moment, parse)


def _below(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Let a small dialog that asked something else give way to the one below it."""
    dialog = dialog_of(state)
    if not dialog.light:
        return None
    below = take(state.closing(), parse, moment)
    return below.after(say(*dialog.left)) if dialog.left else below


def _guessed(state: State, parse: Parse, moment: Moment) -> Turn | None:
    if parse.entities and state.stack[-1] == "welcome":
        return ask_again(state, moment, _("Dat vraag ik straks."))
    if parse.intent and parse.intent.confidence >= SURE_ENOUGH:
        return obey(parse.intent.name, state, moment, parse)
    return None


def obey(intent: str, state: State, moment: Moment, parse: Parse) -> Turn:
    """Do what somebody asks for, or answer what they ask in between and come back to the open question."""
    if intent in COMMANDS:
        return COMMANDS[intent](state, moment, parse)
    if intent in DIGRESSIONS:
        question = question_of(state, moment)
        told = DIGRESSIONS[intent](moment)
        if intent == "privacy_question" and question and question.seen:
            told = (question.seen,)
        if intent == "thanks" and not question:
            return Turn(replace(state, misunderstood=0), (say(*told),))
        return ask_again(replace(state, misunderstood=0), moment).after(say(*told))
    return misunderstood(state, moment)


def misunderstood(state: State, moment: Moment) -> Turn:
    """Ask differently after one misunderstanding; after two in a row, offer a human (V9)."""
    state = replace(state, misunderstood=state.misunderstood + 1)
    if state.misunderstood > 1:
        return go_on(replace(state.opening("human_offer"), misunderstood=0), moment)
    question = question_of(state, moment)
    if not question:
        return Turn(state, (say(SORRY, *AT_HOME, buttons=MENU),))
    buttons = buttons_of(state, question)
    return Turn(state, (say(question.sorry, question.again, buttons=buttons),))


def _tapped(state: State, value: str, moment: Moment) -> Turn:
    name, _sign, key = value.partition("=")
    if name == "do":
        return obey(key, state, moment, Parse(""))
    question = question_of(state, moment)
    if question and question.name == name:
        return _chosen(state, question, key, moment) or ask_again(state, moment)
    return _old_button(state, name, key, moment)


def _chosen(state: State, question: Question, key: str, moment: Moment) -> Turn | None:
    match question.choice(key):
        case Choice() as choice:
            return choose(state, question, choice.means(question, moment.today), moment)
        case More() as more:
            return offer(state, question, more.keys, more.text)
    return None


def _old_button(state: State, name: str, key: str, moment: Moment) -> Turn:
    """Hear a button of an earlier question as the wish to change that answer."""
    profile = DIALOGS["profile"]
    question = profile.by_name.get(name)
    answers = state.of("profile")
    gone: Text = _("Die knop werkt nu niet meer.")
    if (name, key) == ("join", "no"):
        return obey("stop", state, moment, Parse(""))
    if (name, key) == ("join", "yes"):
        return ask_again(state, moment, _("Dat weet ik al."))
    if not question or name not in answers or name == "consent":
        return ask_again(state, moment, gone)
    choice = question.choice(key)
    if not isinstance(choice, Choice):
        return ask_again(state, moment, gone)
    value = choice.means(question, moment.today)
    if answers[name] == value or (isinstance(answers[name], list) and value in answers[name]):
        return ask_again(state, moment, _("Dat weet ik al."))
    back = state.returning_to("profile")
    return choose(back.having("profile", forget(answers, "consent")), question, value, moment, changing=True)
