"""The pages and files around the conversation: headers, errors, sizes, health, and what the log says."""

from __future__ import annotations

import gzip
import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.handlers.guesses import MOST_OF_ONE
from bot.replay.house import House, house
from stages.serving import web_of
from web.guests import UNKNOWN, Guest, code_of, invite, once_of, sign_in

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from stages.serving import Web

FIRST_PAGE = 60_000
"""Bytes as sent that the first page may take, with all that belongs to it (issue: under 60 kB)."""

ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon|manifest)" href|script src|img src)="([^"]+)"')


async def test_every_answer_keeps_to_itself(web: Web, fatima: Guest) -> None:
    token = invite(web)
    for path in ("/", f"/u/{token}", f"/u/{UNKNOWN}", "/koppel", fatima.here, f"{fatima.here}plain", "/niets"):
        answer = await fatima.browser.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers
        # what the policy forbids is not there
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", answer.text)
        scripts = re.findall(r"<script([^>]*)>", answer.text)
        assert all(" src=" in script or 'type="application/json"' in script for script in scripts)
        assert not re.search(r'(?:src|href)="(?:https?:)?//', answer.text)  # nothing of a third party (V12)
    for call in ("api/messages", "api/export"):
        assert (await fatima.browser.get(f"{fatima.here}{call}")).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("page", ["welcome", "chat"])
async def test_the_first_page_is_small(web: Web, fatima: Guest, page: str) -> None:
    path = fatima.here if page == "chat" else f"/u/{invite(web)}"
    seen = {path}
    total = await _sent(fatima.browser, path)
    shown = (await fatima.browser.get(path)).text
    for asset in ASSET.findall(shown):
        address = asset if asset.startswith("/") else f"{fatima.here}{asset}"
        if address not in seen:
            seen.add(address)
            total += await _sent(fatima.browser, address)
    if page == "chat":
        total += await _sent(fatima.browser, "/sw.js") + await _sent(fatima.browser, f"{fatima.here}api/messages")
        assert len(seen) >= 7
    assert total < FIRST_PAGE


async def _sent(browser: httpx.AsyncClient, path: str) -> int:
    """Count what goes over the line: the headers and the body as it is sent."""
    async with browser.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200
        body = b"".join([chunk async for chunk in answer.aiter_raw()])
    return len(body) + sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)


async def test_files_have_a_version_and_are_kept_for_ever(fatima: Guest) -> None:
    page = (await fatima.browser.get(fatima.here)).text
    assets = [asset for asset in ASSET.findall(page) if asset.startswith("/static/")]
    assert assets
    for asset in assets:
        assert re.fullmatch(r"/static/[a-z.-]+\?v=\w+", asset)
        answer = await fatima.browser.get(asset)
        assert answer.status_code == 200
        if not asset.startswith("/static/gemeente.css"):
            assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    async with fatima.browser.stream("GET", assets[0], headers={"Accept-Encoding": "gzip"}) as zipped:
        assert zipped.headers["content-encoding"] == "gzip"
        body = b"".join([chunk async for chunk in zipped.aiter_raw()])
    assert gzip.decompress(body) == (await fatima.browser.get(assets[0])).content


async def test_the_gemeentes_colour_is_on_every_page(web: Web, browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/static/gemeente.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert web.edge.gemeente.look.colour in answer.text


@pytest.mark.parametrize(("colour", "is_readable"), [("#1d5b79", True), ("#ffd400", False), ("#000000", True)])
async def test_a_colour_that_cannot_be_read_is_not_that_of_words(*, colour: str, is_readable: bool) -> None:
    async with house() as opened:
        world = opened.turns.world
        look = replace(world.gemeente.look, colour=colour)
        opened.turns.world = replace(world, gemeente=replace(world.gemeente, look=look))
        async with web_of(opened) as web, web.client() as browser:
            css = (await browser.get("/static/gemeente.css")).text
    assert f"--brand:{colour}" in css
    assert ("--tap" in css) == is_readable


async def test_the_chat_can_be_put_among_the_apps(fatima: Guest, other: httpx.AsyncClient) -> None:
    answer = await other.get(f"{fatima.here}manifest.webmanifest")  # browsers ask for it without a cookie
    assert answer.headers["content-type"] == "application/manifest+json"
    manifest = answer.json()
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("./", "./", "standalone")
    for icon in manifest["icons"]:
        shown = await other.get(icon["src"])
        assert shown.headers["content-type"] == icon["type"]


@pytest.mark.parametrize(
    "path",
    ["/niets", "/static/niets.js", "/static/%00", "/static/..%2fsite.py", "/static/templates", "/u/", "/c/"],
)
async def test_what_is_not_there_is_a_friendly_page(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


async def test_what_is_not_there_in_the_api_is_told_in_json(fatima: Guest) -> None:
    answer = await fatima.browser.get(f"{fatima.here}api/niets")
    assert (answer.status_code, set(answer.json())) == (404, {"error"})


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("PUT", "/koppel", "GET"), ("DELETE", "/u/x", "GET"), ("GET", "/c/x/api/events", "POST")],
)
async def test_another_method_is_refused(browser: httpx.AsyncClient, method: str, path: str, allowed: str) -> None:
    answer = await browser.request(method, path)
    assert answer.status_code == 405
    assert allowed in answer.headers["allow"]


async def test_head_is_get_without_a_body(web: Web, fatima: Guest) -> None:
    for path in ("/", f"/u/{invite(web)}", "/koppel", fatima.here, "/static/chat.css", "/sw.js", "/healthz"):
        head, get = await fatima.browser.head(path), await fatima.browser.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert head.headers["content-type"] == get.headers["content-type"]


async def test_the_front_door_says_where_to_get_a_link(web: Web, browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/")
    assert answer.status_code == 200
    assert "Ik heb niets van jou bewaard." in answer.text
    assert web.edge.gemeente.contact.phone in answer.text
    assert 'action="/koppel"' in answer.text


async def test_the_demo_shows_its_people_side_by_side() -> None:
    people = (("Fatima", "Zoekt <werk>.", "/u/een"), ("Bram", "Ook.", "/u/twee"))
    async with house() as opened, web_of(opened, demo=people) as web, web.client() as browser:
        front = await browser.get("/")
        assert (front.status_code, front.headers["location"]) == (303, "/demo")
        page = (await browser.get("/demo")).text
    assert re.findall(r'<iframe src="([^"]+)" title="([^"]+)"', page) == [("/u/een", "Fatima"), ("/u/twee", "Bram")]
    assert "Zoekt &lt;werk&gt;." in page


async def test_without_a_demo_there_is_none(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/demo")).status_code == 404


async def test_health(tmp_path: Path) -> None:
    opened = House(tmp_path)
    async with web_of(opened) as web, web.client() as browser:
        answer = await browser.get("/healthz")
        assert (answer.status_code, answer.json()) == (200, {"database": True, "sender": True})
        opened.store.close()
        (tmp_path / "story.db").write_bytes(b"no database " * 1000)
        answer = await browser.get("/healthz")
        assert (answer.status_code, answer.json()) == (503, {"database": False, "sender": True})
        for _try in range(MOST_OF_ONE + 1):  # which are nobody's guesses
            page = await browser.post(f"/u/{UNKNOWN}")
            assert page.status_code == 503
        assert "Probeer het over 5 minuten nog een keer." in page.text
    opened.close()


async def test_a_sender_that_does_not_work_is_no_health() -> None:
    async with house() as opened, web_of(opened, sender_works=lambda: False) as web, web.client() as browser:
        answer = await browser.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": True, "sender": False})


async def test_no_log_line_holds_what_is_personal(
    web: Web, browser: httpx.AsyncClient, other: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Over a whole conversation, its errors included, from every logger (V15).

    But not the test's own client, nor uvicorn's access log: that is off, only pytest listens all the same.
    """
    caplog.set_level(logging.DEBUG)
    token = invite(web)
    once = await once_of(browser, token)
    answer = await browser.post(f"/u/{token}")
    fatima = Guest(browser, answer.headers["location"].split("/")[2])
    secret = next(str(cookie.value) for cookie in browser.cookies.jar if cookie.name == "hallowerk").partition(".")[2]
    await fatima.tap("Ja, ik doe mee")
    for words in ("Zonnebloem", "schoonmaker in Overvecht", "0612345678", "zonnebloem@example.org"):
        assert (await fatima.say(words)).status_code == 202
    code = await code_of(fatima)
    assert (await fatima.say("ik wil dood")).status_code == 202
    await other.post("/koppel", data={"code": "99999999"})
    await other.get(f"/u/{token}")
    await other.get(f"{fatima.here}api/messages")
    await fatima.post('{"id": "zonnebloem", "text": "Zonne')
    await fatima.say("Zonnebloem" * 500)
    web.house.store.write(lambda unit: unit.connection.exec_driver_sql("ALTER TABLE conversation RENAME TO weg"))
    assert (await fatima.say("Zonnebloem")).status_code == 500
    assert (await browser.post(f"{fatima.here}plain", data={"id": "a" * 9, "text": "Zonnebloem"})).status_code == 500
    web.house.turns.close()
    assert (await fatima.say("Zonnebloem")).status_code == 500
    said = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "uvicorn.access"))]
    assert any(record.levelno == logging.ERROR for record in said)
    log = "\n".join(f"{record.name} {record.getMessage()} {record.exc_text or ''} {record.args}" for record in said)
    for personal in (token, once, secret, fatima.web_id, code, code.replace(" ", ""), "99999999", "0612345678"):
        assert personal not in log
    for personal in ("zonne", "overvecht", "example.org", "dood"):
        assert personal not in log.lower()


async def test_two_people_in_the_demo_have_a_conversation_each(web: Web, browser: httpx.AsyncClient) -> None:
    people = [await sign_in(web, browser) for _person in range(2)]
    for person, words in zip(people, ("wie ben jij?", "moet dit?"), strict=True):
        await person.say(words)
    for person, words in zip(people, ("wie ben jij?", "moet dit?"), strict=True):
        assert [held["text"] for held in await person.messages() if held["from"] == "me"] == [words]
