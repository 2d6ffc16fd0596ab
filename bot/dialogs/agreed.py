"""What somebody agreed to be matched by, as their conversation holds it: also while one of the answers is changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.dialogs.question import forget, put
from bot.dialogs.readback import seen_in
from bot.domain.effects import HideProfile, SaveProfile
from bot.domain.profile import profile_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Effect
    from bot.domain.profile import Profile

AGREED = "consent"
"""The question of the profile whose yes or no is for what an employer can see of these answers."""

BEFORE = "before"
"""Under which name, among the answers, lie those that the yes or no was said to, while some of them are changed."""


REFUSED = "refused"
"""Under which name, among these, stand the answers that were taken back and not given anew: they show no longer."""


def put_aside(answers: Answers) -> dict[str, Any]:
    """Ask for the yes anew if it comes to that, and keep aside what it was said to; the rest of the answers stays."""
    if AGREED not in answers:
        return dict(answers)
    return {BEFORE: forget(answers, BEFORE), **forget(answers, AGREED)}


def take_back(answers: Answers, name: str) -> dict[str, Any]:
    """Forget an answer that holds no longer; unlike one that is asked anew, it is not what the yes was said to."""
    aside = put_aside(answers)
    if BEFORE in aside:
        aside |= {BEFORE: {**aside[BEFORE], REFUSED: [*aside[BEFORE].get(REFUSED, ()), name]}}
    return forget(aside, name)


def changed(answers: Answers) -> Mapping[str, Any]:
    """Give the answers given or refused since that an employer would see otherwise than what was said yes or no to."""
    held = answers.get(BEFORE, {})
    before, now = seen_in(held), seen_in(answers)
    settled = {*answers, *held.get(REFUSED, ())}
    others = [name for name in (*before, *now) if name in settled and not _alike(before.get(name), now.get(name))]
    return {name: now.get(name) for name in others}


def _alike(one: Any, other: Any) -> bool:
    """Tell whether two answers say the same; the order of a list says nothing."""
    if not isinstance(one, list) or not isinstance(other, list):
        return bool(one == other)
    return sorted(map(_as_json, one)) == sorted(map(_as_json, other))


def _as_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def agreed_to(answers: Answers) -> Answers | None:
    """Give the answers that the last yes is for; None where there is no yes that stands.

    It stands as long as an employer would see the same: also while a question is open whose answer is to change.
    """
    held = answers if AGREED in answers else answers.get(BEFORE, {})
    return held if held.get(AGREED) is True and not (held is not answers and changed(answers)) else None


def agreed(state: State) -> bool:
    """Tell whether there is a yes for what an employer can see now."""
    return agreed_to(state.of("profile")) is not None


def profile_in(state: State) -> Profile | None:
    """Give the profile; None as long as its answers were not agreed to."""
    answers = agreed_to(state.of("profile"))
    return None if answers is None else profile_of(dict(answers))


def without_yes(state: State) -> State:
    """Turn the answer to the question into a no, also while answers are changed."""
    answers = state.of("profile")
    if AGREED in answers:
        return state.having("profile", put(answers, AGREED, value=False))
    if BEFORE not in answers:
        return state
    return state.having("profile", {**answers, BEFORE: put(answers[BEFORE], AGREED, value=False)})


def with_unseen(state: State, name: str, value: Any) -> tuple[State, tuple[Effect, ...]]:
    """Change an answer that no employer sees: a yes given before still holds, and who is hidden stays hidden."""
    answers = state.of("profile")
    now = put(answers, name, value)
    if AGREED in answers:
        now = put(now, AGREED, answers[AGREED])
    elif BEFORE in answers:
        now |= {BEFORE: put(answers[BEFORE], name, value)}
    held = agreed_to(now)
    return state.having("profile", now), () if held is None else saving(state, profile_of(dict(held)))


def saving(state: State, profile: Profile) -> tuple[Effect, ...]:
    """Keep a profile without showing it to anybody who does not see it now: who paused stays hidden."""
    return (SaveProfile(profile), HideProfile()) if state.paused else (SaveProfile(profile),)
