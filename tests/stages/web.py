"""Plays a story on the web chat: every step is a request that a browser could make."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from bot.domain.event import Address, Channel, Event, Opened, Said, Sent
from bot.domain.invitation import code_in
from bot.replay.samples import SAMPLES
from bot.replay.stage import DirectStage, Heard

if TYPE_CHECKING:
    from datetime import datetime

    import httpx

    from bot.domain.event import What
    from stages.serving import Web


@dataclass(slots=True)
class _Seat:
    """One person's browser, and what it showed and sent."""

    browser: httpx.AsyncClient
    web_id: str | None = None
    seq: int = 0
    direct: list[Heard] = field(default_factory=list)
    buttons: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    tapped: dict[str, Any] | None = None
    last: tuple[str, dict[str, Any]] | None = None
    asks_file: bool = False
    said_at: datetime | None = None


class WebStage:
    """The stage that is a web chat. Who goes on on Telegram does so on the default stage."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._seats: dict[str, _Seat] = {}
        self._elsewhere = DirectStage(web.house)
        self._moved: set[str] = set()
        self._browsers: list[httpx.AsyncClient] = []

    async def opens(self, person: str, token: str | None, *, elsewhere: bool) -> None:
        """Open a link, and press its button; or come to the front door without one."""
        seat = self._seat(person)
        browser = self._browser() if elsewhere else seat.browser
        shown = await browser.get(f"/u/{token}" if token else "/")
        if shown.status_code == 303:  # signed in here already: the page opens, and nothing needs to be said
            await self._otherwise(person, Opened(token))
        elif token and shown.status_code == 200:
            await self._post(person, f"/u/{token}", {}, browser)
        else:
            seat.direct.append(_on_page(shown))

    async def says(self, person: str, text: str, *, edited: bool) -> None:
        """Say words. On the web nothing that was sent can be changed, so that goes straight to the turns."""
        if person in self._moved:
            await self._elsewhere.says(person, text, edited=edited)
        elif edited:
            await self._otherwise(person, Said(text, edited=True, first_at=self._seat(person).said_at))
        else:
            self._seat(person).said_at = self._web.house.now
            await self._event(person, {"text": text})

    async def taps(self, person: str, label: str) -> bool:
        """Tap the newest button with this label."""
        if person in self._moved:
            return await self._elsewhere.taps(person, label)
        seat = self._seat(person)
        seat.tapped = next((tap for said, tap in reversed(seat.buttons) if said == label), None)
        return await self.taps_again(person)

    async def taps_again(self, person: str) -> bool:
        """Tap the button tapped last once more."""
        if person in self._moved:
            return await self._elsewhere.taps_again(person)
        tapped = self._seat(person).tapped
        if tapped:
            await self._event(person, {"tap": tapped})
        return tapped is not None

    async def sends(self, person: str, kind: str) -> None:
        """Send a file where the page asks for one; anything else that is not words goes straight to the turns."""
        seat = self._seat(person)
        if person in self._moved:
            await self._elsewhere.sends(person, kind)
        elif seat.asks_file and kind in SAMPLES:
            sent = await seat.browser.post(f"/c/{seat.web_id}/api/files?id={uuid.uuid4()}", content=SAMPLES[kind])
            assert sent.status_code == 202
        else:
            await self._otherwise(person, Sent(kind))

    async def repeats(self, person: str) -> None:
        """Send the last request once more."""
        seat = self._seat(person)
        if person in self._moved:
            await self._elsewhere.repeats(person)
        elif seat.last:
            await self._post(person, *seat.last)

    async def moves_on(self, person: str, channel: Channel, code: str) -> None:
        """Type the code on another device."""
        if channel is not Channel.WEB:
            await self._elsewhere.moves_on(person, channel, code)
            there = self._elsewhere.address(person)
            if there and there.channel is channel:
                self._moved.add(person)
            else:
                self._seat(person).direct += await self._elsewhere.heard(person)
            return
        self._moved.discard(person)
        before = self._seat(person)
        seat = self._seats[person] = _Seat(self._browser(), seq=before.seq)
        await self._post(person, "/koppel", {"code": code})
        if seat.web_id is None:
            before.direct += seat.direct
            self._seats[person] = before

    async def heard(self, person: str) -> list[Heard]:
        """Read the messages that came since the last call."""
        if person in self._moved:
            return await self._elsewhere.heard(person)
        seat = self._seat(person)
        said, seat.direct = seat.direct, []
        if seat.web_id is None:
            return said
        answer = await seat.browser.get(f"/c/{seat.web_id}/api/messages", params={"after": seat.seq})
        return said + (self._shown(seat, answer.json()["messages"]) if answer.status_code == 200 else [])

    def address(self, person: str) -> Address | None:
        """Give where the person is now."""
        if person in self._moved:
            return self._elsewhere.address(person)
        web_id = self._seats[person].web_id if person in self._seats else None
        return Address(Channel.WEB, web_id) if web_id else None

    async def close(self) -> None:
        """Close the browsers."""
        for browser in self._browsers:
            await browser.aclose()

    def _browser(self) -> httpx.AsyncClient:
        self._browsers.append(self._web.client())
        return self._browsers[-1]

    def _seat(self, person: str) -> _Seat:
        if person not in self._seats:
            self._seats[person] = _Seat(self._browser())
        return self._seats[person]

    async def _event(self, person: str, what: dict[str, Any]) -> None:
        seat = self._seat(person)
        if not seat.web_id and code_in(what.get("text", "")):  # who is not known types a code in the form for it
            await self._post(person, "/koppel", {"code": what["text"]})
            return
        path = f"/c/{seat.web_id}/api/events" if seat.web_id else "/c/nobody/api/events"
        await self._post(person, path, {"id": str(uuid.uuid4()), **what})

    async def _post(
        self, person: str, path: str, body: dict[str, Any], browser: httpx.AsyncClient | None = None
    ) -> None:
        seat = self._seat(person)
        seat.last = (path, body)
        if not path.startswith("/c/"):
            answer = await (browser or seat.browser).post(path, data=body)
            if answer.status_code == 303:
                seat.web_id = answer.headers["location"].split("/")[2]
            else:
                seat.direct.append(_on_page(answer))
            return
        answer = await seat.browser.post(path, content=json.dumps(body))
        if answer.status_code in {413, 422} and "text" in body:  # the page says so itself, and keeps what was typed
            await self._otherwise(person, Said(body["text"]))
            return
        assert answer.status_code in {202, 401}, f"status {answer.status_code}"
        seat.direct += self._shown(seat, answer.json().get("messages", []))

    async def _otherwise(self, person: str, what: What) -> None:
        """Take an event that this channel does not have, at the person's own address."""
        at = self.address(person)
        assert at is not None
        await self._web.house.turns.take(Event(f"story:{uuid.uuid4()}", at, what, self._web.house.now))

    def _shown(self, seat: _Seat, messages: list[dict[str, Any]]) -> list[Heard]:
        heard = []
        for message in messages:
            seat.asks_file = message.get("asks_file", False)
            seat.seq = max(seat.seq, message["seq"] or 0)
            buttons = [button for row in message["buttons"] for button in row]
            seat.buttons += [(button["label"], {"seq": message["seq"], "value": button["value"]}) for button in buttons]
            if message["from"] != "me":
                labels = tuple(button["label"] for button in buttons)
                by = "" if message["from"] == "chat" else f"{message['from']}: "  # the page shows who speaks above it
                heard.append(Heard(f"{by}{message['text']}", labels, "file" in message))
        return heard


class _Page(HTMLParser):
    """Finds what a page says in the bot's words: everything of the class "said"."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open = False

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = "said" in (dict(attrs).get("class") or "").split()
        if self._open:
            self.said.append("")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.said[-1] += data

    def handle_endtag(self, _tag: str) -> None:
        self._open = False


def _on_page(shown: httpx.Response) -> Heard:
    page = _Page()
    page.feed(shown.text)
    return Heard("\n\n".join(page.said), (), file=False)
