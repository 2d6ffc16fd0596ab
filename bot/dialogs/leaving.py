"""Leaving an answer as it was, while another is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import AGREED, BEFORE, REFUSED, agreed, changed
from bot.dialogs.as_before import NOTHING_CHANGED, all_before, as_before, wants_before
from bot.dialogs.asking import ask_again, go_on, question_of
from bot.dialogs.handoff.asked import still_waiting
from bot.dialogs.hiding import is_direct
from bot.dialogs.never_mind import drops_it, never_mind, not_after_all
from bot.dialogs.profile import PROFILE
from bot.dialogs.questions_work import WISHES
from bot.dialogs.taking_back import EITHER
from bot.dialogs.turn import Turn, command, say
from bot.dialogs.yes_or_no import meaning
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse

ALL_AS_NOW = _("Goed, ik laat alles zoals het nu is.")

AS_IT_WAS = command(_("Toch zoals eerst"), "as_before")


def left_as_it_was(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Keep the answers that were to be changed; None where that is not what is said, or none is to be changed."""
    question = _asked_anew(state, moment)
    if question is None:
        return None
    answers = state.of("profile")
    if wants_before(parse) or (drops_it(parse) and not changed(answers)):
        return leave_as_it_was(state, moment, parse)
    if question.name != AGREED:
        return _dropped(state, question, moment, parse)
    if not (never_mind(parse) or not_after_all(parse)) or not answers[BEFORE][AGREED]:
        return None
    if never_mind(parse) and not answers[BEFORE].get(REFUSED):
        return leave_as_it_was(state, moment, parse)
    return go_on(replace(state.opening(EITHER.name), misunderstood=0), moment)


def leave_as_it_was(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Put back the answers that were to be changed, and the yes or no to them."""
    if _asked_anew(state, moment) is None:
        return _all_stands(state, moment)
    back = state.having("profile", as_before(state.of("profile")))
    if question_of(back, moment):  # what else was said raises it: "ik spreek ook Turks" asks for Dutch
        back = state.having("profile", all_before(state.of("profile")))
    return go_on(replace(back, misunderstood=0), moment, NOTHING_CHANGED)


def _asked_anew(state: State, moment: Moment) -> Question | None:
    """Give the question that is open because an answer is to change."""
    asked = state.stack[-1] == "profile" and BEFORE in state.of("profile")
    return question_of(state, moment) if asked else None


def _dropped(state: State, question: Question, moment: Moment, parse: Parse) -> Turn | None:
    """Leave a change that began; work that was refused stays refused, and no other has to be named now."""
    refused = state.of("profile")[BEFORE].get(REFUSED, ())
    drops = never_mind(parse) or not_after_all(parse)
    if not refused:
        return leave_as_it_was(state, moment, parse) if drops else None
    if question.name == WISHES.name:
        says_no = not parse.entities and meaning(parse) == "deny"
        return _no_work(state) if question.name in refused and (drops or says_no) else None
    return _line_left(state, question, refused, moment) if drops else None


def _no_work(state: State) -> Turn:
    """Search nothing for who refused all work, and wait until they name other work."""
    told = say(
        _("Goed. Ik zoek nu geen banen voor je."),
        _("Weet je welk werk je wilt? Schrijf het dan."),
        buttons=(AS_IT_WAS,),
    )
    return Turn(replace(state, misunderstood=0), (told,), rests=True)


def _line_left(state: State, question: Question, refused: Collection[str], moment: Moment) -> Turn:
    """Leave the line that is asked for as it was, or open where nothing of it stands; the work stays refused."""
    answers, line = state.of("profile"), question.part_of or question.name
    names = [each.name for each in PROFILE.questions if line in {each.name, each.part_of} and each.name not in refused]
    same = {name: answers[BEFORE][name] for name in names if name in answers[BEFORE]}
    left = state.having("profile", {**answers, **(same or {question.name: None})})
    return go_on(replace(left, misunderstood=0), moment, _("Dat is goed."))


def nothing_to_leave(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Answer "zoals het was" where no answer is to change; in a pause it may ask for jobs again."""
    dropped = state.stack[-1] == "home" and drops_it(parse)
    if not dropped and (state.paused or not wants_before(parse)):
        return None
    return _all_stands(state, moment)


def _all_stands(state: State, moment: Moment) -> Turn:
    """Say how it is now, to who drops something and may believe that it was something else."""
    if state.stack[-1] != "home":
        return ask_again(replace(state, misunderstood=0), moment, ALL_AS_NOW)
    if state.handoff:
        return still_waiting(state, moment)
    stands = () if state.paused and agreed(state) else (_seen_or_not(state, moment),)
    return ask_again(replace(state, misunderstood=0), moment, ALL_AS_NOW, *stands)


def _seen_or_not(state: State, moment: Moment) -> Text:
    if is_direct(moment):
        return _("Een werkgever kan zien welk werk je zoekt.") if agreed(state) else _("Geen werkgever ziet iets.")
    return _("Ik zoek banen voor je.") if agreed(state) else _("Ik zoek geen banen voor je.")
