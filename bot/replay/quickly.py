"""A whole profile in one line of a story: told in one sentence, the rest skipped, and a yes at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.replay.lines import HasProfile
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
