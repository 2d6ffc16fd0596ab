"""How somebody wants to be called: at most 40 characters, letters of any script."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.name_words import is_known, is_meant, is_name, is_told, names_work, run, titled
from bot.nlu.wording import is_indifferent, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_SIGNS = frozenset(
    """heet hiet kheet hete heten het naam name voornaam roepnaam noem noemen noemt noemden noemde zeg zegt zeggen
    genoemd kent kennen call called voorstellen spreekt spreek praat praten chat chatten appt belt schrijf
    schrijft m appelle llamo mam adim ismi esmi mene menya اسمي мене меня ስመይ""".split()
)
"""Without one of these words nobody says how they are called."""
_MY = r"(?:mijn|mij|me|m'n|mn|my)"
_NAMED_ME = r"(?: gwn| ff| even| thuis| altijd| gewoon| allemaal| vaak| hier| officieel| eigenlijk| voluit| dus)*"
_THEY = (
    r"(?:ze|mensen|vrienden|iedereen|ouders|mama|moeder|vader|papa|familie|buren|collega'?s|kinderen|man|vrouw|oma|opa)"
)
_SAY = r"(?:zegt? (?:(?:u|je|jij|jullie) )?(?:maar|gerust|gewoon))"
_NAME = r"(?P<name>[^\W\d_])"
"""Where a name begins."""
_TOLD = re.compile(
    rf"(?:(?<![^\W_])(?:(?:ik |mij |k ?)(?:heet|hete|heten|hiet)|"
    rf"(?<!hoe )(?<!zo )(?<!waarom )(?<!insta )(?<!instagram )(?<!facebook )(?<!tiktok )heet ik|"
    rf"(?:{_MY}|ik) (?:(?:voor|roep)?naam|name) is|noem (?:me|mij)|{_THEY} noem(?:en|t|de|den) (?:me|mij)|noem(?:en|t|"
    rf"de|den) {_THEY} (?:me|mij)|{_THEY} (?:kennen|kent) (?:me|mij) als|(?:gaf|gaven) (?:me|mij) de naam|{_SAY}|"
    rf"ik word(?= [^\d,.;]{{2,30}} genoemd)|(?:je|u|jullie) (?:mag|kunt|kan)(?: me| mij)?(?: ook| gewoon| gerust| wel)*"
    rf"(?= [^\d,.;]{{2,40}} (?:noemen|zeggen))|"
    rf"call me|i'm called|je m'appelle|me llamo|mam na imie|benim adim|adim|ismi|esmi)|"
    rf"اسمي|мене (?:звати|звуть)|меня зовут|(?:mene|menya) (?:zvaty|zvat|zovut)|ስመይ)"
    rf"{_NAMED_ME}(?: maar)?(?: gewoon)?\s+(?:is\s+)?{_NAME}"
)
"""What says that a name follows."""
_WISHED = re.compile(
    rf"(?<![^\W_])(?:{_SAY}|noem (?:me|mij)|(?:je|u|jullie) (?:mag|kunt|kan) (?:me|mij)(?= [^\d,.;]{{2,40}} noemen))"
    rf"(?: ook| gerust| wel| maar)?{_NAMED_ME}(?: maar)? {_NAME}"
)
"""How somebody wants to be called, whatever their whole name is."""
_SAID_TO_ME = re.compile(
    rf"\b{_THEY} (?:zegt|zeggen|zei|zeiden)(?: altijd| gewoon| allemaal| vaak| meestal)* {_NAME}"
    r"(?=[^\W\d_]+ (?:tegen|voor) (?:me|mij)\b)"
)
"""How others call somebody, where a "no" can stand as well: "iedereen zegt Ria tegen mij"."""
_SPELT = re.compile(
    rf"(?:\b(?:(?:je|u) schrijft|schrijf (?:je|u)?)(?: (?:het|me|mij|mijn naam|gewoon|als))*|^) ?{_NAME}"
    r"(?=[^\W\d_]+ (?:met|zonder) (?:een |1 |dubbele? |twee )?(?:letter )?[a-z](?:'s)?(?![^\W_]))"
)
"""How a name is written: "Sara zonder h", "je schrijft Mohamed met een m"."""
_MEANT = re.compile(
    rf"(?<![^\W_])(?:(?:je|u|jullie) (?:spreekt|spreek|praat|chat|appt|belt)(?: hier| nu)? met|"
    rf"(?:spreek|praat|chat) (?:je|u) met|voorstellen\W+(?:ik ben |dit is )?|"
    rf"(?<!mijn )(?:voor|roep)naam(?: is)?\W)\s*{_NAME}"
)
"""What a name mostly follows, but other words too: "u spreekt met mijn man"."""
_HELLO = (
    r"(?:(?:hallo|hoi|hoihoi|hai|hi|hey|hee|hello|yo|ey|ewa|he|dag|sala+m|selam|merhaba|goe[di]\w+|ja hoor|ja|"
    r"nou|ok|oke)"
    r"(?: (?:allemaal|mevrouw|meneer))?[\s,.!]+)"
)
_ENDS = (
    r"(?=\W*$|\W*[,.;!]| (?:hier|spreekt|hoor)\b| uit [^\W\d_]| \d|"
    r" en (?:ik|ben|woon|zoek|wil|kom|heb|kan|werk|kwoon)\b)"
)
_ONE = r"[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?(?: (?:(?:van|de|der|den|el|al) ){0,2}[^\W\d_]{2,20})?"
_OPENING = re.compile(
    rf"(?:^|[.!?]\s+)(?P<hello>{_HELLO})?"
    rf"(?:ik ben|ikke ben|ikben|kben|ben|dit is|i am|i'm|met|hier|(?P<only>ik))"
    rf"(?: het| gewoon| dus| trouwens)? (?P<name>{_ONE}?){_ENDS}"
)
"""Who says who they are and then something more, or only that: "Ik ben Bram, ik zoek werk"."""
_FIRST = re.compile(
    rf"(?P<hello>{_HELLO})?(?P<name>{_ONE}?)"
    r"(?: hier(?=\W*$|[,.!]| en\b)| ben ik\W*$|"
    r",? ik woon\b|, \d\d jaar\b| uit [^\W\d_]{3,}\W*$)"
)
"""Who says their name first: "Bram hier", "Bram, ik woon in Zeist"."""
_NAME_FIRST = re.compile(
    rf"{_HELLO}?(?P<name>[^\W\d_]+(?: [^\W\d_]+)??)"
    rf"(?: is (?:{_MY}|de|the) (?:voor|roep)?na[am]+e?|,? (?:zo )?heet ik| is hoe ik heet)\b(?! niet| geen)"
)
_NAME_BEHIND = re.compile(
    rf"{_HELLO}?(?:{_MY} (?:voor|roep)?na[am]+e?|"
    rf"(?:mijn )?(?:voor)?naam ?[:=])\s*(?P<name>[^\W\d_]+(?P<more> [^\W\d_]+)?)"
    r"(?=\W*$|[,.;!]| ik\b)"
)
_NAME_NEXT = re.compile(
    rf"{_HELLO}?(?P<name>[^\W\d_]+),? (?:(?:dat|zo) is )?(?:{_MY}|de) (?:voor|roep)?naam(?=\W*$|\W*[,.;!])"
)
_SHOULD_BE = re.compile(rf"\b(?:moet|moest|hoort)(?: te)? (?:zijn|wezen|worden) {_NAME}")
_CALLED = re.compile(rf"^(?:heet|(?:(?:mijn|de) )?(?:voor)?naam is|naam|ich bin|je suis|soy|jestem|ana|я)\W+{_NAME}")
_SAID = re.compile(
    rf"^(?:(?:ja|nee|nou|sorry)(?: hoor)?\W+)?(?:het is|gewoon|gwn|alleen|mag ook|mag gewoon|doe maar|aangenaam|"
    rf"voor vrienden)\W+{_NAME}"
)
"""What a name follows where one was asked for, and what other words can follow too."""
_GREETING = re.compile(
    rf"(?:{_HELLO}|(?:groetjes|groeten|gr)(?: van)?[\s,.!]+|(?:sorry|nee|ik bedoel(?:de)?)[\s,.!]+)+"
)
_END = re.compile(r"(?<!\s)\s+(?:hoor|aangenaam|voor vrienden|alsjeblieft|aub|dank\w*|noemen|heten)(?![^\W_]).*$")
_PART = re.compile(r"(?:(?<!\s)\s+)?[,.;(]\s*|(?<!\s)\s+is (?:goed|prima|oke?)\b")
_NO_ANSWER = re.compile(r"\b(?:geen naam|niet zeggen|naam niet|liever niet)\b")


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "ik heet Fatima", "Fatima is mijn naam", and "ik ben Fatima, ..." with a capital."""
    del today
    told = None
    if not sentence.words.isdisjoint(_SIGNS):
        told = (
            _after(sentence, _WISHED)
            or _after(sentence, _TOLD)
            or _beside_the_word(sentence)
            or _after(sentence, _MEANT, meant=True)
        )
        told = told or _after(sentence, _SAID_TO_ME, meant=True, lower=True) or _after(sentence, _SPELT, meant=True)
    found = told or _introduced(sentence, lower=False)
    return [found] if found else []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how somebody wants to be called; None for sentences that are no name."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence) or is_indifferent(sentence) or "?" in sentence.raw or not sentence.tokens:
        return None
    if _NO_ANSWER.search(sentence.folded):
        return None
    put_right = _after(sentence, _SHOULD_BE, meant=True) if "naam" in sentence.words else None
    told = (
        put_right
        or _after(sentence, _CALLED)
        or _after(sentence, _SPELT, meant=True, lower=True)
        or _after(sentence, _SAID, meant=True)
    )
    return told or _introduced(sentence, lower=True) or _bare(sentence)


def _introduced(sentence: Sentence, *, lower: bool) -> Entity | None:
    """Read the name of who says who they are, first or behind "ik ben"; a known one in small letters, too.

    Where the name was asked (`lower`) it can be any in small letters; one that is not known is unsure.
    """
    for match in (*_OPENING.finditer(sentence.folded), _FIRST.match(sentence.folded)):
        if match is None:
            continue
        small = not (match.re is _OPENING and match["only"])
        found = _named(sentence, *match.span("name"))
        if found is None or found.end != match.end("name"):
            continue
        first, *others = sentence.raw[found.start : found.end].split()
        known = is_known(first)
        may_be_lower = small and (lower or (known and (match["hello"] is not None or match.re is _OPENING)))
        if is_meant(first, lower=may_be_lower) and not any(map(names_work, others)):
            return replace(found, unsure=first.islower() and not known)
    return None


def _beside_the_word(sentence: Sentence) -> Entity | None:
    """Read "Fatima is mijn naam", "mij naam Fatima" and "naam: Fatima"; not "mijn naam klopt"."""
    if is_question(sentence):
        return None
    text = sentence.folded
    match = _NAME_FIRST.match(text) or _NAME_BEHIND.match(text) or _NAME_NEXT.match(text)
    if match is None or not is_told(match["name"]):
        return None
    if match.re is _NAME_BEHIND and match["more"] and not sentence.raw[match.start("more") + 1].isupper():
        return None
    if match.re is _NAME_NEXT and not is_meant(sentence.raw[slice(*match.span("name"))], lower=True):
        return None
    return _named(sentence, match.start("name"), match.end("name"))


def _after(sentence: Sentence, cue: re.Pattern[str], *, meant: bool = False, lower: bool = False) -> Entity | None:
    """Read the first name that follows a cue."""
    for match in cue.finditer(sentence.folded):
        end = _END.search(sentence.folded, match.start("name"))
        found = _named(sentence, match.start("name"), end.start() if end else len(sentence.raw))
        if found and (not meant or is_meant(sentence.raw[match.start("name") : found.end].split()[0], lower=lower)):
            return found
    return None


def _bare(sentence: Sentence) -> Entity | None:
    """Read an answer that is nothing but a name, or that begins with one: "Fatima", "nee, Fatima hoor"."""
    greeting = _GREETING.match(sentence.folded)
    start = greeting.end() if greeting else 0
    end = _END.search(sentence.folded, start)
    return _whole(sentence, start, end.start() if end else len(sentence.raw))


def _whole(sentence: Sentence, start: int, end: int) -> Entity | None:
    """Read a piece that is a name from its first letter to its last; else what stands before a comma or bracket."""
    while start < end and not sentence.raw[start].isalpha():
        start += 1
    while start < end and not (sentence.raw[end - 1].isalpha() or _is_mark(sentence.raw[end - 1])):
        end -= 1
    piece = sentence.raw[start:end]
    if is_name(piece) and is_told(piece):
        return Entity("first_name", start, end, titled(piece))
    first = _PART.split(piece)[0]
    if first != piece and is_name(first) and is_told(first) and is_meant(first.split()[0], lower=False):
        return Entity("first_name", start, start + len(first), titled(first))
    return None


def _named(sentence: Sentence, start: int, end: int) -> Entity | None:
    """Make a name of the words that begin here, as far as they can be one."""
    found = run(sentence.raw, start, end)
    if found is None or not is_name(sentence.raw[slice(*found)]):
        return None
    return Entity("first_name", *found, titled(sentence.raw[slice(*found)]))


def _is_mark(letter: str) -> bool:
    """Say whether a character belongs to the letter before it."""
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f"
