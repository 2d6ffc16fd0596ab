"""The demonstration: several people in one browser, on one page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from bot.domain.invitation import Invitation
from bot.domain.person import Contact, Role, Support
from bot.inviting import desk_link, invite
from bot.replay.house import house
from stages.serving import web_of

if TYPE_CHECKING:
    from browser.conftest import Somebody

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("width", [360, 1300])
async def test_two_people_side_by_side(somebody: Somebody, width: int) -> None:
    async with house() as opened:
        tokens = [opened.invite(Support.SELF, Contact.DIRECT, 1) for _person in range(2)]
        people = tuple(
            (name, "Zoekt werk.", f"/u/{token}") for name, token in zip(("Fatima", "Bram"), tokens, strict=True)
        )
        async with web_of(opened, demo=people) as web:
            page = await somebody(viewport={"width": width, "height": 800})
            await page.goto(web.address)
            assert page.url.endswith("/demo")
            for number, name in enumerate(("Fatima", "Bram")):
                frame = page.frame_locator("iframe").nth(number)
                await frame.get_by_role("button", name="Open de chat").click()
                await frame.get_by_role("button", name="Ja, ik doe mee").click()
                await frame.get_by_label("Schrijf je bericht").fill(name)
                await frame.get_by_role("button", name="Stuur", exact=True).click()
                await expect(frame.get_by_text(f"Hallo {name}")).to_be_visible()
            assert await page.frame_locator("iframe").nth(0).get_by_text("Bram").count() == 0
            await page.reload()  # the links are used now, and open each the own conversation
            for number, name in enumerate(("Fatima", "Bram")):
                await expect(page.frame_locator("iframe").nth(number).get_by_text(f"Hallo {name}")).to_be_visible()
            boxes = [await page.locator("iframe").nth(number).bounding_box() for number in range(2)]
            assert boxes[0]
            assert boxes[1]
            assert (boxes[0]["y"] == boxes[1]["y"]) == (width > 1000)
            wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wider <= 0


async def test_a_werkmatcher_beside_who_asks_for_one(somebody: Somebody) -> None:
    async with house() as opened:
        made = Invitation(Role.WERKMATCHER, opened.now + timedelta(days=1), name="Karin")
        people = (
            ("Fatima", "Zoekt werk.", f"/u/{opened.invite(Support.SELF, Contact.DIRECT, 1)}"),
            ("Karin", "Helpt.", desk_link("", invite(opened.store, made, opened.now).token)),
        )
        async with web_of(opened, demo=people) as web:
            page = await somebody(viewport={"width": 1300, "height": 800})
            await page.goto(f"{web.address}/demo")
            fatima, karin = (page.frame_locator("iframe").nth(number) for number in range(2))
            await karin.get_by_role("button", name="Open je werkplek").click()
            await expect(karin.get_by_text("Er wacht nu niemand.")).to_be_visible()
            await fatima.get_by_role("button", name="Open de chat").click()
            await fatima.get_by_role("button", name="Een mens spreken").click()
            await fatima.get_by_role("button", name="Sla over").click()
            await karin.get_by_role("button", name="Neem dit gesprek").click()
            await expect(karin.get_by_role("heading", name="Gesprek met iemand")).to_be_visible()
            await page.reload()  # the link is used, and opens the desk again
            await expect(karin.get_by_role("heading", name="Gesprek met iemand")).to_be_visible()
