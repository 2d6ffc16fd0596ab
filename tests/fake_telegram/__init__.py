"""A fake Bot API server for tests: `async with serve() as server:`, then be a `server.person(...)`."""

from fake_telegram.chats import Chat, Shown
from fake_telegram.failures import Kind
from fake_telegram.limits import Limit, Limits
from fake_telegram.people import Group, Person
from fake_telegram.server import TOKEN, Call, Server, serve

__all__ = ["TOKEN", "Call", "Chat", "Group", "Kind", "Limit", "Limits", "Person", "Server", "Shown", "serve"]
