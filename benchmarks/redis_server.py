"""A Redis server of our own on a socket in a temporary folder, gone when the round ends."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from measure import NotInstalledError, disk_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def redis_server(appendfsync: str) -> Iterator[str]:
    """Start a server that keeps an append-only file, and give its address.

    `appendfsync` is `everysec` or `always` (Redis configuration). Snapshots are off: they would only cost time.
    Raises `NotInstalledError` without `redis-server`.
    """
    program = shutil.which("redis-server")
    if program is None:
        raise NotInstalledError("redis-server is not installed")
    with disk_folder() as folder:
        socket = Path(folder) / "redis.sock"
        settings = {"port": "0", "unixsocket": str(socket), "dir": folder, "save": "", "appendonly": "yes"}
        settings["appendfsync"] = appendfsync
        options = [word for name, value in settings.items() for word in (f"--{name}", value)]
        with subprocess.Popen([program, *options], stdout=subprocess.PIPE, text=True) as server:
            try:
                _wait_until_ready(server)
                yield f"unix://{socket}"
            finally:
                server.terminate()


def _wait_until_ready(server: subprocess.Popen[str]) -> None:
    """Read what the server says until it takes connections."""
    for line in server.stdout or ():
        if "eady to accept connections" in line:
            return
    raise RuntimeError("redis-server stopped before it was ready")
