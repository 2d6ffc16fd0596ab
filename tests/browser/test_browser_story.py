"""A whole story through the real page on a phone: from the link to nothing left."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from browser.pages import answered, choice, in_sight, open_chat, overflows, say, tap, texts

if TYPE_CHECKING:
    from playwright.async_api import Page

    from stages.serving import Web

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _one_by_one(page: Page) -> None:
    """Answer what is still asked, the first choice each time, until everything is read back."""
    while not await choice(page, "Ja, laat dit zien").count():
        question = page.locator("#messages > li").last
        if await question.locator(".choices button").count():
            await question.locator(".choices button").first.click()
            await answered(page)
        else:
            await say(page, "Overvecht")
        assert await overflows(page) == 0


async def test_from_the_link_to_nothing_left(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    await say(page, "Fatima")
    await say(page, "schoonmaker, 24 uur")
    await page.reload()
    await expect(choice(page, "Nee, dit is genoeg")).to_be_visible()
    await _one_by_one(page)

    # a long answer is read from its beginning, and the way to its question is in sight
    before = await texts(page)
    read_on = page.get_by_role("button", name="Lees verder")
    await in_sight(read_on)
    while await read_on.is_visible():
        before_it = await page.evaluate("scrollY")
        await read_on.click()
        await page.wait_for_function("at => scrollY > at", arg=before_it)
    await expect(choice(page, "Ja, laat dit zien")).to_be_in_viewport(ratio=1)
    await in_sight(choice(page, "Ja, laat dit zien"))
    assert any("kan een werkgever dit zien" in text and "schoonmaker" in text for text in before)
    assert any("Dit weet alleen de chat" in text and "Fatima" in text for text in before)
    await tap(page, "Ja, laat dit zien")

    await say(page, "wat weet je van mij?")
    async with page.expect_download() as downloading:
        await page.locator("a.file").last.click()
    file = await (await downloading.value).path()
    held = json.loads(await asyncio.to_thread(file.read_text, encoding="utf-8"))
    assert "Fatima" in json.dumps(held)

    await say(page, "wis alles")
    await choice(page, "Ja, wis alles").click()
    await expect(page.get_by_role("heading", name="Het gesprek is klaar")).to_be_visible()
    await expect(page.get_by_label("Schrijf je bericht")).to_be_hidden()
    assert len(await texts(page)) == 1
    await expect(page.locator(".state")).to_have_count(0)
    assert await page.evaluate("Object.keys(localStorage)") == []
    answer = await page.reload()
    assert answer
    assert answer.status == 410


async def test_the_question_and_its_choices_are_where_the_eye_is(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await expect(page.get_by_text("Je praat met een computer")).to_be_in_viewport()
    await tap(page, "Ja, ik doe mee")
    for words in ("Fatima", "schoonmaker"):
        await say(page, words)
        question = page.locator("#messages > li").last
        await in_sight(question.locator(".bubble"))
        for number in range(await question.locator(".choices button").count()):
            await in_sight(question.locator(".choices button").nth(number))
    assert await page.locator(".choices:not([hidden])").count() == 1


async def test_no_is_as_large_as_yes(page: Page, web: Web) -> None:
    await open_chat(page, web)
    yes, no = [await choice(page, label).bounding_box() for label in ("Ja, ik doe mee", "Nee, liever niet")]
    assert yes
    assert no
    assert (yes["width"], yes["height"]) == (no["width"], no["height"])
    assert yes["height"] >= 48
    styles = [
        await choice(page, label).evaluate(
            "node => ['color', 'backgroundColor', 'fontWeight'].map(n => getComputedStyle(node)[n])"
        )
        for label in ("Ja, ik doe mee", "Nee, liever niet")
    ]
    assert styles[0] == styles[1]


async def test_a_double_tap_answers_once(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await choice(page, "Ja, ik doe mee").dblclick()
    await answered(page)
    assert (await texts(page)).count("Ja, ik doe mee") == 1
    assert not any("Dat weet ik al" in text for text in await texts(page))


async def test_an_earlier_answer_can_be_chosen_again(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    await say(page, "Fatima")
    await say(page, "schoonmaker")
    await tap(page, "Nee, dit is genoeg")
    await tap(page, "Nog niet")
    await page.get_by_role("button", name="Kies opnieuw").last.click()
    earlier = page.get_by_role("button", name="1 tot 3 jaar")
    await expect(earlier).to_be_visible()
    await earlier.click()
    await answered(page)
    assert "Ik verander het" in " ".join((await texts(page))[-2:])


async def test_the_page_speaks_the_language_that_was_chosen(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Taal / Language")
    await choice(page, "English").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator(".choices:not([hidden]) button").first).to_be_visible()


async def test_what_somebody_writes_is_never_markup(page: Page, web: Web) -> None:
    await open_chat(page, web)
    await tap(page, "Ja, ik doe mee")
    words = "<img src=x onerror=alert(1)> <b>dik</b>"
    await say(page, words)
    assert words in await texts(page)
    assert await page.locator("#messages img, #messages b").count() == 0


async def test_a_conversation_erased_elsewhere_goes_from_this_page_too(page: Page, web: Web) -> None:
    await open_chat(page, web)
    second = await page.context.new_page()
    await second.goto(page.url)
    await choice(second, "Nee, liever niet").click()
    await expect(second.get_by_role("heading", name="Het gesprek is klaar")).to_be_visible()
    await expect(page.get_by_role("heading", name="Dit gesprek is hier niet meer")).to_be_visible()
    assert await texts(page) == []
