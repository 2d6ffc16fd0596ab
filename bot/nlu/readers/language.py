"""Languages and how well: code (ISO 639-1) and level (0 not, 1 a little, 2 reasonably, 3 well).

Who names a language speaks it well. Of Dutch employers see the level, so it is asked for where nobody said it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from bot.nlu.parse import Entity
from bot.nlu.readers.language_names import CODES, NAMES
from bot.nlu.readers.own import own_words
from bot.nlu.sentence import Sentence
from bot.nlu.wording import chosen, is_question

if TYPE_CHECKING:
    from datetime import date

__all__ = ["CODES", "NAMES", "asked", "spot"]

_LONG_NAMES = [name for name in CODES if len(name) > 4]  # noqa: PLR2004 - shorter names are too alike
_LEVELS = (
    (0, re.compile(r"\b(?:helemaal geen|geen|niks|niets|geen woord|no|zonder|behalve)\b|"
        r"(?<=\w)\s+(?:nee|neen)\b(?! (?:maar|wel|een))|\bniet\b(?! (?:zo |heel |erg |echt |"
        r"super )?(?:goed|veel|best|perfect|vloeiend))")),
    (1, re.compile(
        r"\b(?:niet (?:zo |heel |erg |echt |super )?(?:goed|veel|best|perfect|vloeiend)|"
        r"(?:een )?(?:heel )?(?:klein )?b[ei]+tje|klein|"
        r"niet zo(?=\s*(?:$|[.,;!]|dus\b|hoor\b))|nauwelijks|amper|weinig|basis|slecht|slechtste|a0|a1|a2|"
        r"(?:maar )?(?:een )?(?:paar|enkele|weinig|wat) woord(?:en|jes)|mondjesmaat|(?:een )?(?:mondje|woordje)|"
        r"beginner|begin|ik leer|a little|little|"
        r"not (?:so |very )?good|bad|moeilijk|matig|"
        r"een klein beetje|bitje|beetjes|beejte|zwak)\b")),
    (3, re.compile(
        r"\b(?:(?:geen|zonder) (?:enkele? )?(?:probleem|problemen|moeite|punt)|"
        r"heel goed|zeer goed|erg goed|goed|goet|vloeiend|perfect|moedertaal|uitstekend|prima|b2|c1|c2|"
        r"native|good|well|"
        r"fluent|heel veel|moeder taal|top|makkelijk|foutloos|super)\b")),
    (2, re.compile(
        r"\b(?:redelijk|redelik|zo ?zo|aardig|behoorlijk|(?:me|mij) redden|(?:ik red|red ik) (?:me|mij)|gaat wel|"
        r"gaat best|gemiddeld|best wel goed|best goed|voldoende|oke|ok|b1|genoeg|medium|vrij goed|"
        r"wel goed|best wel|matig tot goed|normaal|middelmatig|(?:iets|wat) minder(?: goed)?|minder goed)\b")),
)  # fmt: skip
_OF_NAMED = re.compile(r"\b(?:zonder|behalve|nee|neen|aardig|slechtste|probleem|problemen|moeite|punt)\b")
"""Words that tell how well only where a language is named."""
_WELL = re.compile(rf"\bwel goed(?= (?:{'|'.join(map(re.escape, sorted(CODES)))})\b)")
"""Good, against something else: "wel goed Arabisch"; where it stands behind the language it is less."""
_SOME = re.compile(rf"\b(?:wat|iets)(?= (?:{'|'.join(map(re.escape, sorted(CODES)))})\b)")
_NOT_BAD = re.compile(r"\bniet (?:(?:zo|heel|erg|echt|al te|te|eens) ){0,2}slecht\b")
_SOMEBODY_ELSE = re.compile(r"\b(?:mijn \w+|hij|zij|ze|die) (?:\w+ )?(?:spreekt|praat|kan|verstaat|leert)\b")
_I = re.compile(r"(?:[,;.]|\b(?:maar|en|want|dan)| {2}) *ik (?:(?:zelf|helemaal|echt|nog|dus|juist) )*\Z")
_NEAR = 48
"""How far before a level stands who speaks so."""
_OWN_TONGUE = re.compile(r"\bik ben (?:een )?nederland(?:er|se)\b")
_ONLY_WRITTEN = re.compile(
    r"\b(?:(?P<no>niet|geen) (?=(?:\w+ )?(?:schrijven|lezen|typen)\b|andere ta(?:al|len) dan\b)|"
    r"(?:schrijven|lezen|typen) (?:(?:kan|lukt|gaat|ik|dat|en|lezen|schrijven) )*(?P<not>niet)\b)"
)
"""A no to writing or reading says nothing of speaking, and "geen andere taal dan" nothing against the one behind it."""
_UNDERSTOOD = re.compile(r"\b(?:versta|verstaan|begrijp|begrijpen|lezen|lees)\b(?!(?: \w+)? (?:niet|niks|nauwelijks))")
_SPOKEN = re.compile(r"\b(?:praten|praat|spreken|spreek)\b")
_WORDS = re.compile(r"[^\W\d_]+")
_SPEAKING = re.compile(
    r"\b(?:opgegroeid|redden|red (?:ik )?(?:me|mij)|spreek|spreken|spreekt|praat|praten|speak|versta|begrijp|"
    r"taal|talen|moedertaal|schrijf)\b"
)
_NOT_A_LEVEL = re.compile(
    r"\b(?:wil|kun|(?<!ik )kan(?! ik\b)|kan ik (?:hier|ergens|daar)|please|graag|liever|in het|in t|want to|les|"
    r"leren|cursus|(?<!van )school|niet meer)\b"
)
_ADJECTIVES = frozenset(name for name in CODES if name.endswith(("se", "sche")))
"""What is rather said of a kitchen or a shop than of a language, where nobody speaks of speaking."""
_WISH_TO_SPEAK = re.compile(r"\b(?:wil|please|kun je|kan je|kunt u)\b.*\b(?:spreken|praten|speak)\b")
_LEARNT = re.compile(
    r"\b(?:wil|wilt|wou|zou|ga|moet|om) (?:[^\W_]+ ){0,5}leren\b(?: (?:spreken|praten|schrijven|lezen))?|"
    r"\b(?:leert|leren) (?:mij|me)\b[^,.;!?]*"
)
"""What somebody still has to learn says not how well they speak it."""
_REQUEST = re.compile(r"\b(?:praat|spreek|doe) maar\b")
_WANTED = re.compile(r"\b(?:please|in het|in t|kun je|kan je|kunt u)\b")
_OTHERS = re.compile(r"\b(?:andere? (?:taal|talen)|other languages?)\b")
_BESIDE = re.compile(r"[\s/+&]*(?:,?\s*\b(?:en|and|ook)\b\s*)*")
_LISTED = re.compile(r"\s*,\s*")
_ORIGIN = re.compile(
    r"\b(?:syrische?|turkse?|poolse?|engelse?|nederlandse?|marokkaanse?|oekraiense?|russische?|arabische?|duitse?|"
    r"franse?|spaanse?|eritrees|eritrese?|iraakse?|egyptische?|roemeense?|bulgaarse?|portugese?|"
    r"italiaanse?) (?:rijbewijs|paspoort|diploma|nationaliteit|papieren|eten|keuken|restaurant|winkel)\b"
)
"""What is from a country, and nobody speaks."""
_THEY_SPEAK = re.compile(
    rf"\b(?:mijn|me|mn|m'n|onze|de) (?!naam\b)\w+ (?:\w+ )?(?:spreekt|spreken|praat|praten|kan|kunnen|"
    rf"verstaat)\b[^,.;]{{0,60}}?"
    rf"(?<![^\W_])(?P<name>{'|'.join(map(re.escape, sorted(CODES, key=len, reverse=True)))})(?![^\W_])[^,.;]{{0,40}}?"
    r"(?:,? (?:maar|en)|,) (?P<mine>ik(?: ?zelf)?)(?= (?!ook\b)(?:\w+ ){0,3}(?:beetje|beter|minder|slecht|matig|"
    r"redelijk|basis|goed|weinig|nauwelijks|amper|mondje|paar)\b)"
)
"""How well others speak, and then how well oneself: "mijn kinderen praten goed Nederlands, ik een beetje"."""
_TELLS = re.compile(
    r"\bik (?:(?:ook|wel|al|alleen|thuis|nu) )*(?:spreek|praat|versta)\b(?!.*\b(?:liever|liefst|graag|maar)\b)"
)
"""That somebody speaks a language, and not that the chat should: "ik praat liever Nederlands"."""
_AT_LAND = re.compile(r"\b(?:in|naar|uit|van|door|heel|binnen|rond) \Z")
_NOT_AT_ALL = frozenset(
    """niet geen niks niets no not yet at all nog nee ik het kan helemaal echt nou maar hier goed wel woord enkel een de
    taal spreek spreken praat praten versta verstaan begrijp begrijpen lees lezen schrijf schrijven sorry helaas dus en
    hoor zelf eigenlijk nauwelijks none""".split()
)
"""The only words beside a no to Dutch that does not name it: "geen 32 uur" is none."""
_GOOD, _FAIR = 3, 2
_ANY_LEVEL = (1, 2, 3)
"""How well somebody can speak Dutch who only says that they do: nobody else may say it for them."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A language or a level in the sentence: one of the two is set."""

    start: int
    end: int
    code: str | None = None
    level: int | None = None


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find languages that somebody says to speak, or with a level right beside it."""
    del today
    if sentence.words.isdisjoint(CODES):
        return []
    if _ORIGIN.search(sentence.folded) and not _SPEAKING.search(sentence.folded):
        return []
    sentence = own_words(_compared(sentence))
    named = sentence.words & CODES.keys()
    if not named or _asks(sentence):
        return []
    text = sentence.folded
    found = _found(sentence, fuzzy=False)
    if _SPEAKING.search(text) is None and not (
        _tells_level(sentence, named) and any(item.level is not None for item in found)
    ):
        return []
    if _SOMEBODY_ELSE.search(text) or _WISH_TO_SPEAK.search(text):
        return []
    return _told(text, _levelled(sentence, found))


def _told(text: str, pairs: list[tuple[_Found, dict[str, Any]]]) -> list[Entity]:
    """Give the languages with their levels; Dutch without one is left out beside others, and alone it is a choice."""
    said = [Entity("language", item.start, item.end, value) for item, value in pairs if value["level"] is not None]
    if said or not _TELLS.search(text):
        return said
    ways = tuple({"code": "nl", "level": level} for level in _ANY_LEVEL)
    return [Entity("language", item.start, item.end, ways[0], ways, unsure=True) for item, _value in pairs]


def _compared(sentence: Sentence) -> Sentence:
    """Leave out what is from a country or still to learn, and others where one compares oneself with them behind it."""
    for pattern in (_ORIGIN, _LEARNT):
        if pattern.search(sentence.folded):
            sentence = Sentence.of(pattern.sub(lambda found: " " * len(found.group()), sentence.folded))
    if "ik" not in sentence.words:
        return sentence
    they = _THEY_SPEAK.search(sentence.folded)
    if they is None:
        return sentence
    letters = list(sentence.raw)
    letters[they.start() : they.end()] = " " * (they.end() - they.start())
    if sum(token.text in CODES for token in sentence.tokens) == 1:
        start, end = they.span("name")
        letters[start:end] = sentence.raw[start:end]
    return Sentence.of("".join(letters))


def _tells_level(sentence: Sentence, named: frozenset[str]) -> bool:
    """Say whether a level can be how well somebody speaks: not what is said of a kitchen, a lesson or reading."""
    if named <= _ADJECTIVES or not sentence.words.isdisjoint({"lezen", "schrijven", "typen"}):
        return False
    return _NOT_A_LEVEL.search(sentence.folded) is None


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read which languages somebody speaks; a level alone is about Dutch. The value is a list.

    Dutch without a level is left out beside other languages, and alone it is a choice of levels.
    """
    del today
    said, sentence = sentence, own_words(_compared(sentence))
    others = not said.words.isdisjoint(CODES)
    if _ORIGIN.search(said.folded) and not _SPEAKING.search(said.folded):
        return None
    if _is_no_answer(sentence) or (others and sentence.words.isdisjoint(CODES)):
        return None
    found = _found(sentence, fuzzy=True)
    dutch, found = _dutch_first(sentence, found)
    pairs = [*dutch, *_levelled(sentence, found)]
    if pairs and _OWN_TONGUE.search(sentence.folded) and not any(item.level for item in found):
        pairs = [(item, value | {"level": _GOOD} if value["code"] == "nl" else value) for item, value in pairs]
    if pairs:
        levelled = [value for _, value in pairs if value["level"] is not None]
        ways = [levelled] if levelled else [[{"code": "nl", "level": level}] for level in _ANY_LEVEL]
        return chosen("language", pairs[0][0].start, found[-1].end, ways)
    levels = [each for each in found if not _OF_NAMED.search(sentence.folded, each.start, each.end)]
    about_dutch = _OTHERS.search(sentence.folded) is None  # "geen andere talen" says nothing about Dutch
    if (
        levels
        and about_dutch
        and len(said.tokens) <= 7  # noqa: PLR2004 - a longer sentence says something else
        and sentence.plain not in {"niet", "geen", "no", "weet ik niet"}
    ):
        if levels[0].level == 0 and not _NOT_AT_ALL.issuperset(sentence.plain.split()):
            return None
        level = _speaking_level(sentence, levels)
        return Entity("language", levels[0].start, levels[-1].end, [{"code": "nl", "level": level}])
    return None


def _asks(sentence: Sentence) -> bool:
    """Say whether somebody asks something: not in "wat Engels en wat Frans"."""
    return is_question(sentence) and ("?" in sentence.raw or _SOME.match(sentence.folded) is None)


def _is_no_answer(sentence: Sentence) -> bool:
    """Say whether somebody asks, wants to be spoken to in another language, or tells only how they write."""
    text = sentence.folded
    if _asks(sentence) or not sentence.tokens or _REQUEST.search(text):
        return True
    if _ONLY_WRITTEN.search(text) and not _SPOKEN.search(text):
        return True
    return _WANTED.search(text) is not None and not _SPEAKING.search(text)


def _dutch_first(sentence: Sentence, found: list[_Found]) -> tuple[list[tuple[_Found, dict[str, Any]]], list[_Found]]:
    """Take "goed, Engels ook" for a level of Dutch and something more: a comma stands between, Dutch is not named."""
    if len(found) < 2 or found[0].level is None or any(item.code == "nl" for item in found):  # noqa: PLR2004 - two
        return [], found
    between = sentence.folded[found[0].end : found[1].start]
    if found[1].code is None or not re.search(r"[,.;]|\b(?:maar|en ook)\b", between):
        return [], found
    return [(found[0], {"code": "nl", "level": found[0].level})], found[1:]


def _speaking_level(sentence: Sentence, levels: list[_Found]) -> int | None:
    """Give the level of who says several: that of speaking counts; "lezen wel, praten niet" is a little."""
    understands = not sentence.words.isdisjoint({"lezen", "lees", "verstaan", "versta"})
    if len(levels) == 1 and not (levels[0].level == 0 and understands):
        return levels[0].level
    spoken = _SPOKEN.search(sentence.folded)
    said = [item for item in levels if spoken and item.start >= spoken.start()] or levels
    return max(1, said[0].level or 0)


def _found(sentence: Sentence, *, fuzzy: bool) -> list[_Found]:
    """Find languages and levels, in the order in which they stand."""
    text = _ONLY_WRITTEN.sub(
        lambda written: written.group().replace(written["no"] or written["not"], "____"), sentence.folded
    )
    found: list[_Found] = []
    for match in _WORDS.finditer(text):
        code = CODES.get(match.group()) or _land(text, match) or (_near(match.group()) if fuzzy else None)
        if code:
            found.append(_Found(match.start(), match.end(), code=code))
    taken = bytearray(len(text))
    for item in found:
        taken[item.start : item.end] = b"x" * (item.end - item.start)
    for level, pattern in ((2, _NOT_BAD), _LEVELS[1], (1, _SOME), (_GOOD, _WELL), _LEVELS[3], _LEVELS[2], _LEVELS[0]):
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                found.append(_Found(match.start(), match.end(), level=level))
                taken[match.start() : match.end()] = b"x" * len(match.group())
    return sorted(found, key=lambda item: item.start)


def _land(text: str, word: re.Match[str]) -> str | None:
    """Give the language that learners call by its country: "nederland goed"; not "in Nederland"."""
    return "nl" if word.group() == "nederland" and not _AT_LAND.search(text, 0, word.start()) else None


def _near(word: str) -> str | None:
    """Give the language whose name is nearly this word."""
    if len(word) < 5 or not word.endswith(("s", "ch", "h", "a", "e")):  # noqa: PLR2004 - as above
        return None
    best = process.extractOne(word, _LONG_NAMES, scorer=fuzz.ratio, score_cutoff=82)
    return CODES[best[0]] if best else None


def _levelled(sentence: Sentence, found: list[_Found]) -> list[tuple[_Found, dict[str, Any]]]:
    """Give each language its level: the one right beside it, else good; of Dutch, which employers see, none."""
    levels: dict[int, int] = {}
    for at, item in enumerate(found):
        if item.level is not None and _contradicts(sentence, found, at):
            levels[at - 2] = max(1, item.level)
        elif item.level is not None:
            _give(sentence, found, levels, at, item.level)
    heard = _UNDERSTOOD.search(sentence.folded)
    pairs: dict[str, tuple[_Found, dict[str, Any]]] = {}
    for at, item in enumerate(found):
        if item.code:
            level = levels.get(at, None if item.code == "nl" else _GOOD)
            if level == 0 and heard and heard.start() > item.start and _SPOKEN.search(sentence.folded, heard.end()):
                level = 1
            pairs[item.code] = (item, {"code": item.code, "level": level})
    return list(pairs.values())


def _give(sentence: Sentence, found: list[_Found], levels: dict[int, int], at: int, level: int) -> None:
    """Give a level to the language before it, else to the one behind it and those that share it."""
    before = at - 1 if at and found[at - 1].code else None
    after = at + 1 if at + 1 < len(found) and found[at + 1].code else None
    if before is not None and (after is None or not _apart(sentence.folded[found[before].end : found[at].start])):
        if _I.search(sentence.folded, max(0, found[at].start - _NEAR), found[at].start):
            levels.pop(before, None)  # "mijn dochter spreekt goed Engels, ik niet"
        _backwards(sentence, found, levels, before, _in_contrast(sentence, found, at, level))
    elif after is not None:
        levels[after] = level
        follower = after + 1
        while level >= 2 and _shares(sentence, found, follower):  # noqa: PLR2004 - "goed Nederlands en Engels"
            levels.setdefault(follower, level)
            follower += 1


def _contradicts(sentence: Sentence, found: list[_Found], at: int) -> bool:
    """Say whether this level is of speaking, and the one before of hearing: "versta ik goed, praten is lastig"."""
    if at < 2 or not found[at - 2].code or found[at - 1].code:  # noqa: PLR2004 - a language and its level go before
        return False
    return _SPOKEN.search(sentence.folded, found[at - 1].end, found[at].start) is not None


def _shares(sentence: Sentence, found: list[_Found], at: int) -> bool:
    """Say whether here stands one more language, without a level of its own right behind it."""
    if at >= len(found) or not found[at].code:
        return False
    own = at + 1 < len(found) and found[at + 1].level is not None
    return not own or _apart(sentence.folded[found[at].end : found[at + 1].start])


def _in_contrast(sentence: Sentence, found: list[_Found], at: int, level: int) -> int:
    """Give the level: "wel goed" behind another that is not good is no less than good."""
    item = found[at]
    poor = any(other.level in {0, 1} for other in found[:at])
    return _GOOD if poor and sentence.folded[item.start : item.end] == "wel goed" else level


def _backwards(sentence: Sentence, found: list[_Found], levels: dict[int, int], at: int, level: int) -> None:
    """Give a level to the languages that stand side by side before it: "Nederlands en Engels goed".

    A comma belongs to their list only where "en" stands before the last of them: "Arabisch, Nederlands redelijk" says
    nothing of Arabic.
    """
    beside = _BESIDE
    if found[at].code == "nl" and level < _FAIR:
        levels.setdefault(at, level)  # of "Arabisch en Nederlands een beetje" the other is most often their own
        return
    while at >= 0 and found[at].code and at not in levels:
        levels[at] = level
        at -= 1
        between = sentence.folded[found[at].end : found[at + 1].start] if at >= 0 else "."
        if not beside.fullmatch(between):
            break
        beside = _LISTED if between.strip() else _BESIDE


def _apart(between: str) -> bool:
    """Say whether a comma or "en" stands between a language and a level."""
    return re.search(r"[,;.]|\b(?:en|maar|and|ook)\b", between) is not None
