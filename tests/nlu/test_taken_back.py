"""What somebody takes back while they write: only what is meant instead counts, and nothing else is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.asked import ASKED
from bot.nlu.engine import parse_sentence
from bot.nlu.sentence import Sentence
from bot.nlu.taken_back import taken_back

TODAY = date(2026, 11, 24)
PIECES = st.sampled_from(
    "ik wil 24 20 uur , . nee wacht sorry bedoel maandag dinsdag en Utrecht Zeist B AM geen niet ook 😀 İ é".split()
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20 uur, nee wacht, 24 uur want anders red ik het niet", "24 uur want anders red ik het niet"),
        ("24, nee, 32 uur", "32 uur"),
        ("16 uur. nee sorry het moet 20 uur zijn", "20 uur zijn"),
        ("ik heb vijf jaar gewerkt, of nee, zes jaar", "ik heb zes jaar gewerkt"),
        ("ik begin per 1 februari, nee sorry, 15 februari", "ik begin per 15 februari"),
        ("ik woon in Utrecht, sorry ik bedoel Zeist", "ik woon in Zeist"),
        ("maandag en dinsdag, nee wacht, woensdag en donderdag", "woensdag en donderdag"),
        ("2 jaar ervaring, 24 uur, nee wacht, 3 jaar", "3 jaar ervaring, 24 uur"),
        ("rijbewijs B, foutje, AM", "rijbewijs AM"),
        ("morgen, nee overmorgen", "overmorgen"),
        ("i want 20 hours, no wait, 24 hours", "i want 24 hours"),
        ("16 tot 20 uur, nee 24", "24 uur"),
        ("40 uur, nee wacht, 32, vrijdag wil ik vrij", "32 uur, vrijdag wil ik vrij"),
        ("16 tot 20, nee 20 tot 24", "20 tot 24"),
        ("20 uur? nee 16 uur", "16 uur"),
    ],
)
def test_what_is_meant_instead_stands_in_its_place(written: str, meant: str) -> None:
    assert taken_back(Sentence.of(written)).sentence.raw == meant


@pytest.mark.parametrize(
    "written",
    [
        "maandag nee, dinsdag ja",
        "maandag, dinsdag en vrijdag, o nee vrijdag niet",
        "ik kan niet op maandag, sorry. dinsdag wel",
        "ik heb geen auto, nee, ik fiets",
        "geen nachtdienst, nee, avond wel",
        "nee geen 16, ik bedoel 26 uur",
        "20 uur, nee wacht, 3 dagen",
        "nee sorry, 24 uur",
        "ik wacht op maandag",
        "24 uur, nee",
        "rijbewijs B, nee C is te duur",
        "ik woon in Utrecht, sorry Amsterdam is te ver",
        "ik woon in Zeist. Nee, Utrecht is te ver",
        "Turks en Nederlands, sorry, Engels kan ik niet",
        "maandag en woensdag, nee vrijdag kan ik niet",
        "schoonmaker, nee kok vind ik niks",
        "24 uur, sorry, 40 uur is me te zwaar",
        "zitten, nee staan",
    ],
)
def test_nothing_is_taken_back_where_it_is_not_clear(written: str) -> None:
    assert not taken_back(Sentence.of(written)).moved


def test_the_value_stands_where_it_was_written() -> None:
    text = "ik woon in Utrecht, nee sorry, Zeist, en ik wil 24 uur"
    place, hours = parse_sentence(text, TODAY).entities
    assert (text[place.start : place.end], place.value["name"]) == ("Utrecht, nee sorry, Zeist", "Zeist")
    assert text[hours.start : hours.end] == "24 uur"


def test_an_answer_counts_as_it_is_corrected() -> None:
    found = ASKED["hours"](Sentence.of("20, nee wacht, 24"), TODAY)
    assert found is not None
    assert found.value == {"min": 24, "max": 24}


def test_who_takes_back_what_is_not_clear_is_asked() -> None:
    found = ASKED["first_name"](Sentence.of("ik heet Ali, nee wacht, Aley"), TODAY)
    assert found is not None
    assert found.unsure


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_what_is_taken_back_never_adds_a_word(text: str) -> None:
    kept = taken_back(Sentence.of(text))
    assert kept.sentence.words <= Sentence.of(text).words
    for start, end, before, end_before in kept.moved:
        assert 0 <= start <= end <= len(kept.sentence.raw)
        assert 0 <= before < end_before <= len(text)
