"""`POST /c/{id}/api/events`: what is taken, what is refused, and that nothing happens twice."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.replay.house import House
from stages.serving import Web, web_of
from storage.store import Store
from web.guests import Guest, rows, sign_in

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

ID = "0b8f9c1e-3a52-4d4b-9a50-2f7d3f1f0a11"
NOT_NOW = "Dat lukt nu niet. Probeer het over 5 minuten nog een keer."


async def test_words_are_taken_and_answered(fatima: Guest) -> None:
    last = (await fatima.messages())[-1]["seq"]
    answer = await fatima.say("wie ben jij?", ID)
    assert (answer.status_code, answer.json()) == (202, {})
    mine, *said = await fatima.messages(last)
    assert (mine["from"], mine["text"], mine["event"]) == ("me", "wie ben jij?", ID)
    assert said
    assert all(message["from"] == "chat" and "event" not in message for message in said)
    assert said[-1]["buttons"]


async def test_a_tap_is_taken_and_shown_as_what_the_button_said(fatima: Guest) -> None:
    last = (await fatima.messages())[-1]["seq"]
    assert (await fatima.tap("Ja, ik doe mee", ID)).status_code == 202
    mine = (await fatima.messages(last))[0]
    assert (mine["from"], mine["text"], mine["event"]) == ("me", "Ja, ik doe mee", ID)


@pytest.mark.parametrize("what", [{"text": "wie ben jij?"}, {"tap": {"seq": 1, "value": "do=human"}}])
async def test_the_same_id_again_changes_nothing(web: Web, fatima: Guest, what: dict[str, Any]) -> None:
    assert (await fatima.post({"id": ID, **what})).status_code == 202
    before, messages = rows(web), await fatima.messages()
    for again in (what, what, {"text": "iets anders"}):
        answer = await fatima.post({"id": ID, **again})
        assert (answer.status_code, answer.json()) == (202, {})
    assert (rows(web), await fatima.messages()) == (before, messages)


async def test_the_same_id_at_the_same_time_counts_once(fatima: Guest) -> None:
    last = (await fatima.messages())[-1]["seq"]
    answers = await asyncio.gather(*(fatima.say("wie ben jij?", ID) for _time in range(5)))
    assert {answer.status_code for answer in answers} == {202}
    assert [message["text"] for message in await fatima.messages(last) if message["from"] == "me"] == ["wie ben jij?"]


async def test_the_id_of_somebody_elses_event_is_free(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    bram = await sign_in(web, other)
    for guest, words in ((fatima, "wie ben jij?"), (bram, "moet dit?")):
        assert (await guest.say(words, ID)).status_code == 202
        assert [held["text"] for held in await guest.messages() if held["from"] == "me"] == [words]


def _said(text: Any) -> dict[str, Any]:
    return {"id": ID, "text": text}


def _tap(seq: Any, value: Any) -> dict[str, Any]:
    return {"id": ID, "tap": {"seq": seq, "value": value}}


BAD: list[tuple[str, int, Any]] = [
    ("no JSON", 400, "hallo"),
    ("nothing", 400, ""),
    ("half JSON", 400, '{"id": "'),
    ("no UTF-8", 400, b'{"id": "\xff\xfe"}'),
    ("deep", 400, "[" * 30_000),
    ("a number too long to read", 400, '{"id": ' + "1" * 5000 + "}"),
    ("a list", 422, [1]),
    ("a text", 422, '"hallo"'),
    ("null", 422, "null"),
    ("empty", 422, {}),
    ("no id", 422, {"text": "hallo"}),
    ("id is a number", 422, {"id": 12345678, "text": "hallo"}),
    ("id too short", 422, {"id": "kort", "text": "hallo"}),
    ("id too long", 422, {"id": "a" * 41, "text": "hallo"}),
    ("id with a colon", 422, {"id": "web:12345678", "text": "hallo"}),
    ("id with NUL", 422, {"id": "12345678\0", "text": "hallo"}),
    ("id with a new line", 422, {"id": "12345678\n", "text": "hallo"}),
    ("neither text nor tap", 422, {"id": ID}),
    ("both", 422, {"id": ID, "text": "hallo", "tap": {"seq": 1, "value": "join=yes"}}),
    ("text is a number", 422, _said(5)),
    ("text is a list", 422, _said(["hallo"])),
    ("text is a switch", 422, _said(text=True)),
    ("empty text", 422, _said("")),
    ("only spaces", 422, _said(" \n\t\u00a0")),
    ("only NUL", 422, _said("\0\0")),
    ("only half a surrogate", 422, _said("\ud83d")),
    ("4,001 characters", 413, _said("a" * 4001)),
    ("4,001 emoji", 413, _said("😀" * 4001)),
    ("a body too long", 413, _said("a" * 70_000)),
    ("tap is a text", 422, {"id": ID, "tap": "join=yes"}),
    ("tap is empty", 422, {"id": ID, "tap": {}}),
    ("tap without a value", 422, {"id": ID, "tap": {"seq": 1}}),
    ("tap without a number", 422, {"id": ID, "tap": {"value": "join=yes"}}),
    ("seq is a text", 422, _tap("1", "join=yes")),
    ("seq is a switch", 422, _tap(seq=True, value="join=yes")),
    ("seq is broken", 422, _tap(1.5, "join=yes")),
    ("seq below zero", 422, _tap(-1, "join=yes")),
    ("seq too high", 422, _tap(2**63, "join=yes")),
    ("seq is infinite", 422, '{"id": "' + ID + '", "tap": {"seq": Infinity, "value": "join=yes"}}'),
    ("value is a number", 422, _tap(1, 5)),
    ("value is empty", 422, _tap(1, "")),
    ("value too long", 422, _tap(1, "a" * 65)),
]


@pytest.mark.parametrize(("status", "body"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
async def test_bad_input_gets_a_plain_reason_and_nothing_is_stored(
    web: Web, fatima: Guest, status: int, body: Any
) -> None:
    before, messages = rows(web), await fatima.messages()
    answer = await fatima.post(body)
    assert answer.status_code == status
    held = answer.json()
    assert set(held) == {"error"}
    assert held["error"].endswith(".")
    assert len(held["error"]) < 100
    assert (rows(web), await fatima.messages()) == (before, messages)
    assert (await fatima.say("wie ben jij?", ID)).status_code == 202  # the id was not used up
    assert len(await fatima.messages()) > len(messages)


@pytest.mark.parametrize("value", ["geen=knop", "join", "=", "do=wis", "join=misschien", "\0x", "😀" * 16])
async def test_a_button_that_never_was_gets_an_answer_that_a_person_would_find_normal(
    fatima: Guest, value: str
) -> None:
    last = (await fatima.messages())[-1]["seq"]
    assert (await fatima.post(_tap(last, value))).status_code == 202
    said = await fatima.messages(last)
    assert [message["from"] for message in said] == ["chat"] * len(said)
    assert said[-1]["buttons"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a" * 4000, "a" * 4000),
        ("😀" * 4000, "😀" * 4000),
        ("wie\0 ben jij?", "wie ben jij?"),
        ("wie\ud83d ben jij?", "wie ben jij?"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{name} %s \\ ' \" ; --", "{name} %s \\ ' \" ; --"),
        ("مرحبا\u202e", "مرحبا\u202e"),
    ],
    ids=["4,000", "4,000 emoji", "NUL inside", "half a surrogate inside", "markup", "signs", "right to left"],
)
async def test_odd_words_are_taken_as_words(fatima: Guest, text: str, kept: str) -> None:
    last = (await fatima.messages())[-1]["seq"]
    assert (await fatima.say(text)).status_code == 202
    assert (await fatima.messages(last))[0]["text"] == kept


async def test_the_page_may_send_any_content_type(fatima: Guest) -> None:
    for kind in ("application/json", "text/plain", "", "application/json; charset=latin-1"):
        body = json.dumps({"id": str(uuid.uuid4()), "text": "wie ben jij?"})
        headers = {"Content-Type": kind}
        answer = await fatima.browser.post(f"{fatima.here}api/events", content=body, headers=headers)
        assert answer.status_code == 202


async def test_a_locked_database_says_so_and_the_event_may_come_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    impatient = Store(f"sqlite:///{tmp_path / 'story.db'}", house.store.seal, busy_seconds=0.05)
    house.store.close()
    house.store = impatient
    house.turns.world = replace(house.turns.world, store=impatient)
    async with web_of(house) as web, web.client() as browser:
        fatima = await sign_in(web, browser)
        messages = await fatima.messages()
        holding = sqlite3.connect(tmp_path / "story.db", isolation_level=None)
        holding.execute("BEGIN IMMEDIATE")
        answer = await fatima.say("wie ben jij?", ID)
        assert (answer.status_code, answer.json()) == (503, {"error": NOT_NOW})
        assert await fatima.messages() == messages
        page = await browser.post(f"{fatima.here}plain", data={"id": ID, "text": "wie ben jij?"})
        assert page.status_code == 503
        assert NOT_NOW in page.text
        holding.execute("ROLLBACK")
        holding.close()
        assert (await fatima.say("wie ben jij?", ID)).status_code == 202
        assert [held["text"] for held in await fatima.messages() if held["from"] == "me"] == ["wie ben jij?"]
    house.close()
