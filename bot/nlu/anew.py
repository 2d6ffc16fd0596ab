"""What replaces an earlier answer, said beside another: "goed, maar ik woon nu in Zeist", "30 minuten, nee, 32 uur".

A value that is only told of ("de cursus was in Amersfoort") replaces nothing: what corrects, or says what somebody
wants or can, stands right before it, and nothing more is said of it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.nlu.adding import BETWEEN
from bot.nlu.readers.place_told import lives_in

if TYPE_CHECKING:
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence, Token

_CORRECTS = frozenset("nee neen no toch liever sorry wacht wait bedoel bedoelde fout foutje verander wijzig".split())
_NOT = frozenset("niet geen".split())
"""What takes something off an answer: "op vrijdag niet"."""
_WANTS = frozenset("wil kan".split())
_AROUND = BETWEEN | _CORRECTS | _NOT | {"en", "maar"}
_END = re.compile(r"[.,;:!?\n]|\b(?:en|maar|want|dus|omdat)\b")


def is_anew(sentence: Sentence, entity: Entity) -> bool:
    """Say whether words about something else give this value as a new answer, and do not only tell of it."""
    if entity.added:
        return True
    if entity.entity == "place" and lives_in(sentence, entity.start, entity.end):
        return True
    behind = {token.text for token in _behind(sentence, entity.end)}
    if not behind <= _AROUND:
        return False
    if not _CORRECTS.isdisjoint(token.text for token in _before(sentence, entity.start)):
        return True
    if entity.entity == "place":
        return False
    before = {token.text for token in _before(sentence, entity.start, since=_begin(sentence, entity.start))}
    wants = "ik" in before and not before.isdisjoint(_WANTS)
    return wants or not _NOT.isdisjoint(before | behind)


def is_bare(sentence: Sentence, entity: Entity) -> bool:
    """Say whether nothing else is said in the part of the sentence in which a value stands."""
    start = _begin(sentence, entity.start)
    said = [token for token in sentence.tokens if start <= token.start < entity.start]
    return all(token.text in _AROUND for token in (*said, *_behind(sentence, entity.end)))


def _begin(sentence: Sentence, at: int) -> int:
    """Give where the part of the sentence begins in which a place lies."""
    return max((cut.end() for cut in _END.finditer(sentence.folded, 0, at)), default=0)


def _before(sentence: Sentence, start: int, since: int = 0) -> list[Token]:
    """Go back from a value over what says nothing else."""
    said = [token for token in sentence.tokens if since <= token.start and token.end <= start]
    return list(takewhile(lambda token: token.text in _AROUND, reversed(said)))


def _behind(sentence: Sentence, end: int) -> list[Token]:
    """Give what stands behind a value, to the end of its part of the sentence."""
    found = _END.search(sentence.folded, end)
    until = found.start() if found else len(sentence.raw)
    return [token for token in sentence.tokens if end <= token.start < until]
