"""The same person gets the same profile: on the web, on Telegram, and half on each; by typing, by tapping."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from fake_telegram import serve
from stages.product import Running, running
from stages.visitor import Visitor, code_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fake_telegram import Person

READ_BACK = "Mag een werkgever dit zien?"

WAYS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Hoe mag ik je noemen?": (("Sam", "ik heet Sam", "Mijn naam is Sam"), ("!Sla over", "overslaan")),
    "Welk werk wil je doen?": (("schoonmaker", "ik wil schoonmaker worden", "schoonmaken"), ("kok", "Kok!")),
    "Wil je ook nog ander werk doen?": (("!Nee, dit is genoeg", "nee", "dit is genoeg"),),
    "Hoe lang heb je dit werk al gedaan?": (("2 jaar", "twee jaar", "!1 tot 3 jaar"), ("!Nog niet", "nog nooit")),
    "Hoeveel uur per week wil je werken?": (
        ("!24 tot 32 uur", "24 tot 32 uur", "24-32", "tussen 24 en 32 uur"),
        ("20 uur", "twintig uur", "20"),
        ("!Maakt niet uit", "maakt niet uit"),
    ),
    "Op welke dagen kun je werken?": (
        ("!Maandag tot en met vrijdag", "maandag t/m vrijdag", "ma-vr"),
        ("maandag en dinsdag", "ma en di", "dinsdag, maandag"),
    ),
    "Op welk deel van de dag kun je werken?": (("!Overdag", "overdag"), ("!Alleen in de ochtend", "in de ochtend")),
    "Waar woon je?": (("Overvecht", "in Overvecht"), ("2511", "2511 AB")),
    "Hoe ga je naar je werk?": (("!🚲 Met de fiets", "met de fiets", "fiets"), ("!Sla over", "sla over")),
    "Hoe lang wil je reizen naar je werk?": (("!30 minuten", "30 minuten", "een half uur"),),
    "Hoe goed spreek je Nederlands?": (("!Redelijk", "redelijk"), ("!Goed", "goed")),
    "Spreek je nog andere talen?": (("!Nee", "nee"), ("Engels", "ik spreek Engels")),
    "Heb je een rijbewijs?": (("!Nee", "nee", "geen"), ("!Ja, voor de auto (B)", "ja", "B")),
    "Hoe vaak mag ik je banen sturen?": (
        ("!1 keer per dag", "1 keer per dag", "elke dag"),
        ("!1 keer per week", "1 keer per week"),
    ),
    "Vanaf wanneer kun je beginnen?": (("!Meteen", "meteen", "direct"), ("!Over 2 weken", "over 2 weken")),
    READ_BACK: (("!Ja, laat dit zien", "ja"),),
}
"""By question: the answers somebody may have, and the ways to say each. After `!` stands a button."""

EARLY: Mapping[str, tuple[str, ...]] = {
    "Hoeveel uur per week wil je werken?": ("ik wil 24 tot 32 uur werken", "ik wil 20 uur per week werken", ""),
    "Waar woon je?": ("ik woon in Overvecht", ""),
}
"""What can be told before it is asked, by question and by answer; where there is nothing, it is not told early."""


@dataclass(frozen=True)
class Plan:
    """What somebody answers (`answers`, by question), and how they say it (`ways`, by question)."""

    answers: Mapping[str, int]
    ways: Mapping[str, int]
    early: tuple[str, ...]
    moves_after: int

    def way(self, question: str) -> str:
        ways = WAYS[question][self.answers[question]]
        return ways[self.ways[question] % len(ways)]

    def told_early(self) -> list[str]:
        return [words for question in self.early if (words := EARLY[question][self.answers[question]])]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """Plan three people with the same answers, each with words, taps and an order of their own."""
    answers = {question: draw(st.integers(0, len(held) - 1)) for question, held in WAYS.items()}

    def one() -> Plan:
        ways = {question: draw(st.integers(0, 3)) for question in WAYS}
        early = draw(st.permutations(tuple(EARLY)))
        return Plan(answers, ways, tuple(early[: draw(st.integers(0, len(EARLY)))]), draw(st.integers(1, 12)))

    return one(), one(), one()


class Talker(Protocol):
    """Somebody on a channel."""

    async def says(self, words: str) -> None: ...
    async def taps(self, button: str) -> None: ...
    @property
    def asked(self) -> str: ...


@dataclass
class OnTelegram:
    """Somebody on Telegram."""

    run: Running
    person: Person

    async def says(self, words: str) -> None:
        await self.run.told(self.person, self.person.says(words))

    async def taps(self, button: str) -> None:
        await self.run.told(self.person, self.person.taps(button))

    @property
    def asked(self) -> str:
        return self.person.sent[-1].text.split("\n")[-1]


@dataclass
class OnTheWeb:
    """Somebody on the website."""

    visitor: Visitor

    async def says(self, words: str) -> None:
        await self.visitor.says(words)

    async def taps(self, button: str) -> None:
        await self.visitor.taps(button)

    @property
    def asked(self) -> str:
        return str(self.visitor.messages[-1]["text"]).split("\n")[-1]


async def does(who: Talker, way: str) -> None:
    await (who.taps(way[1:]) if way.startswith("!") else who.says(way))


async def answers(who: Talker, plan: Plan, most: int = len(WAYS)) -> int:
    """Answer what is asked until nothing is, at most so many questions; give how many were answered."""
    done = 0
    while who.asked in WAYS and done < most:
        question = who.asked
        await does(who, plan.way(question))
        assert who.asked != question, f"{plan.way(question)!r} was not understood"
        done += 1
        if question == "Wil je ook nog ander werk doen?":
            for words in plan.told_early():
                await does(who, words)
    return done


async def three_profiles(first: Plan, second: Plan, third: Plan) -> list[Any]:
    """Let three people make their profile; give what is kept of each, without when it was agreed to."""
    async with serve(limits=None) as server:
        with TemporaryDirectory() as folder:
            async with running(server, Path(folder)) as run:
                await _on_the_web(run, first)
                await _on_telegram(run, second)
                await _on_both(run, third)
                made = run.profiles()
    assert server.violations == []
    return [{name: held for name, held in profile.items() if name != "agreed_at"} for profile in made]


async def _on_the_web(run: Running, plan: Plan) -> None:
    async with Visitor(run.settings.base_url) as visitor:
        await visitor.opens(run.invite())
        await visitor.taps("Ja, ik doe mee")
        await answers(OnTheWeb(visitor), plan)


async def _on_telegram(run: Running, plan: Plan) -> None:
    fatima = run.server.person(7)
    await run.told(fatima, fatima.opens(run.invite()))
    await run.told(fatima, fatima.taps("Ja, ik doe mee"))
    await answers(OnTelegram(run, fatima), plan)


async def _on_both(run: Running, plan: Plan) -> None:
    """Begin on the web, and go on in Telegram with the code."""
    bram = run.server.person(8)
    async with Visitor(run.settings.base_url) as visitor:
        await visitor.opens(run.invite())
        await visitor.taps("Ja, ik doe mee")
        await answers(OnTheWeb(visitor), plan, plan.moves_after)
        await visitor.says("ander apparaat")
        await run.told(bram, bram.says(code_in([visitor.messages[-1]["text"]])))
    await answers(OnTelegram(run, bram), plan)


@settings(max_examples=6)
@given(plans())
def test_the_same_answers_make_the_same_profile_everywhere(three: tuple[Plan, Plan, Plan]) -> None:
    first, *others = asyncio.run(three_profiles(*three))
    assert first["active"]
    assert others == [first, first]
