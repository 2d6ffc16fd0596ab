"""The ten-question dialog as a python-telegram-bot `ConversationHandler` kept by `PicklePersistence`.

The pickle is written at each update, with everybody in it (and without an fsync: the library does none). Nothing goes
over a network. Run with `--round` for one line of JSON; `--on-flush` writes the file once a turn, which is the best
that the library can do, instead of at each change and at the flush.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

started = time.monotonic()  # before the imports that weigh

from answers import ANSWERS, QUESTIONS, REPLIES  # noqa: E402 - the clock runs first
from measure import MEMORY, START, TURNS, disk_folder, report, resident_mb  # noqa: E402 - as above
from telegram import Update  # noqa: E402 - as above
from telegram.ext import (  # noqa: E402 - as above
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest, RequestData  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
BOT = {"id": 42, "is_bot": True, "first_name": "Chat", "username": "chat_bot"}
NAME = "profile"


class LocalRequest(BaseRequest):
    """Answers `getMe` and `sendMessage` at once and counts what was sent."""

    sent = 0

    @property
    def read_timeout(self) -> float | None:
        """Have no timeout: nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Do nothing: no connection is opened."""

    async def shutdown(self) -> None:
        """Do nothing: no connection is open."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the interface of python-telegram-bot
        self,
        url: str,
        method: str,  # noqa: ARG002 - as above
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002 - as above
        write_timeout: object = None,  # noqa: ARG002 - as above
        connect_timeout: object = None,  # noqa: ARG002 - as above
        pool_timeout: object = None,  # noqa: ARG002 - as above
    ) -> tuple[int, bytes]:
        """Return what Telegram would return."""
        if url.endswith("/getMe"):
            return 200, json.dumps({"ok": True, "result": BOT}).encode()
        if not url.endswith("/sendMessage") or request_data is None:
            raise ValueError("not a call of this dialog")
        self.sent += 1
        asked = request_data.parameters
        chat = {"id": asked["chat_id"], "type": "private"}
        message = {"message_id": self.sent, "date": 1_780_000_000, "chat": chat, "from": BOT, "text": asked["text"]}
        return 200, json.dumps({"ok": True, "result": message}).encode()


async def begin(update: Update, _context: Context) -> int:
    """Ask the first question."""
    if update.message:
        await update.message.reply_text(QUESTIONS[0].sentence)
    return 0


def keeps(name: str, then: int, reply: str) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """Make the handler of one question: keep the answer, open the next question, reply."""

    async def answered(update: Update, context: Context) -> int:
        if update.message and context.user_data is not None:
            context.user_data[name] = update.message.text
            await update.message.reply_text(reply)
        return then

    return answered


def application(persistence: PicklePersistence[Any, Any, Any], request: LocalRequest) -> App:
    """Put the dialog together: one state a question."""
    words = filters.TEXT & ~filters.COMMAND
    then = (*range(1, len(QUESTIONS)), ConversationHandler.END)
    states: dict[object, list[Any]] = {
        step: [MessageHandler(words, keeps(question.name, then[step], REPLIES[step]))]
        for step, question in enumerate(QUESTIONS)
    }
    entry: list[Any] = [CommandHandler("start", begin)]
    dialog: ConversationHandler[Context] = ConversationHandler(entry, states, [], name=NAME, persistent=True)
    builder = Application.builder().token("42:local").request(request).get_updates_request(LocalRequest())
    app = builder.persistence(persistence).updater(None).job_queue(None).build()
    app.add_handler(dialog)
    return app


def update_of(number: int, person: int, text: str, app: App) -> Update:
    """Make an update as long polling gives it (Bot API, Update)."""
    who = {"id": person, "first_name": "Fatima", "is_bot": False}
    message = {"message_id": number, "date": 1_780_000_000, "chat": {"id": person, "type": "private"}, "from": who}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return Update.de_json({"update_id": number, "message": {**message, "text": text}}, app.bot)


async def play(file: Path, people: int, turns: int, since: float, *, on_flush: bool) -> dict[str, float]:
    """Fill the file with people halfway their dialog, then time the next turns, each one on disk before the next."""
    request = LocalRequest()
    persistence: PicklePersistence[Any, Any, Any] = PicklePersistence(file, on_flush=on_flush)
    app = application(persistence, request)
    await app.initialize()
    await app.process_update(update_of(1, 1, "/start", app))
    await app.update_persistence()
    await persistence.flush()
    first = time.monotonic() - since

    said = ["/start", *ANSWERS]
    script = [(person, text) for text in said for person in range(1, people + 1)][1:]
    before = people * (len(said) // 2)
    for number, (person, text) in enumerate(script[:before], start=2):
        await app.process_update(update_of(number, person, text, app))
    # All at once: with on_flush False each of these people would rewrite the whole file.
    persistence.on_flush = True
    await app.update_persistence()
    await persistence.flush()
    persistence.on_flush = on_flush

    measured = [update_of(before + n, *spoken, app) for n, spoken in enumerate(script[before : before + turns], 2)]
    begun = time.perf_counter()
    for one in measured:
        await app.process_update(one)
        await app.update_persistence()
        await persistence.flush()
    seconds = time.perf_counter() - begun
    await check(file, {person: sum(who == person for who, _ in script[: before + turns]) for person in (1, people)})
    if request.sent != 1 + before + len(measured):
        raise RuntimeError("not every turn was replied to")
    return {TURNS: len(measured) / seconds, START: first, MEMORY: resident_mb()}


async def check(file: Path, turns_of: dict[int, int]) -> None:
    """Read the file back and raise when somebody's answers are not in it."""
    kept = await PicklePersistence[Any, Any, Any](file).get_user_data()
    for person, turns in turns_of.items():
        # Person 1 said /start before the script began.
        answers = turns if person == 1 else turns - 1
        if list(kept[person].values()) != ANSWERS[:answers]:
            raise RuntimeError("not every answer is in the file")


def main() -> None:
    """Play one round in a fresh folder."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--round", action="store_true", required=True)
    options.add_argument("--people", type=int, default=1000)
    options.add_argument("--turns", type=int, default=500)
    options.add_argument("--on-flush", action="store_true")
    options.add_argument("--started", type=float, default=started)
    asked = options.parse_args()
    with disk_folder() as folder:
        file = Path(folder) / "people.pickle"
        report(asyncio.run(play(file, asked.people, asked.turns, asked.started, on_flush=asked.on_flush)))


if __name__ == "__main__":
    main()
