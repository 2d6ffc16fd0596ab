"""Who may read what; taking along and erasing; the chat without script."""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING

import pytest

from web.guests import Guest, invite, once_of, rows, sign_in

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web

PAGES = ("", "plain")
CALLS = ("api/messages", "api/stream", "api/export")


async def _is_refused(browser: httpx.AsyncClient, here: str) -> None:
    for call in CALLS:
        answer = await browser.get(f"{here}{call}")
        assert answer.status_code == 401
        assert answer.json()["error"].endswith(".")
    event = {"id": str(uuid.uuid4()), "text": "hallo"}
    answer = await browser.post(f"{here}api/events", json=event)
    assert answer.status_code == 401
    assert "Ik heb niets van jou bewaard." in answer.json()["messages"][0]["text"]
    for page in PAGES:
        assert (await browser.get(f"{here}{page}")).status_code == 410
    assert (await browser.post(f"{here}plain", data=event)).status_code == 410


async def test_nobody_gets_in_without_the_cookie(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    before = rows(web)
    await _is_refused(other, fatima.here)
    await _is_refused(other, "/c/nobody/")
    assert rows(web) == before


@pytest.mark.parametrize("cookie", ["{id}.x", "{id}.", "{id}", ".", "", "{id}.{secret}x", "x.{secret}", "{id}.%00"])
async def test_nobody_gets_in_with_a_cookie_that_is_not_right(
    fatima: Guest, other: httpx.AsyncClient, cookie: str
) -> None:
    held = next(held for held in fatima.browser.cookies.jar if held.path == fatima.here)
    web_id, _sign, secret = str(held.value).partition(".")
    other.headers["Cookie"] = f"hallowerk={cookie.format(id=web_id, secret=secret)}"
    await _is_refused(other, fatima.here)


async def test_nobody_reads_the_conversation_of_another(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    bram = await sign_in(web, other)
    await fatima.say("Ik heet Zonnebloem")
    theirs = next(held for held in other.cookies.jar if held.path == bram.here)
    other.cookies.clear()
    other.headers["Cookie"] = f"hallowerk={theirs.value}"
    await _is_refused(other, fatima.here)
    assert (await other.get(bram.here)).status_code == 200


async def test_the_export_is_everything_of_one_person_and_nothing_of_another(
    web: Web, fatima: Guest, other: httpx.AsyncClient
) -> None:
    bram = await sign_in(web, other)
    await bram.say("Bramklaproos")
    await fatima.tap("Ja, ik doe mee")
    await fatima.say("Zonnebloem")
    await fatima.say("wat weet je van mij?")
    (file,) = [message["file"] for message in await fatima.messages() if "file" in message]
    answer = await fatima.browser.get(f"{fatima.here}{file['href']}")
    assert answer.headers["content-disposition"] == 'attachment; filename="hallowerk.json"'
    assert answer.headers["cache-control"] == "no-store"
    held = json.loads(answer.text)
    assert "Zonnebloem" in answer.text
    assert "Bramklaproos" not in answer.text
    assert bram.web_id not in answer.text
    assert len(held["messages"]) == len(await fatima.messages())
    assert "Bramklaproos" in (await other.get(f"{bram.here}api/export")).text


async def test_erasing_says_goodbye_in_its_answer_and_leaves_nothing(web: Web, browser: httpx.AsyncClient) -> None:
    before = rows(web)
    fatima = await sign_in(web, browser)
    await fatima.tap("Ja, ik doe mee")
    await fatima.say("wis alles")
    assert (await fatima.tap((await fatima.messages())[-1]["buttons"][0][0]["label"])).status_code == 202
    await _is_refused(browser, fatima.here)
    left = rows(web)
    # what an invitation left stays until it expires, and looks the same for all
    assert {name for name, count in left.items() if count != before[name]} == {"issued", "invitation"}


async def test_the_farewell_is_in_the_answer(fatima: Guest) -> None:
    answer = await fatima.tap("Nee, liever niet")
    assert answer.status_code == 202
    (farewell,) = answer.json()["messages"]
    assert (farewell["seq"], farewell["from"], farewell["buttons"]) == (None, "chat", [])
    assert "Ik heb alles van dit gesprek gewist." in farewell["text"]


async def test_the_link_of_an_erased_conversation_is_a_used_link(web: Web, browser: httpx.AsyncClient) -> None:
    token = invite(web)
    await once_of(browser, token)
    used = await browser.post(f"/u/{token}")
    await Guest(browser, used.headers["location"].split("/")[2]).tap("Nee, liever niet")
    assert (await browser.post(f"/u/{token}")).status_code == 410
    assert (await browser.get(f"/u/{token}")).status_code == 200
    assert "hallowerk" not in [cookie.name for cookie in browser.cookies.jar], "it would tell who shares the phone"


FORM = re.compile(r'<form method="post">.*?</form>', re.DOTALL)
FIELD = re.compile(r'name="(id|seq|value)" value="([^"]*)"')


def _buttons(page: str) -> dict[str, dict[str, str]]:
    """Find the forms of a plain page that are a button: what it says, and what it sends."""
    forms = [form for form in FORM.findall(page) if 'name="value"' in form]
    return {re.sub(r"<[^>]+>", "", form).strip(): dict(FIELD.findall(form)) for form in forms}


async def _post(browser: httpx.AsyncClient, here: str, form: dict[str, str]) -> str:
    answer = await browser.post(f"{here}plain", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "plain#newest")
    page = (await browser.get(f"{here}plain")).text
    assert page.count('id="newest"') == 1
    assert "<script" not in page
    return page


async def test_the_whole_way_without_script(fatima: Guest) -> None:
    browser, here = fatima.browser, fatima.here
    page = (await browser.get(f"{here}plain")).text
    yes = _buttons(page)["Ja, ik doe mee"]
    page = await _post(browser, here, yes)
    count = len(await fatima.messages())
    assert await _post(browser, here, yes)  # the same form sent twice
    assert len(await fatima.messages()) == count
    assert "Ja, ik doe mee" not in _buttons(page)
    page = await _post(browser, here, {"id": str(uuid.uuid4()), "text": "Zonne<b>loem"})
    assert "Zonne&lt;b&gt;loem" in page
    page = await _post(browser, here, {"id": str(uuid.uuid4()), "text": "wat weet je van mij?"})
    assert 'href="api/export"' in page
    page = await _post(browser, here, {"id": str(uuid.uuid4()), "text": "wis alles"})
    last = await browser.post(f"{here}plain", data=next(iter(_buttons(page).values())))
    assert last.status_code == 200
    assert "<form" not in last.text
    assert "Het gesprek is klaar" in last.text
    assert (await browser.get(f"{here}plain")).status_code == 410


@pytest.mark.parametrize(
    ("form", "status", "says"),
    [
        ({}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4())}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4()), "text": " "}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4()), "value": "join=yes"}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4()), "value": "join=yes", "seq": "²"}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4()), "value": "join=yes", "seq": "9" * 5000}, 422, "Ga terug"),
        ({"id": str(uuid.uuid4()), "text": "a" * 4001}, 413, "te lang"),
        ({"id": str(uuid.uuid4()), "text": "a" * 70_000}, 413, "te lang"),
    ],
)
async def test_a_form_that_cannot_be_taken_gets_a_page(
    web: Web, fatima: Guest, form: dict[str, str], status: int, says: str
) -> None:
    before = rows(web)
    answer = await fatima.browser.post(f"{fatima.here}plain", data=form)
    assert answer.status_code == status
    assert says in answer.text
    assert rows(web) == before
