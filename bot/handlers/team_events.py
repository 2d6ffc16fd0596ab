"""What an update from the team's group on Telegram means: pure. Topics are handoffs (Bot API 10.1, Message)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.topics import CLAIM
from bot.domain.event import Address, Channel, Event
from bot.domain.handoff import Claim, HandBack, Reply
from bot.handlers.storable import storable
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Message, Update, User

    from bot.domain.handoff import Act

INSIDE = "//"
"""A line that begins so stays in the group."""

_DONE = re.compile(r"/klaar(?:@\w+)?\s*")
_OURS = re.compile(r"/\w+(?:@\w+)?\b")

ONLY_WORDS = _(
    # staff: a werkmatcher reads this
    "Dit gaat niet door. Ik kan alleen woorden doorgeven."
)
NOT_EDITED = _(
    # staff: a werkmatcher reads this
    "Een veranderd bericht gaat niet door. Stuur het nog een keer."
)
NOT_ANONYMOUS = _(
    # staff: a werkmatcher reads this
    "Dit gaat niet door: je praat hier zonder naam. Zet dat uit in de groep."
)
UNKNOWN_COMMAND = _(
    # staff: a werkmatcher reads this
    "Dat ken ik niet. Schrijf /klaar als het gesprek klaar is."
)


@dataclass(frozen=True, slots=True)
class InTeam:
    """What an update in the group is about: a topic, what is done there, by whom, or what is said back at once."""

    thread: int | None
    event: Event | None = None
    answer: Text | None = None


def thread_of(update: Update) -> int | None:
    """Give the topic that an update came from."""
    message = update.message or update.edited_message
    return message.message_thread_id if message and message.is_topic_message else None


def team_event_of(update: Update, handoff: str | None, at: datetime) -> InTeam | None:
    """Give what an update means; `handoff` is that of its topic. None: nothing, it stays among the team."""
    if query := update.callback_query:
        data, thread = storable(query.data or ""), getattr(query.message, "message_thread_id", None)
        claims = data.startswith(CLAIM)
        return InTeam(thread, _event(update, query.from_user, Claim(data.removeprefix(CLAIM)), at)) if claims else None
    message, thread = update.message or update.edited_message, thread_of(update)
    if message is None or handoff is None or _stays(message):
        return None
    what = _what(message, handoff, edited=update.edited_message is not None)
    if isinstance(what, Text) or message.from_user is None:
        return InTeam(thread, answer=what if isinstance(what, Text) else NOT_ANONYMOUS)
    return InTeam(thread, _event(update, message.from_user, what, at))


def _stays(message: Message) -> bool:
    """Tell whether a message is for nobody outside: a note of Telegram itself, a bot's, or all of it for the team."""
    is_bot = message.from_user is not None and message.from_user.is_bot and message.sender_chat is None
    words = message.text or message.caption
    return is_bot or (not _outside(words) if words else message.effective_attachment is None)


def _outside(words: str) -> str:
    """Give the lines that do not stay inside."""
    return "\n".join(line for line in words.splitlines() if not line.lstrip().startswith(INSIDE)).strip()


def _what(message: Message, handoff: str, *, edited: bool) -> Act | Text:
    """Give what a message does, or why it does nothing."""
    if message.sender_chat:
        return NOT_ANONYMOUS
    if edited:
        return NOT_EDITED
    text = _outside(storable(message.text or ""))
    if not text or message.effective_attachment:
        return ONLY_WORDS
    if _DONE.fullmatch(text):
        return HandBack(handoff)
    return UNKNOWN_COMMAND if _OURS.match(text) else Reply(handoff, text, beside=True)


def _event(update: Update, who: User, what: Act, at: datetime) -> Event:
    return Event(f"tg:{update.update_id}", Address(Channel.TEAM, str(who.id)), what, at, name=storable(who.first_name))
