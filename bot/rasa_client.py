"""Asks a Rasa server what a sentence means, with the embedded engine behind it: an answer never waits for long.

A crisis, commands, topics, a plain yes or no and values are understood here first: what is settled by them never leaves
this process. Nothing that people say, and no token, is in a log.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import httpx

from bot.nlu.asked import READERS
from bot.nlu.engine import is_settled, surely, with_care, with_guesses
from bot.nlu.parse import INTENTS, Entity, Intent
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.nlu.engine import Classifier
    from bot.nlu.parse import Parse

log = logging.getLogger(__name__)
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # they tell each address, and the token is part of it

SECONDS = 0.3
"""How long an answer may take."""

FAILURES, PAUSE = 3, 30.0
"""After so many failures in a row Rasa is left alone for so many seconds; then one sentence tries again."""


@dataclass(slots=True)
class Breaker:
    """Keeps from asking a server again and again that does not answer. Times are seconds of any clock."""

    failures: int = 0
    until: float = field(default=float("-inf"))

    def lets_through(self, now: float) -> bool:
        """Say whether to ask now; after a pause one may try, and the others wait for what comes of it."""
        if self.failures < FAILURES:
            return True
        if now < self.until:
            return False
        self.until = now + PAUSE
        return True

    def failed(self, now: float) -> bool:
        """Count a failure; say whether this one opens the breaker."""
        self.failures += 1
        self.until = now + PAUSE
        return self.failures == FAILURES

    def worked(self) -> bool:
        """Forget the failures; say whether the breaker was open."""
        was_open = self.failures >= FAILURES
        self.failures = 0
        return was_open


class Rasa:
    """The engine behind HTTP. `classifier` guesses where Rasa does not; `clock` gives seconds that only go up.

    `seconds`: how long one answer may take.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that is given
        self,
        url: str,
        token: str | None,
        today: Callable[[], date],
        classifier: Classifier,
        *,
        clock: Callable[[], float] = time.monotonic,
        seconds: float = SECONDS,
    ) -> None:
        self._today = today
        self._classifier = classifier
        self._clock = clock
        self._seconds = seconds
        self._breaker = Breaker()
        self._params = {"token": token} if token else {}
        # without the proxies of the environment: what people say goes straight to the gemeente's own server
        self._http = httpx.AsyncClient(base_url=url, timeout=seconds, trust_env=False)

    async def parse(self, text: str) -> Parse:
        """Parse one sentence; never raises, whatever the text and whatever Rasa does."""
        right, parse = surely(text, self._today())
        sentence = right.written
        if is_settled(parse) or not sentence.raw.strip():
            return with_care(parse, self._classifier)
        told = await self._ask(sentence) if self._breaker.lets_through(self._clock()) else None
        if told is None:
            return with_guesses(parse, self._classifier(right.sentence, parse.entities), self._classifier)
        guesses, spans = told
        valued = replace(parse, entities=_valued(sentence, parse.entities, spans, self._today()))
        return with_guesses(valued, guesses, self._classifier)

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _ask(self, sentence: Sentence) -> tuple[tuple[Intent, ...], list[tuple[str, int, int]]] | None:
        """Give Rasa's ranking, and where it found which values; None when it gave nothing that can be used."""
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._http.post("/model/parse", params=self._params, json={"text": sentence.raw})
            told = _read(answer.raise_for_status().json(), len(sentence.raw))
        except (httpx.HTTPError, TimeoutError, ValueError, KeyError, TypeError, AttributeError) as error:
            if self._breaker.failed(self._clock()):
                log.warning("Rasa gives no answer (%s): the embedded engine takes over", type(error).__name__)
            return None
        if self._breaker.worked():
            log.warning("Rasa answers again")
        return told


def _read(told: Any, length: int) -> tuple[tuple[Intent, ...], list[tuple[str, int, int]]]:
    """Read an answer of `/model/parse`. Raises ValueError, KeyError or TypeError when it has another shape."""
    ranked = [Intent(str(held["name"]), float(held["confidence"])) for held in told["intent_ranking"]]
    guesses = tuple(intent for intent in ranked if intent.name in INTENTS)
    if not guesses or not all(0 <= intent.confidence <= 1 for intent in guesses):
        raise ValueError("no intents")
    spans = [(str(held["entity"]), int(held["start"]), int(held["end"])) for held in told.get("entities", [])]
    if not all(0 <= start < end <= length for _entity, start, end in spans):
        raise ValueError("values lie outside the text")
    return guesses, spans


def _valued(
    sentence: Sentence, found: tuple[Entity, ...], spans: list[tuple[str, int, int]], today: date
) -> tuple[Entity, ...]:
    """Add what Rasa found beside what our readers found: they say what such a piece of the sentence is worth."""
    more = []
    for name, start, end in spans:
        taken = any(each.entity == name or (each.start < end and start < each.end) for each in found)
        read = None if taken or name not in READERS else READERS[name](Sentence.of(sentence.raw[start:end]), today)
        if read is not None and read.entity == name:
            more.append(replace(read, start=start + read.start, end=start + read.end))
    return tuple(sorted((*found, *more), key=lambda entity: (entity.start, entity.end)))
