"""What updates mean: as the fake server makes them, read by the client the product uses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Update

from bot.domain.event import Address, Blocked, Channel, Event, Opened, Said, Sent, Tapped
from bot.handlers.telegram_events import WANTED, event_of

if TYPE_CHECKING:
    from bot.domain.event import What
    from fake_telegram import Person, Server
    from stages.product import Running

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def latest(server: Server) -> Event | None:
    return event_of(Update.de_json(server.updates.pending[-1]), AT)


def meaning(server: Server) -> What | None:
    event = latest(server)
    return event.what if event else None


async def test_words_with_everything_around_them(patient: Server) -> None:
    await patient.person(7, language="en-GB").says("hoi\0 daar")
    number = patient.updates.pending[-1]["update_id"]
    assert latest(patient) == Event(
        f"tg:{number}", Address(Channel.TELEGRAM, "7"), Said("hoi daar"), AT, language="en-GB"
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("/start", Opened(None)),
        ("/start abc-DEF_1", Opened("abc-DEF_1")),
        ("/start@hallowerk_test_bot abc", Opened("abc")),
        ("/mens", Tapped("do=human")),
        ("/Stop", Tapped("do=stop")),
        ("/onzin", Said("/onzin")),
        ("24/7", Said("24/7")),
        ("x" * 4096, Said("x" * 4096)),
    ],
)
async def test_words_and_commands(patient: Server, text: str, what: What) -> None:
    await patient.person(7).says(text)
    assert meaning(patient) == what


async def test_a_reply_says_which_message_of_ours_it_answers(run: Running, patient: Server, fatima: Person) -> None:
    heard = await run.told(fatima, fatima.opens(run.invite()))
    await fatima.says("hoi", reply_to=heard[0])
    assert meaning(patient) == Said("hoi", reply_to=str(heard[0].message["message_id"]))
    own = next(shown for shown in fatima.screen if not shown.message["from"]["is_bot"])
    await fatima.says("hoi", reply_to=own)
    assert meaning(patient) == Said("hoi")


@pytest.mark.parametrize("kind", "voice photo sticker location document contact video".split())
async def test_other_things_than_words(patient: Server, kind: str) -> None:
    await patient.person(7).sends(kind)
    assert meaning(patient) == Sent(kind)


async def test_edited_forwarded_and_blocked(patient: Server) -> None:
    patient.wall = AT.timestamp
    fatima = patient.person(7)
    said = await fatima.says("schoonmaakster")
    await fatima.edits(said, "schoonmaker")
    assert meaning(patient) == Said("schoonmaker", edited=True, first_at=AT)
    await fatima.forwards("vacature")
    assert meaning(patient) == Sent("forward")
    await fatima.blocks()
    assert meaning(patient) == Blocked()
    await fatima.unblocks()
    assert meaning(patient) == Blocked(blocked=False)


async def test_a_group_is_only_a_group(patient: Server) -> None:
    karin = patient.group(-5).member(8)
    await karin.says("/start abc")
    event = latest(patient)
    assert event is not None
    assert (event.what, event.address.key) == (Sent("group"), "-5")
    said = await karin.says("hoi")
    await karin.edits(said, "dag")
    assert latest(patient) is None


FROM = {"id": 7, "is_bot": False, "first_name": "Fatima"}
MESSAGE = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}, "from": FROM}
FILE = {"file_id": "a", "file_unique_id": "b"}


@pytest.mark.parametrize(
    ("update", "what"),
    [
        ({"message": MESSAGE | {"dice": {"emoji": "🎲", "value": 3}}}, Sent("other")),
        ({"message": MESSAGE | {"audio": FILE | {"duration": 3}}}, Sent("other")),
        (
            {"message": MESSAGE | {"animation": FILE | {"width": 1, "height": 1, "duration": 1}, "document": FILE}},
            Sent("other"),
        ),
        ({"message": MESSAGE | {"video_note": FILE | {"length": 3, "duration": 3}}}, Sent("video")),
        ({"message": MESSAGE | {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}}}, None),
        ({"edited_message": MESSAGE | {"edit_date": 1_700_000_001, "location": {"latitude": 1, "longitude": 1}}}, None),
        ({"channel_post": MESSAGE | {"text": "hoi", "chat": {"id": -9, "type": "channel", "title": "x"}}}, None),
        ({"callback_query": {"id": "1", "from": FROM, "chat_instance": "1", "game_short_name": "x"}}, None),
        ({}, None),
    ],
)
def test_rarer_updates(update: dict[str, Any], what: What | None) -> None:
    event = event_of(Update.de_json({"update_id": 1, **update}), AT)
    assert (event and event.what) == what


def test_every_kind_we_want_is_one_of_telegrams() -> None:
    assert set(WANTED) <= set(Update.ALL_TYPES)
