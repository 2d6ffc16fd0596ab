"""What somebody says of themselves: not what they tell of others, and their own question with the answer behind it.

Every word that stays keeps its place, and no word is put in. "Mijn broer staat in het register, ik niet" says no of
oneself: what was told of the brother stays as what is said no to, and the brother himself goes. Of "mijn broer staat
niet in het register, ik wel" the no goes with him.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.nlu.others import MINE, OTHERS, one_of
from bot.nlu.sentence import Sentence
from bot.nlu.wording import NOT, is_question

if TYPE_CHECKING:
    from collections.abc import Iterable

_PRONOUNS = frozenset("hij zij ze".split())
_SIGNS = OTHERS | _PRONOUNS | {"mensen", "iemand"}
SOMEBODY = rf"(?:(?:{MINE}|de|een) {one_of(OTHERS)}|iemand|mensen(?= die ik\b|  ))(?![^\W_])"
_WHO = re.compile(
    rf"(?<![^\W_])(?:{SOMEBODY}|(?:hij|zij|ze) (?=(?:staat|zit|valt|hoort|spreekt|sprak|praat|verstaat|leert|kan|"
    r"heeft|had|rijdt|komt|gaat|neemt|pakt|fietst|loopt|mag|wil|moet|doet|werkt|hebben|spreken|spraken|praten|staan|"
    r"kunnen|gaan|komen|rijden)\b))"
)
_HAS_ONE = re.compile(rf"(?<![^\W_])(?:ik )?heb {SOMEBODY} (?:die|dat|met|in|bij|onder|zonder)\b[^,.;!?]*")
"""Somebody whom one has: "ik heb een broer die in het register staat"."""
_KNOWN = re.compile(
    rf"{SOMEBODY}(?P<rest>,? (?:die|van wie|met wie) ik (?:\w+ )?(?:ken|kende|help|hielp|zie|begeleid|spreek|praat|"
    rf"werk|werkte|heb)\b,?)"
)
"""Who somebody is to oneself: "iemand die ik ken"."""
_BESIDE = re.compile(
    r"\b(?:met|bij|van|voor|door|aan|naar|over|zonder|tot|als|dan|en|om|op|tegen|net als|ben|heb|had)\W*$"
)
"""Who stands behind one of these is not who does it: "met de auto van mijn broer"."""
_CUT = re.compile(
    r"[.;!?\n,]+|\b(?:maar|want|dus|omdat|terwijl)\b|\ben\W+(?=ik\b|ikzelf\b|zelf\b)|"
    r"(?<!\bdat )(?<!\bof )(?<!\bals )(?<!\bdan )(?<!\bwat )(?<!\bwaar )(?=\bik(?:zelf)?\b)"
    r"(?!(?<=\bniet )ik(?: ?zelf)?\W*$)|(?=\bniet ik(?: ?zelf)?\W*$)"
)
_WE = re.compile(rf"{SOMEBODY} en ik\b")
_ONESELF = re.compile(
    r"(?<!\bdan )(?<!\bals )(?<!\bvan )\b(?:ik|ikzelf|mij|mezelf|ons|wij|we|"
    rf"me(?! {one_of(OTHERS)}\b))\b"
)
_SAYS = re.compile(r"\b(?:zegt|zei|zeggen|vindt|vond|verbiedt|adviseert|raadt)\b")
"""What somebody else says may be about oneself: "mijn begeleider zegt niet tillen"."""
_NO = re.compile(rf"\b(?:{NOT}|niks)\b")
_FILL = (
    "(?:heb|sta|zit|spreek|kan|ben|doe|mag|hoor|val|dat|die|het|er|daar|in|bij|zelf|nog|helaas|gelukkig|echt|dus|"
    "jammer|genoeg|helemaal)"
)
_ME_TOO = re.compile(
    rf"\W*(?:(?:ik ?zelf|ik|zelf|ikke)(?:\W+{_FILL})*\W+(?P<said>wel|ook niet|niet|nie|nit|ook)(?:\W+{_FILL})*|"
    r"(?P<not_me>niet ik(?: ?zelf)?))\W*"
)
"""What says of oneself what was told of another, or the opposite: "ik niet", "ikzelf wel", "ik ook niet"."""
_OWN_QUESTION = re.compile(r"(?:^|(?<=[.;!?,\n]))(?P<asked>[^.;!?,\n]{2,60})\?+(?!\?)(?=\W*\w)")
_MUST = re.compile(
    r"(?:^|(?<=[.;!?,\n]))(?P<must> {0,3}(?:en |oh |maar )?moet (?:ik|je|u|men)(?: daar| dan| ook| veel| vaak)*)"
    r"(?P<asked> [^.;!?,\n]{2,60})\?+(?=\W*(?:(?:nee|ja),? )?(?:dat|dit) "
    r"(?:kan|gaat|lukt|mag|heb|is (?:voor mij )?(?:geen|niet))\b)"
)
"""What a job may ask of somebody, who says right behind it how that is: "moet ik staan? dat kan ik niet"."""


def own_words(sentence: Sentence) -> Sentence:
    """Give the sentence with only what somebody says of themselves; every word stands where it stood."""
    if "?" in sentence.raw:
        sentence = _answered(sentence)
    if sentence.words.isdisjoint(_SIGNS):
        return sentence
    had = [found.span() for found in _HAS_ONE.finditer(sentence.folded)]
    had += [found.span("rest") for found in _KNOWN.finditer(sentence.folded)]
    text = blanked(sentence.folded, had)
    return Sentence.of(blanked(sentence.raw, (*had, *_others(text, _cuts(text)))))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put blanks in these places; every other word stands where it stood."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def in_parts(sentence: Sentence, cut: re.Pattern[str]) -> list[Sentence]:
    """Give each part of a sentence by itself, between cuts; every word stands where it stood."""
    end = len(sentence.raw)
    cuts = [(0, 0), *(found.span() for found in cut.finditer(sentence.folded)), (end, end)]
    parts = (blanked(sentence.raw, [(0, start), (stop, end)]) for (_, start), (stop, _) in pairwise(cuts))
    return [part for part in map(Sentence.of, parts) if part.tokens]


def _answered(sentence: Sentence) -> Sentence:
    """Blank the mark of a question that somebody asks themselves and answers: "tillen? geen probleem"."""

    def told(found: re.Match[str]) -> str:
        asked = found["asked"]
        return (
            found.group()
            if is_question(Sentence.of(asked.strip()))
            else asked + " " * (len(found.group()) - len(asked))
        )

    must = _MUST.search(sentence.folded)
    if must:
        return Sentence.of(blanked(sentence.raw, [must.span("must"), (must.end("asked"), must.end())]))
    return Sentence.of(_OWN_QUESTION.sub(told, sentence.raw))


def _cuts(text: str) -> list[tuple[int, int]]:
    """Give what stands between the parts of a sentence, not in "mijn man en ik"; ", maar ik" is one cut."""
    together = [found.span() for found in _WE.finditer(text)]
    cuts: list[tuple[int, int]] = []
    for cut in _CUT.finditer(text):
        if any(start < cut.start() < end for start, end in together):
            continue
        if cuts and not text[cuts[-1][1] : cut.start()].strip():
            cuts[-1] = (cuts[-1][0], cut.end())
        else:
            cuts.append(cut.span())
    return cuts


def _others(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give what is told of others.

    It is the whole part of a sentence, or only who, a no and what cuts it off where the next part is "ik niet" or
    "ik wel".
    """
    blanks: list[tuple[int, int]] = []
    ends = [start for start, _ in cuts] + [len(text)]
    starts = [0, *(end for _, end in cuts)]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        who = _somebody_else(text, start, end)
        if who is None:
            continue
        mine = _ME_TOO.fullmatch(text, starts[at + 1], ends[at + 1]) if at < len(cuts) else None
        if mine is None:
            blanks.append((start, end))
            continue
        blanks += [who.span(), (end, starts[at + 1])]
        if mine["said"] == "ook niet":
            blanks.append(mine.span("said"))
        elif mine["said"] != "ook":
            blanks += [no.span() for no in _NO.finditer(text, start, end)]
    return blanks


def _somebody_else(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give who a part of a sentence is about, where that is somebody else and not oneself too."""
    if _ONESELF.search(text, start, end) or _SAYS.search(text, start, end):
        return None
    return next((who for who in _WHO.finditer(text, start, end) if not _BESIDE.search(text[start : who.start()])), None)
