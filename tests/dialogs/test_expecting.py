"""What the open question makes likely, and what is asked back when that is not sure enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.asking_back import MEANINGS, SOMETHING_ELSE
from bot.dialogs.book import DIALOGS
from bot.dialogs.conduct import CONDUCTS
from bot.dialogs.expecting import expected, guess, likelier, narrowed
from bot.domain.person import Role
from bot.nlu.parse import INTENTS, Intent, Parse
from bot.translate import render

RANKINGS = st.lists(
    st.builds(Intent, st.sampled_from(sorted(INTENTS)), st.floats(0, 1)),
    max_size=10,
    unique_by=lambda intent: intent.name,
)
QUESTIONS = st.sampled_from([None, *DIALOGS["profile"].questions, *DIALOGS["welcome"].questions])
NEVER_OFFERED = {"crisis", "insult", "chitchat", "out_of_scope", "inform", "affirm", "deny", "dont_know"}


def guessed(*ranking: tuple[str, float], plain: bool = False, certain: bool = False) -> Parse:
    intents = tuple(Intent(name, confidence) for name, confidence in ranking)
    return Parse("iets", intents[0], intents, plain=plain, certain=certain)


@given(RANKINGS, QUESTIONS)
def test_narrowing_keeps_all_intents_and_what_they_come_to(ranking: list[Intent], question: object) -> None:
    weights = likelier(question)  # type: ignore[arg-type]
    found = narrowed(ranking, weights)
    assert {intent.name for intent in found} == {intent.name for intent in ranking}
    assert sum(intent.confidence for intent in found) == pytest.approx(sum(intent.confidence for intent in ranking))
    assert [intent.confidence for intent in found] == sorted((intent.confidence for intent in found), reverse=True)


def test_a_question_makes_an_answer_likelier_and_rest_makes_a_job_likelier() -> None:
    ranking = (Intent("show_vacancies", 0.5), Intent("inform", 0.4), Intent("skip", 0.1))
    hours = DIALOGS["profile"].by_name["hours"]
    assert narrowed(ranking, likelier(hours))[0].name == "inform"
    assert narrowed(ranking, likelier(None))[0].confidence > 0.5


def test_a_yes_is_likelier_where_the_question_takes_one() -> None:
    ranking = (Intent("goodbye", 0.5), Intent("affirm", 0.4))
    by_name = DIALOGS["profile"].by_name
    assert narrowed(ranking, likelier(by_name["consent"]))[0].name == "affirm"
    assert narrowed(ranking, likelier(by_name["first_name"]))[0].name == "goodbye"


@pytest.mark.parametrize("how", [{"plain": True}, {"certain": True}])
def test_what_is_sure_is_not_narrowed(how: dict[str, bool]) -> None:
    parse = guessed(("show_vacancies", 0.9), ("inform", 0.1), **how)
    assert expected(parse, DIALOGS["profile"].by_name["hours"]) is parse


def test_a_guess_counts_from_a_threshold_and_a_crisis_sooner() -> None:
    assert guess(guessed(("stop", 0.61), ("pause", 0.3))) == "stop"
    assert guess(guessed(("stop", 0.59), ("pause", 0.3))) is None
    assert guess(guessed(("stop", 0.55), ("crisis", 0.42))) == "crisis"
    assert guess(Parse("")) is None


def test_what_can_be_offered_can_be_done_and_care_is_never_on_offer() -> None:
    assert MEANINGS.keys() <= INTENTS - NEVER_OFFERED
    conduct = CONDUCTS[Role.JOBSEEKER]
    assert MEANINGS.keys() <= conduct.commands.keys() | conduct.digressions.keys()
    assert all(SOMETHING_ELSE.value.removeprefix("do=") in each.commands for each in CONDUCTS.values())
    labels = [render(label, "nl") for label in (*MEANINGS.values(), SOMETHING_ELSE.label)]
    assert len(set(labels)) == len(labels)
