"""`hallowerk vacancies import`: a line for each record, nothing twice, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from importing.records import posting

from commands.process import environ, hallowerk, is_one_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def written(folder: Path, *records: Any, name: str = "banen.json") -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(list(records)))
    return str(file)


def imported(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    done = hallowerk(folder / "data", "vacancies", "import", *arguments)
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout.splitlines()


def test_new_then_the_same_then_changed(tmp_path: Path) -> None:
    file = written(tmp_path, posting(1), posting(2, title="Sterrenveger"))
    code, said = imported(tmp_path, file)
    assert code == 1
    assert said[:2] == [
        "nieuw: Zon:1 Schoonmaker",
        "geweigerd: Zon:2 Sterrenveger: Dit beroep ken ik niet: Sterrenveger.",
    ]
    assert said[-6:] == [
        "nieuw: 1",
        "veranderd: 0",
        "hetzelfde: 0",
        "gesloten: 0",
        "geweigerd: 1",
        "Vacatures die nu open staan: 1",
    ]
    code, said = imported(tmp_path, written(tmp_path, posting(1)))
    assert (code, said[0]) == (0, "hetzelfde: Zon:1 Schoonmaker")
    code, said = imported(tmp_path, written(tmp_path, posting(1, workHours="32")))
    assert (code, said[0]) == (0, "veranderd: Zon:1 Schoonmaker")
    code, said = imported(tmp_path, written(tmp_path, posting(1, validThrough="2020-01-01")))
    assert said[0] == "gesloten: Zon:1 Schoonmaker: De laatste dag was woensdag 1 januari 2020."
    assert said[-1] == "Vacatures die nu open staan: 0"
    code, said = imported(tmp_path, written(tmp_path, posting(1)))
    assert said[0] == "veranderd: Zon:1 Schoonmaker"
    assert said[-1] == "Vacatures die nu open staan: 1"


def test_the_same_number_twice_in_one_file(tmp_path: Path) -> None:
    code, said = imported(tmp_path, written(tmp_path, posting(1), posting(1, title="Kok")))
    assert (code, said[1]) == (1, "geweigerd: Zon:1 Kok: Dit nummer staat er 2 keer in. De eerste telt.")


def test_what_is_no_longer_there_is_closed_only_when_all_is_there(tmp_path: Path) -> None:
    both, one = written(tmp_path, posting(1), posting(2)), written(tmp_path, posting(1), name="een.json")
    assert imported(tmp_path, both, "--source", "zon")[1][-1] == "Vacatures die nu open staan: 2"
    assert imported(tmp_path, both, "--source", "maan")[1][-1] == "Vacatures die nu open staan: 4"
    assert imported(tmp_path, one, "--source", "zon")[1][-1] == "Vacatures die nu open staan: 4"
    (tmp_path / "stuk.json").write_text('[{"title": "half')
    _code, said = imported(tmp_path, str(tmp_path / "stuk.json"), "--source", "zon", "--complete")
    assert said[-1] == "Vacatures die nu open staan: 4", "what could not be read closes nothing"
    _code, said = imported(tmp_path, one, "--source", "zon", "--complete")
    assert "Gesloten, want ze staan er niet meer in: 1" in said
    assert said[-1] == "Vacatures die nu open staan: 3"
    done = hallowerk(tmp_path / "data", "vacancies", "import", one, "--complete")
    assert is_one_sentence(done)


def test_a_folder_is_read_whole_and_links_in_it_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    written(folder, posting(1), name="a.json")
    written(folder / "dieper", posting(2), name="b.jsonld")
    (folder / "c.html").write_text(f'<script type="application/ld+json">{json.dumps(posting(3))}</script>')
    (folder / "d.json").write_bytes(b"PK\x03\x04")
    (folder / "e.txt").write_text("geen vacature")
    (folder / "f.json").symlink_to(folder / "f.json")
    (folder / "rond").symlink_to(folder, target_is_directory=True)
    code, said = imported(tmp_path, str(folder))
    assert code == 1
    assert said[:4] == [
        "nieuw: Zon:1 Schoonmaker",
        "nieuw: Zon:3 Schoonmaker",
        f"{folder}/d.json: Dit is geen json en geen html in utf-8.",
        "nieuw: Zon:2 Schoonmaker",
    ]


@pytest.mark.parametrize("given", ["is-er-niet.json", ".", "file:///etc/passwd", "ftp://voorbeeld.example/banen.json"])
def test_what_is_not_there_says_so(tmp_path: Path, given: str) -> None:
    done = hallowerk(tmp_path / "data", "vacancies", "import", given if "://" in given else str(tmp_path / given))
    assert done.returncode == 1
    assert done.stdout + done.stderr


def test_a_kill_in_the_middle_loses_nothing_and_again_ends_it(tmp_path: Path) -> None:
    file = written(tmp_path, *(posting(number) for number in range(450)))
    command = [sys.executable, "-m", "bot", "vacancies", "import", file]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ(tmp_path / "data"), text=True) as running:
        assert running.stdout
        for number, _line in enumerate(running.stdout):
            if number == 120:
                os.kill(running.pid, signal.SIGKILL)
                break
    _code, said = imported(tmp_path, file)
    counts = dict(line.rsplit(": ", 1) for line in said[-6:])
    assert int(counts["nieuw"]) + int(counts["hetzelfde"]) == 450
    assert int(counts["hetzelfde"]) >= 121 - 1
    assert counts["Vacatures die nu open staan"] == "450"


class Site(BaseHTTPRequestHandler):
    """A site with vacancies, and with what a site should not do."""

    moved: ClassVar[dict[str, str]] = {
        "/verhuisd": "/banen.json",
        "/bestand": "file:///etc/passwd",
        "/ftp": "ftp://127.0.0.1/banen.json",
        "/rondje": "/rondje",
    }

    def do_GET(self) -> None:
        if self.path in self.moved:
            self.send_response(302)
            self.send_header("Location", self.moved[self.path])
            self.end_headers()
        elif self.path == "/banen.json":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps([posting(1)]).encode())
        elif self.path == "/groot":
            self.send_response(200)
            self.end_headers()
            with_spaces = b"[" + b" " * (1 << 20)
            try:
                for _time in range(80):
                    self.wfile.write(with_spaces)
            except OSError:
                pass  # the reader had enough
        else:
            self.send_error(404)

    def log_message(self, *_rest: object) -> None:
        pass


@contextmanager
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_an_address_is_read_when_the_operator_names_it(tmp_path: Path) -> None:
    with site() as address:
        for path in ("/banen.json", "/verhuisd"):
            assert imported(tmp_path, address + path)[0] == 0
        for path, why in {
            "/bestand": "Dit adres geeft geen vacatures maar een fout: 302.",
            "/ftp": "Dit adres stuurt door naar iets anders dan https. Dat doe ik niet.",
            "/rondje": "Dit adres geeft geen vacatures maar een fout: 302.",
            "/niets": "Dit adres geeft geen vacatures maar een fout: 404.",
            "/groot": "Wat op dit adres staat, is te groot of komt te langzaam.",
        }.items():
            code, said = imported(tmp_path, address + path)
            assert (code, said[0]) == (1, f"{address}{path}: {why}")
    code, said = imported(tmp_path, address)
    assert (code, said[0]) == (1, f"{address}: Dit adres geeft geen antwoord. Kijk of het klopt.")
