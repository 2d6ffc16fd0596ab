"""Driving licences that somebody has: a list of categories (AM A B BE C CE C1 D T); an empty list is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.own import SOMEBODY, blanked, own_words
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import FILLERS, NOT, is_question

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

CODES = {
    "am": "AM", "a": "A", "a1": "A", "a2": "A", "b": "B", "be": "BE", "c": "C", "ce": "CE", "c1": "C1", "c1e": "C1",
    "d": "D", "d1": "D", "t": "T",
}  # fmt: skip
_ORDER = ("AM", "A", "B", "BE", "C1", "C", "CE", "D", "T")
CATEGORY_OF = {
    "auto": "B", "autorijbewijs": "B", "personenauto": "B", "bestelbus": "B", "car": "B", "bestelauto": "B",
    "motor": "A", "motorrijbewijs": "A", "motorfiets": "A",
    "brommer": "AM", "scooter": "AM", "bromfiets": "AM", "brommerrijbewijs": "AM", "snorfiets": "AM",
    "scooterrijbewijs": "AM", "bromfietscertificaat": "AM", "bromfietsrijbewijs": "AM",
    "klein": "B", "kleine": "B",
    "vrachtwagen": "C", "vrachtauto": "C", "groot": "C", "vrachtwagenrijbewijs": "C", "truck": "C",
    "bus": "D", "busrijbewijs": "D", "touringcar": "D", "autobus": "D",
    "trekker": "T", "tractor": "T", "trekkerrijbewijs": "T", "tractorrijbewijs": "T",
    "aanhanger": "BE", "aanhangwagen": "BE", "caravan": "BE",
}  # fmt: skip
_WHOLE_NAMES = frozenset(word for word in CATEGORY_OF if word.endswith(("rijbewijs", "certificaat")))
_WORD = r"(?:r(?:ij|ei|ai|eij|y|i|j) ?b[ei]w(?:ij|ei|ai|eij|y|ej|i)(?:[sz](?:t|en)?)?|licen[cs]es?|ehliyet)"
_LICENCE = re.compile(rf"(?:\b|[a-z]){_WORD}\b")
_GONE_WORDS = (
    "kwijt|kwijtgeraakt|verlopen|ingevorderd|afgepakt|afgenomen|ingenomen|ingeleverd|inleveren|ingetrokken|ongeldig|"
    "geschorst|in beslag|niet meer geldig"
)
_NONE = re.compile(
    rf"\b(?:{NOT}|yok|zonder|don'?t|haven'?t|niets|niks|bezig met|mee bezig|behalve|"
    rf"gezakt|rijexamen|lessen|rijles|rijlessen|halen|haal ik|ik haal|{_GONE_WORDS}|"
    r"(?:had|gehad) (?:ik )?(?:vroeger|ooit)|(?:vroeger|ooit) (?:wel )?(?:had|gehad))\b"
)
_SAYS_NO = re.compile(r"\w\W+(?:nee|neen)\W*$")
"""A no right behind what was named: "autorijbewijs nee"."""
_NO_TO_BEFORE = re.compile(
    r"(?:(?:maar|en|nu|die|dat|hij|het|is|zijn|ben|heb|ik|helaas|wel|al|inmiddels|intussen|toen|nog) )*"
    rf"(?:nee|neen|niet|niet meer|nooit|{_GONE_WORDS})(?: \w+)?"
)
"""A part that is no more than a no, to what the part before it names: "rijbewijs B had ik, nu niet meer"."""
_ABOUT_DRIVING = re.compile(
    r"\b(?:geen|nooit|zonder|niet)\b(?:\W+\w+){0,3}?\W+(?:bon|bonnen|bonnetje|boete|boetes|bekeuring|bekeuringen|"
    r"ongeluk|ongelukken|ongeval|schade|deuk|aanrijding|problemen|strafpunten|punten)\b(?:\W+(?:ge|mee)\w+)?"
)
"""A no that says how somebody drives, not whether they may: "nooit een bon gehad"."""
_NEEDED = re.compile(rf"(?:\b(?:geen|zonder|een)\W+)?{_WORD}\W+(?:\w+\W+){{0,2}}(?:nodig|hoef\w*|verplicht|vereist)\b")
"""What a job asks of somebody: "werk waar je geen rijbewijs voor nodig hebt"."""
_UNSAID = re.compile(
    rf"{_WORD}\W+(?:\w{{1,3}}\W+)?van {SOMEBODY}|"
    rf"{_WORD}\W+(?:\w+\W+){{0,3}}(?:duur|duurder|kost|kosten|prijzig|onbetaalbaar)\b|"
    rf"\b(?:als|zodra|wanneer) (?:ik|je|u|men)\b[^,.;!?]{{0,40}}{_WORD}(?: [a-d]e?\b)?"
)
"""A licence of somebody else, what one costs, and who would have one: "als ik rijbewijs heb"."""
_NO_ONE = re.compile(rf"\bgeen (?:(?:geldig|enkel|eigen) )?{_WORD}\b")
_OWNED = re.compile(
    rf"(?<!voor )(?<!op )(?<!met )\b(?:een|mijn|n|eigen) (?:{'|'.join(sorted(CATEGORY_OF.keys() - _WHOLE_NAMES))})\b"
)
"""What somebody has is no licence where they say to have none: "ik heb een auto maar geen rijbewijs"."""
_PART = re.compile(r"(?<![^\W_])(?P<code>am|a[12]?|be?|c1e?|ce?|d1?|t)(?![^\W_])")
_LIST = re.compile(
    rf"(?:{_WORD}|categorie)\W{{0,3}}(?:voor )?(?:de )?(?:categorie )?"
    r"(?P<codes>(?:(?:am|a[12]?|be|b|c1e?|ce|c|d1?|t)(?![^\W_])(?:\s*(?:,|en|\+|/|&|ook)\s*|\s(?=(?:be?|ce?|c1|"
    r"d)(?![^\W_])))?)+)"
)
_BEFORE = re.compile(
    r"(?<![^\W_])(?P<codes>(?:(?:am|a|be?|c1|ce?|d|t)(?:,? en |, ?| ?/ ?| ?\+ ?))*(?:am|a|be?|c1|ce?|d|t))[ -]rijbewijs"
)
_LANDS = (
    "(?:syrie|syria|turkije|marokko|eritrea|ethiopie|oekraine|polen|irak|iran|afghanistan|somalie|suriname|"
    "bulgarije|roemenie|spanje|egypte|soedan|jemen|rusland|pakistan|india|china|ghana|nigeria|brazilie|colombia|"
    "duitsland|belgie|het buitenland)"
)
_FROM = f"(?:uit|van|in) {_LANDS}"
_ANY = (["B"], ["AM"], ["B", "C"])
"""What a licence of another country can be for, where that is not said."""
_ABROAD = re.compile(
    r"\b(?:buitenlands?e?|internationaa?le?|(?:uit|van|in) (?:mijn|eigen) (?:eigen )?land|syrische?|turkse?|"
    r"marokkaanse?|eritre(?:se|es)|oekraiens(?:e)?|poolse?|irakese?|iraakse?|afghaanse?|somalische?|iraanse?|"
    r"surinaamse?|antilliaanse?|bulgaarse?|roemeense?|spaanse?|foreign|niet geldig|omwisselen|omzetten|omruilen)\b|"
    rf"{_WORD}\b(?:[^,.;]{{0,30}}\b{_FROM}|\W+{_LANDS}\b)|\b{_FROM}\b(?:(?! en )[^,.;]){{0,15}}{_WORD}"
)
"""A licence of another country: whether it counts here is not certain."""
_SO_NONE = re.compile(
    rf"(?:\b(?:dus|maar)|[,.;])\s*(?:(?:heb|ik|hier|nu|eigenlijk|nog|in nederland|verder|dan) )*geen "
    rf"(?:geldig |nederlands |ander )?{_WORD}(?=\W*(?:$|[,.;!]|hier\b|meer\b|in nederland\b))"
)
"""Who says of such a licence that they have none here: "dus geen rijbewijs"."""
_A_CODE = r"(?:am|a|b|be|c1e?|ce?|d1?|t)"
_CODE = re.compile(r"(?<![\w'])(?:AM|A|BE?|C1E?|CE?|D1?|T)(?![\w'])")
_SMALL = re.compile(r"(?<![\w'])(?:am|be?|c1e?|ce?|d1?)(?![\w'])")
"""Those that are no words; "a" and "t" are."""
_CODES = rf"{_CODE.pattern}(?:(?:,| en|/| \+| &|, en) ?{_CODE.pattern})*"
_DOES = "heb|ben|rij|rijd|rook|drink|woon|werk|werkte|zoek|wil|sta|zit|spreek|doe|kom|loop|fiets|durf|gebruik"
_BEHIND_CODES = (
    r"(?=\s*(?:(?:ook|wel|al|niet|gewoon|nog|gehaald|hoor)\s*)*(?:$|[.,;!]|maar |met code|sinds |"
    rf"en (?:ik|een|geen|ook|wel|nog|verder|{_DOES})\b))"
)
_BARE = re.compile(
    rf"(?:^|(?<=[.,;:!?])) ?(?:[Jj]a,? )?(?:{_CODES}) (?:heb|had) ik\b{_BEHIND_CODES}|"
    rf"\b[Ii]k heb (?:ook |alleen |wel |gewoon |nu |al )*(?:{_CODES}){_BEHIND_CODES}"
)
"""Categories in capitals that somebody says to have, without the word itself: "CE heb ik"."""
_LAPSED = re.compile(
    rf"(?<![\w'])(?:{_CODES}) (?:is|zijn|was|ben ik|raakte ik|(?:al |nu )?(?:{_GONE_WORDS}))\b|"
    rf"\b[Ii]k (?:had|ben) (?:vroeger |ooit |ook |mijn )*{_CODES}"
)
"""Categories in capitals that somebody had: "C is verlopen", "ik had C maar nu alleen B"."""
_OVER = frozenset("verlopen geldig ongeldig kwijt ingevorderd ingenomen ingetrokken ingeleverd afgenomen had".split())
"""The words of which one stands there then."""
_GONE_NOW = re.compile(rf"\b(?:{_GONE_WORDS})\b")
_NEEDS = {"B": ("BE",), "C": ("CE",)}
"""What is gone with a category."""
_STAYS = {"CE": ("B", "C"), "C": ("B",), "C1": ("B",), "D": ("B",), "BE": ("B",)}
"""What nobody can have a category without, and has most likely still when it is gone."""
_CUT = re.compile(
    rf"[;.!?]|,(?!\s*(?:en )?{_A_CODE}\b(?! (?:niet|wel|nog|ja|nee|heb|is)))|\b(?:maar|but|want|en ik)\b|"
    rf"\ben (?=(?:(?:nog )?nooit|{_DOES})\b)|(?=\b(?:alleen|geen|zonder)\b)|"
    rf"(?=\bwel (?:een |voor |de )*{_A_CODE}\b)"
)
_ONLY_THIS = re.compile(r"\b(?:meer niet|(?:verder|anders) (?:niks|niets|geen\w*))\b")
_BOTH = re.compile(r"\bbehalve\b.*\book\b")
_TRAVELLED = re.compile(r"\b(?:met|per|zonder|neem|pak) (?:(?:de|het|een|mijn) )?\w+")
"""How somebody goes, not what they may drive: "ik kom met de bus"."""
_HAVING = re.compile(r"\b(?:heb|hebt|heeft|ja|met|mijn|wel|in bezit|have|bezit)\b")
_NO_LICENCE = frozenset(
    ("geen", "geen rijbewijs", "helemaal geen", "geen enkele", "niks", "nog niet", "none", "nee geen")
)
_LESSONS = re.compile(r"\b(?:rijles|rijlessen|bezig|lessen)\b")
_DONE = re.compile(rf"\b(?:{_GONE_WORDS}|rijles|rijlessen|bezig|lessen)\b")
_GONE = re.compile(rf"^(?:ja |nee |wel |maar |hij is |het is |is |die is |ben )*(?:{_GONE_WORDS})$")
_OTHER = frozenset(
    "heftruck heftruckcertificaat reachtruck hoogwerker buitenlands buitenland land internationaal".split()
)
_SHORT = FILLERS.union(
    CATEGORY_OF, CODES, ("geen", "niet", "rijbewijs", "categorie", "alleen", "nee", "ja", "plus", "klein", "gehaald",
    "rijden", "code", "95", "mijn", "niks", "certificaat", "nog", "gewone", "gewoon", "kleine", "grote", "ik")
)  # fmt: skip
_KNOWN = _SHORT | _OTHER


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a licence where the word itself is used, or a category in capitals that somebody says to have."""
    del today
    if "bromfietscertificaat" in sentence.words and not _LICENCE.search(sentence.folded):
        return _entity(sentence, ["AM"])
    read = _read(own_words(sentence)) if _is_cued(sentence) else None
    if read is None:
        return []
    codes, lost = read
    guessed = bool(lost) and "B" not in lost
    return [replace(each, unsure=guessed, without=lost) for each in _entity(sentence, codes)]


def _is_cued(sentence: Sentence) -> bool:
    """Say whether somebody names a licence at all."""
    if any(cue in sentence.folded for cue in ("bew", "biw", "licen", "ehliyet")) and _LICENCE.search(sentence.folded):
        return True
    if not sentence.words.isdisjoint(_OVER) and _LAPSED.search(sentence.raw):
        return True
    return "heb" in sentence.words and _BARE.search(sentence.raw) is not None


def _read(own: Sentence) -> tuple[list[str], tuple[str, ...]] | None:
    """Give the categories that somebody has; an empty list is no licence, None is not said.

    Who says no more than that C is gone most likely has B still: that comes with what is gone. With B all is gone that
    nobody can have without it, and not the moped.
    """
    own = Sentence.of(blanked(own.raw, (found.span() for found in _UNSAID.finditer(own.folded))))
    if _NO_ONE.search(own.folded):
        own = Sentence.of(blanked(own.raw, (found.span() for found in _OWNED.finditer(own.folded))))
    text = _NEEDED.sub(lambda found: " " * len(found.group()), own.folded)
    if is_question(own) or "?" in own.raw:
        return None
    if _ABROAD.search(text):
        return ([], ()) if _SO_NONE.search(text) else None
    had, refused, none = _told(text, own.raw)
    if had or none:
        return had, ()
    if "B" in refused or (refused and _GONE_NOW.search(text)):
        stays = {code for each in refused for code in _STAYS.get(each, ())} - refused
        gone = refused.union(code for code, first in _STAYS.items() if not refused.isdisjoint(first))
        return sorted(stays), tuple(code for code in _ORDER if code in gone)
    has_one = _LICENCE.search(text) is not None and _HAVING.search(text) is not None
    return (["B"], ()) if has_one and not refused and _OTHER.isdisjoint(own.words) else None


def _told(text: str, raw: str) -> tuple[list[str], set[str], bool]:
    """Give the categories that somebody has and has not, part by part; and whether a part says that there is none."""
    had: list[str] = []
    refused: set[str] = set()
    none = False
    text = _ABOUT_DRIVING.sub(lambda found: " " * len(found.group()), text)
    at = 0
    before: list[str] | None = None
    for cut in (*_CUT.finditer(text), None):
        start, at, end = at, cut.end() if cut else at, cut.start() if cut else len(text)
        part = _ONLY_THIS.sub(" ", text[start:end])
        if before is not None and _NO_TO_BEFORE.fullmatch(words_of(part)):
            refused.update(before)
            none = none or not before
            continue
        named = _LICENCE.search(part) is not None or _BARE.search(raw[start:end]) is not None
        if not named and not _KNOWN.issuperset(words_of(part).split()) and not _DONE.search(part):
            continue  # about something else
        before = codes = _codes_beside(part, raw[start:end], named=named)
        if not _is_no(part):
            had += codes
            continue
        codes = [more for code in codes for more in (code, *_NEEDS.get(code, ()))]
        if named or not codes or _CODE.search(raw[start:end]):
            refused.update(codes)
            none = none or not codes
    return [code for code in had if code not in refused], refused, none


def _is_no(part: str) -> bool:
    """Say whether a part of a sentence says that somebody has not what it names."""
    return (_NONE.search(part) or _SAYS_NO.search(part)) is not None and not _BOTH.search(part)


def _codes_beside(part: str, raw: str, *, named: bool) -> list[str]:
    """Give the categories in one part of a sentence: in capitals, beside the word itself, or as what one drives."""
    letters = _listed(part) + [CODES[match.group().lower()] for match in _CODE.finditer(raw)]
    driven = [CATEGORY_OF[word] for word in words_of(_TRAVELLED.sub(" ", part)).split() if word in CATEGORY_OF]
    small = [CODES[match["code"]] for match in _PART.finditer(part) if not _is_article(part, match)]
    whole = [CATEGORY_OF[word] for word in words_of(part).split() if word in _WHOLE_NAMES]
    return letters + whole if letters else driven if named else driven + small


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read which licences somebody has; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    said, sentence = sentence, own_words(sentence)
    if is_question(sentence) or not sentence.tokens:
        return None
    no = _NONE.search(sentence.folded) or _SAYS_NO.search(sentence.folded)
    if _has_none(sentence):
        return _entity(sentence, [])[0]
    if _is_abroad(sentence) and not no:
        named = _codes_in(sentence.folded)
        abroad = _entity(sentence, named or _ANY[0])[0]
        return replace(abroad, unsure=True) if named else replace(abroad, options=_ANY)
    if no and not {"alleen", "wel", "maar", "ja"} & sentence.words:
        return None
    known = said.words <= _KNOWN or len(said.tokens) <= 2  # noqa: PLR2004 - "B rijbewijss", "auto rijden"
    codes = _driven(sentence) if known or re.search(r"\b[abcd] en [abcd]e?$", sentence.plain) else []
    return _entity(sentence, codes)[0] if codes else None


def in_capitals(reader: Callable[[Sentence, date], Entity | None]) -> Callable[[Sentence, date], Entity | None]:
    """Let a reader see categories in capitals, where these were asked for: "c is verlopen, b heb ik wel"."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        return reader(Sentence.of(_SMALL.sub(lambda code: code.group().upper(), sentence.raw)), today)

    return read


def _driven(sentence: Sentence) -> list[str]:
    """Give the categories in an answer, which need not name a licence: "auto en motor", "B? nee, AM"."""
    if sentence.words.isdisjoint({"nee", "neen"}):
        return _codes_in(sentence.folded)
    return _told(sentence.folded, sentence.raw)[0]


def _is_abroad(sentence: Sentence) -> bool:
    """Say whether a licence, or the yes to having one, is of another country: "ja maar uit Syrie"."""
    if _ABROAD.search(sentence.folded) and _LICENCE.search(sentence.folded):
        return True
    return sentence.tokens[0].text == "ja" and re.search(rf"\b{_FROM}", sentence.folded) is not None


def _has_none(sentence: Sentence) -> bool:
    """Hear "geen", "verlopen", "ik doe rijles" and "alleen fiets" as no licence."""
    if sentence.plain in _NO_LICENCE or _GONE.search(sentence.plain):
        return True
    if sentence.words & {"fiets", "fietsen"} and not _codes_in(sentence.folded):
        return True
    open_end = {"alleen", "wel", "maar"} & sentence.words
    if open_end or not (_NONE.search(sentence.folded) and _DONE.search(sentence.folded)):
        return False
    short = len(sentence.tokens) <= 4  # noqa: PLR2004 - "helaas ingeleverd"; a longer one can be of a passport
    return short or _LESSONS.search(sentence.folded) is not None or _LICENCE.search(sentence.folded) is not None


def _listed(text: str) -> list[str]:
    """Give the categories that stand right beside the word: "rijbewijs B en BE"."""
    found = [*_LIST.finditer(text), *_BEFORE.finditer(text)]
    return [CODES[code["code"]] for match in found for code in _PART.finditer(match["codes"])]


def _codes_in(text: str) -> list[str]:
    """Give all categories in a text that is about licences."""
    text = re.sub(r"\b(?:geen|niet|zonder) (?:een |rijbewijs )?\w+", " ", text)
    by_word = [CATEGORY_OF[word] for word in re.findall(r"[a-z]+", text) if word in CATEGORY_OF]
    letters = [CODES[match["code"]] for match in _PART.finditer(text) if not _is_article(text, match)]
    return by_word + letters


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Tell the category T from the t of "t/m" and "'t", and A from "a" in a sentence."""
    return match["code"] == "t" and re.search(r"['a-z]$", text[: match.start()]) is not None


def _entity(sentence: Sentence, codes: list[str]) -> list[Entity]:
    """Make the one entity, in a fixed order; it spans the word itself and the list behind it, else all words."""
    found = _LIST.search(sentence.folded) or _LICENCE.search(sentence.folded)
    start, end = found.span() if found else (sentence.tokens[0].start, sentence.tokens[-1].end)
    return [Entity("licence", start, end, [code for code in _ORDER if code in codes])]
