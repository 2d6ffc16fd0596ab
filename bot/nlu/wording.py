"""Words that say nothing about the answer itself, and questions: what every lenient reader has to know."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.nlu.others import MINE, OTHERS, one_of
from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUESTION_WORDS = frozenset(
    """wat hoe hoezo waarom waarvoor waartoe wie wiens welke welk wanneer waar hoeveel bedoel bedoelt bedoelen
    what why how who when where""".split()
)
_ABOUT = frozenset("betreft aangaat".split())
"""With one of these "wat" asks nothing: "wat mijn rijbewijs betreft"."""
_ASKING = re.compile(
    r"^(?:en |maar |ja |nee |ok |oke )?(?:kan|kun|kunt|mag|moet|ben|bent|is|zijn|heb|hebt|heeft|wil|wilt|gaat|"
    r"krijg|weet|"
    r"snap|zie|doe|doen|klopt|zal|can|do|does|is) (?:ik|je|jij|u|jullie|dat|dit|het|er|hij|zij|we|you|i)\b|"
    r"^(?:en |maar |hoi |hallo )?(?:spreek|spreekt|praat|versta|verstaat|ken|kent) (?:je|jij|u|jullie)\b"
)
_ECHO = re.compile(r"\W*(?:[^\W\d_]+[ ,]+){0,3}[^\W\d_]+ ?\?[^?]*[^\W_][^?]*$")
"""A short question that is said again before its answer: "hoeveel uur? 24"."""
_TAG = re.compile(
    r"\W*(?:is|mag|kan|geeft|klopt|snap|weet)(?: je| u)? (?:dat|dit|het)(?: niet)?(?: erg| goed| oke?| een probleem|"
    r" ook)?\s*[,:]\s*"
    r"(?=(?:maar |want )?(?:ik|mijn|me|mn)\b)"
)
"""A short question about what is told behind it: "is dat erg, ik ben 58"."""
_LEAD = re.compile(
    r"\W*(?:(?:ja|jawel|nee|ok|oke|okay|en|maar|dus|nou|hoi|hallo|sorry|eerst|leuk|goed|mooi|graag|hoor|prima|fijn|"
    r"ik (?:wil|zou)(?: \w+)? weten|ik vraag(?: me af)?|vraag|bij|voor|van|vanaf|in|op|tot|met|om)\b\W*)+"
)
"""What may stand before a question: "ja maar", "oke, en", "ik wil weten", "tot"."""
FILLERS = frozenset(
    """ik jij je u mij me mijn wij we het de een van voor om te en of als met dat dit die er is ben zijn was wil wilt
    willen graag liever liefst kan kunnen mag moet moeten zou zoek zoeken heb hebben doe doen ga gaan ook maar wel nog
    nu dan dus eens even gewoon alleen ongeveer circa ca plusminus ofzo zo beetje ja jawel nee hoor hor das hallo hoi
    dag alstublieft alsjeblieft aub svp please dank bedankt in op bij per week i d n t s euh eh uh hmm hm nou denk ongv
    best prima goed oke ok altijd want sorry bedoel bedoelde eigenlijk""".split()
)
"""Words that may stand around an answer and do not change it."""
NOT = "niet|nit|nie|geen|nooit|not|no"
"""What says no inside a sentence, in the middle of a pattern; what else does depends on what it is about."""
NO_MATTER = re.compile(r"\b(?:niet erg|geen probleem|geen bezwaar|maakt\b[^,;.]{0,24}\b(?:niet|niets|niks) uit)\b")
"""A no that refuses nothing."""
_INDIFFERENT = re.compile(
    r"\b(?:ma+kt? (?:me |mij |mijn )?(?:echt |allemaal )?ni[ek]?t? ?(?:s |zo veel )?uit|maakt niks uit|niet uitmaken|"
    r"boeit (?:me |mij |mijn )?(?:echt |allemaal )?(?:niet|niks)|kan (?:me|mij|mijn) (?:echt |allemaal )?ni\w+ schelen|"
    r"alles (?:is )?(?:kan|goed|prima|mag|ok|oke)|geen voorkeur|geen wens|flexibel|flexible|altijd beschikbaar|"
    r"egal|doesn t matter|dont care|any|fark etmez)\b|^alles$"
)
_OTHER_IS = re.compile(
    rf"\b{MINE} {one_of(OTHERS)} (?:is|was|werkt|werkte|heeft|had|wil|wordt|zoekt|doet)\b"
    r"[^,;.!?]*?(?=[,;.!?]|\b(?:(?:en|maar|want|dus) )?ik\b|$)",
    re.IGNORECASE,
)

_VERB = (
    r"(?:ben|bent|is|zijn|was|sta|staat|zit|val|hoor|woon|werk|werkte|heb|hebben|heeft|had|kan|kunnen|wil|mag|moet|"
    r"gaat|gaan|lukt|lukken|spreek|praat|zoek|kom|doe|reis|rijd|rij|begin|vind|heet)"
)
_CUT = re.compile(r"[.;!?\n]|,|\b(?:en|maar|want|dus)\b")
_HARD_CUT = re.compile(r"[.;!?\n]")
_HAS_VERB = re.compile(rf"\b{_VERB}\b")


def is_question(sentence: Sentence) -> bool:
    """Say whether somebody asks something instead of answering."""
    tag = _TAG.match(sentence.folded)
    if tag:
        return is_question(Sentence.of(sentence.folded[tag.end() :]))
    first = sentence.tokens[0].text if sentence.tokens else ""
    return (
        (
            first in _QUESTION_WORDS
            and sentence.words.isdisjoint(_ABOUT)
            and not ("?" in sentence.folded and _ECHO.match(sentence.folded))
        )
        or ("bedoel" in sentence.words and not {"ik"} & sentence.words)
        or _ASKING.match(sentence.plain) is not None
    )


def asks(sentence: Sentence) -> bool:
    """Say whether anything is asked at all, also behind a yes or a no: "ja maar hoeveel verdien ik", "te ver?"."""
    if is_question(sentence) or "?" in sentence.raw:
        return True
    behind = _LEAD.match(sentence.folded)
    return behind is not None and is_question(Sentence.of(sentence.folded[behind.end() :]))


def of_oneself(sentence: Sentence) -> Sentence:
    """Blank out what somebody tells of another: "mijn man is kok, ik ben bakker"; places stay what they were."""
    if sentence.words.isdisjoint(OTHERS):
        return sentence
    return Sentence.of(_OTHER_IS.sub(lambda found: " " * len(found.group()), sentence.raw))


def is_indifferent(sentence: Sentence) -> bool:
    """Say whether somebody has no wish: "maakt niet uit"."""
    return _INDIFFERENT.search(sentence.plain) is not None


def thoughts(sentence: Sentence) -> list[tuple[int, int]]:
    """Give where the parts of a sentence stand in which somebody says one thing each: "ik woon hier en wil werken".

    A comma or "en" parts two thoughts where each of them has its own verb: not in "staan en zitten kan ik".
    """
    text = sentence.folded
    cuts = [0]
    for cut in _CUT.finditer(text):
        following = _CUT.search(text, cut.end())
        behind = text[cut.end() : following.start() if following else len(text)]
        if _HARD_CUT.match(cut.group()) or (_HAS_VERB.search(text, cuts[-1], cut.start()) and _HAS_VERB.search(behind)):
            cuts.append(cut.start())
    return list(pairwise([*cuts, len(text)]))


def only_fillers(sentence: Sentence, start: int, end: int, more: Iterable[str] = ()) -> bool:
    """Say whether all words outside `start` to `end` may stand around an answer; `more` are the reader's own."""
    allowed = FILLERS.union(more)
    return all(start <= token.start < end or token.text in allowed for token in sentence.tokens)


def whole(sentence: Sentence, entity: str, value: Any, options: tuple[Any, ...] = ()) -> Entity | None:
    """Make an entity of all words of the sentence; None when it has no word."""
    if not sentence.tokens:
        return None
    return Entity(entity, sentence.tokens[0].start, sentence.tokens[-1].end, value, options)


def chosen(entity: str, start: int, end: int, values: list[Any]) -> Entity:
    """Make an entity of the possible values, best first, each once: options only when there are more than one."""
    options = tuple(value for at, value in enumerate(values) if value not in values[:at])
    return Entity(entity, start, end, values[0], options if len(options) > 1 else ())
