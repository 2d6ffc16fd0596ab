"""One sentence understood by the embedded engine: milliseconds, start-up and memory of a process that does just that.

`--round` prints one line of JSON.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from language_data import DAY, longest, sentences
from measure import MEMORY, START, report, resident_mb

from bot.nlu.engine import parse_sentence
from bot.trained import model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.engine import Classifier

MEDIAN, P99 = "ms, parse", "ms, parse p99"
LONG, LONGER = "ms, 4,000 characters", "ms, slowest of these"
TIMES, LONG_ONCE = 5, 1


def one_round(started: float) -> dict[str, float]:
    """Parse the whole test set some times over, and the longest texts, each timed by itself."""
    classifier = model()
    texts = [each.text for each in sentences()]
    parse_sentence(texts[0], DAY, classifier)
    ready = time.monotonic() - started
    for text in texts:
        parse_sentence(text, DAY, classifier)
    texts_of_4000 = longest()
    taken(texts_of_4000[:LONG_ONCE], classifier)  # the words of English are read when they are first needed
    short, long = taken(texts * TIMES, classifier), taken(texts_of_4000, classifier)
    return {
        MEDIAN: short[len(short) // 2],
        P99: short[len(short) * 99 // 100],
        LONG: long[len(long) // 2],
        LONGER: long[-1],
        START: ready,
        MEMORY: resident_mb(),
    }


def taken(texts: Iterable[str], classifier: Classifier) -> list[float]:
    """Give how many milliseconds each text takes, the quickest first."""
    each = []
    for text in texts:
        begun = time.perf_counter()
        parse_sentence(text, DAY, classifier)
        each.append((time.perf_counter() - begun) * 1000)
    return sorted(each)


def main() -> None:
    """Print one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--round", action="store_true")
    parser.add_argument("--started", type=float, default=time.monotonic())
    report(one_round(parser.parse_args().started))


if __name__ == "__main__":
    main()
