"""Rules of the Bot API that its description only tells in prose: lengths, and what a button is."""

from __future__ import annotations

import re
from typing import Any

from fake_telegram.refusal import wrong

_LENGTHS = {
    ("sendMessage", "text"): (1, 4096, "message text is empty", "message is too long"),
    ("editMessageText", "text"): (1, 4096, "message text is empty", "MESSAGE_TOO_LONG"),
    ("sendDocument", "caption"): (0, 1024, "", "message caption is too long"),
    ("answerCallbackQuery", "text"): (0, 200, "", "MESSAGE_TOO_LONG"),
    ("setMyDescription", "description"): (0, 512, "", "description is too long"),
    ("setMyShortDescription", "short_description"): (0, 120, "", "short description is too long"),
    ("createForumTopic", "name"): (1, 128, "topic name is empty", "topic name is too long"),
    ("setMyName", "name"): (0, 64, "", "name is too long"),
    ("setWebhook", "secret_token"): (1, 256, "secret token is empty", "secret token is too long"),
}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_MOST_COMMANDS = 100
_MOST_BYTES = 64
_DESCRIBED = range(1, 257)


def length(text: str) -> int:
    """Count characters as Telegram does: UTF-16 code units (MessageEntity)."""
    return len(text.encode("utf-16-le")) // 2


def check_prose(method: str, values: dict[str, Any]) -> None:
    """Refuse what the description's types allow and its sentences do not."""
    for (of, name), bounds in _LENGTHS.items():
        if of == method and name in values:
            _check_length(values[name], *bounds)
    if "parse_mode" in values:
        raise wrong("unsupported parse_mode")  # nothing here reads markup, so nothing may rely on it
    if not _SECRET.fullmatch(values.get("secret_token", "")):
        raise wrong("secret token contains unallowed characters")
    for row in values.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            _check_button(button)
    _check_commands(values.get("commands", []))


def _check_length(text: str, least: int, most: int, too_short: str, too_long: str) -> None:
    counted = length(text.strip())
    if counted < least:
        raise wrong(too_short)
    if counted > most:
        raise wrong(too_long)


def _check_commands(commands: list[dict[str, str]]) -> None:
    if len(commands) > _MOST_COMMANDS:
        raise wrong("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            raise wrong("BOT_COMMAND_INVALID")
        if length(command["description"]) not in _DESCRIBED:
            raise wrong("BOT_COMMAND_DESCRIPTION_INVALID")


def _check_button(button: dict[str, Any]) -> None:
    actions = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if len(actions) != 1:
        raise wrong("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        raise wrong("can't parse inline keyboard button: Button text must be non-empty")
    if "callback_data" in actions and not 1 <= len(button["callback_data"].encode()) <= _MOST_BYTES:
        raise wrong("BUTTON_DATA_INVALID")
