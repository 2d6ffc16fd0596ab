"""What tests of the real pages do in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.async_api import expect

from bot.domain.person import Contact, Support

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page, ViewportSize

    from stages.serving import Web

PHONE: ViewportSize = {"width": 360, "height": 740}
ALL_SHOWN = """async () => {
    const last = document.querySelector("#messages > li:last-child");
    const answer = await fetch("api/messages?after=" + last.message.seq);
    return (await answer.json()).messages.length === 0;
}"""


async def open_chat(page: Page, web: Web) -> None:
    """Open an invitation link, and the chat behind it."""
    token = web.house.invite(Support.SELF, Contact.DIRECT, 30)
    await page.goto(f"{web.address}/u/{token}")
    await page.get_by_role("button", name="Open de chat").click()
    await expect(page.get_by_role("button", name="Ja, ik doe mee")).to_be_visible()


def choice(page: Page, label: str) -> Locator:
    """Give the button of the open question with this label."""
    return page.locator(".choices:not([hidden])").get_by_role("button", name=label, exact=True)


async def tap(page: Page, label: str) -> None:
    """Tap a choice, and wait for the answer."""
    await choice(page, label).click()
    await answered(page)


async def say(page: Page, words: str) -> None:
    """Type words, send them, and wait for the answer."""
    await send(page, words)
    await answered(page)


async def send(page: Page, words: str) -> None:
    """Type words and send them, to who need not answer."""
    await page.get_by_label("Schrijf je bericht").fill(words)
    await page.get_by_role("button", name="Stuur", exact=True).click()


async def answered(page: Page) -> None:
    """Wait until nothing is on its way, the bot had the last word, and every word of it is on the page."""
    await expect(page.locator(".state")).to_have_count(0)
    await expect(page.locator("#messages > li").last).not_to_have_class(re.compile(r"\bme\b"))
    await page.wait_for_function(ALL_SHOWN, polling=50)


async def texts(page: Page) -> list[str]:
    """Give what every message on the page says."""
    return await page.locator("#messages > li .bubble").all_inner_texts()


async def in_sight(locator: Locator) -> None:
    """Wait until all of an element stands in the window, and nothing stands over it."""
    await locator.page.wait_for_function(
        """node => {
            const box = node.getBoundingClientRect();
            const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return box.top >= 0 && box.bottom <= innerHeight && (over === node || node.contains(over));
        }""",
        arg=await locator.element_handle(),
    )


async def overflows(page: Page) -> int:
    """Give by how many pixels the page is wider than the window."""
    wider: int = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
