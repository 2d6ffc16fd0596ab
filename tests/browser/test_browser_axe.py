"""axe-core on each page of chat, desk and demonstration: not one violation (WCAG 2.2 AA, best practices)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from bot.domain.invitation import Invitation
from bot.domain.person import Contact, Role, Support
from bot.inviting import invite
from bot.replay.house import house
from browser.desk_pages import ask_for_a_human, claim, reply, sit_down
from browser.pages import PHONE, open_chat, say, tap
from stages.serving import web_of

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.conftest import Somebody
    from stages.serving import Web

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("happening")]

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


async def violations(page: Page) -> list[str]:
    """Give what axe-core finds on a page, frames left out, each with the elements that it is about."""
    if not await page.evaluate("typeof window.axe === 'object'"):
        await page.evaluate(await asyncio.to_thread(AXE.read_text, encoding="utf-8"))
    found = await page.evaluate("axe.run({iframes: false}).then((result) => result.violations)")
    assert isinstance(found, list)
    return [f"{each['id']}: {[node['html'][:120] for node in each['nodes']]}" for each in found]


async def test_axe_finds_what_is_wrong(somebody: Somebody) -> None:
    page = await somebody()
    await page.set_content("<html><body><img src='x'><button></button></body></html>")
    found = " ".join(await violations(page))
    for rule in ("image-alt", "button-name", "html-has-lang"):
        assert rule in found


@SCHEMES
async def test_the_pages_of_the_chat(somebody: Somebody, web: Web, scheme: str) -> None:
    page = await somebody(viewport=PHONE, color_scheme=scheme)
    for path in ("/", "/koppel", "/offline", "/niets", f"/u/{web.house.invite(Support.SELF, Contact.DIRECT, 30)}"):
        await page.goto(f"{web.address}{path}")
        assert await violations(page) == [], path
    await open_chat(page, web)
    assert await violations(page) == []
    await tap(page, "Ja, ik doe mee")
    for words in ("Fatima", "kok", "wat weet je van mij?", "menu"):
        await say(page, words)
    assert await violations(page) == []
    await page.goto(f"{page.url}plain")
    assert await violations(page) == []


@SCHEMES
async def test_the_chat_of_an_employer(somebody: Somebody, web: Web, scheme: str) -> None:
    page = await somebody(viewport=PHONE, color_scheme=scheme)
    made = Invitation(Role.EMPLOYER, web.house.now + timedelta(days=1), name="Bakkerij Zon")
    await page.goto(f"{web.address}/u/{invite(web.house.store, made, web.house.now).token}")
    assert await violations(page) == []
    await page.get_by_role("button", name="Open de chat").click()
    await tap(page, "Ja, beginnen")
    await tap(page, "Baan plaatsen")
    await say(page, "bakker")
    assert await violations(page) == []


@SCHEMES
async def test_the_page_of_the_demonstration(somebody: Somebody, scheme: str) -> None:
    async with house() as opened:
        people = (("Fatima", "Zoekt werk.", f"/u/{opened.invite(Support.SELF, Contact.DIRECT, 1)}"),)
        async with web_of(opened, demo=people) as shown:
            page = await somebody(color_scheme=scheme)
            await page.goto(shown.address)
            await expect(page.locator("iframe")).to_have_count(1)
            assert await violations(page) == []


@SCHEMES
async def test_the_pages_of_the_desk(somebody: Somebody, web: Web, scheme: str) -> None:
    karin, fatima, bram = await somebody(color_scheme=scheme), await somebody(), await somebody()
    await karin.goto(f"{web.address}/desk/")
    assert await violations(karin) == []
    await sit_down(karin, web, "Piet")
    await sit_down(karin, web, "Karin", lets_in=True)
    assert await violations(karin) == []
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await ask_for_a_human(bram, web, "Bram", "een brief")
    await claim(karin, "Fatima")
    await reply(karin, "Dag Fatima")
    await karin.get_by_label("Je bericht").fill("Indien je wilt.")
    await expect(karin.locator("#hints > li")).to_have_count(1)
    await karin.get_by_role("button", name="Bewaar als standaardantwoord").click()
    await expect(karin.get_by_role("button", name="Gooi weg")).to_be_visible()
    assert await violations(karin) == []
    await karin.get_by_role("button", name="Sluit het gesprek").click()
    await expect(karin.locator("#closed > li")).to_have_count(1)
    assert await violations(karin) == []
    for path in ("guide", "invitations"):
        await karin.goto(f"{web.address}/desk/{path}")
        assert await violations(karin) == [], path
    made = {"Maak een uitnodiging": "De uitnodiging is klaar", "Maak een link": "De nieuwe link van Piet"}
    for button, heading in made.items():
        await karin.get_by_role("button", name=button).click()
        await expect(karin.get_by_role("heading", name=heading)).to_be_visible()
        await karin.wait_for_load_state()
        assert await violations(karin) == [], button
