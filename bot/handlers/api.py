"""The web chat's API: messages, their stream, and events (design section 10)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.dialogs import strangers
from bot.dialogs.hearing import LONGEST
from bot.domain.event import Address, Channel, Event, Said, Tapped
from bot.export import export_of
from bot.handlers.edge import edge_of
from bot.handlers.shown import as_json, farewell_json
from bot.handlers.signed_in import here
from bot.text import Text, _
from bot.translate import render
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from bot.handlers.edge import Edge
    from storage.sessions import Session

LONGEST_BODY = 65_536
HEARTBEAT_SECONDS = 15.0
_ID = re.compile(r"[A-Za-z0-9-]{8,40}\Z")
_MOST_VALUE = 64

GONE = _("Dit gesprek is hier niet meer. Vraag op je andere apparaat een code.")
NO_JSON = _("Dat bericht kan ik niet lezen. Laad de pagina opnieuw.")
TOO_LONG = _("Dat is te lang voor mij. Schrijf het in een paar zinnen.")
EMPTY = _("Ik zie geen woorden. Schrijf iets, en stuur het dan.")


class Refusal(Exception):  # noqa: N818 - it refuses; nothing is in error
    """A request that cannot be taken: its status and a plain reason."""

    def __init__(self, status: int, reason: Text) -> None:
        super().__init__(reason.msgid)
        self.status = status
        self.reason = reason


async def _messages(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return _refused(Refusal(401, GONE))
    shown = await messages_since(edge_of(request), session, _after(request))
    return JSONResponse({"messages": shown})


async def _stream(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return _refused(Refusal(401, GONE))
    after = request.headers.get("last-event-id", "")
    start = int(after) if after.isdecimal() else _after(request)
    events = _events(edge_of(request), session, start)
    return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _events(edge: Edge, session: Session, after: int) -> AsyncIterator[str]:
    """Give messages as they come, and a sign of life between them."""
    yield "retry: 2000\n\n"
    with edge.nudges.bell(session.address_id) as bell:
        while True:
            bell.clear()
            try:
                shown = await messages_since(edge, session, after)
                known = bool(shown) or await edge.read(lambda unit: unit.sessions.is_open(session.address_id))
            except StoreError:
                return  # the page comes back by itself
            for message in shown:
                after = message["seq"]
                yield f"id: {after}\ndata: {json.dumps(message, ensure_ascii=False)}\n\n"
            if not known:
                yield "event: gone\ndata: {}\n\n"
                return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), HEARTBEAT_SECONDS)
                continue
            yield "event: ping\ndata: {}\n\n"


async def messages_since(edge: Edge, session: Session, after: int) -> list[dict[str, Any]]:
    """Give the messages after a number, in the language the person reads now."""

    def work(unit: Any) -> tuple[Any, str]:
        return unit.outbox.since(session.address_id, after), unit.people.language_of(session.person_id)

    shown, language = await edge.read(work)
    return [as_json(held, language) for held in shown]


async def _post(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return _refused(Refusal(401, GONE))
    try:
        event = event_of(await _json(request), session.web_id)
    except Refusal as refusal:
        return _refused(refusal, session.language)
    try:
        taken = await edge_of(request).turns.take(event)
    except StoreError:
        return _refused(Refusal(503, strangers.NOT_NOW.text[0]), session.language)
    last = farewell_json(taken.direct, event.at, taken.language)
    return JSONResponse({"messages": last} if last else {}, 202)


def event_of(held: dict[str, Any], web_id: str) -> Event:
    """Read an event; raises `Refusal` with what is wrong."""
    number, text, tap = held.get("id"), held.get("text"), held.get("tap")
    if not isinstance(number, str) or not _ID.match(number) or (text is None) == (tap is None):
        raise Refusal(422, NO_JSON)
    what = _said(text) if tap is None else _tapped(tap)
    return Event(f"web:{web_id}:{number}", Address(Channel.WEB, web_id), what, datetime.now(UTC))


async def _json(request: Request) -> dict[str, Any]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise Refusal(413, TOO_LONG)
    try:
        held = json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal(400, NO_JSON) from None
    if not isinstance(held, dict):
        raise Refusal(422, NO_JSON)
    return held


def _said(text: Any) -> Said:
    if not isinstance(text, str):
        raise Refusal(422, NO_JSON)
    words = _storable(text)
    if not words.strip():
        raise Refusal(422, EMPTY)
    if len(words) > LONGEST:
        raise Refusal(422, TOO_LONG)
    return Said(words)


def _tapped(tap: Any) -> Tapped:
    if not isinstance(tap, dict):
        raise Refusal(422, NO_JSON)
    seq, value = tap.get("seq"), tap.get("value")
    if type(seq) is not int or not 0 <= seq < 2**53 or not isinstance(value, str) or not 0 < len(value) <= _MOST_VALUE:
        raise Refusal(422, NO_JSON)
    return Tapped(_storable(value), seq)


def _storable(text: str) -> str:
    """Drop what no database or encoding can hold: NUL and half surrogates."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


async def _export(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return _refused(Refusal(401, GONE))
    body = await edge_of(request).read(lambda unit: export_of(unit, session.person_id))
    return Response(
        body, media_type="application/json", headers={"Content-Disposition": 'attachment; filename="hallowerk.json"'}
    )


def _after(request: Request) -> int:
    after = request.query_params.get("after", "0")
    return int(after) if after.isdecimal() and len(after) < 16 else 0  # noqa: PLR2004 - fits 64 bits


def _refused(refusal: Refusal, language: str = "nl") -> Response:
    return JSONResponse({"error": render(refusal.reason, language)}, refusal.status)


API_ROUTES = [
    Route("/c/{id}/api/messages", _messages, methods=["GET"]),
    Route("/c/{id}/api/stream", _stream, methods=["GET"]),
    Route("/c/{id}/api/events", _post, methods=["POST"]),
    Route("/c/{id}/api/export", _export, methods=["GET"]),
]
