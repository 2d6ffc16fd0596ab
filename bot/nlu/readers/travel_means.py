"""By what somebody travels, by the words for it; not what they refuse: "auto is verkocht, ik ga met de tram"."""

from __future__ import annotations

import re

from bot.nlu.numbers import NUMBER
from bot.nlu.sentence import Sentence
from bot.nlu.wording import NOT

_BY = {
    "bike": "fiets ovfiets fietsen fietsend fietsje fietstje fietsafstand ebike bike bicycle vits fits fietse",
    "ov": "ov bus tram trein metro busje openbaar bussen treinen trams treintje trammetje sprinter train "
    "autobus ovchipkaart",
    "car": "auto autos autootje wagen car rijden rij autorijden carpoolen driving",
    "walk": "lopen lopend loop voet wandel wandelen wandelend loopafstand walk walking lope",
    "moped": "scooter scootertje brommertje brommer bromfiets snorfiets snorscooter moped brom motor",
}
MEANS = {word: by for by, words in _BY.items() for word in words.split()}
_HIRED = re.compile(r"\bov-fiets\b|(?<=\bde )ov fiets\b|(?<=\been )ov fiets\b")
"""A bicycle of the railways: "met de ov-fiets"; "ov fiets" alone may name two."""
_DRIVING = frozenset("rijden rij driving".split())
"""With which one can go by moped too: they say something where nothing else is named."""
_WITH = re.compile(
    r"\b(?:me (?:de |t |een )|"
    r"met (?:de |het |m n |m'n |mijn |me |mn |een )?|op (?:de |mijn )?(?!bus|tram|trein|metro|auto)|per |te |by |"
    r"(?:neem|pak|gebruik) (?:(?:altijd|meestal|graag|liever|gewoon|dan|wel|vaak|liefst|ik) )*(?:de |het |mijn |een )?)"
    r"(?P<by>" + "|".join(MEANS) + r")\b(?! (?:mee|is te)\b)|"
    r"\bik (?P<goes>loop|fiets|wandel) (?:altijd|meestal|overal|liever|liefst|"
    r"naar (?:het |mijn )?werk)\b(?! (?:achter|vast|tegen|over))"
)
_OWN = re.compile(
    r"\b(?:heb|ik heb|heb ik)(?: wel| ook| gewoon| gelukkig| zelf| een| n| eigen| mijn)* (?P<by>auto|fiets|scooter|"
    r"brommer|e-?bike|ebike)\b"
)
"""What somebody has to travel by; said of travelling only beside a word for it."""
_JOURNEY = frozenset("reizen reis reistijd reisafstand afstand vervoer".split())
_MEANS = "(?:" + "|".join(sorted(MEANS)) + ")"
_AT = r"(?:(?:met|op|per|in|te|by|de|het|een|n|mijn|m n|eigen) )"
_SAID_OF_IT = r"(?: (?:ga|kan|wil|kom|heb|neem|doe|gaat|lukt)(?: ik)?)? (?:niet|wel|nee|ja)"
_CLAUSE = re.compile(
    rf"\b{_MEANS}{_SAID_OF_IT}(?P<cut> )(?={_AT}{{0,3}}{_MEANS}{_SAID_OF_IT}\b)|"
    r"[.;!?\n,]+|(?<=\bnee) |\b(?:maar|dus|want|omdat|daarom)\b|\ben (?=ik\b|niet\b|geen\b)|"
    rf"(?<=[^\W_])(?<! ik) (?=(?:wel|geen|niet|alleen|zonder|in plaats van|dan|behalve) "
    rf"{_AT}{{0,3}}{_MEANS}(?![^\W_]))|"
    rf"(?:(?<= auto)|(?<= fiets)|(?<= rijbewijs)) (?=(?:met|op) {_AT}?{_MEANS}(?![^\W_]))|"
    r"(?<=[^\W_]) (?=ik (?:kom|ga|neem|pak|reis|rij|rijd|loop|fiets)\b)"
)
"""Where a new thought starts: what one says no to is not what another wants."""
_NO_MATTER = re.compile(
    r"\b(?:niet alleen|niet (?:zo |heel |te |al te )?(?:erg|(?<!ik niet )ver|lang|moeilijk|nodig|duur|slecht|gek)|"
    r"geen (?:enkel )?(?:probleem|punt|bezwaar|moeite|ramp)|en niet (?:meer|verder|langer)|"
    r"(?:uur|uurtje|minuten|minuut|min|kwartier|kwartiertje|km|kilometer) niet (?:meer|verder|langer)|"
    r"(?:meer|verder|langer) niet|zonder (?:over\w+|problemen?|moeite))\b"
    rf"(?:\W+(?:en )?{_AT}{{0,3}}{_MEANS} ook niet\b)?|"
    r"\bis van (?:mij|mezelf|ons)\b|"
    r"\bis van [^.;!?]{1,40}\b(?:mag|kan) (?:ik )?(?:(?:hem|die|deze|haar|er|altijd|vaak|wel) ){0,2}"
    r"(?:gebruiken|lenen|pakken|nemen|meenemen)\b"
)
"""Words with a no in them that refuse nothing, and whose a car is that somebody may use."""
_MOST = re.compile(rf"\b(?:meer|langer|verder|boven)(?: \w+)?(?: dan)?(?: \w+)? {NUMBER}")
"""A no to more than so much is no to nothing else: "niet verder dan 10 km met de fiets"."""
_REFUSES = re.compile(
    rf"\b(?:{NOT}|nee|yok|zonder|without|behalve|in plaats van|stuk|kapot|"
    r"gestolen|gejat|kwijt|verkocht|weggedaan|lek|(?:is|was) weg|gesloopt|afgekeurd|weggegooid|ingeleverd|te duur|"
    r"duurt (?:\w+ )?te lang|is van|bang|misselijk|paniek|eng|haat|hekel|angst|wagenziek)\b"
)
"""What says that somebody does not go by it: a no, that it is broken or gone, that they fear it."""
_OF_THAT = re.compile(r"\W*(?:die|hij|dat|deze|daar)\b")
"""A no to what the thought before it names: "ik heb een fiets maar die is lek"."""
_DRIVES = re.compile(r"\b(?:ik rij (?:zelf|auto|met)|rij ik zelf)\b")
_ANY = re.compile(rf"\b{_MEANS}\b")
_RATHER = re.compile(r"\b(?:liever|liefst|beter|eerder|sneller)\b")
_LICENCE = re.compile(r"b[ei]w|licen")
_GOES = r"(?:ik (?:ga|kom|kan|neem|pak) |(?:ga|neem|pak) ik )"
_ONLY_THIS = re.compile(
    rf"\W*(?:ja |dan |nu |ook )?{_AT}{{0,3}}{_MEANS}(?: (?:dat|kan|gaat|lukt|doe|ik|mag|is|goed))* (?:wel|ja)\W*|"
    rf"\W*(?:wel|alleen|dus|nu|ja|dan|liever)? ?{_GOES}?{_AT}{{0,3}}{_MEANS}(?: ja| wel)?\W*"
)
"""A thought that names no more than by what: it says something where another one is refused."""


def means_in(sentence: Sentence, *, strict: bool) -> list[tuple[str, int, int]]:
    """Give by what, and where it stands; not what is refused. Strictly: only "met de fiets" and the like."""
    if "ov" in sentence.words and _HIRED.search(sentence.folded):
        sentence = Sentence.of(_HIRED.sub("fiets   ", sentence.folded))
    text = sentence.folded
    wanted, refused = _clauses(text)
    if strict:
        found = [(match["by"] or match["goes"], match.start(), match.end()) for match in _WITH.finditer(text)]
        if not found and not _JOURNEY.isdisjoint(sentence.words):
            found = [(match["by"], *match.span()) for match in _OWN.finditer(text) if match["by"] in MEANS]
        if refused and not _LICENCE.search(text):
            alone = [each for each in wanted if _ONLY_THIS.fullmatch(text, *each)]
            found += [word for start, end in alone for word in _named(sentence, start, end)]
    else:
        found = _named(sentence, 0, len(text))
    if any(word not in _DRIVING for word, _, _ in found):
        found = [each for each in found if each[0] not in _DRIVING]
    rather = [each for each in wanted if _RATHER.search(text, *each) and _ANY.search(text, *each)]
    clear = {
        (MEANS[word], start, end)
        for word, start, end in found
        if not text.startswith("'s", end) and any(first <= start < last for first, last in rather or wanted)
    }
    return sorted(clear, key=lambda each: each[1])


def _named(sentence: Sentence, start: int, end: int) -> list[tuple[str, int, int]]:
    """Give the words for what one travels by in a part of the sentence."""
    found = [token for token in sentence.tokens if token.text in MEANS and start <= token.start < end]
    drives = "rij" in sentence.words and _DRIVES.search(sentence.folded) is not None
    return [(token.text, token.start, token.end) for token in found if drives or token.text != "rij"]


def _clauses(text: str) -> tuple[list[tuple[int, int]], bool]:
    """Give where the thoughts stand that refuse nothing, and whether another one refuses something to travel by."""
    wanted: list[tuple[int, int]] = []
    refused, at = False, 0
    heard = _NO_MATTER.sub(lambda found: " " * len(found.group()), text)
    for cut in (*_CLAUSE.finditer(heard), None):
        till = (len(text),) * 2 if cut is None else cut.span("cut") if cut["cut"] else cut.span()
        start, end, at = at, *till
        clause = heard[start:end]
        than = clause.startswith("dan ") and _RATHER.search(text, 0, start)
        if than or (_REFUSES.search(clause) and not _MOST.search(clause)):
            if wanted and _OF_THAT.match(clause):
                clause += text[slice(*wanted.pop())]
            refused = refused or _ANY.search(clause) is not None
        else:
            wanted.append((start, end))
    return wanted, refused
