"""How far to travel: {"minutes" or "km", "by"}; by is one of bike ov car walk moped, or null."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.numbers import NUMBER, TO, value_of
from bot.nlu.parse import Entity
from bot.nlu.readers.own import own_words
from bot.nlu.wording import chosen, is_indifferent, is_question, only_fillers, whole

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_BY = {
    "bike": "fiets fietsen fietsend fietsje fietstje fietsafstand ebike bike bicycle vits fits fietse",
    "ov": "ov bus tram trein metro busje openbaar bussen treinen trams treintje trammetje sprinter train autobus ovchipkaart",
    "car": "auto autos autootje wagen car rijden rij autorijden carpoolen driving",
    "walk": "lopen lopend loop voet wandel wandelen wandelend loopafstand walk walking lope",
    "moped": "scooter scootertje brommertje brommer bromfiets snorfiets snorscooter moped brom motor",
}
MEANS = {word: by for by, words in _BY.items() for word in words.split()}
_DRIVING = frozenset("rijden rij driving".split())
"""With which one can go by moped too: they say something where nothing else is named."""
CUES = frozenset(
    """reizen reis reistijd reisafstand ver onderweg fiets fietsen fietsend lopen lopend rijden afstand bus tram trein
    metro ov openbaar auto loop wandel scooter brommer km kilometer kilometers travel voet wandelen enkele fietse lope
    lopende rij""".split()
)
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
_BARE = re.compile(rf"(?:{NUMBER}{TO})?{_HIGH}")
_WITH = re.compile(
    r"\b(?:met (?:de |het |m n |m'n |mijn |me |mn |een )?|op (?:de |mijn )?|per |te |by |"
    r"(?:neem|pak|gebruik) (?:(?:altijd|meestal|graag|liever|gewoon|dan|wel|vaak|liefst|ik) )*(?:de |het |mijn |een )?)"
    r"(?P<by>" + "|".join(MEANS) + r")\b(?! (?:mee|is te)\b)|"
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
_MEANS = "(?:" + "|".join(sorted(MEANS)) + ")"
_AT = r"(?:(?:met|op|per|in|te|by|de|het|een|n|mijn|m n|eigen) )"
_SAID_OF_IT = r"(?: (?:ga|kan|wil|kom|heb|neem|doe|gaat|lukt)(?: ik)?)? (?:niet|wel|nee|ja)"
_CLAUSE = re.compile(
    rf"\b{_MEANS}{_SAID_OF_IT}(?P<cut> )(?={_AT}{{0,3}}{_MEANS}{_SAID_OF_IT}\b)|"
    r"[.;!?\n,]+|(?<=\bnee) |\b(?:maar|dus|want|omdat|daarom)\b|\ben (?=ik\b|niet\b|geen\b)|"
    rf"(?<=[^\W_])(?<! ik) (?=(?:wel|geen|niet|zonder|in plaats van|dan|behalve) {_AT}{{0,3}}{_MEANS}(?![^\W_]))|"
    rf"(?:(?<= auto)|(?<= fiets)|(?<= rijbewijs)) (?=(?:met|op) {_AT}?{_MEANS}(?![^\W_]))|"
    r"(?<=[^\W_]) (?=ik (?:kom|ga|neem|pak|reis|rij|rijd|loop|fiets)\b)"
)
"""Where a new thought starts: what one says no to is not what another wants."""
_NO_MATTER = re.compile(
    r"\b(?:niet alleen|niet (?:zo |heel |te |al te )?(?:erg|(?<!ik niet )ver|lang|moeilijk|nodig|duur|slecht|gek|vervelend)|"
    r"geen (?:enkel )?(?:probleem|punt|bezwaar|moeite|ramp)|en niet (?:meer|verder|langer)|(?:meer|verder|langer) niet|"
    r"zonder (?:over\w+|problemen?|moeite))\b"
)
_MOST = re.compile(rf"\b(?:meer|langer|verder|boven)(?: \w+)?(?: dan)?(?: \w+)? {NUMBER}")
"""A no to more than so much is no to nothing else: "niet verder dan 10 km met de fiets"."""
_REFUSES = re.compile(
    r"\b(?:geen|niet|nooit|nie|nit|nee|not|no|zonder|without|behalve|in plaats van|stuk|"
    r"kapot|gestolen|gejat|kwijt|verkocht|weggedaan|lek|(?:is|was) weg|gesloopt|afgekeurd|weggegooid|ingeleverd|te duur|"
    r"duurt (?:\w+ )?te lang|is van|bang|misselijk|paniek|eng|haat|hekel|angst|wagenziek)\b"
)
"""What says that somebody does not go by it: a no, that it is broken or gone, that they fear it."""
_ANY = re.compile(rf"\b{_MEANS}\b")
_RATHER = re.compile(r"\b(?:liever|liefst|beter|eerder|sneller)\b")
_LICENCE = re.compile(r"b[ei]w|licen")
_ONLY_THIS = re.compile(rf"\W*(?:ja |dan |nu |ook )?{_AT}{{0,3}}{_MEANS}(?: (?:dat|kan|gaat|lukt|doe|ik|mag|is|goed))* (?:wel|ja)\W*|"
                        rf"\W*(?:wel|alleen|dus|nu|ja|dan|liever)? ?(?:ik (?:ga|kom|kan|neem|pak) |(?:ga|neem|pak) ik )?{_AT}{{0,3}}{_MEANS}(?: ja| wel)?\W*")  # fmt: skip
"""A thought that names no more than by what: it says something where another one is refused."""
_PASSED = re.compile(r"\bal (?:(?:een|bijna|ruim|meer|dan|zeker|minstens) )*$|\bhoe lang\W*$")
"""Time that went by: "ik wacht al een uur op de bus"."""
_LOOP_TO = re.compile(r"\b(?:loop|lopen)\b[^,.;!?]* te [a-z]+en\b|\bloop\b(?= stage)|\bwacht(?:en)?\b")
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
    if is_question(sentence) or _LOOP_TO.search(sentence.folded):
        return []
    amount = _amount(sentence.folded)
    means = [by for by, start, _ in _means(sentence, strict=amount is None) if start >= 0]
    if amount:
        value = amount[0] | {"by": means[0] if means else None}
        return [Entity("travel", amount[1], amount[2], value)]
    if amount is None and means:
        _, start, end = _means(sentence, strict=True)[0]
        return [chosen("travel", start, end, [{"by": by} for by in means])]
    return []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how and how long somebody wants to travel."""
    found = spot(sentence, today)
    sentence = own_words(sentence)
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
    quarters = _HOUR_AND_QUARTERS.search(text) if "kwartier" in text else None
    if quarters:
        hours, more = value_of(quarters["high"] or "een"), value_of(quarters["more"] or "een")
        return _checked({"minutes": round(hours * 60 + more * 15)}, quarters)
    for match in _AMOUNT.finditer(text):
        quarter = (match["quarter"] or match["half"]) is not None and not _PER.search(text[: match.start()])
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
            per = next((minutes for unit, minutes in _MINUTES.items() if match[unit]), 1)
            found = _checked({"minutes": round(count * per)}, match)
        if _LIVES_AT.search(text[: match.start()]) or _PASSED.search(text[: match.start()]):
            continue
        too_far = _TOO_FAR.match(text, match.end()) and not _FURTHER.search(text[: match.start()])
        if _JOINED.match(text, match.end()):
            continue  # the near end of a range: "een half uur tot drie kwartier"
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
    wanted, refused = _clauses(text)
    if strict:
        found = [(match["by"] or match["goes"], match.start(), match.end()) for match in _WITH.finditer(text)]
        if refused and not _LICENCE.search(text):
            found += [each for start, end in wanted if _ONLY_THIS.fullmatch(text, start, end) for each in _named(sentence, start, end)]
    else:
        found = _named(sentence, 0, len(text))
    if any(word not in _DRIVING for word, _, _ in found):
        found = [each for each in found if each[0] not in _DRIVING]
    rather = [(start, end) for start, end in wanted if _RATHER.search(text, start, end) and _ANY.search(text, start, end)]
    wanted = rather or wanted
    clear = [(MEANS[word], start, end) for word, start, end in found if not text.startswith("'s", end)]
    return sorted({each for each in clear if any(start <= each[1] < end for start, end in wanted)}, key=lambda each: each[1])


def _named(sentence: Sentence, start: int, end: int) -> list[tuple[str, int, int]]:
    """Give the words for what one travels by in a part of the sentence."""
    found = [token for token in sentence.tokens if token.text in MEANS and start <= token.start < end]
    return [(token.text, token.start, token.end) for token in found]


def _clauses(text: str) -> tuple[list[tuple[int, int]], bool]:
    """Give where the thoughts stand that refuse nothing, and whether another one refuses something to travel by."""
    wanted, refused, at = [], False, 0
    for cut in (*_CLAUSE.finditer(text), None):
        till = (len(text),) * 2 if cut is None else cut.span("cut") if cut["cut"] else cut.span()
        start, end, at = at, *till
        clause = _NO_MATTER.sub(" ", text[start:end])
        than = clause.startswith("dan ") and _RATHER.search(text, 0, start)
        if than or (_REFUSES.search(clause) and not _MOST.search(clause)):
            refused = refused or _ANY.search(clause) is not None
        else:
            wanted.append((start, end))
    return wanted, refused


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
