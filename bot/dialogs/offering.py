"""Who writes in another language is offered, once and in that language, to go on in one that the chat has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import go_on
from bot.dialogs.state import LASTING
from bot.dialogs.tongues import OFFERS
from bot.domain.effects import Erase, SpeakIn
from bot.nlu.foreign import written_in
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

ONCE = "tongue"
"""The mark in the state that the offer was made."""


def offering(state: State, code: str, moment: Moment) -> Turn:
    """Offer to go on in another language, in the language of who asks."""
    offered = replace(state.opening(OFFERS[code].name), misunderstood=0, once=(*state.once, ONCE))
    return go_on(offered, moment)


def also_offering(state: State, turn: Turn | None, parse: Parse, moment: Moment) -> Turn | None:
    """Add the offer to what somebody who writes in another language gets to hear, if anything; else leave it so."""
    after = turn.state if turn else state
    if ONCE in after.once or after.stack[-1] not in LASTING - {"care"}:
        return turn
    code = written_in(Sentence.of(parse.text))
    if code is None or code not in OFFERS or code == moment.person.language:
        return turn
    done = turn.effects if turn else ()
    if any(isinstance(effect, (Erase, SpeakIn)) for effect in done):
        return turn
    return offering(after, code, moment).after(*done)
