"""A question about a vacancy: told from what is known of it. A question is never a yes, a no or a later to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import profile_in
from bot.dialogs.asking import ask_again, question_of
from bot.dialogs.contact.asked import REQUEST
from bot.dialogs.contact.give import GIVE
from bot.dialogs.contact.want import WANT
from bot.dialogs.digressions import DIGRESSIONS
from bot.dialogs.expecting import guess
from bot.dialogs.jobs.card import known_of
from bot.dialogs.jobs.react import ABOUT, JOB, REACT
from bot.dialogs.turn import say
from bot.domain.reasons import journey_told
from bot.nlu.readers.about_job import asked_of
from bot.nlu.readers.reaction import asked
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_OF_A_CONTACT = frozenset({REQUEST.name, GIVE.name})
"""The dialogs that hold a contact, and not a job."""
_REACTS = frozenset(REACT.means) | {"affirm", "deny"}
"""What would be a yes, a no or a later to a job, were it no question."""
_OF_A_JOB = _REACTS | frozenset(
    """inform dont_know skip greet thanks chitchat out_of_scope found_work job_ended change_answer workshop why repeat
    help""".split()
)
"""What the guess makes of a question about a job that is open."""
_ALSO_OF_A_JOB = _OF_A_JOB | {"show_vacancies", "more_vacancies", "fewer_vacancies", "show_profile", "menu", "back"}
"""The same, where what is asked is something that a card tells."""


def asked_about_open(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Answer a question about the job that is open, and what is asked in between; None: it is something else."""
    sentence, where = Sentence.of(parse.text), state.stack[-1]
    vacancy_id = _open_job(state, moment) if asks(sentence) and not _is_certain(parse) else None
    if vacancy_id is None:
        return None
    question = question_of(state, moment)
    if where == JOB.name and (question is not REACT or asked(sentence, moment.today)):
        return None
    told, meant = asked_of(sentence), guess(parse)
    if meant and meant in DIGRESSIONS and meant not in _OF_A_JOB:
        said = tuple(say(*paragraphs) for paragraphs in DIGRESSIONS[meant](state, moment))
        return ask_again(replace(state, misunderstood=0), moment).after(*said)
    if meant and meant not in (_ALSO_OF_A_JOB if told else _OF_A_JOB):
        return None
    return told_of(state, moment, vacancy_id, told)


def _open_job(state: State, moment: Moment) -> str | None:
    """Give the id of the job about which something is asked now."""
    where = state.stack[-1]
    if where in _OF_A_CONTACT:
        talk = moment.facts.contact(state.of(where)[ABOUT])
        return talk.vacancy.id if talk else None
    return str(state.of(where)[ABOUT]) if where in {JOB.name, WANT.name} else None


def _is_certain(parse: Parse) -> bool:
    """Tell whether words certainly ask for something else."""
    return bool(parse.topic) or bool(parse.certain and parse.intent and parse.intent.name not in _REACTS)


def told_of(state: State, moment: Moment, vacancy_id: str, asked: tuple[str, ...]) -> Turn:
    """Tell what was asked for, as far as it is known, and put the question once more."""
    held = moment.facts.vacancy(vacancy_id, profile_in(state))
    known = _told(held, asked) if held else ()
    told = (
        (lines(_("Dit weet ik van deze baan:"), *known),)
        if known
        else (_("Dat staat niet bij deze baan."), _("Je werkmatcher kan het voor je vragen."))
    )
    return ask_again(replace(state, misunderstood=0), moment, *told)


def _told(held: Fitting, asked: tuple[str, ...]) -> tuple[Text, ...]:
    known = {**known_of(held.vacancy), "employer": _("• Werkgever: {name}", name=verbatim(held.vacancy.employer))}
    journey = (journey_told(held.fit.by, held.fit.minutes),) if held.fit else ()
    return tuple(
        line for about in asked if about in known for line in (known[about], *(journey if about == "place" else ()))
    )
