"""Which reader reads the answer to which question of the profile (design section 7: the names are fixed)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.readers import (
    ability,
    days,
    experience,
    first_name,
    hours,
    language,
    licence,
    occupation,
    place,
    push,
    register,
    start,
    travel,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

ASKED: Mapping[str, Callable[[Sentence, date], Entity | None]] = {
    "first_name": first_name.asked,
    "wishes": occupation.asked,
    "experience": experience.asked,
    "hours": hours.asked,
    "days": days.asked,
    "place": place.asked,
    "travel": travel.asked,
    "language": language.asked,
    "licence": licence.asked,
    "start": start.asked,
    "push": push.asked,
    "register": register.asked,
    "ability.stand": ability.asked_stand,
    "ability.sit": ability.asked_sit,
    "ability.bend": ability.asked_bend,
    "ability.lift": ability.asked_lift,
}
