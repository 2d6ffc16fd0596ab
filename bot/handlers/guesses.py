"""Slows down guessing of links and codes. In memory only: whose address it was is kept nowhere."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_SECONDS = 900.0
MOST_OF_ONE = 10
"""Wrong tries of one caller in a window. With 8 digits and 15 minutes this leaves a code about 1 in 10 million."""

MOST_OF_ALL = 1000
"""Wrong codes of all callers together in a window: many callers do not help. Links are too long to be guessed, so
nobody can shut the door of the letters for everybody."""


@dataclass(slots=True)
class Guesses:
    """Counts wrong tries. `clock` gives seconds that only grow.

    A try is booked before it is made, so that many at the same moment count too; what was right is taken back.
    """

    clock: Callable[[], float]
    _by_caller: dict[str, deque[tuple[float, bool]]] = field(default_factory=dict)
    _codes: deque[float] = field(default_factory=deque)

    def books(self, caller: str, *, code: bool) -> bool:
        """Book a try as a wrong one; False, and nothing is booked: this caller, or all who try codes, must wait."""
        now = self.clock()
        own = self._by_caller.get(caller, deque())
        _drop_old(own, self._codes, now - WINDOW_SECONDS)
        if len(own) >= MOST_OF_ONE or (code and len(self._codes) >= MOST_OF_ALL):
            return False
        own.append((now, code))
        self._by_caller[caller] = own
        if code:
            self._codes.append(now)
        if len(self._by_caller) > MOST_OF_ALL:
            self._forget(now - WINDOW_SECONDS)
        return True

    def take_back(self, caller: str) -> None:
        """Take the last try of this caller back: it was right, or could not be made."""
        own = self._by_caller.get(caller)
        if not own:
            return
        _at, code = own.pop()
        if code and self._codes:
            self._codes.pop()
        if not own:
            del self._by_caller[caller]

    def _forget(self, since: float) -> None:
        for caller in [held for held, tries in self._by_caller.items() if tries[-1][0] <= since]:
            del self._by_caller[caller]


def caller_of(host: str) -> str:
    """Give who an internet address stands for: with IPv6 a whole /64, as each household has 2**64 addresses."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))


def _drop_old(own: deque[tuple[float, bool]], codes: deque[float], since: float) -> None:
    while own and own[0][0] <= since:
        own.popleft()
    while codes and codes[0] <= since:
        codes.popleft()
