"""Employers read a field of V4 only with a yes that holds, for exactly what is answered, where it may be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.consent import Answer
from bot.domain.fields import Field, FieldConsent, Shows, holds, refused, withdrawn
from bot.domain.profile import ABILITIES, Hours, Occupation, Place, Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXT = "laat-zien-1"
PROFILE = Profile((Occupation("u", "kok", "5120"),), Hours(24, 32), Place("3531", "Utrecht"))

answers = st.dictionaries(st.sampled_from(Field), st.booleans())
policies = st.frozensets(st.sampled_from(Field))
said = st.lists(st.tuples(st.sampled_from(Field), st.sampled_from(Answer))).map(
    lambda held: tuple(FieldConsent(about, answer, NOW, TEXT) for about, answer in held)
)


def saying(held: Mapping[Field, bool]) -> Profile:
    body = tuple((name, held[Field(name)]) for name in ABILITIES if Field(name) in held)
    return replace(PROFILE, ability=body, register=held.get(Field.REGISTER))


@given(answers, said, policies)
def test_what_is_read_is_answered_agreed_and_allowed(
    held: dict[Field, bool], rows: tuple[FieldConsent, ...], allowed: frozenset[Field]
) -> None:
    shows = Shows(saying(held), rows, allowed)
    last = {row.about: row.answer for row in rows}
    wanted = {(about, can) for about, can in held.items() if about in allowed and last.get(about) is Answer.GIVEN}
    assert set(shows.lines) == wanted
    assert set(shows.known) == set(shows.lines) | set(shows.hidden)
    assert not set(shows.lines) & set(shows.hidden)
    assert [about for about, _can in shows.known] == [about for about in Field if about in dict(shows.known)]


@given(answers, said, policies)
def test_what_is_not_read_changes_nothing(
    held: dict[Field, bool], rows: tuple[FieldConsent, ...], allowed: frozenset[Field]
) -> None:
    shows = Shows(saying(held), rows, allowed)
    read = {about for about, _can in shows.lines}
    flipped = {about: can if about in read else not can for about, can in held.items()}
    assert Shows(saying(flipped), rows, allowed).lines == shows.lines
    assert Shows(saying({about: held[about] for about in read}), rows, allowed).lines == shows.lines


@given(answers, answers, said, policies)
def test_a_yes_never_passes_to_another_answer(
    held: dict[Field, bool], other: dict[Field, bool], rows: tuple[FieldConsent, ...], allowed: frozenset[Field]
) -> None:
    before = Shows(saying(held), rows, allowed)
    after = before.agreed_anew(saying(other), NOW)
    assert set(after.lines) <= set(before.lines)
    back = after.agreed_anew(saying(held), NOW)
    changed = {about for about, can in held.items() if other.get(about) is not can}
    assert not {about for about, _can in back.lines} & changed
    assert after.rows[: len(rows)] == rows
    assert {row.answer for row in after.rows[len(rows) :]} <= {Answer.WITHDRAWN}


@given(answers, policies, st.sampled_from(Field), st.booleans())
def test_only_a_line_that_is_there_is_given(
    held: dict[Field, bool],
    allowed: frozenset[Field],
    about: Field,
    can: bool,  # noqa: FBT001 - Hypothesis fills it in
) -> None:
    shows = Shows(saying(held), (), allowed)
    if about in allowed and held.get(about) is can:
        given_now = shows.given((about, can), NOW, TEXT)
        assert Shows(shows.profile, (given_now,), allowed).lines == ((about, can),)
    else:
        with pytest.raises(ValueError, match="there"):
            shows.given((about, can), NOW, TEXT)


def test_of_nobody_nothing_is_read() -> None:
    yes = FieldConsent(Field.LIFT, Answer.GIVEN, NOW, TEXT)
    assert Shows(None, (yes,), frozenset(Field)).known == ()


def test_the_last_answer_counts() -> None:
    yes = FieldConsent(Field.LIFT, Answer.GIVEN, NOW, TEXT)
    assert holds((yes,), Field.LIFT)
    assert not holds((yes,), Field.STAND)
    assert not holds((yes, refused(Field.LIFT, NOW, TEXT)), Field.LIFT)
    back = withdrawn((yes,), Field.LIFT, NOW + timedelta(days=1), "niet-meer-1")
    assert back
    assert not holds((yes, back), Field.LIFT)
    assert withdrawn((yes, back), Field.LIFT, NOW, "niet-meer-1") is None
    assert holds((yes, back, yes), Field.LIFT)
