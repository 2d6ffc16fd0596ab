"""A contact: who can do what when, and what each side can see of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.contact import (
    VALID,
    Act,
    Between,
    ContactRequest,
    Phase,
    Side,
    Why,
    answer_due,
    ask,
    happens,
    is_silent,
    may_pass,
    phase_at,
    said,
)
from bot.domain.contact_seen import (
    Bounds,
    Refused,
    Seen,
    is_listed,
    seen_by_employer,
    why_not,
)
from bot.domain.opening import AMSTERDAM, Opening, Span, after_open_days

if TYPE_CHECKING:
    from collections.abc import Callable

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
DURING, AFTER = AT + DAY, AT + VALID
SAM, ZON, SHOP = "sam", "zon", "shop"
BETWEEN = Between(SAM, ZON, SHOP)
OFFICE = Opening((*(Span(time(9), time(17)),) * 5, None, None), frozenset({date(2026, 12, 25)}))


def asked(by: Side = Side.EMPLOYER) -> ContactRequest:
    return ask(BETWEEN, by, AT)


def then(contact: ContactRequest, act: Act, by: Side, at: datetime = DURING, why: Why | None = None) -> ContactRequest:
    after = happens(contact, act, by, at, why)
    assert after
    return after


def talking(by: Side = Side.EMPLOYER) -> ContactRequest:
    return then(asked(by), Act.ACCEPT, Side.JOBSEEKER if by is Side.EMPLOYER else Side.EMPLOYER)


@pytest.mark.parametrize(
    ("act", "by", "becomes"),
    [
        (Act.ACCEPT, Side.JOBSEEKER, Phase.ACCEPTED),
        (Act.REFUSE, Side.JOBSEEKER, Phase.REFUSED),
        (Act.BLOCK, Side.JOBSEEKER, Phase.BLOCKED),
        (Act.WITHDRAW, Side.EMPLOYER, Phase.WITHDRAWN),
        (Act.ACCEPT, Side.EMPLOYER, None),
        (Act.REFUSE, Side.EMPLOYER, None),
        (Act.BLOCK, Side.EMPLOYER, None),
        (Act.WITHDRAW, Side.JOBSEEKER, None),
        (Act.STOP, Side.JOBSEEKER, None),
        (Act.STOP, Side.EMPLOYER, None),
        (Act.ACCEPT, Side.CHAT, None),
    ],
)
def test_who_was_asked_answers(act: Act, by: Side, becomes: Phase | None) -> None:
    after = happens(asked(), act, by, DURING)
    assert (phase_at(after, DURING) if after else None) is becomes


@pytest.mark.parametrize("by", [Side.JOBSEEKER, Side.EMPLOYER])
@pytest.mark.parametrize(("act", "becomes"), [(Act.STOP, Phase.STOPPED), (Act.BLOCK, Phase.BLOCKED)])
def test_both_can_end_a_conversation(act: Act, by: Side, becomes: Phase) -> None:
    assert phase_at(then(talking(), act, by), DURING) is becomes


def test_a_request_expires_by_itself() -> None:
    assert phase_at(asked(), AFTER - HOUR) is Phase.ASKED
    assert phase_at(asked(), AFTER) is Phase.EXPIRED
    assert happens(asked(), Act.ACCEPT, Side.JOBSEEKER, AFTER) is None
    assert phase_at(talking(), AFTER) is Phase.ACCEPTED


def test_nothing_happens_twice() -> None:
    refused = then(asked(), Act.REFUSE, Side.JOBSEEKER)
    assert happens(refused, Act.REFUSE, Side.JOBSEEKER, DURING) is None
    assert happens(refused, Act.ACCEPT, Side.JOBSEEKER, DURING) is None
    stopped = then(talking(), Act.STOP, Side.EMPLOYER)
    assert [happens(stopped, act, Side.JOBSEEKER, DURING) for act in Act] == [None] * len(Act)


def test_only_the_chat_closes_and_it_says_why() -> None:
    assert happens(asked(), Act.CLOSE, Side.EMPLOYER, DURING, Why.HIDDEN) is None
    assert happens(asked(), Act.CLOSE, Side.CHAT, DURING) is None
    assert happens(asked(), Act.REFUSE, Side.JOBSEEKER, DURING, Why.HIDDEN) is None
    assert phase_at(then(talking(), Act.CLOSE, Side.CHAT, DURING, Why.WORK_FOUND), DURING) is Phase.CLOSED


acts = st.lists(
    st.tuples(
        st.sampled_from(Act), st.sampled_from(Side), st.one_of(st.none(), st.sampled_from(Why)), st.integers(0, 80)
    ),
    max_size=12,
)


@given(st.sampled_from([Side.JOBSEEKER, Side.EMPLOYER]), acts)
def test_messages_pass_only_between_a_yes_of_who_was_asked_and_the_end(
    by: Side, steps: list[tuple[Act, Side, Why | None, int]]
) -> None:
    contact, at, agreed, over = asked(by), AT, False, False
    for act, side, why, hours in steps:
        at += timedelta(hours=hours)
        after = happens(contact, act, side, at, why)
        if after is not None:
            assert not over or act is Act.WITHDRAW
            agreed = agreed or (act is Act.ACCEPT and side not in {by, Side.CHAT})
            over = over or act is not Act.ACCEPT
            contact = after
        assert may_pass(contact, at) == (agreed and not over)
        for who in Side:
            assert (said(contact, who, at) is not None) == (may_pass(contact, at) and who is not Side.CHAT)
        assert may_pass(contact, at) == (seen_by_employer(contact, at) is Seen.TALKING)


def refuses(contact: ContactRequest, at: datetime) -> ContactRequest:
    return happens(contact, Act.REFUSE, Side.JOBSEEKER, at) or contact


def blocks(contact: ContactRequest, at: datetime) -> ContactRequest:
    return happens(contact, Act.BLOCK, Side.JOBSEEKER, at) or contact


def hides(contact: ContactRequest, at: datetime) -> ContactRequest:
    return happens(contact, Act.CLOSE, Side.CHAT, at, Why.HIDDEN) or contact


def finds_work(contact: ContactRequest, at: datetime) -> ContactRequest:
    return happens(contact, Act.CLOSE, Side.CHAT, at, Why.WORK_FOUND) or contact


@pytest.mark.parametrize("ending", [refuses, blocks, hides, finds_work])
@given(
    when=st.integers(0, 400),
    theirs=st.lists(st.tuples(st.sampled_from(Act), st.integers(0, 400)), max_size=6),
    reaches=st.booleans(),
)
def test_no_and_never_and_hidden_are_the_same_to_an_employer_at_every_instant(
    ending: Callable[[ContactRequest, datetime], ContactRequest],
    when: int,
    theirs: list[tuple[Act, int]],
    *,
    reaches: bool,
) -> None:
    """Two worlds: in one the person does something, in the other nothing. The employer does the same in both."""
    one, other = ask(BETWEEN, Side.EMPLOYER, AT, reaches=reaches), asked()
    moments = {0, when, *(hour for _act, hour in theirs), VALID // HOUR, 450}
    for hour in sorted({near for moment in moments for near in (moment - 1, moment, moment + 1) if near >= 0}):
        at = AT + hour * HOUR
        if hour == when:
            one = ending(one, at)
        for act, their_hour in theirs:
            if their_hour == hour:
                after_one, after_other = (happens(world, act, Side.EMPLOYER, at) for world in (one, other))
                assert (after_one is None) == (after_other is None)
                one, other = after_one or one, after_other or other
        assert seen_by_employer(one, at) is seen_by_employer(other, at)
        assert said(one, Side.EMPLOYER, at) is said(other, Side.EMPLOYER, at) is None
        for bounds in (Bounds(1, 1), Bounds(1, 2), Bounds(2, 1)):
            for wanted in (BETWEEN, Between("mo", ZON, SHOP), Between("mo", ZON, "other")):
                assert why_not([one], wanted, at, bounds) is why_not([other], wanted, at, bounds)
        if at < AFTER and not other.withdrawn_at:
            assert not is_listed([one], SAM, ZON, at)
            assert not is_listed([other], SAM, ZON, at)


def test_an_employer_hears_of_no_contact_at_the_expiry_and_never_before() -> None:
    refused = refuses(asked(), DURING)
    assert seen_by_employer(refused, AFTER - timedelta(microseconds=1)) is Seen.WAITING
    assert seen_by_employer(refused, AFTER) is Seen.NO_CONTACT


def test_how_a_conversation_ended_is_not_told_to_an_employer() -> None:
    ways = [
        then(talking(), Act.STOP, Side.JOBSEEKER),
        then(talking(), Act.BLOCK, Side.JOBSEEKER),
        then(talking(), Act.CLOSE, Side.CHAT, DURING, Why.HIDDEN),
        then(talking(), Act.CLOSE, Side.CHAT, DURING, Why.WORK_FOUND),
    ]
    assert {seen_by_employer(contact, DURING) for contact in ways} == {Seen.ENDED}


def test_a_person_asks_an_employer() -> None:
    wish = asked(Side.JOBSEEKER)
    assert seen_by_employer(wish, DURING) is Seen.TO_ANSWER
    assert seen_by_employer(then(wish, Act.REFUSE, Side.EMPLOYER), DURING) is Seen.DECLINED
    assert seen_by_employer(then(wish, Act.WITHDRAW, Side.JOBSEEKER), DURING) is Seen.ENDED
    assert seen_by_employer(wish, AFTER) is Seen.SILENT
    assert seen_by_employer(talking(Side.JOBSEEKER), DURING) is Seen.TALKING
    assert happens(then(wish, Act.REFUSE, Side.EMPLOYER), Act.WITHDRAW, Side.JOBSEEKER, DURING) is None


def test_one_request_for_a_person_and_a_vacancy_and_not_too_many_at_once() -> None:
    held = [ask(Between(f"p{number}", ZON, f"v{number % 2}"), Side.EMPLOYER, AT) for number in range(4)]
    bounds = Bounds(vacancy=3, employer=5)
    assert why_not(held, Between("p0", ZON, "v0"), AFTER, bounds) is Refused.ASKED_BEFORE
    assert why_not(held, Between("p0", ZON, "v1"), AT, bounds) is None
    held.append(ask(Between("p9", ZON, "v0"), Side.EMPLOYER, AT))
    assert why_not(held, Between("p8", ZON, "v0"), AT, bounds) is Refused.VACANCY_FULL
    assert why_not(held, Between("p8", ZON, "v7"), AT, bounds) is Refused.EMPLOYER_FULL
    assert why_not(held, Between("p8", "maan", "v7"), AT, bounds) is None
    assert why_not(held, Between("p8", ZON, "v0"), AFTER, bounds) is None
    assert why_not([asked(Side.JOBSEEKER)], BETWEEN, AT) is Refused.ASKED_BEFORE


def test_who_blocked_is_never_listed_again() -> None:
    assert is_listed([refuses(asked(), DURING)], SAM, ZON, AFTER)
    assert not is_listed([blocks(asked(), DURING)], SAM, ZON, AFTER)
    assert is_listed([blocks(asked(), DURING)], SAM, "maan", AFTER)
    assert is_listed([blocks(asked(), DURING)], "mo", ZON, AFTER)


def test_an_employer_who_says_nothing_is_silent_after_5_open_days() -> None:
    due = datetime(2026, 12, 2, 17, tzinfo=AMSTERDAM)  # asked to speak on Wednesday 25 November
    assert answer_due(talking(), OFFICE, 5) == due
    assert not is_silent(talking(), due - HOUR, OFFICE, 5)
    assert is_silent(talking(), due, OFFICE, 5)
    assert is_silent(asked(Side.JOBSEEKER), due, OFFICE, 5)
    assert not is_silent(asked(), due, OFFICE, 5)
    closed = then(talking(), Act.CLOSE, Side.CHAT, due, Why.EMPLOYER_SILENT)
    assert seen_by_employer(closed, due) is Seen.SILENT
    assert not is_silent(closed, due, OFFICE, 5)


def test_the_wait_begins_with_the_first_message_that_has_no_answer() -> None:
    contact = said(talking(), Side.EMPLOYER, DURING)
    assert contact
    assert answer_due(contact, OFFICE, 5) is None
    contact = said(contact, Side.JOBSEEKER, DURING + HOUR)
    assert contact
    contact = said(contact, Side.JOBSEEKER, DURING + 2 * DAY)
    assert contact
    assert contact.waits_since == DURING + HOUR


def test_open_days_leave_out_weekends_and_holidays() -> None:
    thursday = datetime(2026, 12, 24, 12, tzinfo=UTC)
    assert after_open_days(OFFICE, thursday, 1) == datetime(2026, 12, 28, 17, tzinfo=AMSTERDAM)
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # in Dutch time it is Wednesday already
    assert after_open_days(OFFICE, late, 1) == datetime(2026, 11, 26, 17, tzinfo=AMSTERDAM)
    with pytest.raises(ValueError, match="at least one"):
        after_open_days(OFFICE, AT, 0)
