"""The Rasa engine against a real HTTP server: what leaves the process, and what happens when no answer comes."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import PATIENCE

from bot.nlu.parse import Intent
from bot.rasa_client import FAILURES, PAUSE, SECONDS, Breaker, Rasa
from commands.process import kept_port
from fake_rasa import TOKEN, FakeRasa, fake_rasa, told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Iterator

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

TODAY = date(2026, 11, 24)
SAID = "wat vind jij van de bergen"
OURS = (Intent("out_of_scope", 0.7),)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def classifier(_sentence: Sentence, _entities: Collection[Entity]) -> tuple[Intent, ...]:
    return OURS


@pytest.fixture
def server() -> Iterator[FakeRasa]:
    with fake_rasa() as fake:
        yield fake


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def engine(server: FakeRasa, clock: Clock) -> AsyncIterator[Rasa]:
    made = Rasa(server.url, TOKEN, lambda: TODAY, classifier, clock=clock, seconds=PATIENCE)
    yield made
    await made.aclose()


async def test_what_rasa_says_is_the_guess(engine: Rasa, server: FakeRasa) -> None:
    parse = await engine.parse(SAID)
    assert parse.intent == Intent("chitchat", 0.9)
    assert [intent.name for intent in parse.intent_ranking] == ["chitchat", "inform"]
    assert not parse.certain
    assert server.asked == [SAID]


@pytest.mark.parametrize(
    "text",
    ["ik wil dood", "mijn man slaat mij", "stop", "wis alles", "ik heb kanker", "mijn bsn is 111222333", "", "  "],
)
async def test_what_is_settled_here_never_leaves_this_process(engine: Rasa, server: FakeRasa, text: str) -> None:
    await engine.parse(text)
    assert server.asked == []


async def test_a_plain_yes_stays_a_yes(engine: Rasa) -> None:
    parse = await engine.parse("ja")
    assert parse.intent is not None
    assert parse.intent.name == "affirm"
    assert parse.plain


async def test_our_readers_say_what_a_value_is_worth(engine: Rasa, server: FakeRasa) -> None:
    server.answer = told(
        "inform",
        0.8,
        {"entity": "place", "start": 4, "end": 14, "value": "overvechtt"},
        {"entity": "hours", "start": 15, "end": 21, "value": "24 uur"},
        {"entity": "place", "start": 0, "end": 3, "value": "bij"},
        {"entity": "colour", "start": 0, "end": 3, "value": "bij"},
    )
    parse = await engine.parse("bij overvechtt 24 uur")
    assert [(each.entity, each.start, each.end) for each in parse.entities] == [("place", 4, 14), ("hours", 15, 21)]
    assert parse.entities[0].value == {"pc4": "3562", "name": "Overvecht"}
    assert parse.entities[1].value == {"min": 24, "max": 24}


async def test_intents_that_nobody_knows_are_left_out(engine: Rasa, server: FakeRasa) -> None:
    server.answer = {
        "intent_ranking": [{"name": "nlu_fallback", "confidence": 0.9}, {"name": "thanks", "confidence": 0.1}]
    }
    assert (await engine.parse(SAID)).intent == Intent("thanks", 0.1)


@pytest.mark.parametrize("fault", ["wrong", "shape", "list", "unsure", "outside", "500"])
async def test_without_an_answer_that_can_be_used_the_embedded_engine_guesses(
    engine: Rasa, server: FakeRasa, fault: str
) -> None:
    server.fault = fault
    assert (await engine.parse(SAID)).intent_ranking == OURS
    assert server.asked == [SAID]


async def test_a_slow_answer_is_not_waited_for(server: FakeRasa, clock: Clock) -> None:
    server.fault = "slow"
    engine = Rasa(server.url, TOKEN, lambda: TODAY, classifier, clock=clock, seconds=0.05)
    assert (await engine.parse(SAID)).intent_ranking == OURS
    assert SECONDS == 0.3
    await engine.aclose()


async def test_a_wrong_token_is_no_answer(server: FakeRasa, clock: Clock) -> None:
    engine = Rasa(server.url, "another", lambda: TODAY, classifier, clock=clock, seconds=PATIENCE)
    assert (await engine.parse(SAID)).intent_ranking == OURS
    await engine.aclose()


async def test_a_refused_connection_is_no_answer(clock: Clock) -> None:
    with kept_port() as port:
        engine = Rasa(f"http://127.0.0.1:{port}", None, lambda: TODAY, classifier, clock=clock)
        assert (await engine.parse(SAID)).intent_ranking == OURS
        await engine.aclose()


async def test_after_some_failures_rasa_is_left_alone_and_then_tried_once(
    engine: Rasa, server: FakeRasa, clock: Clock
) -> None:
    server.fault = "500"
    for _ in range(FAILURES + 2):
        await engine.parse(SAID)
    assert len(server.asked) == FAILURES
    clock.now += PAUSE
    await engine.parse(SAID)
    await engine.parse(SAID)
    assert len(server.asked) == FAILURES + 1
    server.fault = None
    clock.now += PAUSE
    assert (await engine.parse(SAID)).intent == Intent("chitchat", 0.9)
    assert (await engine.parse(SAID)).intent == Intent("chitchat", 0.9)


async def test_nothing_that_was_said_and_no_token_is_in_a_log(
    engine: Rasa, server: FakeRasa, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for fault in ("500", "wrong", "list", None):
        server.fault = fault
        clock.now += PAUSE
        await engine.parse(SAID)
    assert "takes over" in caplog.text
    assert "answers again" in caplog.text
    assert SAID not in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(engine)


async def test_a_proxy_of_the_environment_gets_nothing(
    server: FakeRasa, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    engine = Rasa(server.url, TOKEN, lambda: TODAY, classifier, clock=clock, seconds=PATIENCE)
    assert (await engine.parse(SAID)).intent == Intent("chitchat", 0.9)
    await engine.aclose()


@given(st.lists(st.tuples(st.floats(0, 100), st.booleans()), max_size=60))
def test_the_breaker_lets_through_when_closed_and_once_a_pause_when_open(steps: list[tuple[float, bool]]) -> None:
    breaker, now, in_a_row, last_tried = Breaker(), 0.0, 0, float("-inf")
    for waited, works in steps:
        now += waited
        lets = breaker.lets_through(now)
        assert lets == (in_a_row < FAILURES or now - last_tried >= PAUSE)
        if not lets:
            continue
        last_tried = now
        if works:
            assert breaker.worked() == (in_a_row >= FAILURES)
            in_a_row = 0
        else:
            in_a_row += 1
            assert breaker.failed(now) == (in_a_row == FAILURES)
