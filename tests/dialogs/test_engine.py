"""The engine of the dialogs, on any sequence of events: always an answer, always a state that loads again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from facts import NoFacts
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import EXAMPLE, read_gemeente
from bot.dialogs.asking import MOST_BUTTONS
from bot.dialogs.digressions import NOT_WORDS
from bot.dialogs.hearing import begin, take, take_edited
from bot.dialogs.moment import Moment
from bot.dialogs.state import State, pack_state, unpack_state
from bot.domain.effects import Erase, HideProfile, SaveProfile, Say, ShowProfile, SpeakIn
from bot.domain.event import Channel, Sent, Tapped
from bot.domain.gemeente import Asks, Policy
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Contact, Person, Support
from bot.nlu.engine import parse_sentence
from bot.nlu.plain import Rule, faults
from bot.translate import render

if TYPE_CHECKING:
    from bot.dialogs.turn import Turn
    from bot.domain.message import Message

GEMEENTE = read_gemeente(EXAMPLE)
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIELDS = ("stand", "sit", "bend", "lift", "register")
MOST_BYTES = 64

WHOLE_PATH = (
    *("ja", "Fatima", "schoonmaker", "nee", "2 jaar", "24 uur", "maandag en dinsdag", "in de ochtend", "Overvecht"),
    *("met de fiets", "30 minuten", "een beetje", "nee", "nee", "meteen", "1 keer per dag"),
    *("ja", "ja", "nee", "ja", "nee", "ja", "nee", "ja"),
)
"""What leads from the first question to a profile, where the gemeente allows everything."""

REALISTIC = (
    *WHOLE_PATH,
    *("nee, 32 uur", "toch liever vrijdag", "chauffeur", "kok in Utrecht 16 uur", "magazijn 32 uur in Zwolle"),
    *("sla over", "terug", "waarom?", "ik begrijp het niet", "herhaal", "pauze", "verder", "stop", "wis alles", "menu"),
    *("wat weet je van mij?", "laat mijn antwoorden zien", "verander mijn uren", "iets veranderen", "english please"),
    *("nederlands graag", "ik wil een mens", "ik wil dood", "wie ziet dit?", "krijg ik minder uitkering?", "moet dit?"),
    *("mijn man slaat mij", "ik wil niet dat werkgevers mij zien", "laat mij weer zien", "ja als het moet", "klopt"),
    *("ik heb kanker", "wat als ik nee zeg tegen een baan", "heb je een baan voor mij?", "ik ben verhuisd naar Zwolle"),
    *(
        "hoe lang bewaar je dit",
        "ik heb honger",
        "ik heb werk gevonden",
        "ik wil niet meedoen",
        "is dit van de gemeente?",
    ),
    *("hallo", "bedankt", "doei", "klootzak", "ik wil verder op mijn computer", "weet ik niet", "maakt niet uit", "👍"),
    *(
        "tillen gaat niet",
        "ik kan alles behalve tillen",
        "een paar jaar",
        "20 of 24 uur",
        "ja nee",
        "?",
        "1980",
        "2512",
    ),
)


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A tap on one of the buttons seen so far, counted from the newest."""

    place: int


@dataclass(frozen=True, slots=True)
class Later:
    hours: int


@dataclass(frozen=True, slots=True)
class Allowed:
    fields: frozenset[str]


Step: TypeAlias = Words | Offered | Tapped | Sent | Later | Allowed

steps = st.one_of(
    st.builds(Words, st.sampled_from(REALISTIC), st.booleans()),
    st.builds(Words, st.text(max_size=60)),
    st.builds(Offered, st.integers(0, 12)),
    st.builds(Offered, st.integers(0, 3)),
    st.builds(Tapped, st.text(max_size=30)),
    st.builds(
        Tapped, st.sampled_from(("wishes=sectors9", "wishes=sectorsx", "travel=.", "hours=-", "do=", "change=page7"))
    ),
    st.builds(Sent, st.sampled_from((*NOT_WORDS, "group", "nieuw"))),
    st.builds(Later, st.integers(1, 24 * 40)),
    st.builds(Allowed, st.frozensets(st.sampled_from(FIELDS))),
)
journeys = st.tuples(st.integers(0, len(WHOLE_PATH)), st.lists(steps, max_size=14))
people = st.builds(
    Person,
    st.just("somebody"),
    support=st.sampled_from(Support),
    contact=st.sampled_from(Contact),
)
crises = st.sampled_from(("ik wil dood", "mijn man slaat mij"))
light_words = st.sampled_from(
    ("ja", "nee", "sla over", "weet ik niet", "👍", "doei", "ik heb niemand", "24 uur", "terug")
)


class Talk:
    """A conversation with the dialogs alone, checked after every turn."""

    def __init__(
        self, person: Person, allowed: frozenset[str] = frozenset(FIELDS), channel: Channel = Channel.WEB
    ) -> None:
        self.person = person
        self.channel = channel
        self.allowed = allowed
        self.at = START
        self.has_profile = False
        self.visible = False
        self.erased = False
        self.seen: list[str] = []
        self.state = State()
        self._keep(begin(self.moment()))

    def moment(self) -> Moment:
        asks = Asks(**{name: Policy.WITH_CONSENT if name in self.allowed else Policy.NEVER for name in FIELDS})
        return Moment(
            at=self.at,
            today=self.at.astimezone(AMSTERDAM).date(),
            person=self.person,
            gemeente=replace(GEMEENTE, asks=asks),
            in_words=lambda text: render(text, self.person.language),
            code="12345678",
            base_url="https://chat.example",
            channel=self.channel,
            facts=NoFacts(),
            has_profile=self.has_profile,
        )

    def go(self, step: Step) -> None:
        moment = self.moment()
        match step:
            case Words(text, edited):
                parse = parse_sentence(text, moment.today)
                self._keep((take_edited if edited else take)(self.state, parse, moment))
            case Offered(place):
                self._keep(take(self.state, Tapped(self.seen[-1 - place % len(self.seen)]), moment))
            case Later(hours):
                self.at += timedelta(hours=hours)
            case Allowed(fields):
                self.allowed = fields
            case _:
                self._keep(take(self.state, step, moment))

    def _keep(self, turn: Turn) -> None:
        assert any(isinstance(effect, Say | Erase) for effect in turn.effects)
        assert unpack_state(json.loads(json.dumps(pack_state(turn.state)))) == turn.state
        self.state = turn.state
        for effect in turn.effects:
            match effect:
                case Say(message):
                    self._look_at(message)
                case Erase(farewell):
                    self._look_at(farewell)
                    self.erased = True
                case SpeakIn(language):
                    self.person = replace(self.person, language=language)
                case HideProfile():
                    self.visible = False
                case ShowProfile():
                    self.visible = True
                case SaveProfile(profile):
                    self.has_profile = self.visible = True
                    assert {name for name, _can in profile.ability} <= self.allowed
                    assert profile.register is None or "register" in self.allowed

    def _look_at(self, message: Message) -> None:
        assert len(message.buttons) <= MOST_BUTTONS
        assert all(len(button.value.encode()) <= MOST_BYTES for button in message.buttons)
        assert len({button.value for button in message.buttons}) == len(message.buttons)
        words = " ".join(render(paragraph, "nl") for paragraph in message.text)
        assert words.strip()
        assert all(render(paragraph, "nl").strip() for paragraph in message.text)
        found = {fault.rule for fault in faults(words)}
        assert Rule.QUESTION not in found, words
        assert "•" in words or Rule.MANY_SENTENCES not in found, words
        self.seen += [button.value for button in message.buttons]


def travel(person: Person, journey: tuple[int, list[Step]], channel: Channel = Channel.WEB) -> Talk:
    """Go a part of the whole path, and then anywhere."""
    told, wandering = journey
    talk = Talk(person, channel=channel)
    for step in (*map(Words, WHOLE_PATH[:told]), *wandering):
        if talk.erased:
            break
        talk.go(step)
    return talk


@settings(max_examples=200, deadline=None)
@given(people, journeys, st.sampled_from(Channel))
def test_any_sequence_of_events_has_answers_and_a_state_that_loads(
    person: Person, journey: tuple[int, list[Step]], channel: Channel
) -> None:
    travel(person, journey, channel)


@settings(max_examples=100, deadline=None)
@given(people, journeys)
def test_erasing_works_from_anywhere(person: Person, journey: tuple[int, list[Step]]) -> None:
    talk = travel(person, journey)
    if not talk.erased:
        talk.go(Words("wis alles"))
        assert not talk.erased
        talk.go(Words("ja"))
    assert talk.erased


@settings(max_examples=100, deadline=None)
@given(people, journeys, crises, st.lists(light_words, min_size=1, max_size=6))
def test_after_a_crisis_no_word_reaches_the_question_below(
    person: Person, journey: tuple[int, list[Step]], crisis: str, said: list[str]
) -> None:
    talk = travel(person, journey)
    if talk.erased:
        return
    talk.go(Words(crisis))
    caring = talk.state
    for words in said:
        talk.go(Words(words))
        talk.go(Tapped("join=no"))
        assert not talk.erased
        assert talk.state.stack == caring.stack
        assert talk.state.answers == caring.answers
    talk.go(Words("verder"))
    assert talk.state.stack == caring.stack[:-1]


@settings(max_examples=60, deadline=None)
@given(people, st.lists(st.sampled_from(("wie ziet dit?", "moet dit?", "hallo", "blub", "24 uur")), max_size=5))
def test_before_joining_stop_erases_and_asks_nothing(person: Person, said: list[str]) -> None:
    talk = Talk(person)
    for words in said:
        talk.go(Words(words))
    talk.go(Words("stop"))
    assert talk.erased


def test_a_changed_profile_is_hidden_until_the_next_yes() -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH:
        talk.go(Words(words))
    assert talk.visible
    for words, visible in (("32 uur", False), ("ja", True), ("ik wil niet dat werkgevers mij zien", False)):
        talk.go(Words(words))
        assert talk.visible is visible
    for words in ("pauze", "verder", "stop", "ja", "verder", "nee, 24 uur"):
        talk.go(Words(words))
        assert not talk.visible


def test_the_whole_path_ends_in_a_profile() -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH:
        assert not talk.has_profile
        talk.go(Words(words))
    assert talk.has_profile
    assert talk.state.stack == ("home",)


@given(st.frozensets(st.sampled_from(FIELDS)))
@settings(max_examples=20, deadline=None)
def test_what_the_policy_takes_back_is_in_no_profile(fields: frozenset[str]) -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH[:-1]:
        talk.go(Words(words))
    talk.go(Allowed(fields))
    talk.go(Words("ja"))
    assert talk.has_profile
    kept = {name.removeprefix("ability.") for name in talk.state.of("profile")} & set(FIELDS)
    assert kept == fields
