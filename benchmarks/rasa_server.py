"""A Rasa server of `make rasa`, started for a measurement and stopped after it."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from measure import resident_mb

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
MODELS = ("light", "diet")
PATIENCE = 180.0


class NotThereError(Exception):
    """There is no environment or no model of Rasa here."""


@dataclass(frozen=True)
class Server:
    """Where it serves, its token, how long it took to start (seconds), and its process."""

    url: str
    token: str
    start: float
    process: int

    def memory(self) -> float:
        """Give the most memory it ever had resident, in MB."""
        return resident_mb(self.process)


@contextlib.contextmanager
def serving(name: str) -> Iterator[Server]:
    """Serve a model on a free port of this machine."""
    model = ROOT / "build" / "rasa" / f"{name}.tar.gz"
    if not PYTHON.exists() or not model.exists():
        raise NotThereError(f"not measured: first make rasa KIND={name}")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    environ = {**os.environ, "HALLOWERK_RASA_TOKEN": token, "HALLOWERK_RASA_PORT": str(port)}
    begun = time.monotonic()
    process = subprocess.Popen(
        [str(PYTHON), str(ROOT / "bot" / "nlu" / "rasa" / "serve.py"), str(model)], env=environ, cwd=ROOT
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while not _ready(f"{url}/status?token={token}"):
            if process.poll() is not None or time.monotonic() - begun > PATIENCE:
                raise NotThereError("it did not start")
            time.sleep(0.2)
        yield Server(url, token, time.monotonic() - begun, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except OSError:
        return False
