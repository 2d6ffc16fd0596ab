"""A change that was just made and said back, and is taken back: "laat maar", "nee toch niet", "zoals het was".

What the answers were before it is kept until something else is done, also by an employer or a werkmatcher; after 12
hours the next words find it gone. It is in the file of "wat weet je van mij", and is erased with the rest. Jobs that
are sent leave it, for they may follow from the change. The yes or no to the answers stays as it was.
Where an employer would read something else by it, where a "nee" can mean something else, and where there was talk in
between, one question comes first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import AGREED, BEFORE, changed
from bot.dialogs.answering import choose
from bot.dialogs.as_before import wants_before
from bot.dialogs.asking import go_on
from bot.dialogs.expecting import guess
from bot.dialogs.hiding import is_direct
from bot.dialogs.just_done import DONE, done_by
from bot.dialogs.never_mind import drops_it, drops_or_keeps
from bot.dialogs.profile import PROFILE
from bot.dialogs.taking_back import EARLIER, LAST, TAKE_BACK, as_it_was, other
from bot.dialogs.yes_or_no import meaning
from bot.domain.effects import Say
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


_RATHER = re.compile(
    r"\W*(?:(?:nee|neen|toch|sorry|oh|o|oeps|of|liever|wacht|maar|ik bedoel(?:de)?)\b\W*)+", re.IGNORECASE
)
"""What stands before the better answer: "nee, Rob", "ik bedoel Utrecht"."""


def noted(before: State, turn: Turn) -> Turn:
    """Keep what the answers were where a turn changed them for good, or else what it did; forget what was kept."""
    was, now, state = _settled(before.of("profile")), turn.state.of("profile"), without_last(turn.state)
    earlier, done = before.of(LAST) or before.of(EARLIER), done_by(before, turn)
    if was is not None and now != before.of(LAST) and _is_change(was, now) and TAKE_BACK not in before.stack:
        kept: Mapping[str, Answers] = {LAST: was}
    elif done:
        kept = {DONE: done}
    else:
        kept = {EARLIER: earlier} if earlier and _is_talk(before, turn) else {}
    return replace(turn, state=replace(state, answers={**state.answers, **kept}))


def _is_talk(before: State, turn: Turn) -> bool:
    """Tell whether a turn only said something, and nothing was open or asked: "hoe gaat het", "ok"."""
    same = turn.state.stack == before.stack == ("home",) and turn.state.of("profile") == before.of("profile")
    return same and all(isinstance(effect, Say) for effect in turn.effects)


_LATELY = frozenset({LAST, EARLIER, DONE})


def without_last(state: State) -> State:
    """Forget what was just changed or done: it was said back too long ago, or something else came in between."""
    return replace(state, answers={name: held for name, held in state.answers.items() if name not in _LATELY})


def _settled(answers: Answers) -> Answers | None:
    held = answers if AGREED in answers else answers.get(BEFORE)
    return held if held and AGREED in held else None


def _is_change(was: Answers, now: Answers) -> bool:
    """Tell whether other answers stand by the same yes or no; who lets nothing be seen took nothing back by a no."""
    if now.get(AGREED) is not was[AGREED] or was == now:
        return False
    return was[AGREED] is True or not changed({**now, BEFORE: was})


def taken_back(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Take the change back that was just said back, or ask whether to; None where that is not what is said."""
    was = state.of(LAST) or state.of(EARLIER)
    if not was or state.stack[-1] != "home":
        return None
    is_clear = wants_before(parse) or drops_it(parse) or guess(parse) == "back"
    if EARLIER in state.answers:
        return _asked_first(state, was, moment) if is_clear else None
    better = None if is_clear or parse.topic or parse.entities else _said_better(state, parse, moment)
    if better:
        return better
    may_be = drops_or_keeps(parse) or meaning(parse) in {"deny", "not_interested"}
    if not is_clear and (parse.topic or parse.entities or not may_be):
        return None
    state = replace(state, misunderstood=0)
    is_seen = is_direct(moment) and bool(changed({**state.of("profile"), BEFORE: was}))
    if is_clear and not is_seen:
        return as_it_was(state, moment, was)
    return _asked_first(state, was, moment)


def _asked_first(state: State, was: Answers, moment: Moment) -> Turn:
    """Show what was, and ask whether it is to be so again."""
    asking = replace(state, misunderstood=0).opening(TAKE_BACK)
    return go_on(asking.having(TAKE_BACK, {LAST: was, "now": state.of("profile")}), moment)


def _said_better(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "nee, Rob" as a better answer to the line that was just changed."""
    lead, answers = _RATHER.match(parse.text), state.of("profile")
    said = Sentence.of(parse.text[lead.end() :]) if lead else None
    if said is None or not said.tokens:
        return None
    for question in (PROFILE.by_name[name] for name in other(state.of(LAST), answers) if name in PROFILE.by_name):
        read = question.reads(said, moment.today) if question.reads else None
        if read and not read.options and not read.unsure and question.says and question.accepts(read.value):
            asking, value = state.returning_to("profile"), question.value_of(read, answers)
            asking = asking.having("profile", PROFILE.reopened(answers))
            return choose(asking, question, value, moment, changing=True)
    return None
