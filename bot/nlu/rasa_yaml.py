"""Training data as Rasa writes it: YAML 3.1 with intents, marked values, synonyms and lookup tables."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from bot.nlu.example_lines import MARKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VERSION = "3.1"
_LINE = "- "


class DataError(ValueError):
    """Training data that is not written as it should be. It holds no sentence of a person: the data is our own."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A value that is marked in an example: which entity, from where to where, and what was written or is meant."""

    entity: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence of an intent, without its marks."""

    intent: str
    text: str
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Data:
    """Everything that some files hold: the sentences, other words for a value, and lists of values by entity."""

    examples: tuple[Example, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lookups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read(files: Iterable[tuple[str, str]]) -> Data:
    """Read files, each its name and its text. Raises DataError, which names the file and what is wrong there."""
    examples: list[Example] = []
    tables: dict[str, dict[str, tuple[str, ...]]] = {"synonym": {}, "lookup": {}}
    for name, text in files:
        for item in _items(name, text):
            kind = next((kind for kind in ("intent", *tables) if kind in item), None)
            lines = _lines(name, item)
            if kind == "intent":
                examples += [_example(name, str(item["intent"]), line) for line in lines]
            elif kind:
                held = tables[kind]
                held[str(item[kind])] = (*held.get(str(item[kind]), ()), *lines)
    return Data(tuple(examples), tables["synonym"], tables["lookup"])


def _items(name: str, text: str) -> Iterator[Mapping[str, Any]]:
    """Give what stands under `nlu`."""
    try:
        held = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe, and in C where there is
    except yaml.YAMLError as error:
        raise DataError(f"{name}: {error}") from None
    if not isinstance(held, dict) or held.get("version") != VERSION or not isinstance(held.get("nlu"), list):
        raise DataError(f'{name}: begin with version: "{VERSION}" and a list called nlu')
    yield from held["nlu"]


def _lines(name: str, item: Mapping[str, Any]) -> list[str]:
    """Give the examples of an item, one a line, without the dash."""
    written = [line.strip() for line in str(item.get("examples", "")).splitlines()]
    lines = [line for line in written if line and not line.startswith("#")]
    wrong = next((line for line in lines if not line.startswith(_LINE)), None)
    if wrong is not None or not lines:
        raise DataError(f"{name}: each example is a line that begins with a dash and a space: {wrong or item}")
    return [line.removeprefix(_LINE).strip() for line in lines]


def _example(name: str, intent: str, line: str) -> Example:
    """Take the marks out of an example."""
    text, marked, at = "", [], 0
    for found in MARKED.finditer(line):
        text += line[at : found.start()]
        start = len(text)
        text += found["text"]
        entity, value = found["name"], found["text"]
        if entity is None:
            entity, value = _told(name, found["more"], value)
        marked.append(Marked(entity, start, len(text), value))
        at = found.end()
    return Example(intent, text + line[at:], tuple(marked))


def _told(name: str, written: str, value: str) -> tuple[str, str]:
    """Read the long form of a mark: {"entity": "place", "value": "Utrecht"}."""
    try:
        told = json.loads(written)
        return str(told["entity"]), str(told.get("value", value))
    except (ValueError, KeyError, AttributeError):
        raise DataError(f'{name}: write a mark as {{"entity": "place", "value": "Utrecht"}}: {written}') from None
