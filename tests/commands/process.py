"""The `hallowerk` command as a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 60
"""A bound for a process that hangs, far above what any needs."""

COMMAND = (sys.executable, "-m", "bot")


def environ(folder: Path, **more: str) -> dict[str, str]:
    """Make the environment of a process whose data lies in `folder`."""
    path = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**path, "HALLOWERK_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1", **more}


def hallowerk(folder: Path, *arguments: str, stdin: str | bytes = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; what it writes must never be a traceback."""
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=SECONDS,
        env=environ(folder, **more),
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err + out, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def is_one_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    """Tell whether a command ended with 1 and one line that says why."""
    return done.returncode == 1 and len(done.stderr.splitlines()) == 1 and done.stderr.startswith("hallowerk: ")


@contextmanager
def kept_port() -> Iterator[int]:
    """Give a port that nobody listens on, and that the system gives to nobody else meanwhile.

    It is held by a socket that does not listen: beside it another one that may use an address again (SO_REUSEADDR, as
    a server's does) can listen there.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@contextmanager
def served(folder: Path, *options: str, **more: str) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """Start `hallowerk run`; give the process, its address, and what it printed before it served."""
    command = [sys.executable, *options, "-m", "bot", "run"]
    with (
        kept_port() as port,
        (folder.parent / "log").open("w") as log,
        subprocess.Popen(
            command,
            env=environ(folder, HALLOWERK_PORT=str(port), **more),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as running,
    ):
        assert running.stdout
        printed = []
        for line in running.stdout:
            printed.append(line.rstrip())
            if "Ctrl+C" in line:
                break
        try:
            yield running, f"http://127.0.0.1:{port}", printed
        finally:
            running.kill()
