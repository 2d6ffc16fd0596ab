"""The invitation link: what a GET and a POST do, on this device and on another."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING

import pytest

from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.handlers.api import NO_JSON
from bot.handlers.guesses import MOST_OF_ONE, WINDOW_SECONDS
from bot.inviting import invite as invite_as_staff
from bot.replay.house import house
from bot.text import _
from bot.translate import render
from stages.serving import web_of
from web.guests import UNKNOWN, Guest, invite, once_of, rows, sign_in

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web

PREVIEWS = (
    "WhatsApp/2.23.20 A",
    "TelegramBot (like TwitterBot)",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
)


async def test_looking_never_uses_the_invitation_up(web: Web, browser: httpx.AsyncClient) -> None:
    token = invite(web)
    before = rows(web)
    for agent in PREVIEWS:
        for method in ("GET", "HEAD", "GET"):
            shown = await browser.request(method, f"/u/{token}", headers={"User-Agent": agent})
            assert shown.status_code == 200
            assert (shown.text == "") == (method == "HEAD")
            assert "hallowerk=" not in shown.headers.get("set-cookie", "")
    assert rows(web) == before
    used = await browser.post(f"/u/{token}")
    assert used.status_code == 303


@pytest.mark.parametrize("base_url", ["http://chat.example", "https://chat.example"])
async def test_the_cookies_are_only_for_this_conversation_and_this_link(base_url: str) -> None:
    async with house() as opened, web_of(opened, base_url=base_url) as web, web.client() as browser:
        token = invite(web)
        used = await browser.post(f"/u/{token}")
    here = used.headers["location"]
    assert here.startswith("/c/")
    paths = set()
    for header in used.headers.get_list("set-cookie"):
        (cookie,) = SimpleCookie(header).values()
        paths.add(cookie["path"])
        assert cookie["httponly"]
        assert cookie["samesite"] == "lax"
        assert bool(cookie["secure"]) == base_url.startswith("https:")
        assert int(cookie["max-age"]) > 86_400
        assert token not in cookie.value
    assert paths == {here, f"/u/{token}"}


async def test_the_same_page_sent_twice_signs_in_once_more(web: Web, browser: httpx.AsyncClient) -> None:
    token = invite(web)
    once = {"hallowerk-once": await once_of(browser, token)}
    first = await browser.post(f"/u/{token}")
    before = rows(web)
    async with web.client() as waiting:  # the first answer was lost on its way: only the page's own cookie is there
        again = await waiting.post(f"/u/{token}", headers=_cookie(once))
    assert (again.status_code, again.headers["location"]) == (303, first.headers["location"])
    assert (await browser.get(again.headers["location"])).status_code == 200
    assert rows(web) == before
    await web.house.passes(timedelta(minutes=11))
    async with web.client() as late:
        assert (await late.post(f"/u/{token}", headers=_cookie(once))).status_code == 410


def _cookie(held: dict[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in held.items())}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_a_form_of_another_site_opens_nothing(
    web: Web, browser: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    """Who knows the link must not be able to open it in somebody's browser and read along (V3)."""
    token = invite(web)
    assert (await browser.post(f"/u/{token}", headers=headers)).status_code == status
    assert rows(web)["person"] == (status == 303)


async def test_a_double_tap_opens_one_conversation_and_says_hello_once(web: Web, browser: httpx.AsyncClient) -> None:
    token = invite(web)
    await once_of(browser, token)
    posts = await asyncio.gather(*(browser.post(f"/u/{token}") for _tap in range(4)))
    assert {(post.status_code, post.headers["location"]) for post in posts} == {(303, posts[0].headers["location"])}
    guest = Guest(browser, posts[0].headers["location"].split("/")[2])
    texts = [message["text"] for message in await guest.messages()]
    assert len(texts) == len(set(texts)) > 0
    assert rows(web)["person"] == 1


async def test_another_page_or_none_finds_the_link_used(
    web: Web, browser: httpx.AsyncClient, other: httpx.AsyncClient
) -> None:
    token = invite(web)
    await once_of(other, token)  # opened there before it was used here
    assert (await browser.post(f"/u/{token}")).status_code == 303
    for once in ("", "kort", "x" * 65):
        assert (await other.post(f"/u/{token}", headers=_cookie({"hallowerk-once": once}))).status_code == 410
    assert (await other.post(f"/u/{token}")).status_code == 410


async def test_a_page_without_its_value_still_opens(web: Web, browser: httpx.AsyncClient) -> None:
    used = await browser.post(f"/u/{invite(web)}")
    assert used.status_code == 303
    assert (await browser.get(used.headers["location"])).status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_the_own_link_goes_on_with_the_conversation_on_this_device(
    web: Web, browser: httpx.AsyncClient, method: str
) -> None:
    token = invite(web)
    used = await browser.post(f"/u/{token}")
    before = rows(web)
    again = await browser.request(method, f"/u/{token}")
    assert (again.status_code, again.headers["location"]) == (303, used.headers["location"])
    assert rows(web) == before


async def test_a_link_that_does_not_open_is_one_and_the_same_page(web: Web, other: httpx.AsyncClient) -> None:
    used, expired = invite(web), invite(web, days=1)
    made = Invitation(Role.JOBSEEKER, web.house.now + timedelta(days=30))
    revoked = invite_as_staff(web.house.store, made, web.house.now)
    web.house.store.write(lambda unit: unit.invitations.revoke(revoked.number))
    assert (await other.post(f"/u/{used}")).status_code == 303
    await web.house.passes(timedelta(days=2))
    tokens = (used, expired, revoked.token, UNKNOWN, "kort", "x" * 200, "%00%ff", "a.b", "é")
    shown = []
    for token in tokens:
        async with web.client() as browser:
            shown.append(await browser.post(f"/u/{token}"))
        web.clock.seconds += WINDOW_SECONDS + 1
    assert {answer.status_code for answer in shown} == {410}
    assert len({answer.content for answer in shown}) == 1
    sizes = [sorted((name, value) for name, value in answer.headers.items() if name != "date") for answer in shown]
    assert all(size == sizes[0] for size in sizes)


async def test_looking_at_a_link_tells_nobody_what_became_of_it(web: Web, other: httpx.AsyncClient) -> None:
    """Whoever made the letter has the link too: its page must not tell them who opened it (V2)."""
    unopened, used, refused = invite(web), invite(web), invite(web)
    for token in (used, refused):
        opened = await other.post(f"/u/{token}")
        assert opened.status_code == 303
    await Guest(other, opened.headers["location"].split("/")[2]).tap("Nee, liever niet")
    shown = []
    for token in (unopened, used, refused, UNKNOWN):
        async with web.client() as browser:
            shown.append(await browser.get(f"/u/{token}"))
    assert {answer.status_code for answer in shown} == {200}
    assert len({answer.text for answer in shown}) == 1


async def test_guessing_has_to_wait_and_may_go_on_after_it(web: Web, browser: httpx.AsyncClient) -> None:
    good = invite(web)
    for guess in range(MOST_OF_ONE):
        assert (await browser.post(f"/u/{UNKNOWN}{guess}")).status_code == 410
    for answer in (
        await browser.post(f"/u/{UNKNOWN}"),
        await browser.post(f"/u/{good}"),
        await browser.post("/koppel", data={"code": "12345678"}),
    ):
        assert answer.status_code == 429
        assert "Wacht 15 minuten" in answer.text
    web.clock.seconds += WINDOW_SECONDS + 1
    assert (await browser.get(f"/u/{good}")).status_code == 200


async def test_who_is_signed_in_is_not_slowed_down(fatima: Guest) -> None:
    for guess in range(MOST_OF_ONE + 1):
        await fatima.browser.get(f"/u/{UNKNOWN}{guess}")
    assert (await fatima.say("wie ben jij?")).status_code == 202
    assert (await fatima.browser.get(fatima.here)).status_code == 200


async def test_several_people_fit_in_one_browser(web: Web, browser: httpx.AsyncClient) -> None:
    fatima, bram = await sign_in(web, browser), await sign_in(web, browser)
    assert fatima.web_id != bram.web_id
    await fatima.tap("Ja, ik doe mee")
    assert (await fatima.messages())[-1] not in await bram.messages()
    for guest in (fatima, bram):
        assert (await browser.get(guest.here)).status_code == 200


async def test_the_language_of_the_welcome_page_goes_along(web: Web, browser: httpx.AsyncClient) -> None:
    welcome = await browser.get(f"/u/{invite(web)}", params={"lang": "en"})
    assert '<html lang="en" dir="ltr">' in welcome.text
    assert render(_("Open de chat"), "en") in welcome.text
    guest = await sign_in(web, browser, "?lang=en")
    first, *_rest = await guest.messages()
    name = web.edge.gemeente.name
    assert first["lang"] == "en"
    assert render(_("Hallo! Ik ben de chat van {gemeente}. Ik ben een computer.", gemeente=name), "en") in first["text"]
    for page in ("", "plain"):
        assert '<html lang="en"' in (await browser.get(f"{guest.here}{page}")).text
    assert (await guest.post("{")).json()["error"] == render(NO_JSON, "en")


async def test_a_language_we_do_not_have_is_dutch(web: Web, browser: httpx.AsyncClient) -> None:
    for wanted in ("xx", "", "../en", "EN"):
        assert '<html lang="nl"' in (await browser.get(f"/u/{invite(web)}", params={"lang": wanted})).text
    guest = await sign_in(web, browser, "?lang=xx")
    assert "Ik ben een computer" in (await guest.messages())[0]["text"]
