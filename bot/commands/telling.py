"""How a command tells staff something: in Dutch, from the catalogue like all that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.translate import render

if TYPE_CHECKING:
    from bot.text import Text


def words(text: Text) -> str:
    """Give the words of a text for staff."""
    return render(text, "nl")


def tell(text: Text) -> None:
    """Print a text for staff."""
    print(words(text), flush=True)
