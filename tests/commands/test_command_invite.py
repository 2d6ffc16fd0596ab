"""`hallowerk invite`: links that open, letters of one page, and lists that give nobody away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx
import pytest
from pypdf import PdfReader

from bot.text import Text
from bot.translate import render
from commands.process import SECONDS, hallowerk, is_one_sentence, served

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = {"HALLOWERK_BASE_URL": "https://chat.example"}
NONE_YET = "Er zijn nog geen uitnodigingen.\n"
LINK = re.compile(r"Link: +https?://[^/]+(/u/[A-Za-z0-9_-]+)")
NUMBER = re.compile(r"Nummer: +(\w+)")
REVOKED = "Niemand kan deze uitnodiging nu nog gebruiken.\n"


def found(pattern: re.Pattern[str], words: str) -> str:
    match = pattern.search(words)
    assert match, words
    return match[1]


def test_the_link_opens_once_and_a_revoked_one_never(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with served(folder, HALLOWERK_DEMO="0") as (_process, address, printed):
        assert not any("/demo" in line for line in printed)
        open_, used, revoked = (hallowerk(folder, "invite", "jobseeker").stdout for _invitation in range(3))
        with httpx.Client(base_url=address, timeout=SECONDS) as browser:
            assert browser.get(found(LINK, open_)).status_code == 200
            assert browser.post(found(LINK, used)).status_code == 303
            said = {
                hallowerk(folder, "invite", "revoke", number).stdout
                for number in (found(NUMBER, revoked), found(NUMBER, used), "onbekend")
            }
            assert said == {REVOKED}
            assert browser.post(found(LINK, revoked)).status_code == 410
            assert browser.post(found(LINK, open_)).status_code == 303
        listed = hallowerk(folder, "invite", "list").stdout.splitlines()
    numbers = {found(NUMBER, made) for made in (open_, used, revoked)}
    assert {line.split()[0] for line in listed} == numbers
    assert len({line.split(maxsplit=1)[1] for line in listed}) == 1, "used, open and revoked look the same"


def test_a_werkmatcher_comes_back_with_a_new_link(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with served(folder, HALLOWERK_DEMO="0") as (_process, address, _printed):
        ids = set()
        for more in ((), ("--lets-in",)):
            made = hallowerk(folder, "invite", "werkmatcher", "--name", "Karin", *more).stdout
            assert "?voor=werkmatcher" in made
            with httpx.Client(base_url=address, timeout=SECONDS) as browser:
                assert browser.post(found(LINK, made)).headers["location"] == "/desk/"
                ids.add(browser.get("/desk/api/state").json()["me"]["id"])
        assert len(ids) == 1


def test_the_letter_is_one_page_with_the_link(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    done = hallowerk(tmp_path / "data", "invite", "jobseeker", "--valid", "1h", "--letter", str(file), **ADDRESS)
    assert done.returncode == 0
    assert str(file) in done.stdout
    pages = PdfReader(file).pages
    assert len(pages) == 1
    assert found(LINK, done.stdout)[3:] in pages[0].extract_text().replace("\n", "")


@pytest.mark.parametrize("valid", ["", "d", "0d", "-1d", "1.5d", "30", "3x", "99999d"])
def test_a_wrong_period_says_how(tmp_path: Path, valid: str) -> None:
    done = hallowerk(tmp_path, "invite", "jobseeker", f"--valid={valid}")
    assert done.returncode == 2
    assert render(Text("schrijf een getal met d, h of w, zoals 30d"), "nl") in done.stderr
    assert not any(tmp_path.iterdir())


def test_a_letter_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    file = tmp_path / "er is geen map" / "brief.pdf"
    done = hallowerk(tmp_path / "data", "invite", "jobseeker", "--letter", str(file), **ADDRESS)
    assert is_one_sentence(done)
    assert str(file) in done.stderr
    assert hallowerk(tmp_path / "data", "invite", "list").stdout == NONE_YET, "no letter, no invitation"


@pytest.mark.parametrize("address", ["", "http://chat.example", "https://localhost:8443", "https://127.0.0.1"])
def test_no_letter_with_a_link_that_opens_nowhere_else(tmp_path: Path, address: str) -> None:
    file = tmp_path / "brief.pdf"
    here = {"HALLOWERK_BASE_URL": address} if address else {}
    done = hallowerk(tmp_path / "data", "invite", "jobseeker", "--letter", str(file), **here)
    assert is_one_sentence(done)
    assert "HALLOWERK_BASE_URL" in done.stderr
    assert not any(tmp_path.iterdir())


def test_nobody_else_on_the_machine_can_read_what_a_command_writes(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "brief.pdf"
    assert hallowerk(folder, "invite", "jobseeker", "--letter", str(file), **ADDRESS).returncode == 0
    assert folder.stat().st_mode & 0o777 == 0o700
    written = [file, *folder.iterdir()]
    assert {path.name for path in written} >= {"brief.pdf", "hallowerk.db", "key"}
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}


def test_telegram_away_still_gives_the_link_for_the_web(tmp_path: Path) -> None:
    away = {"TELEGRAM_BOT_TOKEN": "1:abc", "TELEGRAM_API_BASE": "http://127.0.0.1:9"}
    done = hallowerk(tmp_path, "invite", "jobseeker", **away)
    assert done.returncode == 0
    assert "Telegram geeft nu geen antwoord." in done.stdout
    assert found(LINK, done.stdout)
    assert "1:abc" not in done.stdout + done.stderr


def test_nobody_invited_yet(tmp_path: Path) -> None:
    assert hallowerk(tmp_path, "invite", "list").stdout == NONE_YET
