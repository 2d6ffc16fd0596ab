"""Which engine understands words here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.opening import AMSTERDAM
from bot.nlu.engine import Embedded
from bot.nlu.vocabulary_sources import vocabulary
from bot.trained import model

if TYPE_CHECKING:
    from datetime import date

    from bot.config import Settings
    from bot.nlu.parse import Engine


def engine_of(settings: Settings) -> Engine:
    """Give a Rasa server where its address is set, with the embedded engine behind it; else the embedded engine."""
    vocabulary()  # counted now: nobody waits for it, and what the counting took is used again
    classifier = model(settings.data_dir)
    if settings.rasa_url is None:
        return Embedded(_today, classifier)
    from bot.rasa_client import Rasa  # noqa: PLC0415 - the client is only loaded where it is used

    return Rasa(settings.rasa_url, settings.rasa_token, _today, classifier)


def _today() -> date:
    return datetime.now(AMSTERDAM).date()
