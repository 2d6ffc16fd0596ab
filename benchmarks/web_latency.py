"""The running product: how long from `POST api/events` to the answer on the stream, its start, and its most memory."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
import uuid
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from measure import MEMORY, START, disk_folder, resident_mb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measure import Figures

LATENCY = "ms, POST to stream"
EVENTS = 60
WORDS = ("24 uur", "nee, 32 uur", "wat bedoel je?", "wie ziet dit?")


def one_round() -> Figures:
    """Start the product a second time, talk with one person, and give the medians."""
    with disk_folder() as folder:
        _first_start(folder)
        begun = time.monotonic()
        process, port = _start(folder)
        try:
            _healthy(port)
            ready = time.monotonic() - begun
            invited = _invitation(process)
            figures = {LATENCY: _talk(port, invited), START: ready}
            return figures | {MEMORY: resident_mb(process.pid)}
        finally:
            process.terminate()
            process.wait()
            if process.stdout:
                process.stdout.close()


def _first_start(folder: str) -> None:
    process, port = _start(folder)
    _healthy(port)
    process.terminate()
    process.wait()
    if process.stdout:
        process.stdout.close()


def _start(folder: str) -> tuple[subprocess.Popen[str], int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = int(free.getsockname()[1])
    environ = {**os.environ, "HALLOWERK_DATA_DIR": folder, "HALLOWERK_PORT": str(port), "HALLOWERK_DEMO": "1"}
    command = [sys.executable, "-m", "bot", "run"]
    process = subprocess.Popen(
        command,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    return process, port


def _healthy(port: int) -> None:
    """Wait for the first answer, at most 20 seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                if answer.status == http.client.OK:
                    return
        except OSError:
            time.sleep(0.005)
    raise TimeoutError("the product did not start")


def _invitation(process: subprocess.Popen[str]) -> str:
    """Read the first demo link from what `hallowerk run` prints."""
    for line in process.stdout or ():
        if found := re.search(r"/u/\S+", line):
            return found.group()
    raise AssertionError("no link was printed")


def _talk(port: int, link: str) -> float:
    """Post events one after another, and give the median milliseconds until the stream has the answer."""
    web = http.client.HTTPConnection("127.0.0.1", port)
    web.request("POST", link)
    opened = web.getresponse()
    opened.read()
    here = opened.headers["Location"]
    headers = {"Cookie": opened.headers["Set-Cookie"].split(";")[0]}
    listening = http.client.HTTPConnection("127.0.0.1", port)
    listening.request("GET", f"{here}api/stream", headers=headers)
    answers = _chat_messages(listening.getresponse())
    next(answers)
    taken = []
    for number in range(EVENTS):
        said = json.dumps({"id": str(uuid.uuid4()), "text": WORDS[number % len(WORDS)] if number else "ja"})
        begun = time.perf_counter()
        web.request("POST", f"{here}api/events", said, headers)
        web.getresponse().read()
        next(answers)
        taken.append((time.perf_counter() - begun) * 1000)
    web.close()
    listening.close()
    return statistics.median(taken)


def _chat_messages(stream: http.client.HTTPResponse) -> Iterator[dict[str, object]]:
    """Give the first message of the chat of each answer: one that follows a message of the person, or the start."""
    fresh = True
    for line in stream:
        if line.startswith(b"data: {") and b'"from"' in line:
            message = json.loads(line[6:])
            if message["from"] == "me":
                fresh = True
            elif fresh:
                fresh = False
                yield message
