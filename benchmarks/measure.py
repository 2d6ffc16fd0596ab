"""What the contenders share: a folder on a disk, memory, a round's figures, and a round in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TypeAlias

Figures: TypeAlias = dict[str, float]
"""What one round gives: a figure for each column of the table."""

TURNS = "turns/s"
START = "start s"
MEMORY = "memory MB"

NOT_INSTALLED = 69
"""Exit status of a round whose software is missing (EX_UNAVAILABLE of sysexits.h); standard error says which."""


class NotInstalledError(Exception):
    """Something that this contender needs is not on this machine; the row says so."""


def disk_folder() -> tempfile.TemporaryDirectory[str]:
    """Give a folder that goes away again, on a real disk: /tmp is often memory, where a flush costs nothing."""
    return tempfile.TemporaryDirectory(prefix="hallowerk-bench-", dir="/var/tmp")


def resident_mb(process: int | None = None) -> float:
    """Return the most memory that a process, this one when none is named, ever had resident, in MB.

    On Linux from /proc: there `ru_maxrss` still holds what the parent had before the exec. Elsewhere only of this one.
    """
    status = Path("/proc") / str(process or "self") / "status"
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    if process is not None:
        raise NotInstalledError("without /proc the memory of another process is not known")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def report(figures: Figures) -> None:
    """Print a round's figures as one line of JSON, for `in_a_process`."""
    print(json.dumps(figures), flush=True)


def in_a_process(script: str, *options: str) -> Figures:
    """Run a round of a script in this folder, so that its imports, start and memory are its own.

    The script gets `--round`, the options, and `--started` with the moment of its start on the system's monotonic
    clock, and prints one line of JSON. Raises `NotInstalledError` when it ends with that status, and
    `CalledProcessError` when it fails.
    """
    path = Path(__file__).with_name(script)
    command = [sys.executable, str(path), "--round", *options, "--started", repr(time.monotonic())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == NOT_INSTALLED:
        raise NotInstalledError(done.stderr.strip())
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return {str(name): float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}
