"""A parse in the shape of Rasa's `/model/parse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.nlu.parse import Entity, Intent, Parse


def as_json(parse: Parse) -> dict[str, Any]:
    """Make the JSON object: `text`, `intent`, `intent_ranking`, `entities`; without an intent its name is null."""
    return {
        "text": parse.text,
        "intent": _intent(parse.intent) if parse.intent else {"name": None, "confidence": 0.0},
        "intent_ranking": [_intent(intent) for intent in parse.intent_ranking],
        "entities": [entity_json(entity) for entity in parse.entities],
    }


def entity_json(entity: Entity) -> dict[str, Any]:
    """Make the JSON object of one entity; what is beside its value only where it says something."""
    told: dict[str, Any] = {
        "entity": entity.entity,
        "start": entity.start,
        "end": entity.end,
        "value": entity.value,
    }
    if entity.options:
        told["options"] = list(entity.options)
    if entity.without:
        told["without"] = list(entity.without)
    if entity.of:
        told["of"] = list(entity.of)
    if entity.added:
        told["added"] = True
    return told | ({"unsure": True} if entity.unsure else {})


def _intent(intent: Intent) -> dict[str, Any]:
    """Make the JSON object of an intent."""
    return {"name": intent.name, "confidence": intent.confidence}
