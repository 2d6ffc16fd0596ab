"""Words that replace words said before, where a werkmatcher got those, or is there now (V3).

What was said to the chat does not reach a werkmatcher by being said better, and the other way round.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again
from bot.dialogs.care import caring, words_of_care
from bot.dialogs.handoff.beside import beside
from bot.dialogs.turn import Turn, say
from bot.domain.effects import TellWerkmatcher
from bot.nlu.topics import without_bsn
from bot.text import _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def mended_beside(state: State, parse: Parse, moment: Moment, first_at: datetime) -> Turn | None:
    """Hear words that replace words said at `first_at`; None: a werkmatcher has nothing to do with it."""
    to_human, about = _was_with_human(state, first_at), _crisis_in(parse)
    if state.is_with_human and state.handoff:
        if to_human:
            return beside(state, parse, moment, edited=True)
        if about:
            return Turn(caring(state, about), (TellWerkmatcher(None, is_urgent=True), *words_of_care(about)))
        name = verbatim(state.handoff["by"])
        mine = _("Dat schreef je aan mij, de computer. {name} krijgt dit niet.", name=name)
        return Turn(state, (say(mine, _("Ik verander nu niets. Vertel het mij na dit gesprek.")),))
    if not to_human or about:
        return None
    if state.handoff:
        words = without_bsn(parse.text.strip()) if parse.topic == "bsn" else parse.text.strip()
        told = say(_("Goed, de werkmatcher krijgt je bericht zo."))
        return ask_again(state, moment).after(TellWerkmatcher(words, edited=True), told)
    told = say(_("Dat schreef je aan een werkmatcher. Die leest het nu niet meer."))
    return ask_again(state, moment).after(told)


def _was_with_human(state: State, at: datetime) -> bool:
    """Tell whether a werkmatcher was there at a moment."""
    if state.with_human is None:
        return False
    since, until = (datetime.fromisoformat(each) if each else None for each in state.with_human)
    return (since is None or since <= at) and (until is None or at < until)


def _crisis_in(parse: Parse) -> str | None:
    """Give what words are about that tell of danger: "violence" or "despair"."""
    if not parse.certain or parse.intent is None or parse.intent.name != "crisis":
        return None
    return "violence" if parse.topic == "violence" else "despair"
