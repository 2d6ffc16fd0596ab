"""The chat on a small, old phone: what is asked stands in the window, and nothing stands over words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.pages import choice, in_sight, open_chat, say, tap

if TYPE_CHECKING:
    from playwright.async_api import ViewportSize

    from browser.conftest import Somebody
    from stages.serving import Web

pytestmark = pytest.mark.asyncio(loop_scope="session")

SMALL: ViewportSize = {"width": 360, "height": 640}
BESIDE = """() => {
    const bar = document.getElementById("more").getBoundingClientRect();
    const say = document.getElementById("say").getBoundingClientRect();
    return [bar.left, innerWidth - bar.right, Math.round(say.top - bar.bottom)];
}"""
"""Pixels left, right of and below the bar that leads on, in which words could show."""


async def test_the_first_question_stands_in_the_window_and_its_answers_one_tap_further(
    somebody: Somebody, web: Web
) -> None:
    page = await somebody(viewport=SMALL, has_touch=True, is_mobile=True)
    await open_chat(page, web)
    await in_sight(page.get_by_text("Hallo! Ik ben de chat van"))
    await in_sight(page.get_by_text("Wil je meedoen?"))
    await page.get_by_role("button", name="Lees verder").tap()
    for label in ("Ja, ik doe mee", "Nee, liever niet"):
        await in_sight(choice(page, label))
    yes, no = [await choice(page, label).bounding_box() for label in ("Ja, ik doe mee", "Nee, liever niet")]
    assert yes
    assert no
    assert (yes["x"], yes["width"], yes["height"]) == (no["x"], no["width"], no["height"])


async def test_no_words_show_around_the_bar_that_leads_on(somebody: Somebody, web: Web) -> None:
    page = await somebody(viewport=SMALL, has_touch=True, is_mobile=True)
    await open_chat(page, web)
    await in_sight(page.get_by_role("button", name="Lees verder"))
    assert all(gap <= 1 for gap in await page.evaluate(BESIDE))
    await tap(page, "Ja, ik doe mee")
    await say(page, "Fatima")
    await in_sight(page.get_by_text("Welk werk wil je doen?"))
    await in_sight(choice(page, "Laat soorten werk zien"))
