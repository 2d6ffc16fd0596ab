"""The web application: its routes, its headers, and what it says when something goes wrong."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.dialogs import strangers
from bot.handlers import pages
from bot.handlers.api import NO_JSON, Refusal
from bot.handlers.desk_answers import DESK_ANSWER_ROUTES
from bot.handlers.desk_api import DESK_API_ROUTES
from bot.handlers.desk_invites import DESK_INVITE_ROUTES
from bot.handlers.desk_pages import DESK_PAGE_ROUTES
from bot.handlers.edge import edge_of
from bot.handlers.web import WEB_ROUTES
from bot.translate import render
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import Route
    from starlette.types import ASGIApp, Lifespan, Message, Receive, Scope, Send

    from bot.handlers.edge import Edge

log = logging.getLogger(__name__)

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
    ),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-robots-tag", b"noindex"),
)
NOT_KEPT = (b"cache-control", b"no-store")
"""For all but what says otherwise: what a page or an answer holds may be personal."""


class Guard:
    """Adds the headers that keep a page to itself, and lets no error out: its text may hold what somebody said."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; what breaks is told by its kind and place alone."""
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                kept = any(name == b"cache-control" for name, _value in message["headers"])
                message["headers"] = [*message["headers"], *HEADERS, *(() if kept else (NOT_KEPT,))]
            await send(message)

        if scope["type"] == "http" and scope["method"] == "POST" and _is_foreign(Request(scope)):
            await _told(Request(scope), 403)(scope, receive, with_headers)
            return
        try:
            await self._app(scope, receive, with_headers)
        except Exception as error:  # noqa: BLE001 - whatever broke, nobody sees its words
            log.error("A request failed: %s at %s", type(error).__name__, _place(error))  # noqa: TRY400 - see above
            if scope["type"] != "http" or started:
                return
            await _told(Request(scope), 500)(scope, receive, with_headers)


def _is_foreign(request: Request) -> bool:
    """Tell whether a form or script of another site sent this; a client that is no browser says nothing about it."""
    site_of_it = request.headers.get("sec-fetch-site")
    if site_of_it is not None:
        return site_of_it not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return False
    own = {request.headers.get("host", ""), urlsplit(edge_of(request).base_url).netloc}
    return urlsplit(origin).netloc not in own


def _place(error: BaseException) -> str:
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    return f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "?"


def site(edge: Edge, more: Sequence[Route] = (), lifespan: Lifespan[Any] | None = None) -> Starlette:
    """Make the application; `more` are routes of other edges (the Telegram webhook)."""
    app = Starlette(
        routes=[*WEB_ROUTES, *DESK_PAGE_ROUTES, *DESK_INVITE_ROUTES, *DESK_API_ROUTES, *DESK_ANSWER_ROUTES, *more],
        middleware=[Middleware(Guard), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={
            HTTPException: _refused,
            Refusal: _refused,
            StoreError: _cannot_now,
        },
        lifespan=lifespan,
    )
    app.state.edge = edge
    return app


async def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        response = _told(request, error.status_code)
        response.headers.update(error.headers or {})
        return response
    return _told(request, error.status if isinstance(error, Refusal) else 422)


async def _cannot_now(request: Request, error: Exception) -> Response:
    log.error("A request could not be served: %s", error)
    return _told(request, 503)


def _told(request: Request, status: int) -> Response:
    if "/api/" in request.url.path:
        reason = strangers.NOT_NOW.text[0] if status >= 500 else NO_JSON  # noqa: PLR2004 - the server's own faults
        return JSONResponse({"error": render(reason, pages.language_of(request))}, status)
    return pages.trouble(request, status)
