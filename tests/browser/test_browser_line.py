"""Without internet, and with it again: nothing is lost, and nothing is said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from browser.pages import answered, open_chat, tap, texts

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page, Route

    from stages.serving import Web

KEPT = """async () => {
    const parts = document.querySelectorAll("link[rel=stylesheet], script[src]");
    const addresses = [location.href, ...Array.from(parts, (part) => part.href || part.src)];
    const kept = await Promise.all(addresses.map((address) => caches.match(address)));
    return navigator.serviceWorker.controller !== null && kept.every(Boolean);
}"""

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _write(page: Page, words: str) -> None:
    await page.get_by_label("Schrijf je bericht").fill(words)
    await page.get_by_role("button", name="Stuur", exact=True).click()


async def test_what_is_written_without_internet_goes_when_it_is_back(
    phone: BrowserContext, page: Page, web: Web
) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    await phone.set_offline(True)
    await _write(page, "wie ben jij?")
    await _write(page, "moet dit?")
    await expect(page.get_by_role("status")).to_contain_text("Geen internet. Je bericht blijft bewaard.")
    await expect(page.locator(".state")).to_have_count(2)
    await phone.set_offline(False)
    await answered(page)
    await expect(page.get_by_role("status")).to_be_empty()
    said = await texts(page)
    assert [said.count(words) for words in ("wie ben jij?", "moet dit?")] == [1, 1]
    assert said.index("wie ben jij?") < said.index("moet dit?")
    await page.reload()
    await expect(page.locator("#messages > li")).to_have_count(len(said))


async def test_what_is_written_outlives_the_page(phone: BrowserContext, page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    await page.evaluate("navigator.serviceWorker.ready")
    await page.reload()  # from here on the worker serves the page
    await expect(page.locator("#messages > li").first).to_be_visible()
    await page.wait_for_function(KEPT, polling=50)
    await phone.set_offline(True)
    await _write(page, "wie ben jij?")
    await page.get_by_label("Schrijf je bericht").fill("half ge")
    await page.reload()
    await expect(page.get_by_label("Schrijf je bericht")).to_have_value("half ge")
    await expect(page.locator(".state")).to_have_count(1)
    await phone.set_offline(False)
    await answered(page)
    assert (await texts(page)).count("wie ben jij?") == 1


async def test_an_answer_that_got_lost_is_not_an_event_that_got_lost(page: Page, web: Web) -> None:
    """The server took the event, but its 202 did not come back: the page sends it again, and nothing happens twice."""
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    sent: list[str | None] = []

    async def lose(route: Route) -> None:
        sent.append(route.request.post_data)
        if len(sent) == 1:
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/api/events", lose)
    await page.route("**/api/stream*", lambda route: route.abort())  # else the stream would show it first
    await page.evaluate("dispatchEvent(new Event('online'))")
    await _write(page, "wie ben jij?")
    await answered(page)
    assert len(set(sent)) == 1
    assert (await texts(page)).count("wie ben jij?") == 1


async def test_a_server_that_cannot_now_says_so_and_gets_it_later(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    sentence = "Dat lukt nu niet. Probeer het over 5 minuten nog een keer."
    failing = [True]

    async def fail(route: Route) -> None:
        if failing:
            await route.fulfill(status=503, json={"error": sentence})
        else:
            await route.continue_()

    await page.route("**/api/events", fail)
    await _write(page, "wie ben jij?")
    await expect(page.get_by_role("status")).to_have_text(sentence)
    await expect(page.locator(".state")).to_have_count(1)
    failing.clear()
    await answered(page)
    await expect(page.get_by_role("status")).to_be_empty()
    assert (await texts(page)).count("wie ben jij?") == 1


async def test_without_a_stream_the_page_asks(page: Page, web: Web) -> None:
    await page.add_init_script("delete window.EventSource")
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    assert "Hoe mag ik je noemen?" in (await texts(page))[-1]


async def test_too_long_a_message_stays_in_the_box(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await _write(page, "a" * 4001)
    await expect(page.get_by_role("status")).to_contain_text("te lang")
    await expect(page.get_by_label("Schrijf je bericht")).to_have_value("a" * 4001)
    await page.get_by_label("Schrijf je bericht").fill("wie ben jij?")
    await expect(page.get_by_role("status")).to_be_empty()
