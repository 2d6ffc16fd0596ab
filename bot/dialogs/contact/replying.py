"""A reply to one message (Telegram): what somebody writes is for who wrote that message, however long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.contact.talk import doubted, opened

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

_NOT_NOW = frozenset({"care", "erase", "stop", "employer_erase", "employer_stop"})
"""Dialogs that a reply does not leave: what is asked there comes first."""


def replying(state: State, moment: Moment, about: str | None) -> State:
    """Turn to the conversation that a reply belongs to, also when it is over: then the words go nowhere, as is said.

    A reply to a message that passed on nothing (`about` is None) leaves it open for whom the words are: it is asked.
    """
    if state.is_with_human or state.stack[-1] in _NOT_NOW:
        return state
    talk = moment.facts.contact(about) if about else None
    if talk:
        return opened(state, talk, moment)
    return doubted(state)
