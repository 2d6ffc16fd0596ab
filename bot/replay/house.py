"""The house a story is played in: a fresh database, the gemeente of the example, and a clock that stands still."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.config import EXAMPLE, read_gemeente
from bot.domain.gemeente import Asks, Policy
from bot.domain.invitation import Invitation
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Role
from bot.inviting import invite
from bot.nlu.engine import Embedded
from bot.rounds import Rounds
from bot.taken import World
from bot.trained import model
from bot.turns import Turns
from storage.migrate import migrate
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import time

    from bot.domain.person import Contact, Support

START = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
"""When every story starts: Monday 23 November 2026, 10:00."""

WEEK = timedelta(days=7)

BASE_URL = "https://chat.voorbeeldstad.example"


class House:
    """Everything below the channels, with the time that the story tells. `turns` takes the events of any edge."""

    def __init__(self, folder: Path) -> None:
        self.now = START.astimezone(UTC)
        self.store = Store(f"sqlite:///{folder / 'story.db'}", Seal(bytes(KEY_BYTES)))
        migrate(self.store.engine)
        engine = Embedded(lambda: self.now.astimezone(AMSTERDAM).date(), model())
        self.turns = Turns(World(self.store, engine, read_gemeente(EXAMPLE), BASE_URL))

    @property
    def _rounds(self) -> Rounds:
        return Rounds(self.turns, lambda: self.now)

    async def passes(self, span: timedelta) -> None:
        """Let time pass, and all that is due on the way happen, each at its own moment."""
        await self._until(self.now + span)

    async def becomes(self, weekday: int, at: time) -> None:
        """Let it be the first such day (0 is Monday) and time that is not past."""
        here = self.now.astimezone(AMSTERDAM)
        day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
        wanted = datetime.combine(day, at, AMSTERDAM)
        await self._until((wanted if wanted >= here else datetime.combine(day + WEEK, at, AMSTERDAM)).astimezone(UTC))

    async def _until(self, moment: datetime) -> None:
        while (due := self.store.read(lambda unit: unit.dues.next_at())) and due <= moment:
            self.now = max(self.now, due)
            await self.happens()
        self.now = moment

    async def happens(self) -> None:
        """Let happen what is due now."""
        while await self._rounds.once():
            pass

    def invite(
        self, support: Support, contact: Contact, days: int, role: Role = Role.JOBSEEKER, name: str | None = None
    ) -> str:
        """Make an invitation, of a jobseeker or (with a name) of somebody else; give its token."""
        made = Invitation(role, self.now + timedelta(days=days), support, contact, name)
        return invite(self.store, made, self.now).token

    def let_ask(self, fields: frozenset[str]) -> None:
        """Let the gemeente's policy allow these of the five fields of V4, and no others."""
        names = ("stand", "sit", "bend", "lift", "register")
        asks = Asks(**{name: Policy.WITH_CONSENT if name in fields else Policy.NEVER for name in names})
        world = self.turns.world
        self.turns.world = replace(world, gemeente=replace(world.gemeente, asks=asks))

    def close(self) -> None:
        """Finish what is under way, and let go of the database."""
        self.turns.close()
        self.store.close()


@asynccontextmanager
async def house() -> AsyncIterator[House]:
    """Open a house in a temporary folder."""
    with TemporaryDirectory(prefix="hallowerk-") as folder:
        opened = House(Path(folder))
        try:
            yield opened
        finally:
            opened.close()
