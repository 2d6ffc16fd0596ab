"""The words about what somebody can do: which ability each names, and what says yes, no or neither."""

from __future__ import annotations

import re

from bot.nlu import wording
from bot.nlu.numbers import NUMBER

VERBS = {
    "stand": "staan staand sta stan staande",
    "sit": "zitten zittend zit zitte ziten zittende",
    "bend": "bukken buk bukke buken knielen hurken buigen",
    "lift": "tillen til tilen tille sjouwen optillen heffen dragen",
}
ABILITIES = tuple(VERBS)
ABILITY_OF = {word: ability for ability, words in VERBS.items() for word in words.split()}
CLEAR = frozenset("staan zitten bukken knielen hurken tillen tilen sjouwen optillen".split())
MISSPELT = frozenset("bukke tille zitte".split())
AT_WORK = frozenset("zittend staand".split())
"""What a job can be too: heard where somebody says how that goes, not where they look for it."""
HOW_IT_GOES = re.compile(r"\b(?:kan|gaat|lukt|mag|vol|lastig|moeilijk|moeite|probleem|problemen)\b")
SOUGHT = re.compile(r"\b(?:wil|zoek|graag|liever|liefst)\b")
CAN = re.compile(
    r"\b(?:kan|kunnen|mag|lukt|lukken|gaat|probleem|problemen|moeite|last|pijn|behalve|moeilijk|lastig|"
    r"makkelijk|zwaar|"
    r"lang|goed|niet|amper|erg|punt|alleen|geen zware?|geen (?:tillen|bukken|staan)|nee|ja|vol|optie|"
    r"verboden|uitgesloten|onmogelijk|afgeraden|gewend|boze|niks voor)\b"
)
_WITHOUT = "[sz][ou]n(?:n?d?e?re?|de)"
"""Without, however it is spelt."""
NOT = re.compile(rf"\b(?:{wording.NOT}|niks|niets|nauwelijks|amper|{_WITHOUT}|cannot)\b")
NO_BEHIND = re.compile(r"(?<=\w)[\s:]+nee\b(?![^.;,!]{0,60}\b(?:niet|nit|nie|geen|nooit)\b)")
"""A no right behind what it is about: "tillen ja, bukken nee"."""
IMPOSSIBLE = re.compile(
    r"\b(?:zit er (?:\w+ )?niet (?:meer )?in|uit den boze|geen optie|geen sprake van|no go|verboden|uitgesloten|"
    r"onmogelijk|ondoenlijk|afgeraden|te lang(?= staan| zitten)|"
    r"(?:hooguit|hoogstens|maximaal|max|maar) (?:een |n )?(?:\w+ )?(?:minuten|minuutjes|min|kwartier(?:tje)?|"
    r"half ?uur(?:tje)?))\b"
)
"""Other words for "niet": "tillen is verboden", "staan kan ik hooguit een kwartier"."""
YES = re.compile(
    r"\b(?:kan|wel|lukt|lukken|gaat|mag|prima|goed|zwaar|vind|is|ja|nee|hou|houd|doe|red|durf|gewend|makkelijk|eitje|"
    r"oke|ok|fijn|tegen)\b"
)
"""What tells that a part of a sentence says something by itself, and yes if nothing in it says no."""
PAST = re.compile(r"\b(?:vroeger|deed|kon|konden|was|ging)\b")
TROUBLE = (
    "moeite|probleem|problemen|last|pijn|moeilijk|lastig|slecht|bezwaar|hekel|problem|moeizaam|beroerd|waardeloos|"
    "stroef|pijnlijk|ramp"
)
HARD = re.compile(
    rf"\b(?:{TROUBLE}|weinig|te zwaar|zwaar voor|"
    r"(?:is|zijn|vind ik|wordt|valt) (?:(?:heel|erg|best|wel|mij|voor|me) )*zwaar(?! (?:tillen|sjouwen|werk)))\b"
)
CLAUSE = re.compile(r"[.;,!\n]+|\b(?:maar|want|dus|omdat|doordat)\b|\ben (?=(?:ook )?(?:niet|nie|geen)\b)")
NO_MATTER = re.compile(
    r"\b(?:niet (?:zo )?erg(?! (?:goed|lang|ver|vaak|veel|makkelijk|prettig|fijn))|geen punt|(?:niks|niets) mis|"
    r"maakt (?:me |mij )?(?:niet|niks|niets) uit|(?:niks|niets) aan de hand)\b"
)
"""Words with a no in them that say no to nothing: "tillen vind ik niet erg"."""
REST = re.compile(r"\b(?:de rest|verder alles|alles verder|al het andere|het andere|andere dingen)\b")
ONLY_NOT = re.compile(r"\s*(?:(?:dat|dan|dus|kan|gaat|lukt|lukken|ik|mij|me|het|echt|nu) )*niet\s*")
FINITE = frozenset("sta stan zit til buk".split())
"""What somebody does, not what they can do: heard only where it was asked about."""
SAYS = re.compile(r"\b(?:kan|gaat|lukt|mag|is|vind|heb)\b")
NOT_HARD = re.compile(
    rf"\b(?:geen|niet|nooit|{_WITHOUT}|weinig|nauwelijks|no|not) (?:(?:enkele?|veel|zo|zo'?n|echt|erg|heel|meer|"
    rf"grote?|een|te|al|altijd) ){{0,2}}(?:{TROUBLE}|pain)\b"
)
"""A no to the trouble, and so a yes: "geen enkel probleem met tillen"."""
CONTRAST = re.compile(r"\s*(?:(?:met|in|bij|van) )?\w+ (?:wel|niet)\s*")
"""Against trouble that was named: "staan is geen probleem, bukken wel" is one; after "is lastig", "niet" is unclear."""
EXCEPT = re.compile(r"\b(?:alles|al|overal)\b.*?\b(?:behalve|uitgezonderd|maar (?:niet|geen)|alleen niet|"
    r"except)\b(?P<rest>.*)|"
                     r"^(?:ik kan )?(?P<all>alles)(?: kan| gaat| lukt| kan ik| prima| goed)?\W*$")  # fmt: skip
UNSURE = re.compile(
    r"\b(?:soms|misschien|hangt|ligt|weet|denk|een beetje|beetje|wisselt|af en toe|leren|"
    r"proberen|noch|afwissel\w*)\b"
)
OTHER_SENSE = re.compile(
    r"\bdaarna moet ik (?:(?:dan|even|weer|echt|gaan) )*(?:zitten|staan)\b|"
    r"\b(?:open (?:staan|sta)|(?:sta|staan|sta ik|stond) open|"
    r"(?<!lang )(?:staan|sta|staat|zit|zitten) (?:(?:ik|niet|wel|al|nog|ook|nu) )*"
    r"(?:in (?:de|het)|"
    r"in doel\w*|ingeschreven|bekend|op (?:de|het)|bij|zonder)|"
    r"in de (?:weg|bijstand|uitkering|schuld)|ingeschreven|"
    r"(?:in|op) (?:de|het|een|mijn|n) (?:auto|bus|busje|trein|tram|metro|taxi|vliegtuig|fiets|brommer|scooter|motor|"
    r"file)(?: \w+){0,2} zitten|"
    r"zie (?:ik )?(?:het|dit|dat|t|er|ut)\b.*\bzitten?|(?:staan|sta|(?<!en )zit) (?:er|erin|daar)|"
    r"laten (?:zitten|staan)|zitten wachten|zitten (?:al |helemaal )?vol|(?:thuis|school) (?:zit|zitten)|"
    r"laat (?:niks|niets|alles|het|dit|dat)\b.*(?:staan|zitten)$)\b"
)
WISHED = re.compile(
    r"\b(?:\w*werk|baan|baantje|iets|functie|vacature|beroep|plek) (?:zonder |waar(?:bij|in)? (?:je|ik) "
    r"(?:niet|weinig|geen|nooit) )(?:(?:hoeft?|te|veel|zwaar|lang|de|hele|dag|zo|heel|steeds|altijd) ){0,4}(?:staan|"
    r"zitten|bukken|knielen|hurken|tillen|sjouwen|optillen)\b"
)
"""Work that somebody would like: "werk zonder zwaar tillen" says not what they can do."""
NO_TROUBLE = re.compile(
    r"\b(?:geen (?:enkel )?(?:punt|ramp|probleem|moeite|last|bezwaar|problemen|pijn)|no problem|"
    r"niet (?:moeilijk|lastig|slecht))\b"
)
COMPLAINT = re.compile(
    r"\b(?:pijn|last|klachten|problemen)\b.*\b(?:in|van|aan|met) (?:mijn|me|m'n|mn|de|een)\b(?! (?:werk|baan))"
)
"""What somebody has says nothing about this one thing, and is never kept: "ik heb pijn in mijn rug"."""
A_LITTLE = re.compile(
    r"(?:ja |nee )?(?:maar )?(?:soms|af en toe|een beetje|beetje|een klein beetje|soms wel|soms niet|"
    r"soms wel soms niet|(?:een )?(?:half )?(?:uur|uurtje|kwartier|kwartiertje)(?: (?:kan |gaat )?wel)?|"
    r"(?:een )?beetje (?:staan|zitten|bukken|tillen)|niet altijd|wisselt|dat wisselt|het wisselt|half|"
    r"sometimes|a little|a bit)$"
)
"""Neither yes nor no: the person chooses."""
NOT_MUCH = re.compile(
    r"\b(?:maar )?(?:dus )?niet (?:te |zo |heel |al te )?(?:lang|zwaar|veel|vaak|de hele dag|hele dag|goed|ver|diep|"
    r"achter elkaar)\b|"
    r"\b(?:lang|zwaar|veel|vaak)(?:e dingen)? niet\b"
)
"""What is asked is whether somebody can stand long and lift heavy things: "staan wel, maar niet lang" is a no."""
KILOS = re.compile(
    rf"\b(?:tot|max|maximaal|hoogstens|niet meer dan|niet zwaarder dan|ongeveer)? ?"
    rf"(?P<kilos>{NUMBER}) ?(?:kilo|kilos|kg|kilogram)\b"
)
AT_MOST = re.compile(rf"\b(?:tot|max|maximaal|hoogstens|hooguit)\b[^,.;]{{0,12}}{NUMBER} ?(?:kilo|kilos|kg|kilogram)\b")
"""How much somebody can lift is neither a yes nor a no by itself."""
HEAVY = 15
"""Kilograms; who lifts less than this does not lift heavy things."""
FINE = re.compile(
    r"\b(?:lukt (?:wel|goed|prima)|gaat (?:wel|goed|prima|best)|"
    r"kan (?:ik )?(?:wel|goed|prima|best)|prima|dat kan|dat lukt|dat gaat|is (?:goed|oke)|"
    r"(?:hou|houd) ik (?:\w+ )?vol|doe ik (?:gewoon|makkelijk|wel|zo)|red ik wel)\b"
)
HARDLY = re.compile(
    r"\b(?:(?:kan|lukt|gaat|mag|kan ik|dat|kon|trek ik|hou ik|houd ik) (?:ik |me |mij |het )?"
    r"(?:niet|nie|nit|slecht|moeilijk|nooit)|heb (?:ik )?(?:veel )?(?:last|pijn|moeite|problemen)|"
    r"(?:te )?moeilijk|lastig|liever niet|niet (?:goed|lang|zwaar|meer|zo goed))\b"
)
