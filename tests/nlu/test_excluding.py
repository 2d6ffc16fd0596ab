"""Which wording keeps people out, and which only looks like it: `excluding_in.txt` and `excluding_out.txt`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.excluding import GROUNDS, Excluding, excluding, explained
from bot.nlu.plain import faults
from bot.translate import render
from language.plain_dutch import ease

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


IN = [
    (sentence, set(grounds.replace("mother tongue", "mother_tongue").split()))
    for sentence, _to, grounds in (line.partition(" => ") for line in lines("excluding_in.txt"))
]
OUT = lines("excluding_out.txt")


def grounds_of(text: str) -> set[str]:
    return {found.ground.replace(" ", "_") for found in excluding(text)}


@pytest.mark.parametrize(("sentence", "grounds"), IN, ids=[sentence for sentence, _ in IN])
def test_what_keeps_people_out_is_found(sentence: str, grounds: set[str]) -> None:
    assert grounds_of(sentence) == grounds


@pytest.mark.parametrize("sentence", OUT)
def test_what_only_looks_like_it_is_left_alone(sentence: str) -> None:
    assert excluding(sentence) == ()


def test_the_figure(capsys: pytest.CaptureFixture[str]) -> None:
    right = sum(grounds_of(sentence) == grounds for sentence, grounds in IN)
    quiet = sum(not excluding(sentence) for sentence in OUT)
    with capsys.disabled():
        sys.stdout.write(f"\nexcluding wording: {right} of {len(IN)} found, {quiet} of {len(OUT)} others left alone\n")
    assert len(IN) + len(OUT) >= 150
    assert {ground for _, grounds in IN for ground in grounds} == {ground.replace(" ", "_") for ground in GROUNDS}


@pytest.mark.parametrize("before", ["Wij zijn een jong bedrijf. ", "Man of vrouw, iedereen is welkom.\n"])
def test_a_harmless_sentence_hides_none_that_is_not(before: str) -> None:
    assert grounds_of(f"{before}Je bent fysiek gezond.\nMax 30 jaar") == {"health", "age"}


def test_it_says_which_words_as_they_were_written() -> None:
    (found,) = excluding("Kok gezocht.\nNative Speaker, graag!")
    assert found == Excluding("mother tongue", "Native Speaker")
    assert "Speaker" not in repr(found)
    assert render(explained(found), "nl") == (
        "Hier staat: “Native Speaker”.\n"
        "Je mag niet vragen met welke taal iemand is opgegroeid.\n"
        "Schrijf hoe goed iemand Nederlands moet spreken."
    )


@pytest.mark.parametrize("ground", GROUNDS)
def test_each_explanation_is_plain(ground: str) -> None:
    said = render(explained(Excluding(ground, "deze woorden")), "nl")
    assert faults(said) == []
    assert ease(said) > 50


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for found in excluding(text):
        assert found.words in text
