"""What the words around an amount say of it: at most, at least, not this one, or how it was before."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.numbers import NUMBER

_NEAR = 48
"""How many characters before and behind an amount tell what it means."""
_NO = r"(?:niet|nit|nie|nooit|not|never|don'?t|can'?t)"
_AT_MOST = re.compile(
    r"\b(?:max|maximaal|maximum|hoogstens|hoogsten|hooguit|ten hoogste|op (?:zijn|z'?n|het) (?:hoogst|meest)|tot|"
    r"up to|at most)(?: de)?\W*$"
)
_AT_LEAST = re.compile(
    r"\b(?:minstens|minimaal|minimum|min|tenminste|ten minste|op (?:zijn|z'?n|het) minst|vanaf|at least)(?: de)?\W*$"
)
_THAN = re.compile(
    rf"(?P<no>\b(?:{_NO}|geen|no)\b (?:(?!\b(?:en|maar|want|dus|and|but)\b)[^,;.\d]){{0,24}})?"
    r"\b(?:(?P<more>meer (?:werken |uur )?(?:dan|als)|boven|more than)|"
    r"minder (?:werken |uur )?(?:dan|als)|onder|less than|fewer than)(?: de| the)?\W*$"
)
"""More or less than so much; with a "no" before it, it is the contrary."""
_NO_OTHER = rf"(?! {{1,2}}(?:de )?{NUMBER})"
"""A bound before another amount is of that one: "24 uur, hooguit 30 minuten reizen"."""
_MOST_AFTER = re.compile(
    r"^\W*(?:per week |in de week )?(?:max|maximaal|maximum|of minder|hoogstens|hooguit|ten hoogste|en minder|"
    rf"is (?:echt )?(?:het|mijn) (?:max|maximum|meeste))\b{_NO_OTHER}"
)
_LEAST_AFTER = re.compile(
    rf"^\W*(?:per week |in de week )?(?:minimaal|minimum|of meer|en meer|minstens|plus)\b{_NO_OTHER}|^\+"
)
_NOT_THIS = re.compile(rf"\b(?:geen|no|{_NO})(?: meer| per se)?(?: de)?\W*$")
_AMOUNT_GOES_ON = r"^[^\w,;.!?]*(?:(?:per week|in de week|pw|a week|werken|werk|dat|dan|liever|is|vind ik|for me)\s+)*"
_REFUSED_AFTER = re.compile(
    rf"{_AMOUNT_GOES_ON}(?:"
    r"(?:lukt|gaat|kan|wil|doe|hoef|mag|red|trek|haal|hou|werk|zie|can|is)\s+(?:(?:ik|me|mij|het|dat|echt|helaas|dus|"
    rf"nu|ook|voor|zeker|nog)\s+)*{_NO}\b(?!\s+(?:erg|moeilijk|zwaar|lastig|veel|te|op|in)\b)|"
    rf"ik (?:kan|wil) {_NO}(?=\W*(?:$|[,;.]))|"
    rf"(?:echt )?{_NO}\b(?!\s+(?:meer|minder|langer|hoger|erg|moeilijk|veel|te|op|in|met|voor|s|alleen|ook)\b)|"
    r"(?:lijkt |echt |veel |mij |me |voor |mij |nu )*te (?:veel|weinig|zwaar|lang)\b|"
    r"(?:(?:lijkt|vind|is|ik|me|mij|echt|wel|erg|heel|nu|nogal|best) )+(?:zwaar|veel|pittig)\b"
    r"(?! maar (?:lukt|kan|gaat|goed)\b))"
)
"""Not so much: "40 uur lukt niet", "32 uur is te veel"; but "24 uur, niet meer" and "20 uur is niet erg" stand."""
_PAST_BEFORE = re.compile(
    r"\b(?:vroeger|werkte|deed|eerder|toen)\b(?:(?!\bnu\b)[^,;.])*$|"
    r"\b(?:eerst (?:dacht|wou|wilde|zei|had|wil)|(?:dacht|wou|wilde|zei) (?:ik )?eerst)\b"
    r"(?:(?!\b(?:nu|maar)\b)[^,;.])*$|"
    r"\b(?:(?:werk|heb|doe) (?:ik )?nu|nu (?:werk|heb|doe) ik)\b(?:(?!\b(?:wil|zou|graag|maar|liever)\b)[^,;.])*$"
)
"""How it was, or is now: what somebody wants is another number."""
_PAST_AFTER = re.compile(
    r"^(?:(?!\b(?:nu|maar)\b)[^,;.])*\b(?:gewerkt|gedaan|gehad|geweest|ziek|gewacht|wachten|vroeger)\b"
)
_INSTEAD = re.compile(
    r"^[^\d;.]*?(?:,|\b(?:maar|nu|wel|liever|dan)\b)\s*(?:[^\W\d_]+\s+){0,4}?"
    rf"(?P<low>{NUMBER})(?:\s+(?:uur|of meer|of minder|maximaal|minimaal|van|wel|graag|per week|in de week|is goed|"
    rf"kan|lukt|gaat))*\W*$"
)
_PREFERRED = re.compile(
    r"\b(?:liever|liefst)\s+(?:(?:zo n|ongeveer|maar|toch|wel|rond|de|ik|wil|werk|iets|van|max|maximaal|min|minimaal)"
    rf"\s+)*(?P<low>{NUMBER})(?=\s*(?:uur|uren|uurtjes|u)\b|\W*$|\W*(?:dan|graag|per week|maar)\b)"
)
"""The number that somebody would rather have than another one: "30 uur mag, maar liever 24"."""


def preferred(text: str) -> re.Match[str] | None:
    """Find the number that somebody would rather have than the others that are named."""
    return _PREFERRED.search(text)


def is_refused(after: str) -> bool:
    """Say whether what stands behind some hours refuses them: "fulltime lukt niet"."""
    return _REFUSED_AFTER.match(after) is not None


def limit(before: str, after: str) -> str | None:
    """Say "most" or "least", or "not" where this amount is refused or belongs to the past; None: the amount itself."""
    refused = is_refused(after)
    than = _THAN.search(before)
    if than:
        return "least" if (than["more"] is None) == (refused or than["no"] is not None) else "most"
    if refused or _NOT_THIS.search(before) or _PAST_BEFORE.search(before) or _PAST_AFTER.match(after):
        return "not"
    if _AT_MOST.search(before) or _MOST_AFTER.match(after):
        return "most"
    return "least" if _AT_LEAST.search(before) or _LEAST_AFTER.match(after) else None


def instead(after: str) -> re.Match[str] | None:
    """Find the number that comes in the place of one that was refused: "geen 40 uur maar 32"."""
    return _INSTEAD.match(after)


def around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Give what stands just before and just behind; farther away nothing says what a number means."""
    return text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]


def bounded(low: float, high: float, bound: str | None) -> dict[str, Any]:
    """Open a side of one amount that is at most or at least so much; a range has both its sides."""
    alone = low == high
    return {"min": None if alone and bound == "most" else low, "max": None if alone and bound == "least" else high}
