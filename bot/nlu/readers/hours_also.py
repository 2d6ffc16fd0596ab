"""Hours that are possible as well, said in one answer: "24 uur, 32 kan ook" is 24 to 32."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from bot.nlu.adding import SIGNS
from bot.nlu.readers.own import in_parts
from bot.nlu.wording import NO_MATTER, NOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Reader = Callable[[Sentence], list[Entity]]

_CUT = re.compile(r"[,;.!\n]|\b(?:en|maar|of|and|but|or)\b")
_NO = re.compile(rf"\b(?:{NOT}|niets|niks)\b")


def one_or_more(sentence: Sentence, read: Reader, reads_more: Reader) -> list[Entity]:
    """Read hours, and beside them those that are possible as well.

    One part of the sentence has to be read by `read`; of the others a number is enough (`reads_more`).
    """
    if sentence.words.isdisjoint(SIGNS):
        return read(sentence)
    parts = [part for part in in_parts(sentence, _CUT) if not _NO.search(NO_MATTER.sub(" ", part.folded))]
    said = [(part, entity) for part in parts for entity in reads_more(part)[:1] if not entity.unsure]
    also = [not part.words.isdisjoint(SIGNS) for part, _entity in said]
    if not any(also) or all(also) or not any(map(read, parts)):
        return read(sentence)
    first, *more = (entity for _part, entity in said)
    value = reduce(widened, (entity.value for entity in more), first.value)
    end = max(token.end for token in sentence.tokens if token.text in SIGNS)
    return [replace(first, end=max(end, *(entity.end for entity in more)), value=value)]


def widened(hours: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Give one range that holds both; a side that is open stays open."""
    least, most = ([each[end] for each in (hours, more)] for end in ("min", "max"))
    return {"min": None if None in least else min(least), "max": None if None in most else max(most)}
