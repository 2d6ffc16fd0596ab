"""Words for the other side: heard before they are heard as anything else, but for what is asked of the chat."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, buttons_of, go_on, question_of
from bot.dialogs.contact.again import left_unwritten, named_alone, said_other, said_this, said_which, typed_yes
from bot.dialogs.contact.ask import WORDS_QUESTION
from bot.dialogs.contact.choosing import about_fields
from bot.dialogs.contact.give import held_for_later
from bot.dialogs.contact.guarding import LONGEST, guarded, is_unkept
from bot.dialogs.contact.mine import my_talks
from bot.dialogs.contact.naming import talking
from bot.dialogs.contact.number import is_number, number_typed
from bot.dialogs.contact.people import people_menu
from bot.dialogs.contact.piece_words import WORDS as PIECES
from bot.dialogs.contact.steering import agreed_to_part, asked_of_contact, asked_whom_again, said_who
from bot.dialogs.contact.talk import FOR_WHOM, is_pending, is_sure, unsettled
from bot.dialogs.contact.telling import telling
from bot.dialogs.contact.unsent import not_sent
from bot.dialogs.contact.whom import WHO, is_nobody, may_name
from bot.dialogs.turn import Turn
from bot.dialogs.typed import typed_label
from bot.domain.consent import Piece
from bot.domain.person import Role
from bot.nlu.contact import wanted_of_contact
from bot.nlu.fields import wanted_of_fields
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

_FOR_CHAT = frozenset(
    """stop back human menu delete_data show_data who_saw language show_profile show_vacancies hide_me link why help
    repeat found_work""".split()
)
"""What is asked of the chat itself, also in the middle of a conversation, when a rule is certain of it."""

_ASKED = {"talks": my_talks, "people": people_menu}
_CALL_ME = re.compile(r"bel (?:mij|me)\b")
"""To who is written to: who is at rest asks the chat for a human with it."""
_BEFORE = frozenset({"welcome", "employer_welcome"})
_AT_REST = frozenset({"home", "employer_home"})
SURE_ENOUGH = 0.6
_GREETING = 3
"""How many words are a greeting alone at most; longer ones say something to somebody."""
_WRITING = {WORDS_QUESTION: "ask", "talk.words": "talk"}
_NAMED = {
    FOR_WHOM: said_who,
    WHO: said_who,
    "talk.leak": said_other,
    "request.answer": said_which,
    "want.sure": said_this,
}
"""The questions at which a contact can be named, and what a name does there."""


def heard_for_other(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Take words as a message to the other side; None: they are for the chat."""
    question = question_of(state, moment)
    asked = _typed_early(state, parse, moment) or agreed_to_part(state, parse, moment)
    asked = asked or typed_yes(state, question, parse, moment) or left_unwritten(state, parse, moment)
    asked = asked or _asked_for(state, question, parse, moment)
    if asked or state.stack[-1] in _BEFORE:
        return asked
    if question and question.name in _NAMED and (said := _NAMED[question.name](state, parse, moment)):
        return said
    wanted = wanted_of_fields(Sentence.of(parse.text)) if moment.person.role is Role.JOBSEEKER else None
    if wanted and not (question and question.free):
        return about_fields(state, moment, wanted)
    dialog = _WRITING.get(question.name) if question else None
    if question and dialog:
        is_else = _is_label(state, question, parse, moment) or _is_for_chat(parse)
        return None if is_else else _written(state, parse, moment, dialog)
    if question and question.name == FOR_WHOM and not _is_else(state, question, parse, moment):
        return _newest(state, parse, moment)
    at_rest = question is None and state.stack[-1] in _AT_REST
    return (_perhaps(state, parse, moment) if at_rest else None) or number_typed(state, parse, moment)


def _typed_early(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a number, and nothing else, where the first name goes before it."""
    kept = held_for_later(state, parse) if is_number(parse) else None
    if kept is None:
        return None
    told = _("Ik stuur {what} nog niet.", what=PIECES[Piece(kept.of("give")["after"])].your)
    return ask_again(replace(kept, misunderstood=0), moment, told)


def _asked_for(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Do what is asked for about conversations, from the first one on."""
    asked = wanted_of_contact(Sentence.of(parse.text))
    if asked is None or state.stack[-1] in _BEFORE:
        return None
    if asked.what in _ASKED:
        return _ASKED[asked.what](state, moment, parse) if _may_ask(asked.what, moment) else None
    if moment.person.role is not Role.JOBSEEKER or (question and question.free and asked.what != "end"):
        return None  # what is said to a werkmatcher is theirs; an end goes first, as "stop" does, and is of this one
    if asked.what == "tell":
        return _told_to(state, parse, moment, asked.whom)
    return asked_of_contact(state, moment, parse, asked)


def _told_to(state: State, parse: Parse, moment: Moment, whom: str) -> Turn | None:
    """Hear "zeg tegen de bakker dat ..." as a message to the one that is named; None: it names no employer."""
    told = telling(state, moment, whom)
    return told if told is None or isinstance(told, Turn) else _written(told, parse, moment, "talk")


def _may_ask(what: str, moment: Moment) -> bool:
    return what == "talks" or moment.person.role is Role.EMPLOYER


def _is_else(state: State, question: Question, parse: Parse, moment: Moment) -> bool:
    """Tell whether words are certainly something else than a name, or a plain answer."""
    return _is_label(state, question, parse, moment) or parse.certain or parse.plain or bool(parse.topic)


def _is_label(state: State, question: Question, parse: Parse, moment: Moment) -> bool:
    return typed_label(buttons_of(state, question), parse, moment) is not None


def _is_for_chat(parse: Parse) -> bool:
    if parse.topic in _FOR_CHAT:
        return True
    if _CALL_ME.match(Sentence.of(parse.text).plain):
        return False
    return bool(parse.certain and parse.intent and parse.intent.name in _FOR_CHAT)


def _written(state: State, parse: Parse, moment: Moment, dialog: str, *, fix: bool = False) -> Turn:
    """Hold a message until it goes: for whom is asked when that is not sure, and what stands in it is told."""
    if len(parse.text) > LONGEST:
        return ask_again(state, moment, _("Dat is te lang. Schrijf het in een paar zinnen."))
    held = guarded(parse.text.strip(), moment.person.role, moment.fresh_id)
    before = dict(state.of(dialog))
    if dialog == "talk" and not is_sure(before, moment):
        talks = talking(moment)
        before = {**before, **(unsettled(moment, talks) if len(talks) > 1 and "options" not in before else {})}
    turn = go_on(state.having(dialog, {**before, **held, **({"fix": True} if fix else {})}), moment)
    return replace(turn, unkept=True) if is_unkept(held) else turn


def _newest(state: State, parse: Parse, moment: Moment) -> Turn:
    """Take other words, where it is asked for whom a message is, as the message; a name of nobody known is none."""
    if may_name(parse.text):
        return asked_whom_again(state, moment)
    held = state.of("talk")
    anew = {name: value for name, value in held.items() if name in _KEPT_WHEN_MENDED}
    turn = _written(replace(state.having("talk", anew), misunderstood=0), parse, moment, "talk")
    return turn.after(not_sent(held))


def _perhaps(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Ask whether words are for an employer or a person, where the chat itself would not understand them."""
    if parse.certain or parse.topic or is_nobody(parse.text) or not (is_number(parse) or _is_unclear(parse)):
        return None
    talks = talking(moment)
    if not talks:
        return None
    asking = state.settled().opening("talk").having("talk", unsettled(moment, talks))
    return named_alone(state, parse, moment) or _written(asking, parse, moment, "talk")


def _is_unclear(parse: Parse) -> bool:
    if parse.entities:
        return False
    meant = parse.intent if parse.intent and parse.intent.confidence >= SURE_ENOUGH else None
    return meant is None or (meant.name == "greet" and len(parse.text.split()) > _GREETING)


def mended(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear words that replace words said before as a message to the other side, or as a correction of it."""
    dialog = state.stack[-1]
    held = state.of(dialog)
    if dialog not in {"talk", "ask"} or _is_for_chat(parse):
        return None
    if is_pending(held):
        anew = {name: value for name, value in held.items() if name in _KEPT_WHEN_MENDED}
        return _written(state.having(dialog, anew), parse, moment, dialog, fix=bool(held.get("fix")))
    if dialog == "talk" and held.get("sent"):
        return _written(state, parse, moment, dialog, fix=True)
    return None


_KEPT_WHEN_MENDED = frozenset("about name sure options handle vacancy sent".split())
