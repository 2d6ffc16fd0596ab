"""What somebody wants with one of their contacts, and in which words they say with whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.contact import wanted_of_contact
from bot.nlu.sentence import Sentence

LINES = [
    [part.strip() for part in line.split("=>")]
    for line in (Path(__file__).parent / "contact.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("what", "whom", "text"), LINES)
def test_what_is_wanted_of_a_contact_is_heard_and_nothing_else(what: str, whom: str, text: str) -> None:
    found = wanted_of_contact(Sentence.of(text))
    assert (found.what, found.whom) == (what, whom) if found else what == "-"
