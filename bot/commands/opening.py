"""How a command opens the database: with the key that belongs to it, and closed again afterwards."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.app import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.config import Settings
    from storage.store import Store


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """Open the database. Raises `HalloWerkError` when it does not answer, or was sealed with another key."""
    store = open_store(settings)
    try:
        store.check_key()
        yield store
    finally:
        store.close()
