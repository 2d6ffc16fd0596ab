"""Records of others, made up for tests."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bot.domain.vacancy import Vacancy
from bot.importing.offer import Refused
from bot.importing.reading import Read, read_piece
from bot.importing.stream import pieces_of
from bot.translate import render

TODAY = date(2026, 11, 24)


def posting(number: object = 1, **other: Any) -> dict[str, Any]:
    """Make a JobPosting; a value of None leaves a field out."""
    held = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Schoonmaker",
        "identifier": {"@type": "PropertyValue", "name": "Zon", "value": str(number)},
        "hiringOrganization": {"@type": "Organization", "name": "Schoonmaakbedrijf Zon"},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "postalCode": "3531 AB", "addressCountry": "NL"},
        },
        "description": "<p>Je maakt kantoren schoon.</p>",
    } | other
    return {name: value for name, value in held.items() if value is not None}


def as_bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def read(given: bytes, size: int = 1 << 16) -> list[Read]:
    """Read bytes that come in chunks of this size."""
    chunks = (given[at : at + size] for at in range(0, len(given), size))
    return [one for piece in pieces_of(chunks) for one in read_piece(piece, "bron", TODAY)]


def made(value: Any) -> Vacancy:
    """Give the one vacancy that a value makes."""
    (one,) = read(as_bytes(value))
    assert isinstance(one.made, Vacancy), why(one)
    return one.made


def refused(value: Any) -> str:
    """Give why the one record of a value is refused."""
    (one,) = read(as_bytes(value))
    return why(one)


def why(one: Read) -> str:
    assert isinstance(one.made, Refused)
    return render(one.made.why, "nl")
