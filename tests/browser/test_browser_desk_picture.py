"""The picture of the desk in the README. `HALLOWERK_PICTURES=1` writes it again."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from browser.desk_pages import ask_for_a_human, claim, reply, sit_down
from browser.test_browser_picture import MOST_BYTES, small

if TYPE_CHECKING:
    from browser.conftest import Somebody
    from stages.serving import Web

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("happening")]

PICTURE = Path(__file__).parents[2] / "docs" / "desk.png"


async def test_the_desk_at_work_makes_a_picture(somebody: Somebody, web: Web) -> None:
    karin = await somebody(viewport={"width": 1280, "height": 800}, color_scheme="light")
    fatima, bram = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "Hoeveel uur mag ik werken naast mijn uitkering?")
    await claim(karin, "Fatima")
    await reply(karin, "Hallo Fatima, ik ben Karin. Wat denk je zelf dat goed voor je is?")
    await expect(fatima.get_by_text("Wat denk je zelf")).to_be_visible()
    await fatima.get_by_label("Schrijf je bericht").fill("Ik wil 24 uur werken. Maar ik ben bang voor een brief.")
    await fatima.get_by_role("button", name="Stuur", exact=True).click()
    await ask_for_a_human(bram, web, "Bram", "Ik begrijp een brief niet")
    await expect(karin.locator("#messages")).to_contain_text("bang voor een brief")
    await karin.get_by_label("Je bericht").fill("Dat begrijp ik. Indien je wilt, kijken we samen.")
    await expect(karin.locator("#hints > li")).to_have_count(1)
    picture = await asyncio.to_thread(small, await karin.screenshot())
    assert len(picture) < MOST_BYTES
    if os.environ.get("HALLOWERK_PICTURES") == "1":
        await asyncio.to_thread(PICTURE.write_bytes, picture)
