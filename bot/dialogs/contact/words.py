"""Words for the other side: heard before they are heard as anything else, but for what is asked of the chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, buttons_of, go_on, question_of
from bot.dialogs.contact.ask import WORDS_QUESTION
from bot.dialogs.contact.choosing import about_fields
from bot.dialogs.contact.guarding import LONGEST, guarded, is_unkept
from bot.dialogs.contact.mine import my_talks
from bot.dialogs.contact.naming import talking
from bot.dialogs.contact.people import people_menu
from bot.dialogs.contact.talk import is_pending, is_sure, unsettled
from bot.domain.person import Role
from bot.nlu.contact import wanted_of_contact
from bot.nlu.fields import wanted_of_fields
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_FOR_CHAT = frozenset(
    """stop back human menu delete_data show_data who_saw language show_profile show_vacancies hide_me link why help
    repeat found_work""".split()
)
"""What is asked of the chat itself, also in the middle of a conversation, when a rule is certain of it."""

_ASKED = {"talks": my_talks, "people": people_menu}
_BEFORE = frozenset({"welcome", "employer_welcome"})
_AT_REST = frozenset({"home", "employer_home"})
SURE_ENOUGH = 0.6
_WRITING = {WORDS_QUESTION: "ask", "talk.words": "talk"}


def heard_for_other(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Take words as a message to the other side; None: they are for the chat."""
    asked = wanted_of_contact(Sentence.of(parse.text))
    if asked in _ASKED and (asked == "talks" or moment.person.role is Role.EMPLOYER):
        return None if state.stack[-1] in _BEFORE else _ASKED[asked](state, moment, parse)
    question = question_of(state, moment)
    wanted = wanted_of_fields(Sentence.of(parse.text)) if moment.person.role is Role.JOBSEEKER else None
    if wanted and state.stack[-1] not in _BEFORE and not (question and question.free):
        return about_fields(state, moment, wanted)
    dialog = _WRITING.get(question.name) if question else None
    if question and dialog:
        said = _plain(parse.text)
        typed = any(said == _plain(moment.in_words(each.label)) for each in buttons_of(state, question))
        return None if typed or _is_for_chat(parse) else _written(state, parse, moment, dialog)
    return _perhaps(state, parse, moment) if question is None and state.stack[-1] in _AT_REST else None


def _plain(words: str) -> str:
    return Sentence.of(words).folded.strip(" .,!?")


def _is_for_chat(parse: Parse) -> bool:
    if parse.topic in _FOR_CHAT:
        return True
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


def _perhaps(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Ask whether words are for an employer or a person, where the chat itself would not understand them."""
    guess = parse.intent.confidence if parse.intent else 0.0
    if parse.certain or parse.topic or parse.entities or guess >= SURE_ENOUGH:
        return None
    talks = talking(moment)
    if not talks:
        return None
    asking = state.settled().opening("talk").having("talk", unsettled(moment, talks))
    return _written(asking, parse, moment, "talk")


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
