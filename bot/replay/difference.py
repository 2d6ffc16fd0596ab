"""Differences between a story and what happened, and how they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.text import Text, _
from bot.translate import render

if TYPE_CHECKING:
    from bot.replay.lines import Hears
    from bot.replay.stage import Heard

ANY = "…"


@dataclass(frozen=True, slots=True)
class Difference:
    """What went otherwise: at which line of the file, what stood there, and what happened instead."""

    line: int
    stood: str
    happened: Text


def told(difference: Difference) -> str:
    """Tell a difference in Dutch, in two lines or three."""
    # staff: who writes a transcript reads this
    at = render(_("Regel {line}: {stood}", line=difference.line, stood=difference.stood), "nl")
    return f"{at}\n    {render(difference.happened, 'nl')}"


def in_brackets(heard: Heard) -> str:
    """Write a message as a story writes it."""
    file = [" {bestand}"] if heard.file else []
    return "".join([_collapsed(heard.text), *file, *(f" [{label}]" for label in heard.buttons)])


def is_as_written(hears: Hears, heard: Heard) -> bool:
    """Tell whether a message is what the story expects: spaces and new lines count as one space."""
    return (
        _fits(hears.text, heard.text)
        and hears.file == heard.file
        and (hears.buttons is None or _buttons_fit(hears.buttons, heard.buttons))
    )


def _collapsed(words: str) -> str:
    return " ".join(words.split())


def _fits(pattern: str, words: str) -> bool:
    parts = [re.escape(part.strip()) for part in _collapsed(pattern).split(ANY)]
    return re.fullmatch(r"\s*.*?\s*".join(parts), _collapsed(words)) is not None


def _buttons_fit(wanted: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    """Compare labels in order; `…` takes any number of them."""
    if not wanted:
        return not shown
    if wanted[0] == ANY:
        return any(_buttons_fit(wanted[1:], shown[start:]) for start in range(len(shown) + 1))
    return bool(shown) and shown[0] == wanted[0] and _buttons_fit(wanted[1:], shown[1:])
