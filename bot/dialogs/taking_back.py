"""Putting answers back as they were before the last change, and the question whether to."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from bot.dialogs.agreed import AGREED, BEFORE, changed
from bot.dialogs.as_before import AS_BEFORE, may_see_or_as_before
from bot.dialogs.dialog import Dialog
from bot.dialogs.next_step import followed
from bot.dialogs.profile import stands
from bot.dialogs.question import Choice, ask, confirm, forget, put
from bot.dialogs.questions_self import may_keep
from bot.dialogs.readback import value_lines
from bot.dialogs.still_seen import AS_IT_IS
from bot.dialogs.turn import Turn
from bot.domain.person import Contact
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

LAST = "last"
"""Under which name lie the answers of before the change that was just said back."""

EARLIER = "earlier"
"""Under which name they lie where there was only talk since: then it is asked first whether that change is meant."""

TAKE_BACK = "take_back"
"""The dialog's name. What it holds besides its own answer: what was (`LAST`), and what would be other than now."""


def as_it_was(state: State, moment: Moment, was: Answers) -> Turn:
    """Put the answers back; the yes or no that both stand by stays."""
    now = state.of("profile")
    kept = {name: held for name, held in was.items() if may_keep(name, moment)}
    told = lines(_("Goed, het is weer zoals het was:"), *value_lines(other(was, now)))
    return stands(state.having("profile", forget(kept, AGREED)), moment, now, told)


def other(was: Answers, now: Answers) -> dict[str, Any]:
    """Give the answers of before that are other than those of now; None is one that was not given."""
    return {name: was.get(name) for name in (*was, *now) if was.get(name) != now.get(name)}


def _which(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    was, now = answers[LAST], answers["now"]
    told = value_lines(other(was, now))
    is_seen = was[AGREED] and moment.person.contact is Contact.DIRECT and changed({**now, BEFORE: was})
    seen = (_("Een werkgever kan dat dan weer zien."),) if is_seen else ()
    return (lines(_("Zo was het eerst:"), *told, *seen, _("Wil je dat het weer zo wordt?")),)


def _answered(state: State, moment: Moment) -> Turn:
    held, below = state.of(TAKE_BACK), state.closing()
    if held["back"]:
        return replace(as_it_was(below, moment, held[LAST]), rests=True)
    return Turn(below, (followed(below, moment, AS_IT_IS),), rests=True)


def _mark(answers: Answers) -> str:
    """Name what would be put back, so that no older yes is one to this."""
    return f"{crc32(json.dumps([answers[LAST], answers['now']], sort_keys=True).encode()):08x}"


ASKING_BACK = Dialog(
    name=TAKE_BACK,
    light=True,
    questions=(
        confirm(
            "back",
            _which,
            yes=_("Ja, zoals het was"),
            no=_("Nee, laat het zo"),
            why=_("Ik weet niet zeker wat je bedoelt."),
            mark=_mark,
            needed=True,
        ),
    ),
    done=_answered,
)


def _hide_or_before(sentence: Sentence, today: date) -> Entity | None:
    """Hear "niets laten zien" and "zoals eerst"; a yes says neither."""
    read = may_see_or_as_before(sentence, today)
    return read if read and read.value in (False, AS_BEFORE) else None


def _settled(state: State, _moment: Moment) -> Turn:
    """Give the answer to the question for a yes, which waits below."""
    said, below = state.of(EITHER.name)["either"], state.closing()
    return Turn(below.having("profile", put(below.of("profile"), AGREED, said)))


EITHER = Dialog(
    name="either",
    light=True,
    renews=True,
    questions=(
        ask(
            "either",
            _("Wat wil je: niets laten zien, of zoals eerst?"),
            reads=_hide_or_before,
            choices=(
                Choice("hide", _("Laat niets zien"), value=False),
                Choice(AS_BEFORE, _("Toch zoals eerst"), AS_BEFORE),
            ),
            no=False,
            why=_("Ik weet niet zeker wat je bedoelt."),
            bare=_("Tik op een knop."),
            again=_("Schrijf: niets laten zien. Of schrijf: zoals eerst."),
            needed=True,
        ),
    ),
    done=_settled,
)
"""For a "nee, toch niet" to the question for a yes: it may be a no to being seen, or to the change alone."""
