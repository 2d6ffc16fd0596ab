"""An event loop that does not wait: when nothing can happen before a moment, it is that moment already.

While a thread works for the loop, time goes as it goes, so that whatever takes real work takes no made-up time.
"""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


class _Selector(selectors.DefaultSelector):
    """Skips the time that would be waited."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0.0
        self.busy = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0 or self.busy:
            return super().select(timeout)
        ready = super().select(0)
        if not ready:
            self.skipped += timeout
        return ready


class HurriedLoop(asyncio.SelectorEventLoop):
    """The loop; its `time()` counts what was skipped."""

    def __init__(self) -> None:
        self._hurried = _Selector()
        super().__init__(self._hurried)

    def time(self) -> float:
        return super().time() + self._hurried.skipped

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        self._hurried.busy += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._worked)
        return future

    async def shutdown_default_executor(self, *given: Any) -> None:
        self._hurried.busy += 1
        await super().shutdown_default_executor(*given)

    def _worked(self, _future: asyncio.Future[Any]) -> None:
        self._hurried.busy -= 1


def hurry(work: Coroutine[Any, Any, T]) -> T:
    """Run something to its end without waiting for the time that passes in it."""
    with asyncio.Runner(loop_factory=HurriedLoop) as runner:
        return runner.run(work)
