"""The web chat: the interface of design section 10, thin over the turns."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.domain.event import Address, Channel, Coded, Event, Opened
from bot.domain.invitation import code_in, is_token
from bot.handlers import desk_signed_in as desk
from bot.handlers import pages
from bot.handlers.api import API_ROUTES, event_of, messages_since, number
from bot.handlers.edge import edge_of
from bot.handlers.forms import form_of
from bot.handlers.guesses import caller_of
from bot.handlers.shown import last_words
from bot.handlers.signed_in import forgotten, here, is_fresh, once_of, own, renewed, session_of, signed_in, with_once
from bot.taken import How
from storage.store import StoreError

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.taken import Taken


async def _welcome(request: Request) -> Response:
    """Show the welcome page, the same for every link, without asking the database.

    Link previews come here, so nothing is used up; and whoever made the letter could come here, so nothing may tell
    whether somebody opened the link (V2). Only opening it does.
    """
    session = await own(request)
    if session:
        return RedirectResponse(f"/c/{session.web_id}/", 303)
    if await desk.seated(request):
        return RedirectResponse(f"{desk.PATH}/", 303)
    if not is_token(request.path_params["token"]):
        return forgotten(request, pages.gone(request))
    return with_once(request, forgotten(request, pages.welcome(request)))


async def _open(request: Request) -> Response:
    """Use the invitation up and sign in. The same page sent twice (a double tap, a lost answer) signs in once more."""
    edge, token = edge_of(request), request.path_params["token"]
    session = await own(request)
    if session:
        return RedirectResponse(f"/c/{session.web_id}/", 303)
    once = once_of(request)
    web_id, secret = edge.names_for(token + once) if once else (_fresh(), _fresh())
    if again := await _signed_in_just_now(request, web_id, secret):
        return again
    # one page is one event: the second half of a double tap finds it taken
    taken = await _try(request, _event(request, f"{web_id}:opened", web_id, Opened(token, secret)))
    if taken is None:
        return pages.trouble(request, 429)
    return await _signed_in_just_now(request, web_id, secret) or pages.gone(request)


async def _signed_in_just_now(request: Request, web_id: str, secret: str) -> Response | None:
    """Go to the chat, or to the desk when it was a werkmatcher's link; None: this page did not sign in."""
    edge, link = edge_of(request), f"/u/{request.path_params['token']}"
    if is_fresh(edge, await session_of(edge, web_id, secret)):
        return signed_in(request, web_id, secret, link)
    if desk.is_fresh(edge, await desk.seat_of(edge, secret)):
        return desk.signed_in(request, secret, link)
    return None


async def _front(request: Request) -> Response:
    """Open the front door: nobody is known here, so nothing but the way in can be shown."""
    return RedirectResponse("/demo", 303) if edge_of(request).demo else pages.front(request)


async def _code_page(request: Request) -> Response:
    return pages.link(request)


async def _code(request: Request) -> Response:
    """Sign in with a code of another device."""
    code = code_in((await form_of(request)).get("code", ""))
    if code is None:
        return pages.wrong_code(request)
    web_id, secret = _fresh(), _fresh()
    taken = await _try(request, _event(request, f"{web_id}:coded", web_id, Coded(code, secret)))
    if taken is None:
        return pages.trouble(request, 429)
    if taken.how is not How.TAKEN or taken.address is None:
        return pages.wrong_code(request)
    return signed_in(request, taken.address.key, secret)


async def _try(request: Request, event: Event) -> Taken | None:
    """Take a link or a code; None: too many of them were wrong. It is booked before the turn (`Guesses`)."""
    edge = edge_of(request)
    caller = caller_of(request.client.host if request.client else "")
    if not edge.guesses.books(caller, code=isinstance(event.what, Coded)):
        return None
    try:
        taken = await edge.turns.take(event)
    except StoreError:
        edge.guesses.take_back(caller)
        raise
    if taken.how is not How.REFUSED:
        edge.guesses.take_back(caller)
    return taken


async def _chat(request: Request) -> Response:
    session = await here(request)
    if session is None:
        return forgotten(request, pages.gone(request))
    return await renewed(request, session, pages.page(request, "chat.html"))


async def _plain(request: Request) -> Response:
    """Show the chat for browsers without script."""
    session = await here(request)
    if session is None:
        return forgotten(request, pages.gone(request), f"/c/{request.path_params['id']}/")
    messages: list[dict[str, Any]] = []
    while more := await messages_since(edge_of(request), session, messages[-1]["seq"] if messages else 0):
        messages += more
    return await renewed(request, session, pages.plain(request, messages))


async def _plain_post(request: Request) -> Response:
    """Take what a form of the plain page holds, and show the page again."""
    session = await here(request)
    if session is None:
        return pages.gone(request)
    form = await form_of(request)
    held: dict[str, Any] = {"id": form.get("id"), "text": form.get("text")}
    if "value" in form:
        tap = {"seq": number(form.get("seq", "")) or None, "value": form["value"]}
        held = {"id": form.get("id"), "tap": tap}
    edge = edge_of(request)
    event = event_of(held, session.web_id, edge.now())
    taken = await edge.turns.take(event)
    if taken.direct:
        last = last_words(taken.direct, event.at, taken.language)
        return forgotten(request, pages.plain(request, last, over=True), f"/c/{session.web_id}/")
    return RedirectResponse("plain#newest", 303)


async def _manifest(request: Request) -> Response:
    return pages.manifest(request)


async def _offline(request: Request) -> Response:
    return pages.page(request, "offline.html")


async def _demo(request: Request) -> Response:
    people = [{"name": name, "about": about, "href": href} for name, about, href in edge_of(request).demo]
    return pages.page(request, "demo.html", people=people) if people else pages.trouble(request, 404)


async def _health(request: Request) -> Response:
    """Say whether the database and the sender work."""
    edge = edge_of(request)
    try:
        await asyncio.to_thread(edge.store.ping)
    except StoreError:
        return JSONResponse({"database": False, "sender": edge.sender_works()}, 503)
    works = edge.sender_works()
    return JSONResponse({"database": True, "sender": works}, 200 if works else 503)


def _fresh() -> str:
    return secrets.token_urlsafe(18)


def _event(request: Request, number: str, web_id: str, what: Opened | Coded) -> Event:
    at, language = edge_of(request).now(), pages.language_of(request)
    return Event(f"web:{number}", Address(Channel.WEB, web_id), what, at, language)


WEB_ROUTES = [
    Route("/", _front, methods=["GET"]),
    Route("/u/{token}", _welcome, methods=["GET"]),
    Route("/u/{token}", _open, methods=["POST"]),
    Route("/koppel", _code_page, methods=["GET"]),
    Route("/koppel", _code, methods=["POST"]),
    Route("/c/{id}/", _chat, methods=["GET"]),
    Route("/c/{id}/plain", _plain, methods=["GET"]),
    Route("/c/{id}/plain", _plain_post, methods=["POST"]),
    Route("/c/{id}/manifest.webmanifest", _manifest, methods=["GET"]),
    Route("/demo", _demo, methods=["GET"]),
    Route("/offline", _offline, methods=["GET"]),
    Route("/sw.js", pages.worker, methods=["GET"]),
    Route("/static/{name}", pages.static, methods=["GET"]),
    Route("/healthz", _health, methods=["GET"]),
    *API_ROUTES,
]
