"""The desk's API: what a werkmatcher sees, as it changes, and what they do."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.delivery.nudges import DESK
from bot.dialogs.jobs.card import named
from bot.domain.event import Event
from bot.domain.handoff import LONGEST_REPLY, TOO_LONG, Bring, Claim, Close, HandBack, PassOn, Reply
from bot.handlers import desk_signed_in as signed_in
from bot.handlers.api import NO_JSON, Refusal, is_event_id, json_of, refused
from bot.handlers.desk_hints import hints
from bot.handlers.desk_shown import desk_of
from bot.handlers.edge import edge_of
from bot.handlers.pages import language_of
from bot.handlers.storable import storable
from bot.taken import How
from bot.text import _
from bot.translate import render
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from bot.domain.handoff import Act
    from bot.handlers.edge import Edge
    from storage.sessions import Seat

GONE = _(
    # staff: a werkmatcher reads this
    "Je bent niet meer ingelogd. Vraag een nieuwe link. Wat je typte, blijft hier bewaard."
)
_HANDOFF = re.compile(r"[0-9a-f]{32}\Z")


async def _state(request: Request) -> Response:
    """Give the whole desk."""
    seat = await signed_in.seated(request)
    return stranger(request) if seat is None else JSONResponse(await _now(edge_of(request), seat))


async def _now(edge: Edge, seat: Seat) -> dict[str, Any]:
    at = edge.now()
    return await edge.read(lambda unit: desk_of(unit, seat, at))


async def _stream(request: Request) -> Response:
    secret = signed_in.secret_of(request)
    if await signed_in.seated(request) is None:
        return stranger(request)
    events = _events(edge_of(request), secret)
    return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _events(edge: Edge, secret: str) -> AsyncIterator[str]:
    """Give the desk each time that it changed, and a sign of life in between; until the session ends."""
    yield "retry: 2000\n\n"
    before: dict[str, Any] = {}
    with edge.nudges.bell(DESK) as bell:
        while True:
            bell.clear()
            try:
                seat = await signed_in.seat_of(edge, secret)
                desk = await _now(edge, seat) if seat else {}
            except StoreError:
                return  # the page comes back by itself
            if not seat:
                yield "event: gone\ndata: {}\n\n"
                return
            if {**desk, "now": ""} != before:
                before = {**desk, "now": ""}
                yield f"data: {json.dumps(desk, ensure_ascii=False)}\n\n"
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), edge.heartbeat)
                continue
            yield "event: ping\ndata: {}\n\n"


async def _act(request: Request) -> Response:
    """Do something with a conversation: 202 when it is done, 409 with the reason when it cannot be."""
    seat = await signed_in.seated(request)
    if seat is None:
        return stranger(request)
    edge = edge_of(request)
    try:
        held = await json_of(request)
        event = Event(f"desk:{seat.person_id}:{id_in(held)}", seat.at, _what(held), edge.now())
    except Refusal as refusal:
        return refused(request, refusal)
    taken = await edge.turns.take(event)
    if taken.how is How.REFUSED:
        why = taken.direct[0].text[0]
        return JSONResponse({"error": render(why, seat.language)}, 409)
    return JSONResponse({}, 202)


def _what(held: dict[str, Any]) -> Act:
    """Read what is to be done; raises `Refusal`."""
    handoff, text, to, vacancy = (held.get(name, "") for name in ("handoff", "text", "to", "vacancy"))
    if not isinstance(handoff, str) or not _HANDOFF.match(handoff) or not isinstance(text, str):
        raise Refusal(422, NO_JSON)
    match held.get("act"):
        case "claim":
            return Claim(handoff)
        case "reply":
            return Reply(handoff, storable(text))
        case "pass_on" if isinstance(to, str) and _HANDOFF.match(to):
            return PassOn(handoff, to)
        case "bring" if isinstance(vacancy, str) and _HANDOFF.match(vacancy):
            return Bring(handoff, vacancy)
        case "hand_back":
            return HandBack(handoff)
        case "close":
            return Close(handoff)
    raise Refusal(422, NO_JSON)


async def _vacancies(request: Request) -> Response:
    """Give the vacancies that are open, by name: what a werkmatcher can bring."""
    seat = await signed_in.seated(request)
    if seat is None:
        return stranger(request)
    held = await edge_of(request).read(lambda unit: list(unit.vacancies.every_open()))
    listed = [{"id": each.id, "name": render(named(each), seat.language)} for each in held]
    return JSONResponse({"vacancies": sorted(listed, key=lambda each: each["name"])})


async def _hints(request: Request) -> Response:
    """Say which sentences and words are hard. What is sent here is kept nowhere."""
    seat = await signed_in.seated(request)
    if seat is None:
        return stranger(request)
    try:
        text = words_in(await json_of(request))
    except Refusal as refusal:
        return refused(request, refusal)
    found = [{"words": words, "advice": render(advice, seat.language)} for words, advice in hints(text)]
    return JSONResponse({"hints": found})


def id_in(held: dict[str, Any]) -> str:
    """Read the id of what was done; raises `Refusal`."""
    event_id = held.get("id")
    if not is_event_id(event_id):
        raise Refusal(422, NO_JSON)
    return str(event_id)


def words_in(held: dict[str, Any]) -> str:
    """Read words that could be a reply; raises `Refusal`."""
    text = held.get("text")
    if not isinstance(text, str):
        raise Refusal(422, NO_JSON)
    if len(text) > LONGEST_REPLY:
        raise Refusal(413, TOO_LONG)
    return storable(text)


def stranger(request: Request) -> Response:
    """Answer who is not signed in at the desk, or not any longer."""
    return JSONResponse({"error": render(GONE, language_of(request))}, 401)


DESK_API_ROUTES = [
    Route("/desk/api/state", _state, methods=["GET"]),
    Route("/desk/api/stream", _stream, methods=["GET"]),
    Route("/desk/api/acts", _act, methods=["POST"]),
    Route("/desk/api/vacancies", _vacancies, methods=["GET"]),
    Route("/desk/api/hints", _hints, methods=["POST"]),
]
