"""A job that words point at is opened, or it is asked which one; of what was shown, and nothing else.

It changes no answer, and an employer hears nothing of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import profile_in
from bot.dialogs.asking import dialog_of, question_of
from bot.dialogs.contact.want import WANT
from bot.dialogs.expecting import guess
from bot.dialogs.home import HOME
from bot.dialogs.jobs.asked import tap
from bot.dialogs.jobs.card import named
from bot.dialogs.jobs.listing import JOBS, WHICH, Page, buttons, choosing, table
from bot.dialogs.jobs.pointing import Asked, misses, pointed
from bot.dialogs.jobs.react import ABOUT, JOB, REACT, open_one
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import meaning
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogs.facts import Fitting
    from bot.dialogs.jobs.pointing import Pointed
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

_ASKED = {JOBS.name: Asked.WHICH, JOB.name: Asked.REACTION, WANT.name: Asked.ELSE, HOME.name: Asked.ELSE}
_ALSO = frozenset({"show_vacancies", "more_vacancies", "interested", "not_interested"})
"""What words that point may certainly mean as well: "laat de baan in Zeist zien"."""
_MOST = 4
"""How many jobs there are to choose from at most; with "Later" that makes five buttons."""
_NOT_THERE = _("Die baan staat er niet bij.")


def heard_of_shown(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Open the job that words point at, or ask which of several; None: they point at none."""
    asked = _ASKED.get(state.stack[-1])
    if asked is None or _is_else(parse):
        return None
    if asked is Asked.REACTION and question_of(state, moment) is not REACT:
        return None
    sights = _in_sight(state, moment)
    for shown, how in zip(sights, (asked, Asked.ELSE), strict=False):
        found = pointed(parse, shown, how)
        if found:
            return _follow(state, moment, parse, found)
    return _missed(state, moment, parse, sights[0]) if asked is not Asked.ELSE else None


def _is_else(parse: Parse) -> bool:
    """Tell whether words certainly mean something else, or need care."""
    certain = parse.intent.name if parse.certain and parse.intent else None
    return bool(parse.topic) or (certain is not None and certain not in _ALSO) or guess(parse) == "crisis"


def _in_sight(state: State, moment: Moment) -> tuple[tuple[Fitting, ...], ...]:
    """Give the jobs that somebody can have before their eyes: those of the open list, then what was shown lately."""
    lately = _looked_up(moment.facts.shown().lately, state, moment)
    if state.stack[-1] != JOBS.name:
        return (lately,)
    return _looked_up(state.of(JOBS.name)["ids"], state, moment), lately


def _looked_up(ids: Iterable[str], state: State, moment: Moment) -> tuple[Fitting, ...]:
    profile = profile_in(state)
    return tuple(filter(None, (moment.facts.vacancy(each, profile) for each in ids)))


def _opened(state: State) -> str | None:
    """Give the id of the job that is open, if one is."""
    return state.of(state.stack[-1]).get(ABOUT)


def _follow(state: State, moment: Moment, parse: Parse, pointed_at: Pointed) -> Turn | None:
    """Do what is asked of the one job that is meant, or ask which of several."""
    found, is_open = pointed_at.found, any(each.vacancy.id == _opened(state) for each in pointed_at.found)
    if state.stack[-1] == WANT.name and (is_open or pointed_at.no):
        return None
    if len(found) > 1:
        return _which(state, moment, found)
    if pointed_at.no:
        return tap(state, moment, found[0].vacancy.id, "not")
    if is_open and _reacts(parse, moment):
        return None
    return _leaving(state, open_one(state, moment, found[0].vacancy.id))


def _reacts(parse: Parse, moment: Moment) -> bool:
    """Tell whether words say what somebody thinks of the job that is open."""
    read = REACT.reads(Sentence.of(parse.text), moment.today) if REACT.reads else None
    return read is not None or meaning(parse) in {"affirm", "deny", "interested", "not_interested"}


def _leaving(state: State, turn: Turn) -> Turn:
    """Say what becomes of the question that gives way."""
    left = dialog_of(state).left
    return turn.after(say(*left)) if left else turn


def _which(state: State, moment: Moment, found: tuple[Fitting, ...]) -> Turn:
    """Ask which of several jobs is meant."""
    found = found[:_MOST]
    asking = replace(choosing(state, Page(found)), misunderstood=0)
    answers = asking.of(JOBS.name)
    told = say(
        _("Je kunt {n} banen bedoelen.", n=len(found)),
        table(each.vacancy for each in found),
        *WHICH.text(answers, moment),
        buttons=buttons(answers),
    )
    return _leaving(state, Turn(asking, (told,), rests=True))


def _missed(state: State, moment: Moment, parse: Parse, shown: tuple[Fitting, ...]) -> Turn | None:
    """Say that no such job was shown, and show again which ones were."""
    if not shown or not misses(parse, shown) or (state.stack[-1] == JOB.name and _reacts(parse, moment)):
        return None
    if state.stack[-1] == JOB.name and len(shown) == 1:
        only = _("Je ziet nu deze: {job}.", job=named(shown[0].vacancy))
        return misunderstood(state, moment, _NOT_THERE, only)
    shown = shown[:_MOST]
    asking = state if state.stack[-1] == JOBS.name else choosing(state, Page(shown))
    return misunderstood(asking, moment, _NOT_THERE, table(each.vacancy for each in shown))
