"""Invitations made at the desk: a link, a QR code and a letter for a jobseeker; a new link for a colleague."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from bot.domain.invitation import Invitation, is_token
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Contact, Role, Support
from bot.errors import HalloWerkError
from bot.handlers import desk_pages, pages
from bot.handlers import desk_signed_in as signed_in
from bot.handlers.edge import edge_of
from bot.handlers.forms import form_of
from bot.inviting import desk_link, draw, opens_anywhere, web_link
from bot.translate import render

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.requests import Request

    from bot.inviting import Made
    from storage.sessions import Seat
    from storage.unit import Unit

VALID = timedelta(days=30)
"""How long a link for a jobseeker works."""

FOR_A_COLLEAGUE = timedelta(hours=1)
"""How long a new link for a colleague works: they are waiting for it."""


async def _page(request: Request) -> Response:
    seat = await signed_in.seated(request)
    return desk_pages.closed(request) if seat is None else await _shown(request, seat)


async def _make(request: Request) -> Response:
    """Make an invitation, and show its link this one time."""
    seat = await signed_in.seated(request)
    if seat is None:
        return desk_pages.closed(request)
    edge, form = edge_of(request), await form_of(request)
    invitation = await _asked(request, seat, form)
    if invitation is None:
        return await _shown(request, seat, status=422)
    made, now = draw(), edge.now()
    act = "let_in" if invitation.role is Role.WERKMATCHER else "invited"

    def work(unit: Unit) -> None:
        unit.invitations.issue(made.number, made.token, invitation, now)
        unit.handoffs.record(act, seat.name, now)

    await edge.turns.write(work)
    return await _shown(request, seat, made=made, invitation=invitation)


async def _asked(request: Request, seat: Seat, form: dict[str, str]) -> Invitation | None:
    """Read what is to be made; None: that cannot be, or is not for this werkmatcher to make."""
    now = edge_of(request).now()
    if form.get("for") == "jobseeker":
        try:
            return Invitation(
                Role.JOBSEEKER, now + VALID, Support(form.get("support", "")), Contact(form.get("contact", ""))
            )
        except ValueError:
            return None
    return await _colleague(request, form.get("colleague", ""), now) if seat.lets_in else None


async def _colleague(request: Request, colleague: str, now: datetime) -> Invitation | None:
    """Let a colleague in who is known already, with the right they have: a new one comes from the command line."""

    def work(unit: Unit) -> Invitation | None:
        name = dict(unit.handoffs.colleagues()).get(colleague)
        if name is None:
            return None
        lets_in = unit.people.lets_in(colleague)
        return Invitation(Role.WERKMATCHER, now + FOR_A_COLLEAGUE, name=name, lets_in=lets_in)

    return await edge_of(request).read(work)


async def _shown(
    request: Request, seat: Seat, *, made: Made | None = None, invitation: Invitation | None = None, status: int = 200
) -> Response:
    from bot import qr  # noqa: PLC0415 - only this page needs it, and it costs the start

    edge = edge_of(request)
    colleagues = await edge.read(lambda unit: unit.handoffs.colleagues()) if seat.lets_in else []
    new = None
    if made and invitation:
        at_desk = invitation.role is Role.WERKMATCHER
        link = (desk_link if at_desk else web_link)(edge.base_url, made.token)
        until = invitation.expires_at.astimezone(AMSTERDAM)
        new = {
            "number": made.number,
            "token": made.token,
            "name": invitation.name,
            "link": link,
            "qr": qr.svg(link),
            "until": until.date(),
            "time": f"{until:%H.%M}",
        }
    return pages.page(
        request,
        "desk_invite.html",
        status,
        me=seat,
        colleagues=[{"id": held, "name": name} for held, name in colleagues if held != seat.person_id],
        lets_in=seat.lets_in,
        letters=opens_anywhere(edge.base_url),
        new=new,
        wrong=status != 200,  # noqa: PLR2004 - HTTP
        days=VALID.days,
    )


async def _letter(request: Request) -> Response:
    """Give the letter of a link that was just made; who has the link could write it too."""
    seat = await signed_in.seated(request)
    if seat is None:
        return desk_pages.closed(request)
    edge, form = edge_of(request), await form_of(request)
    token = form.get("token", "")
    try:
        until = date.fromisoformat(form.get("until", ""))
    except ValueError:
        return pages.trouble(request, 422)
    if not is_token(token) or not opens_anywhere(edge.base_url):
        return pages.trouble(request, 422)
    try:
        letter = await asyncio.to_thread(_written, web_link(edge.base_url, token), until, request)
    except HalloWerkError as error:
        return pages.page(request, "desk_trouble.html", 422, me=seat, why=render(error.sentence, seat.language))
    headers = {"Content-Disposition": 'attachment; filename="uitnodiging.pdf"'}
    return Response(letter, media_type="application/pdf", headers=headers)


def _written(link: str, until: date, request: Request) -> bytes:
    from bot.letter import write_letter  # noqa: PLC0415 - as above

    gemeente, out = edge_of(request).gemeente, BytesIO()
    write_letter(out, link, None, until, gemeente, lambda text: render(text, "nl"))
    return out.getvalue()


DESK_INVITE_ROUTES = [
    Route("/desk/invitations", _page, methods=["GET"]),
    Route("/desk/invitations", _make, methods=["POST"]),
    Route("/desk/invitations/letter", _letter, methods=["POST"]),
]
