"""Yes, no and "I do not know", in words, in pictures, and in the languages that have one clear word for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import phrases
from bot.nlu.sentence import words_of

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
_LONGEST = 10
_CORRECTED = re.compile(r"^.*\bik (?:bedoel|bedoelde)(?: eigenlijk| dus| maar)? (?=\w)")
_STRESS = frozenset(
    """echt gewoon liever eigenlijk er hier hoor hor sorry nou eh uh dus oh ach joh even heel dan graag yo man u met
    mevrouw meneer goedemorgen goedemiddag goedenavond hallo hoi""".split()
)
"""Words that make a yes or a no softer or louder, and no other answer."""
_PART = re.compile(r"[,.;!\n]+")
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
    words = plain.split()
    if len(set(words)) == 1:
        return held.get(words[0])
    return _said_at_length(plain) or _said_twice(sentence) if len(words) <= _LONGEST else None


def _said_at_length(plain: str) -> str | None:
    """Hear "nee sorry, ik wil liever niet meedoen" as no: what stands around it says the same, or nothing."""
    held = _meanings()
    said = _CORRECTED.sub("", plain)
    bare = " ".join(word for word in said.split() if word not in _STRESS)
    found = held.get(said) or held.get(bare)
    if found:
        return found
    first, _space, rest = bare.partition(" ")
    opening, meant = held.get(first), held.get(rest)
    return meant if opening in {"affirm", "deny"} and opening == meant else None


def _said_twice(sentence: Sentence) -> str | None:
    """Hear "nee bedankt, geen interesse" as no: every part says the same."""
    held = _meanings()
    parts = {held.get(words_of(part)) for part in _PART.split(sentence.folded) if words_of(part)}
    return parts.pop() if len(parts) == 1 else None


@cache
def _meanings() -> Mapping[str, str]:
    """Read the data once."""
    return phrases("yesno.txt")
