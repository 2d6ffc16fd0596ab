"""What many stories begin with, in one line each: a whole profile, and a question for contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.replay.lines import AsksContact, HasProfile
    from bot.replay.stage import Heard, Stage

MOST_QUESTIONS = 40
YES = ("Ja, laat dit zien", "Ja, zoek banen")
PASSES = ("Nee, dit is genoeg", "Sla over")
MAY = "Ja, vraag maar"
PUSH = {
    "meteen": "Meteen als er een is",
    "per dag": "1 keer per dag",
    "per week": "1 keer per week",
    "nooit": "Niet, ik vraag het zelf",
}


async def make_profile(stage: Stage, line: HasProfile, token: str) -> bool:
    """Play it; False when it does not end in a yes."""
    person = line.person
    await stage.opens(person, token, elsewhere=False)
    await stage.heard(person)
    await stage.taps(person, "Ja, ik doe mee")
    await stage.heard(person)
    await stage.says(person, line.told, edited=False)
    for _question in range(MOST_QUESTIONS):
        heard = await stage.heard(person)
        label = _answer(heard[-1], line) if heard else None
        if label is None or not await stage.taps(person, label):
            return False
        if label in YES:
            await stage.heard(person)
            return True
    return False


def _answer(asked: Heard, line: HasProfile) -> str | None:
    if line.push and PUSH[line.push] in asked.buttons:
        return PUSH[line.push]
    if line.cannot and MAY in asked.buttons and "lichaam" in asked.text:
        return MAY
    if line.cannot and line.cannot in asked.text:
        return "Nee"
    return next((label for label in (*YES, *PASSES) if label in asked.buttons), None)


ASKED = "Ik zoek iemand voor de ochtend."


async def ask_contact(stage: Stage, line: AsksContact, happens: Callable[[], Awaitable[None]]) -> bool:
    """Ask the first person of the first vacancy for contact, and say yes for them; False when there is nobody."""
    await stage.heard(line.person)
    await stage.says(line.person, "mensen", edited=False)
    for label in ("", "Vraag contact: "):
        heard = await stage.heard(line.person)
        offered = [each for each in (heard[-1].buttons if heard else ()) if each.startswith(label)]
        if not offered or not await stage.taps(line.person, offered[0]):
            return False
    await stage.says(line.person, ASKED, edited=False)
    await stage.heard(line.person)
    await stage.taps(line.person, "Ja, stuur dit")
    await happens()
    for person in (line.person, line.other):
        await stage.heard(person)
    if line.yes:
        await stage.taps(line.other, "Ja, ik wil praten")
        await happens()
        for person in (line.person, line.other):
            await stage.heard(person)
    return True
