"""How far to travel: {"minutes" or "km", "by"}; by is one of bike ov car walk moped, or null."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.numbers import NUMBER, TO, value_of
from bot.nlu.parse import Entity
from bot.nlu.wording import chosen, is_indifferent, is_question, only_fillers, whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_BY = {
    "bike": "fiets fietsen fietsend fietsje fietsafstand ebike bike bicycle vits fits fietse",
    "ov": "ov bus tram trein metro busje openbaar bussen treinen trams sprinter train autobus ovchipkaart",
    "car": "auto autos wagen car rijden autorijden carpoolen driving",
    "walk": "lopen lopend loop voet wandel wandelen wandelend loopafstand walk walking lope",
    "moped": "scooter brommer bromfiets snorfiets snorscooter moped brom motor",
}
MEANS = {word: by for by, words in _BY.items() for word in words.split()}
CUES = frozenset(
    """reizen reis reistijd reisafstand ver onderweg fiets fietsen fietsend lopen lopend rijden afstand bus tram trein
    metro ov openbaar auto loop wandel scooter brommer km kilometer kilometers travel voet wandelen enkele""".split()
)
_UNITS = {
    "minutes": r"(?:minuten|minuut|minuutjes|minute|minutes|min|mins|minuti|m)",
    "hour": r"(?:uur|uurtje|uren|u|hour|hours|uurtjes)",
    "quarter": r"(?:kwartier|kwartiertje|kwartieren)",
    "km": r"(?:kilometer|kilometers|kilometertjes|km|kms|kilo meter|kilomtr)",
}
_HIGH = f"(?P<high>{NUMBER})"
_UNIT = "(?:" + "|".join(rf"(?P<{unit}>{words})" for unit, words in _UNITS.items()) + r")(?![^\W_])"
_AMOUNT = re.compile(rf"(?:(?P<low>{NUMBER}){TO})?{_HIGH}?\s{{0,3}}{_UNIT}")
_HOUR_AND = re.compile(rf"(?P<high>{NUMBER})\s*(?:uur|u)\s*(?:en|,)?\s*(?P<more>{NUMBER})\s*(?:minuten|min|m)\b")
_BARE = re.compile(rf"(?:{NUMBER}{TO})?{_HIGH}")
_WITH = re.compile(
    r"\b(?:met (?:de |het |m n |mijn )?|op (?:de |mijn )?|per |te |by |"
    r"(?:neem|pak|gebruik) (?:(?:altijd|meestal|graag|liever|gewoon|dan|wel|vaak|liefst|ik) )*(?:de |het |mijn |een )?)"
    r"(?P<by>" + "|".join(MEANS) + r")\b(?! (?:niet|nooit|mee|is te|"
    r"(?:kan|gaat|lukt|wil|mag|kom) (?:ik )?(?:niet|nooit))\b)|"
    r"\bik (?P<goes>loop|fiets|wandel) (?:altijd|meestal|overal|liever|liefst|"
    r"naar (?:het |mijn )?werk)\b(?! (?:achter|vast|tegen|over))"
)

_NEAR = re.compile(
    r"\b(?:dichtbij|dicht bij|in de buurt|niet (?:te |zo )?ver|vlakbij|in mijn (?:wijk|buurt)|"
    r"nearby)\b"
)
_AROUND = frozenset(
    """min minuten minuut reizen reis reistijd max maximaal hoogstens fiets lopen ver meer dan minder tot tussen
    heen terug onderweg enkele niet langer minimaal openbaar vervoer kwartier km weg""".split()
)
_NOT = re.compile(
    r"\b(?:geen|niet|niet met(?: de| het)?|niet op de|zonder|behalve|nooit|no|not by|without a)\s+(?:eigen )?$"
)
_NOT_AFTER = re.compile(
    r"^(?: (?:heb|kan|gaat|lukt|wil|mag|kom|neem|rijd|is|doe))?(?: (?:ik|er|we|helaas|dus|dat))* (?:niet|nooit|geen)\b"
    r"(?! (?:erg|moeilijk|ver|nodig|zo|te|lang|langer|meer|punt|probleem|bezwaar)\b)"
)
"""A no behind it: "auto heb ik niet"."""
_TOO_FAR = re.compile(
    r"(?: (?:reizen|fietsen|lopen|rijden|reistijd|met de \w+))*(?: is| vind ik)?"
    r" (?:mij |me |echt |veel )*te (?:ver|lang|veel)\b"
)
_LIVES_AT = re.compile(r"\b(?:woon|wonen|woont|huis|ligt|halte|station)\b[^,;.]{0,12}\bop\W*$")
_PER = re.compile(r"\b(?:per|elke?|ieder|om het|om de)\W*$")
_FURTHER = re.compile(r"\b(?:meer|langer|verder|boven)(?: dan| als| de)?\W*$")
_LONGEST, _FARTHEST, _EITHER = 240, 150, 15


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a journey: an amount with a word about travelling, or "met de fiets"."""
    del today
    if sentence.words.isdisjoint(CUES) or is_question(sentence):
        return []
    amount = _amount(sentence.folded)
    means = [by for by, start, _ in _means(sentence, strict=amount is None) if start >= 0]
    if amount and (means or "km" in amount[0] or not sentence.words.isdisjoint(CUES)):
        value = amount[0] | {"by": means[0] if means else None}
        return [Entity("travel", amount[1], amount[2], value)]
    if amount is None and means:
        _, start, end = _means(sentence, strict=True)[0]
        return [chosen("travel", start, end, [{"by": by} for by in means])]
    return []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how and how long somebody wants to travel."""
    found = spot(sentence, today)
    if is_question(sentence):
        return found[0] if found else None
    amount = _amount(sentence.folded)
    means = _means(sentence, strict=False)
    ways: list[str | None] = list(dict.fromkeys(by for by, _, _ in means))
    ways = ways or [None]
    if amount:
        return chosen("travel", amount[1], amount[2], [amount[0] | {"by": by} for by in ways])
    if means:
        return _with_bare(sentence, ways) or chosen("travel", means[0][1], means[-1][2], [{"by": by} for by in ways])
    return _vague(sentence) or _with_bare(sentence, [None])


def _vague(sentence: Sentence) -> Entity | None:
    """Read "dichtbij" and "maakt niet uit" as a choice."""
    near = _NEAR.search(sentence.folded)
    if near:
        return chosen("travel", near.start(), near.end(), [{"minutes": 15, "by": None}, {"minutes": 30, "by": None}])
    if is_indifferent(sentence):
        minutes = [{"minutes": minutes, "by": None} for minutes in (60, 30, 90)]
        return whole(sentence, "travel", minutes[0], tuple(minutes))
    return None


def _amount(text: str) -> tuple[dict[str, Any], int, int] | None:
    """Give {"minutes"} or {"km"} and where it stands; the far end of a range counts."""
    both = _HOUR_AND.search(text)
    if both:
        return _checked({"minutes": round(value_of(both["high"]) * 60 + value_of(both["more"]))}, both)
    for match in _AMOUNT.finditer(text):
        quarter = match["quarter"] is not None and not _PER.search(text[: match.start()])
        if match["high"] is None and not quarter and match["hour"] not in {"uurtje", "uur"}:
            continue
        if match.start() and text[match.start() - 1].isalnum() and not (quarter and text[match.start()].isspace()):
            continue
        count = value_of(match["high"]) if match["high"] else 1
        if match["hour"] and re.match(r"\W*(?:en (?:een )?half|half)\b", text[match.end() :]):
            count += 0.5
        if match["km"]:
            found = _checked({"km": count}, match)
        else:
            per = 60 if match["hour"] else 15 if match["quarter"] else 1
            found = _checked({"minutes": round(count * per)}, match)
        if _LIVES_AT.search(text[: match.start()]):
            continue
        too_far = _TOO_FAR.match(text, match.end()) and not _FURTHER.search(text[: match.start()])
        if found and not too_far and not re.match(r"\W*(?:per|in de|a) ?week\b", text[match.end() :]):
            return found
    return None


def _checked(value: dict[str, Any], match: re.Match[str]) -> tuple[dict[str, Any], int, int] | None:
    """Refuse what nobody travels."""
    amount, most = next(iter(value.values())), _FARTHEST if "km" in value else _LONGEST
    return (value, match.start(), match.end()) if 1 <= amount <= most else None


def _means(sentence: Sentence, *, strict: bool) -> list[tuple[str, int, int]]:
    """Give by what, and where it stands; not what is refused. Strictly: only "met de fiets" and the like."""
    text = sentence.folded
    if strict:
        found = [(match["by"] or match["goes"], match.start(), match.end()) for match in _WITH.finditer(text)]
    else:
        found = [(token.text, token.start, token.end) for token in sentence.tokens if token.text in MEANS]
    return [(MEANS[word], start, end) for word, start, end in found if _is_means(text, word, start, end)]


def _is_means(text: str, word: str, start: int, end: int) -> bool:
    """Tell "met de bus" from "niet met de bus", and from "iets met auto's"."""
    refused = _NOT.search(text[:start]) or _NOT.search(text[: text.rfind(word, start, end)])
    return not refused and not _NOT_AFTER.match(text[end:]) and not text.startswith("'s", end)


def _with_bare(sentence: Sentence, ways: list[str | None]) -> Entity | None:
    """Read a number alone as minutes; a small one may be kilometres too."""
    match = _BARE.search(sentence.folded)
    if match is None or match["high"] in {"een", "n", "paar", "half"}:
        return None
    if not only_fillers(sentence, match.start(), match.end(), _AROUND.union(MEANS)):
        return None
    count = value_of(match["high"])
    if not 1 <= count <= _LONGEST or re.search(r"\bom\W*$", sentence.folded[: match.start()]):
        return None
    values: list[Any] = [{"minutes": round(count), "by": by} for by in ways]
    if count <= _EITHER:
        values.append({"km": count, "by": ways[0]})
    return chosen("travel", match.start(), match.end(), values)
