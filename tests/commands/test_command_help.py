"""What a newcomer reads who asks how, and what a wrong word gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.process import hallowerk

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("run", "invite", "vacancies", "status", "chat", "understand", "replay")


def test_the_help_names_each_command_and_how_to_begin(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "--help")
    assert done.returncode == 0
    assert all(f"    {name}" in done.stdout for name in COMMANDS)
    assert "Voorbeelden:\n  hallowerk run\n" in done.stdout


@pytest.mark.parametrize(
    "words",
    [*((name,) for name in COMMANDS), ("invite", "jobseeker"), ("invite", "revoke"), ("vacancies", "import")],
    ids="-".join,
)
def test_each_command_explains_itself_with_an_example(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = hallowerk(tmp_path, *words, "--help")
    assert done.returncode == 0
    assert f"hallowerk {' '.join(words)}" in done.stdout.partition("Voorbeelden:")[2]
    assert done.stdout.startswith("Zo schrijf je het: hallowerk")
    assert not any(tmp_path.iterdir()), "asking how makes nothing"


@pytest.mark.parametrize(
    "words", [(), ("onzin",), ("invite",), ("invite", "koning"), ("replay",), ("run", "--snel"), ("invite", "revoke")]
)
def test_a_wrong_word_is_wrongly_asked(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = hallowerk(tmp_path, *words)
    assert (done.returncode, done.stdout) == (2, "")
    usage, *_more, sentence = done.stderr.splitlines()
    assert usage.startswith("Zo schrijf je het: hallowerk")
    assert sentence.startswith("hallowerk: Dit begrijp ik niet. Kijk hoe het moet met: hallowerk")
    assert "usage" not in done.stderr
