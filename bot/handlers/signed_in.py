"""Who is signed in: a cookie for each conversation, scoped to its path."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.handlers.edge import edge_of
from bot.letting_in import SESSION_DAYS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.handlers.edge import Edge
    from storage.sessions import Session

COOKIE = "hallowerk"
ONCE = "hallowerk-once"
AGAIN = timedelta(minutes=10)
"""How long the page of a link, sent once more, signs in again."""

_ONCE = re.compile(r"[A-Za-z0-9_-]{32}\Z")


async def session_of(edge: Edge, web_id: str, secret: str) -> Session | None:
    """Give the session of a conversation, if the secret is one of its own."""
    if not web_id or not secret:
        return None
    now = edge.now()
    return await edge.read(lambda unit: unit.sessions.find(web_id, secret, now))


async def own(request: Request) -> Session | None:
    """Give who opened the link in the path on this device before."""
    web_id, secret = _cookie(request)
    return _reads(request, await session_of(edge_of(request), web_id, secret))


async def here(request: Request) -> Session | None:
    """Give who is signed in to the conversation in the path."""
    web_id, secret = _cookie(request)
    if web_id != request.path_params["id"]:
        return None
    return _reads(request, await session_of(edge_of(request), web_id, secret))


def _cookie(request: Request) -> tuple[str, str]:
    web_id, _sign, secret = request.cookies.get(COOKIE, "").partition(".")
    return web_id, secret


def _reads(request: Request, session: Session | None) -> Session | None:
    """Note in which language the answer is to be, whatever page it becomes (`pages.language_of`)."""
    if session:
        request.state.language = session.language
    return session


def signed_in(request: Request, web_id: str, secret: str, link: str | None = None) -> Response:
    """Go to the conversation with its cookie, and one for the link, so that the own link opens it again here."""
    response = RedirectResponse(f"/c/{web_id}/", 303)
    for path in (f"/c/{web_id}/", link):
        if path:
            _give(request, response, f"{web_id}.{secret}", path)
    return response


async def renewed(request: Request, session: Session, response: Response) -> Response:
    """Let who comes back stay signed in: a session ends only after so many days of silence."""
    edge = edge_of(request)
    now = edge.now()
    if session.expires_at - now < timedelta(days=SESSION_DAYS / 2):
        _web_id, secret = _cookie(request)
        until = now + timedelta(days=SESSION_DAYS)
        await edge.turns.write(lambda unit: unit.sessions.renew(secret, until))
        _give(request, response, request.cookies[COOKIE], f"/c/{session.web_id}/")
    return response


def with_once(request: Request, response: Response) -> Response:
    """Give the page of a link a value of its own, from which the names of its conversation follow.

    The same page sent twice (a double tap, a lost answer) then signs in once more. It is a cookie that other sites can
    neither set nor send: who knows the link must not be able to choose the names, and read along (V3).
    """
    response.set_cookie(
        ONCE,
        once_of(request) or secrets.token_urlsafe(24),
        path=request.url.path,
        secure=edge_of(request).is_https,
        httponly=True,
        samesite="strict",
    )
    return response


def once_of(request: Request) -> str | None:
    """Give the value of the page that was sent, if it has one of ours."""
    held = request.cookies.get(ONCE, "")
    return held if _ONCE.match(held) else None


def is_fresh(edge: Edge, session: Session | None) -> bool:
    """Tell whether a session began just now, so that the page that began it may sign in once more."""
    return session is not None and session.expires_at - edge.now() > timedelta(days=SESSION_DAYS) - AGAIN


def forgotten(request: Request, response: Response, path: str | None = None) -> Response:
    """Take a cookie away that opens nothing any more: it would tell who shares the phone that there was something."""
    if COOKIE in request.cookies:
        response.delete_cookie(COOKIE, path or request.url.path, httponly=True, samesite="lax")
    return response


def _give(request: Request, response: Response, value: str, path: str) -> None:
    response.set_cookie(
        COOKIE,
        value,
        max_age=SESSION_DAYS * 86_400,
        path=path,
        secure=edge_of(request).is_https,
        httponly=True,
        samesite="lax",
    )
