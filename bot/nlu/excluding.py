"""Wording of a vacancy that keeps people out: which words, why not, and what to write instead.

It advises and holds back; a person can always ask a human. A minimum age of 13 to 18, and 21, passes: some work has one
by law (docs/decisions/018).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections
from bot.nlu.sentence import fold
from bot.text import Text, _, lines

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_HARMLESS = "harmless"
_WHO = (
    "(?:collega|collega's|collegas|kandidaat|kandidaten|medewerker|medewerkers|kracht|krachten|persoon|personen|"
    "sollicitant|sollicitanten|werknemer|werknemers|arbeidskracht|arbeidskrachten|hulp|mensen)"
)
_MOST_SHOWN = 60
"""Characters of what somebody wrote that are shown back."""

GROUNDS: Mapping[str, tuple[Text, Text]] = {
    "age": (_("Leeftijd mag je niet vragen."), _("Schrijf wat iemand moet kunnen.")),
    "sex": (
        _("Je mag niet kiezen tussen man en vrouw."),
        _("Schrijf bijvoorbeeld: wij zoeken een nieuwe collega."),
    ),
    "origin": (
        _("Je mag niet vragen waar iemand vandaan komt."),
        _("Schrijf wat iemand moet kunnen."),
    ),
    "mother tongue": (
        _("Je mag niet vragen met welke taal iemand is opgegroeid."),
        _("Schrijf hoe goed iemand Nederlands moet spreken."),
    ),
    "religion": (_("Geloof mag je niet vragen."), _("Schrijf wat iemand moet doen op het werk.")),
    "health": (
        _("Je mag niet vragen hoe gezond iemand is."),
        _("Schrijf wat het werk vraagt, zoals: je tilt dozen."),
    ),
    "family": (
        _("Je mag niet vragen naar kinderen of een partner."),
        _("Schrijf op welke dagen en uren het werk is."),
    ),
    "orientation": (_("Je mag niet vragen van wie iemand houdt."), _("Haal deze woorden weg.")),
}
"""By ground: what the law says, in one sentence, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Excluding:
    """Words that keep people out, as they were written, and the ground that the law names (a key of `GROUNDS`)."""

    ground: str
    words: str = field(repr=False)


def excluding(text: str) -> tuple[Excluding, ...]:
    """Find the wording that keeps people out, in its order; at most one finding for each ground."""
    harmless, grounds = _signs()
    folded = " ".join(fold(text).split("\n"))  # as long as `text`, so that places in one are places in the other
    read = harmless.sub(lambda kept: "·" * len(kept.group()), folded)
    found = [(match.start(), match.end(), ground) for ground, sign in grounds.items() if (match := sign.search(read))]
    return tuple(Excluding(ground, text[start:end].strip()[:_MOST_SHOWN]) for start, end, ground in sorted(found))


def explained(found: Excluding) -> Text:
    """Say kindly which words, why not, and what to write instead: three sentences."""
    law, instead = GROUNDS[found.ground]
    return lines(_("Hier staat: “{words}”.", words=found.words), law, instead)


@cache
def _signs() -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    """Read the data once."""
    held = {
        section: any_of(line.replace("WHO", _WHO) for line in lines)
        for section, lines in sections("excluding.txt").items()
    }
    return held[_HARMLESS], {ground: held[ground] for ground in GROUNDS}
