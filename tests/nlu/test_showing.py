"""What somebody says about what employers may read of the five fields: `showing.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.fields import wanted_of_fields
from bot.nlu.sentence import Sentence

LINES = [
    tuple(line.split(" => "))
    for line in (Path(__file__).parent / "showing.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]


@pytest.mark.parametrize(("sentence", "meant"), LINES, ids=[sentence for sentence, _ in LINES])
def test_what_is_wanted(sentence: str, meant: str) -> None:
    found = wanted_of_fields(Sentence.of(sentence))
    if found is None:
        told = "-"
    elif found.about is None:
        told = "all"
    else:
        told = f"{found.about.value} {'show' if found.shown else 'hide'}"
    assert told == meant
