"""How guessing is slowed down, for one caller and for all who try codes."""

from __future__ import annotations

import pytest

from bot.handlers.guesses import MOST_OF_ALL, MOST_OF_ONE, WINDOW_SECONDS, Guesses, caller_of
from stages.serving import Clock


def test_one_caller_waits_and_others_do_not() -> None:
    guesses = Guesses(Clock())
    assert all(guesses.books("one", code=False) for _guess in range(MOST_OF_ONE))
    assert not guesses.books("one", code=False)
    assert not guesses.books("one", code=True)
    assert guesses.books("two", code=False)


def test_the_window_moves_on_with_each_guess() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for _guess in range(MOST_OF_ONE):
        assert guesses.books("one", code=True)
        clock.seconds += 1
    clock.seconds = WINDOW_SECONDS - 0.5
    assert not guesses.books("one", code=True)
    clock.seconds = WINDOW_SECONDS
    assert guesses.books("one", code=True)
    assert not guesses.books("one", code=True)


def test_what_was_right_does_not_count() -> None:
    guesses = Guesses(Clock())
    for _try in range(2 * MOST_OF_ALL):
        assert guesses.books("one", code=True)
        guesses.take_back("one")
    guesses.take_back("nobody")
    assert all(guesses.books("one", code=True) for _guess in range(MOST_OF_ONE))


def test_many_callers_do_not_help_with_codes_and_shut_no_links() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for guess in range(MOST_OF_ALL):
        assert guesses.books(f"caller {guess}", code=True)
    assert not guesses.books("somebody new", code=True)
    assert guesses.books("somebody new", code=False)
    clock.seconds = WINDOW_SECONDS
    assert guesses.books("somebody new", code=True)


def test_wrong_links_do_not_keep_codes_out() -> None:
    guesses = Guesses(Clock())
    for guess in range(MOST_OF_ALL + 1):
        assert guesses.books(f"caller {guess}", code=False)
    assert guesses.books("somebody new", code=True)


def test_callers_are_forgotten() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for guess in range(3 * MOST_OF_ALL):
        guesses.books(f"caller {guess}", code=False)
        clock.seconds += WINDOW_SECONDS / MOST_OF_ALL
    assert len(guesses._by_caller) <= MOST_OF_ALL + 1  # noqa: SLF001 - nothing else shows that memory does not grow


@pytest.mark.parametrize(
    ("host", "caller"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
        ("a.socket", "a.socket"),
    ],
)
def test_who_a_caller_is(host: str, caller: str) -> None:
    assert caller_of(host) == caller
