"""What was just done besides a change, and is taken back by the next words: "nee toch niet", "laat maar".

A yes to being seen, a pause, a question for a werkmatcher, the end of a talk. It is kept until anything else is heard.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import AGREED, BEFORE, agreed
from bot.dialogs.as_before import wants_before
from bot.dialogs.asking import go_on
from bot.dialogs.contact.ending import MORE_JOBS
from bot.dialogs.contact.naming import other_name
from bot.dialogs.handoff.ask import handoff_tapped
from bot.dialogs.hiding import hidden
from bot.dialogs.never_mind import never_mind, not_after_all
from bot.dialogs.showing import resume
from bot.dialogs.still_seen import STILL_SEEN
from bot.dialogs.turn import Turn, command, say
from bot.dialogs.yes_or_no import meaning
from bot.domain.contact import Phase, Side
from bot.domain.effects import KeepContact
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

DONE = "done"
"""Under which name lies what was done by the turn before: `what`, and the id of the `contact` where it is an end."""


def done_by(before: State, turn: Turn) -> dict[str, Any] | None:
    """Give what a turn did that can be taken back, or cannot and has to be said; None where it did no such thing."""
    state, ended = turn.state, _ended(turn)
    if ended:
        return {"what": "ended", "contact": ended}
    if state.handoff and not before.handoff and "care" not in state.stack:
        return {"what": "waits"}
    if state.paused and not before.paused and state.stack == before.stack:
        return {"what": "pauses"}
    return {"what": "shows"} if agreed(state) and state.stack == ("home",) and not _said_yes(before) else None


def _ended(turn: Turn) -> str | None:
    kept = (effect for effect in turn.effects if isinstance(effect, KeepContact))
    by_jobseeker = (each for each in kept if each.contact.ended_by is Side.JOBSEEKER)
    return next((each.id for each in by_jobseeker if each.contact.ended is Phase.STOPPED), None)


def _said_yes(state: State) -> bool:
    """Tell whether the last answer to the question for a yes is one, also while answers are changed."""
    answers = state.of("profile")
    held = answers if AGREED in answers else answers.get(BEFORE, {})
    return held.get(AGREED) is True


def undone(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Take back what was just done, or say that it stands; None where that is not what is said."""
    done = state.of(DONE)
    if not done or parse.entities or parse.topic:
        return None
    return _UNDOES[done["what"]](replace(state, misunderstood=0), parse, moment)


def _drops(parse: Parse) -> bool:
    return never_mind(parse) or not_after_all(parse) or wants_before(parse)


def _seen_no_more(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Take back the yes by a clear no; ask what else may be one."""
    if state.stack[-1] != "home":
        return None
    if not_after_all(parse):
        return hidden(state, moment)
    may_be = _drops(parse) or meaning(parse) in {"deny", "not_interested"}
    return go_on(state.opening(STILL_SEEN.name), moment) if may_be else None


def _no_pause(state: State, parse: Parse, moment: Moment) -> Turn | None:
    return resume(state, moment, parse) if _drops(parse) else None


def _waits_no_longer(state: State, parse: Parse, moment: Moment) -> Turn | None:
    return handoff_tapped(state, moment, "wait", "stop") if _drops(parse) else None


def _stays_ended(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Say that an end stands: the chat cannot undo it, a werkmatcher may help."""
    talk = moment.facts.contact(state.of(DONE)["contact"])
    if talk is None or not _drops(parse):
        return None
    told = say(
        _("Het gesprek met {name} blijft gestopt.", name=other_name(talk, moment)),
        _("Dat kan ik niet terugdraaien."),
        _("Wil je toch weer praten? Vraag het aan een werkmatcher."),
        buttons=(command(_("Een mens spreken"), "human"), MORE_JOBS),
    )
    return Turn(state, (told,), rests=True)


_UNDOES: Mapping[str, Callable[[State, Parse, Moment], Turn | None]] = {
    "shows": _seen_no_more,
    "pauses": _no_pause,
    "waits": _waits_no_longer,
    "ended": _stays_ended,
}
