"""The sentences of the training data, read line by line: the running product has no need of YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = re.compile(r"\[(?P<text>[^\]]+)\](?:\((?P<name>[\w.]+)\)|(?P<more>\{[^}]*\}))")
"""A value that is marked in a sentence: [Utrecht](place), or [020]{"entity": "place", "value": "Amsterdam"}."""

_BLOCK = re.compile(r" *- (?P<kind>intent|synonym|lookup): ")
_EXAMPLE = re.compile(r" *- (?P<text>.*\S)")


def examples(text: str) -> Iterator[str]:
    """Give the sentences of all intents in a file, without their marks. They stand one a line, as `rasa_yaml` reads."""
    of_intent = False
    for line in text.splitlines():
        block, example = _BLOCK.match(line), _EXAMPLE.match(line)
        if block:
            of_intent = block["kind"] == "intent"
        elif example and of_intent:
            yield MARKED.sub(lambda mark: mark["text"], example["text"])
