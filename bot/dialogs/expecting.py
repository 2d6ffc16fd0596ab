"""What is likely to be meant now: the open question narrows the classifier's guess (design section 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.question import NOTHING
from bot.nlu.parse import CARE_FROM, Intent, Parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogs.question import Question

SURE_ENOUGH = 0.6
"""From this confidence on, the classifier's guess counts."""

_ABOUT_JOBS = "show_vacancies more_vacancies fewer_vacancies interested not_interested found_work job_ended report"
_OF_A_QUESTION = "skip back why repeat"
_YES_OR_NO = "affirm deny"


def _weighing(likelier: float, names: str) -> Mapping[str, float]:
    return dict.fromkeys(names.split(), likelier)


ASKED: Mapping[str, float] = {
    **_weighing(2.0, "inform dont_know " + _OF_A_QUESTION),
    **_weighing(0.5, _ABOUT_JOBS),
}
"""How much likelier an intent is while a question is open; who is busy with the profile seldom talks about a job."""

AT_HOME: Mapping[str, float] = {
    **_weighing(2.0, _ABOUT_JOBS),
    **_weighing(0.5, "inform dont_know " + _OF_A_QUESTION + " " + _YES_OR_NO),
}
"""How much likelier an intent is while nothing is asked."""


def likelier(question: Question | None) -> Mapping[str, float]:
    """Give how much likelier than usual each intent is, now that this question is open (None: nothing is asked)."""
    if question is None:
        return AT_HOME
    takes_yes_or_no = question.yes is not NOTHING or question.no is not NOTHING
    wondered = dict.fromkeys(question.wondered, 3.0)
    return {**ASKED, **_weighing(2.0 if takes_yes_or_no else 0.5, _YES_OR_NO), **wondered}


def narrowed(ranking: Iterable[Intent], weights: Mapping[str, float]) -> tuple[Intent, ...]:
    """Weigh a ranking anew, the likeliest first. What all confidences come to stays the same."""
    ranking = tuple(ranking)
    raised = [intent.confidence * weights.get(intent.name, 1.0) for intent in ranking]
    whole, now = sum(intent.confidence for intent in ranking), sum(raised)
    if not now:
        return ranking
    weighed = (Intent(intent.name, each * whole / now) for intent, each in zip(ranking, raised, strict=True))
    return tuple(sorted(weighed, key=lambda intent: -intent.confidence))


def expected(parse: Parse, question: Question | None) -> Parse:
    """Give a parse with its guesses narrowed; what is certain, and a plain yes or no, stays as it is."""
    if parse.certain or parse.plain or not parse.intent_ranking:
        return parse
    ranking = narrowed(parse.intent_ranking, likelier(question))
    return replace(parse, intent=ranking[0], intent_ranking=ranking)


def guess(parse: Parse) -> str | None:
    """Give the intent that is sure enough to act on, if any; a crisis counts sooner than anything else."""
    care = next((each for each in parse.intent_ranking if each.name == "crisis"), None)
    if care and care.confidence >= CARE_FROM:
        return care.name
    best = parse.intent
    return best.name if best and (best.confidence >= SURE_ENOUGH or parse.plain) else None
