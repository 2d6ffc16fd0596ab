"""The gate: who waits for a turn gets it when there is one, and whatever happens in it, it is given back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.delivery.gate import Gate
from bot.delivery.pacing import CHAT_GAP, PERMITS, WINDOW


@dataclass
class Clock:
    """Time that passes only while somebody waits for it."""

    now: float = 0.0
    waited: list[float] = field(default_factory=list)

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(clock=lambda: clock.now, pause=clock.pause)


async def let_run() -> None:
    for _turn in range(5):
        await asyncio.sleep(0)


async def test_in_one_chat_one_goes_after_the_other(gate: Gate, clock: Clock) -> None:
    async with gate.turn("7"):
        clock.now += 5
    async with gate.turn("7"):
        assert clock.waited == [CHAT_GAP]


async def test_who_waits_for_an_answer_waits_for_no_time(gate: Gate, clock: Clock) -> None:
    turns = [gate.take(chat) for chat in range(PERMITS)]
    waiting = asyncio.create_task(gate.wait("7"))
    await let_run()
    assert not waiting.done()
    assert clock.waited == []
    turns[0].over()
    await waiting
    assert clock.waited == [WINDOW]


async def test_all_who_wait_get_their_turn(gate: Gate, clock: Clock) -> None:
    turns = [gate.take(chat) for chat in range(PERMITS)]
    waiting = [asyncio.create_task(gate.wait(100 + number)) for number in range(PERMITS)]
    await let_run()
    for turn in turns:
        turn.over()
    await asyncio.gather(*waiting)
    assert clock.now >= WINDOW


async def test_a_turn_that_fails_or_is_called_off_is_given_back(gate: Gate, clock: Clock) -> None:
    async def fails() -> None:
        async with gate.turn("7"):
            raise ValueError("a mistake")

    async def hangs() -> None:
        async with gate.turn("8"):
            await asyncio.Event().wait()

    with pytest.raises(ValueError, match="a mistake"):
        await fails()
    hanging = asyncio.create_task(hangs())
    await let_run()
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)
    assert gate.pace.free_at("7") == gate.pace.free_at("8") == clock.now + CHAT_GAP


async def test_a_turn_given_back_twice_is_not_anothers(gate: Gate, clock: Clock) -> None:
    turn = gate.take("7")
    turn.over()
    clock.now += CHAT_GAP
    other = gate.take("7")
    turn.over()
    assert gate.ahead("7") > clock.now + 1000
    other.over()


async def test_one_turn_after_another(gate: Gate, clock: Clock) -> None:
    turn = gate.take("7")
    await turn.again()
    assert clock.now == CHAT_GAP
    assert gate.ahead("7") > 1000
    turn.over()
    assert gate.ahead("7") == CHAT_GAP


async def test_called_off_between_two_turns_it_gives_back_nothing_of_anothers(gate: Gate) -> None:
    turn = gate.take("7")
    again = asyncio.create_task(turn.again())
    again.cancel()
    await asyncio.gather(again, return_exceptions=True)
    turn.over()
    turn.over()
