"""A crisis: nothing is asked, somebody is named to call, and only "verder" leads back to the questions (V9)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.question import ask
from bot.dialogs.turn import Turn, command, say
from bot.domain.opening import is_open
from bot.nlu.sentence import Sentence
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
STAY_GUESSED = _("Ik blijf hier. Bel 113. Dan praat er nu iemand met je. Bedoelde je iets anders, schrijf dan: verder.")
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
GUESSED = "guessed"
"""Under which name stands that no words were certain: the classifier heard danger."""

_OTHERWISE = re.compile(
    r"(?:(?:nee|neen|ja|sorry|oh|o|maar|nou|hoor|echt|jawel) )*"
    r"(?:(?:het|t|alles) gaat (?:(?:weer|al|nu|echt|gewoon|best|heel) )*(?:goed|beter|prima)(?: met (?:mij|me))?|"
    r"(?:(?:ik bedoel(?:de)?|dat bedoel(?:de)? ik|zo bedoel(?:de)? ik) (?:(?:het|dat|dit) )?(?:zo )?niet(?: zo)?)|"
    r"ik bedoel(?:de)? (?:iets|wat) anders|je (?:begrijpt|snapt) (?:me|mij) (?:verkeerd|niet)|"
    r"(?:je hebt (?:me|mij) )?verkeerd begrepen|(?:er is )?(?:niks|niets) aan de hand|alles (?:is )?(?:goed|oke|ok)|"
    r"(?:i am|i m) (?:fine|ok|okay)|i did(?: not|n t) mean (?:that|it))"
    r"(?: (?:hoor|joh|echt|sorry|dank je|bedankt))*"
)
"""What says that a guess was wrong."""

WAITS = _("De vragen kunnen wachten.")


def _stays(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    if answers.get("about") == "violence":
        return (STAY_SAFE,)
    return (STAY_GUESSED if answers.get(GUESSED) else STAY,)


def _stay(state: State, _moment: Moment) -> Turn:
    return Turn(state, rests=True)


CARE = Dialog(
    name="care",
    questions=(ask("care", _stays, why=STAY, again=STAY, extras=(HUMAN, GO_ON), needed=True),),
    done=_stay,
)
"""It has no answer: no yes, no and no skip reaches the question that was open."""


def cared(state: State, moment: Moment, about: str, *, guessed: bool = False) -> Turn:
    """Care before anything else; `about`: "despair" or "violence"; `guessed`: no words were certain."""
    again = state.stack[-1] == "care" and state.of("care").get("about") == about
    cares = caring(state, about, guessed=guessed)
    if about == "violence":
        return Turn(cares, _said(*VIOLENCE))
    rest = () if again else (_nearby(moment),)
    return Turn(cares, _said(*(DESPAIR_AGAIN if again else DESPAIR), *rest))


def caring(state: State, about: str, *, guessed: bool = False) -> State:
    """Give the state in which nothing is asked until "verder"; `about`: "despair" or "violence"."""
    held = {"about": about, GUESSED: True} if guessed else {"about": about}
    return replace(state.settled().opening("care").having("care", held), misunderstood=0)


def means_otherwise(state: State, text: str) -> bool:
    """Tell whether somebody who was only guessed to be in danger says that they are not: "ik bedoelde dat niet"."""
    guessed = state.stack[-1] == "care" and state.of("care").get(GUESSED)
    return bool(guessed) and _OTHERWISE.fullmatch(Sentence.of(text).plain) is not None


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
