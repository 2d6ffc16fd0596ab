"""A file is chosen on the phone, seen, and sent by a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from bot.replay.samples import SAMPLES
from bot.uploads import MOST_BYTES
from browser.pages import answered, choice, open_chat, overflows, say, tap
from web.guests import sign_in
from web.test_web_files import talking

if TYPE_CHECKING:
    from playwright.async_api import FilePayload, Page

    from stages.serving import Web

pytestmark = pytest.mark.asyncio(loop_scope="session")


def photo(content: bytes) -> FilePayload:
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": content}


async def choose(page: Page, content: bytes) -> None:
    async with page.expect_file_chooser() as choosing:
        await choice(page, "Kies een bestand").click()
    await (await choosing.value).set_files(photo(content))


async def test_a_file_is_chosen_seen_and_sent(page: Page, web: Web) -> None:
    async with web.client() as other:
        baker = await sign_in(web, other)
        await open_chat(page, web)
        talking(web, page.url.split("/")[4], baker.web_id)
        await say(page, "hoe dan?")
        notice = page.locator("#notice")
        await choose(page, bytes(MOST_BYTES + 1))
        await expect(notice).to_have_text("Dit bestand is te groot. Kies een kleiner bestand.")
        await choose(page, b"geen foto")
        await expect(notice).to_contain_text("Ik kan alleen een foto of een pdf sturen")
        await page.context.set_offline(offline=True)
        await choose(page, SAMPLES["photo"])
        await expect(notice).to_have_text("Het bestand is niet aangekomen. Kies het nog een keer.")
        await page.context.set_offline(offline=False)
        await choose(page, SAMPLES["photo"])
        await expect(choice(page, "Ja, stuur dit bestand")).to_be_visible()
        await answered(page)
        await expect(page.locator("a.file")).to_have_text("foto.jpg")
        assert await overflows(page) == 0
        async with page.expect_download() as downloading:
            await page.locator("a.file").click()
        assert (await downloading.value).suggested_filename == "foto.jpg"
        await tap(page, "Ja, stuur dit bestand")
        await expect(choice(page, "Trek mijn bestand terug")).to_be_visible()
