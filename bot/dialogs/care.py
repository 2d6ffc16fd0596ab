"""A crisis: nothing is asked, somebody is named to call, and only "verder" leads back to the questions (V9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.question import ask
from bot.dialogs.turn import Turn, command, say
from bot.domain.opening import is_open
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Say

GO_ON = command(_("Ga verder"), "resume")

HUMAN = command(_("Een mens spreken"), "human")

HEEDED = frozenset("crisis violence human stop pause delete_data language resume show_data hide_me".split())
"""What can be asked for all the same; everything else gets no other answer than that help is near."""

STAY = _("Ik blijf hier. Bel 113. Dan praat er nu iemand met je. Gaat het weer, schrijf dan: verder.")
STAY_SAFE = _("Ik blijf hier. Bel 0800-2000. Bel bij gevaar 112. Gaat het weer, schrijf dan: verder.")

DESPAIR: tuple[tuple[Text, ...], ...] = (
    (_("Wat erg dat je je zo voelt."), _("Ik ben een computer. Er zijn mensen die nu met je willen praten.")),
    (_("Bel 113, of gratis 0800-0113. Dat kan dag en nacht. Je kunt ook schrijven op 113.nl."),),
)
DESPAIR_AGAIN: tuple[tuple[Text, ...], ...] = (
    (_("Ik denk dat het niet goed met je gaat."), _("Bel nu 113, of gratis 0800-0113. Ben je in gevaar? Bel 112.")),
)
VIOLENCE: tuple[tuple[Text, ...], ...] = (
    (_("Wat erg. Dit mag niemand jou doen. Ben je nu in gevaar? Bel 112."),),
    (_("Bel Veilig Thuis: 0800-2000. Dat is gratis, dag en nacht."),),
    (_("Leest iemand mee? Schrijf dan: wis alles."),),
)
WAITS = _("De vragen kunnen wachten.")


def _stays(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    return (STAY_SAFE if answers.get("about") == "violence" else STAY,)


def _stay(state: State, _moment: Moment) -> Turn:
    return Turn(state, rests=True)


CARE = Dialog(
    name="care",
    questions=(ask("care", _stays, why=STAY, again=STAY, extras=(HUMAN, GO_ON), needed=True),),
    done=_stay,
)
"""It has no answer: no yes, no and no skip reaches the question that was open."""


def cared(state: State, moment: Moment, about: str) -> Turn:
    """Care before anything else; `about`: "despair" or "violence"."""
    again = state.stack[-1] == "care" and state.of("care").get("about") == about
    cares = caring(state, about)
    if about == "violence":
        return Turn(cares, _said(*VIOLENCE))
    rest = () if again else (_nearby(moment),)
    return Turn(cares, _said(*(DESPAIR_AGAIN if again else DESPAIR), *rest))


def caring(state: State, about: str) -> State:
    """Give the state in which nothing is asked until "verder"; `about`: "despair" or "violence"."""
    return replace(state.settled().opening("care").having("care", {"about": about}), misunderstood=0)


def cannot_wait(state: State) -> tuple[Text, ...]:
    """Say whom to call to who waits for a human in a crisis; nothing to anybody else."""
    if "care" not in state.stack:
        return ()
    violent = state.of("care").get("about") == "violence"
    return (_("Ben je nu in gevaar? Bel 112.") if violent else _("Kun je niet wachten? Bel nu 113."),)


def words_of_care(about: str) -> tuple[Say, ...]:
    """Give the words alone, for who talks with a human already; `about`: "despair" or "violence"."""
    return tuple(say(*told) for told in (VIOLENCE if about == "violence" else DESPAIR))


def _nearby(moment: Moment) -> tuple[Text, ...]:
    """Name somebody near, when there is somebody."""
    if not is_open(moment.gemeente.opening, moment.at):
        return (WAITS,)
    call = _(
        "Je kunt ook {phone} bellen. Daar praat je met iemand van de gemeente.", phone=moment.gemeente.contact.phone
    )
    return (call, WAITS)


def _said(*messages: tuple[Text, ...]) -> tuple[Say, ...]:
    *first, last = messages
    return (*(say(*told) for told in first), say(*last, buttons=(HUMAN, GO_ON)))
