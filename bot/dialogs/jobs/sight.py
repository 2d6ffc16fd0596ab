"""Which jobs somebody has before their eyes, and whether they speak of one: then their words answer nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.dialogs.agreed import profile_in
from bot.dialogs.contact.this_job import names_which
from bot.dialogs.jobs.words import ASIDE, BEHIND, OF_JOBS, WHICH_JOB
from bot.nlu.sentence import Sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogs.facts import Fitting
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Parse

AMONG = "among"
"""Under this name the answers of a dialog about one job hold the ids of the list that it was chosen from."""

_OF_ONE = frozenset({"want", "request", "give", "part"})
"""The dialogs in which a yes is for one job, or its employer."""
_AT = re.compile(r"\b(?:bij|met|van|voor|naar|aan|at|with|for) (?:(?:de|het|the) )?")
"""Behind this an employer can be named."""
_LIKE = 85
"""How like a misspelt employer is (0 to 100)."""


def list_of(state: State) -> tuple[str, ...]:
    """Give the ids of the list that is open, or that the open job was chosen from."""
    held = state.of(state.stack[-1])
    return tuple(held.get("ids") or held.get(AMONG) or ())


def in_sight(state: State, moment: Moment) -> tuple[tuple[Fitting, ...], ...]:
    """Give the jobs that somebody can have before their eyes: those of the open list, then what was shown lately.

    Where one job is open these are taken together.
    """
    listed, lately = list_of(state), moment.facts.shown().lately
    if state.stack[-1] == OF_JOBS[0]:
        return looked_up(listed, state, moment), looked_up(lately, state, moment)
    return (looked_up(dict.fromkeys((*lately, *listed)), state, moment),)


def looked_up(ids: Iterable[str], state: State, moment: Moment) -> tuple[Fitting, ...]:
    """Give jobs by their ids, as far as they are still there."""
    profile = profile_in(state)
    return tuple(filter(None, (moment.facts.vacancy(each, profile) for each in ids)))


def names_a_job(state: State, parse: Parse, moment: Moment) -> bool:
    """Say whether somebody speaks of a job that they look at, or just saw: that answers nothing else."""
    if state.stack[-1] in OF_JOBS and not Sentence.of(parse.text).words.isdisjoint(WHICH_JOB):
        return True
    return points_at_a_job(state, parse, moment)


def points_at_a_job(state: State, parse: Parse, moment: Moment) -> bool:
    """Say whether words are certainly of a job: "die in Zeist", or "bij Zorggroep Noord" after a job there."""
    where, sentence = state.stack[-1], Sentence.of(parse.text)
    if where not in {*OF_JOBS, *_OF_ONE, "home"}:
        return False
    if where in _OF_ONE and parse.entities and names_which(parse):
        return True
    behind = BEHIND.search(sentence.plain)
    if behind and where not in OF_JOBS and (where != "home" or _begins(sentence, behind) or in_sight(state, moment)[0]):
        return True
    if _AT.search(sentence.plain) is None:
        return False  # nothing has to be looked up
    return at_employer(sentence, (each.vacancy for shown in in_sight(state, moment) for each in shown))


def _begins(sentence: Sentence, found: re.Match[str]) -> bool:
    """Say whether nothing is said before it: "ja, die in Zeist", and not "mijn zus, die in Zeist woont"."""
    return ASIDE.issuperset(sentence.plain[: found.start()].split())


def at_employer(sentence: Sentence, jobs: Iterable[Vacancy]) -> bool:
    """Say whether the employer of one of these jobs is named in full behind a word like "bij"."""
    behind = [sentence.plain[found.end() :].split() for found in _AT.finditer(sentence.plain)]
    named = [words_of(job.employer).split() for job in jobs]
    return any(
        fuzz.ratio(" ".join(words[: len(name)]), " ".join(name)) >= _LIKE for words in behind for name in named if name
    )
