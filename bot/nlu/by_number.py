"""Words kept by a number instead of by name: a tenth of the memory, and found by halving.

The number is the CRC-32 of a text. A text that was never seen has the number of a known one so seldom that it does not
matter: once in 12,000 times among the 340,000 words of Dutch, once in 200,000 times among the features.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence


def number_of(text: str) -> int:
    """Give the number of a text."""
    return crc32(text.encode())


def place_of(text: str, numbers: Sequence[int]) -> int | None:
    """Give where the number of a text stands among numbers in order; None where it does not."""
    number = number_of(text)
    at = bisect_left(numbers, number)
    return at if at < len(numbers) and numbers[at] == number else None
