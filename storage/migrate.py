"""Brings a database to the newest schema. Alembic costs the start, so it is imported only when there is work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.text import _
from storage.store import StoreError, no_words

if TYPE_CHECKING:
    from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


def newest() -> str:
    """Give the newest revision: migrations are numbered, and their files begin with the number."""
    return max(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def migrate(engine: Engine) -> bool:
    """Apply what is missing; tell whether anything was. Safe when several processes start at once.

    Raises `StoreError` when the database cannot, or is of a newer version than this program.
    """
    held = current(engine)
    if held == newest():
        return False
    if held is not None and held > newest():
        raise StoreError(
            _(
                # staff: who installs the product reads this
                "Deze database is van een nieuwere versie. Installeer de nieuwste HalloWerk Chat."
            )
        )
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with no_words(), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("set local lock_timeout = 0"))  # another process may be migrating for a while
            connection.execute(text("select pg_advisory_xact_lock(hashtext('hallowerk migrations'))"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return True


def current(engine: Engine) -> str | None:
    """Give the revision of a database; None before the first, and when it does not answer."""
    try:
        with engine.connect() as connection:
            return connection.execute(text("select version_num from alembic_version")).scalar()
    except SQLAlchemyError:
        return None  # no table yet; a database that cannot be reached says so when it is migrated
