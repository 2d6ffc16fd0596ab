"""Forms that pages send."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from bot.handlers.api import LONGEST_BODY, TOO_LONG, Refusal

if TYPE_CHECKING:
    from starlette.requests import Request


async def form_of(request: Request) -> dict[str, str]:
    """Read the fields of a form, of each the last value; raises `Refusal` when it is too long."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise Refusal(413, TOO_LONG)
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1] for name, values in fields.items()}
