"""What a sentence means, as far as the sentence alone tells: the parse (design section 7).

The shape is that of Rasa's `/model/parse`: `text`, `intent{name, confidence}`, `intent_ranking`, `entities`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

INTENTS = frozenset(
    """affirm deny dont_know inform greet thanks goodbye help human stop pause resume back skip why repeat menu language
    show_profile change_answer show_data delete_data who_saw show_vacancies more_vacancies fewer_vacancies interested
    not_interested found_work job_ended report voluntary_question privacy_question benefit_question workshop
    bot_question chitchat insult crisis out_of_scope""".split()
)
"""The names of the intents; they are fixed (design section 7)."""

CARE_FROM, CARE_BESIDE = 0.4, 0.7
"""From which confidence on somebody who may be in a crisis gets care: rather once too often than once too little.

Beside a value, danger is seldom guessed rightly: "ik ben de moeder van Bilal, zelf heet ik Khadija".
"""


@dataclass(frozen=True, slots=True)
class Intent:
    """What somebody wants with a sentence, and how certain that is (0 to 1)."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A value in a sentence. `start` and `end` count code points of the text as it was written.

    `value` is a JSON value of the shape that design section 7 fixes for this entity. `options` holds the other
    possible values, best first and `value` included, when the words can mean more than one thing: the person chooses.
    `unsure`: the value is a guess (of a spelling, of a unit), to be confirmed before it is kept.
    `without`: what was refused, where the value is no more than all the rest: "niet op woensdag" says six days to who
    has said nothing yet, and takes one day off what was said before.
    `added`: it is said to be possible as well: "zaterdag kan ook" stands beside what was said before.
    `of`: the work that years are said of, as beginnings of ISCO codes: "3 jaar in het magazijn"; empty: not said.
    `where`: only the place or the field of that work was said, which holds other work as well.
    `beside`: years of other work in the same sentence: "1 jaar schoonmaak, 10 jaar kok".
    """

    entity: str
    start: int
    end: int
    value: Any = field(repr=False)
    options: tuple[Any, ...] = field(default=(), repr=False)
    unsure: bool = False
    without: tuple[str, ...] = field(default=(), repr=False)
    added: bool = False
    of: tuple[str, ...] = field(default=(), repr=False)
    where: bool = field(default=False, repr=False)
    beside: tuple[Entity, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence understood. `intent` is None where no rule and no classifier had an idea.

    `certain` says that a safety or command rule decided: such a parse goes before the readers of the open question.
    """

    text: str = field(repr=False)
    intent: Intent | None = None
    intent_ranking: tuple[Intent, ...] = ()
    entities: tuple[Entity, ...] = ()
    certain: bool = False
    plain: bool = False
    """Whether the whole sentence is a plain yes, no or "I do not know": sure, but it waits for the open question."""
    topic: str | None = None
    """What exactly it is about, where an intent is too coarse for the right answer; see `TOPICS`."""


TOPICS = frozenset(
    """link job_refusal change_duty reads_along sender retention controller privacy_complaint hide_me show_me illness
    bsn need fear violence costs may_ask register_question mourning""".split()
)
"""What a sentence can be about besides its intent. They are the product's own, and no part of Rasa's shape.

link: go on on another device. job_refusal: what if I say no to a job. change_duty: I moved, am ill, go on holiday.
reads_along: can my husband read this. sender: are you from the gemeente. retention: how long do you keep it.
controller: who is responsible. privacy_complaint: where can I complain about privacy. hide_me, show_me: employers may
not (may again) see me. illness: somebody tells what they have. bsn: a citizen service number stands in it. need: no
food, home or money. may_ask: leave to ask, which answers nothing else. register_question: what is that list of the
UWV. mourning: somebody close is dead, or dying. fear: I dare not.
violence: a crisis, by what others do. costs: does this cost money.
"""


class Engine(Protocol):
    """Words to meaning, stateless: the embedded engine, or a server behind HTTP."""

    async def parse(self, text: str) -> Parse:
        """Parse one sentence; never raises, whatever the text."""

    async def aclose(self) -> None:
        """Let go of what the engine holds."""
