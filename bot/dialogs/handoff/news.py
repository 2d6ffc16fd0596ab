"""What the desk did that the person has not heard yet: told in order, once, in whatever turn comes first.

That a turn is planned for it (`NEWS`) only sees to it that there is one; what is told is what stands in the handoff.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.asking import ask_again
from bot.dialogs.care import GO_ON, cannot_wait
from bot.dialogs.handoff.asked import NO_LONGER
from bot.dialogs.handoff.when import by_then
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import Plan, ReturnHandoff
from bot.domain.handoff import ANSWER_MINUTES, LATE, NEWS, Kind
from bot.domain.opening import after_open
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Say
    from bot.domain.handoff import Line, Standing

ERASING = frozenset({"erase", "employer_erase"})
"""The questions whether everything is to be erased, of a jobseeker and of an employer."""

STOP_HERE = command(_("Stop dit gesprek"), "stop")


@dataclass(frozen=True, slots=True)
class Caught:
    """The state after what was new, what is said of it, how it ended (None: it did not), and how it stands."""

    state: State
    said: tuple[Say, ...] = ()
    over: Kind | None = None
    standing: Standing | None = None


def is_there(state: State) -> bool:
    """Tell whether the person knows that they talk with a werkmatcher."""
    return state.is_with_human


def caught_up(state: State, moment: Moment) -> Caught:
    """Tell what is new. Nobody can change the handoff until this turn ends, where somebody has one."""
    if state.handoff is None:
        return Caught(state)
    standing = moment.facts.handoff(state.handoff["seen"])
    if standing is None:
        return Caught(replace(state, handoff=None))
    said: list[Say] = []
    over = None
    for line in standing.lines:
        said.append(_told(line, moment, standing, state))
        state = _after(line, state, moment)
        over = line.kind if line.kind in {Kind.HANDED_BACK, Kind.CLOSED} else over
    if said and state.stack[-1] in ERASING:
        state = state.closing()  # a "ja" would answer the werkmatcher now, and erase nothing
    if not standing.is_open:
        state = replace(state, handoff=None)
    return Caught(state, tuple(said), over, standing)


def _after(line: Line, state: State, moment: Moment) -> State:
    """Give the state after a line: who is there, who was there before, and since when somebody is."""
    held = state.handoff or {}
    by = _by_after(line, held)
    if by and not is_there(state):
        state = state.settled()  # a question that came in between does not wait for who talks with a human
        state = replace(state, with_human=(moment.at.isoformat(), None))
    elif is_there(state) and not by:
        state = without_human(state, moment)
    was = held.get("by") or held.get("was")
    return replace(state, handoff={**held, "seen": line.number, "by": by, "was": was})


def without_human(state: State, moment: Moment) -> State:
    """Remember until when a werkmatcher was there."""
    since = state.with_human[0] if state.with_human else moment.at.isoformat()
    return replace(state, with_human=(since, moment.at.isoformat()))


def with_whom(state: State) -> tuple[Text, ...]:
    """Say again with whom somebody talks."""
    name = verbatim((state.handoff or {}).get("by") or "")
    return (_("Je praat nu met {name}. Dat is een werkmatcher, een mens.", name=name),)


def _by_after(line: Line, before: Mapping[str, Any]) -> str | None:
    """Give who is there after a line. A colleague may speak beside who has it."""
    match line.kind:
        case Kind.CLAIMED:
            return line.by
        case Kind.PASSED_ON:
            return line.text
        case Kind.REPLIED:
            return before.get("by") or line.by
    return None


def _told(line: Line, moment: Moment, standing: Standing, state: State) -> Say:
    name = verbatim(line.by or "")
    match line.kind:
        case Kind.CLAIMED:
            was = (state.handoff or {}).get("was")
            if was and was != line.by:
                who = _another(name, verbatim(was))
            else:
                who = (_("Vanaf nu praat je met {name}. Dat is een werkmatcher, een mens.", name=name),)
            return say(*who, _("Ik ben nu stil. Wil je stoppen? Schrijf dan: stop."), buttons=(STOP_HERE,))
        case Kind.REPLIED:
            return say(verbatim(line.text or ""), by=_("{name}, werkmatcher", name=name))
        case Kind.PASSED_ON:
            return say(*_another(verbatim(line.text or ""), name), buttons=(STOP_HERE,))
        case Kind.LATE:
            return say(*_late_told(line, moment, standing, state), buttons=(GO_ON, NO_LONGER))
        case Kind.HANDED_BACK:
            return say(_("{name} stopt nu. Je praat weer met mij, de computer.", name=name))
    return say(
        _("Je gesprek met {name} is klaar. Je praat weer met mij, de computer.", name=name),
        _("Wil je nog iets vragen? Schrijf dan: mens."),
        buttons=(GO_ON,),
    )


def _another(name: Text, before: Text) -> tuple[Text, ...]:
    """Say who takes over, and what they can read: all of the conversation, not only what is said from now on."""
    return (
        _("Vanaf nu praat je met {name}. Dat is ook een werkmatcher.", name=name),
        _("{name} leest ook wat je aan {before} schreef.", name=name, before=before),
    )


def _late_told(line: Line, moment: Moment, standing: Standing, state: State) -> tuple[Text, ...]:
    call = cannot_wait(state) or (_("Bellen mag ook: {phone}.", phone=moment.gemeente.contact.phone),)
    if line.by is None:
        return (_("Sorry, het duurt langer dan ik zei. Je staat nog in de rij."), *call)
    until = standing.answer_by
    soon = (by_then(moment, until),) if until and until > moment.at else ()
    told = _("{name} geeft nu geen antwoord. Je vraag staat weer in de rij.", name=verbatim(line.by))
    return (_("Sorry."), told, *soon, *call)


def news(state: State, moment: Moment, _body: Mapping[str, Any]) -> Turn:
    """Tell what is new; when the conversation was handed back, go on where it was."""
    return _turn(caught_up(state, moment), moment)


def _turn(caught: Caught, moment: Moment) -> Turn:
    if caught.over is Kind.HANDED_BACK:
        return ask_again(caught.state, moment).after(*caught.said)
    return Turn(caught.state, caught.said)


def late(state: State, moment: Moment, _body: Mapping[str, Any]) -> Turn:
    """Put the handoff back in the queue, with a mark, when nobody answered by the time that was promised."""
    caught = caught_up(state, moment)
    turn, standing = _turn(caught, moment), caught.standing
    until = standing.answer_by if standing and standing.is_open else None
    if until is None or until > moment.at:
        return turn
    if not is_there(caught.state):
        return turn.then(ReturnHandoff(None), Plan(NEWS))
    again = after_open(moment.gemeente.opening, moment.at, timedelta(minutes=ANSWER_MINUTES))
    return turn.then(ReturnHandoff(again), Plan(NEWS), Plan(LATE, at=again))
