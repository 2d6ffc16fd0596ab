"""What is offered, in their own language, to who writes in another one than Dutch: to go on in one that we have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asides import TONGUES
from bot.dialogs.care import GO_ON
from bot.dialogs.dialog import Dialog
from bot.dialogs.human import human_told
from bot.dialogs.question import NOTHING, Choice, ask
from bot.dialogs.turn import Turn, say
from bot.domain.effects import SpeakIn
from bot.nlu.lists import sections
from bot.nlu.tongue import wanted_language
from bot.nlu.wording import whole
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence


def _words_of(code: str) -> Mapping[str, str]:
    """Read what is said in a language."""
    lines = (line.partition(": ") for line in sections("going_on.txt")[code])
    return {name: words for name, _sign, words in lines}


def _chosen(state: State, moment: Moment) -> Turn:
    name = state.stack[-1]
    answer = state.of(name)[name]
    if answer != "human":
        return Turn(state.closing(), (SpeakIn(answer), say(_("Goed, we gaan samen verder."))))
    call = _words_of(name.removeprefix(_PREFIX))["call"].format(phone=moment.gemeente.contact.phone)
    return Turn(state.closing(), (say(verbatim(call)), say(*human_told(moment), buttons=(GO_ON,))), rests=True)


_PREFIX = "tongue."


def _tongue(sentence: Sentence, _today: date) -> Entity | None:
    """Read which of our languages somebody names."""
    code = wanted_language(sentence)
    return whole(sentence, "tongue", code) if code in TONGUES else None


def _offer(code: str) -> Dialog:
    """Make the small dialog that asks in one language."""
    words = _words_of(code)
    seen, offer, question = (verbatim(words[name]) for name in ("seen", "offer", "ask"))
    choices = (
        Choice("nl", verbatim(words["dutch"]), "nl"),
        Choice("en", verbatim(words["english"]), "en"),
        Choice("human", verbatim(words["human"]), "human"),
    )
    asked = ask(
        _PREFIX + code,
        (offer, question),
        first=lambda _answers, _moment: ((seen,),),
        choices=choices,
        reads=_tongue,
        yes="en" if code == "en" else NOTHING,
        sorry=offer,
        again=offer,
        why=offer,
        needed=True,
    )
    return Dialog(name=_PREFIX + code, questions=(asked,), done=_chosen, light=True, renews=True)


OFFERS: Mapping[str, Dialog] = {code: _offer(code) for code in sections("going_on.txt")}
"""By the language that somebody writes in."""
