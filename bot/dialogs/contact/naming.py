"""Who is who in a contact, and what the things about it are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.contact import Side, may_pass
from bot.domain.effects import Disclose
from bot.domain.message import Button
from bot.domain.person import Role
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.domain.vacancy import Vacancy

ASKED = "contact_asked"
"""To a jobseeker: an employer asks for contact. Body: `id`, `text`."""
WANTED = "contact_wanted"
"""To an employer: a person wants this work. Body: `id`."""
ACCEPTED = "contact_yes"
"""To who asked: the other said yes. Body: `id`."""
DECLINED = "contact_no"
"""To a jobseeker who asked: the employer said no. Body: `id`."""
OVER = "contact_over"
"""To an employer, after exactly `VALID`: it shows whether there is contact. Body: `id`."""
SILENT = "contact_silent"
"""To a jobseeker: has the employer answered in time? Body: `id`."""
RELAY = "relay"
"""A message of the other side. Body: `id`, `text`, `fix` (it corrects the one before)."""
FAILED = "relay_failed"
"""To a sender: their message did not arrive. Body: `id`."""
HIRED = "hired"
"""To a jobseeker: an employer says that they come to work there. Body: `name`."""
ENDED = "contact_ended"
"""To the other side: it is over. Body: `name`, `job`, and perhaps `silent`; nothing of who ended it."""

TALKS = "talks"
"""Beside the dialogs' answers: by contact, what the other side wrote last, so that it can be reported."""


def side_of(moment: Moment) -> Side:
    """Give on which side whose turn it is stands."""
    return Side.EMPLOYER if moment.person.role is Role.EMPLOYER else Side.JOBSEEKER


def other_id(talk: Talk, moment: Moment) -> str:
    """Give the id of the person on the other side; "" when they are gone."""
    between = talk.contact.between
    return between.person_id if side_of(moment) is Side.EMPLOYER else between.employer_id


def other_name(talk: Talk, moment: Moment) -> Text:
    """Name the other side: a pseudonym, or what the employer is called."""
    return verbatim(talk.name if side_of(moment) is Side.EMPLOYER else talk.vacancy.employer)


def own_name(talk: Talk, moment: Moment) -> str:
    """Give what the other side calls whose turn it is."""
    return talk.vacancy.employer if side_of(moment) is Side.EMPLOYER else talk.name


def work(vacancy: Vacancy) -> Text:
    """Name the work that a contact is about."""
    return verbatim(vacancy.title)


def shown(talk: Talk, person_id: str, what: str) -> Disclose:
    """Record that something of the person of a contact is shown to its employer."""
    return Disclose((person_id,), what, talk.vacancy.employer, talk.vacancy.title)


def button(talk: Talk, label: Text, key: str) -> Button:
    """Make a button about a contact."""
    return Button(label, f"talk:{talk.id}={key}")


def talking(moment: Moment) -> list[Talk]:
    """Give the contacts of whose turn it is in which messages pass now."""
    return [each for each in moment.facts.contacts() if may_pass(each.contact, moment.at)]


def quoted(words: str) -> Text:
    """Show somebody's words as theirs."""
    return _("“{words}”", words=verbatim(words))
