"""The ten-question dialog as an aiogram 3 dispatcher with its finite state machine kept in Redis.

As a bot would be written with aiogram, with asynchronous filters and handlers only: aiogram runs the others, magic
filters too, in a thread, which slows it down. The session answers in the process: no network.
Run with `--round` for one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

started = time.monotonic()  # before the imports that weigh

from aiogram import Bot, Dispatcher, Router  # noqa: E402 - the clock runs first
from aiogram.client.session.base import BaseSession  # noqa: E402 - as above
from aiogram.filters import CommandStart  # noqa: E402 - as above
from aiogram.fsm.context import FSMContext  # noqa: E402, TC002 - as above; aiogram reads the annotation
from aiogram.fsm.state import State, StatesGroup  # noqa: E402 - as above
from aiogram.fsm.storage.redis import RedisStorage  # noqa: E402 - as above
from aiogram.methods import SendMessage  # noqa: E402 - as above
from aiogram.types import Chat, Message, Update  # noqa: E402 - as above
from answers import ANSWERS, QUESTIONS, REPLIES  # noqa: E402 - as above
from measure import MEMORY, NOT_INSTALLED, START, TURNS, NotInstalledError, report, resident_mb  # noqa: E402 - as above
from redis_server import redis_server  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from aiogram.methods import TelegramMethod


class Profile(StatesGroup):
    """The open question of one person."""

    name = State()
    work = State()
    experience = State()
    hours = State()
    days = State()
    place = State()
    travel = State()
    language = State()
    licence = State()
    start = State()


class LocalSession(BaseSession):
    """Answers `sendMessage` at once and counts what was sent."""

    sent = 0

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ARG002, ASYNC109 - the interface of aiogram
        """Return the message that Telegram would return."""
        if not isinstance(method, SendMessage):
            raise TypeError(f"{type(method).__name__} is not in this dialog")
        self.sent += 1
        chat = Chat(id=int(method.chat_id), type="private")
        return Message(message_id=self.sent, date=datetime.now(UTC), chat=chat, text=method.text).as_(bot)

    async def stream_content(self, *_args: Any, **_options: Any) -> AsyncGenerator[bytes, None]:
        """Give an empty file: nothing is downloaded in this dialog."""
        yield b""

    async def close(self) -> None:
        """Do nothing: no connection is open."""


async def has_text(message: Message) -> bool:
    """Let messages with text through."""
    return message.text is not None


async def begin(message: Message, state: FSMContext) -> None:
    """Ask the first question."""
    await state.set_state(Profile.name)
    await message.answer(QUESTIONS[0].sentence)


def keeps(name: str, then: State | None, reply: str) -> Callable[[Message, FSMContext], Awaitable[None]]:
    """Make the handler of one question: keep the answer, open the next question, reply."""

    async def answered(message: Message, state: FSMContext) -> None:
        await state.update_data({name: message.text})
        await state.set_state(then)
        await message.answer(reply)

    return answered


def dispatcher(storage: RedisStorage) -> Dispatcher:
    """Put the dialog together: one handler a question, each behind its state."""
    router = Router()
    router.message.register(begin, CommandStart())
    states = Profile.__states__
    for question, state, then, reply in zip(QUESTIONS, states, (*states[1:], None), REPLIES, strict=True):
        router.message.register(keeps(question.name, then, reply), state, has_text)
    dialog = Dispatcher(storage=storage)
    dialog.include_router(router)
    return dialog


def update(number: int, person: int, text: str) -> Update:
    """Make an update as long polling gives it (Bot API, Update)."""
    who = {"id": person, "first_name": "Fatima", "is_bot": False}
    message = {"message_id": number, "date": 1_780_000_000, "chat": {"id": person, "type": "private"}, "from": who}
    return Update.model_validate({"update_id": number, "message": {**message, "text": text}})


async def play(address: str, people: int, waited: float) -> dict[str, float]:
    """Let all people answer each question in turn; only the answers are timed, not the making of updates."""
    session = LocalSession()
    storage = RedisStorage.from_url(address)
    bot, dialog = Bot("42:local", session=session), dispatcher(storage)
    await dialog.feed_update(bot, update(1, 1, "/start"))
    first = time.monotonic() - waited
    for person in range(2, people + 1):
        await dialog.feed_update(bot, update(person, person, "/start"))
    seconds = 0.0
    for step, answer in enumerate(ANSWERS, start=1):
        batch = [update(step * people + person, person, answer) for person in range(1, people + 1)]
        begun = time.perf_counter()
        for one in batch:
            await dialog.feed_update(bot, one)
        seconds += time.perf_counter() - begun
    stored = await dialog.fsm.get_context(bot, people, people).get_data()
    await storage.close()
    if session.sent != people * (len(ANSWERS) + 1) or list(stored.values()) != ANSWERS:
        raise RuntimeError("not every answer was stored and replied to")
    return {TURNS: people * len(ANSWERS) / seconds, START: first, MEMORY: resident_mb()}


def main() -> None:
    """Play one round against a fresh server; its start is not counted as the bot's."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--round", action="store_true", required=True)
    options.add_argument("--people", type=int, default=100)
    options.add_argument("--appendfsync", choices=["everysec", "always"], default="everysec")
    options.add_argument("--started", type=float, default=started)
    asked = options.parse_args()
    waiting = time.monotonic()
    try:
        with redis_server(asked.appendfsync) as address:
            server_seconds = time.monotonic() - waiting
            report(asyncio.run(play(address, asked.people, asked.started + server_seconds)))
    except NotInstalledError as missing:
        sys.stderr.write(f"{missing}\n")
        sys.exit(NOT_INSTALLED)


if __name__ == "__main__":
    main()
