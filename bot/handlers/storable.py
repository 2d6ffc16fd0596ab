"""What comes in from outside, as far as a database and an encoding can hold it."""

from __future__ import annotations


def storable(text: str) -> str:
    """Drop NUL and half surrogates, which JSON can carry (RFC 8259, section 8.2) and nothing behind it can."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
