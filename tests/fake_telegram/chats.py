"""Chats as they look on a phone: what stands there now, and what was sent in which order."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Shown:
    """A message as it was visible at one moment: the Bot API's Message, and the content of its file if it has one."""

    message: dict[str, Any]
    content: bytes | None = None

    @property
    def id(self) -> int:
        """The message's id in its chat."""
        return int(self.message["message_id"])

    @property
    def by_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.message["from"]["is_bot"])

    @property
    def thread(self) -> int | None:
        """The topic it stands in."""
        thread: int | None = self.message.get("message_thread_id")
        return thread

    @property
    def text(self) -> str:
        """The words, or the words under a file."""
        return str(self.message.get("text", self.message.get("caption", "")))

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The inline keyboard's buttons (InlineKeyboardButton), row by row."""
        rows: list[list[dict[str, Any]]] = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """What the buttons say, in order."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def file_name(self) -> str | None:
        """The name of the file in it."""
        name: str | None = self.message.get("document", {}).get("file_name")
        return name


@dataclass
class Topic:
    """A topic of a forum."""

    name: str
    closed: bool = False


@dataclass
class Chat:
    """One chat. `shown` is by message id; `sent` is what the bot sent, of which `heard` were already looked at.

    `topics` are those of a forum, by number; `may_manage`: whether the bot has the right to (can_manage_topics).
    """

    info: dict[str, Any]
    shown: dict[int, Shown] = field(default_factory=dict)
    sent: list[Shown] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    heard: int = 0
    blocked: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    may_manage: bool = True
    wall: Callable[[], float] = time.time

    def put(self, message: dict[str, Any], content: bytes | None = None) -> Shown:
        """Show a message, a new one or an edited one in the place it had."""
        before = self.shown.get(message["message_id"])
        shown = Shown(message, content if content is not None or before is None else before.content)
        self.shown[shown.id] = shown
        return shown

    def drop_topic(self, thread: int) -> None:
        """Remove a topic with all that stands in it, as deleting does."""
        self.topics.pop(thread, None)
        self.shown = {number: shown for number, shown in self.shown.items() if shown.thread != thread}

    def message(self, message_id: int, sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        """Make a Message of this chat, with the time of the clock on the wall."""
        return {"message_id": message_id, "date": int(self.wall()), "chat": self.info, "from": sender, **content}
