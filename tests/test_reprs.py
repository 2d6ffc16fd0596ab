"""No value shows what somebody said or is (V15): a repr ends up in tracebacks, and those in logs."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import bot.dialogs
import bot.domain
import bot.importing
import bot.nlu
import bot.text
import storage.store
from bot.domain.event import Said
from bot.errors import HalloWerkError
from bot.text import Text, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

SECRET = "zonnebloem-fatima"  # noqa: S105 - no password: words of a person

OURS = {
    *("bot.domain.gemeente", "bot.domain.opening"),  # what a gemeente decides
    *(
        "bot.dialogs.dialog",
        "bot.dialogs.question",
        "bot.dialogs.conduct",
        "bot.nlu.topics",
        "bot.nlu.crisis",
        "bot.nlu.occupations",
        "bot.nlu.places",
        "bot.nlu.classifier",
        "bot.nlu.lexicon",
        "bot.nlu.rasa_yaml",
    ),  # our data
    "bot.nlu.plain",  # reads our own sentences
    *("bot.domain.travel", "storage.records"),  # how fast one travels, how numbers are packed
}
"""Modules whose values are about nobody."""

SHOWN = {
    "Text": "msgid plural count",
    "Say": "message push given",
    "Plan": "kind at once stays",
    "Due": "kind",
    "Ripe": "person_id what",
    "Spoken": "author is_push",
    "Pay": "min max per",
    "Excluding": "ground",
    "Refused": "why over",
    "Read": "made",
    "Piece": "around too_large too_deep unfinished depth",
    "PieceWords": "your the give yes back want sent",
    "SpeakIn": "language",
    "SaveProfile": "profile",
    "Erase": "farewell",
    "Address": "channel",
    "Said": "edited",
    "Tapped": "seq",
    "Sent": "kind file",
    "Upload": "kind",
    "GivenFile": "kind",
    "KeepFile": "file",
    "Blocked": "blocked",
    "Looked": "most page new heavy",
    "Page": "number more heavy",
    "ShownSoFar": "today unanswered",
    "WasShown": "version at",
    "Event": "address what at language",
    "SetStanding": "standing",
    "Invitation": "role expires_at support contact lets_in",
    "Button": "label",
    "Message": "asks_file",
    "Person": "id role language support contact",
    "Intent": "name confidence",
    "Entity": "entity start end unsure added",
    "Parse": "intent intent_ranking entities certain plain topic",
    "_Found": "start end code level",
    "Moment": "at today person gemeente in_words base_url channel has_profile has_telegram",
    "State": "stack offered misunderstood helped paused once heard_at",
    "Turn": "state effects rests unkept",
    "Issued": "id role made_at expires_at",
    "Outgoing": "seq address_id person_id to language tries is_push buttons_ref",
    "Leak": "kind start end by",
    "Band": "least most",
    "Between": "person_id employer_id vacancy_id",
    "ContactRequest": "between asked_by asked_at accepted_at ended ended_by ended_at why withdrawn_at waits_since",
    "Bounds": "vacancy employer",
    "Pair": "grain is_blocked",
    "Disclosure": "what at",
    "Disclose": "what",
    "BeginContact": "contact",
    "KeepContact": "contact",
    "KeepConsent": "rows",
    "KeepFieldConsent": "row",
    "FieldConsent": "answer at version",
    "BlockContact": "by",
    "HeldContact": "contact",
    "Talk": "contact",
    "People": "count",
    "Consent": "piece answer at version",
    "Backlog": "count oldest",
    "Line": "number kind at in_team",
    "Request": "answer_by is_urgent is_employer",
    "Card": "id since is_urgent is_late is_employer taken_by answer_by",
    "Standing": "is_open ahead answer_by",
    "Queue": "waiting waits",
    "Ended": "handoff at",
    "Seat": "at address_id person_id language lets_in expires_at",
    "Claim": "handoff",
    "Reply": "handoff beside",
    "PassOn": "handoff to",
    "Bring": "handoff vacancy",
    "HandBack": "handoff",
    "Close": "handoff",
    "AskWerkmatcher": "request",
    "TellWerkmatcher": "edited is_urgent answer_by",
    "ReturnHandoff": "answer_by",
    "Topic": "handoff thread card_posted posted trouble",
    "Caught": "state said over standing",
    "Shown": "seq author at",
    "Speaker": "person at address_id has_profile reachable",
    "Session": "address_id person_id language expires_at",
}
"""What may be seen of a value: our own words, numbers and kinds, and values that are in this list themselves."""


def modules() -> Iterator[ModuleType]:
    yield bot.text
    for one in (bot.domain, bot.nlu, bot.importing, bot.dialogs, storage.store):
        package = one.__spec__.parent if one.__spec__ else None
        folder = Path(str(one.__file__)).parent
        for found in pkgutil.walk_packages([str(folder)], f"{package}."):
            if ".migrations" not in found.name and found.name not in OURS:
                yield importlib.import_module(found.name)


def values() -> list[type[Any]]:
    return [
        held
        for module in modules()
        for held in vars(module).values()
        if isinstance(held, type) and dataclasses.is_dataclass(held) and held.__module__ == module.__name__
    ]


@pytest.mark.parametrize("kind", values(), ids=lambda kind: kind.__name__)
def test_a_value_shows_nothing_personal(kind: type[Any]) -> None:
    made = object.__new__(kind)
    shown = SHOWN.get(kind.__name__, "").split()
    for field in dataclasses.fields(kind):
        object.__setattr__(made, field.name, 0 if field.name in shown else SECRET)
    assert SECRET not in repr(made)


def test_the_list_of_what_is_shown_has_nothing_that_is_gone() -> None:
    known = {kind.__name__: {field.name for field in dataclasses.fields(kind)} for kind in values()}
    assert {name for name, shown in SHOWN.items() if not set(shown.split()) <= known.get(name, set())} == set()


def test_an_error_shows_nothing_that_is_filled_in() -> None:
    error = HalloWerkError(Text("Dat lukt niet: {file}", (("file", SECRET),)))
    assert SECRET in str(error)
    assert SECRET not in repr(error) + repr(error.args) + repr(error.sentence)


def test_what_was_said_is_still_there() -> None:
    assert (Said(SECRET).text, verbatim(SECRET).params) == (SECRET, (("verbatim", SECRET),))
