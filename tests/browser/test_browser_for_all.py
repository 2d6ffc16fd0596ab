"""The page for whoever has no script, no mouse, little room, bad eyes, or a dark room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import expect

from bot.domain.person import Contact, Support
from browser.contrast import LOW_CONTRAST
from browser.pages import PHONE, answered, choice, in_sight, open_chat, overflows, say, tap, texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page, ViewportSize

    from browser.conftest import NewContext
    from stages.serving import Web

    PageWith = Callable[..., Awaitable[Page]]

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def page_with(new_context: NewContext) -> PageWith:
    """Give pages in browsers of another kind."""

    async def make(**held: Any) -> Page:
        context = await new_context(**{"viewport": PHONE, **held})
        return await context.new_page()

    return make


async def test_without_script(page_with: PageWith, web: Web) -> None:
    page = await page_with(java_script_enabled=False, has_touch=True, is_mobile=True)
    token = web.house.invite(Support.SELF, Contact.DIRECT, 30)
    await page.goto(f"{web.address}/u/{token}")
    await page.get_by_role("button", name="Open de chat").click()
    await page.get_by_role("link", name="Open dan de eenvoudige chat").click()
    await page.get_by_role("button", name="Ja, ik doe mee").click()
    await expect(page.get_by_text("Hoe mag ik je noemen?")).to_have_count(1)
    await expect(page.get_by_text("Fijn! Ik stel je een paar vragen.")).to_be_in_viewport()
    await page.get_by_label("Schrijf je bericht").fill("Fatima")
    await page.get_by_role("button", name="Stuur", exact=True).click()
    await expect(page.get_by_text("Hallo Fatima")).to_be_in_viewport()
    assert page.url.endswith("/plain#newest")
    await page.get_by_label("Schrijf je bericht").fill("wis alles")
    await page.get_by_role("button", name="Stuur", exact=True).click()
    await page.get_by_role("button", name="Ja, wis alles").click()
    await expect(page.get_by_role("heading", name="Het gesprek is klaar")).to_be_visible()
    await expect(page.locator("form")).to_have_count(0)


async def _focused(page: Page) -> str:
    words: str = await page.evaluate("(document.activeElement.innerText || document.activeElement.id || '').trim()")
    return words


async def _tab_to(page: Page, words: str, key: str = "Tab") -> None:
    for _press in range(40):
        await page.keyboard.press(key)
        if await _focused(page) == words:
            outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError("not reached with the keyboard")


async def test_with_the_keyboard_alone(page_with: PageWith, web: Web) -> None:
    page = await page_with(viewport={"width": 1000, "height": 700})
    token = web.house.invite(Support.SELF, Contact.DIRECT, 30)
    await page.goto(f"{web.address}/u/{token}")
    await page.keyboard.press("Tab")
    assert await _focused(page) == "Ga direct naar de tekst"
    await _tab_to(page, "Open de chat")
    await page.keyboard.press("Enter")
    await expect(choice(page, "Ja, ik doe mee")).to_be_visible()
    await _tab_to(page, "Ja, ik doe mee")
    await page.keyboard.press("Enter")
    await answered(page)
    # the focus is on what was just said: the next choice is the next stop
    await _tab_to(page, "said")
    await page.keyboard.type("Fatima")
    await page.keyboard.press("Enter")
    await answered(page)
    assert "Hallo Fatima" in (await texts(page))[-1]
    assert await _focused(page) == "said"
    await page.keyboard.type("schoonmaker")
    await page.keyboard.press("Enter")
    await answered(page)
    await _tab_to(page, "Nee, dit is genoeg", "Shift+Tab")
    await page.keyboard.press("Space")
    await answered(page)
    await _tab_to(page, "Nog niet")
    await page.keyboard.press("Enter")
    await answered(page)
    assert "Hoeveel uur" in (await texts(page))[-1]


async def test_a_screen_reader_hears_what_comes_and_nothing_twice(page_with: PageWith, web: Web) -> None:
    page = await page_with()
    await open_chat(page, web)
    log = page.get_by_role("log", name="Berichten")
    await expect(log).to_have_attribute("aria-live", "polite")
    await tap(page, "Ja, ik doe mee")
    assert await page.get_by_role("heading", level=1).count() == 1
    assert await log.locator("ol > li").count() == len(await texts(page))
    # who speaks is in the text, not in the colour alone
    names = await log.locator(".who").all_inner_texts()
    assert set(names) == {"Chat", "Jij"}
    unnamed = await page.evaluate(
        "() => [...document.querySelectorAll('button, a, textarea, input')].filter(node =>"
        " !(node.innerText || node.textContent || '').trim() && !(node.labels && node.labels.length)).length"
    )
    assert unnamed == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_can_be_read(page_with: PageWith, web: Web, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 to 1, of 3 to 1 where letters are large."""
    page = await page_with(color_scheme=scheme, reduced_motion="reduce")
    token = web.house.invite(Support.SELF, Contact.DIRECT, 30)
    await page.goto(f"{web.address}/u/{token}")
    assert await page.evaluate(LOW_CONTRAST) == []
    await page.get_by_role("button", name="Open de chat").click()
    await expect(choice(page, "Ja, ik doe mee")).to_be_visible()
    await tap(page, "Ja, ik doe mee")
    assert await page.evaluate(LOW_CONTRAST) == []
    await page.goto(f"{page.url}plain")
    assert await page.evaluate(LOW_CONTRAST) == []
    await page.goto(f"{web.address}/koppel")
    await page.get_by_label("Schrijf hier je code").fill("12345678")
    await page.get_by_role("button", name="Ga naar de chat").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    assert await page.evaluate(LOW_CONTRAST) == []
    assert (await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")) != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(
    ("viewport", "percent"),
    [({"width": 320, "height": 568}, 100), (PHONE, 200), ({"width": 740, "height": 360}, 100)],
    ids=["320 pixels", "text at 200%", "lying phone"],
)
async def test_with_little_room(page_with: PageWith, web: Web, viewport: ViewportSize, percent: int) -> None:
    page = await page_with(viewport=viewport, has_touch=True, is_mobile=True)
    if percent != 100:
        large = f"document.documentElement.style.fontSize = '{percent * 1.125}%'"
        await page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {large}; }})")
    await page.goto(f"{web.address}/u/{web.house.invite(Support.SELF, Contact.DIRECT, 30)}")
    assert await overflows(page) == 0
    await page.get_by_role("button", name="Open de chat").click()
    await expect(choice(page, "Ja, ik doe mee")).to_be_visible()
    await tap(page, "Ja, ik doe mee")
    for words in ("Fatima", "schoonmaker", "Zonnebloemenveldwachtershuisbewaarster@voorbeeldstad.example"):
        await say(page, words)
    assert await overflows(page) == 0
    last = choice(page, "Nee, dit is genoeg")
    await last.scroll_into_view_if_needed()
    await in_sight(last)
    box = await last.bounding_box()
    assert box
    assert box["height"] >= 48
    await page.goto(f"{page.url}plain")
    assert await overflows(page) == 0


async def test_lines_are_not_too_long(page_with: PageWith, web: Web) -> None:
    page = await page_with(viewport={"width": 1400, "height": 900})
    await open_chat(page, web)
    size, width = await page.evaluate(
        "() => { const style = getComputedStyle(document.querySelector('.text'));"
        " return [parseFloat(style.fontSize), parseFloat(style.width)]; }"
    )
    assert size >= 18
    assert width / size < 36  # some 60 characters, of half an em each on average


async def test_no_motion_for_who_asked_for_none(page_with: PageWith, web: Web) -> None:
    page = await page_with(reduced_motion="reduce")
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    moving = await page.evaluate("document.getAnimations().length")
    assert moving == 0
