"""A yes after a no: who let nothing be seen, and wants work after all, is asked anew by any words that say so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import AGREED
from bot.dialogs.expecting import guess
from bot.dialogs.hiding import SHOW_ME
from bot.dialogs.next_step import SHOW_LATER, followed
from bot.dialogs.showing import show_me
from bot.dialogs.turn import Turn
from bot.dialogs.yes_or_no import FIRM_YES, meaning
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_question
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

_A_YES = frozenset({"affirm", "interested", "resume", "show_vacancies", "more_vacancies", None})
"""What a sentence may mean that begins with a yes: "ja, laat maar zien"."""


def wants_after_all(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the button does, by its own words or by a yes; it shows nothing yet, but asks. None: something else."""
    if state.stack[-1] != "home" or state.of("profile").get(AGREED) is not False:
        return None
    if _typed(parse, moment) or _is_yes(parse):
        return show_me(replace(state, misunderstood=0), moment, parse)
    if not parse.topic and meaning(parse) == "deny":
        return Turn(replace(state, misunderstood=0), (followed(state, moment, _("Dat is goed.")),), rests=True)
    return None


def _typed(parse: Parse, moment: Moment) -> bool:
    said = Sentence.of(parse.text).plain
    labels = {button.label for button in (SHOW_LATER, SHOW_ME)}
    return said in {Sentence.of(words).plain for each in labels for words in (moment.in_words(each), each.msgid)}


def _is_yes(parse: Parse) -> bool:
    if parse.topic or parse.certain:
        return not parse.topic and parse.intent is not None and parse.intent.name == "affirm"
    sentence = Sentence.of(parse.text)
    begins = bool(sentence.tokens) and sentence.tokens[0].text in FIRM_YES and not is_question(sentence)
    return meaning(parse) == "affirm" or (begins and guess(parse) in _A_YES)
