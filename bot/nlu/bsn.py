"""The citizen service number (burgerservicenummer)."""

from __future__ import annotations

DIGITS = 9
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11


def is_bsn(digits: str) -> bool:
    """Tell whether 9 digits pass the eleven test; 8 count as 9 of which the first is a 0.

    Source: RvIG, Logisch Ontwerp BSN: 9 times the first digit, 8 times the second, and so on to 2 times the eighth,
    minus the ninth, can be divided by 11. Nine zeros are no number.
    """
    whole = digits.zfill(DIGITS) if len(digits) == DIGITS - 1 else digits
    if len(whole) != DIGITS or not whole.isdecimal() or not whole.strip("0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, whole, strict=True)) % _ELEVEN == 0
