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

from bot.delivery.pacing import back_off
from bot.delivery.telegram import answer_tap, clear_buttons
from bot.delivery.telegram_menu import set_up
from bot.dialogs import strangers
from bot.domain.event import Opened, Said
from bot.domain.invitation import code_in
from bot.handlers.team import take_in_team
from bot.handlers.telegram_events import GROUP, WANTED, event_of
from bot.handlers.telegram_files import Reads, with_file
from bot.taken import How, Taken
from bot.translate import SOURCE, languages, render, words_of
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from starlette.requests import Request
    from telegram import Bot

    from bot.domain.event import Address, Event
    from bot.domain.gemeente import Gemeente
    from bot.handlers.guesses import Guesses
    from bot.handlers.telegram_saying import Saying

T = TypeVar("T")
log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name (Bot API, setWebhook)
POLL_SECONDS = 50
LONGEST_PAUSE = 30.0
MOST_TRIES = 3
"""So often a turn is tried that fails by a mistake of ours; one that the database cannot do is tried until it can."""

_FAREWELL_TRIES = 5
_SPARE_SECONDS = 5
_MOST_REMEMBERED = 1000


async def _no_files(_at: Address) -> Reads:
    return Reads.NOTHING


async def _no_topics(_thread: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class TelegramEdge:
    """The product, as its Telegram edge sees it. `take` has committed when it returns, and done nothing if it raises.

    `known` tells whether somebody is known at an address, `reads_files` what is fetched of their files; `tried`
    counts by update id how often a turn failed; `handoff_in` gives the handoff of a topic in the team's group.
    """

    bot: Bot
    take: Callable[[Event], Awaitable[Taken]]
    known: Callable[[Address], Awaitable[bool]]
    gemeente: Gemeente
    guesses: Guesses
    saying: Saying
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    pause: Callable[[float], Coroutine[Any, Any, object]] = field(default=asyncio.sleep)
    tried: dict[int, int] = field(default_factory=dict)
    reads_files: Callable[[Address], Awaitable[Reads]] = _no_files
    handoff_in: Callable[[int], Awaitable[str | None]] = field(default=_no_topics)


async def poll(edge: TelegramEdge, stop: asyncio.Event) -> None:
    """Take updates by long polling until `stop` is set. The next one is asked for only after a turn is committed."""
    offset, failures, begun = None, 0, False
    while not stop.is_set():
        try:
            if not begun:
                await _unless(stop, _begin(edge))
                begun = True
            updates = await _unless(stop, _updates(edge.bot, offset)) or ()
        except Exception as error:  # noqa: BLE001 - nothing may end the polling
            log.warning("Telegram gives no updates: %s", type(error).__name__)
            failures += 1
            await _unless(stop, edge.pause(_pause_after(failures)))
            continue
        failures = failures if updates else 0
        for number, update in updates:
            if update and not await handle(edge, update):
                failures += 1
                await _unless(stop, edge.pause(_pause_after(failures)))
                break
            offset, failures = number + 1, 0
    if offset is not None:
        with contextlib.suppress(TelegramError):
            await edge.bot.get_updates(offset, limit=1, timeout=0)  # confirms the last ones


async def _updates(bot: Bot, offset: int | None) -> list[tuple[int, Update | None]]:
    """Ask for what comes after an offset (Bot API, getUpdates): the number of each update, and what can be read of it.

    The client's own `get_updates` reads all or nothing. In this spelling of the name it gives what came as it came.
    """
    asked = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": list(WANTED)}
    given = {name: value for name, value in asked.items() if value is not None}
    came: Any = await bot.do_api_request("GetUpdates", api_kwargs=given, read_timeout=POLL_SECONDS + _SPARE_SECONDS)
    return [(int(raw["update_id"]), _readable(raw, bot)) for raw in came]


def _readable(raw: Any, bot: Bot) -> Update | None:
    """Read an update; None for one of a kind that the client does not know: it would not be known later either."""
    try:
        return Update.de_json(raw, bot)
    except Exception as error:  # noqa: BLE001 - whatever it is, the updates behind it must go on
        log.error("An update cannot be read: %s", type(error).__name__)  # noqa: TRY400 - its text may be personal
        return None


async def _begin(edge: TelegramEdge) -> None:
    await edge.bot.initialize()
    await edge.bot.delete_webhook()  # Telegram gives no updates while there is one
    await set_up(edge.bot)


async def begin_webhook(edge: TelegramEdge, url: str, secret: str, stop: asyncio.Event) -> None:
    """Have Telegram bring updates to `url`, with the secret; tried until Telegram agrees, or `stop` is set."""
    await _unless(stop, _set_webhook(edge, url, secret))


async def _set_webhook(edge: TelegramEdge, url: str, secret: str) -> None:
    for failures in count(1):
        try:
            await edge.bot.initialize()
            # one connection: over several, one person's messages could overtake each other
            await edge.bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED, max_connections=1)
        except TelegramError as error:
            log.warning("Telegram did not take the webhook: %s", type(error).__name__)
            await edge.pause(_pause_after(failures))
        else:
            break
    await set_up(edge.bot)


def webhook(edge: TelegramEdge, path: str, secret: str) -> Route:
    """Make the route that takes updates: 403 without the secret, 200 only after the commit, 503: bring it again.

    200 too for an update that cannot be read: refused, it would hold up all others.
    """

    async def endpoint(request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return Response(status_code=403)
        try:
            raw = await request.json()
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        update = _readable(raw, edge.bot)
        return Response(status_code=503 if update and not await handle(edge, update) else 200)

    return Route(path, endpoint, methods=["POST"])


async def handle(edge: TelegramEdge, update: Update) -> bool:
    """Take one update, and have said what is said at once; False when it has to come again."""
    event = None
    try:
        if update.effective_chat and update.effective_chat.id == edge.gemeente.telegram_group:
            await take_in_team(edge, update)
            edge.tried.pop(update.update_id, None)
            return True
        event = event_of(update, edge.now())
        if event is None:
            return True
        event = await with_file(edge.bot, update, event, edge.reads_files)
        taken = await _taken(edge, event)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person gets an answer and the update is not lost
        return _not_now(edge, update.update_id, event, error)
    edge.tried.pop(update.update_id, None)
    chat = event.address.key
    if taken.how is How.ERASED or ((update.callback_query or taken.direct) and not edge.saying.full(chat)):
        edge.saying.add(chat, _say(edge, update, event, taken))
    return True


async def _taken(edge: TelegramEdge, event: Event) -> Taken:
    """Take an event, but not in a group, and not from a stranger who tries links or codes again and again."""
    if event.what == GROUP:
        return Taken(How.STRANGER, (strangers.only_alone(),))
    code = isinstance(event.what, Said) and code_in(event.what.text) is not None
    link = isinstance(event.what, Opened) and event.what.token is not None
    if not (code or link) or await edge.known(event.address):
        return await edge.take(event)
    caller = event.id.partition(":")[0] + event.address.key
    if not edge.guesses.books(caller, code=code):
        return Taken(How.REFUSED, (strangers.too_many(edge.gemeente),))
    wrong = False
    try:
        taken = await edge.take(event)
        wrong = taken.how is How.REFUSED
    finally:
        if not wrong:
            edge.guesses.take_back(caller)
    return taken


async def _say(edge: TelegramEdge, update: Update, event: Event, taken: Taken) -> None:
    """Say at once what is kept nowhere, as one message. A farewell is tried again; a stranger can write again."""
    if query := update.callback_query:
        await answer_tap(edge.bot, query.id)
        if taken.how is How.ERASED and query.message:
            await clear_buttons(edge.bot, query.message.chat.id, query.message.message_id)
    farewell, chat = taken.how is How.ERASED, event.address.key
    if not taken.direct:
        return
    language = taken.language if farewell else _language(event)
    text = "\n\n".join(words_of(body, language) for body in taken.direct)
    buttons = [(render(button.label, language), button.value) for button in taken.direct[-1].buttons]
    await edge.saying.say(chat, text, buttons, tries=_FAREWELL_TRIES if farewell else 1)


def _not_now(edge: TelegramEdge, number: int, event: Event | None, error: Exception) -> bool:
    """Say once that it does not work now; True when this update is given up."""
    place = extract_tb(error.__traceback__)[-1]
    log.warning("A turn failed: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
    tries = edge.tried[number] = edge.tried.get(number, 0) + 1
    if tries == 1 and event and event.what != GROUP:
        chat = event.address.key
        edge.saying.add(chat, edge.saying.say(chat, words_of(strangers.NOT_NOW, _language(event))))
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
