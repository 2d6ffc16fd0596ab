"""What a werkmatcher does at the desk, over HTTP."""

from __future__ import annotations

import asyncio
import logging
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from made import VACANCY

from bot.domain.standard_answers import STANDARD_ANSWERS
from bot.nlu.plain import faults
from web.desk_guests import Werkmatcher, ask_for_a_human, sit_down, werkmatcher
from web.guests import Guest, rows, server_events

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from stages.serving import Web


@pytest.fixture
async def karin(web: Web, other: httpx.AsyncClient) -> Werkmatcher:
    return await sit_down(web, other, "Karin")


@pytest.fixture
async def piet(web: Web) -> AsyncIterator[Werkmatcher]:
    async with werkmatcher(web, "Piet") as opened:
        yield opened


@pytest.fixture
async def fatima(web: Web, browser: httpx.AsyncClient) -> Guest:
    return await ask_for_a_human(web, browser, "Fatima", "mijn uren")


async def _waiting(who: Werkmatcher) -> str:
    (card,) = (await who.desk())["waiting"]
    return str(card["id"])


async def _last(guest: Guest) -> str:
    return str((await guest.messages())[-1]["text"])


async def test_the_desk_shows_what_may_be_seen_and_nothing_else(
    web: Web, karin: Werkmatcher, browser: httpx.AsyncClient
) -> None:
    await ask_for_a_human(web, browser, "Fatima", "mijn uren", shows=False)
    desk = await karin.desk()
    (card,) = desk["waiting"]
    assert card == {
        "id": card["id"],
        "name": "iemand",
        "about": "mijn uren",
        "shown": [],
        "since": web.house.now.isoformat(),
        "urgent": False,
        "late": False,
        "employer": False,
    }
    assert set(desk) == {"now", "me", "waiting", "mine", "closed", "colleagues", "answers"}
    assert "Fatima" not in str(desk)
    assert "kok" not in str(desk)


async def test_what_is_shown_is_what_was_allowed(karin: Werkmatcher, fatima: Guest) -> None:
    (card,) = (await karin.desk())["waiting"]
    assert (card["name"], card["about"]) == ("Fatima", "mijn uren")
    assert card["shown"] == ["• Je naam: Fatima", "• Werk: kok"]
    assert (await fatima.say("hallo?")).status_code == 202


async def test_from_claim_to_close(karin: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    assert (await karin.act("claim", handoff)).status_code == 202
    assert "Karin" in await _last(fatima)
    assert (await karin.act("reply", handoff, text="Dag Fatima!")).status_code == 202
    assert (await fatima.messages())[-1]["from"] == "Karin, werkmatcher"
    await fatima.say("fijn dat je er bent")
    (mine,) = (await karin.desk())["mine"]
    said = [(line["by"], line["text"]) for line in mine["lines"] if line["by"]]
    assert said == [("me", "Dag Fatima!"), ("Fatima", "fijn dat je er bent")]
    assert (await karin.act("close", handoff)).status_code == 202
    desk = await karin.desk()
    assert (desk["waiting"], desk["mine"]) == ([], [])
    assert [ended["by"] for ended in desk["closed"]] == ["Karin"]
    assert "klaar" in await _last(fatima)


async def test_two_claim_at_once_and_one_is_told(karin: Werkmatcher, piet: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    assert fatima
    taken = await asyncio.gather(karin.act("claim", handoff), piet.act("claim", handoff))
    assert sorted(answer.status_code for answer in taken) == [202, 409]
    (refused,) = [answer for answer in taken if answer.status_code == 409]
    winner = "Karin" if taken[0].status_code == 202 else "Piet"
    assert refused.json() == {"error": f"{winner} heeft dit gesprek."}
    loser = piet if winner == "Karin" else karin
    desk = await loser.desk()
    assert (desk["waiting"], desk["mine"]) == ([], [])
    assert handoff not in str(desk)


async def test_pass_on_and_hand_back(karin: Werkmatcher, piet: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    await karin.act("claim", handoff)
    (colleague,) = (await karin.desk())["colleagues"]
    assert (await karin.act("pass_on", handoff, to=colleague["id"])).status_code == 202
    assert (await karin.desk())["mine"] == []
    (mine,) = (await piet.desk())["mine"]
    assert [line["text"] for line in mine["lines"]] == [
        "Karin heeft dit gesprek nu.",
        "Karin geeft dit gesprek aan Piet.",
    ]
    assert (await karin.act("reply", handoff, text="nog iets")).status_code == 409
    assert (await piet.act("hand_back", handoff)).status_code == 202
    assert any("Piet stopt nu" in message["text"] for message in await fatima.messages())
    assert "werk" in (await _last(fatima)).lower()


async def test_a_vacancy_is_brought_after_the_conversation(web: Web, karin: Werkmatcher, fatima: Guest) -> None:
    web.house.store.write(lambda unit: unit.vacancies.save(VACANCY))
    handoff = await _waiting(karin)
    listed = (await karin.browser.get("/desk/api/vacancies")).json()["vacancies"]
    assert [each["id"] for each in listed] == [VACANCY.id]
    assert (await karin.act("bring", handoff, vacancy=VACANCY.id)).status_code == 409, "only who has the conversation"
    await karin.act("claim", handoff)
    assert (await karin.act("bring", handoff, vacancy="0" * 31 + "f")).status_code == 409
    assert (await karin.act("bring", handoff, vacancy=VACANCY.id)).status_code == 202
    assert "Ik breng je een baan:" in await _last(fatima)
    assert sum("brought" in act for act in web.house.store.read(lambda unit: unit.handoffs.acts())) == 1


async def test_the_same_reply_again_is_said_once_and_a_refused_one_is_refused_again(
    karin: Werkmatcher, piet: Werkmatcher, fatima: Guest
) -> None:
    handoff, number = await _waiting(karin), str(uuid.uuid4())
    for _time in range(2):
        assert (await piet.act("reply", handoff, number, text="Dag!")).status_code == 409
    await piet.act("claim", handoff)
    for _time in range(2):
        assert (await piet.act("reply", handoff, number, text="Dag!")).status_code == 202
    assert [message["text"] for message in await fatima.messages()].count("Dag!") == 1


async def test_late_is_marked_and_back_in_the_queue(web: Web, karin: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    await karin.act("claim", handoff)
    await fatima.say("ben je daar?")
    await web.house.passes(timedelta(minutes=20))
    (card,) = (await karin.desk())["waiting"]
    assert (card["id"], card["late"]) == (handoff, True)
    assert (await karin.desk())["mine"] == []


async def test_what_changes_comes_over_the_stream(karin: Werkmatcher, web: Web, browser: httpx.AsyncClient) -> None:
    async with karin.browser.stream("GET", "/desk/api/stream") as stream:
        events = server_events(stream)
        assert await anext(events) == {"retry": "2000"}
        assert '"waiting": []' in (await anext(events))["data"]
        fatima = await ask_for_a_human(web, browser, "Fatima", "mijn uren")
        assert '"about": "mijn uren"' in (await anext(events))["data"]
        handoff = await _waiting(karin)
        await karin.act("claim", handoff)
        assert '"claimed"' in (await anext(events))["data"]
        await fatima.say("wat fijn")
        async for event in events:
            if "wat fijn" in event.get("data", ""):
                break
        await karin.post({"id": str(uuid.uuid4()), "text": "Tot morgen!"}, "answers")
        async for event in events:
            if "Tot morgen!" in event.get("data", ""):
                break


async def test_a_stream_ends_with_the_session(web: Web, karin: Werkmatcher) -> None:
    async with karin.browser.stream("GET", "/desk/api/stream") as stream:
        events = server_events(stream)
        await anext(events)
        await anext(events)
        await karin.browser.post("/desk/out")
        web.edge.nudges.ring(0)
        assert await anext(events) == {"event": "gone", "data": "{}"}


async def test_own_standard_answers(karin: Werkmatcher, piet: Werkmatcher) -> None:
    number = str(uuid.uuid4())
    for _time in range(2):
        assert (await karin.post({"id": number, "text": " Tot morgen! "}, "answers")).status_code == 202
    assert (await karin.desk())["answers"]["ours"] == list(STANDARD_ANSWERS)
    (own,) = (await karin.desk())["answers"]["own"]
    assert own["text"] == "Tot morgen!"
    await piet.post({"id": str(uuid.uuid4()), "drop": own["number"]}, "answers")
    assert (await karin.desk())["answers"]["own"] == [own], "nobody throws another's away"
    assert (await piet.desk())["answers"]["own"] == []
    await karin.post({"id": str(uuid.uuid4()), "drop": own["number"]}, "answers")
    assert (await karin.desk())["answers"]["own"] == []


async def test_there_is_an_end_to_own_answers(karin: Werkmatcher) -> None:
    for count in range(50):
        assert (await karin.post({"id": str(uuid.uuid4()), "text": f"Dag {count}"}, "answers")).status_code == 202
    number = str(uuid.uuid4())
    for _time in range(2):
        answer = await karin.post({"id": number, "text": "Dag"}, "answers")
        assert (answer.status_code, answer.json()["error"][:12]) == (409, "Je hebt al 5")


def test_standard_answers_are_plain() -> None:
    assert len(STANDARD_ANSWERS) == 10
    assert [fault for words in STANDARD_ANSWERS for fault in faults(words)] == []


async def test_hints_are_kept_nowhere(web: Web, karin: Werkmatcher, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    before = rows(web)
    text = "Indien zonnebloem bijv. komt, dan gaan wij met jou praten over alles wat er is en wat er nog kan komen."
    answer = await karin.post({"text": text}, "hints")
    hints = {hint["words"]: hint["advice"] for hint in answer.json()["hints"]}
    assert hints["Indien"] == "Makkelijker: als."
    assert hints["bijv."] == "Schrijf het hele woord."
    assert any(advice == "Lange zin. Maak er 2 van." for advice in hints.values())
    assert (await karin.post({"text": "Dag! Hoe gaat het?"}, "hints")).json() == {"hints": []}
    assert (await karin.post({"text": " "}, "hints")).json() == {"hints": []}
    assert rows(web) == before
    assert "zonnebloem" not in caplog.text.lower()


@pytest.mark.parametrize(
    ("to", "body", "status"),
    [
        ("acts", "geen json", 400),
        ("acts", {}, 422),
        ("acts", {"id": "a" * 36, "act": "erase", "handoff": "0" * 32}, 422),
        ("acts", {"id": "a" * 36, "act": "claim", "handoff": "../etc"}, 422),
        ("acts", {"id": "a" * 36, "act": "claim"}, 422),
        ("acts", {"id": "kort", "act": "claim", "handoff": "0" * 32}, 422),
        ("acts", {"id": "a" * 36, "act": "reply", "handoff": "0" * 32, "text": 3}, 422),
        ("acts", {"id": "a" * 36, "act": "pass_on", "handoff": "0" * 32, "to": "Piet"}, 422),
        ("acts", {"id": "a" * 36, "act": "claim", "handoff": "0" * 32}, 409),
        ("acts", "a" * 70_000, 413),
        ("hints", {"text": None}, 422),
        ("hints", {"text": "a" * 4001}, 413),
        ("answers", {"id": "a" * 36, "text": " "}, 422),
        ("answers", {"id": "a" * 36}, 422),
        ("answers", {"id": "a" * 36, "drop": True}, 422),
        ("answers", {"id": "a" * 36, "drop": 1, "text": "Dag"}, 422),
        ("answers", {"id": "a" * 36, "text": "a" * 4001}, 413),
    ],
)
async def test_what_cannot_be_done_is_said_and_changes_nothing(
    web: Web, karin: Werkmatcher, to: str, body: Any, status: int
) -> None:
    before = rows(web)
    answer = await karin.post(body, to)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert rows(web) == before


async def test_a_reply_without_words_or_with_too_many_is_refused(karin: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    await karin.act("claim", handoff)
    before = len(await fatima.messages())
    assert (await karin.act("reply", handoff, text=" ")).status_code == 409
    assert (await karin.act("reply", handoff, text="a" * 4001)).status_code == 409
    assert len(await fatima.messages()) == before


async def test_what_another_site_sends_is_refused(karin: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    assert fatima
    body = {"id": str(uuid.uuid4()), "act": "claim", "handoff": handoff}
    answer = await karin.browser.post("/desk/api/acts", json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert await _waiting(karin) == handoff


async def test_every_act_is_in_the_record_without_a_word(web: Web, karin: Werkmatcher, fatima: Guest) -> None:
    handoff = await _waiting(karin)
    for what in ("claim", "reply", "hand_back"):
        await karin.act(what, handoff, text="Zonnebloem")
    await karin.post({"id": str(uuid.uuid4()), "text": "Zonnebloem"}, "answers")
    await karin.browser.post("/desk/invitations", data={"for": "jobseeker", "support": "begeleid", "contact": "direct"})
    await karin.browser.post("/desk/out")
    record = web.house.store.read(lambda unit: unit.handoffs.acts())
    assert [act for _at, _handoff, _by, act in record] == [
        "signed_in",
        "claimed",
        "replied",
        "handed_back",
        "kept_answer",
        "invited",
        "signed_out",
    ]
    assert {by for _at, _handoff, by, _act in record} == {"Karin"}
    for personal in ("Zonnebloem", "Fatima", fatima.web_id):
        assert personal not in str(record)
