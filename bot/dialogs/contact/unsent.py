"""A message that waited for a choice, and was left without one: it is said that it did not go, and what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.contact.guarding import told_apart
from bot.dialogs.contact.naming import RELAY
from bot.dialogs.contact.talk import NOT_SENT, OVER_NOW, TALK, is_pending
from bot.dialogs.turn import say
from bot.domain.effects import Erase, Plan, Say
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.state import Answers, State
    from bot.dialogs.turn import Turn
    from bot.domain.effects import Effect

_SAY_SO = frozenset({NOT_SENT.msgid, OVER_NOW.msgid})


def with_unsent(before: State, turn: Turn) -> Turn:
    """Say first that a message which waited is not sent, where a turn leaves it; never to who is in danger."""
    held, after = before.of(TALK.name), turn.state.of(TALK.name)
    written_anew = after.get("about") == held.get("about") and TALK.name in turn.state.stack
    if not is_pending(held) or is_pending(after) or written_anew or turn.state.stack[-1] == "care":
        return turn
    if any(_settles(effect) for effect in turn.effects):
        return turn
    return turn.after(not_sent(held))


def not_sent(held: Answers) -> Say:
    """Say that a message did not go, and which, where its words may be kept."""
    which = told_apart(held)
    return say(
        *((_("Dit bericht heb ik niet gestuurd:"), *which) if which else (_("Ik heb je bericht niet gestuurd."),))
    )


def _settles(effect: Effect) -> bool:
    """Tell whether a message went, or is told or known not to have gone."""
    match effect:
        case Plan(kind=kind):
            return kind == RELAY
        case Say(message=message):
            return any(text.msgid in _SAY_SO for text in message.text)
    return isinstance(effect, Erase)
