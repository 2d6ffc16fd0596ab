"""The sender: in order, at the channel's pace, nothing lost, and nothing sent twice while the process lives."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hurry import hurry
from made import NOW, VACANCY, Made, a_contact, a_person
from sqlalchemy import text

from bot.config import EXAMPLE, read_gemeente
from bot.delivery.gate import Gate
from bot.delivery.outcome import Again, Delivered, Gone, Refused, Wait
from bot.delivery.pacing import CHAT_GAP, PERMITS, WINDOW
from bot.delivery.sender import MOST_UNDER_WAY, Sender
from bot.domain.message import message
from bot.nlu.parse import Parse
from bot.taken import World
from bot.text import verbatim
from bot.turns import Turns
from storage.election import Election
from storage.outbox import CHAT, Spoken
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError, StoreFault

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from datetime import datetime

    from bot.delivery.gate import Turn
    from bot.delivery.outcome import Outcome
    from storage.outbox import Outgoing
    from storage.unit import Unit

LONG = 36 * 3600.0
SENT = Delivered("1")


class NoEngine:
    """Understands nothing: here nobody speaks."""

    async def parse(self, text: str) -> Parse:
        return Parse(text)

    async def aclose(self) -> None:
        pass


@dataclass
class FakeLine:
    """A channel that answers as it is told to, and remembers when it got what."""

    answers: Callable[[str], Outcome | Awaitable[Outcome]] = lambda _words: SENT
    got: list[tuple[float, int, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def send(self, outgoing: Outgoing, _turn: Turn) -> Outcome:
        words = str(outgoing.message.text[0].params[0][1])
        self.got.append((asyncio.get_running_loop().time(), outgoing.address_id, words))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            answer = self.answers(words)
            return answer if isinstance(answer, Delivered | Wait | Gone | Again | Refused) else await answer
        finally:
            self.at_once -= 1

    @property
    def words(self) -> list[str]:
        return [words for _at, _chat, words in self.got]


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = Store(sqlite_url, Seal(bytes(KEY_BYTES)))
    yield opened
    opened.close()


def turns_on(store: Store) -> Turns:
    return Turns(World(store, NoEngine(), read_gemeente(EXAMPLE), "https://chat.example"))


@pytest.fixture
def turns(store: Store) -> Iterator[Turns]:
    made = turns_on(store)
    yield made
    made.close()


def sender_of(turns: Turns, line: FakeLine) -> Sender:
    loop = asyncio.get_running_loop()
    begun = loop.time()

    def now() -> datetime:
        return NOW + timedelta(seconds=loop.time() - begun)

    return Sender(turns, line, Election(turns.world.store), Gate(clock=loop.time), now)


@contextlib.asynccontextmanager
async def sending(turns: Turns, line: FakeLine) -> AsyncIterator[Sender]:
    sender = sender_of(turns, line)
    job = asyncio.create_task(sender.run())
    try:
        yield sender
        assert not job.done()
    finally:
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
        sender.election.resign()


async def until(holds: Callable[[], bool], most: float = LONG) -> None:
    """Let time pass until something holds."""
    step = 0.01
    async with asyncio.timeout(most):
        while not holds():
            await asyncio.sleep(step)
            step = min(1.05 * step, 60)


def put(unit: Unit, who: Made, *words: str, is_push: bool = False) -> None:
    said = [Spoken(CHAT, message(verbatim(word)), is_push) for word in words]
    unit.outbox.add(who.id, who.address_id, who.at.channel, said, at=NOW)


def left(turns: Turns) -> dict[tuple[str, str | None], int]:
    return turns.world.store.read(lambda unit: unit.outbox.counted())


def send_all(turns: Turns, line: FakeLine, most: float = LONG) -> None:
    """Run a sender until nothing waits any longer."""

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: not any(status == "waiting" for status, _error in left(turns)), most)

    hurry(run())


def people(turns: Turns, number: int) -> list[Made]:
    return turns.world.store.write(lambda unit: [a_person(unit) for _person in range(number)])


def queue(turns: Turns, who: Made, *words: str, is_push: bool = False) -> None:
    turns.world.store.write(lambda unit: put(unit, who, *words, is_push=is_push))


def test_every_chat_gets_its_messages_in_order_and_once(turns: Turns) -> None:
    line = FakeLine()
    chats = people(turns, 5)
    for who in chats:
        queue(turns, who, *(f"{who.id} {number}" for number in range(6)))
    send_all(turns, line)
    for who in chats:
        assert [words for _at, chat, words in line.got if chat == who.address_id] == [
            f"{who.id} {number}" for number in range(6)
        ]
    assert left(turns) == {}


def test_what_was_passed_on_can_be_replied_to(turns: Turns) -> None:
    (who,) = people(turns, 1)
    held = message(verbatim("dag"), about="7" * 32)

    def work(unit: Unit) -> None:
        unit.vacancies.save(replace(VACANCY, employer_id=who.id))
        a_contact(unit, who.id, who.id)
        unit.outbox.add(who.id, who.address_id, who.at.channel, [Spoken(CHAT, held)], at=NOW)

    turns.world.store.write(work)
    send_all(turns, FakeLine())
    assert turns.world.store.read(lambda unit: unit.replies.about(who.address_id, SENT.ref)) == "7" * 32
    assert turns.world.store.read(lambda unit: unit.replies.about(who.address_id, "2")) is None


def test_the_pace_holds_for_many_and_for_one(turns: Turns) -> None:
    line = FakeLine()
    for who in people(turns, 40):
        queue(turns, who, "1", "2")
    send_all(turns, line)
    moments = [at for at, _chat, _words in line.got]
    assert len(moments) == 80
    assert all(later - first > 1 for first, later in zip(moments, moments[30:], strict=False))
    for chat in {chat for _at, chat, _words in line.got}:
        assert all(later - first > 1 for first, later in pairwise([at for at, to, _words in line.got if to == chat]))


def test_what_is_said_at_once_in_a_chat_counts_there(turns: Turns) -> None:
    line = FakeLine()
    (ann,) = people(turns, 1)

    async def run() -> None:
        loop = asyncio.get_running_loop()
        async with sending(turns, line) as sender:
            await asyncio.sleep(60)
            said = sender.gate.take(ann.at.key)
            await turns.write(lambda unit: put(unit, ann, "1"))
            sender.nudge()
            await asyncio.sleep(3)
            assert line.got == []
            said.over()
            answered = loop.time()
            await until(lambda: len(line.got) == 1)
            at, _chat, _words = line.got[0]
            assert answered + CHAT_GAP <= at < answered + 2 * CHAT_GAP
            assert sender.gate.ahead(ann.at.key) > 0

    hurry(run())


def test_who_takes_over_sends_nothing_in_the_first_second(turns: Turns) -> None:
    line = FakeLine()
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> float:
        begun = asyncio.get_running_loop().time()
        async with sending(turns, line):
            await until(lambda: len(line.got) == 1)
        return line.got[0][0] - begun

    assert hurry(run()) >= WINDOW


def test_replies_go_before_pushes_that_waited_longer(turns: Turns) -> None:
    line = FakeLine()
    *pushed, ann = people(turns, 61)
    for who in pushed:
        queue(turns, who, "push", is_push=True)

    async def run() -> None:
        async with sending(turns, line) as sender:
            await until(lambda: len(line.got) >= 5)
            await turns.write(lambda unit: put(unit, ann, "reply"))
            sender.nudge()
            await until(lambda: not left(turns))

    hurry(run())
    assert len(line.got) == 61
    assert line.words.index("reply") < 15


def test_a_nudge_is_heard_at_once_and_without_one_it_looks_itself(turns: Turns) -> None:
    line = FakeLine()
    (ann,) = people(turns, 1)

    async def run() -> tuple[float, float]:
        loop = asyncio.get_running_loop()
        async with sending(turns, line) as sender:
            await asyncio.sleep(60)
            await turns.write(lambda unit: put(unit, ann, "nudged"))
            sender.nudge()
            first = loop.time()
            await until(lambda: len(line.got) == 1)
            await asyncio.sleep(60)
            await turns.write(lambda unit: put(unit, ann, "not nudged"))
            second = loop.time()
            await until(lambda: len(line.got) == 2)
        return line.got[0][0] - first, line.got[1][0] - second

    nudged, unnudged = hurry(run())
    assert nudged < 1
    assert unnudged < 6


def test_waiting_for_the_channel_stops_everything(turns: Turns) -> None:
    answers: Iterator[Outcome] = iter([Wait(30)])
    line = FakeLine(lambda _words: next(answers, SENT))
    for who in people(turns, 3):
        queue(turns, who, who.id)
    send_all(turns, line)
    (first, *_one), *others = line.got
    assert len(line.got) == 4
    assert all(at >= first + 30 for at, _chat, _words in others)
    assert max(Counter(line.words).values()) == 2
    assert line.words[0] == line.words[1]


def test_what_fails_is_tried_again_in_order_and_ever_later(turns: Turns) -> None:
    answers: Iterator[Outcome] = iter([Again("TimedOut")] * 6)
    line = FakeLine(lambda _words: next(answers, SENT))
    (ann,) = people(turns, 1)
    queue(turns, ann, "1", "2")
    send_all(turns, line)
    assert line.words == ["1"] * 7 + ["2"]
    tries = [at for at, _chat, words in line.got if words == "1"]
    gaps = [later - first for first, later in pairwise(tries)]
    assert all(gap >= wanted for gap, wanted in zip(gaps, (2, 4, 8, 16, 32, 64), strict=True))
    assert all(gap <= wanted + 6 for gap, wanted in zip(gaps, (2, 4, 8, 16, 32, 64), strict=True))


def test_what_keeps_failing_is_a_dead_letter_and_the_next_one_goes(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.sender.MOST_TRIES", 10)  # a quarter of an hour rather than a day
    line = FakeLine(lambda words: SENT if words == "2" else Again("TimedOut"))
    (ann,) = people(turns, 1)
    queue(turns, ann, "1", "2")
    send_all(turns, line)
    assert line.words == ["1"] * 10 + ["2"]
    assert left(turns) == {("dead", "TimedOut"): 1}


def test_a_chat_that_fails_holds_up_nobody_else(turns: Turns) -> None:
    ann, ben = people(turns, 2)
    line = FakeLine(lambda words: Again("TimedOut") if words == "ann" else SENT)
    queue(turns, ann, "ann")
    queue(turns, ben, *(f"ben {number}" for number in range(5)))

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: "ben 4" in line.words, most=30)

    hurry(run())


def test_what_is_refused_is_a_dead_letter_at_once(turns: Turns) -> None:
    line = FakeLine(lambda words: Refused("BadRequest") if words == "1" else SENT)
    (ann,) = people(turns, 1)
    queue(turns, ann, "1", "2")
    send_all(turns, line, most=10)
    assert line.words == ["1", "2"]
    assert left(turns) == {("dead", "BadRequest"): 1}


def test_who_is_gone_is_unreachable_and_their_messages_stay(turns: Turns) -> None:
    line = FakeLine(lambda words: Gone() if words == "ann 1" else SENT)
    ann, ben = people(turns, 2)
    queue(turns, ann, "ann 1", "ann 2")
    queue(turns, ben, "ben 1")

    async def run() -> None:
        async with sending(turns, line) as sender:
            await until(lambda: len(line.got) == 2)
            await asyncio.sleep(600)
            speaker = turns.world.store.read(lambda unit: unit.people.speaker(ann.at))
            assert speaker is not None
            assert not speaker.reachable
            assert left(turns) == {("waiting", None): 2}
            assert sorted(line.words) == ["ann 1", "ben 1"]
            line.answers = lambda _words: SENT
            await turns.write(lambda unit: unit.people.set_reachable(ann.address_id, reachable=True))
            sender.nudge()
            await until(lambda: not left(turns))

    hurry(run())
    assert line.words[2:] == ["ann 1", "ann 2"]


def test_a_line_that_breaks_on_a_message_costs_that_message_only(
    turns: Turns, caplog: pytest.LogCaptureFixture
) -> None:
    def answer(words: str) -> Outcome:
        if words == "1":
            raise ValueError("1 is what somebody said")
        return SENT

    line = FakeLine(answer)
    (ann,) = people(turns, 1)
    queue(turns, ann, "1", "2")
    with caplog.at_level(logging.DEBUG):
        send_all(turns, line, most=10)
    assert line.words == ["1", "2"]
    assert left(turns) == {("dead", "ValueError"): 1}
    assert "what somebody said" not in caplog.text


def trouble(_words: str) -> Outcome:
    raise StoreError(verbatim("no file"))


def test_a_line_that_cannot_read_its_file_tries_again(turns: Turns) -> None:
    line = FakeLine(trouble)
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: len(line.got) == 3)
            line.answers = lambda _words: SENT
            await until(lambda: not left(turns))

    hurry(run())
    assert all(later - first >= 5 for first, later in pairwise([at for at, _chat, _words in line.got]))


def test_what_was_sent_but_could_not_be_marked_is_not_sent_again(turns: Turns) -> None:
    store = turns.world.store
    line = FakeLine()
    ann, ben = people(turns, 2)

    async def run() -> None:
        with store.engine.connect() as blocking:
            queue(turns, ann, "ann 1", "ann 2")
            async with sending(turns, line):
                line.answers = lambda _words: locked(blocking)
                await until(lambda: len(line.got) == 1)
                await asyncio.sleep(20)
                assert line.words == ["ann 1"]
                blocking.rollback()
                line.answers = lambda _words: SENT
                await until(lambda: not left(turns))

    def locked(blocking: object) -> Outcome:
        assert hasattr(blocking, "execute")
        blocking.execute(text("select 1"))  # begins, and so locks whoever writes out
        return SENT

    hurry(run())
    assert line.words == ["ann 1", "ann 2"]
    assert ben.id


def test_a_database_that_cannot_be_read_for_a_while(turns: Turns) -> None:
    store = turns.world.store
    line = FakeLine()
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> None:
        store.write(lambda unit: unit.connection.execute(text("alter table message rename to hidden")))
        async with sending(turns, line):
            await asyncio.sleep(20)
            assert line.got == []
            store.write(lambda unit: unit.connection.execute(text("alter table hidden rename to message")))
            await until(lambda: not left(turns))

    hurry(run())
    assert line.words == ["1"]


def test_who_is_erased_gets_nothing_more(turns: Turns) -> None:
    line = FakeLine()
    (ann,) = people(turns, 1)
    queue(turns, ann, *(str(number) for number in range(10)))

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: len(line.got) == 2)
            await turns.write(lambda unit: unit.people.erase(ann.id))
            await asyncio.sleep(60)

    hurry(run())
    assert line.words == ["0", "1"]


def test_stopping_lets_what_is_under_way_arrive_and_be_marked(turns: Turns) -> None:
    async def slowly() -> Outcome:
        await asyncio.sleep(1)
        return SENT

    line = FakeLine(lambda _words: slowly())
    for who in people(turns, PERMITS + 5):
        queue(turns, who, who.id)

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: len(line.got) == PERMITS)

    hurry(run())
    assert left(turns) == {("waiting", None): 5}


def test_stopping_does_not_wait_for_ever(turns: Turns) -> None:
    async def never() -> Outcome:
        await asyncio.Event().wait()
        return SENT

    line = FakeLine(lambda _words: never())
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: len(line.got) == 1)

    hurry(run())
    assert left(turns) == {("waiting", None): 1}


def test_a_slow_channel_does_not_pile_up_work_and_starves_nobody(turns: Turns) -> None:
    async def slowly() -> Outcome:
        await asyncio.sleep(20)
        return SENT

    line = FakeLine(lambda words: SENT if words == "quick" else slowly())
    *slow, ann = people(turns, MOST_UNDER_WAY + 51)
    for who in slow:
        queue(turns, who, "slow")
    queue(turns, ann, "quick")
    send_all(turns, line, most=120)
    assert line.most_at_once == PERMITS
    assert len(line.got) == len(slow) + 1


def test_one_chat_with_a_long_row_does_not_hold_up_the_others(turns: Turns) -> None:
    line = FakeLine()
    ann, *others = people(turns, 20)
    queue(turns, ann, *("ann" for _number in range(500)))
    for who in others:
        queue(turns, who, "other")

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: line.words.count("other") == len(others), most=5)

    hurry(run())


def test_a_chat_that_cannot_be_opened_holds_up_nobody(turns: Turns, caplog: pytest.LogCaptureFixture) -> None:
    line = FakeLine()
    ann, ben = people(turns, 2)
    queue(turns, ann, "1")
    turns.world.store.write(lambda unit: unit.connection.execute(text("update message set body_sealed = x'00'")))
    queue(turns, ben, "2")

    async def run() -> None:
        async with sending(turns, line):
            await until(lambda: line.words == ["2"], most=5)
            await asyncio.sleep(60)

    hurry(run())
    assert left(turns) == {("dead", "SealError"): 1}
    assert caplog.text.count("A message cannot be read") == 1


def test_a_round_that_breaks_is_not_the_last(turns: Turns, caplog: pytest.LogCaptureFixture) -> None:
    class Stumbles(Election):
        times = 3

        def held(self) -> bool:
            Stumbles.times -= 1
            if Stumbles.times >= 0:
                raise ValueError("geheime woorden")
            return super().held()

    line = FakeLine()
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> None:
        sender = sender_of(turns, line)
        sender.election = Stumbles(turns.world.store)
        job = asyncio.create_task(sender.run())
        await until(lambda: not left(turns), most=60)
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
        sender.election.resign()

    hurry(run())
    assert line.words == ["1"]
    assert caplog.text.count("The sender broke off a round: ValueError") == 3
    assert "geheime" not in caplog.text


def test_a_line_that_meets_a_fault_of_the_database_gives_up_at_last(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.sender.MOST_TRIES", 5)

    def fault(words: str) -> Outcome:
        if words == "1":
            raise StoreFault(verbatim("no column"))
        return SENT

    line = FakeLine(fault)
    (ann,) = people(turns, 1)
    queue(turns, ann, "1", "2")
    send_all(turns, line)
    assert line.words == ["1"] * 5 + ["2"]
    assert left(turns) == {("dead", "StoreFault"): 1}


def test_who_is_not_elected_sends_nothing(turns: Turns) -> None:
    class Lost(Election):
        def held(self) -> bool:
            return False

    line = FakeLine()
    (ann,) = people(turns, 1)
    queue(turns, ann, "1")

    async def run() -> None:
        sender = sender_of(turns, line)
        sender.election = Lost(turns.world.store)
        job = asyncio.create_task(sender.run())
        await asyncio.sleep(60)
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job

    hurry(run())
    assert line.got == []
    assert left(turns) == {("waiting", None): 1}


def test_of_two_senders_on_one_database_one_sends_and_the_other_takes_over(postgres_url: str) -> None:
    stores = [Store(postgres_url, Seal(bytes(KEY_BYTES))) for _process in range(2)]
    both = [turns_on(store) for store in stores]
    lines = FakeLine(), FakeLine()
    (ann,) = people(both[0], 1)
    queue(both[0], ann, *(str(number) for number in range(20)))

    async def run() -> None:
        async with sending(both[0], lines[0]):
            await until(lambda: len(lines[0].got) == 3)
            async with sending(both[1], lines[1]) as second:
                second.nudge()
                await until(lambda: len(lines[0].got) == 6)
                assert lines[1].got == []
                both[0].world.store.write(cut)
                await until(lambda: not left(both[1]))

    hurry(run())
    assert sorted(map(int, lines[0].words + lines[1].words)) == list(range(20))
    for line in lines:
        assert [int(words) for words in line.words] == sorted(map(int, line.words))
    for turns, store in zip(both, stores, strict=True):
        turns.close()
        store.close()


def cut(unit: Unit) -> None:
    unit.connection.execute(text("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'"))


def test_status_counts_what_is_dead(turns: Turns) -> None:
    (ann,) = people(turns, 1)
    queue(turns, ann, *(str(number) for number in range(3)))
    line = FakeLine(partial(refuse_some, "12"))
    send_all(turns, line)
    assert left(turns) == {("dead", "BadRequest"): 2}


def refuse_some(some: str, words: str) -> Outcome:
    return Refused("BadRequest") if words in some else SENT
