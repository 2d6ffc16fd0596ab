"""Yes, no and "I do not know", in words, in pictures, and in the languages that have one clear word for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_PICTURES = {
    picture: meaning
    for meaning, pictures in (("affirm", "👍✅☑✔👌🆗🙆💯🤝"), ("deny", "👎❌🚫✖❎🙅⛔"), ("dont_know", "🤷❓❔🤔"))
    for picture in pictures
}
_REPEATED = re.compile(r"(.)\1{2,}")
_MODIFIERS = re.compile("[\ufe0f\ufe0e\u200d\U0001f3fb-\U0001f3ff♀♂\\s.!,]+")
_TAIL = re.compile(
    r"(?: (?:hoor|graag|dank je wel|dankjewel|dank je|bedankt|alsjeblieft|aub|svp|please|thanks|man|mevrouw|meneer))+$"
)


def meaning(sentence: Sentence) -> str | None:
    """Give "affirm", "deny" or "dont_know" when the whole sentence says that and nothing more."""
    plain = _REPEATED.sub(r"\1", sentence.plain)
    if not plain:
        seen = {_PICTURES.get(picture) for picture in _MODIFIERS.sub("", sentence.folded)}
        return seen.pop() if len(seen) == 1 else None
    held = _meanings()
    found = held.get(sentence.plain) or held.get(plain) or held.get(_TAIL.sub("", plain))
    if found:
        return found
    words = set(plain.split())
    return held.get(words.pop()) if len(words) == 1 else None


@cache
def _meanings() -> Mapping[str, str]:
    """Read the data once."""
    return phrases("yesno.txt")
