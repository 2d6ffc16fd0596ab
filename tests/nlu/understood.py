"""The mirrored test data, how each sentence was understood, and the list of those that are known to be missed.

`python tests/nlu/understood.py` prints the lines of both lists as they would be now: for who adds sentences. The lists
may only get shorter otherwise: a sentence that was understood has to stay understood.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from bot.nlu.engine import parse_sentence
from bot.nlu.noise import misspelt
from bot.nlu.rasa_yaml import Example, read
from bot.trained import model

if TYPE_CHECKING:
    from bot.nlu.classifier import Model

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
INTENT_MISSES, VALUE_MISSES = HERE / "missed_intents.txt", HERE / "missed_values.txt"


@cache
def sentences() -> tuple[Example, ...]:
    """Give the sentences of the test set with their intent."""
    files = sorted((HERE / "intents").glob("*.yml"))
    return read((file.name, file.read_text(encoding="utf-8")) for file in files).examples


@cache
def valued() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the sentences with their exact values."""
    cases = yaml.safe_load((HERE / "values.yml").read_text(encoding="utf-8"))
    return tuple((case["text"], values([(each["entity"], each["value"]) for each in case["values"]])) for case in cases)


def values(found: list[tuple[str, Any]]) -> tuple[str, ...]:
    """Write values so that equal ones look alike, in one order."""
    return tuple(sorted(f"{entity} {json.dumps(value, sort_keys=True, default=str)}" for entity, value in found))


@cache
def classifier() -> Model:
    """Load the model once."""
    return model()


def intent_of(text: str) -> str:
    """Give the intent that the whole engine hears, "-" for none."""
    parse = parse_sentence(text, TODAY, classifier())
    return parse.intent.name if parse.intent else "-"


def values_of(text: str) -> tuple[str, ...]:
    """Give the values that are read; a guess that has to be chosen from is none yet."""
    found = (each for each in parse_sentence(text, TODAY).entities if not (each.unsure and each.options))
    return values([(entity.entity, entity.value) for entity in found])


def noisy(text: str) -> str:
    """Corrupt one letter in ten, the same ones every time."""
    return misspelt(text, Random(text), 0.1)  # noqa: S311 - mistakes have to be the same ones every time


@cache
def known(path: Path) -> frozenset[str]:
    """Give the sentences of a list."""
    return frozenset(path.read_text(encoding="utf-8").splitlines())


@cache
def missed() -> dict[Path, list[str]]:
    """Find what is missed now, in the order of the test data."""
    return {
        INTENT_MISSES: [each.text for each in sentences() if intent_of(each.text) != each.intent],
        VALUE_MISSES: [text for text, expected in valued() if values_of(text) != expected],
    }


if __name__ == "__main__":
    for path, lines in missed().items():
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
