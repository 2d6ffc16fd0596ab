"""What is made once and kept in the environment: it belongs to the code, and goes away with the environment."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ENVIRONMENT = Path(sys.prefix) / "share" / "hallowerk"
"""The first place to keep such a thing."""


def keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, whoever else does the same now.

    Raises OSError where nothing can be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=file.stem, suffix=".draft", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
        Path(draft).replace(file)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
