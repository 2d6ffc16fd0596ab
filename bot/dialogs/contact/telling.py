"""Words that begin with whom they are for, "zeg tegen de bakker dat ik kom": they are a message, and no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asking import go_on, say_between
from bot.dialogs.contact.ending import MORE_JOBS
from bot.dialogs.contact.mine import tapped_talk
from bot.dialogs.contact.naming import other_name, talking
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.talk import opened, unsettled
from bot.dialogs.contact.whom import asking, meant, names_employer, names_nobody
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Phase, Side, phase_at
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

_NOT_SENT = _("Ik heb je bericht niet gestuurd.")


def telling(state: State, moment: Moment, whom: str) -> State | Turn | None:
    """Give the state in which such words are written, or what is said where they cannot go; None: they are none."""
    talks = talking(moment)
    found = meant(whom, talks, moment)
    if len(found) == 1 and not names_nobody(whom):
        return opened(state, found[0], moment)
    if found:
        return _asking_whom(state, moment, list(found))
    waiting = meant(whom, [each for each in moment.facts.contacts() if _waits(each, moment)], moment)
    if waiting:
        return _not_yet(state, moment, waiting)
    if not names_employer(whom, alone=True):
        return None
    if talks:
        return _asking_whom(state, moment, talks)
    told = say(_("Met die werkgever heb je nu geen contact."), _NOT_SENT, buttons=(MY_TALKS, MORE_JOBS))
    return say_between(state, moment, told)


def _waits(talk: Talk, moment: Moment) -> bool:
    return phase_at(talk.contact, moment.at) is Phase.ASKED


def _asking_whom(state: State, moment: Moment, talks: list[Talk]) -> State:
    return state.settled().opening("talk").having("talk", unsettled(moment, talks))


def _not_yet(state: State, moment: Moment, waiting: tuple[Talk, ...]) -> Turn:
    """Say that messages do not pass yet, and what can be done there; of the answer nothing is guessed."""
    if len(waiting) > 1:
        return go_on(asking(state, moment, waiting, "open"), moment).after(say(_NOT_SENT))
    name = other_name(waiting[0], moment)
    if waiting[0].contact.asked_by is Side.JOBSEEKER:
        told = say(
            _("{name} zei nog geen ja. Ik heb je bericht niet gestuurd.", name=name),
            _("Zegt {name} ja? Dan hoor je het van mij.", name=name),
        )
        return say_between(state, moment, told)
    told = say(_("Je praat nog niet met {name}. Ik heb je bericht niet gestuurd.", name=name))
    return tapped_talk(state, moment, waiting[0].id, "open").after(told)
