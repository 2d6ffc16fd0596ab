"""Brings a database to the newest schema: `python -m storage.migrate`, with the address on standard input.

Alembic costs time and memory, so it is only loaded when there is work, and by who serves for months not at all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import HalloWerkError
from bot.text import _, pack, unpack_text
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError, no_words

if TYPE_CHECKING:
    from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


def newest() -> str:
    """Give the newest revision: migrations are numbered, and their files begin with the number."""
    return max(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def migrate_apart(engine: Engine) -> bool:
    """Do as `migrate` does, in a process of its own: the 10 MB that it takes go with it."""
    if not is_behind(engine):
        return False
    done = subprocess.run(
        [sys.executable, "-P", "-m", "storage.migrate"],  # ours, wherever this was started
        input=engine.url.render_as_string(hide_password=False),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.stdout:
        raise StoreError(unpack_text(json.loads(done.stdout)))
    done.check_returncode()
    return True


def migrate(engine: Engine) -> bool:
    """Apply what is missing; tell whether anything was. Safe when several processes start at once.

    Raises `StoreError` when the database cannot, or is of a newer version than this program.
    """
    if not is_behind(engine):
        return False
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


def is_behind(engine: Engine) -> bool:
    """Tell whether a migration is missing. Raises `StoreError` when the database is of a newer version than we."""
    held = current(engine)
    if held is not None and held > newest():
        raise StoreError(
            _(
                # staff: who installs the product reads this
                "Deze database is van een nieuwere versie. Installeer de nieuwste HalloWerk Chat."
            )
        )
    return held != newest()


def current(engine: Engine) -> str | None:
    """Give the revision of a database; None before the first, and when it does not answer."""
    try:
        with engine.connect() as connection:
            return connection.execute(text("select version_num from alembic_version")).scalar()
    except SQLAlchemyError:
        return None  # no table yet; a database that cannot be reached says so when it is migrated


def _main() -> int:
    """Migrate the database whose address comes in; an error goes out as a sentence."""
    store = Store(sys.stdin.read(), Seal(bytes(KEY_BYTES)))  # nothing is sealed here: the schema holds no words
    try:
        migrate(store.engine)
    except HalloWerkError as error:
        sys.stdout.write(json.dumps(pack(error.sentence)))
        return 1
    finally:
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(_main())
