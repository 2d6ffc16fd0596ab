"""One signed-in person can ask a lot, and not everything: what is too much is told, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.bounds import A_SECOND, MOST_AT_ONCE, MOST_STREAMS, Bounds

if TYPE_CHECKING:
    from stages.serving import Web
    from web.guests import Guest


@given(st.lists(st.floats(0, 5), max_size=400))
def test_a_burst_and_then_so_many_a_second(pauses: list[float]) -> None:
    moments, taken = [0.0], 0
    bounds = Bounds(lambda: moments[-1])
    for pause in pauses:
        moments.append(moments[-1] + pause)
        wait = bounds.wait(1)
        assert wait >= 0
        taken += not wait
        assert taken <= MOST_AT_ONCE + A_SECOND * moments[-1] + 1
    moments.append(moments[-1] + bounds.wait(1))
    assert bounds.wait(2) == 0


async def test_who_sends_too_fast_is_told_when_to_come_back(web: Web, fatima: Guest) -> None:
    web.edge.bounds.clock = web.clock
    answers = [await fatima.say("hallo") for _number in range(MOST_AT_ONCE + 1)]
    late = answers.pop()
    assert {answer.status_code for answer in answers} == {202}
    assert late.status_code == 429
    assert late.json() == {"error": "Dat gaat te snel voor mij. Wacht even. Ik stuur het zo nog een keer."}
    web.clock.seconds += int(late.headers["retry-after"])
    assert (await fatima.say("hallo")).status_code == 202


def test_streams_of_one_conversation_have_an_end() -> None:
    bounds = Bounds(lambda: 0.0)
    opened = [bounds.stream(1) for _number in range(MOST_STREAMS + 1)]
    assert [stream.__enter__() for stream in opened] == [True] * MOST_STREAMS + [False]
    with bounds.stream(2) as there_is_room:
        assert there_is_room
    for stream in opened:
        stream.__exit__(None, None, None)
    with bounds.stream(1) as there_is_room:
        assert there_is_room
