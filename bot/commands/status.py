"""`hallowerk status`: whether all works, in counts of messages that tell nothing about a person (V2)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.telling import tell
from bot.config import Settings, read_gemeente
from bot.text import Text, _, _n
from storage.migrate import current, newest
from storage.sealing import KEY_BYTES, Seal, key_from
from storage.store import Store

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from datetime import timedelta

_HOUR, _DAY = 60, 24 * 60


def run(_options: Namespace, environ: Mapping[str, str]) -> int:
    """Print the state, and change nothing; 1 when something asks for attention. Raises `HalloWerkError`."""
    settings = Settings.from_environment(environ)
    tell(_("Gemeente: {name}", name=read_gemeente(settings.gemeente_file).name))
    tell(_("Telegram: {state}", state=_("staat aan") if settings.telegram_token else _("staat uit")))
    if settings.database_url.startswith("sqlite:///") and not _file_is_there(settings):
        tell(_("Database: is er nog niet. Start de chat met: hallowerk run"))
        return 1
    store = Store(settings.database_url, _seal(settings))
    try:
        return _tell(store)
    finally:
        store.close()


def _file_is_there(settings: Settings) -> bool:
    return Path(settings.database_url.removeprefix("sqlite:///").partition("?")[0]).is_file()


def _seal(settings: Settings) -> Seal:
    """Give the seal, and make no key: where there is none, the database cannot hold anything sealed by us either."""
    has_key = settings.key or (settings.data_dir / "key").exists()
    return Seal(key_from(settings.key, settings.data_dir) if has_key else bytes(KEY_BYTES))


def _tell(store: Store) -> int:
    store.ping()
    tell(_("Database: werkt"))
    if current(store.engine) != newest():
        tell(_("Tabellen: niet de nieuwste. Start de chat opnieuw, dan komen die vanzelf."))
        return 1
    tell(_("Tabellen: de nieuwste"))
    store.check_key()
    counted, backlog = store.read(lambda unit: (unit.outbox.counted(), unit.outbox.backlog()))
    dead = {error or "?": count for (status, error), count in counted.items() if status == "dead"}
    tell(_("Berichten die nog wachten: {n}", n=backlog.count))
    if backlog.oldest:
        tell(_("  Het oudste wacht: {age}", age=_age(datetime.now(UTC) - backlog.oldest)))
    tell(_("Berichten die niet aankwamen: {n}", n=sum(dead.values())))
    for error, count in sorted(dead.items()):
        tell(_("  {why}: {n}", why=error, n=count))
    stuck = store.read(lambda unit: unit.dues.stuck())
    tell(_("Dingen die vanzelf moeten gebeuren en niet lukken: {n}", n=sum(stuck.values())))
    for why, count in sorted((f"{kind} {error}", count) for (kind, error), count in stuck.items()):
        tell(_("  {why}: {n}", why=why, n=count))
    kept_out = store.read(lambda unit: unit.topics.troubles())
    if kept_out:
        tell(_("Gesprekken die niet in de groep op Telegram kunnen: {n}", n=sum(kept_out.values())))
    for why, count in sorted(kept_out.items()):
        tell(_("  {why}: {n}", why=why, n=count))
    return 1 if dead or stuck or kept_out else 0


def _age(age: timedelta) -> Text:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < _HOUR:
        return _n("1 minuut", "{n} minuten", n=minutes)
    if minutes < 2 * _DAY:
        return _("{n} uur", n=minutes // _HOUR)
    return _("{n} dagen", n=minutes // _DAY)
