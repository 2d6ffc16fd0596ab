"""The way in from Telegram: long polling or a webhook, each moving on only after the turn is committed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hmac import compare_digest
from itertools import count
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, TypeVar

from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.error import TelegramError

from bot.delivery.outcome import Again, Wait
from bot.delivery.pacing import back_off
from bot.delivery.telegram import answer_tap, clear_buttons, send, words_of
from bot.delivery.telegram_menu import set_up
from bot.dialogs import strangers
from bot.domain.event import Opened, Said
from bot.domain.invitation import code_in
from bot.handlers.telegram_events import GROUP, WANTED, event_of
from bot.taken import How, Taken
from bot.translate import SOURCE, languages, render
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from starlette.requests import Request
    from telegram import Bot

    from bot.domain.event import Event
    from bot.domain.gemeente import Gemeente
    from bot.handlers.guesses import Guesses

T = TypeVar("T")
log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name (Bot API, setWebhook)
POLL_SECONDS = 50
LONGEST_PAUSE = 30.0
MOST_TRIES = 3
"""So often a turn is tried that fails by a mistake of ours; one that the database cannot do is tried until it can."""

_FAREWELL_TRIES = 5
_MOST_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class TelegramEdge:
    """The product, as its Telegram edge sees it. `take` has committed when it returns, and done nothing if it raises.

    `tried` counts by update id how often a turn failed.
    """

    bot: Bot
    take: Callable[[Event], Awaitable[Taken]]
    gemeente: Gemeente
    guesses: Guesses
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    pause: Callable[[float], Coroutine[Any, Any, object]] = field(default=asyncio.sleep)
    tried: dict[int, int] = field(default_factory=dict)


async def poll(edge: TelegramEdge, stop: asyncio.Event) -> None:
    """Take updates by long polling until `stop` is set. The next one is asked for only after a turn is committed."""
    offset, failures, begun = None, 0, False
    while not stop.is_set():
        try:
            if not begun:
                await _unless(stop, _begin(edge))
                begun = True
            asking = edge.bot.get_updates(offset, timeout=POLL_SECONDS, allowed_updates=WANTED)
            updates = await _unless(stop, asking) or ()
        except TelegramError as error:
            log.warning("Telegram gives no updates: %s", type(error).__name__)
            failures += 1
            await _unless(stop, edge.pause(_pause_after(failures)))
            continue
        failures = failures if updates else 0
        for update in updates:
            if not await handle(edge, update):
                failures += 1
                await _unless(stop, edge.pause(_pause_after(failures)))
                break
            offset, failures = update.update_id + 1, 0
    if offset is not None:
        with contextlib.suppress(TelegramError):
            await edge.bot.get_updates(offset, limit=1, timeout=0)  # confirms the last ones


async def _begin(edge: TelegramEdge) -> None:
    await edge.bot.initialize()
    await edge.bot.delete_webhook()  # Telegram gives no updates while there is one
    await set_up(edge.bot)


async def begin_webhook(edge: TelegramEdge, url: str, secret: str) -> None:
    """Have Telegram bring updates to `url`, with the secret; tried until Telegram agrees."""
    for failures in count():
        try:
            await edge.bot.initialize()
            # one connection: over several, one person's messages could overtake each other
            await edge.bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED, max_connections=1)
        except TelegramError as error:
            log.warning("Telegram did not take the webhook: %s", type(error).__name__)
            await edge.pause(_pause_after(failures + 1))
        else:
            break
    await set_up(edge.bot)


def webhook(edge: TelegramEdge, path: str, secret: str) -> Route:
    """Make the route that takes updates: 403 without the secret, 200 only after the commit, 503: bring it again."""

    async def endpoint(request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return Response(status_code=403)
        try:
            update = Update.de_json(await request.json(), edge.bot)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return Response(status_code=400)
        return Response(status_code=200 if await handle(edge, update) else 503)

    return Route(path, endpoint, methods=["POST"])


async def handle(edge: TelegramEdge, update: Update) -> bool:
    """Take one update and say what is said at once; False when it has to come again."""
    event = event_of(update, edge.now())
    if event is None:
        return True
    try:
        taken = await _taken(edge, event)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person gets an answer and the update is not lost
        return await _not_now(edge, update.update_id, event, error)
    edge.tried.pop(update.update_id, None)
    if query := update.callback_query:
        await answer_tap(edge.bot, query.id)
        if taken.how is How.ERASED and query.message:
            await clear_buttons(edge.bot, query.message.chat.id, query.message.message_id)
    await _say(edge, event, taken)
    return True


async def _taken(edge: TelegramEdge, event: Event) -> Taken:
    """Take an event, but not in a group, and not from who tries links or codes again and again."""
    if event.what == GROUP:
        return Taken(How.STRANGER, (strangers.only_alone(),))
    caller = event.id.partition(":")[0] + event.address.key
    if _guesses(event) and edge.guesses.too_many(caller):
        return Taken(How.REFUSED, (strangers.too_many(edge.gemeente),))
    taken = await edge.take(event)
    if taken.how is How.REFUSED:
        edge.guesses.wrong(caller)
    return taken


def _guesses(event: Event) -> bool:
    match event.what:
        case Opened(token):
            return token is not None
        case Said(text):
            return code_in(text) is not None
    return False


async def _say(edge: TelegramEdge, event: Event, taken: Taken) -> None:
    """Say at once what is kept nowhere, as one message. A farewell is tried again; a stranger can write again."""
    if not taken.direct:
        return
    language = taken.language if taken.how is How.ERASED else _language(event)
    text = "\n\n".join(words_of(body, language) for body in taken.direct)
    buttons = [(render(button.label, language), button.value) for button in taken.direct[-1].buttons]
    for tries in range(_FAREWELL_TRIES if taken.how is How.ERASED else 1):
        match await send(edge.bot, int(event.address.key), text, buttons):
            case Wait(seconds):
                await edge.pause(seconds)
            case Again():
                await edge.pause(back_off(tries))
            case _:
                return


async def _not_now(edge: TelegramEdge, number: int, event: Event, error: Exception) -> bool:
    """Say once that it does not work now; True when this update is given up."""
    place = extract_tb(error.__traceback__)[-1]
    log.warning("A turn failed: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
    tries = edge.tried[number] = edge.tried.get(number, 0) + 1
    if tries == 1 and event.what != GROUP:
        await send(edge.bot, int(event.address.key), words_of(strangers.NOT_NOW, _language(event)))
    if len(edge.tried) > _MOST_REMEMBERED:
        del edge.tried[next(iter(edge.tried))]
    if isinstance(error, StoreError) or tries < MOST_TRIES:
        return False
    log.error("A turn was given up after %s tries", tries)
    del edge.tried[number]
    return True


def _language(event: Event) -> str:
    """Give the language of somebody of whom we know only what Telegram says."""
    said = (event.language or SOURCE).partition("-")[0]
    return said if said in languages() else SOURCE


def _pause_after(failures: int) -> float:
    return min(back_off(failures - 1), LONGEST_PAUSE)


async def _unless(stop: asyncio.Event, what: Coroutine[Any, Any, T]) -> T | None:
    """Give what comes of it; None, and it is called off, as soon as `stop` is set."""
    doing, stopping = asyncio.ensure_future(what), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
        return doing.result() if doing.done() else None
    finally:
        doing.cancel()
        stopping.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)
