"""`python benchmarks/nlu.py`: how well and how fast sentences are understood, by both engines on the same test set.

The embedded engine always; Rasa where `make rasa` made its environment and trained, each of its models in turn.
docs/understanding.md says what each figure means.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import Counter
from functools import partial
from statistics import mean, median
from typing import TYPE_CHECKING

import numpy as np
from language_data import DAY, DRAWS, noisy, sentences, valued, written
from measure import report, resident_mb

from bot.dialogs.expecting import SURE_ENOUGH
from bot.nlu.calibration import calibration_error
from bot.nlu.engine import Embedded
from bot.trained import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.nlu.parse import Engine, Parse

Figures = dict[str, float]
OWN = ("first_name", "email", "phone")
"""Values of which a misspelt one cannot be told from another: "Fatiam" may be how somebody is called."""

RASA_SECONDS = 10.0
"""Here Rasa gets all the time it wants: what it understands is measured, not how long the chat would wait for it."""


async def measured(engine: Engine) -> Figures:
    """Measure an engine on the whole test set, clean and with one letter in ten corrupted, in several draws."""
    examples, exact = sentences(), valued()
    texts, values = [each.text for each in examples], [text for text, _values in exact]
    right, expected = [each.intent for each in examples], [held for _text, held in exact]

    async def figures_of(change: Callable[[list[str]], list[str]], taken: list[float]) -> Figures:
        parses = await _parses(engine, change(texts), taken)
        return _of_intents(parses, right) | _of_values(await _parses(engine, change(values), []), expected)

    taken: list[float] = []
    clean = await figures_of(list, taken)
    draws = [await figures_of(partial(noisy, draw=draw), [] if draw else taken) for draw in range(DRAWS)]
    figures = clean | {f"noise: {what}": mean(draw[what] for draw in draws) for what in clean}
    taken.sort()
    return figures | {"ms median": median(taken), "ms p99": taken[len(taken) * 99 // 100]}


async def _parses(engine: Engine, texts: Iterable[str], taken: list[float]) -> list[Parse]:
    parses = []
    for text in texts:
        begun = time.perf_counter()
        parses.append(await engine.parse(text))
        taken.append((time.perf_counter() - begun) * 1000)
    return parses


def _of_intents(parses: Sequence[Parse], right: Sequence[str]) -> Figures:
    """Give accuracy, macro-F1, and how much is acted on at the threshold, and how much of that rightly."""
    guessed = [parse.intent.name if parse.intent else "" for parse in parses]
    sure = [parse.intent.confidence if parse.intent else 0.0 for parse in parses]
    hits = [one == other for one, other in zip(guessed, right, strict=True)]
    acted = [hit for hit, confidence in zip(hits, sure, strict=True) if confidence >= SURE_ENOUGH]
    return {
        "intent accuracy": mean(hits),
        "intent macro-F1": mean(_f1(intent, guessed, right) for intent in sorted(set(right))),
        "coverage at threshold": len(acted) / len(hits),
        "accuracy at threshold": mean(acted) if acted else 0.0,
        "calibration error": calibration_error(np.array(sure), np.array(hits)),
    }


def _f1(intent: str, guessed: Sequence[str], right: Sequence[str]) -> float:
    both = sum(one == other == intent for one, other in zip(guessed, right, strict=True))
    return 2 * both / (guessed.count(intent) + right.count(intent))


def _of_values(parses: Sequence[Parse], expected: Sequence[list[str]]) -> Figures:
    """Give precision and recall of exact values; recall also without names and addresses."""
    found = [[written(each.entity, each.value) for each in parse.entities] for parse in parses]
    pairs = [(Counter(one), Counter(other)) for one, other in zip(found, expected, strict=True)]
    both = sum(((one & other) for one, other in pairs), Counter())
    meant = sum((other for _one, other in pairs), Counter())
    return {
        "value precision": both.total() / max(sum(map(len, found)), 1),
        "value recall": both.total() / max(meant.total(), 1),
        "value recall, names aside": _aside(both) / max(_aside(meant), 1),
    }


def _aside(values: Counter[str]) -> int:
    return sum(count for value, count in values.items() if not value.startswith(OWN))


def embedded(started: float) -> Figures:
    """Measure the embedded engine in this process."""
    engine = Embedded(lambda: DAY, model())
    asyncio.run(engine.parse("hallo"))
    ready = time.monotonic() - started
    figures = asyncio.run(measured(engine))
    return figures | {"start s": ready, "memory MB": resident_mb()}


def rasa(url: str, token: str) -> Figures:
    """Measure a Rasa server that serves already."""
    from bot.rasa_client import Rasa  # noqa: PLC0415 - only where there is one

    async def all_of_it() -> Figures:
        engine = Rasa(url, token, lambda: DAY, model(), seconds=RASA_SECONDS)
        try:
            return await measured(engine)
        finally:
            await engine.aclose()

    return asyncio.run(all_of_it())


def table(rows: dict[str, Figures]) -> str:
    """Write a line for each figure and a column for each engine."""
    names = list(dict.fromkeys(name for figures in rows.values() for name in figures))
    width = max(map(len, names))
    lines = [" " * width + "".join(f"{name:>16}" for name in rows)]
    lines += [
        f"{name:<{width}}" + "".join(f"{_cell(name, figures.get(name)):>16}" for figures in rows.values())
        for name in names
    ]
    return "\n".join(lines)


def _cell(name: str, figure: float | None) -> str:
    if figure is None:
        return "-"
    if name.startswith(("ms", "start")):
        return f"{figure:.2f}"
    return f"{figure:.0f}" if name.startswith("memory") else f"{figure:.1%}"


def main() -> None:
    """Measure what is there."""
    parser = argparse.ArgumentParser(prog="python benchmarks/nlu.py", description=__doc__)
    parser.add_argument("--round", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, default=time.monotonic(), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.round:
        report(embedded(options.started))
        return
    from measure import in_a_process  # noqa: PLC0415 - not in the round itself
    from rasa_server import MODELS, NotThereError, serving  # noqa: PLC0415 - as above

    rows = {"embedded": in_a_process("nlu.py")}
    for name in MODELS:
        print(f"Rasa {name} ...", file=sys.stderr, flush=True)
        try:
            with serving(name) as server:
                found = rasa(server.url, server.token)
                rows[f"Rasa {name}"] = found | {"start s": server.start, "memory MB": server.memory()}
        except NotThereError as missing:
            print(f"Rasa {name}: {missing}", file=sys.stderr)
    print(table(rows))


if __name__ == "__main__":
    main()
