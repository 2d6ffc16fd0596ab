"""Rows that are there once: who adds one a second time leaves the first as it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Insert, Table


@cache
def add_once(table: Table, dialect: str) -> Insert:
    """Give the insert for such a row, in the words of the database that is used: SQL has none of its own.

    A dialect is only loaded where it is used: PostgreSQL's costs 2 MB.
    """
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - see above

        return postgresql.insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - see above

    return sqlite.insert(table).on_conflict_do_nothing()
