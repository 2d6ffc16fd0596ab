"""Signing in to the desk: a link, a cookie of its own, 12 hours, and again with a fresh link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from web.desk_guests import ask_for_a_human, desk_invite, sit_down, werkmatcher
from web.guests import once_of, rows, sign_in

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web

CLOSED = ("/desk/", "/desk/guide", "/desk/invitations")


async def _is_closed(browser: httpx.AsyncClient) -> None:
    for path in CLOSED:
        answer = await browser.get(path)
        assert answer.status_code == 401
        assert "Je bent niet ingelogd" in answer.text
    for call in ("state", "stream"):
        assert (await browser.get(f"/desk/api/{call}")).status_code == 401
    for call in ("acts", "hints", "answers"):
        assert (await browser.post(f"/desk/api/{call}", content="{}")).status_code == 401


async def test_a_link_opens_the_desk_with_a_cookie_of_its_own(web: Web, browser: httpx.AsyncClient) -> None:
    token = desk_invite(web, "Karin")
    before = rows(web)
    page = await browser.get(f"/u/{token}?voor=werkmatcher")
    assert "Open je werkplek" in page.text
    assert rows(web) == before, "looking at a link uses nothing up"
    answer = await browser.post(f"/u/{token}?voor=werkmatcher")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    given = [held.lower() for held in answer.headers.get_list("set-cookie") if held.startswith("hallowerk-desk=")]
    assert {held.rpartition("path=")[2].split(";")[0] for held in given} == {"/desk", f"/u/{token}".lower()}
    for held in given:
        assert "httponly" in held
        assert "samesite=strict" in held
        assert f"max-age={12 * 3600}" in held
    assert "Karin" in (await browser.get("/desk/")).text
    assert (await browser.get("/desk", follow_redirects=True)).status_code == 200


async def test_without_a_session_nothing_opens_and_nothing_is_stored(web: Web, browser: httpx.AsyncClient) -> None:
    before = rows(web)
    await _is_closed(browser)
    browser.headers["Cookie"] = "hallowerk-desk=geraden"
    await _is_closed(browser)
    assert rows(web) == before


async def test_a_double_tap_signs_in_and_another_machine_does_not(
    web: Web, browser: httpx.AsyncClient, other: httpx.AsyncClient
) -> None:
    token = desk_invite(web, "Karin")
    await once_of(browser, token)
    for _tap in range(2):
        answer = await browser.post(f"/u/{token}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    assert (await browser.get(f"/u/{token}")).headers["location"] == "/desk/"
    await once_of(other, token)
    assert (await other.post(f"/u/{token}")).status_code == 410
    await _is_closed(other)


async def test_a_session_ends_after_12_hours_whatever_happens(web: Web, browser: httpx.AsyncClient) -> None:
    karin = await sit_down(web, browser, "Karin")
    web.house.now += timedelta(hours=11, minutes=59)
    await karin.desk()
    assert (await browser.get("/desk/")).status_code == 200
    web.house.now += timedelta(minutes=2)
    await _is_closed(browser)


async def test_a_fresh_link_lets_the_same_werkmatcher_in_again(
    web: Web, browser: httpx.AsyncClient, other: httpx.AsyncClient
) -> None:
    async with web.client() as phone:
        await ask_for_a_human(web, phone, "Fatima", "mijn uren")
    karin = await sit_down(web, browser, "Karin")
    (waiting,) = (await karin.desk())["waiting"]
    await karin.act("claim", waiting["id"])
    again = await sit_down(web, other, "karin")
    held = await again.desk()
    assert [card["id"] for card in held["mine"]] == [waiting["id"]]
    assert (held["me"], held["colleagues"]) == ((await karin.desk())["me"], [])
    async with werkmatcher(web, "Piet") as piet:
        assert (await piet.desk())["mine"] == []
        assert [each["name"] for each in (await piet.desk())["colleagues"]] == ["Karin"]


async def test_signing_out_ends_the_session_here_and_nowhere_else(
    web: Web, browser: httpx.AsyncClient, other: httpx.AsyncClient
) -> None:
    await sit_down(web, browser, "Karin")
    elsewhere = await sit_down(web, other, "Karin")
    stolen = next(held.value for held in browser.cookies.jar if held.path == "/desk")
    assert (await browser.post("/desk/out")).status_code == 303
    await _is_closed(browser)
    browser.headers["Cookie"] = f"hallowerk-desk={stolen}"
    await _is_closed(browser)
    await elsewhere.desk()


async def test_a_jobseekers_session_does_not_open_the_desk(web: Web, browser: httpx.AsyncClient) -> None:
    guest = await sign_in(web, browser)
    held = next(held.value for held in browser.cookies.jar if held.path == guest.here)
    for value in (held, str(held).partition(".")[2]):
        browser.headers["Cookie"] = f"hallowerk-desk={value}"
        await _is_closed(browser)


async def test_a_desk_session_opens_no_conversation(web: Web, browser: httpx.AsyncClient) -> None:
    async with web.client() as phone:
        guest = await sign_in(web, phone)
        await sit_down(web, browser, "Karin")
        secret = next(held.value for held in browser.cookies.jar if held.path == "/desk")
        browser.headers["Cookie"] = f"hallowerk={guest.web_id}.{secret}"
        assert (await browser.get(guest.here)).status_code == 410
        assert (await browser.get(f"{guest.here}api/messages")).status_code == 401
