"""`hallowerk status`: whether all works, in counts that tell nothing about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.app import open_store
from bot.commands.telling import tell
from bot.config import Settings, read_gemeente
from bot.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping


def run(_options: Namespace, environ: Mapping[str, str]) -> int:
    """Print the state; 1 when messages could not be sent."""
    settings = Settings.from_environment(environ)
    gemeente = read_gemeente(settings.gemeente_file)
    store = open_store(settings)
    try:
        counted = store.read(lambda unit: unit.outbox.counted())
    finally:
        store.close()
    waiting = sum(count for (status, _error), count in counted.items() if status == "waiting")
    dead = {error or "?": count for (status, error), count in counted.items() if status == "dead"}
    on = _("staat aan") if settings.telegram_token else _("staat uit")
    tell(_("Gemeente: {name}", name=gemeente.name))
    tell(_("Database: werkt"))
    tell(_("Telegram: {state}", state=on))
    tell(_("Berichten die nog wachten: {n}", n=waiting))
    tell(_("Berichten die niet aankwamen: {n}", n=sum(dead.values())))
    for error, count in sorted(dead.items()):
        tell(_("  {why}: {n}", why=error, n=count))
    return 1 if dead else 0
