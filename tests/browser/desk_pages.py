"""What tests of the desk do in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import expect

from browser.pages import open_chat, say, tap
from web.desk_guests import desk_invite

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

    from stages.serving import Web


async def sit_down(page: Page, web: Web, name: str, *, lets_in: bool = False) -> None:
    """Open a werkmatcher's link, and the desk behind it."""
    await page.goto(f"{web.address}/u/{desk_invite(web, name, lets_in=lets_in)}?voor=werkmatcher")
    await page.get_by_role("button", name="Open je werkplek").click()
    await expect(page.get_by_role("heading", name="Wachten")).to_be_visible()
    await expect(page.locator("#answers > li").first).to_be_visible()


async def ask_for_a_human(page: Page, web: Web, name: str, about: str) -> None:
    """Let a jobseeker take part, and ask for a human."""
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    for words in (name, "kok", "ik wil met een mens praten", about):
        await say(page, words)
    await tap(page, "Ja, laat dit zien")


def waiting(page: Page, name: str) -> Locator:
    """Give who waits with this name."""
    return page.locator("#waiting > li").filter(has_text=name)


async def claim(page: Page, name: str) -> None:
    """Take the conversation of who waits, and see it open."""
    await waiting(page, name).get_by_role("button").click()
    await expect(page.get_by_role("heading", name=f"Gesprek met {name}")).to_be_visible()


async def write(page: Page, words: str) -> None:
    """Write to who the open conversation is with, over a line that need not work."""
    await page.get_by_label("Je bericht").fill(words)
    await page.get_by_label("Je bericht").press("Enter")


async def reply(page: Page, words: str) -> None:
    """Write to who the open conversation is with, and wait until the server has it."""
    await write(page, words)
    await arrived(page)


async def arrived(page: Page) -> None:
    """Wait until nothing that was written is on its way: before that, nothing can be done with a conversation."""
    await expect(page.locator("#messages > li.me").last).to_be_visible()
    await expect(page.locator("#messages .state")).to_have_count(0)


async def at_rest(page: Page, *names: str) -> None:
    """Wait until no conversation is open, and a werkmatcher has those with these names."""
    await expect(page.get_by_role("heading", name="Kies een gesprek")).to_be_visible()
    await expect(page.locator("#mine .name")).to_have_text(names)


async def open_first(page: Page, name: str) -> None:
    """Open the first of the werkmatcher's own conversations, with who has this name."""
    first = page.locator("#mine > li").first
    await expect(first).to_contain_text(name)
    await first.get_by_role("button").click()
    await expect(page.get_by_role("heading", name=f"Gesprek met {name}")).to_be_visible()
