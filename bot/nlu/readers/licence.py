"""Driving licences that somebody has: a list of categories (AM A B BE C CE C1 D T); an empty list is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import FILLERS, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

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
_LICENCE = re.compile(
    r"(?:\b|[a-z])(?:rij ?bewij[sz](?:en)?|rijbewij|rijbewijst|reibewijs|rijbewys|licen[cs]e|ehliyet)\b"
)
_NONE = re.compile(
    r"\b(?:geen|yok|zonder|niet|nog niet|nooit|no|niets|niks|kwijt|verlopen|ingevorderd|afgepakt|bezig met|nog geen|"
    r"lessen|"
    r"rijles|rijlessen|aan het halen|aan t halen|nog halen|wil .*halen)\b"
)
_PART = re.compile(r"(?<![^\W_])(?P<code>am|a[12]?|be?|c1e?|ce?|d1?|t)(?![^\W_])")
_LIST = re.compile(
    r"(?:rij ?bewij[sz](?:en)?|categorie|licen[cs]e)\W{0,3}(?:voor )?(?:de )?(?:categorie )?"
    r"(?P<codes>(?:(?:am|a[12]?|be|b|c1e?|ce|c|d1?|t)(?![^\W_])(?:\s*(?:,|en|\+|/|&|ook)\s*)?)+)"
)
_BEFORE = re.compile(r"(?<![^\W_])(?P<codes>am|a|b|be|c1|c|ce|d|t)[ -]rijbewijs")
_ABROAD = re.compile(
    r"\b(?:buitenlands?e?|internationaa?le?|(?:uit|van|in) (?:mijn|eigen) (?:eigen )?land|syrische?|turkse?|"
    r"marokkaanse?|eritre(?:se|es)|oekraiens(?:e)?|poolse?|irakese?|iraakse?|afghaanse?|somalische?|iraanse?|surinaamse?|"
    r"antilliaanse?|bulgaarse?|roemeense?|spaanse?|foreign)\b"
)
"""A licence of another country: whether it counts here is not certain."""
_NO_LICENCE = frozenset(
    ("geen", "geen rijbewijs", "helemaal geen", "geen enkele", "niks", "nog niet", "none", "nee geen")
)
_DONE = re.compile(r"\b(?:verlopen|kwijt|ingevorderd|afgepakt|rijles|rijlessen|bezig|lessen)\b")
_GONE = re.compile(
    r"^(?:ja |nee |wel |maar |hij is |het is |is |die is |ben )*(?:verlopen|kwijt|ingevorderd|afgepakt)$"
)
_OTHER = frozenset(
    "heftruck heftruckcertificaat reachtruck hoogwerker buitenlands buitenland land internationaal".split()
)
_SHORT = FILLERS.union(
    CATEGORY_OF, CODES, ("geen", "niet", "rijbewijs", "categorie", "alleen", "nee", "ja", "plus", "klein", "gehaald",
    "rijden", "code", "95", "mijn", "niks", "certificaat", "nog", "gewone", "gewoon", "kleine", "grote", "ik")
)  # fmt: skip


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a licence where the word itself is used."""
    del today
    if "bromfietscertificaat" in sentence.words:
        return _entity(sentence, ["AM"])
    cued = any(cue in sentence.folded for cue in ("rij", "licen", "rei", "ehliyet"))
    if not cued or not _LICENCE.search(sentence.folded) or is_question(sentence) or _ABROAD.search(sentence.folded):
        return []
    codes = _listed(sentence) or [CATEGORY_OF[word] for word in sentence.words if word in CATEGORY_OF]
    refused = _NONE.search(sentence.folded)
    if refused:
        rest = sentence.folded[: refused.start()] + sentence.folded[refused.end() :]
        kept = re.search(r"\b(?:alleen|wel|behalve|maar)\b(?P<kept>.*)", rest)
        return _entity(sentence, _codes_in(kept["kept"]) if kept else [])
    if codes:
        return _entity(sentence, codes)
    if _OTHER.isdisjoint(sentence.words) and re.search(r"\b(?:heb|met|mijn|in bezit|have|bezit)\b", sentence.folded):
        return _entity(sentence, ["B"])
    return []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read which licences somebody has; a bare yes or no is for the dialog."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence) or not sentence.tokens:
        return None
    no = _NONE.search(sentence.folded)
    if _has_none(sentence):
        return _entity(sentence, [])[0]
    if _ABROAD.search(sentence.folded) and _LICENCE.search(sentence.folded) and not no:
        return replace(_entity(sentence, _listed(sentence) or ["B"])[0], unsure=True)
    if no and not {"alleen", "wel", "maar"} & sentence.words:
        return None
    known = sentence.words <= _SHORT.union(_OTHER) or len(sentence.tokens) <= 2  # noqa: PLR2004 - "B rijbewijss", "auto rijden"
    codes = _codes_in(sentence.folded) if known or re.search(r"\b[abcd] en [abcd]e?\b", sentence.plain) else []
    return _entity(sentence, codes)[0] if codes else None


def _has_none(sentence: Sentence) -> bool:
    """Hear "geen", "verlopen", "ik doe rijles" and "alleen fiets" as no licence."""
    if sentence.plain in _NO_LICENCE or _GONE.search(sentence.plain):
        return True
    if sentence.words & {"fiets", "fietsen"} and not _codes_in(sentence.folded):
        return True
    open_end = {"alleen", "wel", "maar"} & sentence.words
    return _NONE.search(sentence.folded) is not None and not open_end and _DONE.search(sentence.folded) is not None


def _listed(sentence: Sentence) -> list[str]:
    """Give the categories that stand right beside the word: "rijbewijs B en BE"."""
    found = [*_LIST.finditer(sentence.folded), *_BEFORE.finditer(sentence.folded)]
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
