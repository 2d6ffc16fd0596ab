"""One sentence understood by the embedded engine: milliseconds, start-up and memory of a process that does just that.

`--round` prints one line of JSON.
"""

from __future__ import annotations

import argparse
import time

from language_data import DAY, sentences
from measure import MEMORY, START, report, resident_mb

from bot.nlu.engine import parse_sentence
from bot.trained import model

MEDIAN, P99 = "ms, parse", "ms, parse p99"
TIMES = 5


def one_round(started: float) -> dict[str, float]:
    """Parse the whole test set some times over, each sentence timed by itself."""
    classifier = model()
    texts = [each.text for each in sentences()]
    parse_sentence(texts[0], DAY, classifier)
    ready = time.monotonic() - started
    for text in texts:
        parse_sentence(text, DAY, classifier)
    taken = []
    for text in texts * TIMES:
        begun = time.perf_counter()
        parse_sentence(text, DAY, classifier)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return {MEDIAN: taken[len(taken) // 2], P99: taken[len(taken) * 99 // 100], START: ready, MEMORY: resident_mb()}


def main() -> None:
    """Print one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--round", action="store_true")
    parser.add_argument("--started", type=float, default=time.monotonic())
    report(one_round(parser.parse_args().started))


if __name__ == "__main__":
    main()
