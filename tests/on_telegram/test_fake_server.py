"""The fake Bot API server, driven by two clients that know nothing of each other: same calls, same effects."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx
import pytest
from patience import PATIENCE
from starlette.responses import Response
from starlette.routing import Route

from fake_telegram import Limit, Limits, Server, serve
from fake_telegram.description import description, problem
from fake_telegram.line import listen
from on_telegram.clients import AIOGRAM, CLIENTS, PTB, Client, Failed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from fake_telegram import Kind

KINDS = "voice photo sticker location document contact video".split()


@pytest.fixture(params=CLIENTS, ids=[made.__name__ for made in CLIENTS])
async def client(request: pytest.FixtureRequest, patient: Server) -> AsyncIterator[Client]:
    async with request.param(patient.url) as made:
        yield made


def fails(word: str) -> pytest.RaisesExc[Failed]:
    """Expect the client's typed error that has this name in `clients`."""
    return pytest.raises(Failed, match=rf"^({word})$")


async def test_me(client: Client) -> None:
    assert await client.me() == "hallowerk_test_bot"


async def test_a_message_and_its_buttons_arrive(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    sent = await client.send(7, "Wil je meedoen? 👍", [("Ja", "join=yes"), ("Nee, liever niet", "join=no")])
    heard = await fatima.hears()
    assert (heard.id, heard.text, heard.labels) == (sent, "Wil je meedoen? 👍", ["Ja", "Nee, liever niet"])
    assert heard.by_bot
    assert [[key["callback_data"] for key in row] for row in heard.rows] == [["join=yes"], ["join=no"]]


async def test_a_word_reaches_the_bot_until_it_is_confirmed(patient: Server, client: Client) -> None:
    fatima = patient.person(7, "Fatima")
    await fatima.says("hoi")
    await fatima.says("dag")
    first = await client.updates(limit=1)
    assert [(seen.text, seen.first_name) for seen in first] == [("hoi", "Fatima")]
    assert [seen.text for seen in await client.updates()] == ["hoi", "dag"]
    assert [seen.text for seen in await client.updates(offset=first[0].id + 1)] == ["dag"]
    assert [seen.text for seen in await client.updates(offset=-1)] == ["dag"]
    assert await client.updates(offset=first[0].id + 2) == []
    assert patient.updates.pending == []


async def test_a_long_poll_ends_with_the_word_it_waits_for(patient: Server, client: Client) -> None:
    polling = asyncio.create_task(client.updates(timeout=30))
    await patient.waits_until(lambda: patient.updates.waiting)
    await patient.person(7).says("eindelijk")
    assert [seen.text for seen in await polling] == ["eindelijk"]


async def test_the_older_of_two_polls_gives_way(patient: Server, client: Client) -> None:
    older = asyncio.create_task(client.updates(timeout=30))
    await patient.waits_until(lambda: patient.updates.waiting)
    async with httpx.AsyncClient(timeout=PATIENCE) as line:
        newer = await line.get(f"{patient.url}/bot{patient.token}/getUpdates")
    with fails("conflict"):
        await older
    assert newer.json() == {"ok": True, "result": []}


async def test_only_allowed_updates_are_kept(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    await client.updates(allowed=["callback_query"])
    await fatima.says("hoi")
    await client.send(7, "Kies", [("Ja", "yes")])
    await fatima.taps("Ja")
    assert [seen.data for seen in await client.updates()] == ["yes"]


async def test_a_tap_and_its_answer(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    sent = await client.send(7, "Kies", [("Ja", "yes")])
    query = await fatima.taps("yes")
    (seen,) = await client.updates()
    assert (seen.data, seen.query, seen.message_id) == ("yes", query, sent)
    assert patient.queries == {query: False}
    await client.answer(query)
    assert patient.queries == {query: True}
    with fails("bad request"):
        await client.answer("unknown")


async def test_an_edit_changes_the_screen_and_takes_the_buttons_away(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    sent = await client.send(7, "Kies", [("Ja", "yes")])
    await client.edit(7, sent, "Gekozen")
    assert [(shown.text, shown.labels) for shown in fatima.screen] == [("Gekozen", [])]
    old = await fatima.hears()
    assert old.text == "Kies"
    with pytest.raises(LookupError):
        await fatima.taps("Ja")
    await fatima.taps("Ja", old)
    with fails("bad request"):
        await client.edit(7, sent, "Gekozen")


async def test_buttons_are_cleared_and_messages_deleted(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    sent = await client.send(7, "Kies", [("Ja", "yes")])
    await client.clear(7, sent)
    assert [(shown.text, shown.labels) for shown in fatima.screen] == [("Kies", [])]
    with fails("bad request"):
        await client.clear(7, sent)
    await client.delete(7, sent)
    assert fatima.screen == []


async def test_a_file_travels_whole(patient: Server, client: Client) -> None:
    content = bytes(range(256)) + b"\r\n--\r\n" * 3
    fatima = patient.person(7)
    await client.send_file(7, "gegevens.json", content)
    heard = await fatima.hears()
    assert (heard.file_name, heard.content) == ("gegevens.json", content)
    assert await client.download(heard.message["document"]["file_id"]) == content


@pytest.mark.parametrize("kind", KINDS)
async def test_other_things_than_words(patient: Server, client: Client, kind: str) -> None:
    await patient.person(7).sends(kind)
    (seen,) = await client.updates()
    assert seen.kind == kind


async def test_edited_forwarded_opened_and_blocked(patient: Server, client: Client) -> None:
    fatima = patient.person(7)
    said = await fatima.says("schoonmaakster")
    await fatima.edits(said, "schoonmaker")
    await fatima.forwards("vacature")
    await fatima.opens("abc-DEF_1")
    await fatima.blocks()
    edited, forwarded, opened, blocked = (await client.updates())[1:]
    assert (edited.kind, edited.text, edited.message_id) == ("edited", "schoonmaker", said)
    assert (forwarded.kind, forwarded.text) == ("forward", "vacature")
    assert opened.text == "/start abc-DEF_1"
    assert blocked.kind == "kicked"
    with fails("forbidden"):
        await client.send(7, "Hallo")
    await fatima.unblocks()
    await client.send(7, "Hallo")
    with pytest.raises(ValueError, match="payload"):
        await fatima.opens("a b")


async def test_a_group(patient: Server, client: Client) -> None:
    group = patient.group(-5)
    await group.member(8, "Karin").says("hoi")
    (seen,) = await client.updates()
    assert (seen.first_name, seen.chat_id, seen.text) == ("Karin", -5, "hoi")
    await client.send(-5, "Hallo")
    assert (await group.hears()).text == "Hallo"


async def test_settings_are_kept(patient: Server, client: Client) -> None:
    await client.set_up("en", "Chat", [("stop", "Stop")])
    assert patient.settings["setMyCommands", "en"]["commands"] == [{"command": "stop", "description": "Stop"}]
    assert patient.settings["setMyShortDescription", "en"]["short_description"] == "Chat"


@pytest.mark.parametrize(
    ("kind", "failed"),
    [
        ("429", "wait 9"),
        ("403", "forbidden"),
        ("chat_not_found", "bad request"),
        ("500", "server|network"),
        ("cut_before", "network"),
        ("cut_after", "network"),
        ("malformed", "unreadable"),
    ],
)
async def test_each_failure_is_the_clients_own_error(patient: Server, client: Client, kind: Kind, failed: str) -> None:
    fatima = patient.person(7)
    patient.fail_next("sendMessage", kind, retry_after=9)
    with fails(failed):
        await client.send(7, "eerste")
    await client.send(7, "tweede")
    expected = ["eerste", "tweede"] if kind == "cut_after" else ["tweede"]
    assert [shown.text for shown in fatima.screen] == expected


async def test_a_failure_comes_as_often_as_asked(patient: Server, client: Client) -> None:
    patient.person(7)
    patient.fail_next("sendMessage", "500", times=2)
    for _again in range(2):
        with pytest.raises(Failed):
            await client.send(7, "hoi")
    await client.send(7, "hoi")


async def test_nobody_there(client: Client) -> None:
    with fails("bad request"):
        await client.send(99, "hoi")


class Clock:
    """A clock that stands still until it is moved, in seconds."""

    at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.mark.parametrize("made", CLIENTS)
async def test_one_message_a_second_a_chat(made: type[PTB | AIOGRAM]) -> None:
    clock = Clock()
    async with serve(now=clock) as server, made(server.url) as client:
        server.person(7)
        server.person(8)
        await client.send(7, "een")
        with fails("wait 1"):
            await client.send(7, "te snel")
        await client.send(8, "iemand anders")
        clock.at += 0.99
        with fails("wait 1"):
            await client.send(7, "nog te snel")
        clock.at += 0.01
        await client.send(7, "twee")
        assert [call.status for call in server.calls if call.method == "sendMessage"] == [200, 429, 200, 429, 200]


async def test_thirty_messages_in_any_second() -> None:
    clock = Clock()
    async with serve(now=clock) as server, PTB(server.url) as client:
        for chat in range(1, 32):
            server.person(chat)
        for chat in range(1, 16):
            await client.send(chat, "hoi")
        clock.at += 0.75
        for chat in range(16, 31):
            await client.send(chat, "hoi")
        with fails("wait 1"):
            await client.send(31, "hoi")
        clock.at += 0.25
        await client.send(31, "hoi")


async def test_twenty_messages_a_minute_a_group() -> None:
    clock = Clock()
    async with serve(now=clock) as server, PTB(server.url) as client:
        server.group(-5)
        for _again in range(20):
            await client.send(-5, "hoi")
            clock.at += 1
        with fails("wait 40"):
            await client.send(-5, "hoi")
        clock.at += 40
        await client.send(-5, "hoi")


async def test_limits_can_be_others() -> None:
    clock = Clock()
    async with serve(now=clock, limits=Limits(chat=Limit(2, 3))) as server, PTB(server.url) as client:
        server.person(7)
        await client.send(7, "een")
        await client.send(7, "twee")
        with fails("wait 3"):
            await client.send(7, "drie")


Form: TypeAlias = "dict[str, Any]"
KEYBOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}

WRONG: list[tuple[str, Form, str]] = [
    ("sendMessage", {"chat_id": 7, "text": "hoi", "colour": "red"}, 'unknown parameter "colour"'),
    ("sendMessage", {"chat_id": 7}, "message text is empty"),
    ("sendMessage", {"chat_id": 7, "text": "  "}, "message text is empty"),
    ("sendMessage", {"text": "hoi"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 7, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": 7, "text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"chat_id": 7, "text": "*hoi*", "parse_mode": "Markdown"}, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": 7, "text": "hoi", "protect_content": "soms"}, "must be of type Boolean"),
    ("sendMessage", {"chat_id": 7, "text": "hoi", "message_thread_id": "een"}, "can't parse message_thread_id"),
    ("sendMessage", {"chat_id": 7, "text": "hoi", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ("sendMessage", {"chat_id": 7, "text": "hoi", "reply_markup": {"inline_keyboard": [{"text": "Ja"}]}}, "Array"),
    ("sendMessage", {"chat_id": 7, "text": "hoi", "reply_markup": {"inline_keyboard": [[{}]]}}, "text is missing"),
    (
        "sendMessage",
        {"chat_id": 7, "text": "hoi", "reply_markup": {"inline_keyboard": [[{"text": "Ja"}]]}},
        "Text buttons are unallowed",
    ),
    (
        "sendMessage",
        {
            "chat_id": 7,
            "text": "hoi",
            "reply_markup": {"inline_keyboard": [[{"text": "Ja", "callback_data": "é" * 33}]]},
        },
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 7, "text": "hoi", "reply_markup": {"inline_keyboard": [[{"text": "Ja", "callback_data": 5}]]}},
        "callback_data must be of type String",
    ),
    ("editMessageText", {"text": "hoi", "message_id": 1}, "chat_id is empty"),
    ("editMessageReplyMarkup", {"chat_id": 7}, "message identifier is not specified"),
    ("sendDocument", {"chat_id": 7}, "there is no document in the request"),
    ("setMyCommands", {"commands": [{"command": "Stop!", "description": "Stop"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "stop"}]}, "description is missing"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "short description is too long"),
    ("setWebhook", {"url": "http://127.0.0.1/", "secret_token": "a b"}, "unallowed characters"),
    ("setChatMenuButton", {"menu_button": {"type": "surprise"}}, "must be commands"),
]


@pytest.mark.parametrize("encoding", ["json", "form"])
@pytest.mark.parametrize(("method", "values", "sentence"), WRONG)
async def test_a_wrong_call_is_refused_and_remembered(encoding: str, method: str, values: Form, sentence: str) -> None:
    async with serve(limits=None) as server, httpx.AsyncClient(timeout=PATIENCE) as line:
        fatima = server.person(7)
        url = f"{server.url}/bot{server.token}/{method}"
        if encoding == "json":
            answer = await line.post(url, json=values)
        else:
            form = {name: held if isinstance(held, str) else json.dumps(held) for name, held in values.items()}
            answer = await line.post(url, data=form)
        body = answer.json()
        assert (answer.status_code, body["ok"], body["error_code"]) == (400, False, 400)
        assert sentence in body["description"]
        assert len(server.violations) == 1
        assert fatima.screen == []


async def test_a_correct_call_by_each_encoding(patient: Server) -> None:
    patient.person(7)
    url = f"{patient.url}/bot{patient.token}/SENDMESSAGE"
    values = {"chat_id": "7", "text": "hoi", "protect_content": "true", "reply_markup": json.dumps(KEYBOARD)}
    async with httpx.AsyncClient(timeout=PATIENCE) as line:
        for answer in (
            await line.get(url, params=values),
            await line.post(url, data=values),
            await line.post(url, files={name: (None, held) for name, held in values.items()}),
            await line.post(url, json={"chat_id": 7, "text": "hoi", "protect_content": True, "reply_markup": KEYBOARD}),
        ):
            message = answer.json()["result"]
            assert (message["text"], message["reply_markup"]) == ("hoi", KEYBOARD)
            assert problem(message, ["Message"], "message") is None


@pytest.mark.parametrize("body", [b"{", b"[]", b"7"])
async def test_a_body_that_is_no_object_is_refused_and_remembered(body: bytes) -> None:
    async with serve(limits=None) as server, httpx.AsyncClient(timeout=PATIENCE) as line:
        url = f"{server.url}/bot{server.token}/getMe"
        answer = await line.post(url, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 400
        assert len(server.violations) == 1


async def test_unknown_tokens_and_methods(patient: Server) -> None:
    async with httpx.AsyncClient(timeout=PATIENCE) as line:
        stranger = await line.post(f"{patient.url}/bot1:other/getMe")
        assert (stranger.status_code, stranger.json()["description"]) == (401, "Unauthorized")
        unknown = await line.post(f"{patient.url}/bot{patient.token}/sendLove")
        assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found")
        missing = await line.get(f"{patient.url}/file/bot{patient.token}/files/file-9")
        assert missing.status_code == 404


async def test_every_other_method_answers_by_its_description(patient: Server) -> None:
    methods = description()["methods"]
    bare = [name for name, method in methods.items() if not any(field.endswith("!") for field in method["fields"])]
    editing = {"editMessageText", "editMessageReplyMarkup"}  # these want one of two ways to name a message
    async with httpx.AsyncClient(timeout=PATIENCE) as line:
        for name in bare:
            if name not in editing:
                answer = (await line.post(f"{patient.url}/bot{patient.token}/{name}")).json()
                assert problem(answer["result"], methods[name]["returns"], name) is None
    assert len(bare) > 20


async def test_a_webhook_gets_each_update_with_the_secret_until_it_takes_it(patient: Server, client: Client) -> None:
    took: list[tuple[str, str | None]] = []

    async def take(request: Request) -> Response:
        body = await request.json()
        took.append((body["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        async with patient.changed:
            patient.changed.notify_all()
        return Response(status_code=503 if len(took) == 1 else 200)

    async with listen(Route("/hook", take, methods=["POST"])) as url:
        await client.set_webhook(f"{url}/hook", "geheim-1")
        fatima = patient.person(7)
        await fatima.says("een")
        await fatima.says("twee")
        await patient.settles()
        assert took == [("een", "geheim-1"), ("een", "geheim-1"), ("twee", "geheim-1")]
        with fails("conflict"):
            await client.updates()
        await client.delete_webhook()
        await fatima.says("drie")
        assert [seen.text for seen in await client.updates()] == ["drie"]


async def test_a_webhook_that_is_down_is_told_of(patient: Server, client: Client) -> None:
    async with listen() as url:
        gone = f"{url}/hook"
    await client.set_webhook(gone, "geheim-1")
    await patient.person(7).says("hoi")
    await patient.waits_until(lambda: patient.webhook.error)
    assert await client.webhook() == (gone, 1, "Connection failed")


async def test_a_bot_that_says_nothing_fails_the_test_soon(patient: Server) -> None:
    with pytest.raises(AssertionError, match="said nothing"):
        await patient.person(7).hears(timeout=0.01)
    with pytest.raises(AssertionError, match="did not become true"):
        await patient.waits_until(lambda: False, timeout=0.01)
