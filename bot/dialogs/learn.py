"""The question whether a sentence may be used to learn from. Something else said is a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Learn
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State

ONCE = "learn"
"""The mark in the state that it was asked, whatever the answer was."""


def _this_sentence(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    return (
        _("Deze zin begreep ik niet:"),
        _("“{sentence}”", sentence=verbatim(answers["sentence"])),
        _("Ik heb namen en getallen weggehaald. Mag ik deze zin gebruiken om beter te leren?"),
    )


def _answered(state: State, _moment: Moment) -> Turn:
    held = state.of("learn")
    if held["may_learn"]:
        return Turn(state.closing(), (Learn(held["sentence"]), say(_("Dank je wel. Dat helpt mij."))))
    return Turn(state.closing(), (say(_("Dat is goed. Ik bewaar de zin niet.")),))


LEARN = Dialog(
    name="learn",
    light=True,
    questions=(
        confirm(
            "may_learn",
            _this_sentence,
            yes=_("Ja, dat mag"),
            no=_("Nee, liever niet"),
            why=_("Dan begrijp ik andere mensen beter. Niemand ziet dat de zin van jou is."),
            whole=True,
            needed=True,
        ),
    ),
    done=_answered,
)
