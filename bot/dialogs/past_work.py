"""Work of before is no wish: who tells what they did, once work is wished, does not ask for that work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again
from bot.nlu.asked import ASKED
from bot.nlu.readers.past import tells_past
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


def without_past_work(state: State, parse: Parse) -> Parse:
    """Leave out the work that somebody did."""
    if not _tells_past(state, parse):
        return parse
    return replace(parse, entities=tuple(each for each in parse.entities if each.entity != "occupation"))


def only_past_work(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Say that only work which is wanted is looked for, to who told of other work and of nothing else."""
    if not _tells_past(state, parse) or ASKED["wishes"](Sentence.of(parse.text), moment.today) is None:
        return None
    told = (_("Je vertelt wat je eerder deed."), _("Ik zoek alleen werk dat je nu wilt."))
    return ask_again(replace(state, misunderstood=0), moment, *told)


def _tells_past(state: State, parse: Parse) -> bool:
    return bool(state.of("profile").get("wishes")) and tells_past(Sentence.of(parse.text))
