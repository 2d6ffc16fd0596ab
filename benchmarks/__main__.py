"""`python benchmarks`: every contender side by side, medians of at least five rounds."""

from __future__ import annotations

import argparse
import os
import platform

from contenders import CONTENDERS, REFERENCE
from table import play, table


def main() -> None:
    """Play the rounds and print the table."""
    options = argparse.ArgumentParser(prog="python benchmarks", description=__doc__)
    options.add_argument("--rounds", type=int, default=5, help="five or more for figures to keep")
    rounds = options.parse_args().rounds
    if rounds < 1:
        options.error("at least one round")
    rows = play(CONTENDERS, rounds)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    print(f"median (lowest-highest) of {rounds} rounds; {machine}\n")
    print(table(rows, REFERENCE))


if __name__ == "__main__":
    main()
