"""A phone number (E.164) and an e-mail address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00)(?P<country>[1-9]\d{0,2})[ .-]{0,2}(?:\(0\))?|(?=316\d{8}\b)(?P<bare>31)|"
    r"0)(?P<rest>[1-9](?:[ ./()-]{0,3}\d){6,12})(?!\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,24}(?![\w])")
_SEND = re.compile(
    r"(?:(?:ja|graag|ok|oke) )*(?:(?:ver)?stuur|send)(?: (?:het|dit|hem|it|maar|op|door|graag|dan|nu|aub|please))*"
)
_DUTCH = 9
_MOST = 15


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find phone numbers and e-mail addresses."""
    del today
    found = []
    if "@" in sentence.folded:
        found += [
            Entity("email", match.start(), match.end(), sentence.raw[match.start() : match.end()].lower())
            for match in _MAIL.finditer(sentence.folded)
        ]
    if "316" in sentence.folded or "0" in sentence.folded or "+" in sentence.folded:
        for match in _PHONE.finditer(sentence.folded):
            number = _e164(match)
            if number:
                found.append(Entity("phone", match.start(), match.end(), number))
    return found


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how somebody can be reached: the first number or address."""
    found = spot(sentence, today)
    return found[0] if found else None


def sends(sentence: Sentence, today: date) -> Entity | None:
    """Read "stuur maar" under the question whether something is to be sent; nothing else may stand beside it."""
    del today
    return whole(sentence, "send", value=True) if _SEND.fullmatch(sentence.plain) else None


def _e164(match: re.Match[str]) -> str | None:
    """Make +31612345678; None where the number of digits is wrong."""
    digits = re.sub(r"\D", "", match["rest"])
    country = match["country"] or match["bare"]
    if country is None:
        return f"+31{digits}" if len(digits) == _DUTCH else None
    together = country + digits
    if together.startswith("310"):
        together = "31" + together[3:]
    if together.startswith("31") and len(together) != _DUTCH + 2:
        return None
    return f"+{together}" if len(together) <= _MOST else None
