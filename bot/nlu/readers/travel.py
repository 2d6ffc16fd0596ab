"""How far to travel: {"minutes" or "km", "by"}; by is one of bike ov car walk moped, or null."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.numbers import NUMBER, TO, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.own import own_words
from bot.nlu.readers.travel_means import MEANS, means_in
from bot.nlu.wording import chosen, is_indifferent, is_question, only_fillers, whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

CUES = frozenset(
    """reizen reis reistijd reisafstand ver onderweg fiets fietsen fietsend lopen lopend rijden afstand bus tram trein
    metro ov openbaar auto loop wandel scooter brommer km kilometer kilometers travel voet wandelen enkele fietse lope
    scootertje sprinter ovfiets""".split()
)
_CARS = re.compile(
    r"\b(?:auto'?s|fietsen|scooters|brommers) (?:wassen|poetsen|spuiten|repareren|maken|schoonmaken|verkopen|bouwen|"
    r"plakken)\b"
)
"""What is work, and no journey."""
_UNITS = {
    "minutes": r"(?:minuten|minuut|minuutjes|minute|minutes|min|mins|minuti|m)",
    "hour": r"(?:uur|uurtje|uren|u|hour|hours|uurtjes)",
    "half": r"(?:halfuur|halfuurtje)",
    "quarter": r"(?:kwartier|kwartiertje|kwartieren)",
    "km": r"(?:kilometer|kilometers|kilometertjes|km|kms|kilo meter|kilomtr)",
}
_MINUTES = {"hour": 60, "half": 30, "quarter": 15}
_HIGH = f"(?P<high>{NUMBER})"
_UNIT = "(?:" + "|".join(rf"(?P<{unit}>{words})" for unit, words in _UNITS.items()) + r")(?![^\W_])"
_AMOUNT = re.compile(rf"(?:(?P<low>{NUMBER}){TO})?{_HIGH}?\s{{0,3}}{_UNIT}")
_HOUR_AND = re.compile(rf"(?P<high>{NUMBER})\s*(?:uur|u)\s*(?:en|,)?\s*(?P<more>{NUMBER})\s*(?:minuten|min|m)\b")
_HOUR_AND_QUARTERS = re.compile(
    rf"(?:(?P<high>{NUMBER})\s?)?\b(?:uur|u|uurtje) en (?:een |n )?(?:(?P<more>{NUMBER})\s?)?kwartier(?:tje)?\b"
)
_JOINED = re.compile(rf"\s?(?:tot|a|of|-|tot maximaal) {NUMBER} (?:uur|uurtje|kwartier|min)")
_AND_A_HALF = re.compile(r"\W*(?:en (?:een )?half|half)\b")
_IN_A_WEEK = re.compile(r"\W*(?:per|in de|a) ?week\b")
_BARE = re.compile(rf"(?:{NUMBER}{TO})?{_HIGH}")
_NEAR = re.compile(
    r"\b(?:dichtbij|dicht bij|in de buurt|niet (?:te |zo )?ver|vlakbij|in mijn (?:wijk|buurt)|"
    r"nearby)\b"
)
_AROUND = frozenset(
    """min minuten minuut reizen reis reistijd max maximaal hoogstens fiets lopen ver meer dan minder tot tussen
    heen terug onderweg enkele niet langer minimaal openbaar vervoer kwartier km weg""".split()
)
_PASSED = re.compile(r"\bal (?:(?:een|bijna|ruim|meer|dan|zeker|minstens) )*$|\bhoe lang\W*$")
"""Time that went by: "ik wacht al een uur op de bus"."""
_NO_JOURNEY = re.compile(r"\b(?:loop|lopen)\b[^,.;!?]{0,60} te [a-z]+en\b|\bloop stage\b|\bwacht(?:en)?\b")
"""Words of travelling that say something else: "ik loop al een uur te zoeken", "ik wacht op de bus"."""
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
    if sentence.words.isdisjoint(CUES) and "van huis" not in sentence.folded:
        return []
    sentence = own_words(sentence)
    if is_question(sentence) or _NO_JOURNEY.search(sentence.folded):
        return []
    if _CARS.search(sentence.folded):
        return []
    amount = _amount(sentence.folded)
    means = means_in(sentence, strict=amount is None)
    if amount:
        value = amount[0] | {"by": means[0][0] if means else None}
        start = min((amount[1], *(each[1] for each in means)))
        end = max((amount[2], *(each[2] for each in means)))
        return [Entity("travel", start, end, value)]
    return [chosen("travel", *means[0][1:], [{"by": by} for by, _, _ in means])] if means else []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how and how long somebody wants to travel."""
    found = spot(sentence, today)
    said, sentence = sentence, own_words(sentence)
    if is_question(sentence) or _CARS.search(sentence.folded):
        return found[0] if found else None
    amount = _amount(sentence.folded)
    means = means_in(sentence, strict=False)
    ways: list[str | None] = list(dict.fromkeys(by for by, _, _ in means))
    ways = ways or [None]
    if amount:
        return chosen("travel", amount[1], amount[2], [amount[0] | {"by": by} for by in ways])
    if means:
        return _with_bare(said, ways) or chosen("travel", means[0][1], means[-1][2], [{"by": by} for by in ways])
    return _vague(sentence) or _with_bare(said, [None])


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
    quarters = _HOUR_AND_QUARTERS.search(text) if "kwartier" in text else None
    if quarters:
        hours, more = value_of(quarters["high"] or "een"), value_of(quarters["more"] or "een")
        return _checked({"minutes": round(hours * 60 + more * 15)}, quarters)
    for match in _AMOUNT.finditer(text):
        count = _count(text, match)
        found = _checked({"km": count} if match["km"] else {"minutes": round(count * _per(match))}, match)
        if found and not _is_else(text, match):
            return found
    return None


def _count(text: str, match: re.Match[str]) -> float:
    """Give how many; 0 where no number of this unit stands there."""
    alone = (match["quarter"] or match["half"]) is not None and not _PER.search(text[: match.start()])
    if match["high"] is None and not alone and match["hour"] not in {"uurtje", "uur"}:
        return 0
    if match.start() and text[match.start() - 1].isalnum() and not (alone and text[match.start()].isspace()):
        return 0
    if match["minutes"] == "m" and not (match["high"] or "").isdigit():  # "met een m" spells a name
        return 0
    count = value_of(match["high"]) if match["high"] else 1
    return count + 0.5 if match["hour"] and _AND_A_HALF.match(text, match.end()) else count


def _per(match: re.Match[str]) -> int:
    """Give how many minutes the unit is."""
    return next((minutes for unit, minutes in _MINUTES.items() if match[unit]), 1)


def _is_else(text: str, match: re.Match[str]) -> bool:
    """Say whether an amount is no journey: where a house is, time that went by, what is too far, work in a week.

    The near end of a range is none either: "een half uur tot drie kwartier".
    """
    before = text[: match.start()]
    if _LIVES_AT.search(before) or _PASSED.search(before):
        return True
    if _JOINED.match(text, match.end()) or _IN_A_WEEK.match(text, match.end()):
        return True
    return _TOO_FAR.match(text, match.end()) is not None and not _FURTHER.search(before)


def _checked(value: dict[str, Any], match: re.Match[str]) -> tuple[dict[str, Any], int, int] | None:
    """Refuse what nobody travels."""
    amount, most = next(iter(value.values())), _FARTHEST if "km" in value else _LONGEST
    return (value, match.start(), match.end()) if 1 <= amount <= most else None


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
