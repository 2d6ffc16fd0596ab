"""Invitations from the desk, and the guide."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from bot.handlers.desk_guide import SOURCE, blocks, guide
from bot.replay.house import BASE_URL, house
from stages.serving import web_of
from web.desk_guests import Werkmatcher, desk_invite, sit_down, werkmatcher
from web.guests import once_of, rows

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web

LINK = re.compile(r'id="link" readonly value="([^"]+)"')
FOR_A_JOBSEEKER = {"for": "jobseeker", "support": "zelfstandig", "contact": "direct"}


@pytest.fixture
async def karin(web: Web, other: httpx.AsyncClient) -> Werkmatcher:
    return await sit_down(web, other, "Karin")


def _link(page: str) -> str:
    found = LINK.search(page)
    assert found
    return found[1]


async def test_a_link_for_a_jobseeker_opens_the_chat(web: Web, karin: Werkmatcher, browser: httpx.AsyncClient) -> None:
    page = (await karin.browser.post("/desk/invitations", data=FOR_A_JOBSEEKER)).text
    link = _link(page)
    assert "<svg" in page
    assert "tot en met woensdag 23 december 2026" in page
    token = link.removeprefix(f"{web.address}/u/")
    await once_of(browser, token)
    answer = await browser.post(f"/u/{token}")
    assert answer.headers["location"].startswith("/c/")
    again = (await karin.browser.get("/desk/invitations")).text
    assert token not in again, "it is shown once"


async def test_a_letter_where_the_address_works_from_a_letter() -> None:
    async with house() as opened, web_of(opened, base_url=BASE_URL) as web, web.client() as browser:
        browser.headers["Cookie"] = await _cookie(web)
        page = (await browser.post("/desk/invitations", data=FOR_A_JOBSEEKER)).text
        fields = dict(re.findall(r'name="(token|until)" value="([^"]+)"', page))
        answer = await browser.post("/desk/invitations/letter", data=fields)
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["cache-control"] == "no-store"
        text = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
        assert "Wil je praten over werk?" in text
        assert fields["token"] in text.replace("\n", "")
        for wrong in ({**fields, "token": "x"}, {**fields, "until": "morgen"}, {}):
            assert (await browser.post("/desk/invitations/letter", data=wrong)).status_code == 422


async def _cookie(web: Web) -> str:
    """Sign in where cookies are for https alone: the client here speaks http."""
    async with web.client() as browser:
        token = desk_invite(web, "Karin")
        page = await browser.get(f"/u/{token}")
        once = page.headers["set-cookie"].split(";")[0]
        answer = await browser.post(f"/u/{token}", headers={"Cookie": once})
        return str(answer.headers["set-cookie"]).split(";")[0]


async def test_no_letter_with_an_address_that_only_this_machine_opens(karin: Werkmatcher) -> None:
    page = (await karin.browser.post("/desk/invitations", data=FOR_A_JOBSEEKER)).text
    assert "/desk/invitations/letter" not in page
    token = _link(page).rpartition("/")[2]
    answer = await karin.browser.post("/desk/invitations/letter", data={"token": token, "until": "2026-12-23"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "form", [{}, {"for": "jobseeker"}, {**FOR_A_JOBSEEKER, "support": "baas"}, {"for": "werkgever"}]
)
async def test_what_cannot_be_made_is_not_made(web: Web, karin: Werkmatcher, form: dict[str, str]) -> None:
    before = rows(web)
    assert (await karin.browser.post("/desk/invitations", data=form)).status_code == 422
    assert rows(web) == before


async def test_a_link_for_a_colleague_needs_the_right(web: Web, karin: Werkmatcher, browser: httpx.AsyncClient) -> None:
    async with werkmatcher(web, "Anna", lets_in=True) as anna:
        (colleague,) = (await anna.desk())["colleagues"]
        form = {"for": "colleague", "colleague": colleague["id"]}
        before = rows(web)
        assert (await karin.browser.post("/desk/invitations", data=form)).status_code == 422
        assert "Nieuwe link voor een collega" not in (await karin.browser.get("/desk/invitations")).text
        wrong = {"for": "colleague", "colleague": "0" * 32}
        assert (await anna.browser.post("/desk/invitations", data=wrong)).status_code == 422
        assert rows(web) == before
        link = _link((await anna.browser.post("/desk/invitations", data=form)).text)
        path = link.removeprefix(web.address)
        await browser.get(path)
        assert (await browser.post(path)).headers["location"] == "/desk/"
        assert (await Werkmatcher(browser, web).desk())["me"]["name"] == "Karin"
        assert (await browser.post("/desk/invitations", data=form)).status_code == 422, "she got no new right"


async def test_a_link_for_a_colleague_works_for_an_hour(
    web: Web, karin: Werkmatcher, browser: httpx.AsyncClient
) -> None:
    me = (await karin.desk())["me"]["id"]
    async with werkmatcher(web, "Anna", lets_in=True) as anna:
        page = await anna.browser.post("/desk/invitations", data={"for": "colleague", "colleague": me})
        path = _link(page.text).removeprefix(web.address)
        web.house.now += timedelta(minutes=61)
        await browser.get(path)
        assert (await browser.post(path)).status_code == 410


async def test_the_right_comes_and_goes_with_a_link_of_the_command_line(web: Web, browser: httpx.AsyncClient) -> None:
    async with werkmatcher(web, "Anna", lets_in=True) as anna, werkmatcher(web, "Piet"):
        assert "Nieuwe link voor een collega" in (await anna.browser.get("/desk/invitations")).text
        await sit_down(web, browser, "Anna")
        assert "Nieuwe link voor een collega" not in (await anna.browser.get("/desk/invitations")).text


async def test_the_guide_says_what_its_source_says(karin: Werkmatcher) -> None:
    page = (await karin.browser.get("/desk/guide")).text
    assert "<h1>Van bemiddelaar naar coach</h1>" in page
    assert "<strong>Of iemand meedoet.</strong>" in page
    shown = re.sub(r"<[^>]+>", " ", page)
    for word in re.findall(r"[^\W\d_]+", SOURCE.read_text(encoding="utf-8")):
        assert word in shown
    (questions,) = [lines for kind, lines in guide() if kind == "ol"]
    assert len(questions) == 10


def test_the_guide_is_headings_paragraphs_lists_and_bold() -> None:
    source = "# Kop\n\nEen zin\nen **meer** <b>.\n\n- een\n  en verder\n- twee\n\n1. eerst\n"
    assert blocks(source) == [
        ("h1", [[(False, "Kop")]]),
        ("p", [[(False, "Een zin en "), (True, "meer"), (False, " <b>.")]]),
        ("ul", [[(False, "een en verder")], [(False, "twee")]]),
        ("ol", [[(False, "eerst")]]),
    ]
