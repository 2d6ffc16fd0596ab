"""`hallowerk run`: it starts, it answers, it stops when asked, and says in one sentence why it cannot."""

from __future__ import annotations

import re
import signal
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from commands.process import SECONDS, hallowerk, is_one_sentence, served

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"http://[^/]+(/u/[A-Za-z0-9_-]+)")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_starts_answers_and_stops_also_with_an_open_stream(tmp_path: Path, asked: signal.Signals) -> None:
    folder = tmp_path / "data"
    with served(folder) as (process, address, printed):
        assert address in printed[0]
        assert any(line.endswith("/demo") for line in printed)
        link = next(found[1] for line in printed if (found := LINK.search(line)))
        with httpx.Client(base_url=address, timeout=SECONDS) as browser:
            assert browser.get("/healthz").json() == {"database": True, "sender": True}
            chat = browser.post(link).headers["location"]
            with browser.stream("GET", f"{chat}api/stream") as stream:
                lines = stream.iter_lines()
                assert next(lines) == "retry: 2000"
                process.send_signal(asked)
                assert list(lines), "the stream ends well, after what it had to say"
        assert process.wait(SECONDS) == 0
    assert (tmp_path / "log").read_text() == "", "nothing to worry anybody"


def test_no_start_on_sqlite_loads_what_makes_tables_nor_what_is_for_postgresql(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for _start in ("first", "second"):
        with served(folder, "-X", "importtime") as (process, _address, _printed):
            process.terminate()
            assert process.wait(SECONDS) == 0
        loaded = set(re.findall(r"\| +(\S+)$", (tmp_path / "log").read_text(), re.MULTILINE))
        assert "sqlalchemy" in loaded
        assert not {"alembic", "sqlalchemy.dialects.postgresql"} & loaded


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = hallowerk(tmp_path, "run", HALLOWERK_PORT=str(port))
    assert is_one_sentence(done)
    assert str(port) in done.stderr


def test_a_key_that_is_another_ones(tmp_path: Path) -> None:
    made = hallowerk(tmp_path, "chat", stdin="1\n")
    assert made.returncode == 0
    folder = tmp_path / "data"
    with served(folder) as (process, address, printed):
        link = next(found[1] for line in printed if (found := LINK.search(line)))
        assert httpx.post(f"{address}{link}", timeout=SECONDS).status_code == 303
        process.terminate()
        assert process.wait(SECONDS) == 0
    for command in (("run",), ("status",), ("invite", "jobseeker")):
        done = hallowerk(folder, *command, HALLOWERK_KEY="0" * 64)
        assert is_one_sentence(done)
        assert "De sleutel past niet bij deze database." in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HALLOWERK_KEY", "geheim"),
        ("HALLOWERK_PORT", "geheim"),
        ("HALLOWERK_DATABASE_URL", "mysql://geheim"),
        ("HALLOWERK_DATABASE_URL", "postgresql://sam:geheim@127.0.0.1:9/x"),
        ("TELEGRAM_BOT_TOKEN", "geheim"),
        ("TELEGRAM_WEBHOOK_URL", "http://geheim"),
        ("HALLOWERK_GEMEENTE", "is er niet.toml"),
    ],
)
def test_a_setting_that_is_wrong(tmp_path: Path, name: str, value: str) -> None:
    done = hallowerk(tmp_path, "run", **{name: value})
    assert is_one_sentence(done)
    assert "geheim" not in done.stderr


@pytest.mark.parametrize("words", ["name = 3\n", "name = [\n", 'nome = "Voorbeeldstad"\n', ""])
def test_a_broken_gemeente_toml(tmp_path: Path, words: str) -> None:
    file = tmp_path / "gemeente.toml"
    file.write_text(words)
    assert is_one_sentence(hallowerk(tmp_path / "data", "run", HALLOWERK_GEMEENTE=str(file)))


def test_a_data_folder_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("dit is een bestand")
    done = hallowerk(file, "run")
    assert is_one_sentence(done)
    assert str(file) in done.stderr


def test_a_key_file_that_is_broken(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("kapot")
    assert is_one_sentence(hallowerk(tmp_path, "run"))
