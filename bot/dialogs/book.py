"""All dialogs by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asides import ASIDES
from bot.dialogs.at_the_desk import AT_THE_DESK
from bot.dialogs.care import CARE
from bot.dialogs.changing import CHANGE, changing
from bot.dialogs.contact.ask import ASK
from bot.dialogs.contact.asked import REQUEST
from bot.dialogs.contact.fields import SHOW
from bot.dialogs.contact.found import FOUND, SURVEY
from bot.dialogs.contact.give import GIVE
from bot.dialogs.contact.parting import PART
from bot.dialogs.contact.talk import TALK
from bot.dialogs.contact.want import WANT
from bot.dialogs.contact.whom import WHOM
from bot.dialogs.employer.asides import EMPLOYER_ASIDES
from bot.dialogs.employer.form import VACANCY
from bot.dialogs.employer.home import EMPLOYER_HOME
from bot.dialogs.employer.readback import LINES as VACANCY_LINES
from bot.dialogs.employer.welcome import EMPLOYER_WELCOME
from bot.dialogs.handoff.asked import HANDOFF
from bot.dialogs.home import HOME
from bot.dialogs.jobs.listing import JOBS
from bot.dialogs.jobs.pace import STILL
from bot.dialogs.jobs.react import JOB
from bot.dialogs.learn import LEARN
from bot.dialogs.profile import PROFILE
from bot.dialogs.still_seen import STILL_SEEN
from bot.dialogs.sure import SURE
from bot.dialogs.taking_back import ASKING_BACK, EITHER
from bot.dialogs.tongues import OFFERS
from bot.dialogs.welcome import WELCOME
from bot.domain.person import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.dialog import Dialog
    from bot.dialogs.state import State

JOBSEEKERS = (
    *(WELCOME, PROFILE, CHANGE, SURE, ASKING_BACK, EITHER, STILL_SEEN, LEARN, HOME, JOB, JOBS, STILL),
    *(REQUEST, WANT, GIVE, SHOW, WHOM, PART, FOUND, SURVEY),
)
EMPLOYERS = (
    EMPLOYER_WELCOME,
    VACANCY,
    changing("vacancy_change", VACANCY, VACANCY_LINES),
    EMPLOYER_HOME,
    ASK,
    *EMPLOYER_ASIDES,
)

DIALOGS: Mapping[str, Dialog] = {
    dialog.name: dialog
    for dialog in (*JOBSEEKERS, *EMPLOYERS, AT_THE_DESK, TALK, CARE, HANDOFF, *ASIDES, *OFFERS.values())
}

BEGINNINGS: Mapping[Role, str] = {
    Role.JOBSEEKER: WELCOME.name,
    Role.EMPLOYER: EMPLOYER_WELCOME.name,
    Role.WERKMATCHER: AT_THE_DESK.name,
}
"""The dialog that somebody who just opened their invitation begins with."""

HOMES: Mapping[Role, str] = {
    Role.JOBSEEKER: HOME.name,
    Role.EMPLOYER: EMPLOYER_HOME.name,
    Role.WERKMATCHER: AT_THE_DESK.name,
}
"""The dialog in which nothing is asked."""


def form_of(state: State) -> Dialog | None:
    """Give the dialog whose questions any sentence may answer now."""
    name = next((form for name in reversed(state.stack) if (form := DIALOGS[name].form)), None)
    return DIALOGS[name] if name else None
