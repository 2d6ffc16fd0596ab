"""Two clients of the Bot API behind one set of words: python-telegram-bot's and aiogram's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeAlias, TypeVar

import aiogram
import telegram
from aiogram import exceptions as aiogram_errors
from aiogram import types as aiogram_types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import error as ptb_errors

from fake_telegram import TOKEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

os.environ.setdefault("PTB_TIMEDELTA", "1")  # else its every RetryAfter warns of tomorrow's type

Buttons: TypeAlias = "Sequence[tuple[str, str]]"
Got = TypeVar("Got")
KINDS = "voice photo sticker location document contact video".split()


class Failed(Exception):  # noqa: N818 - a client's typed error, in one word
    """What a client made of an answer."""


@dataclass(frozen=True)
class Seen:
    """What a client understood of an update."""

    id: int
    kind: str
    chat_id: int
    first_name: str
    text: str | None = None
    data: str | None = None
    query: str | None = None
    message_id: int | None = None


def _seen(update: Any) -> Seen:
    """Read an update; both libraries give it the Bot API's own names."""
    if query := update.callback_query:
        names = {"data": query.data, "query": query.id, "message_id": query.message.message_id}
        return Seen(update.update_id, "tap", query.message.chat.id, query.from_user.first_name, **names)
    if change := update.my_chat_member:
        status = change.new_chat_member.status
        return Seen(update.update_id, str(status), change.chat.id, change.from_user.first_name)
    message = update.message or update.edited_message
    kind = next((name for name in KINDS if getattr(message, name)), "text")
    if update.edited_message:
        kind = "edited"
    elif message.forward_origin:
        kind = "forward"
    return Seen(
        update.update_id,
        kind,
        message.chat.id,
        message.from_user.first_name,
        text=message.text,
        message_id=message.message_id,
    )


class Client(Protocol):
    """What both can do."""

    async def me(self) -> str: ...
    async def send(self, chat_id: int, text: str, buttons: Buttons = ...) -> int: ...
    async def edit(self, chat_id: int, message_id: int, text: str) -> None: ...
    async def clear(self, chat_id: int, message_id: int) -> None: ...
    async def delete(self, chat_id: int, message_id: int) -> None: ...
    async def answer(self, query_id: str) -> None: ...
    async def send_file(self, chat_id: int, name: str, content: bytes) -> None: ...
    async def download(self, file_id: str) -> bytes: ...
    async def set_up(self, language: str, short: str, commands: Buttons) -> None: ...
    async def set_webhook(self, url: str, secret: str) -> None: ...
    async def delete_webhook(self) -> None: ...
    async def webhook(self) -> tuple[str, int, str | None]: ...
    async def updates(
        self,
        offset: int | None = ...,
        limit: int | None = ...,
        timeout: int = ...,  # noqa: ASYNC109 - the API's
        allowed: list[str] | None = ...,
    ) -> list[Seen]: ...


class PTB:
    """python-telegram-bot."""

    def __init__(self, url: str) -> None:
        self._bot = telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")

    async def __aenter__(self) -> Self:
        await self._bot.initialize()
        return self

    async def __aexit__(self, *_failure: object) -> None:
        await self._bot.shutdown()

    async def me(self) -> str:
        return str((await _typed(self._bot.get_me)).username)

    async def send(self, chat_id: int, text: str, buttons: Buttons = ()) -> int:
        rows = [[telegram.InlineKeyboardButton(label, callback_data=data)] for label, data in buttons]
        markup = telegram.InlineKeyboardMarkup(rows) if rows else None
        return (await _typed(self._bot.send_message, chat_id, text, reply_markup=markup)).message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> None:
        await _typed(self._bot.edit_message_text, text, chat_id, message_id)

    async def clear(self, chat_id: int, message_id: int) -> None:
        await _typed(self._bot.edit_message_reply_markup, chat_id, message_id)

    async def delete(self, chat_id: int, message_id: int) -> None:
        await _typed(self._bot.delete_message, chat_id, message_id)

    async def answer(self, query_id: str) -> None:
        await _typed(self._bot.answer_callback_query, query_id)

    async def send_file(self, chat_id: int, name: str, content: bytes) -> None:
        await _typed(self._bot.send_document, chat_id, content, filename=name)

    async def download(self, file_id: str) -> bytes:
        file = await _typed(self._bot.get_file, file_id)
        return bytes(await file.download_as_bytearray())

    async def set_up(self, language: str, short: str, commands: Buttons) -> None:
        await _typed(self._bot.set_my_commands, commands, language_code=language)
        await _typed(self._bot.set_my_short_description, short, language_code=language)

    async def set_webhook(self, url: str, secret: str) -> None:
        await _typed(self._bot.set_webhook, url, secret_token=secret)

    async def delete_webhook(self) -> None:
        await _typed(self._bot.delete_webhook)

    async def webhook(self) -> tuple[str, int, str | None]:
        info = await _typed(self._bot.get_webhook_info)
        return info.url, info.pending_update_count, info.last_error_message

    async def updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int = 0,  # noqa: ASYNC109 - the API's
        allowed: list[str] | None = None,
    ) -> list[Seen]:
        got = await _typed(self._bot.get_updates, offset, limit, timeout, allowed_updates=allowed)
        return [_seen(update) for update in got]


class AIOGRAM:
    """aiogram."""

    def __init__(self, url: str) -> None:
        self._session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        self._bot = aiogram.Bot(TOKEN, self._session)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_failure: object) -> None:
        await (await self._session.create_session()).close()  # `close()` waits a quarter of a second for TLS

    async def me(self) -> str:
        return str((await _typed(self._bot.get_me)).username)

    async def send(self, chat_id: int, text: str, buttons: Buttons = ()) -> int:
        rows = [[aiogram_types.InlineKeyboardButton(text=label, callback_data=data)] for label, data in buttons]
        markup = aiogram_types.InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
        return (await _typed(self._bot.send_message, chat_id, text, reply_markup=markup)).message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> None:
        await _typed(self._bot.edit_message_text, text, chat_id=chat_id, message_id=message_id)

    async def clear(self, chat_id: int, message_id: int) -> None:
        await _typed(self._bot.edit_message_reply_markup, chat_id=chat_id, message_id=message_id)

    async def delete(self, chat_id: int, message_id: int) -> None:
        await _typed(self._bot.delete_message, chat_id, message_id)

    async def answer(self, query_id: str) -> None:
        await _typed(self._bot.answer_callback_query, query_id)

    async def send_file(self, chat_id: int, name: str, content: bytes) -> None:
        await _typed(self._bot.send_document, chat_id, aiogram_types.BufferedInputFile(content, name))

    async def download(self, file_id: str) -> bytes:
        opened = await _typed(self._bot.download, file_id)
        assert opened is not None
        return opened.read()

    async def set_up(self, language: str, short: str, commands: Buttons) -> None:
        menu = [aiogram_types.BotCommand(command=name, description=does) for name, does in commands]
        await _typed(self._bot.set_my_commands, menu, language_code=language)
        await _typed(self._bot.set_my_short_description, short, language_code=language)

    async def set_webhook(self, url: str, secret: str) -> None:
        await _typed(self._bot.set_webhook, url, secret_token=secret)

    async def delete_webhook(self) -> None:
        await _typed(self._bot.delete_webhook)

    async def webhook(self) -> tuple[str, int, str | None]:
        info = await _typed(self._bot.get_webhook_info)
        return info.url, info.pending_update_count, info.last_error_message

    async def updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int = 0,  # noqa: ASYNC109 - the API's
        allowed: list[str] | None = None,
    ) -> list[Seen]:
        return [_seen(update) for update in await _typed(self._bot.get_updates, offset, limit, timeout, allowed)]


CLIENTS: tuple[type[PTB | AIOGRAM], ...] = (PTB, AIOGRAM)

_ERRORS: tuple[tuple[type[Exception], str], ...] = (
    (ptb_errors.Conflict, "conflict"),
    (ptb_errors.Forbidden, "forbidden"),
    (ptb_errors.BadRequest, "bad request"),
    (ptb_errors.NetworkError, "network"),
    (ptb_errors.TelegramError, "unreadable"),
    (aiogram_errors.TelegramConflictError, "conflict"),
    (aiogram_errors.TelegramForbiddenError, "forbidden"),
    (aiogram_errors.TelegramBadRequest, "bad request"),
    (aiogram_errors.TelegramServerError, "server"),
    (aiogram_errors.ClientDecodeError, "unreadable"),
    (aiogram_errors.TelegramNetworkError, "network"),
)


async def _typed(call: Callable[..., Awaitable[Got]], *values: Any, **named: Any) -> Got:
    """Call, and say in one word which of its typed errors the client raised."""
    try:
        return await call(*values, **named)
    except (ptb_errors.RetryAfter, aiogram_errors.TelegramRetryAfter) as error:
        wait = error.retry_after
        raise Failed(f"wait {int(wait.total_seconds()) if isinstance(wait, timedelta) else wait}") from error
    except Exception as error:
        found = next((word for type_, word in _ERRORS if isinstance(error, type_)), None)
        raise Failed(found or repr(error)) from error
