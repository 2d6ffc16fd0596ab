"""How the chat behaves towards a role: what can be asked for, what is answered, what happens by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.dialogs.after_all import wants_after_all
from bot.dialogs.commands import COMMANDS
from bot.dialogs.contact.choosing import tapped_field, what_is_seen
from bot.dialogs.contact.finding import found_work
from bot.dialogs.contact.happening import HEARD_BY_BOTH, HEARD_BY_EMPLOYER, HEARD_BY_JOBSEEKER
from bot.dialogs.contact.mine import my_talks, tapped_request, tapped_talk
from bot.dialogs.contact.people import people_menu, tapped_ask, tapped_jobs, tapped_people
from bot.dialogs.contact.pieces import TAKEN_BACK
from bot.dialogs.contact.want import tapped_wanted
from bot.dialogs.contact.who_saw import who_saw
from bot.dialogs.contact.words import heard_for_other, mended
from bot.dialogs.digressions import DIGRESSIONS, NOT_WORDS, TOPICS
from bot.dialogs.employer.asked import EMPLOYER_COMMANDS, EMPLOYER_DIGRESSIONS, EMPLOYER_NOT_WORDS, EMPLOYER_TOPICS
from bot.dialogs.employer.happening import OF_VACANCIES
from bot.dialogs.employer.jobs import tapped_job, tapped_page
from bot.dialogs.employer.placing import with_terms
from bot.dialogs.employer.reminders import OVER
from bot.dialogs.employer.words import heard
from bot.dialogs.employer.words import mended as mended_by_employer
from bot.dialogs.handoff.ask import handoff_tapped
from bot.dialogs.handoff.news import late, news
from bot.dialogs.is_fine import is_fine
from bot.dialogs.jobs import asked
from bot.dialogs.jobs.about import asked_about_open
from bot.dialogs.jobs.pace import SEND
from bot.dialogs.jobs.pointed import heard_of_shown
from bot.dialogs.jobs.react import AGAIN
from bot.dialogs.jobs.sending import send, send_again
from bot.dialogs.just_done import undone
from bot.dialogs.last_change import taken_back
from bot.dialogs.leaving import leave_as_it_was
from bot.domain.handoff import LATE, NEWS
from bot.domain.person import Role
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.digressions import Digression
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse
    from bot.text import Text

    Command: TypeAlias = Callable[[State, Moment, Parse], Turn]
    Tap: TypeAlias = Callable[[State, Moment, str, str], Turn]
    Happening: TypeAlias = Callable[[State, Moment, Mapping[str, Any]], Turn]


def _as_it_is(parse: Parse, _moment: Moment) -> Parse:
    return parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How the chat behaves towards a role.

    - commands, digressions, topics: by intent or topic; a topic goes before an intent
    - taps: by kind of thing, what a button about one of them does: its value is `kind:id=key`
    - hears: what words mean to this role, before they are heard as anybody's; None: something else
    - reads: the parse, with what only this role talks about
    - not_words, too_long: what is said to what is no words, and to too many
    - mends: what words mean that replace words said before; None: most likely the last answer, said better
    - happenings: by kind of `Due`, what follows when it is due
    """

    commands: Mapping[str, Command]
    digressions: Mapping[str, Digression]
    topics: Mapping[str, Digression]
    hears: Callable[[State, Parse, Moment], Turn | None] = heard_for_other
    mends: Callable[[State, Parse, Moment], Turn | None] = mended
    reads: Callable[[Parse, Moment], Parse] = _as_it_is
    not_words: Mapping[str, Text] = field(default_factory=lambda: NOT_WORDS)
    too_long: tuple[Text, ...] = (_("Dat is te lang voor mij."), _("Schrijf het in een paar zinnen."))
    taps: Mapping[str, Tap] = field(default_factory=dict)
    happenings: Mapping[str, Happening] = field(default_factory=dict)

    def knows(self, named: str) -> bool:
        """Tell whether something follows from an intent or a topic by itself."""
        return named in self.commands or named in self.digressions or named in self.topics


WERKMATCHER_COMMANDS: Mapping[str, Command] = {
    name: COMMANDS[name]
    for name in "back help repeat something_else crisis violence resume menu language show_data delete_data".split()
}
"""What a werkmatcher can ask for in the chat; their work is at the desk."""

OWN_TIME = frozenset({NEWS, LATE, SEND, AGAIN, TAKEN_BACK, OVER})
"""What chooses its own moment, or cannot wait: all else leaves somebody alone (`resting.py`)."""

TAPS: Mapping[str, Tap] = {"handoff": handoff_tapped}
HAPPENINGS: Mapping[str, Happening] = {NEWS: news, LATE: late}
"""What jobseekers and employers have in common."""

JOB_COMMANDS: Mapping[str, Command] = {
    "show_vacancies": asked.show_vacancies,
    "more_vacancies": asked.more,
    "fewer_vacancies": asked.fewer,
    "interested": asked.interested,
    "not_interested": asked.not_interested,
}

CONDUCTS: Mapping[Role, Conduct] = {
    Role.JOBSEEKER: Conduct(
        commands={
            **COMMANDS,
            **JOB_COMMANDS,
            "who_saw": who_saw,
            "found_work": found_work,
            "talks": my_talks,
            "fields": what_is_seen,
            "as_before": leave_as_it_was,
        },
        digressions=DIGRESSIONS,
        topics=TOPICS,
        hears=lambda state, parse, moment: (
            heard_for_other(state, parse, moment)
            or heard_of_shown(state, parse, moment)
            or asked_about_open(state, parse, moment)
            or undone(state, parse, moment)
            or taken_back(state, parse, moment)
            or wants_after_all(state, parse, moment)
            or is_fine(state, parse, moment)
        ),
        taps={
            **TAPS,
            "job": asked.tap,
            "jobs": asked.tap_page,
            "contact": tapped_request,
            "talk": tapped_talk,
            "field": tapped_field,
        },
        happenings={**HAPPENINGS, SEND: send, AGAIN: send_again, **HEARD_BY_BOTH, **HEARD_BY_JOBSEEKER},
    ),
    Role.EMPLOYER: Conduct(
        commands={**EMPLOYER_COMMANDS, "talks": my_talks, "people": people_menu},
        digressions=EMPLOYER_DIGRESSIONS,
        topics=EMPLOYER_TOPICS,
        hears=lambda state, parse, moment: heard_for_other(state, parse, moment) or heard(state, parse, moment),
        mends=mended_by_employer,
        reads=with_terms,
        not_words=EMPLOYER_NOT_WORDS,
        too_long=(_("Dat is te lang voor mij."), _("Plak een stuk van je tekst, tot 4.000 letters.")),
        taps={
            **TAPS,
            "vacancy": tapped_job,
            "vacancies": tapped_page,
            "fits": tapped_jobs,
            "people": tapped_people,
            "ask": tapped_ask,
            "contact": tapped_wanted,
            "talk": tapped_talk,
        },
        happenings={**HAPPENINGS, **OF_VACANCIES, **HEARD_BY_BOTH, **HEARD_BY_EMPLOYER},
    ),
    Role.WERKMATCHER: Conduct(commands=WERKMATCHER_COMMANDS, digressions={}, topics={}),
}


def conduct_of(moment: Moment) -> Conduct:
    """Give how the chat behaves towards whom the turn belongs to."""
    return CONDUCTS[moment.person.role]
