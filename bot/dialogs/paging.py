"""A long list, some of it at a time, with a button for more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.dialogs.question import number_in
from bot.domain.message import Button
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def page_in(thing: str) -> int:
    """Read the number of a page from the key of a button; what is no number is the first page."""
    page = number_in(thing)
    return page if isinstance(page, int) else 0


def a_page(held: Sequence[T], page: int, most: int, what: str) -> tuple[Sequence[T], tuple[Button, ...]]:
    """Give a page (from 0; behind the last comes the first) of at most so many, and the button for the next, if any.

    `what`: what the button is about, the first part of its key.
    """
    shown = held[page * most : (page + 1) * most] or held[:most]
    further = page + 1 if len(held) > (page + 1) * most else 0
    return shown, (Button(_("Laat meer zien"), f"{what}:{further}=page"),) if len(held) > most else ()
