"""The engine of the dialogs, on any sequence of events: always an answer, always a state that loads again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from facts import NoFacts
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import EXAMPLE, read_gemeente
from bot.dialogs.asking import MOST_BUTTONS, question_of
from bot.dialogs.digressions import NOT_WORDS
from bot.dialogs.hearing import begin, happen, take, take_edited
from bot.dialogs.moment import Moment
from bot.dialogs.state import State, pack_state, unpack_state
from bot.domain.effects import (
    Erase,
    HideProfile,
    Plan,
    SaveProfile,
    SaveVacancy,
    Say,
    SetStanding,
    ShowProfile,
    SpeakIn,
)
from bot.domain.event import Channel, Due, Sent, Tapped
from bot.domain.gemeente import Asks, Policy
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Contact, Person, Role, Support
from bot.domain.profile import profile_of
from bot.domain.vacancy import Standing, Vacancy, vacancy_json, vacancy_of
from bot.nlu.engine import parse_sentence
from bot.nlu.excluding import excluding
from bot.nlu.plain import Rule, faults
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.turn import Turn
    from bot.domain.message import Message
    from bot.domain.profile import Profile

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


PLACING = (
    *(
        "ja",
        "baan plaatsen",
        "bakker",
        "Utrecht",
        "24 uur",
        "ja",
        "maandag",
        "in de ochtend",
        "vast",
        "15 euro per uur",
    ),
    *("meteen", "nee", "een beetje", "staan en tillen", "ja", "2", "4 weken", "Je bakt brood met een collega.", "ja"),
)
"""What leads an employer from the link to a vacancy."""

ADVERTISEMENT = (
    "Wij zoeken een jonge vrouw als verkoper in onze winkel in Zeist. Je werkt 16 uur per week, op vrijdag. "
    "Je verdient € 14,90 per uur. Het is een vast contract. Je staat veel. Bel of mail ons voor 20 december."
)

EMPLOYERS_SAY = (
    *PLACING,
    *("ik zoek een schoonmaker in Zeist, 20 uur", "nee, 32 uur", "plaats maar", "genoeg", "klopt", "mijn banen", "nee"),
    *(
        "jonge verkoopster",
        "leuke meid voor de winkel",
        "native speaker gezocht",
        "jonge vrouw gezocht",
        "geen ouderen",
    ),
    *(
        "Wij zoeken een jonge vrouw die goed Nederlands spreekt.",
        "Alleen voor mannen tot 30 jaar.",
        "hulp in de winkel",
    ),
    *("sluit de baan", "zet de baan op pauze", "zet de baan weer open", "kopieer de baan", "verander de baan", "loon"),
    *("iets veranderen", "de naam", "uren", "gooi weg", "stop", "verder", "pauze", "wis alles", "terug", "sla over"),
    *("wat weet je van mij?", "laat mijn antwoorden zien", "wat kost dit?", "wat is het minimumloon?", "ik wil dood"),
    *(
        "waarom?",
        "english please",
        "nederlands graag",
        "ik wil een mens",
        "cao",
        "tot 1 maart",
        "ja nee",
        "👍",
        "?",
        "",
    ),
    ADVERTISEMENT,
)


IDS = count(1)
OWN_WORDS = "• Over het werk: "
"""Before words of an employer that are not ours to measure."""


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


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that was planned happens, counted from the first."""

    place: int


Step: TypeAlias = Words | Offered | Tapped | Sent | Later | Allowed | Planned

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
CHANGES = (
    *("ja", "nee", "32 uur", "24 uur", "noem me Sam", "ik woon in Zeist", "ik spreek ook Turks", "kok", "terug"),
    *("verander mijn uren", "verander mijn naam", "verander tillen", "verander mijn dagen", "laat maar", "stop"),
    *("zoals het was", "geen schoonmaak meer", "pauze", "verder", "ik wil niet dat werkgevers mij zien"),
    *("laat mij weer zien", "minder banen sturen", "sla over", "ik spreek goed Nederlands", "toch niet"),
)
"""What changes answers, and what is said of who sees them."""

changes = st.one_of(
    st.builds(Words, st.sampled_from(CHANGES), st.booleans()),
    st.builds(Offered, st.integers(0, 12)),
    st.builds(Offered, st.integers(0, 3)),
)
changing = st.tuples(st.just(len(WHOLE_PATH)), st.lists(changes, max_size=12))
people = st.builds(
    Person,
    st.just("somebody"),
    support=st.sampled_from(Support),
    contact=st.sampled_from(Contact),
)
employers = st.just(Person("an employer", Role.EMPLOYER, name="Bakkerij Zon"))
offers = st.one_of(
    st.builds(Words, st.sampled_from(EMPLOYERS_SAY), st.booleans()),
    st.builds(Words, st.sampled_from(REALISTIC)),
    st.builds(Words, st.text(max_size=60)),
    st.builds(Offered, st.integers(0, 12)),
    st.builds(Offered, st.integers(0, 3)),
    st.builds(Planned, st.integers(0, 3)),
    st.builds(Tapped, st.text(max_size=30)),
    st.builds(Tapped, st.sampled_from(("vacancy:0=close", "vacancy:=show", "vacancies:x=page", "vacancies:9=page"))),
    st.builds(Tapped, st.sampled_from(("work=sectors9", "pay=agreed", "until=x", "vacancy_change=page9", "do=place"))),
    st.builds(Sent, st.sampled_from((*NOT_WORDS, "nieuw"))),
    st.builds(Later, st.integers(1, 24 * 40)),
)
placings = st.tuples(st.integers(0, len(PLACING)), st.lists(offers, max_size=16))
crises = st.sampled_from(("ik wil dood", "mijn man slaat mij"))
light_words = st.sampled_from(
    ("ja", "nee", "sla over", "weet ik niet", "👍", "doei", "ik heb niemand", "24 uur", "terug")
)


@dataclass(frozen=True)
class PlacedFacts(NoFacts):
    """What whose turn it is placed, and nothing else."""

    placed: tuple[Vacancy, ...] = ()

    def vacancies_placed(self) -> tuple[Vacancy, ...]:
        return self.placed


def seen_of(profile: Profile) -> tuple[object, ...]:
    """Give what an employer can see of a profile, but for the journey and the five fields of V4."""
    dutch = [language.level for language in profile.languages if language.code == "nl"]
    when = (profile.hours, profile.days, profile.dayparts)
    return ({wish.uri for wish in profile.wishes}, profile.experience_years, *when, dutch, profile.licence)


def uris_in(answers: Mapping[str, Any]) -> set[str]:
    """Give which work is among the wishes."""
    return {wish["uri"] for wish in answers.get("wishes") or ()}


def _without_parts(kept: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was kept: who answers the days anew, or skips them, has forgotten the parts of the day with them."""
    return {name: held for name, held in kept.items() if name != "dayparts" or "days" not in answers}


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
        self.seen_before: object = None
        self.agreed: list[object] = []
        self.kept: Mapping[str, Any] = {}
        self.refused: set[str] = set()
        self.erased = False
        self.placed: dict[str, Vacancy] = {}
        self.planned: list[Plan] = []
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
            fresh_id=f"{next(IDS):032x}",
            facts=PlacedFacts(tuple(self.placed.values())),
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
            case Planned(place):
                self._let_happen(place)
            case _:
                self._keep(take(self.state, step, moment))

    def _let_happen(self, place: int) -> None:
        """Let something that was planned happen, at once or when it is due: either has to be borne."""
        if self.planned:
            planned = self.planned[place % len(self.planned)]
            self.at = max(self.at, planned.at or self.at)
            self._done(happen(self.state, Due(planned.kind, planned.body), self.moment()))

    def _keep(self, turn: Turn) -> None:
        assert any(isinstance(effect, Say | Erase) for effect in turn.effects)
        self._done(turn)

    def _done(self, turn: Turn) -> None:
        assert unpack_state(json.loads(json.dumps(pack_state(turn.state)))) == turn.state
        before, self.state = self.state, turn.state
        for effect in turn.effects:
            match effect:
                case Say(message):
                    self._look_at(message)
                case Erase(farewell):
                    self._look_at(farewell)
                    self.erased = True
                case SaveVacancy() | SetStanding() | Plan():
                    self._offered(effect, before)
                case SpeakIn(language):
                    self.person = replace(self.person, language=language)
                case HideProfile():
                    self.visible = False
                case ShowProfile():
                    self.visible = True
                case SaveProfile(profile):
                    self._agreed(profile, before)
                    answers = self.state.of("profile")
                    self.kept = {**_without_parts(self.kept, answers), **answers}
                    self.has_profile = self.visible = True
                    assert {name for name, _can in profile.ability} <= self.allowed
                    assert profile.register is None or "register" in self.allowed

        self.refused -= uris_in(self.state.of("profile"))
        if self.visible and not self.erased:
            assert not self.refused & uris_in(self.kept), "found for work that was refused"
            assert not self.state.paused
            answers = self.state.of("profile")
            now = profile_of({**_without_parts(self.kept, answers), **answers})
            assert seen_of(now) == self.seen_before, "what was answered since is other than what is shown"

    def _agreed(self, profile: Profile, before: State) -> None:
        """Check that what an employer would see of a profile was said yes to, now or before."""
        seen = seen_of(profile)
        if seen != self.seen_before and self.person.contact is Contact.DIRECT:
            putting_back = question_of(before, self.moment())
            if putting_back and putting_back.name == "back":  # it says what employers see again, and they saw it before
                assert seen in self.agreed
            else:
                question = question_of(before.settled(), self.moment())
                assert question is not None
                assert question.name == "consent"
            assert self.state.of("profile")["consent"] is True
        self.seen_before = seen
        self.agreed.append(seen)

    def _offered(self, effect: SaveVacancy | SetStanding | Plan, before: State) -> None:
        match effect:
            case SaveVacancy(vacancy):
                self._placed(vacancy, before)
            case SetStanding(vacancy_id, standing):
                self.placed[vacancy_id] = replace(self.placed[vacancy_id], standing=standing)
            case Plan(body=body):
                assert json.loads(json.dumps(body)) == body
                self.planned.append(effect)

    def _placed(self, vacancy: Vacancy, before: State) -> None:
        """Check that a vacancy was agreed to as it is, or only stays open for longer; and that it keeps nobody out."""
        held = self.placed.get(vacancy.id)
        if held is None or replace(held, until=vacancy.until, standing=vacancy.standing) != vacancy:
            # what came in between ("iets veranderen") gives way to the answer to what was read back
            question = question_of(before.settled(), self.moment())
            assert question is not None
            assert question.name == "publish"
            answers = before.of("vacancy")
            assert {"work", "title", "place", "hours"} <= answers.keys()
            assert (vacancy.title, vacancy.about) == (answers["title"], answers.get("about") or "")
            assert (vacancy.hours.min, vacancy.hours.max) == (answers["hours"]["min"], answers["hours"]["max"])
        assert not excluding(f"{vacancy.title}. {vacancy.about}")
        assert vacancy.employer_id == self.person.id
        assert vacancy_of(json.loads(json.dumps(vacancy_json(vacancy)))) == vacancy
        self.placed[vacancy.id] = vacancy

    def _look_at(self, message: Message) -> None:
        assert len(message.buttons) <= MOST_BUTTONS
        assert all(len(button.value.encode()) <= MOST_BYTES for button in message.buttons)
        assert len({button.value for button in message.buttons}) == len(message.buttons)
        words = " ".join(render(paragraph, "nl") for paragraph in message.text)
        assert words.strip()
        assert all(render(paragraph, "nl").strip() for paragraph in message.text)
        found = {fault.rule for fault in faults(words)}
        assert OWN_WORDS in words or Rule.QUESTION not in found, words
        assert "•" in words or Rule.MANY_SENTENCES not in found, words
        self._look_for_refused(words)
        self.seen += [button.value for button in message.buttons]

    def _look_for_refused(self, words: str) -> None:
        """Note which work that is kept was refused, by the bot's own words for it."""
        if words.startswith(("Goed, geen ", "Goed, dit niet meer")):
            self.refused |= uris_in(self.kept) - uris_in(self.state.of("profile"))


def travel(person: Person, journey: tuple[int, list[Step]], channel: Channel = Channel.WEB) -> Talk:
    """Go a part of the whole path, and then anywhere."""
    told, wandering = journey
    path = PLACING if person.role is Role.EMPLOYER else WHOLE_PATH
    talk = Talk(person, channel=channel)
    for step in (*map(Words, path[:told]), *wandering):
        if talk.erased:
            break
        talk.go(step)
    return talk


@settings(max_examples=200)
@given(people, journeys, st.sampled_from(Channel))
def test_any_sequence_of_events_has_answers_and_a_state_that_loads(
    person: Person, journey: tuple[int, list[Step]], channel: Channel
) -> None:
    travel(person, journey, channel)


@settings(max_examples=300)
@given(people, changing)
def test_an_employer_never_sees_what_was_not_agreed_to(person: Person, journey: tuple[int, list[Step]]) -> None:
    travel(person, journey)


@settings(max_examples=300)
@given(employers, placings, st.sampled_from(Channel))
def test_any_sequence_of_an_employers_events_has_answers_and_publishes_only_what_was_agreed_to(
    person: Person, journey: tuple[int, list[Step]], channel: Channel
) -> None:
    travel(person, journey, channel)


def test_the_whole_path_of_an_employer_ends_in_a_vacancy() -> None:
    talk = Talk(Person("an employer", Role.EMPLOYER, name="Bakkerij Zon"))
    for words in PLACING:
        assert not talk.placed
        talk.go(Words(words))
    (vacancy,) = talk.placed.values()
    assert vacancy.standing is Standing.OPEN
    assert vacancy.asks == ("stand", "lift")
    assert [planned.kind for planned in talk.planned][-2:] == ["vacancy_ends", "vacancy_over"]
    talk.go(Planned(len(talk.planned) - 1))
    assert talk.placed[vacancy.id].standing is Standing.CLOSED


def test_an_advertisement_that_keeps_people_out_leaves_none_of_these_words() -> None:
    talk = Talk(Person("an employer", Role.EMPLOYER, name="Bakkerij Zon"))
    for words in ("ja", ADVERTISEMENT, "genoeg", "ja"):
        talk.go(Words(words))
    (vacancy,) = talk.placed.values()
    assert (vacancy.title, vacancy.about) == ("Verkoper", "")


def test_an_employers_own_sentences_are_taken_as_they_are_but_not_when_they_keep_people_out() -> None:
    own = "Je kookt voor gasten in Zeist, 10 uur open per dag. Wij stoppen op tijd, en je krijgt hulp en een maaltijd."
    talk = Talk(Person("an employer", Role.EMPLOYER, name="Bakkerij Zon"))
    for words in (*PLACING[:-2], ADVERTISEMENT):
        talk.go(Words(words))
        assert "about" not in talk.state.of("vacancy")
    assert talk.state.of("vacancy")["place"]["name"] == "Utrecht"
    for words in (own, "ja"):
        talk.go(Words(words))
    (vacancy,) = talk.placed.values()
    assert (vacancy.about, vacancy.place.name, vacancy.hours.min) == (own, "Utrecht", 24)


@settings(max_examples=100)
@given(st.one_of(st.tuples(people, journeys), st.tuples(employers, placings)))
def test_erasing_works_from_anywhere(story: tuple[Person, tuple[int, list[Step]]]) -> None:
    talk = travel(*story)
    if not talk.erased:
        talk.go(Words("wis alles"))
        assert not talk.erased
        talk.go(Words("ja"))
    assert talk.erased


@settings(max_examples=100)
@given(
    st.one_of(st.tuples(people, journeys), st.tuples(employers, placings)),
    crises,
    st.lists(light_words, min_size=1, max_size=6),
)
def test_after_a_crisis_no_word_reaches_the_question_below(
    story: tuple[Person, tuple[int, list[Step]]], crisis: str, said: list[str]
) -> None:
    talk = travel(*story)
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


@settings(max_examples=60)
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
@settings(max_examples=20)
def test_what_the_policy_takes_back_is_in_no_profile(fields: frozenset[str]) -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH[:-1]:
        talk.go(Words(words))
    talk.go(Allowed(fields))
    talk.go(Words("ja"))
    assert talk.has_profile
    kept = {name.removeprefix("ability.") for name in talk.state.of("profile")} & set(FIELDS)
    assert kept == fields


def test_a_yes_to_what_was_read_back_before_is_none_to_newer_answers() -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH[:-1]:
        talk.go(Words(words))
    (older,) = (button for button in talk.seen if button.startswith("consent=yes"))
    talk.go(Words("32 uur"))
    talk.go(Tapped(older))
    assert "consent" not in talk.state.of("profile")
    talk.go(Tapped(next(button for button in reversed(talk.seen) if button.startswith("consent=yes"))))
    assert talk.state.of("profile")["consent"] is True


def test_an_older_no_counts_also_while_something_else_is_asked_in_between() -> None:
    talk = Talk(Person("somebody"))
    for words in WHOLE_PATH[:-1]:
        talk.go(Words(words))
    older = next(button for button in talk.seen if button.startswith("consent=no"))
    talk.go(Words("32 uur"))
    talk.go(Words("iets veranderen"))
    talk.go(Tapped(older))
    assert talk.state.of("profile")["consent"] is False


def test_who_mends_an_answer_by_editing_a_message_is_hidden_until_the_next_yes() -> None:
    talk = Talk(Person("somebody", support=Support.SELF, contact=Contact.DIRECT))
    for words in (*WHOLE_PATH, "32 uur", "ja"):
        talk.go(Words(words))
    assert talk.visible
    talk.go(Words("verander mijn naam"))
    talk.go(Words("16 uur", edited=True))
    assert not talk.visible
