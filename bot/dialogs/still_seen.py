"""The question behind a yes to being seen, for words that may take it back: "laat maar", "nee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.hiding import hidden, is_direct
from bot.dialogs.may_see import may_see
from bot.dialogs.next_step import followed
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State

AS_IT_IS = _("Goed, ik laat het zo.")


def _asked(_answers: Answers, moment: Moment) -> tuple[Text, ...]:
    if is_direct(moment):
        return (_("Een werkgever kan nu zien welk werk je zoekt."), _("Wil je dat?"))
    return (_("Ik zoek nu banen voor je."), _("Wil je dat?"))


def _answered(state: State, moment: Moment) -> Turn:
    stays, below = state.of("still_seen")["stays"], state.closing()
    return Turn(below, (followed(below, moment, AS_IT_IS),), rests=True) if stays else hidden(below, moment)


STILL_SEEN = Dialog(
    name="still_seen",
    light=True,
    questions=(
        confirm(
            "stays",
            _asked,
            yes=_("Ja, laat het zo"),
            no=_("Nee, liever niet"),
            reads=may_see,
            why=_("Ik weet niet zeker wat je bedoelt."),
            needed=True,
        ),
    ),
    done=_answered,
)
