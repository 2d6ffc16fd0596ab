"""Follows both chats at once: what an employer reads of the five fields of V4 is covered by a yes at that moment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.message import Message
from bot.translate import render

if TYPE_CHECKING:
    from contacting import Stage

SHOWING = {
    "lift": "laat werkgevers zien dat ik niet kan tillen",
    "stand": "werkgevers mogen weten dat ik lang kan staan",
    "register": "laat werkgevers zien dat ik in het doelgroepenregister sta",
}
HIDING = {
    "lift": "laat werkgevers niet meer zien dat ik niet kan tillen",
    "stand": "werkgevers mogen niet weten dat ik lang kan staan",
    "register": "ik wil niet dat werkgevers zien dat ik in het doelgroepenregister sta",
}
_LINE = re.compile(r"• (?:Lang staan|Lang zitten|Vaak bukken|Zwaar tillen|In het doelgroepenregister): (?:ja|nee)")
_OVER = re.compile(r"Vanaf nu ziet geen werkgever dit meer: ([a-z ]+)")


@dataclass
class Following:
    """What a person was told that employers read, by what stands in their own chat."""

    person: str
    employer: str
    looked_at: int = 0
    agreed: set[str] = field(default_factory=set)
    read: int = 0

    def follow(self, stage: Stage, *, may_ask: bool = True) -> None:
        """Fail where the employer read a line before the receipt of its yes, or after the word that it is over."""
        new = [
            (seq, who, "\n".join(render(part, "nl") for part in body.text))
            for who in (self.person, self.employer)
            for seq, body, _at, _due in stage.rows(who)
            if seq > self.looked_at and isinstance(body, Message)
        ]
        for seq, who, words in sorted(new):
            self.looked_at = seq
            found = set(_LINE.findall(words))
            if who == self.employer:
                assert found <= (self.agreed if may_ask else set()), "a line without a yes that holds"
                self.read += len(found)
            else:
                self._hear(words, found)

    def _hear(self, words: str, found: set[str]) -> None:
        over = _OVER.search(words)
        if "zei je ja. Elke werkgever" in words:
            self.agreed |= found
        elif "Daarom ziet geen werkgever dit meer" in words:
            self.agreed -= found
        elif over:
            self.agreed = {line for line in self.agreed if over[1] not in line.lower()}
