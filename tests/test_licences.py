"""Where the data comes from: every file of it is named, with its terms."""

from __future__ import annotations

from pathlib import Path

import bot.data

DATA = Path(bot.data.__file__).parent


def test_every_file_of_data_is_named_with_its_terms() -> None:
    named = (DATA / "LICENCES.md").read_text(encoding="utf-8")
    files = [file.name for file in DATA.iterdir() if file.suffix in {".csv", ".txt"}]
    assert files
    assert not [name for name in files if f"`{name}`" not in named]
