"""No question is ever a yes, a no or a later to a job: whatever is read in it, and whatever is guessed of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from facts import NoFacts
from hypothesis import assume, given
from hypothesis import strategies as st
from standing import HOME, TODAY, moment_with

from bot.dialogs.facts import Fitting, ShownSoFar
from bot.dialogs.hearing import take
from bot.dialogs.jobs.listing import Page, choosing
from bot.dialogs.jobs.react import show
from bot.domain.effects import BeginContact, React, Say
from bot.domain.matching import Closeness, Fit
from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import Contract, Pay, Vacancy
from bot.nlu.engine import parse_sentence
from bot.nlu.parse import INTENTS, Intent
from bot.nlu.readers.about_job import asked_of
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks, is_question
from bot.translate import render

if TYPE_CHECKING:
    from bot.domain.profile import Profile

CLEANER = Occupation("http://data.europa.eu/esco/occupation/1", "schoonmaker", "9112")
HOURS = Hours(16, 20)
VACANCY = Vacancy(
    "a" * 32, "Ster", "Schoonmaker", CLEANER, Place("3512", "Utrecht"), HOURS,
    days=("ma", "vr"), dayparts=("evening",), pay=Pay(15.5, 16, "hour"), contract=Contract.PERMANENT, licence=("B",),
)  # fmt: skip
SHOWN = Fitting(VACANCY, Fit(50, CLEANER, Closeness.SAME, "ov", 20, HOURS))
OTHER = Fitting(replace(VACANCY, id="b" * 32, employer="Maan", dayparts=("morning",)), SHOWN.fit)
BOTH = {each.vacancy.id: each for each in (SHOWN, OTHER)}


@dataclass(frozen=True)
class TwoShown(NoFacts):
    """Two jobs were shown."""

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        del profile
        return BOTH.get(vacancy_id)

    def shown(self) -> ShownSoFar:
        return ShownSoFar(2, 0, VACANCY.id, tuple(BOTH))


NOW_HERE = moment_with(TwoShown())
CARD = show(HOME, NOW_HERE, SHOWN).state
WHERE = {
    "home": HOME,
    "card": CARD,
    "list": choosing(HOME, Page((SHOWN, OTHER))),
    "want": CARD.settled().opening("want").having("want", {"about": VACANCY.id}),
}

STARTS = """hoeveel/wat/wanneer/waar/waarom/welke/hoe/is die/is dat/is het/is er/kan ik/kan het/mag ik/moet ik/heb ik/
wil je/klopt dat/en hoeveel/maar wanneer""".replace("\n", "").split("/")
WORDS = """ik je verdien loon uur uren avond later straks misschien niet geen nee ja ok graag wil deze die dat baan past
te ver zwaar werk weekend bus Utrecht Maan Ster morgen interesse ander tillen nadenken maar en daar""".split()
words = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
questions = st.tuples(st.sampled_from(STARTS), words).map(" ".join)
marked = st.tuples(words, st.just("?")).map(" ".join)
guesses = st.sampled_from([*sorted(INTENTS), None])


@given(questions, st.sampled_from(tuple(WHERE)), guesses)
def test_no_question_is_ever_an_answer_to_a_job(text: str, where: str, guessed: str | None) -> None:
    assume(is_question(Sentence.of(text)))
    _answers_nothing(text, where, guessed)


@given(st.one_of(marked, questions.map("ja maar {}".format)), guesses)
def test_nor_is_what_has_a_question_mark_or_stands_behind_a_yes(text: str, guessed: str | None) -> None:
    assume(asks(Sentence.of(text)))
    _answers_nothing(text, "card", guessed)


def _answers_nothing(text: str, where: str, guessed: str | None) -> None:
    parse = parse_sentence(text, TODAY)
    if guessed and not parse.certain:
        intent = Intent(guessed, 0.95)
        parse = replace(parse, intent=intent, intent_ranking=(intent,))
    effects = take(WHERE[where], parse, NOW_HERE).effects
    reactions = {effect.reaction for effect in effects if isinstance(effect, React)}
    assert not reactions & {"want", "not", "later"}
    assert not any(isinstance(effect, BeginContact) for effect in effects)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("hoeveel verdien ik daar", ("pay",)),
        ("hoeveel is het loon", ("pay",)),
        ("is die ook in de avond?", ("days",)),
        ("is het zwaar werk", ("asks",)),
        ("is dat met de bus te doen?", ("place",)),
        ("kan ik ook 20 uur doen?", ("hours",)),
        ("wanneer is het", ("days", "start")),
        ("hoe laat begint het", ("start",)),
        ("heb ik een rijbewijs nodig", ("licence",)),
        ("bij welk bedrijf is het?", ("employer",)),
        ("krijg ik een vast contract?", ("contract",)),
        ("moet ik goed nederlands praten?", ("dutch",)),
        ("moet je dan een diploma hebben?", ()),
    ],
)
def test_what_is_asked_is_known(text: str, about: tuple[str, ...]) -> None:
    sentence = Sentence.of(text)
    assert asks(sentence)
    assert asked_of(sentence) == about


@pytest.mark.parametrize("where", ["card", "want", "home"])
def test_the_pay_is_told_and_the_question_put_again(where: str) -> None:
    parse = parse_sentence("hoeveel verdien ik daar", TODAY)
    wanted = Intent("interested", 0.95)
    turn = take(WHERE[where], replace(parse, intent=wanted, intent_ranking=(wanted,)), NOW_HERE)
    (told,) = (effect.message for effect in turn.effects if isinstance(effect, Say))
    words = " ".join(render(text, "nl") for text in told.text)
    assert "15,50 tot" in words
    assert words.endswith("?")
    assert told.buttons
    assert turn.state.of("profile") == HOME.of("profile")
