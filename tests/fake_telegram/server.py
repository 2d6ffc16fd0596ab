"""A Bot API server on a loopback port, for tests: it checks every call, keeps Telegram's limits, fails on purpose."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from patience import PATIENCE
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from fake_telegram.chats import Chat
from fake_telegram.description import description, minimal
from fake_telegram.failures import Failure, Failures, Kind, fail
from fake_telegram.limits import Limits, Pace
from fake_telegram.line import hang_up, listen
from fake_telegram.methods import METHODS
from fake_telegram.people import Group, Person
from fake_telegram.prose import check_prose
from fake_telegram.reading import check, read
from fake_telegram.refusal import Refusal
from fake_telegram.updates import Updates
from fake_telegram.webhook import Webhook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request

TOKEN = "1234567:AAFakeTokenOfTheFakeServer"  # noqa: S105 - opens nothing but this server
LIMITS = Limits()
_BY_LOWER_NAME = {name.lower(): name for name in description()["methods"]}
_BOT = {"id": 1234567, "is_bot": True, "first_name": "HalloWerk", "username": "hallowerk_test_bot"}


@dataclass(frozen=True)
class Call:
    """A call as it was understood, when (on the server's clock) and with which status it was answered."""

    method: str
    values: dict[str, Any]
    at: float
    status: int


class Server:
    """The state of the server, and what a test can do with it. `violations` has to be empty at a test's end.

    `settings` holds what set* methods left, by method and language; `queries` tells by id which taps were answered.
    """

    def __init__(self, limits: Limits | None, now: Callable[[], float], token: str) -> None:
        self.url = ""
        self.token = token
        self.me = _BOT
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, bytes] = {}
        self.queries: dict[str, bool] = {}
        self.settings: dict[tuple[str, str], dict[str, Any]] = {}
        self.changed = asyncio.Condition()
        self.updates = Updates(self.changed)
        self.webhook = Webhook(self.updates, self.changed)
        self.pace = Pace(limits, now)
        self._failures = Failures()
        self._now = now
        self.wall: Callable[[], float] = time.time
        self._message_ids = count(1)
        self._file_ids = count(1)

    def _time(self) -> float:
        return self.wall()

    def person(self, chat_id: int, first_name: str = "Fatima", language: str = "nl") -> Person:
        """Be somebody who talks with the bot alone; the same id again is the same chat."""
        info = {"id": chat_id, "type": "private", "first_name": first_name}
        user = {"id": chat_id, "is_bot": False, "first_name": first_name, "language_code": language}
        return Person(self, self.chats.setdefault(chat_id, Chat(info, wall=self._time)), user)

    def group(self, chat_id: int, title: str = "Werkmatchers") -> Group:
        """Have a group (its id is below 0) with the bot in it."""
        info = {"id": chat_id, "type": "group", "title": title}
        return Group(self, self.chats.setdefault(chat_id, Chat(info, wall=self._time)))

    def forum(self, chat_id: int, title: str = "Werkmatchers") -> Group:
        """Have a group with topics, and the bot in it as one who may manage them."""
        info = {"id": chat_id, "type": "supergroup", "title": title, "is_forum": True}
        return Group(self, self.chats.setdefault(chat_id, Chat(info, wall=self._time)))

    def fail_next(self, method: str, kind: Kind, times: int = 1, retry_after: int = 1) -> None:
        """Let the next calls of a method fail."""
        self._failures.order(method, Failure(kind, retry_after), times)

    async def waits_until(self, true: Callable[[], object], timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - as `hears`
        """Wait until something about the server is true; AssertionError after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout), self.changed:
                await self.changed.wait_for(lambda: bool(true()))
        except TimeoutError:
            raise AssertionError("it did not become true") from None

    async def settles(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - as `hears`
        """Wait until the bot has confirmed every update."""
        await self.waits_until(lambda: not self.updates.pending, timeout)

    def next_message_id(self) -> int:
        """Give a message id that no message has."""
        return next(self._message_ids)

    def keep_file(self, content: bytes) -> str:
        """Keep a file and give its id."""
        file_id = f"file-{next(self._file_ids)}"
        self.files[file_id] = content
        return file_id

    async def call(self, request: Request) -> Response:
        """Answer one call."""
        method = _BY_LOWER_NAME.get(request.path_params["method"].lower(), "")
        values: dict[str, Any] = {}
        failure, status = None, 200
        try:
            self._admit(request.path_params["token"], method)
            given = await read(request)
            values = check(method, given)
            check_prose(method, values)
            failure = self._failures.next(method)
            if failure and failure.kind == "malformed":
                broken_off = json.dumps({"ok": True, "result": self.updates.pending})[:-1]
                return Response(broken_off, media_type="application/json")
            if failure and failure.kind == "cut_before":
                return hang_up(request)
            fail(failure)
            body = {"ok": True, "result": await self._carry_out(method, values, given.upload("document"))}
        except ClientDisconnect:
            return Response()  # called off before it was read; nobody hears this
        except Refusal as refused:
            status, body = refused.status, refused.body()
            if refused.wrong:
                self.violations.append(f"{method}: {refused.description}")
        except Exception as error:
            self.violations.append(f"{method}: the fake server cannot answer this: {error!r}")
            raise
        await self._record(Call(method, values, self._now(), status))
        return hang_up(request) if failure and failure.kind == "cut_after" else JSONResponse(body, status)

    def _admit(self, token: str, method: str) -> None:
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        if not method:
            raise Refusal(404, "Not Found")

    async def _carry_out(self, method: str, values: dict[str, Any], file: Any) -> Any:
        if method in METHODS:
            return await METHODS[method](self, values, file)
        if method.startswith("set"):
            self.settings[method, values.get("language_code", "")] = values
        return minimal(description()["methods"][method]["returns"])

    async def _record(self, call: Call) -> None:
        async with self.changed:
            self.calls.append(call)
            self.changed.notify_all()

    async def file(self, request: Request) -> Response:
        """Answer a download of a file that getFile told of."""
        content = self.files.get(request.path_params["file_id"])
        if content is None or request.path_params["token"] != self.token:
            return JSONResponse(Refusal(404, "Not Found").body(), 404)
        return Response(content, media_type="application/octet-stream")

    async def close(self) -> None:
        """Let go of the webhook and of every poll that still waits."""
        await self.webhook.set("", None)
        async with self.changed:
            self.updates.closed = True
            self.changed.notify_all()


@asynccontextmanager
async def serve(
    *, limits: Limits | None = LIMITS, now: Callable[[], float] = time.monotonic, token: str = TOKEN
) -> AsyncIterator[Server]:
    """Serve on a free loopback port, from before the block until after it. `now` is in seconds, for the limits."""
    server = Server(limits, now, token)

    call = Route("/bot{token}/{method}", server.call, methods=["GET", "POST"])
    async with listen(call, Route("/file/bot{token}/files/{file_id}", server.file)) as url:
        server.url = url
        try:
            yield server
        finally:
            await server.close()
