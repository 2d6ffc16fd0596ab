"""Who takes part in `make bench`: one function a row. Those with heavy imports play in a process of their own."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

import web_latency
from measure import disk_folder, in_a_process
from table import Contender

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measure import Figures


def ours() -> Figures:
    """100 people tell their whole profile; every turn is durable (SQLite, FULL) before the next."""
    return in_a_process("ours.py")


def aiogram_everysec() -> Figures:
    """100 people; Redis may lose the last second."""
    return in_a_process("peer_aiogram.py", "--appendfsync", "everysec")


def aiogram_always() -> Figures:
    """100 people; Redis flushes each write."""
    return in_a_process("peer_aiogram.py", "--appendfsync", "always")


def ptb_each_change() -> Figures:
    """1,000 people; the library's default, and a flush at each update."""
    return in_a_process("peer_ptb.py")


def ptb_once_a_turn() -> Figures:
    """1,000 people; only the flush at each update writes."""
    return in_a_process("peer_ptb.py", "--on-flush")


def parse() -> Figures:
    """One sentence after the other through the embedded engine alone."""
    return in_a_process("parse.py")


CONTENDERS = [
    Contender("ours, SQLite FULL", ours),
    Contender("aiogram, Redis everysec", aiogram_everysec),
    Contender("aiogram, Redis always", aiogram_always),
    Contender("PTB, pickle flushed", ptb_each_change),
    Contender("PTB, pickle flushed, one write a turn", ptb_once_a_turn),
    Contender("ours, running product", web_latency.one_round),
    Contender("ours, one sentence understood", parse),
]

REFERENCE = CONTENDERS[0].name
"""The row that the others are measured against."""


VACANCIES = 10_000


@contextlib.contextmanager
def finding(people: int) -> Iterator[list[Contender]]:
    """Give who finds people for a vacancy and vacancies for a person, on one database that the first round makes."""
    with disk_folder() as folder:
        find = partial(in_a_process, "matching.py", "--folder", folder, "--people", str(people))
        yield [
            Contender(f"1 vacancy, {people:,} people", partial(find, "--find", "people")),
            Contender(f"1 person, {VACANCIES:,} vacancies", partial(find, "--find", "vacancies")),
        ]
