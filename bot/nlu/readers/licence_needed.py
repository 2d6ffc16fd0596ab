"""Which driving licences work asks for: all of them are needed; an empty list is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers import licence
from bot.nlu.wording import is_indifferent, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_NOT_NEEDED = re.compile(
    r"\b(?:niet (?:echt |per se )?(?:nodig|verplicht|belangrijk)|hoeft? (?:echt |dat |het )?niet|niet nodig|"
    r"(?:is |wel )?(?:handig|fijn|mooi meegenomen|een plus|pre)|not (?:needed|necessary))\b"
)


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read which licences are needed; one that is only welcome is not needed."""
    if not sentence.tokens or is_question(sentence):
        return None
    if _NOT_NEEDED.search(sentence.plain) or is_indifferent(sentence):
        return Entity("licence", sentence.tokens[0].start, sentence.tokens[-1].end, [])
    return licence.asked(sentence, today)
