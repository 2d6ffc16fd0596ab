"""Makes invitations: a token that only the invited person has, and what staff see of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.domain.invitation import TOKEN_BYTES

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.invitation import Invitation
    from storage.store import Store

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Made:
    """A new invitation: the number staff know it by, and the token, shown once and kept nowhere."""

    number: str
    token: str = field(repr=False)


def draw() -> Made:
    """Draw the number and the token of an invitation that is to be kept."""
    return Made(secrets.token_hex(4), secrets.token_urlsafe(TOKEN_BYTES))


def keep(store: Store, made: Made, invitation: Invitation, now: datetime) -> None:
    """Keep an invitation: from now on its link works."""
    store.write(lambda unit: unit.invitations.issue(made.number, made.token, invitation, now))


def invite(store: Store, invitation: Invitation, now: datetime) -> Made:
    """Make an invitation."""
    made = draw()
    keep(store, made, invitation, now)
    return made


def web_link(base_url: str, token: str) -> str:
    """Give the link that opens the web chat."""
    return f"{base_url.rstrip('/')}/u/{token}"


def desk_link(base_url: str, token: str) -> str:
    """Give the link that opens the desk: it says for whom it is, so that its page need not look that up."""
    return f"{web_link(base_url, token)}?voor=werkmatcher"


def opens_anywhere(base_url: str) -> bool:
    """Tell whether a link can be given away: not one that only this machine opens, or that all on the way can read."""
    address = urlsplit(base_url)
    return address.scheme == "https" and address.hostname not in _HERE


def telegram_link(bot_name: str, token: str) -> str:
    """Give the link that opens Telegram (deep link, core.telegram.org/bots/features)."""
    return f"https://t.me/{bot_name}?start={token}"
