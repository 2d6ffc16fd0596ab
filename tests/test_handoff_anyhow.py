"""Whatever a person, two werkmatchers and the clock do: no message is lost, doubled, or read too early."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import NOW, row_counts
from talk import take, talk, token_for, turns_on
from test_desk import sign_in

from bot.domain.event import Address, Channel, Event, Said, Tapped
from bot.domain.handoff import BY_THE_PERSON, Claim, Close, HandBack, Kind, Line, PassOn, Reply
from bot.domain.message import Message
from bot.rounds import Rounds
from bot.taken import How
from bot.translate import render
from storage.tables import handoff_line

if TYPE_CHECKING:
    from bot.domain.event import What
    from bot.domain.handoff import Act
    from bot.turns import Turns
    from storage.store import Store
    from storage.unit import Unit

STEPS = (
    *("speaks", "speaks", "asks", "waits no more", "stops", "rounds", "rounds", "time"),
    *(f"{name} {does}" for name in ("Karin", "Piet") for does in ("claims", "says", "passes", "hands back", "closes")),
)
NUMBERS = count()
OVER = (
    *("{name} stopt nu", "Je gesprek met", "Goed, het gesprek met", "Goed, je wacht niet"),
    "{name} geeft nu geen antwoord",
)
"""What is said when a werkmatcher is no longer there."""


@dataclass
class Run:
    """One run: a person at an address, and what was to come of what everybody did."""

    turns: Turns
    ids: dict[str, str]
    at: Address
    now: datetime = NOW
    handoffs: list[str] = field(default_factory=list)
    to_desk: list[str] = field(default_factory=list)
    to_person: list[str] = field(default_factory=list)

    def event(self, at: Address, what: What) -> How:
        return take(self.turns, Event(f"any:{next(NUMBERS)}", at, what, self.now)).how

    def rounds(self) -> None:
        while asyncio.run(Rounds(self.turns, lambda: self.now).once()):
            pass

    def told(self) -> list[Message]:
        def read(unit: Unit) -> list[Message]:
            speaker = unit.people.speaker(self.at)
            assert speaker
            return [each.body for each in unit.outbox.since(speaker.address_id, 0) if isinstance(each.body, Message)]

        return self.turns.world.store.write(read)

    def is_there(self) -> bool:
        """Tell, from what was said to them alone, whether the person knows that a werkmatcher is there."""
        there = False
        for message in self.told():
            said = [paragraph.msgid for paragraph in message.text]
            if said[0].startswith("Vanaf nu praat je met"):
                there = True
            elif any(each.startswith(OVER) for each in said):
                there = False
        return there

    def handoff(self) -> str:
        def find(unit: Unit) -> str | None:
            speaker = unit.people.speaker(self.at)
            return unit.handoffs.open_of(speaker.person.id) if speaker else None

        found = self.turns.world.store.write(find)
        if found and found not in self.handoffs:
            self.handoffs.append(found)
        return found or (self.handoffs[-1] if self.handoffs else "none")

    def does(self, step: str) -> None:
        name, _space, rest = step.partition(" ")
        match step:
            case "speaks":
                words = f"zonnebloem nummer {next(NUMBERS)}"
                self.speaks(words)
            case "asks":
                if not self.is_there() and self.event(self.at, Said("ik wil een mens spreken")) is How.TAKEN:
                    self.event(self.at, Tapped("do=skip"))
                    self.event(self.at, Tapped("handoff.show=no"))
            case "waits no more":
                self.event(self.at, Tapped("handoff:wait=stop"))
            case "stops":
                if self.is_there():
                    self.event(self.at, Said("stop"))
            case "rounds":
                self.rounds()
            case "time":
                self.now += timedelta(minutes=20)
            case _:
                self.acts(name, rest)

    def speaks(self, words: str) -> None:
        """Say something: to a werkmatcher only where the person knew of one before, and still has one."""
        before = self.is_there()
        self.event(self.at, Said(words))
        self.to_desk += [words] if before and self.open() else []

    def open(self) -> bool:
        return self.turns.world.store.read(lambda unit: unit.handoffs.one(self.handoff()) is not None)

    def acts(self, name: str, does: str) -> None:
        handoff, other = self.handoff(), "Piet" if name == "Karin" else "Karin"
        words = f"antwoord {next(NUMBERS)}"
        acts: dict[str, Act] = {
            "claims": Claim(handoff),
            "says": Reply(handoff, words),
            "passes": PassOn(handoff, self.ids[other]),
            "hands back": HandBack(handoff),
            "closes": Close(handoff),
        }
        if self.event(Address(Channel.DESK, f"desk-of-{name}"), acts[does]) is How.TAKEN and does == "says":
            self.to_person.append(words)

    def lines(self) -> list[Line]:
        """Read every line there is of the person's handoffs, open or not."""

        def read(unit: Unit) -> list[Line]:
            found = []
            for row in unit.connection.execute(handoff_line.select().order_by(handoff_line.c.number)):
                if row.handoff_id in self.handoffs:
                    body = unit.seal.open(row.body_sealed)
                    found.append(Line(row.number, Kind(row.kind), body["by"], body["text"], row.at, body["in_team"]))
            return found

        return self.turns.world.store.read(read)


def _check(run: Run) -> None:
    run.handoff()
    run.rounds()
    lines = run.lines()
    assert [line.text for line in lines if line.kind in BY_THE_PERSON] == run.to_desk
    assert [line.text for line in lines if line.kind is Kind.REPLIED] == run.to_person
    heard = [render(message.text[0], "nl") for message in run.told() if message.by]
    assert heard == run.to_person
    cards = run.turns.world.store.read(lambda unit: unit.handoffs.open())
    assert all((card.name, card.about, card.shown) == (None, None, ()) for card in cards)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(st.sampled_from(STEPS), min_size=6, max_size=22))
def test_no_message_is_lost_doubled_or_read_too_early(store: Store, steps: list[str]) -> None:
    turns = turns_on(store)
    number = next(NUMBERS)
    ids = {name: _sign_in_once(turns, name) for name in ("Karin", "Piet")}
    opened = talk(f"somebody-{number}", token_for(store), (Tapped("join=yes"), Said("Zonnebloem")))
    for event in opened:
        take(turns, event)
    run = Run(turns, ids, opened[0].address)
    run.does("asks")
    run.handoff()
    for step in steps:
        run.does(step)
        run.handoff()
    _check(run)
    run.does("waits no more")  # the next run begins with an empty queue
    run.does("stops")
    turns.close()


def test_words_and_answers_at_the_same_moment_wait_for_each_other(store: Store) -> None:
    turns = turns_on(store)
    ids = {name: _sign_in_once(turns, name) for name in ("Karin", "Piet")}
    opened = talk("somebody", token_for(store), (Tapped("join=yes"), Said("sla over")))
    for event in opened:
        take(turns, event)
    run = Run(turns, ids, opened[0].address)
    for step in ("asks", "Karin claims", "rounds"):
        run.does(step)
    assert run.is_there()

    def speaks() -> None:
        for _each in range(8):
            run.does("speaks")

    def answers() -> None:
        for _each in range(8):
            run.does("Karin says")

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(speaks), threads.submit(answers)]:
            done.result()
    assert (len(run.to_desk), len(run.to_person)) == (8, 8)
    _check(run)
    run.event(run.at, Said("wis alles"))
    with ThreadPoolExecutor(2) as threads:
        erased, replies = threads.submit(run.event, run.at, Said("ja")), threads.submit(answers)
        replies.result()
    if erased.result() is not How.ERASED:  # words of Karin came in between: then a "ja" can be meant for her
        run.does("rounds")
        run.event(run.at, Said("wis alles"))
        assert run.event(run.at, Said("ja")) is How.ERASED
    assert store.read(lambda unit: row_counts(unit)["handoff"]) == 0
    assert store.read(lambda unit: unit.handoffs.ended(NOW))[-1].by is None
    turns.close()


def _sign_in_once(turns: Turns, name: str) -> str:
    at = Address(Channel.DESK, f"desk-of-{name}")
    speaker = turns.world.store.write(lambda unit: unit.people.speaker(at))
    return speaker.person.id if speaker else sign_in(turns, name)
