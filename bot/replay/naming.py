"""Pseudonyms in a story: they differ each time it is played, so a line writes "{Fatima}" for what Fatima is called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.replay.lines import Hears, Says, Taps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.replay.lines import Line


def with_names(line: Line, known: Mapping[str, str]) -> Line:
    """Put the pseudonyms in a line; `known`: what this employer calls people, by their name in the story."""

    def filled(words: str) -> str:
        for person, name in known.items():
            words = words.replace(f"{{{person}}}", name)
        return words

    match line:
        case Taps(label=label):
            return replace(line, label=filled(label))
        case Says(text=text):
            return replace(line, text=filled(text))
        case Hears(text=text, buttons=buttons):
            return replace(line, text=filled(text), buttons=buttons and tuple(map(filled, buttons)))
    return line
