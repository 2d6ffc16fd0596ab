"""The picture in the README: the welcome, on a phone. `HALLOWERK_PICTURES=1` writes it again."""

from __future__ import annotations

import asyncio
import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from browser.pages import choice, in_sight, open_chat

if TYPE_CHECKING:
    from browser.conftest import Somebody
    from stages.serving import Web

pytestmark = pytest.mark.asyncio(loop_scope="session")

PICTURE = Path(__file__).parents[2] / "docs" / "chat.png"
MOST_BYTES = 150_000


def small(shot: bytes) -> bytes:
    """Give the same picture with a palette: a page has few colours."""
    out = BytesIO()
    Image.open(BytesIO(shot)).convert("RGB").quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


async def test_the_welcome_fits_on_a_phone_and_makes_a_picture(somebody: Somebody, web: Web) -> None:
    page = await somebody(
        viewport={"width": 430, "height": 932},
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
        color_scheme="light",
    )
    await open_chat(page, web)
    await in_sight(page.get_by_text("Je praat met een computer"))
    for label in ("Ja, ik doe mee", "Nee, liever niet"):
        await in_sight(choice(page, label))
    picture = await asyncio.to_thread(small, await page.screenshot())
    assert len(picture) < MOST_BYTES
    if os.environ.get("HALLOWERK_PICTURES") == "1":
        await asyncio.to_thread(PICTURE.write_bytes, picture)
