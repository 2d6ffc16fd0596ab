"""What tests of whole conversations on Telegram have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.translate import render

if TYPE_CHECKING:
    from bot.domain.message import Message
    from fake_telegram import Person, Shown
    from stages.product import Running

PROFILE = (
    "Sam",
    "schoonmaker",
    "!Nee, dit is genoeg",
    "2 jaar",
    "24 uur",
    "!Maandag tot en met vrijdag",
    "!Overdag",
    "Overvecht",
    "met de fiets, 30 minuten",
    "!Redelijk",
    "!Nee",
    "!Nee",
    "!Meteen",
    "!1 keer per dag",
    "!Ja, laat dit zien",
)
"""What somebody says, and (after `!`) taps, from the first question to the last."""


async def joins(run: Running, person: Person) -> list[Shown]:
    """Open a link and say yes; give what is asked then."""
    await run.told(person, person.opens(run.invite()))
    return await run.told(person, person.taps("join=yes"))


async def answers(run: Running, person: Person, *words: str) -> list[Shown]:
    """Say words and tap buttons (`!`); give what is said to the last one."""
    heard: list[Shown] = []
    for said in words:
        heard = await run.told(person, person.taps(said[1:]) if said.startswith("!") else person.says(said))
    return heard


def text_of(message: Message, language: str = "nl") -> str:
    return "\n\n".join(render(paragraph, language) for paragraph in message.text)
