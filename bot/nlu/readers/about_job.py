"""What somebody asks about one vacancy, by what its card can tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_ASKED: Mapping[str, re.Pattern[str]] = {
    about: re.compile(rf"\b(?:{words})\b")
    for about, words in {
        "pay": r"loon|uurloon|salaris|verdien\w*|betaal\w*|geld|euro|bruto|netto|cao|pay|salary|earn|wage",
        "hours": r"uur|uren|parttime|fulltime|deeltijd|voltijd|hours?",
        "days": r"(?:maan|dins|woens|donder|vrij|zater|zon)?dag(?:en)?|weekend\w*|\w*ochtend\w*|\w*middag\w*|"
        r"\w*avond\w*|\w*nacht\w*|wanneer|rooster|vroeg|days?|evenings?|nights?|when",
        "place": r"waar(?! moet| voor)|plaats|adres|stad|wijk|locatie|ver|verder|dicht ?bij|reizen|reis\w*|"
        r"bus|tram|trein|metro|ov|fiets\w*|auto|lopen|where|far",
        "contract": r"contract|vaste? (?:baan|werk)|vast|tijdelijk|oproep\w*|uitzend\w*",
        "start": r"wanneer|begin|beginnen|begint|start\w*",
        "licence": r"rijbewijs|rijbewijzen|rijden|licen[cs]e",
        "dutch": r"nederlands\w*|taal|talen|spreken|praten|dutch",
        "asks": r"zwaar|zware|licht werk|till?en|bukken|staan|sta|zitten|zit|lichamelijk|heavy|lift\w*",
        "guidance": r"begeleid\w*|begeleiding|helpt|hulp|inwerk\w*|ingewerkt|uitleg",
        "employer": r"bedrijf|werkgever|baas|(?:van|bij|voor) wie|firma|employer|company",
    }.items()
}


def asked_of(sentence: Sentence) -> tuple[str, ...]:
    """Give what of a vacancy is asked for; nothing when it is something that no card tells."""
    return tuple(about for about, words in _ASKED.items() if words.search(sentence.folded))
