"""What was heard by name: the topic or intent of words that are certain, or what a button does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.dialogs.care import HEEDED
from bot.domain.event import Sent, Tapped
from bot.nlu.parse import Parse

if TYPE_CHECKING:
    from bot.dialogs.state import State

Heard: TypeAlias = Parse | Tapped | Sent
CARED_FOR = frozenset({"crisis", "violence"})
"""The topics that go before everything else."""

NEARLY_CERTAIN = 0.9
"""From which confidence on a guess counts also in the care dialog: "gooi alles maar weg", "laten we verder gaan"."""


def name_of(heard: Heard) -> str | None:
    """Give the topic or intent of words that are certain, or what a button does."""
    match heard:
        case Tapped(value):
            return value.removeprefix("do=") if value.startswith("do=") else None
        case Parse(topic=topic, intent=intent, certain=certain):
            return topic or (intent.name if intent and certain else None)
    return None


def nearly_certain(heard: Heard) -> str | None:
    """Give what words most likely mean, where danger is no part of it; nearly certain, or nothing."""
    if not isinstance(heard, Parse) or heard.intent is None or heard.intent.confidence < NEARLY_CERTAIN:
        return None
    return None if "crisis" in {intent.name for intent in heard.intent_ranking} else heard.intent.name


def is_unheeded(state: State, heard: Heard) -> bool:
    """Tell whether somebody who is cared for says what gets no other answer than that help is near."""
    return state.stack[-1] == "care" and name_of(heard) not in HEEDED and nearly_certain(heard) not in HEEDED
