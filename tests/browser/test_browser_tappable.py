"""Numbers to call and sites in what the chat says can be tapped; in what somebody typed nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from browser.pages import open_chat, say
from stages.tappable import EXAMPLES

if TYPE_CHECKING:
    from playwright.async_api import Page

    from stages.serving import Web

pytestmark = pytest.mark.asyncio(loop_scope="session")

SHOWN = """([text, from]) => {
    const item = hallowerk.show({ seq: 1, from, text, buttons: [], at: "2026-11-23T09:00:00Z" }, () => {});
    const links = [...item.querySelectorAll(".text a")];
    return { text: item.querySelector(".text").textContent,
             links: links.map((link) => [link.textContent, link.getAttribute("href")]) };
}"""


async def test_what_the_chat_says_can_be_tapped_as_on_the_page_without_script(page: Page, web: Web) -> None:
    await open_chat(page, web)
    for text, links in EXAMPLES:
        shown = await page.evaluate(SHOWN, [text, "chat"])
        assert shown == {"text": text.replace("tel:", ""), "links": [list(link) for link in links]}


async def test_a_number_that_somebody_typed_stays_as_it_is(page: Page, web: Web) -> None:
    await open_chat(page, web)
    for text in ("Bel 112 of 0800-0113, of 14 012", "kijk op 113.nl"):
        for author in ("me", "Bakkerij Zon"):
            assert await page.evaluate(SHOWN, [text, author]) == {"text": text, "links": []}
    await say(page, "ik wil dood, en bel 112")
    numbers = page.locator(".chat .text a.tel")
    await expect(page.locator("li.chat").get_by_role("link", name="113", exact=True).first).to_have_attribute(
        "href", "tel:113"
    )
    assert await page.locator("li.me .text a").count() == 0
    box = await numbers.first.bounding_box()
    assert box
    assert box["height"] >= 40
