"""The way in from the team's group on Telegram: what is done there is an act like at the desk, and has an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.delivery.telegram import answer_tap
from bot.handlers.team_events import team_event_of, thread_of
from bot.translate import SOURCE, render

if TYPE_CHECKING:
    from telegram import Update

    from bot.handlers.telegram import TelegramEdge


async def take_in_team(edge: TelegramEdge, update: Update) -> None:
    """Take an update of the group. It raises what the turn raises: then it comes again, and nothing is lost."""
    thread = thread_of(update)
    handoff = await edge.handoff_in(thread) if thread is not None else None
    found = team_event_of(update, handoff, edge.now())
    if found is None:
        return
    taken = await edge.take(found.event) if found.event else None
    answer = taken.direct[0].text[0] if taken and taken.direct else found.answer
    words = render(answer, SOURCE) if answer else None
    chat = str(edge.gemeente.telegram_group)
    if update.callback_query:
        edge.saying.add(chat, answer_tap(edge.bot, update.callback_query.id, words))
    elif words:
        edge.saying.add(chat, edge.saying.say(chat, words, thread=found.thread, tries=2))
