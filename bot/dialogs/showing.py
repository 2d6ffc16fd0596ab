"""Whether employers may see somebody: a yes to it, and the way back out and in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import AGREED, BEFORE, agreed, changed, without_yes
from bot.dialogs.asking import ask_again, go_on, question_of
from bot.dialogs.hiding import hidden, hiding, is_direct
from bot.dialogs.jobs.pace import pace_of, send_at
from bot.dialogs.question import forget, put
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import HideProfile, ShowProfile
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def hide_me(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Show nothing to employers any more, until the person wants it again."""
    state = replace(state, misunderstood=0)
    question = question_of(state, moment)
    if question and question.name == AGREED:
        return go_on(state.having("profile", put(state.of("profile"), AGREED, value=False)), moment)
    if AGREED not in state.of("profile"):
        told = say(_("Dat is goed. Geen werkgever ziet jou."))
        return ask_again(without_yes(state), moment).after(*hiding(moment), told)
    return hidden(state, moment)


def show_me(state: State, moment: Moment, parse: Parse) -> Turn:
    """Read everything back, and ask for the yes again."""
    if agreed(state):
        return (
            resume(state, moment, parse) if state.paused else ask_again(state, moment, _("Ik zoek al banen voor je."))
        )
    if AGREED not in state.of("profile"):
        return ask_again(state, moment, _("Dat vraag ik straks."))
    asking = state.settled().having("profile", forget(state.of("profile"), AGREED))
    return go_on(asking.returning_to("profile"), moment)


def pause(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Wait until the person comes back."""
    days = moment.gemeente.keep.conversation
    told = say(
        _("Goed, ik zoek nu even niet.") if agreed(state) else _("Goed, ik wacht op je."),
        _("Ik bewaar {n} dagen wat je hebt gezegd.", n=days),
        _("Wil je verder? Schrijf dan: verder."),
        buttons=(command(_("Ga verder"), "resume"),),
    )
    return Turn(replace(state, paused=True), (*hiding(moment), told))


def resume(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Go on: out of care, after a pause, or with the open question; who is hidden stays hidden."""
    below = state.settled()
    running = replace(below.closing() if below.stack[-1] == "care" else state, paused=False)
    if state.paused and moment.has_profile and agreed(state):
        if pace_of(state) == "never":
            return ask_again(running, moment, _("Goed, je pauze is voorbij.")).after(ShowProfile())
        again = ask_again(running, moment, _("Goed, ik zoek weer banen voor je."))
        return again.after(ShowProfile()).then(send_at(moment.at, pace_of(state)))
    return ask_again(running, moment, _("Goed, we gaan verder."))


def withheld(before: State, turn: Turn, moment: Moment) -> Turn:
    """Hide somebody whose answers are now other than those the yes was for, and say when they are found again."""
    if not moment.has_profile:
        return turn
    was, now = before.of("profile"), turn.state.of("profile")
    if any(isinstance(effect, HideProfile) for effect in turn.effects):
        return turn
    if agreed(before) and not agreed(turn.state) and AGREED not in now:
        return turn.after(HideProfile(), say(_UNTIL_YES if is_direct(moment) else UNTIL_ANSWERED))
    waited = BEFORE in was and was[BEFORE][AGREED] and changed(was)
    if not waited or not agreed(turn.state) or turn.state.paused:
        return turn
    if is_direct(moment) and changed({**now, BEFORE: was[BEFORE]}):
        return turn
    told = say(_FOUND_AGAIN if is_direct(moment) else _SEARCHES_AGAIN)
    return turn.then(told) if AGREED in now else turn.after(ShowProfile(), told)


_UNTIL_YES = _("Tot je weer ja zegt, ziet geen werkgever iets.")
UNTIL_ANSWERED = _("Tot ik je antwoord heb, zoek ik geen banen.")
_FOUND_AGAIN = _("Een werkgever ziet weer wat jij eerder goed vond.")
_SEARCHES_AGAIN = _("Ik zoek weer banen voor je.")
