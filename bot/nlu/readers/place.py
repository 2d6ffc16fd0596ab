"""Where somebody lives: {"pc4", "name"}, no closer than the 4 digits of the postcode."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu import places
from bot.nlu.readers import place_told
from bot.nlu.readers.own import in_parts
from bot.nlu.readers.postcode import LIVING, postcode
from bot.nlu.wording import FILLERS, NOT, chosen, is_question, only_fillers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.places import Spot
    from bot.nlu.sentence import Sentence, Token

    Named = tuple[int, int, tuple[Spot, ...]]
    """A name in a sentence: its first word, how many words it has, and the places that it can be."""

_BEFORE = frozenset(
    """in uit te rond rondom omgeving nabij vlakbij dichtbij vanuit regio wijk buurt bij stad plaats dorp woon
    wonen""".split()
)
_MOVING = frozenset({"verhuisd", "verhuis", "verhuizen"})
_NEVER = frozenset({"nederland", "een"})
"""Names of hamlets that nobody means by the word."""
_NEAR = frozenset("nabij vlakbij dichtbij bij naast".split())
"""What stands before a place that only says where another one lies: "Nieuwegein, dat is vlakbij Utrecht"."""
_BETWEEN = frozenset("de het omgeving buurt wijk van stad regio hartje midden station".split())
_COMMON = frozenset(
    """een hem echt best made horn heel balk hall leek loon born boer waal well reek beek spui hoek rijs gauw wier neer
    hank oss erp ede goor wouw elst lent norg urk cool centrum binnenstad archipel alexander dh spijk veen boven ie
    bath mill nes heer bergen oude ons kat kade putten velden haren moerdijk eind buren zand huis baan werk adam
    winkel zwaag rust laren echten hengel hoorn vorden dam ruinen sloten heeg weert zuid noord west oost
    polder""".split()
)
"""Names that are words or first names too: only with a capital and right behind "in" or "uit"."""
_CUT = re.compile(r"[,;.\n]|\b(?:en|maar|want)\b")
_NO = re.compile(rf"\b(?:{NOT}|liever|weet|idee)\b")
_SURE = 88
"""From this likeness on (0 to 100) a misspelt name is no guess."""
_ALL_ELSE = frozenset("gewoon ja nou nee hoor hier nog steeds altijd oke dus".split())
_EVER_SINCE = re.compile(
    r"(?:, ?(?:al |nu )?| (?:al|nu) )(?:mijn hele leven|heel mijn leven|(?:\w+ )?jaren|\w+ jaar|jarenlang|sinds \w+|"
    r"geboren en getogen|altijd al|altijd gewoond)(?: lang| hoor| al)?\W*"
)
"""How long somebody lives in the place that is named before it."""
_NO_PLACE = frozenset(
    """weet idee snap begrijp bedoel stop help menu terug skip overslaan niet geen niks nergens thuis overal mens hallo
    hoi werkloos zeg zeggen liever privacy fiets auto lopen nooit misschien""".split()
)


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "in Overvecht", "3562 AB", and well-known names with a capital."""
    del today
    sentence = place_told.answered(sentence)
    if len(sentence.tokens) < 2 or is_question(sentence):  # noqa: PLR2004 - one word has no cue
        return []
    code = postcode(sentence, strict=True)
    if code:
        return [code]
    every = _places(sentence)
    homes = [each for each in every if _is_home(sentence, *each) or (len(every) == 1 and _is_all(sentence, *each[:2]))]
    now = [each for each in homes if _time_of(sentence, each[0]) == "nu"]
    living = [each for each in homes if _is_lived_in(sentence, each[0])]
    for home in now or living or homes:
        at, count, found = _part_of(sentence, home, every)
        return [_entity(sentence, at, count, _narrowed(sentence, found))]
    return []


def _part_of(sentence: Sentence, home: Named, every: Sequence[Named]) -> Named:
    """Give the part of a town that is named just before it, else the town: "Laak in Den Haag"."""
    at, _count, found = home
    if at and sentence.tokens[at - 1].text == "in":
        towns = {place.municipality for place in found}
        for each in every:
            if each[0] + each[1] == at - 1 and any(
                place.neighbourhood and place.municipality in towns for place in each[2]
            ):
                return each
    return home


def _places(sentence: Sentence) -> list[Named]:
    """Give the places that are named, without those that only say where another one lies."""
    every = list(_matches(sentence))
    return [each for each in every if each is every[0] or _NEAR.isdisjoint({sentence.tokens[each[0] - 1].text})]


def _is_lived_in(sentence: Sentence, at: int) -> bool:
    """Say whether "woon" stands just before a name: "werken in Utrecht, maar ik woon in Zeist"."""
    return not {"woon", "wonen", "woont"}.isdisjoint(token.text for token in sentence.tokens[max(0, at - 4) : at])


def _is_home(sentence: Sentence, at: int, count: int, found: tuple[Spot, ...]) -> bool:
    """Say whether a name is where somebody lives, by what stands around it."""
    name = _words(sentence, at, count)
    usual = name not in _COMMON
    capital = sentence.raw[sentence.tokens[at].start].isupper()
    sayable = capital or (usual and len(name) > 3)  # noqa: PLR2004 - short names are words
    if sayable and place_told.before(sentence, sentence.tokens[at].start):
        return True
    if not _about_home(sentence, at) or _time_of(sentence, at) == "toen":
        return False
    if usual and len(name) > 3 and place_told.AFTER.match(sentence.folded, sentence.tokens[at + count - 1].end):  # noqa: PLR2004 - as above
        return True
    behind = at and (
        sentence.tokens[at - 1].text in _BEFORE or _skipped(sentence, at) in _BEFORE or _moved_to(sentence, at)
    )
    if behind and sayable:
        return True
    return bool(capital and at and found[0].neighbourhood and usual and len(name) > 4)  # noqa: PLR2004 - as above


def _is_all(sentence: Sentence, at: int, count: int) -> bool:
    """Say whether a name is all that somebody says, or all between commas, with words that add nothing."""
    name = _words(sentence, at, count)
    if name in _COMMON or len(name) < 5:  # noqa: PLR2004 - short names are words
        return False
    before, behind = sentence.tokens[:at], sentence.tokens[at + count :]
    first, last = sentence.tokens[at], sentence.tokens[at + count - 1]
    if before and _apart(sentence, before[-1:], first) and _apart(sentence, behind[:1], last):
        return True
    around = [token.text for token in (*before, *behind)]
    if around and _ALL_ELSE.issuperset(around):
        return True
    return not at and _EVER_SINCE.fullmatch(sentence.folded, sentence.tokens[count - 1].end) is not None


def _apart(sentence: Sentence, beside: Sequence[Token], name: Token) -> bool:
    """Say whether a comma stands between a name and the word beside it, or nothing does: "kok, 24 uur, utrecht"."""
    return all("," in sentence.folded[min(each.end, name.end) : max(each.start, name.start)] for each in beside)


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to where somebody lives; it can be one part of what is said: "utrecht en ik heb een auto"."""
    found = _asked(sentence, today)
    if found or is_question(sentence) or _NO.search(sentence.folded):
        return found
    for part in in_parts(sentence, _CUT):
        found = _asked(part, today)
        if found and not found.unsure and only_fillers(part, found.start, found.end, LIVING):
            return found
    return None


def _asked(sentence: Sentence, today: date) -> Entity | None:
    found = spot(sentence, today)
    sentence = place_told.answered(sentence)
    if found:
        return _two_named(sentence) or found[0]
    if is_question(sentence) or not sentence.tokens:
        return None
    code = postcode(sentence, strict=False)
    if code:
        return code
    if not sentence.words.isdisjoint(_NO_PLACE) and "ik bedoel" not in sentence.plain:
        return None
    return _two_named(sentence) or _named(sentence) or _misspelt(sentence)


def _named(sentence: Sentence) -> Entity | None:
    """Find a name with nothing but small words around it."""
    for at, count, found in _places(sentence):
        inside = range(at, at + count)
        around = [token.text for place, token in enumerate(sentence.tokens) if place not in inside]
        name = _words(sentence, at, count)
        if (
            place_told.elsewhere(sentence, at)
            or name in {"een", "hem", "heel", "ie"}
            or (name == "echt" and not sentence.raw[:1].isupper())
        ):
            continue
        if all(word in FILLERS or word in LIVING for word in around) or len(name) > 5:  # noqa: PLR2004 - long names are seldom words
            return _entity(sentence, at, count, _narrowed(sentence, found))
    return None


def _two_named(sentence: Sentence) -> Entity | None:
    """Read "Utrecht Overvecht" as the neighbourhood, "Utrecht of Zeist" as a choice, and "eerst A, nu B" as B."""
    matches = [
        each
        for each in _places(sentence)
        if _words(sentence, each[0], each[1]) not in _COMMON - {"centrum", "binnenstad"}
    ]
    if len(matches) < 2:  # noqa: PLR2004 - two are compared
        return None
    mine = [match for match in matches if not place_told.elsewhere(sentence, match[0])]
    if len(mine) == 1:
        return _entity(sentence, mine[0][0], mine[0][1], _narrowed(sentence, mine[0][2]))
    now = [match for match in matches if _time_of(sentence, match[0]) == "nu"]
    then = [match for match in matches if _time_of(sentence, match[0]) == "toen"]
    if now or then:
        left = now or [match for match in matches if match not in then]
        return _entity(sentence, left[0][0], left[0][1], _narrowed(sentence, left[0][2])) if left else None
    towns = {place.municipality for _, _, found in matches for place in found if not place.neighbourhood}
    for at, count, found in matches:
        inside = [
            place for place in found if place.municipality in towns and place.name.split(" (")[0] != place.municipality
        ]
        if inside:
            return _entity(sentence, at, count, (inside[0],))
    if "of" not in sentence.words and "en" not in sentence.words:
        return None
    options = tuple(found[0] for _, _, found in matches)
    first, last = matches[0], matches[-1]
    return _entity(sentence, first[0], last[0] + last[1] - first[0], options[:4])


def _time_of(sentence: Sentence, at: int) -> str | None:
    """Say whether a name is where somebody lives now, or lived before: the nearest word of time before it tells."""
    for token in reversed(sentence.tokens[max(0, at - 4) : at]):
        if token.text in {"nu", "now", "tegenwoordig", "inmiddels"}:
            return "nu"
        if token.text in {"vroeger", "eerst", "eerder", "woonde", "before"}:
            return "toen"
    return None


def _misspelt(sentence: Sentence) -> Entity | None:
    """Find the name that is nearly what stands there."""
    left = [at for at, token in enumerate(sentence.tokens) if token.text not in FILLERS | LIVING]
    if not left or left[-1] - left[0] > 3:  # noqa: PLR2004 - no name has more words
        return None
    at, count = left[0], left[-1] - left[0] + 1
    if at and sentence.tokens[at - 1].text in {"den", "de", "s"}:
        at, count = at - 1, count + 1
    name = _words(sentence, at, count)
    found = places.like(name)
    if not found or found[0].name.lower() in _NEVER or place_told.elsewhere(sentence, at):
        return None
    entity = _entity(sentence, at, count, found)
    return replace(entity, unsure=True) if not entity.options and places.likeness(name) < _SURE else entity


def _matches(sentence: Sentence) -> Iterator[Named]:
    """Give all names that stand in the sentence: first word, number of words, places; the longest first."""
    at = 0
    while at < len(sentence.tokens):
        for count in range(min(places.most_words(sentence.tokens[at].text), len(sentence.tokens) - at), 0, -1):
            name = _words(sentence, at, count)
            found = places.named(name)
            if found and not (name in _NEVER or (name == "de wijk" and at + count < len(sentence.tokens))):
                yield at, count, found
                at += count - 1
                break
        at += 1


def _words(sentence: Sentence, at: int, count: int) -> str:
    """Give some words of the sentence."""
    return " ".join(token.text for token in sentence.tokens[at : at + count])


def _skipped(sentence: Sentence, at: int) -> str:
    """Give the word before a name, but for "de", "wijk" and the like."""
    while at > 1 and sentence.tokens[at - 1].text in _BETWEEN:
        at -= 1
    return sentence.tokens[at - 1].text if at else ""


def _moved_to(sentence: Sentence, at: int) -> bool:
    """Say whether somebody moved, or moves, to the name: "verhuisd naar Utrecht"."""
    return sentence.tokens[at - 1].text == "naar" and not sentence.words.isdisjoint(_MOVING)


def _about_home(sentence: Sentence, at: int) -> bool:
    """Tell "in Utrecht" from "ik ben in Utrecht geweest" and "niet in Utrecht"."""
    before = {token.text for token in sentence.tokens[max(0, at - 4) : at]}
    return before.isdisjoint({"niet", "geen", "behalve", "nooit", "woont"}) and (
        _time_of(sentence, at) == "nu" or not place_told.elsewhere(sentence, at)
    )


def _narrowed(sentence: Sentence, found: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Keep the places whose municipality the sentence names too."""
    if len(found) == 1:
        return found
    spots = {place.municipality for _, _, every in _matches(sentence) for place in every if not place.neighbourhood}
    kept = tuple(place for place in found if place.municipality in spots)
    return kept if 0 < len(kept) < len(found) else found


def _entity(sentence: Sentence, at: int, count: int, found: tuple[Spot, ...]) -> Entity:
    """Make the entity; several places become a choice."""
    start, end = sentence.tokens[at].start, sentence.tokens[at + count - 1].end
    return chosen("place", start, end, [place.value() for place in found[:4]])
