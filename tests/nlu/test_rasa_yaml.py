"""The loader of Rasa's YAML: what is marked, what is a list, and what to do when a file is wrong."""

from __future__ import annotations

import pytest

from bot.nlu.rasa_yaml import DataError, Marked, read

FILE = """
version: "3.1"
nlu:
  - intent: inform
    examples: |
      - ik wil [24 uur](hours) in [Utreg]{"entity": "place", "value": "Utrecht"}
      # a remark
      - kok
  - synonym: Utrecht
    examples: |
      - Utreg
      - Utrech
  - lookup: about_talk
    examples: |
      - praten
"""


def test_marks_are_taken_out_and_lie_where_they_stood() -> None:
    data = read([("a.yml", FILE)])
    first, second = data.examples
    assert (first.intent, first.text) == ("inform", "ik wil 24 uur in Utreg")
    assert first.marked == (Marked("hours", 7, 13, "24 uur"), Marked("place", 17, 22, "Utrecht"))
    assert first.text[17:22] == "Utreg"
    assert (second.text, second.marked) == ("kok", ())
    assert data.synonyms == {"Utrecht": ("Utreg", "Utrech")}
    assert data.lookups == {"about_talk": ("praten",)}


def test_lists_of_several_files_are_put_together() -> None:
    assert read([("a.yml", FILE), ("b.yml", FILE)]).lookups == {"about_talk": ("praten", "praten")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nlu: [", "a.yml"),
        ("version: '2.0'\nnlu: []", "version"),
        ("version: '3.1'", "nlu"),
        ("version: '3.1'\nnlu:\n  - intent: stop\n    examples: |\n      stop ermee", "stop ermee"),
        ("version: '3.1'\nnlu:\n  - intent: stop", "dash"),
        ('version: "3.1"\nnlu:\n  - intent: stop\n    examples: |\n      - [a]{"x": "y"}', "mark"),
    ],
)
def test_a_wrong_file_says_which_and_what(text: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        read([("a.yml", text)])
    assert "a.yml" in str(raised.value)
    assert said in str(raised.value)
