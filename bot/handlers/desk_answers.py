"""A werkmatcher's own standard answers: kept and thrown away at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.delivery.nudges import DESK
from bot.domain.handoff import NO_WORDS
from bot.handlers import desk_signed_in as signed_in
from bot.handlers.api import NO_JSON, Refusal, json_of, refused
from bot.handlers.desk_api import id_in, stranger, words_in
from bot.handlers.edge import edge_of
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from starlette.requests import Request

    from storage.sessions import Seat
    from storage.unit import Unit

MOST = 50
TOO_MANY = _(
    # staff: a werkmatcher reads this
    "Je hebt al 50 eigen antwoorden. Gooi er eerst een weg."
)


async def _answers(request: Request) -> Response:
    """Keep an own answer (`text`), or throw one away (`drop`, its number); the same id again: nothing happens."""
    seat = await signed_in.seated(request)
    if seat is None:
        return stranger(request)
    edge = edge_of(request)
    try:
        held = await json_of(request)
        change, event_id = _change(held, seat, edge.now()), f"desk:{seat.person_id}:{id_in(held)}"
    except Refusal as refusal:
        return refused(request, refusal)
    why = await edge.turns.write(lambda unit: _once(unit, event_id, seat, edge.now(), change))
    if why:
        return refused(request, Refusal(409, why))
    edge.nudges.ring(DESK)
    return JSONResponse({}, 202)


def _once(unit: Unit, event_id: str, seat: Seat, at: datetime, change: Callable[[Unit], Text | None]) -> Text | None:
    if not unit.events.add(event_id, seat.person_id, at):
        return None
    why = change(unit)
    if why:
        unit.events.drop(event_id)
    return why


def _change(held: dict[str, Any], seat: Seat, at: datetime) -> Callable[[Unit], Text | None]:
    """Read what is to be done; it gives why it cannot be. Raises `Refusal`."""
    number = held.get("drop")
    if "text" not in held and type(number) is int and 0 < number < 2**53:
        return lambda unit: _drop(unit, seat, number, at)
    if number is not None:
        raise Refusal(422, NO_JSON)
    words = words_in(held).strip()
    if not words:
        raise Refusal(422, NO_WORDS)
    return lambda unit: _keep(unit, seat, words, at)


def _keep(unit: Unit, seat: Seat, words: str, at: datetime) -> Text | None:
    if len(unit.standard_answers.of(seat.person_id)) >= MOST:
        return TOO_MANY
    unit.standard_answers.keep(seat.person_id, words)
    unit.handoffs.record("kept_answer", seat.name, at)
    return None


def _drop(unit: Unit, seat: Seat, number: int, at: datetime) -> None:
    if unit.standard_answers.drop(seat.person_id, number):
        unit.handoffs.record("dropped_answer", seat.name, at)


DESK_ANSWER_ROUTES = [Route("/desk/api/answers", _answers, methods=["POST"])]
