"""Every command in the README works: the quick ones are run, those of make are held to the Makefile."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^    (\S.*)$", README, re.MULTILINE)
INLINE = re.findall(r"`(hallowerk [^`]+)`", README)
TARGETS = sorted(set(re.findall(r"`(make [a-z]+)`", README)) | {line for line in BLOCKS if line.startswith("make ")})


def hallowerk(command: str, folder: Path, said: str = "") -> subprocess.CompletedProcess[str]:
    given = shlex.split(command.replace("tests/conversations/*.md", _story()))
    program = next(number for number, word in enumerate(given) if word.endswith("hallowerk"))
    settings, words = dict(word.split("=", 1) for word in given[:program]), given[program:]
    environ = {
        **os.environ,
        **settings,
        "HALLOWERK_DATA_DIR": str(folder / "data"),
        "HALLOWERK_GEMEENTE": str(ROOT / "gemeente.toml"),
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *words[1:]],
        cwd=folder,
        env={**environ, "PYTHONPATH": str(ROOT)},
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _story() -> str:
    return str(min((ROOT / "tests" / "conversations").glob("*.md")))


@pytest.mark.parametrize("command", [command for command in [*BLOCKS, *INLINE] if "hallowerk" in command])
def test_each_command_runs(command: str, tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    if "status" in command:
        hallowerk("hallowerk invite list", tmp_path)  # there is a database to tell about
    done = hallowerk(command, tmp_path, "24 uur\n" if "understand" in command else "")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", TARGETS)
def test_each_make_target_exists(command: str) -> None:
    target = command.split()[1]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_table_of_settings_is_complete() -> None:
    read = set(
        re.findall(r'"((?:HALLOWERK|TELEGRAM)_[A-Z_]+)"', (ROOT / "bot" / "config.py").read_text(encoding="utf-8"))
    )
    told = set(re.findall(r"(?:HALLOWERK|TELEGRAM)_[A-Z_]+", README))
    assert read - told == set()


def test_each_file_and_folder_it_names_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    assert [link for pair in links for link in pair if link and not (ROOT / link).exists()] == []
