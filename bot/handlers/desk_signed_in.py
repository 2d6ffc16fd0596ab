"""Who is signed in at the desk: a cookie of its own, 12 hours long, after which a fresh link is needed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.handlers.edge import edge_of
from bot.handlers.signed_in import AGAIN
from bot.letting_in import DESK_HOURS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.handlers.edge import Edge
    from storage.sessions import Seat

COOKIE = "hallowerk-desk"
PATH = "/desk"


async def seated(request: Request) -> Seat | None:
    """Give the werkmatcher who is signed in on this device, and note in which language they read."""
    secret = secret_of(request)
    seat = await seat_of(edge_of(request), secret) if secret else None
    if seat:
        request.state.language = seat.language
    return seat


def secret_of(request: Request) -> str:
    """Give the secret that the browser holds, "" when it holds none."""
    return request.cookies.get(COOKIE, "")


async def seat_of(edge: Edge, secret: str) -> Seat | None:
    """Give whose secret this is, as long as the session lasts."""
    now = edge.now()
    return await edge.read(lambda unit: unit.sessions.at_desk(secret, now))


def is_fresh(edge: Edge, seat: Seat | None) -> bool:
    """Tell whether a session began just now, so that the page that began it may sign in once more."""
    return seat is not None and seat.expires_at - edge.now() > timedelta(hours=DESK_HOURS) - AGAIN


def signed_in(request: Request, secret: str, link: str | None = None) -> Response:
    """Go to the desk with its cookie, and one for the link, so that it opens the desk again here today."""
    response = RedirectResponse(f"{PATH}/", 303)
    for path in (PATH, link):
        if path:
            response.set_cookie(
                COOKIE,
                secret,
                max_age=DESK_HOURS * 3600,
                path=path,
                secure=edge_of(request).is_https,
                httponly=True,
                samesite="strict",
            )
    return response


def signed_out(response: Response) -> Response:
    """Take the cookie away."""
    response.delete_cookie(COOKIE, PATH, httponly=True, samesite="strict")
    return response
