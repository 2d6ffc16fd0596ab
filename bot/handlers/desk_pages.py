"""The pages of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.handlers import desk_signed_in as signed_in
from bot.handlers import pages
from bot.handlers.desk_guide import guide
from bot.handlers.edge import edge_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from storage.unit import Unit


async def _desk(request: Request) -> Response:
    seat = await signed_in.seated(request)
    return closed(request) if seat is None else pages.page(request, "desk.html", me=seat)


async def _guide(request: Request) -> Response:
    seat = await signed_in.seated(request)
    return closed(request) if seat is None else pages.page(request, "desk_guide.html", me=seat, blocks=guide())


async def _out(request: Request) -> Response:
    """Sign out."""
    edge, secret = edge_of(request), signed_in.secret_of(request)
    seat = await signed_in.seated(request)
    if seat:
        at = edge.now()

        def work(unit: Unit) -> None:
            unit.sessions.end(secret)
            unit.handoffs.record("signed_out", seat.name, at)

        await edge.turns.write(work)
    return signed_in.signed_out(RedirectResponse("/desk/", 303))


def closed(request: Request) -> Response:
    """Say how to get in, to who is not signed in, or not any longer."""
    return pages.page(request, "desk_closed.html", 401)


DESK_PAGE_ROUTES = [
    Route("/desk/", _desk, methods=["GET"]),
    Route("/desk/guide", _guide, methods=["GET"]),
    Route("/desk/out", _out, methods=["POST"]),
]
