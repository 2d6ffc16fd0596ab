"""Yes, no and "I do not know", in words, in pictures, and in the languages that have one clear word for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_AFFIRM = """ja|jaa|ja hoor|jawel|jazeker|zeker|zeker weten|ja zeker|ja graag|graag|klopt|dat klopt|ja klopt|ja dat klopt|
is goed|dat is goed|ja is goed|ja dat is goed|prima|dat is prima|ok|oke|okee|okay|okey|okidoki|akkoord|doe maar|ja doe maar|yes|
yep|yeah|jep|jup|yup|sure|juist|precies|inderdaad|natuurlijk|tuurlijk|ja natuurlijk|goed|ja goed|goed hoor|ja ok|ja oke|ja prima|
uiteraard|absoluut|ja dat wil ik|dat wil ik|ik wil|ja ik wil|ik wil wel|ik wil het|ik doe mee|ja ik doe mee|dat mag|ja dat mag|mag|
ja mag|ja dat kan|dat kan|kan|kan wel|ja heb ik|heb ik|ja ik heb|wel|ja wel|ja dat wel|ja lukt|eens|helemaal goed|top|super|fijn|
ja fijn|ja leuk|laat maar zien|mij best|vooruit|ja alsjeblieft|alsjeblieft ja|ja aub|ja dank je|ja bedankt|ja bitte|jaja|ja ja|
correct|right|of course|j|y|tak|evet|tamam|tabii|oui|d accord|bien sur|si|claro|vale|naam|aiwa|da|так|добре|да|نعم|اي|أيوه|ايوه|
تمام|እወ|እው|አዎ|ja man|ja tuurlijk|natuurlijk wel|ja dat is zo|dat is zo|het klopt|alles klopt|ja alles klopt|ja het klopt|
klopt helemaal|klopt allemaal|ja hor|jah|yess|ye|jaaa|ja sowieso|sowieso|ja kan|lijkt me goed|lijkt mij goed|ja hoor dat is goed"""
_DENY = """nee|neen|nee hoor|nee dank je|nee dankje|nee dank je wel|nee dankjewel|nee bedankt|neee|nope|no|nein|non|nee nee|
liever niet|nee liever niet|niet|nee niet|dat niet|nee dat niet|nooit|zeker niet|nee zeker niet|echt niet|absoluut niet|
helemaal niet|natuurlijk niet|klopt niet|dat klopt niet|nee dat klopt niet|nee klopt niet|niet goed|nee niet goed|dat is niet goed|
hoeft niet|dat hoeft niet|nee hoeft niet|nee dat hoeft niet|wil ik niet|dat wil ik niet|nee dat wil ik niet|ik wil niet|
nee ik wil niet|ik wil het niet|ik doe niet mee|nee ik doe niet mee|mag niet|dat mag niet|nee dat mag niet|nee sorry|
heb ik niet|nee heb ik niet|ik heb niet|nee dat kan niet|kan niet|dat kan niet|geen|geen zin|nog niet|nee nog niet|nee geen|
geen een|nah|nop|not|no thanks|no thank you|nie|hayir|yok|istemiyorum|ні|нет|لا|لأ|كلا|አይ|አይደለም|ኣይ|ኣይፋል|ኣይኮነን|n|ne|niks|nee joh|
nee echt niet|onjuist|fout|dat is fout|niet waar|nee niks|nee ik niet|ik niet|nee nooit|never|laat maar|doe maar niet|
nee laat maar|nee doe maar niet|niet nodig|nee niet nodig|nej|nee dat is niet goed"""
_DONT_KNOW = """weet ik niet|ik weet het niet|ik weet niet|weet niet|kweenie|geen idee|ik heb geen idee|weet ik nog niet|
weet ik echt niet|ik weet het nog niet|ik weet nog niet|dat weet ik niet|dat weet ik nog niet|kan ik niet zeggen|misschien|
ik twijfel|twijfel|moeilijk te zeggen|hangt ervan af|hangt er van af|ligt eraan|dat hangt ervan af|ik weet t niet|wist ik het maar|
zou het niet weten|ik zou het niet weten|geen flauw idee|idk|i don t know|i dont know|dont know|don t know|no idea|bilmiyorum|
nie wiem|je ne sais pas|no se|no lo se|не знаю|لا أعرف|لا اعرف|مش عارف|ما بعرف|ኣይፈልጥን|አላውቅም|geen id|wet ik niet|weetik niet|
ik weet het niet zeker|weet ik niet zeker|niet zeker|niet zeker weten|niet zo zeker|nee weet ik niet|nee geen idee|ik ben niet zeker|
eh weet ik niet|hm weet ik niet|misschien wel|misschien niet|soms|sorry weet ik niet"""
_PICTURES = {
    "affirm": "👍✅☑✔👌🆗🙆💯🤝",
    "deny": "👎❌🚫✖❎🙅⛔",
    "dont_know": "🤷❓❔🤔",
}
_REPEATED = re.compile(r"(.)\1{2,}")
_MODIFIERS = re.compile("[\ufe0f\ufe0e\u200d\U0001f3fb-\U0001f3ff♀♂\\s.!,]+")


def _by_words() -> dict[str, str]:
    """Make the meaning of each whole sentence."""
    lists = (("affirm", _AFFIRM), ("deny", _DENY), ("dont_know", _DONT_KNOW))
    return {words.strip(): meaning for meaning, held in lists for words in held.split("|")}


_MEANINGS = _by_words()
_PICTURE_MEANINGS = {picture: meaning for meaning, held in _PICTURES.items() for picture in held}
_TAIL = re.compile(
    r"(?: (?:hoor|graag|dank je wel|dankjewel|dank je|bedankt|alsjeblieft|aub|svp|please|thanks|man|mevrouw|meneer))+$"
)


def meaning(sentence: Sentence) -> str | None:
    """Give "affirm", "deny" or "dont_know" when the whole sentence says that and nothing more."""
    plain = _REPEATED.sub(r"\1", sentence.plain)
    if not plain:
        seen = {_PICTURE_MEANINGS.get(picture) for picture in _MODIFIERS.sub("", sentence.folded)}
        return seen.pop() if len(seen) == 1 else None
    found = _MEANINGS.get(sentence.plain) or _MEANINGS.get(plain) or _MEANINGS.get(_TAIL.sub("", plain))
    if found or len(plain) > 40:  # noqa: PLR2004 - no such answer is longer
        return found
    words = plain.split()
    return _MEANINGS.get(words[0]) if len(words) > 1 and set(words) == {words[0]} else None
