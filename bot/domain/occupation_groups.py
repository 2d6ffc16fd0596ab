"""Groups of occupations in simple words: the sub-major groups of ISCO-08 (2 digits), each named by us in Dutch.

The codes are those of the International Standard Classification of Occupations (ILO, 2008); the names are ours, short
and plain, since the official ones are hard to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping

DIGITS = 2

GROUPS: Mapping[str, Text] = {
    **dict.fromkeys(("01", "02", "03"), _("werk in het leger")),
    **dict.fromkeys(("11", "12", "13", "14"), _("leiding geven")),
    "21": _("werk in techniek en onderzoek"),
    "22": _("medisch werk"),
    "23": _("lesgeven"),
    "24": _("werk met geld en plannen"),
    "25": _("werk met computers"),
    "26": _("werk met recht, kunst of cultuur"),
    "31": _("technisch werk"),
    "32": _("medische hulp"),
    "33": _("werk in de handel"),
    "34": _("sociaal werk, sport of koken"),
    "35": _("hulp bij computers"),
    "41": _("werk op kantoor"),
    "42": _("klanten helpen"),
    "43": _("werk met cijfers en voorraad"),
    "44": _("ander werk op kantoor"),
    "51": _("werk met gasten en klanten"),
    "52": _("verkopen"),
    "53": _("zorg voor mensen en kinderen"),
    "54": _("veiligheid en bewaking"),
    "61": _("werk met planten en dieren"),
    "62": _("werk in bos en visserij"),
    "63": _("werk op het land"),
    "71": _("werk in de bouw"),
    "72": _("werk met metaal en motoren"),
    "73": _("werk met de handen en drukken"),
    "74": _("werk met stroom"),
    "75": _("werk met eten, hout en kleding"),
    "81": _("werk met machines"),
    "82": _("dingen in elkaar zetten"),
    "83": _("rijden en vervoer"),
    "91": _("schoonmaken"),
    "92": _("werk op het land en in het groen"),
    "93": _("werk in bouw, fabriek en magazijn"),
    "94": _("werk in de keuken"),
    "95": _("verkopen op straat"),
    "96": _("afval en ander werk buiten"),
}


def group_of(isco: str) -> str:
    """Give the group of an ISCO-08 code of 2 digits or more."""
    return isco[:DIGITS]
