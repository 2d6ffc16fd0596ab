"""Whether somebody gets help on the job: true or false."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_NO = re.compile(
    r"^(?:nee|neen|no)\b|\b(?:geen (?:\w+ )?(?:hulp|begeleiding|uitleg|tijd|inwerk\w*)|(?:kan|kunnen) (?:\w+ )?niet|"
    r"niemand|zelfstandig\w*|alleen werken|zonder hulp|moet(?:en)? het (?:al |zelf )?kunnen|moet het zelf)\b"
)
_YES = re.compile(
    r"^(?:ja|jazeker|zeker|natuurlijk|yes)\b|\b(?:begeleid\w*|inwerk\w*|ingewerkt|buddy|jobcoach|coach\w*|mentor|"
    r"werken (?:we |wij )?(?:je|ze|iemand|hem|haar) (?:\w+ )?in|"
    r"(?:collega|chef|baas|iemand|voorman|leidinggevende|ik) (?:\w+ ){0,2}(?:helpt?|leert?|legt? uit|kijkt? mee|erbij)|"
    r"helpen|leren (?:het |we )?(?:hem|haar|je|hun|ze|iemand)|uitleg|opleiding|training|eerste (?:\w+ )?(?:dag|week|"
    r"weken|tijd|maand)\w*|samen met|altijd iemand)\b"
)
_UNSURE = re.compile(r"\b(?:weet (?:ik |het )*(?:nog )?niet|geen idee|misschien|hangt)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to whether there is help; a bare yes or no is for the dialog."""
    del today
    if len(sentence.tokens) < 2 or is_question(sentence) or _UNSURE.search(sentence.plain):  # noqa: PLR2004 - bare
        return None
    said_no, said_yes = _NO.search(sentence.plain), _YES.search(sentence.plain)
    if not said_no and not said_yes:
        return None
    return Entity("guidance", sentence.tokens[0].start, sentence.tokens[-1].end, said_no is None)
