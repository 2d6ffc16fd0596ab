"""On the page without script, numbers to call and sites in what the chat says can be tapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.handlers.tappable import parts
from stages.tappable import EXAMPLES, PHONE

if TYPE_CHECKING:
    from web.guests import Guest

LINK = re.compile(r'<a (?:class="tel" )?href="([^"]*)"[^>]*>([^<]*)</a>')


@pytest.mark.parametrize(("text", "links"), EXAMPLES)
def test_what_can_be_tapped(text: str, links: list[tuple[str, str]]) -> None:
    cut = parts(text, PHONE)
    assert [(words, target) for words, target in cut if target] == links
    assert "".join(words for words, _target in cut) == text.replace("tel:", "")


@pytest.mark.parametrize("phone", ["+31 (0)70-123 45 67", "070 1234567", "14 0592"])
def test_every_phone_of_a_gemeente(phone: str) -> None:
    digits = re.sub("[^+0-9]", "", phone)
    assert parts(f"Bel {phone}.", phone) == [("Bel ", None), (phone, f"tel:{digits}"), (".", None)]


async def test_the_chat_has_numbers_to_tap_and_the_person_has_not(fatima: Guest) -> None:
    await fatima.say("ik wil dood. ik bel 112 of www.112.nl")
    page = (await fatima.browser.get(f"{fatima.here}plain")).text
    conversation = page.partition('<ol id="messages">')[2].partition("</ol>")[0]
    assert ("tel:113", "113") in LINK.findall(conversation)
    assert "ik wil dood. ik bel 112 of www.112.nl</p>" in conversation
    assert "www.112.nl</a>" not in conversation
