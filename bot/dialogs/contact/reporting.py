"""A message is reported: a human sees just that message, and nothing else of the conversation (V3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.contact.naming import TALKS, button, other_name, quoted
from bot.dialogs.handoff.asked import queued
from bot.dialogs.turn import Turn, say
from bot.domain.effects import TellWerkmatcher
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.message import Button


def report(state: State, moment: Moment, talk: Talk) -> Turn:
    """Show the message that came last, and ask whether a werkmatcher may read it."""
    words = state.of(TALKS).get(talk.id)
    if words is None:
        stop = button(talk, _("Stop dit gesprek"), "stop")
        return Turn(state, (say(_("Er is geen bericht om te melden."), buttons=(stop,)),), rests=True)
    told = say(
        _("Een werkmatcher leest dan alleen dit bericht van {name}:", name=other_name(talk, moment)),
        quoted(words),
        _("Wil je het melden?"),
        buttons=(button(talk, _("Ja, meld dit bericht"), "reported"), button(talk, _("Nee, meld niets"), "open")),
    )
    return Turn(state, (told,), rests=True)


def reported(state: State, moment: Moment, talk: Talk) -> Turn:
    """Give the message to a werkmatcher."""
    words = state.of(TALKS).get(talk.id)
    if words is None:
        return report(state, moment, talk)
    about = _("een bericht van {name}", name=other_name(talk, moment))
    thanks = say(_("Dank je. Een werkmatcher kijkt naar het bericht."), buttons=_after(talk))
    if state.handoff:
        line: Text = _("Gemeld: {words}", words=quoted(words))
        return Turn(state, (TellWerkmatcher(moment.in_words(line)), thanks), rests=True)
    return queued(state.settled(), moment, about=about, shown=(quoted(words),)).after(thanks)


def _after(talk: Talk) -> tuple[Button, ...]:
    return (button(talk, _("Stop dit gesprek"), "stop"),)
