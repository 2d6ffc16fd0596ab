"""Whom of several contacts words mean: never one that is not named, and never a guess among several."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import NOW
from test_pointing import ANIMALS, BREAD, CLEAN, NOT_SHOWN, moment

from bot.dialogs.contact.whom import chosen, is_nobody, meant
from bot.dialogs.facts import Talk
from bot.dialogs.jobs.naming import names_of
from bot.domain.contact import Between, Side, ask

NOW_THERE = moment(())
FIRST, SECOND, THIRD = (
    Talk(
        str(at) * 32,
        replace(ask(Between("1" * 32, str(at) * 32, each.vacancy.id), Side.EMPLOYER, NOW), accepted_at=NOW),
        "Heldere Boot",
        each.vacancy,
    )
    for at, each in enumerate((ANIMALS, BREAD, CLEAN), 2)
)
TALKS = (FIRST, SECOND, THIRD)
UNNAMED = names_of(NOT_SHOWN.vacancy) - {name for each in TALKS for name in names_of(each.vacancy)}


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        *(("voor de bakkerij", (SECOND,)), ("die van Zeist", (FIRST,)), ("Zorggroep Noord graag", (FIRST,))),
        *(("bakerij zon", (SECOND,)), ("de tweede", (SECOND,)), ("de derde", (THIRD,)), ("schoonmaker", (THIRD,))),
        *(("voor de kok", ()), ("allebei", ()), ("haar", ()), ("ja", ()), ("2", ()), ("de vierde", ())),
        *(("ik kom met de bakker", ()), ("voor de bakker of voor Helder", ()), ("niet de bakker", ())),
    ],
)
def test_whom_words_choose(text: str, talks: tuple[Talk, ...]) -> None:
    assert chosen(text, TALKS, NOW_THERE) == talks


def test_both_is_two_and_somebody_is_the_only_one() -> None:
    assert chosen("voor allebei", (FIRST, SECOND), NOW_THERE) == (FIRST, SECOND)
    assert chosen("voor haar", (FIRST,), NOW_THERE) == (FIRST,)
    assert chosen("ja", (FIRST,), NOW_THERE) == ()
    assert is_nobody("voor niemand")
    assert not is_nobody("voor")


AROUND = st.lists(
    st.sampled_from("voor de die van bij ja graag doe maar in Zeist bakker Helder Zon".split()), max_size=4
)


@given(AROUND.map(" ".join), st.sampled_from(sorted(UNNAMED)), AROUND.map(" ".join))
def test_a_name_that_is_none_of_theirs_chooses_nobody(before: str, name: str, behind: str) -> None:
    text = f"{before} {name} {behind}"
    assert meant(text, TALKS, NOW_THERE) == chosen(text, TALKS, NOW_THERE) == ()
