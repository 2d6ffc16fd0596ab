"""The test set of understanding: sentences with their intent, and sentences with their exact values."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bot.nlu.engine import LONGEST
from bot.nlu.noise import misspelt
from bot.nlu.rasa_yaml import Example, read

TESTS = Path(__file__).parent.parent / "tests" / "nlu"
DAY = date(2026, 11, 24)
"""The day that the values of the test set count from."""

CORRUPTED, DRAWS = 0.1, 8
"""The share of letters that is corrupted, and how often: one draw of mistakes says little, it may be kind or cruel."""

LONG = 20
"""How many long texts of each kind are measured."""
_SIGNS = [*range(0x20, 0xD800), *range(0xE000, 0x20000)]


def sentences() -> tuple[Example, ...]:
    """Give the sentences with their intent."""
    files = sorted((TESTS / "intents").glob("*.yml"))
    return read((file.name, file.read_text(encoding="utf-8")) for file in files).examples


def valued() -> list[tuple[str, list[str]]]:
    """Give the sentences with their values, each as one line of JSON that can be compared."""
    cases = yaml.safe_load((TESTS / "values.yml").read_text(encoding="utf-8"))
    return [(case["text"], sorted(written(each["entity"], each["value"]) for each in case["values"])) for case in cases]


def written(entity: str, value: Any) -> str:
    """Write a value so that two that are equal look alike."""
    if isinstance(value, date):
        value = value.isoformat()
    return f"{entity} {json.dumps(value, sort_keys=True, ensure_ascii=False)}"


def noisy(texts: list[str], draw: int) -> list[str]:
    """Corrupt one letter in ten, the same ones every time; in each draw others."""
    random = Random(draw)
    return [misspelt(text, random, CORRUPTED) for text in texts]


def longest() -> list[str]:
    """Give texts of as many characters as are read: many sentences, well written and misspelt, and any signs."""
    random = Random(LONGEST)
    texts = [each.text for each in sentences()]
    told = [" ".join(random.choices(texts, k=LONGEST // 10))[:LONGEST] for _ in range(LONG)]
    signs = ["".join(map(chr, random.choices(_SIGNS, k=LONGEST))) for _ in range(LONG)]
    return told + noisy(told, 0) + signs
