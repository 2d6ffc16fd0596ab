"""A small Rasa server: real HTTP, and every way in which one can fail."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "geheim-token"  # noqa: S105 - of a test


@dataclass
class FakeRasa:
    """What it was asked, and how it answers: as told, or with a fault: slow, wrong, 500, or a shape of another kind."""

    asked: list[str] = field(default_factory=list)
    fault: str | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    url: str = ""
    go_on: Event = field(default_factory=Event)
    """A slow answer waits for this."""

    def body(self, text: str) -> bytes:
        """Give the answer in the shape of Rasa 3.6."""
        if self.fault == "wrong":
            return b"<html>no JSON</html>"
        if self.fault == "shape":
            return b'{"intent": "stop"}'
        if self.fault == "list":
            return b"[]"
        if self.fault == "unsure":
            return json.dumps({"intent_ranking": [{"name": "stop", "confidence": None}], "entities": []}).encode()
        if self.fault == "outside":
            found = [{"entity": "place", "start": 0, "end": 9999, "value": "x"}]
            return json.dumps({"intent_ranking": [{"name": "stop", "confidence": 1}], "entities": found}).encode()
        return json.dumps({"text": text, **self.answer}).encode()


@contextmanager
def fake_rasa() -> Iterator[FakeRasa]:
    """Serve on a free port."""
    fake = FakeRasa(answer=told("chitchat", 0.9))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            where = urlsplit(self.path)
            length = int(self.headers["Content-Length"])
            text = json.loads(self.rfile.read(length))["text"]
            if where.path != "/model/parse" or parse_qs(where.query).get("token") != [TOKEN]:
                self.send_error(401)
                return
            fake.asked.append(text)
            if fake.fault == "slow":
                fake.go_on.wait(10)
            if fake.fault == "500":
                self.send_error(500)
                return
            body = fake.body(text)
            try:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:  # nobody waits for a slow answer any more
                self.close_connection = True

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    try:
        yield fake
    finally:
        fake.go_on.set()
        server.shutdown()
        serving.join()
        server.server_close()


def told(intent: str, confidence: float, *entities: dict[str, Any]) -> dict[str, Any]:
    """Make what Rasa says."""
    ranking = [{"name": intent, "confidence": confidence}, {"name": "inform", "confidence": 1 - confidence}]
    return {"intent": ranking[0], "intent_ranking": ranking, "entities": list(entities)}
