"""People who talk with the bot: a test is one of them."""

from __future__ import annotations

import asyncio
import re
from itertools import count
from typing import TYPE_CHECKING, Any

from patience import PATIENCE

from bot.replay.samples import SAMPLES

if TYPE_CHECKING:
    from fake_telegram.chats import Chat, Shown, Topic
    from fake_telegram.server import Server

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What can follow a deep link's `start=` (https://core.telegram.org/bots/features#deep-linking)."""

_FILE = {"file_unique_id": "unique", "file_size": 8}
_SENT: dict[str, Any] = {
    "voice": {"duration": 3, **_FILE},
    "photo": {"width": 640, "height": 480, **_FILE},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, **_FILE},
    "document": {"file_name": "brief.pdf", **_FILE},
    "video": {"width": 640, "height": 480, "duration": 3, **_FILE},
    "location": {"latitude": 52.09, "longitude": 5.12},
    "contact": {"phone_number": "+31600000000", "first_name": "Sam"},
}
_queries = count(1)


class Talk:
    """A chat as one sees it who is in it."""

    def __init__(self, server: Server, chat: Chat) -> None:
        self._server = server
        self._chat = chat

    @property
    def screen(self) -> list[Shown]:
        """Everything that stands in the chat now, oldest first, the person's own messages included."""
        return list(self._chat.shown.values())

    @property
    def sent(self) -> list[Shown]:
        """Everything that the bot sent, as it was then, oldest first: on a slow phone old buttons still stand."""
        return list(self._chat.sent)

    def unheard(self) -> list[Shown]:
        """Give what the bot sent and nobody looked at yet; `hears` waits for the next one after it."""
        found = self._chat.sent[self._chat.heard :]
        self._chat.heard = len(self._chat.sent)
        return found

    @property
    def actions(self) -> list[str]:
        """What the bot showed that it was doing, such as `typing`."""
        return self._chat.actions

    async def hears(self, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109 - an assertion with a bound, not a cancellation
        """Wait for the bot's next message, as it was when it was sent; AssertionError after `timeout` seconds."""
        chat, changed = self._chat, self._server.changed
        try:
            async with asyncio.timeout(timeout), changed:
                await changed.wait_for(lambda: len(chat.sent) > chat.heard)
        except TimeoutError:
            raise AssertionError("the bot said nothing") from None
        chat.heard += 1
        return chat.sent[chat.heard - 1]


class Group(Talk):
    """A group with the bot in it."""

    def member(self, user_id: int, first_name: str = "Karin", topic: int | None = None) -> Person:
        """Be somebody in the group, in one of its topics or outside them."""
        user = {"id": user_id, "is_bot": False, "first_name": first_name}
        return Person(self._server, self._chat, user, topic)

    @property
    def topics(self) -> dict[int, Topic]:
        """The topics that there are, by number."""
        return self._chat.topics

    def closes(self, topic: int) -> None:
        """Close a topic, as a member with the right to does."""
        self._chat.topics[topic].closed = True

    def deletes(self, topic: int) -> None:
        """Delete a topic, as a member with the right to does."""
        self._chat.drop_topic(topic)

    def lets_manage(self, *, may: bool) -> None:
        """Give the bot the right to manage topics, or take it away."""
        self._chat.may_manage = may


class Person(Talk):
    """Somebody in a chat with the bot."""

    def __init__(self, server: Server, chat: Chat, user: dict[str, Any], topic: int | None = None) -> None:
        super().__init__(server, chat)
        self.user = user
        self._where = {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}

    async def says(self, text: str, reply_to: Shown | None = None) -> int:
        """Write something, perhaps as a reply to a message; gives the message's id."""
        entities: dict[str, Any] = {}
        if command := re.match(r"/\w+", text):
            entities = {"entities": [{"type": "bot_command", "offset": 0, "length": command.end()}]}
        replied = {"reply_to_message": reply_to.message} if reply_to else {}
        return await self._writes(text=text, **entities, **replied)

    async def opens(self, payload: str | None = None) -> int:
        """Press Start, with what the deep link carried. ValueError: no deep link can carry that."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ValueError("a start payload is 1 to 64 of A-Z a-z 0-9 _ -")
        return await self.says("/start" if payload is None else f"/start {payload}")

    async def edits(self, message_id: int, text: str) -> None:
        """Change words said before."""
        before = self._chat.shown[message_id].message
        message = {**before, "text": text, "edit_date": before["date"] + 1}
        self._chat.put(message)
        await self._server.updates.add("edited_message", message)

    async def sends(self, kind: str) -> int:
        """Send a voice message, photo, sticker, location, document, contact or video."""
        sent = dict(_SENT[kind])
        if "file_unique_id" in sent:
            sent["file_id"] = self._server.keep_file(SAMPLES.get(kind, b"\x00" * sent["file_size"]))
        return await self._writes(**{kind: [sent] if kind == "photo" else sent})

    async def sends_file(self, content: bytes, mime_type: str = "text/plain") -> int:
        """Send a document with this content."""
        held = {"file_id": self._server.keep_file(content), "file_name": "baan.txt", "mime_type": mime_type}
        return await self._writes(document={**_FILE, **held, "file_size": len(content)})

    async def forwards(self, text: str) -> int:
        """Forward somebody else's message."""
        origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Sam"}
        return await self._writes(text=text, forward_origin=origin)

    async def taps(self, button: str, message: Shown | None = None) -> str:
        """Tap a button by its label or data, on the newest keyboard or on a message as it was; gives the query's id.

        LookupError: no such button there.
        """
        if message is None:
            message = next((shown for shown in reversed(self.screen) if shown.rows), None)
        keys = [key for row in message.rows for key in row] if message else []
        data = next((key["callback_data"] for key in keys if button in (key["text"], key["callback_data"])), None)
        if message is None or data is None:
            raise LookupError("no such button")
        query: dict[str, Any] = {"id": str(next(_queries)), "from": self.user, "chat_instance": "1", "data": data}
        self._server.queries[query["id"]] = False
        await self._server.updates.add("callback_query", {**query, "message": message.message})
        return str(query["id"])

    async def blocks(self) -> None:
        """Block the bot: what it sends from now on is refused."""
        await self._membership("member", "kicked")

    async def unblocks(self) -> None:
        """Let the bot in again."""
        await self._membership("kicked", "member")

    async def _membership(self, old: str, new: str) -> None:
        self._chat.blocked = new == "kicked"
        change = {
            "chat": self._chat.info,
            "from": self.user,
            "date": 1_700_000_000,
            "old_chat_member": self._as_member(old),
            "new_chat_member": self._as_member(new),
        }
        await self._server.updates.add("my_chat_member", change)

    def _as_member(self, status: str) -> dict[str, Any]:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": self._server.me, **until}

    async def _writes(self, **content: Any) -> int:
        message = self._chat.message(self._server.next_message_id(), self.user, **self._where, **content)
        self._chat.put(message)
        await self._server.updates.add("message", message)
        return int(message["message_id"])
