"""`python benchmarks`: every contender side by side, medians of at least five rounds."""

from __future__ import annotations

import argparse
import os
import platform

from contenders import CONTENDERS, REFERENCE, finding
from table import play, table


def main() -> None:
    """Play the rounds and print the table."""
    options = argparse.ArgumentParser(prog="python benchmarks", description=__doc__)
    options.add_argument("--rounds", type=int, default=5, help="five or more for figures to keep")
    options.add_argument("--people", type=int, default=100_000, help="how many profiles a vacancy is matched with")
    options.add_argument("--only", choices=("turns", "matching"), help="one of the two tables")
    chosen = options.parse_args()
    rounds = chosen.rounds
    if rounds < 1:
        options.error("at least one round")
    turns = [] if chosen.only == "matching" else play(CONTENDERS, rounds)
    with finding(chosen.people) as contenders:
        found = [] if chosen.only == "turns" else play(contenders, rounds)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    print(f"median (lowest-highest) of {rounds} rounds; {machine}\n")
    if turns:
        print(table(turns, REFERENCE), end="\n\n")
    if found:
        print(table(found))


if __name__ == "__main__":
    main()
