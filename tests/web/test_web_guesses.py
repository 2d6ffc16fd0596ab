"""How guessing is slowed down, for one caller and for all together."""

from __future__ import annotations

from bot.handlers.guesses import MOST_OF_ALL, MOST_OF_ONE, WINDOW_SECONDS, Guesses
from stages.serving import Clock


def test_one_caller_waits_and_others_do_not() -> None:
    guesses = Guesses(Clock())
    for _guess in range(MOST_OF_ONE):
        assert not guesses.too_many("one")
        guesses.wrong("one")
    assert guesses.too_many("one")
    assert not guesses.too_many("two")


def test_the_window_moves_on_with_each_guess() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for _guess in range(MOST_OF_ONE):
        guesses.wrong("one")
        clock.seconds += 1
    clock.seconds = WINDOW_SECONDS - 0.5
    assert guesses.too_many("one")
    clock.seconds = WINDOW_SECONDS
    assert not guesses.too_many("one")
    guesses.wrong("one")
    assert guesses.too_many("one")


def test_many_callers_do_not_help() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for guess in range(MOST_OF_ALL):
        guesses.wrong(f"caller {guess}")
    assert guesses.too_many("somebody new")
    clock.seconds = WINDOW_SECONDS
    assert not guesses.too_many("somebody new")


def test_callers_are_forgotten() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for guess in range(3 * MOST_OF_ALL):
        guesses.wrong(f"caller {guess}")
        clock.seconds += WINDOW_SECONDS / MOST_OF_ALL
    assert len(guesses._by_caller) <= MOST_OF_ALL + 1  # noqa: SLF001 - nothing else shows that memory does not grow
