"""Consent piece by piece: in order, each with its own yes, and withdrawn with all that rests on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.consent import NEEDS, Answer, Consent, Piece, answered, holds, may_be_asked

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def rows_of(*said: tuple[Piece, Answer]) -> tuple[Consent, ...]:
    rows: tuple[Consent, ...] = ()
    for number, (piece, answer) in enumerate(said):
        rows = answered(rows, Consent(piece, answer, AT + timedelta(minutes=number), "1"))
    return rows


def given_of(*pieces: Piece) -> tuple[Consent, ...]:
    return rows_of(*((piece, Answer.GIVEN) for piece in pieces))


def test_pieces_come_in_their_order() -> None:
    rows = given_of(Piece.CONVERSATION)
    assert [piece for piece in Piece if may_be_asked(rows, piece)] == [
        Piece.CONVERSATION,
        Piece.FIRST_NAME,
        Piece.MESSAGE,
    ]
    rows = given_of(Piece.CONVERSATION, Piece.FIRST_NAME)
    assert may_be_asked(rows, Piece.PHONE)
    assert not may_be_asked(rows, Piece.FILE)
    assert may_be_asked(given_of(Piece.CONVERSATION, Piece.FIRST_NAME, Piece.EMAIL), Piece.FILE)
    with pytest.raises(ValueError, match="before it"):
        given_of(Piece.PHONE)


def test_a_no_is_kept_and_a_later_yes_counts() -> None:
    rows = rows_of((Piece.CONVERSATION, Answer.GIVEN), (Piece.FIRST_NAME, Answer.REFUSED))
    assert not holds(rows, Piece.FIRST_NAME)
    rows = answered(rows, Consent(Piece.FIRST_NAME, Answer.GIVEN, AT, "2"))
    assert holds(rows, Piece.FIRST_NAME)
    assert [row.version for row in rows] == ["1", "1", "2"]


def test_withdrawing_takes_along_what_rests_on_it() -> None:
    rows = given_of(*Piece)
    rows = answered(rows, Consent(Piece.FIRST_NAME, Answer.WITHDRAWN, AT, "1"))
    assert [piece for piece in Piece if holds(rows, piece)] == [Piece.CONVERSATION, Piece.MESSAGE]
    left = {Piece.CONVERSATION, Piece.MESSAGE}
    assert {row.piece for row in rows if row.answer is Answer.WITHDRAWN} == set(Piece) - left
    rows = answered(rows, Consent(Piece.FIRST_NAME, Answer.GIVEN, AT, "1"))
    assert not holds(rows, Piece.PHONE)
    with pytest.raises(ValueError, match="withdrawn"):
        answered(rows, Consent(Piece.PHONE, Answer.WITHDRAWN, AT, "1"))


@given(st.lists(st.tuples(st.sampled_from(Piece), st.sampled_from(Answer)), max_size=30))
def test_nothing_holds_without_its_own_yes_and_the_yes_before_it(said: list[tuple[Piece, Answer]]) -> None:
    rows: tuple[Consent, ...] = ()
    for number, (piece, answer) in enumerate(said):
        row = Consent(piece, answer, AT + timedelta(minutes=number), "1")
        try:
            after = answered(rows, row)
        except ValueError:
            continue
        assert after[: len(rows)] == rows
        rows = after
        for each in Piece:
            last = [held for held in rows if held.piece is each][-1:]
            before = not NEEDS[each] or any(holds(rows, need) for need in NEEDS[each])
            assert holds(rows, each) == (before and bool(last) and last[0].answer is Answer.GIVEN)
            assert holds(rows, each) or not last or last[0].answer is not Answer.GIVEN
