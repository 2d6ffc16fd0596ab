"""The web chat's API: messages, their stream, and events (design section 10)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from math import ceil
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.dialogs import strangers
from bot.dialogs.contact.give import asks_file
from bot.dialogs.state import unpack_state
from bot.dialogs.understanding import LONGEST
from bot.domain.event import Address, Channel, Event, Said, Sent, Tapped
from bot.export import EXPORT_FILE, export_of
from bot.handlers.edge import edge_of
from bot.handlers.pages import language_of
from bot.handlers.shown import as_json, last_words
from bot.handlers.signed_in import forgotten, here, renewed
from bot.handlers.storable import storable
from bot.taken import How
from bot.text import Text, _
from bot.translate import render
from bot.uploads import MOST_BYTES, cleaned
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from starlette.requests import Request

    from bot.handlers.edge import Edge
    from storage.outbox import Shown
    from storage.sessions import Session
    from storage.unit import Unit

LONGEST_BODY = 65_536
MOST_AT_ONCE = 500
UPLOAD_SECONDS = 180
"""How long a file may be on its way: 5 MB at 30 kB a second."""
_ID = re.compile(r"[A-Za-z0-9-]{8,40}\Z")
_MOST_VALUE = 64

GONE = _("Dit gesprek is hier niet meer. Vraag op je andere apparaat een code.")
NO_JSON = _("Dat bericht kan ik niet lezen. Open de pagina opnieuw.")
TOO_LONG = _("Dat is te lang voor mij. Schrijf het in een paar zinnen.")
TOO_FAST = _("Dat gaat te snel voor mij. Wacht even. Ik stuur het zo nog een keer.")
FILES_TOO_FAST = _("Dat gaat te snel voor mij. Wacht even. Kies het bestand dan nog een keer.")
TOO_SLOW = _("Dat duurt te lang. Kies een kleiner bestand, of ga naar een plek met beter internet.")
NO_FILE = _("Ik kan alleen een foto of een pdf sturen. Die mag niet te groot zijn.")
FILE_GONE = _("Dit bestand is er niet meer.")
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
        return stranger(request)
    shown = await messages_since(edge_of(request), session, number(request.query_params.get("after", "")))
    return JSONResponse({"messages": shown or []})


async def _stream(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return stranger(request)
    after = request.headers.get("last-event-id") or request.query_params.get("after", "")
    events = _events(edge_of(request), session, number(after))
    return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _events(edge: Edge, session: Session, after: int) -> AsyncIterator[str]:
    """Give messages as they come, and a sign of life between them."""
    yield "retry: 2000\n\n"
    with edge.bounds.stream(session.address_id) as there_is_room, edge.nudges.bell(session.address_id) as bell:
        while there_is_room:  # else the page goes on by asking
            bell.clear()
            try:
                shown = await messages_since(edge, session, after)
            except StoreError:
                return  # the page comes back by itself
            if shown is None:
                yield "event: gone\ndata: {}\n\n"
                return
            for message in shown:
                after = message["seq"]
                yield f"id: {after}\ndata: {json.dumps(message, ensure_ascii=False)}\n\n"
            if len(shown) == MOST_AT_ONCE:
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), edge.heartbeat)
                continue
            yield "event: ping\ndata: {}\n\n"


async def messages_since(edge: Edge, session: Session, after: int) -> list[dict[str, Any]] | None:
    """Give the messages after a number, in the language the person reads now; None when they were erased.

    At most `MOST_AT_ONCE`, oldest first: who got so many asks on after the last of them.
    """

    def work(unit: Unit) -> tuple[Sequence[Shown], str] | None:
        shown = unit.outbox.since(session.address_id, after, MOST_AT_ONCE)
        if not shown and not unit.sessions.is_open(session.address_id):
            return None
        return shown, unit.people.language_of(session.person_id) if shown else session.language

    found = await edge.read(work)
    return None if found is None else [as_json(held, found[1]) for held in found[0]]


async def _post(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return stranger(request)
    edge = edge_of(request)
    wait = edge.bounds.wait(session.address_id)
    if wait:
        late = refused(request, Refusal(429, TOO_FAST))
        late.headers["Retry-After"] = str(ceil(wait))
        return late
    try:
        event = event_of(await json_of(request), session.web_id, edge.now())
    except Refusal as refusal:
        return refused(request, refusal)
    taken = await edge.turns.take(event)
    last = last_words(taken.direct, event.at, taken.language)
    answer = JSONResponse({"messages": last} if last else {}, 202)
    if taken.how is How.ERASED:
        return forgotten(request, answer, f"/c/{session.web_id}/")
    return await renewed(request, session, answer)


async def _upload(request: Request) -> Response:
    """Take a file, as the body of the request; its bytes tell what it is, whatever the browser says."""
    session = await here(request)
    if session is None:
        return stranger(request)
    edge, event_id = edge_of(request), request.query_params.get("id")
    at = Address(Channel.WEB, session.web_id)
    if edge.bounds.wait(session.address_id):
        return refused(request, Refusal(429, FILES_TOO_FAST))
    if not is_event_id(event_id):
        return refused(request, Refusal(422, NO_JSON))
    speaker = await edge.read(lambda unit: unit.people.speaker(at))
    upload = None
    if speaker and asks_file(unpack_state(speaker.state)):  # what nobody asked for, or has come already, is not read
        try:
            upload = await asyncio.to_thread(cleaned, await _body(request))
        except Refusal as refusal:
            return refused(request, refusal)
        if upload is None:
            return refused(request, Refusal(415, NO_FILE))
    await edge.turns.take(Event(f"web:{session.web_id}:{event_id}", at, Sent("document", upload), edge.now()))
    return await renewed(request, session, JSONResponse({}, 202))


async def _body(request: Request) -> bytes:
    """Read a file; raises `Refusal` when it is too large, or takes too long."""
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        raise Refusal(413, NO_FILE)
    content = bytearray()
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            async for chunk in request.stream():
                content += chunk
                if len(content) > MOST_BYTES:
                    raise Refusal(413, NO_FILE)
    except TimeoutError:
        raise Refusal(408, TOO_SLOW) from None
    return bytes(content)


async def _file(request: Request) -> Response:
    """Give a file to who gave it, or to who was given it, as a download: a browser never runs what is in it."""
    session = await here(request)
    if session is None:
        return stranger(request)
    which = request.path_params["file_id"]
    content = await edge_of(request).read(lambda unit: unit.files.content(which, session.person_id))
    if content is None:
        return refused(request, Refusal(410, FILE_GONE))
    headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    return Response(content, media_type="application/octet-stream", headers=headers)


def event_of(held: dict[str, Any], web_id: str, at: datetime) -> Event:
    """Read an event; raises `Refusal` with what is wrong."""
    event_id, text, tap = held.get("id"), held.get("text"), held.get("tap")
    if not is_event_id(event_id) or (text is None) == (tap is None):
        raise Refusal(422, NO_JSON)
    what = _said(text) if tap is None else _tapped(tap)
    return Event(f"web:{web_id}:{event_id}", Address(Channel.WEB, web_id), what, at)


def is_event_id(held: Any) -> bool:
    """Tell whether this can be the id of an event that a page made."""
    return isinstance(held, str) and _ID.match(held) is not None


async def json_of(request: Request) -> dict[str, Any]:
    """Read an object from the body; raises `Refusal`."""
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
    words = storable(text)
    if not words.strip():
        raise Refusal(422, EMPTY)
    if len(words) > LONGEST:
        raise Refusal(413, TOO_LONG)
    return Said(words)


def _tapped(tap: Any) -> Tapped:
    if not isinstance(tap, dict):
        raise Refusal(422, NO_JSON)
    seq, value = tap.get("seq"), tap.get("value")
    if type(seq) is not int or not 0 <= seq < 2**53 or not isinstance(value, str) or not 0 < len(value) <= _MOST_VALUE:
        raise Refusal(422, NO_JSON)
    return Tapped(storable(value), seq)


async def _export(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return stranger(request)
    body = await edge_of(request).read(lambda unit: export_of(unit, session.person_id))
    return Response(
        body, media_type="application/json", headers={"Content-Disposition": f'attachment; filename="{EXPORT_FILE}"'}
    )


def number(words: str) -> int:
    """Read the number of a message, 0 where there is none; at most 15 digits, which fits 64 bits."""
    return int(words) if re.fullmatch(r"[0-9]{1,15}", words) else 0


def refused(request: Request, refusal: Refusal) -> Response:
    """Answer a request that cannot be taken."""
    return JSONResponse({"error": render(refusal.reason, language_of(request))}, refusal.status)


def stranger(request: Request) -> Response:
    """Answer somebody who is not signed in to this conversation, or not any longer: what the bot says to strangers."""
    edge, language = edge_of(request), language_of(request)
    said = last_words((strangers.not_invited(edge.gemeente),), edge.now(), language)
    return JSONResponse({"error": render(GONE, language), "messages": said}, 401)


API_ROUTES = [
    Route("/c/{id}/api/messages", _messages, methods=["GET"]),
    Route("/c/{id}/api/stream", _stream, methods=["GET"]),
    Route("/c/{id}/api/events", _post, methods=["POST"]),
    Route("/c/{id}/api/files", _upload, methods=["POST"]),
    Route("/c/{id}/api/files/{file_id}", _file, methods=["GET"]),
    Route("/c/{id}/api/export", _export, methods=["GET"]),
]
