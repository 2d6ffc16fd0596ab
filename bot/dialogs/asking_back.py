"""When the guess is not sure enough: "Bedoel je dit?", with the best two or three as buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.conduct import conduct_of
from bot.dialogs.turn import Turn, command, say
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

ASK_FROM, OFFER_FROM, MOST = 0.25, 0.1, 3
"""How likely the best guess has to be to ask back at all; how likely a button has to be, and how many there are."""

MEANINGS: Mapping[str, Text] = {
    "help": _("Uitleg krijgen"),
    "human": _("Een mens spreken"),
    "stop": _("Stoppen"),
    "pause": _("Een pauze nemen"),
    "resume": _("Verdergaan"),
    "back": _("1 vraag terug"),
    "skip": _("Deze vraag overslaan"),
    "why": _("Weten waarom ik dit vraag"),
    "repeat": _("De vraag nog een keer lezen"),
    "menu": _("Zien wat ik kan kiezen"),
    "language": _("Een andere taal"),
    "show_profile": _("Mijn antwoorden zien"),
    "change_answer": _("Een antwoord veranderen"),
    "show_data": _("Zien wat je van mij weet"),
    "delete_data": _("Alles wissen"),
    "who_saw": _("Weten wie mij zag"),
    "show_vacancies": _("Banen zien"),
    "more_vacancies": _("Meer banen krijgen"),
    "fewer_vacancies": _("Minder berichten krijgen"),
    "found_work": _("Ik heb werk gevonden"),
    "job_ended": _("Mijn werk is gestopt"),
    "report": _("Een klacht vertellen"),
    "voluntary_question": _("Weten of het moet"),
    "privacy_question": _("Weten wie dit leest"),
    "benefit_question": _("Een vraag over mijn uitkering"),
    "workshop": _("Een vraag over de workshop"),
    "bot_question": _("Weten wie jij bent"),
}
"""What can be offered, in the words of who taps it. Care is never offered, nor what says nothing that can be done."""

SOMETHING_ELSE = command(_("Iets anders"), "something_else")


def asked_back(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Ask which of the likeliest was meant. It counts as a misunderstanding, and never follows on another one."""
    conduct = conduct_of(moment)
    best = parse.intent
    if state.misunderstood or best is None or best.name not in MEANINGS or best.confidence < ASK_FROM:
        return None
    meant = [
        command(MEANINGS[guess.name], guess.name)
        for guess in parse.intent_ranking
        if guess.confidence >= OFFER_FROM
        and guess.name in MEANINGS
        and (guess.name in conduct.commands or guess.name in conduct.digressions)
    ]
    if not meant:
        return None
    asking = say(_("Ik begrijp je nog niet goed."), _("Bedoel je dit?"), buttons=(*meant[:MOST], SOMETHING_ELSE))
    return Turn(replace(state, misunderstood=1), (asking,))
