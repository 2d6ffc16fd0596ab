"""What each method does to the chats. A method that is not here answers with the smallest value of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from fake_telegram.chats import Topic
from fake_telegram.refusal import Refusal, bad_request, blocked, too_many, wrong

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from fake_telegram.chats import Chat, Shown
    from fake_telegram.reading import Upload
    from fake_telegram.server import Server

Values: TypeAlias = "dict[str, Any]"
Does: TypeAlias = "Callable[[Server, Values, Upload | None], Awaitable[Any]]"

_KEPT = ("entities", "link_preview_options", "reply_markup", "message_thread_id", "caption")
_GONE = "query is too old and response timeout expired or query ID is invalid"
_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def _get_me(server: Server, _values: Values, _file: Upload | None) -> Any:
    abilities = dict.fromkeys(("can_join_groups", "can_read_all_group_messages", "supports_inline_queries"), False)
    return server.me | abilities


async def _get_updates(server: Server, values: Values, _file: Upload | None) -> Any:
    if server.webhook.url:
        raise Refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    if "allowed_updates" in values:
        server.updates.allow(values["allowed_updates"])
    return await server.updates.poll(values.get("offset", 0), values.get("limit", 100), values.get("timeout", 0))


async def _set_webhook(server: Server, values: Values, _file: Upload | None) -> Any:
    if "allowed_updates" in values:
        server.updates.allow(values["allowed_updates"])
    await _drop_pending(server, values)
    await server.webhook.set(values["url"], values.get("secret_token"))
    return True


async def _delete_webhook(server: Server, values: Values, _file: Upload | None) -> Any:
    await server.webhook.set("", None)
    await _drop_pending(server, values)
    return True


async def _drop_pending(server: Server, values: Values) -> None:
    if values.get("drop_pending_updates") and server.updates.pending:
        await server.updates.confirm(server.updates.pending[-1]["update_id"] + 1)


async def _get_webhook_info(server: Server, _values: Values, _file: Upload | None) -> Any:
    error = {"last_error_message": server.webhook.error, "last_error_date": 1_700_000_000}
    return {
        "url": server.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(server.updates.pending),
        **(error if server.webhook.error else {}),
    }


async def _send_message(server: Server, values: Values, _file: Upload | None) -> Any:
    return await _send(server, values, {"text": values["text"].strip()})


async def _send_document(server: Server, values: Values, file: Upload | None) -> Any:
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    document = {
        "file_id": server.keep_file(file.content),
        "file_unique_id": "unique",
        "file_name": file.name,
        "file_size": len(file.content),
    }
    return await _send(server, values, {"document": document}, file.content)


async def _send(server: Server, values: Values, what: Values, content: bytes | None = None) -> Any:
    chat = _open_chat(server, values)
    if thread := values.get("message_thread_id"):
        if thread not in chat.topics:
            raise bad_request("message thread not found")
        if chat.topics[thread].closed:
            raise bad_request("TOPIC_CLOSED")
    if wait := server.pace.retry_after(chat.info["id"]):
        raise too_many(wait)
    kept = {name: values[name] for name in _KEPT if name in values and _is_shown(name, values[name])}
    message = chat.message(server.next_message_id(), server.me, **what, **kept)
    shown = chat.put(message, content)
    async with server.changed:
        chat.sent.append(shown)
        server.changed.notify_all()
    return message


def _is_shown(name: str, value: Any) -> bool:
    return name != "reply_markup" or "inline_keyboard" in value


async def _edit_text(server: Server, values: Values, _file: Upload | None) -> Any:
    return await _edit(server, values, {"text": values["text"].strip()})


async def _edit_markup(server: Server, values: Values, _file: Upload | None) -> Any:
    return await _edit(server, values, {})


async def _edit(server: Server, values: Values, new: Values) -> Any:
    chat = _open_chat(server, values)
    before = _bots_own(chat, values, "edit").message
    bare = {name: held for name, held in before.items() if name not in ("reply_markup", "edit_date")}
    keyboard = values.get("reply_markup", {})
    after = bare | new | ({"reply_markup": keyboard} if keyboard.get("inline_keyboard") else {})
    if after == {name: held for name, held in before.items() if name != "edit_date"}:
        raise bad_request(_UNCHANGED)
    async with server.changed:
        chat.put(after | {"edit_date": before["date"] + 1})
        server.changed.notify_all()
    return chat.shown[before["message_id"]].message


async def _delete_message(server: Server, values: Values, _file: Upload | None) -> Any:
    chat = _open_chat(server, values)
    async with server.changed:
        del chat.shown[_bots_own(chat, values, "delete").id]
        server.changed.notify_all()
    return True


async def _answer_query(server: Server, values: Values, _file: Upload | None) -> Any:
    if values["callback_query_id"] not in server.queries:
        raise bad_request(_GONE)
    async with server.changed:
        server.queries[values["callback_query_id"]] = True
        server.changed.notify_all()
    return True


async def _chat_action(server: Server, values: Values, _file: Upload | None) -> Any:
    _open_chat(server, values).actions.append(values["action"])
    return True


async def _create_topic(server: Server, values: Values, _file: Upload | None) -> Any:
    chat = _forum(server, values, "create a topic")
    thread = server.next_message_id()
    chat.topics[thread] = Topic(values["name"])
    return {"message_thread_id": thread, "name": values["name"], "icon_color": 7322096}


async def _close_topic(server: Server, values: Values, _file: Upload | None) -> Any:
    topic = _topic(_forum(server, values, "close a topic"), values)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    return True


async def _reopen_topic(server: Server, values: Values, _file: Upload | None) -> Any:
    topic = _topic(_forum(server, values, "reopen a topic"), values)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    return True


async def _delete_topic(server: Server, values: Values, _file: Upload | None) -> Any:
    chat = _forum(server, values, "delete a topic")
    _topic(chat, values)
    async with server.changed:
        chat.drop_topic(values["message_thread_id"])
        server.changed.notify_all()
    return True


def _forum(server: Server, values: Values, to: str) -> Chat:
    chat = _open_chat(server, values)
    if not chat.info.get("is_forum"):
        raise bad_request("the chat is not a forum")
    if not chat.may_manage:
        raise bad_request(f"not enough rights to {to}")
    return chat


def _topic(chat: Chat, values: Values) -> Topic:
    topic = chat.topics.get(values["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


async def _get_file(server: Server, values: Values, _file: Upload | None) -> Any:
    content = server.files.get(values["file_id"])
    if content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    file_id = values["file_id"]
    return {"file_id": file_id, "file_unique_id": "unique", "file_size": len(content), "file_path": f"files/{file_id}"}


def _open_chat(server: Server, values: Values) -> Chat:
    if "chat_id" not in values:
        raise wrong("chat_id is empty")
    chat = server.chats.get(values["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    if chat.blocked:
        raise blocked()
    return chat


def _bots_own(chat: Chat, values: Values, to: str) -> Shown:
    if "message_id" not in values:
        raise wrong("message identifier is not specified")
    shown = chat.shown.get(values["message_id"])
    if shown is None:
        raise bad_request(f"message to {to} not found")
    if not shown.by_bot:
        raise bad_request(f"message can't be {to}{'d' if to.endswith('e') else 'ed'}")
    return shown


METHODS: dict[str, Does] = {
    "getMe": _get_me,
    "getUpdates": _get_updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete_message,
    "answerCallbackQuery": _answer_query,
    "sendChatAction": _chat_action,
    "getFile": _get_file,
    "createForumTopic": _create_topic,
    "closeForumTopic": _close_topic,
    "reopenForumTopic": _reopen_topic,
    "deleteForumTopic": _delete_topic,
}
