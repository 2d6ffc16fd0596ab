"""`hallowerk run` as it is started: what it serves, and what it writes to its log."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
import sys
from typing import TYPE_CHECKING

import httpx
import pytest

from commands.process import SECONDS, kept_port
from web.guests import ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import StrPath

LINK = re.compile(r"http://127\.0\.0\.1:\d+(/u/([A-Za-z0-9_-]+))")


@pytest.fixture
def product(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """Start the product with a fresh data folder; give it, its address, and its log."""
    log = tmp_path / "log"
    environ: dict[str, StrPath] = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONUNBUFFERED": "1",
        "HALLOWERK_DATA_DIR": str(tmp_path / "data"),
    }
    command = [sys.executable, "-m", "bot", "run"]
    with (
        kept_port() as port,
        log.open("w") as err,
        subprocess.Popen(
            command, env=environ | {"HALLOWERK_PORT": str(port)}, stdout=subprocess.PIPE, stderr=err, text=True
        ) as running,
    ):
        yield running, f"http://127.0.0.1:{port}", log
        running.terminate()
        if running.stdout:
            running.stdout.read()


def test_a_conversation_leaves_nothing_in_the_log(product: tuple[subprocess.Popen[str], str, Path]) -> None:
    running, address, log = product
    assert running.stdout
    link = None
    for line in running.stdout:
        link = link or LINK.search(line)
        if "Ctrl+C" in line:
            break
    assert link, log.read_text()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with httpx.Client(base_url=address, trust_env=False, verify=context, timeout=SECONDS) as browser:
        once = ONCE.search(browser.get(link[1]).headers["set-cookie"])
        assert once
        here = browser.post(link[1]).headers["location"]
        said = {"id": "0b8f9c1e-3a52", "text": "Zonnebloem"}
        assert browser.post(f"{here}api/events", json=said).status_code == 202
        assert "Zonnebloem" in browser.get(f"{here}api/messages").text
        assert browser.get("/healthz").json() == {"database": True, "sender": True}
        assert "<iframe" in browser.get("/demo").text
    running.terminate()
    assert running.wait(SECONDS) in {0, -15}
    written = log.read_text()
    for personal in (link[2], once[1], here.split("/")[2], "Zonnebloem"):
        assert personal not in written
    assert "Traceback" not in written
