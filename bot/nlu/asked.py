"""Which reader reads the answer to which question of the profile (design section 7: the names are fixed)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.english import also_english
from bot.nlu.readers import (
    ability,
    contact,
    days,
    experience,
    first_name,
    hours,
    language,
    licence,
    occupation,
    ordinal,
    place,
    push,
    reaction,
    register,
    start,
    travel,
)
from bot.nlu.spelling import also_misspelt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

ASKED: Mapping[str, Callable[[Sentence, date], Entity | None]] = {
    "first_name": also_english(first_name.asked),
    "wishes": also_english(occupation.asked),
    "experience": also_english(also_misspelt(experience.asked)),
    "hours": also_english(also_misspelt(hours.asked)),
    "days": also_english(also_misspelt(days.asked)),
    "place": also_english(place.asked),
    "travel": also_english(also_misspelt(travel.asked)),
    "language": also_english(language.asked),
    "licence": also_english(licence.asked),
    "start": also_english(also_misspelt(start.asked)),
    "push": also_english(push.asked),
    "register": also_english(register.asked),
    "ability.stand": also_english(ability.asked_stand),
    "ability.sit": also_english(ability.asked_sit),
    "ability.bend": also_english(ability.asked_bend),
    "ability.lift": also_english(ability.asked_lift),
    "job.react": reaction.asked,
    "job.why": reaction.why_not,
    "jobs.which": ordinal.asked,
}

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
