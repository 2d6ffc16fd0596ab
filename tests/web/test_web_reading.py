"""Reading the conversation: `api/messages` and `api/stream`."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from patience import PATIENCE

from bot.domain.event import Channel
from bot.handlers.api import MOST_AT_ONCE
from bot.replay.house import house
from stages.serving import web_of
from storage.outbox import ME, Spoken
from web.guests import Guest, server_events, sign_in

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web
    from storage.unit import Unit


async def test_a_message_has_what_the_page_needs(fatima: Guest) -> None:
    messages = await fatima.messages()
    for message in messages:
        assert {"seq", "from", "text", "buttons", "at"} <= set(message)
        assert message["from"] == "chat"
        assert datetime.fromisoformat(message["at"]).utcoffset() is not None
    buttons = [button for row in messages[-1]["buttons"] for button in row]
    assert [button["label"] for button in buttons][:2] == ["Ja, ik doe mee", "Nee, liever niet"]
    assert all(set(button) == {"label", "value"} and len(button["value"].encode()) <= 64 for button in buttons)


@pytest.mark.parametrize("after", ["", "x", "-1", "1.5", "9" * 5000, "٣", "1e3", " 1", "0x1"])
async def test_a_number_that_is_none_shows_all(fatima: Guest, after: str) -> None:
    answer = await fatima.browser.get(f"{fatima.here}api/messages", params={"after": after})
    assert answer.json()["messages"] == await fatima.messages()


async def test_only_what_came_after(fatima: Guest) -> None:
    first, *rest = await fatima.messages()
    assert await fatima.messages(first["seq"]) == rest
    assert await fatima.messages(rest[-1]["seq"]) == []
    assert await fatima.messages(10**15 - 1) == []


async def test_a_long_conversation_comes_whole(web: Web, fatima: Guest) -> None:
    many = MOST_AT_ONCE + 7
    words = [f"bericht {number}" for number in range(many)]

    def write(unit: Unit) -> None:
        session = unit.connection.exec_driver_sql("SELECT address_id, person_id FROM message").first()
        assert session
        spoken = [Spoken(ME, word) for word in words]
        unit.outbox.add(session.person_id, session.address_id, Channel.WEB, spoken, at=web.house.now)

    already = len(await fatima.messages())
    web.house.store.write(write)
    assert len(await fatima.messages()) == MOST_AT_ONCE
    async with fatima.browser.stream("GET", f"{fatima.here}api/stream") as answer:
        seen = [await _next(answer, count=already + many)]
    assert [message["text"] for message in seen[0]][already:] == words
    assert f">{words[-1]}<" in (await fatima.browser.get(f"{fatima.here}plain")).text


async def _next(answer: httpx.Response, count: int) -> list[dict[str, str]]:
    """Read messages from a stream, in its order; each has its number as its id."""
    messages = []
    async with asyncio.timeout(PATIENCE), aclosing(server_events(answer)) as events:
        async for event in events:
            if "data" in event and event.get("event") is None:
                messages.append(json.loads(event["data"]))
                assert event["id"] == str(messages[-1]["seq"])
            if len(messages) == count:
                break
    return messages


async def test_the_stream_gives_the_same_in_order_and_new_ones_at_once(fatima: Guest) -> None:
    before = await fatima.messages()
    async with fatima.browser.stream("GET", f"{fatima.here}api/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        assert "content-encoding" not in answer.headers
        events = server_events(answer)
        async with asyncio.timeout(PATIENCE):  # there is no heartbeat: it must be woken
            assert await anext(events) == {"retry": "2000"}
            shown = [json.loads((await anext(events))["data"]) for _message in before]
            assert shown == before
            await fatima.say("wie ben jij?")
            mine = json.loads((await anext(events))["data"])
            assert (mine["from"], mine["text"]) == ("me", "wie ben jij?")
            after = await fatima.messages(mine["seq"])
            assert [json.loads((await anext(events))["data"]) for _message in after] == after


async def test_the_stream_goes_on_where_it_was(fatima: Guest) -> None:
    first, *rest = await fatima.messages()
    url = f"{fatima.here}api/stream"
    last_id = {"Last-Event-ID": str(first["seq"])}
    async with fatima.browser.stream("GET", url, headers=last_id) as answer:
        assert await _next(answer, len(rest)) == rest
    async with fatima.browser.stream("GET", url, params={"after": first["seq"]}) as answer:
        assert await _next(answer, len(rest)) == rest
    # the header is the newer one: the browser sends it when it comes back to the same address
    async with fatima.browser.stream("GET", f"{url}?after=0", headers=last_id) as answer:
        assert await _next(answer, len(rest)) == rest


@pytest.mark.parametrize("last_id", ["x", "9" * 5000, "-1", "²"])
async def test_a_last_event_id_that_is_none_shows_all(fatima: Guest, last_id: str) -> None:
    headers = {b"Last-Event-ID": last_id.encode()}
    async with fatima.browser.stream("GET", f"{fatima.here}api/stream", headers=headers) as answer:
        assert await _next(answer, len(await fatima.messages())) == await fatima.messages()


async def test_a_quiet_stream_gives_a_sign_of_life() -> None:
    async with house() as opened, web_of(opened, heartbeat=0.01) as web, web.client() as browser:
        fatima = await sign_in(web, browser)
        last = (await fatima.messages())[-1]["seq"]
        async with browser.stream("GET", f"{fatima.here}api/stream?after={last}") as answer:
            events = server_events(answer)
            async with asyncio.timeout(PATIENCE):
                assert await anext(events) == {"retry": "2000"}
                for _beat in range(3):
                    assert await anext(events) == {"event": "ping", "data": "{}"}


async def test_two_pages_of_one_conversation_both_hear_it(fatima: Guest) -> None:
    last = (await fatima.messages())[-1]["seq"]
    url = f"{fatima.here}api/stream?after={last}"
    async with fatima.browser.stream("GET", url) as one, fatima.browser.stream("GET", url) as two:
        await fatima.say("wie ben jij?")
        count = len(await fatima.messages(last))
        assert await _next(one, count) == await _next(two, count) == await fatima.messages(last)


async def test_the_stream_of_a_conversation_that_is_erased_says_so_and_ends(fatima: Guest) -> None:
    last = (await fatima.messages())[-1]["seq"]
    async with fatima.browser.stream("GET", f"{fatima.here}api/stream?after={last}") as answer:
        events = server_events(answer)
        async with asyncio.timeout(PATIENCE):
            assert await anext(events) == {"retry": "2000"}
            assert (await fatima.tap("Nee, liever niet")).status_code == 202
            assert [event async for event in events] == [{"event": "gone", "data": "{}"}]


async def test_a_stream_that_hangs_up_lets_go_of_its_bell(web: Web, fatima: Guest) -> None:
    async with fatima.browser.stream("GET", f"{fatima.here}api/stream") as answer:
        await _next(answer, 1)
        assert len(web.edge.nudges._bells) == 1  # noqa: SLF001 - nothing else shows a leak
    async with asyncio.timeout(PATIENCE):
        while web.edge.nudges._bells:  # noqa: ASYNC110, SLF001 - the server has no event for it
            await asyncio.sleep(0.001)
