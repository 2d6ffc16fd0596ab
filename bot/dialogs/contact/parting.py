"""One contact is ended, asked for in words: a question names it, so that no other one ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogs.contact.asked import answer
from bot.dialogs.contact.ending import TAKEN_BACK, block, blocked, over, stop
from bot.dialogs.contact.naming import other_name, work
from bot.dialogs.contact.this_job import ENDING, says_more
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import TAP_YES_OR_NO, Choice, ask, marked
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Act, Phase, Side, happens, may_pass, phase_at
from bot.nlu import yesno
from bot.nlu.contact import pieces_in
from bot.nlu.sentence import Sentence, words_of
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State

_YES = _("Ja, stop dit contact")
_STOPS_IT = re.compile(r"\bstop(?:pen)?(?: (?:maar|nu|met|het|dit|dat|de|mijn))* (?:praten|gesprek|contact)\b")
"""Talking, behind the word that ends it; everywhere else it may be what somebody wants to go on with."""
_WISHES = frozenset("wil wilt willen zou want".split())
_NOTHING_STOPPED = _("Goed, het contact gaat door.")


def _asked(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    talk = moment.facts.contact(answers["about"])
    if talk is None:
        return (_("Zal ik dit contact stoppen?"),)
    asks = _("Zal ik het contact met {name} over {job} stoppen?", name=other_name(talk, moment), job=work(talk.vacancy))
    ends = (_("Jullie kunnen dan geen berichten meer sturen."),) if may_pass(talk.contact, moment.at) else ()
    return (*ends, asks)


def _doubted(yes: Sentence, answers: Answers, moment: Moment) -> Text | None:
    talk, own = moment.facts.contact(answers["about"]), (_asked(answers, moment)[-1], _YES)
    told = " ".join((*map(moment.in_words, own), *(text.msgid for text in own)))
    asked = {*words_of(told).split()} - {"contact"}
    yes = Sentence.of(_STOPS_IT.sub("stop", yes.plain) or yes.raw)
    unsure = _may_go_on(yes) or says_more(yes, talk.vacancy if talk else None, asked, ENDING)
    return _("Ik weet niet zeker of je dit contact bedoelt.") if unsure else None


def _may_go_on(yes: Sentence) -> bool:
    """Tell whether somebody wants something beside a yes, and no end of it, or names what they could give."""
    wishes = yes.words & _WISHES and not yes.words & {"stop", "stoppen"} and yesno.meaning(yes) != "affirm"
    return bool(wishes or pieces_in(yes))


def _done(state: State, moment: Moment) -> Turn:
    answers, below = state.of("part"), state.closing()
    said, talk = answers["part.sure"], moment.facts.contact(answers["about"])
    if said == "all":
        return Turn(below.opening("stop"))
    if said == "no" or talk is None:
        return Turn(below, (say(_NOTHING_STOPPED),))
    if phase_at(talk.contact, moment.at) is not Phase.ASKED:
        return (block if said == "never" else stop)(below, moment, talk)
    if talk.contact.asked_by is Side.EMPLOYER:
        return answer(below, moment, talk.id, "never" if said == "never" else "no")
    ended = happens(talk.contact, Act.WITHDRAW, Side.JOBSEEKER, moment.at)
    effects = over(moment, talk, ended) if ended else ()
    return blocked(below, moment, talk).after(*effects) if said == "never" else Turn(below, (*effects, say(TAKEN_BACK)))


PART = Dialog(
    name="part",
    light=True,
    renews=True,
    left=(_("Ik heb niets gestopt."),),
    questions=(
        ask(
            "part.sure",
            _asked,
            mark=marked("about"),
            doubt=_doubted,
            exact=True,
            choices=(
                Choice("yes", _YES, "yes"),
                Choice("never", _("Nooit meer van dit bedrijf"), "never"),
                Choice("no", _("Nee, ga door"), "no"),
                Choice("all", _("Ik stop met alles"), "all"),
            ),
            yes="yes",
            no="no",
            means={"back": "no"},
            needed=True,
            why=_("Dan stop ik nooit het verkeerde contact."),
            again=TAP_YES_OR_NO,
        ),
    ),
    done=_done,
)
"""Its answers hold `about`: the contact. "Stop" alone is no answer here: it stops what it always stops."""
