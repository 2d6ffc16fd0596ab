"""How the chat behaves towards a role: what can be asked for, what is answered, what happens by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.dialogs.commands import COMMANDS
from bot.dialogs.digressions import DIGRESSIONS, TOPICS
from bot.dialogs.employer.asked import EMPLOYER_COMMANDS, EMPLOYER_DIGRESSIONS, EMPLOYER_TOPICS
from bot.dialogs.handoff.ask import handoff_tapped
from bot.dialogs.handoff.news import late, news
from bot.dialogs.jobs import asked
from bot.dialogs.jobs.pace import SEND
from bot.dialogs.jobs.react import AGAIN
from bot.dialogs.jobs.sending import send, send_again
from bot.domain.handoff import LATE, NEWS
from bot.domain.person import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.digressions import Digression
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

    Command: TypeAlias = Callable[[State, Moment, Parse], Turn]
    Tap: TypeAlias = Callable[[State, Moment, str, str], Turn]
    Happening: TypeAlias = Callable[[State, Moment, Mapping[str, Any]], Turn]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How the chat behaves towards a role.

    - commands, digressions, topics: by intent or topic; a topic goes before an intent
    - taps: by kind of thing, what a button about one of them does: its value is `kind:id=key`
    - happenings: by kind of `Due`, what follows when it is due
    """

    commands: Mapping[str, Command]
    digressions: Mapping[str, Digression]
    topics: Mapping[str, Digression]
    taps: Mapping[str, Tap] = field(default_factory=dict)
    happenings: Mapping[str, Happening] = field(default_factory=dict)

    def knows(self, named: str) -> bool:
        """Tell whether something follows from an intent or a topic by itself."""
        return named in self.commands or named in self.digressions or named in self.topics


WERKMATCHER_COMMANDS: Mapping[str, Command] = {
    name: COMMANDS[name]
    for name in "back help repeat crisis violence resume menu language show_data delete_data".split()
}
"""What a werkmatcher can ask for in the chat; their work is at the desk."""

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
        commands={**COMMANDS, **JOB_COMMANDS},
        digressions=DIGRESSIONS,
        topics=TOPICS,
        taps={**TAPS, "job": asked.tap, "jobs": asked.tap_page},
        happenings={**HAPPENINGS, SEND: send, AGAIN: send_again},
    ),
    Role.EMPLOYER: Conduct(
        commands=EMPLOYER_COMMANDS,
        digressions=EMPLOYER_DIGRESSIONS,
        topics=EMPLOYER_TOPICS,
        taps=TAPS,
        happenings=HAPPENINGS,
    ),
    Role.WERKMATCHER: Conduct(commands=WERKMATCHER_COMMANDS, digressions={}, topics={}),
}


def conduct_of(moment: Moment) -> Conduct:
    """Give how the chat behaves towards whom the turn belongs to."""
    return CONDUCTS[moment.person.role]
