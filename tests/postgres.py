"""A private PostgreSQL server of the installed binaries: no TCP, its socket and its data in a temporary folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLE = "hallowerk"
_QUICK = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def binaries() -> Path | None:
    """Give the folder of the newest installed server, None where there is none."""
    found = [file.parent for file in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    return Path(on_path).parent if on_path else None


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. Stopped and started again, it is the same one."""

    folder: Path
    programs: Path
    numbers: count[int]

    def url(self, database: str) -> str:
        """Give the address of a database."""
        return f"postgresql://{ROLE}@/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a new database like another one; give its name."""
        name = f"test{next(self.numbers)}"
        self.do(f"create database {name} template {template} strategy file_copy")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, and throw out who still uses it."""
        self.do(f"drop database {name} with (force)")

    def do(self, statement: str) -> None:
        """Do something to the server as a whole."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start, and wait until it answers."""
        self.run("pg_ctl", "-w", "-o", f"{_QUICK} -k {self.folder}", "-l", str(self.folder / "log"), "start")

    def stop(self) -> None:
        """Stop, and throw out who is connected."""
        self.run("pg_ctl", "-w", "-m", "fast", "stop")

    def run(self, program: str, *options: str) -> None:
        """Run one of the server's programs; as root, which they refuse, as its owner."""
        owner = self.folder.stat()
        is_root = os.getuid() == 0
        subprocess.run(
            [self.programs / program, "-D", self.folder / "data", *options],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            user=owner.st_uid if is_root else None,
            group=owner.st_gid if is_root else None,
            extra_groups=[] if is_root else None,
        )


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Make a server, and remove it again."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("initdb")
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as made:  # a socket's path must be short
        folder = Path(made)
        if os.getuid() == 0:
            shutil.chown(folder, "nobody")
        server = Server(folder, programs, count(1))
        server.run("initdb", "-U", ROLE, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        server.start()
        try:
            yield server
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):  # a test stopped it already
                server.stop()
