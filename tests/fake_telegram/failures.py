"""Failures that a test orders."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fake_telegram.refusal import Refusal, bad_request, blocked, too_many

Kind: TypeAlias = Literal["429", "403", "chat_not_found", "500", "cut_before", "cut_after", "malformed"]
"""What goes wrong; `cut_before` and `cut_after` close the line before and after the call has had its effect."""


@dataclass(frozen=True)
class Failure:
    """One failure of one call."""

    kind: Kind
    retry_after: int = 1


def fail(failure: Failure | None) -> None:
    """Raise the refusal that this failure is, if it is an answer at all."""
    match failure:
        case Failure("429", seconds):
            raise too_many(seconds)
        case Failure("403"):
            raise blocked()
        case Failure("chat_not_found"):
            raise bad_request("chat not found")
        case Failure("500"):
            raise Refusal(500, "Internal Server Error")


class Failures:
    """Failures by method, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Failure]] = defaultdict(deque)

    def order(self, method: str, failure: Failure, times: int) -> None:
        """Let the next calls of a method fail."""
        self._ordered[method].extend([failure] * times)

    def next(self, method: str) -> Failure | None:
        """Give the failure of the call that is here now."""
        waiting = self._ordered[method]
        return waiting.popleft() if waiting else None
