"""What an update of Telegram means: pure, one event or none (Bot API 10.1, Update)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus, ChatType

from bot.delivery.telegram_menu import value_of
from bot.domain.event import Address, Blocked, Channel, Event, Opened, Said, Sent, Tapped

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import ChatMemberUpdated, Message, Update

    from bot.domain.event import What

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that mean something to us; Telegram keeps the others."""

GROUP = Sent("group")
"""Somebody talks to the bot where others read along."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_KINDS = {
    "animation": "other",  # before document, which an animation is too
    "voice": "voice",
    "photo": "photo",
    "sticker": "sticker",
    "venue": "location",  # before location, which a venue has too
    "location": "location",
    "document": "document",
    "contact": "contact",
    "video": "video",
    "video_note": "video",
}


def event_of(update: Update, at: datetime) -> Event | None:
    """Give the event of an update that came at `at` (aware, UTC); None when it means nothing to us."""
    chat, person, what = update.effective_chat, update.effective_user, _what(update)
    if chat is None or what is None:
        return None
    if chat.type != ChatType.PRIVATE:
        if update.message is None or not isinstance(what, Said | Sent | Opened | Tapped):
            return None
        what = GROUP
    language = person.language_code if person else None
    return Event(f"tg:{update.update_id}", Address(Channel.TELEGRAM, str(chat.id)), what, at, language)


def _what(update: Update) -> What | None:
    if query := update.callback_query:
        return Tapped(query.data) if query.data else None
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if edited := update.edited_message:
        return Said(storable(edited.text), edited=True, first_at=edited.date) if edited.text else None
    return _message(update.message) if update.message else None


def _message(message: Message) -> What | None:
    if message.forward_origin:
        return Sent("forward")
    if message.text:
        return _words(storable(message.text), _answered(message))
    kind = next((ours for theirs, ours in _KINDS.items() if getattr(message, theirs)), None)
    if kind or message.effective_attachment:
        return Sent(kind or "other")
    return None  # a note of Telegram itself, such as a pinned message


def _answered(message: Message) -> str | None:
    """Give the number of the message of ours that this one replies to."""
    replied = message.reply_to_message
    ours = replied is not None and replied.from_user is not None and replied.from_user.is_bot
    return str(replied.message_id) if replied and ours else None


def _words(text: str, reply_to: str | None) -> What:
    command = _COMMAND.fullmatch(text.strip())
    if not command:
        return Said(text, reply_to=reply_to)
    name, payload = command[1].lower(), command[2]
    if name == "start":
        return Opened(payload.strip() if payload else None)
    value = value_of(name)
    return Tapped(value) if value else Said(text, reply_to=reply_to)


def _membership(change: ChatMemberUpdated) -> What | None:
    match change.new_chat_member.status:
        case ChatMemberStatus.BANNED:
            return Blocked()
        case ChatMemberStatus.MEMBER:
            return Blocked(blocked=False)
    return None


def storable(text: str) -> str:
    """Drop what no database or encoding can hold: NUL and half surrogates."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
