"""Which reader reads the answer to which question: of the profile (design section 7: fixed names), or of a vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.adding import also_added
from bot.nlu.english import also_english
from bot.nlu.readers import (
    ability,
    asks,
    contact,
    contract,
    days,
    dutch,
    experience,
    first_name,
    guidance,
    hours,
    language,
    licence,
    licence_needed,
    occupation,
    ordinal,
    pay,
    place,
    places_sought,
    push,
    reaction,
    register,
    start,
    travel,
    until,
)
from bot.nlu.spelling import also_mended, also_misspelt, else_mended
from bot.nlu.taken_back import also_taken_back
from bot.nlu.tidied import of_tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_OF_QUESTIONS: Mapping[str, Callable[[Sentence, date], Entity | None]] = {
    "first_name": also_english(first_name.asked),
    "wishes": also_english(else_mended(occupation.asked)),
    "experience": also_english(also_misspelt(experience.asked)),
    "hours": also_english(also_misspelt(hours.asked)),
    "days": also_english(also_misspelt(days.asked)),
    "place": also_english(else_mended(place.asked)),
    "travel": also_english(also_misspelt(travel.asked)),
    "language": also_english(also_mended(language.asked)),
    "licence": also_english(licence.in_capitals(also_mended(licence.asked))),
    "start": also_english(also_misspelt(start.asked)),
    "push": also_english(also_mended(push.asked)),
    "register": also_english(also_mended(register.asked)),
    "ability.stand": also_english(also_mended(ability.asked_stand)),
    "ability.sit": also_english(also_mended(ability.asked_sit)),
    "ability.bend": also_english(also_mended(ability.asked_bend)),
    "ability.lift": also_english(also_mended(ability.asked_lift)),
    "job.react": reaction.asked,
    "job.why": reaction.why_not,
    "jobs.which": ordinal.asked,
    "asks": also_english(else_mended(asks.asked)),
    "contract": also_english(also_misspelt(contract.asked)),
    "dutch": also_english(also_mended(dutch.asked)),
    "guidance": also_english(also_mended(guidance.asked)),
    "licence.needed": also_english(also_mended(licence_needed.asked)),
    "pay": also_english(else_mended(pay.asked)),
    "places": also_english(else_mended(places_sought.asked)),
    "until": also_english(also_misspelt(until.asked)),
}

ASKED = {name: of_tidied(also_added(also_taken_back(reader))) for name, reader in _OF_QUESTIONS.items()}

READERS: Mapping[str, Callable[[Sentence, date], Entity | None]] = {
    "occupation": ASKED["wishes"],
    "ability": ability.asked,
    "phone": contact.asked,
    "email": contact.asked,
    "dayparts": ASKED["days"],
    **{
        name: ASKED[name]
        for name in "first_name experience hours days place travel language licence start push register".split()
    },
}
"""Which reader reads a value of which entity, where something else says that it stands there."""
