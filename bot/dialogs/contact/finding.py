"""How it comes out that somebody found work: they say so, or an employer marks it and they confirm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import agreed
from bot.dialogs.asking import ask_again, go_on
from bot.dialogs.contact.found import TOLD
from bot.dialogs.contact.naming import HIRED, other_id, other_name, own_name, side_of
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.jobs.asked import show_vacancies
from bot.dialogs.resting import BUSY, is_free
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Side
from bot.domain.effects import Plan
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


_ENDED = re.compile(r"\b(?:ge\w+(?:d|t|en)|(?:aan|be)\w+en|found|got|hired)\b")


def found_work(state: State, moment: Moment, parse: Parse) -> Turn:
    """Ask whether everything is to stop; before there is a profile there is nothing to stop.

    Who asks for work, or only names it, brings no such news: that must frighten nobody.
    """
    if parse.text and not parse.certain and not _is_news(Sentence.of(parse.text)):
        return show_vacancies(state, moment, parse)
    if not agreed(state):
        return ask_again(state, moment).after(say(*TOLD))
    return go_on(state.settled().opening("found"), moment)


def _is_news(sentence: Sentence) -> bool:
    """Tell whether somebody says what they did, or what was done: "ik werk nu", "baan gevonden"."""
    return not asks(sentence) and (not sentence.words.isdisjoint({"ik", "i"}) or bool(_ENDED.search(sentence.folded)))


def hired(state: State, moment: Moment, talk: Talk) -> Turn:
    """Mark that an employer takes somebody on; the person confirms it, and nobody else hears of it."""
    other = other_id(talk, moment)
    if side_of(moment) is Side.JOBSEEKER or talk.contact.accepted_at is None:
        return Turn(state, (say(_("Dat kan niet meer.")),), rests=True)
    told = say(_("Fijn! Ik vraag aan {name} of het klopt.", name=other_name(talk, moment)), buttons=(MY_TALKS,))
    plan = (Plan(HIRED, {"name": own_name(talk, moment)}, to=other),) if other else ()
    return Turn(state, (*plan, told), rests=True)


def is_hired(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Ask somebody whether it is so that they found work."""
    if state.paused or not agreed(state):
        return Turn(state)
    if not is_free(state):
        return Turn(state, (Plan(HIRED, dict(body), at=moment.at + BUSY),))
    told = say(_("{employer} zegt dat je daar gaat werken.", employer=verbatim(str(body["name"]))), push=True)
    return go_on(state.settled().opening("found"), moment).after(told)
