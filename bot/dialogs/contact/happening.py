"""What follows when something about a contact is due, by its kind (`naming.py`)."""

from __future__ import annotations

from bot.dialogs.contact.asked import asked
from bot.dialogs.contact.bringing import BROUGHT, brought
from bot.dialogs.contact.ending import has_ended, has_waited, is_over
from bot.dialogs.contact.finding import is_hired
from bot.dialogs.contact.give import GIVEN
from bot.dialogs.contact.naming import ACCEPTED, ASKED, DECLINED, ENDED, FAILED, HIRED, OVER, RELAY, SILENT, WANTED
from bot.dialogs.contact.pieces import ASKED_FOR, TAKEN_BACK, is_asked_for, is_given, is_taken_back
from bot.dialogs.contact.talk import not_arrived, relayed
from bot.dialogs.contact.want import accepted, declined, somebody_wants

HEARD_BY_BOTH = {RELAY: relayed, FAILED: not_arrived, ENDED: has_ended, ACCEPTED: accepted}
HEARD_BY_JOBSEEKER = {
    HIRED: is_hired,
    ASKED_FOR: is_asked_for,
    BROUGHT: brought,
    ASKED: asked,
    SILENT: has_waited,
    DECLINED: declined,
}
HEARD_BY_EMPLOYER = {GIVEN: is_given, TAKEN_BACK: is_taken_back, OVER: is_over, WANTED: somebody_wants}
