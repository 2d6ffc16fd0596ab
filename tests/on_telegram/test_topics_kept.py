"""A topic bears somebody's name: one that was made is kept or deleted, whatever fails at that moment."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from bot.delivery.gate import Gate
from bot.delivery.pacing import Pace
from bot.delivery.telegram import bot_of
from bot.delivery.topics import Topics
from bot.text import _
from bot.turns import Turns
from fake_telegram import TOKEN
from on_telegram.talking import joins
from stages.product import running
from storage.election import Election
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.taken import World
    from fake_telegram import Group, Person, Server
    from stages.product import Running
    from storage.unit import Unit

GROUP = -1001234567890


class Stumbling(Turns):
    """Turns of which the next writes fail."""

    fails = 0

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.failed = asyncio.Event()

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        if self.fails:
            self.fails -= 1
            self.failed.set()
            raise StoreError(_("Dat lukt nu niet."))
        return await super().write(work)


class Voted(Election):
    """An election that this process can lose."""

    won = True

    def held(self) -> bool:
        return self.won


@dataclass
class Team:
    """The topics by themselves, on a clock that waiting moves on."""

    topics: Topics
    turns: Stumbling
    election: Voted
    waited: list[float] = field(default_factory=list)

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.waited.append(seconds)

    def seconds(self) -> float:
        return sum(self.waited)

    async def fails_to_keep_one(self) -> None:
        self.turns.fails = 1
        with pytest.raises(StoreError):
            await self.topics.once()


@pytest.fixture
async def run(patient: Server, tmp_path: Path) -> AsyncIterator[Running]:
    async with running(patient, tmp_path) as made:
        yield made


@pytest.fixture
def group(patient: Server) -> Group:
    return patient.forum(GROUP)


@pytest.fixture
async def team(run: Running) -> AsyncIterator[Team]:
    bot = bot_of(TOKEN, run.server.url)
    await bot.initialize()
    turns, election = Stumbling(run.product.turns.world), Voted(run.product.store)
    made = Team(Topics(turns, bot, GROUP, election), turns, election)
    made.topics.gate = Gate(Pace(), made.seconds, made.pause)
    yield made
    turns.close()
    await bot.shutdown()


async def asks(run: Running, fatima: Person) -> None:
    """Let Fatima ask for a human."""
    await joins(run, fatima)
    for words in ("Fatima", "ik wil een mens spreken", "mijn uren"):
        await run.told(fatima, fatima.says(words))
    await run.told(fatima, fatima.taps("Ja, laat dit zien"))


async def erases(run: Running, fatima: Person) -> None:
    """Let Fatima erase everything."""
    for words in ("wis alles", "ja"):
        await run.told(fatima, fatima.says(words))


def deletions(run: Running) -> int:
    return sum(call.method == "deleteForumTopic" for call in run.server.calls)


async def test_a_topic_that_could_not_be_kept_is_used_the_next_time(
    run: Running, group: Group, fatima: Person, team: Team
) -> None:
    await asks(run, fatima)
    await team.fails_to_keep_one()
    (thread,) = group.topics
    await team.topics.once()
    assert list(group.topics) == [thread]
    assert [shown.thread for shown in group.screen if "mijn uren" in shown.text] == [thread]
    await erases(run, fatima)
    await team.topics.once()
    assert not group.topics


async def test_a_topic_that_could_not_be_kept_goes_with_its_handoff(
    run: Running, group: Group, fatima: Person, team: Team
) -> None:
    await asks(run, fatima)
    await team.fails_to_keep_one()
    await erases(run, fatima)
    await team.topics.once()
    assert not group.topics
    await team.topics.once()
    assert deletions(run) == 1


async def test_who_does_not_send_any_more_leaves_no_topic_behind(
    run: Running, group: Group, fatima: Person, team: Team
) -> None:
    await asks(run, fatima)
    await team.fails_to_keep_one()
    team.election.won = False
    await team.topics.once()
    assert not group.topics


async def test_who_stops_leaves_no_topic_behind(run: Running, group: Group, fatima: Person, team: Team) -> None:
    await asks(run, fatima)
    team.turns.fails = 1
    job = asyncio.create_task(team.topics.run())
    await team.turns.failed.wait()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert not group.topics


async def test_a_429_at_deleting_is_waited_out(run: Running, group: Group, fatima: Person, team: Team) -> None:
    await asks(run, fatima)
    await team.topics.once()
    await erases(run, fatima)
    run.server.fail_next("deleteForumTopic", "429", retry_after=30)
    await team.topics.once()
    assert group.topics
    before = team.seconds()
    await team.topics.once()
    assert team.seconds() >= before + 30
    assert not group.topics
    assert deletions(run) == 2
