"""How the server says no: a status, a sentence, and perhaps how long to wait."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):  # noqa: N818 - named for what it is: an answer, not a mistake of ours
    """An answer that is not ok. `wrong` marks a call that no correct client makes; it fails the test at its end."""

    def __init__(self, status: int, description: str, *, retry_after: int | None = None, wrong: bool = False) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.wrong = wrong

    def body(self) -> dict[str, Any]:
        """Give the answer's JSON (Bot API, "Making requests" and ResponseParameters)."""
        parameters = {} if self.retry_after is None else {"parameters": {"retry_after": self.retry_after}}
        return {"ok": False, "error_code": self.status, "description": self.description, **parameters}


def wrong(sentence: str) -> Refusal:
    """Make the answer to a call that is wrong in itself."""
    return Refusal(400, f"Bad Request: {sentence}", wrong=True)


def bad_request(sentence: str) -> Refusal:
    """Make the answer to a call that only comes at a wrong moment."""
    return Refusal(400, f"Bad Request: {sentence}")


def too_many(seconds: int) -> Refusal:
    """Make the answer to too many calls."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def blocked() -> Refusal:
    """Make the answer to a message for somebody who blocked the bot."""
    return Refusal(403, "Forbidden: bot was blocked by the user")
