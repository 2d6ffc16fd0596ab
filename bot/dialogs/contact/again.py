"""What is said once more, or taken back, around a contact: the words of its button, its name, or "laat maar"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, go_on, say_beside
from bot.dialogs.contact.asked import CHOICES
from bot.dialogs.contact.guarding import MARK
from bot.dialogs.contact.mine import asked_again, tapped_request, tapped_talk
from bot.dialogs.contact.naming import other_name, talking
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.talk import FOR_WHOM, is_pending, is_sure, talk_buttons
from bot.dialogs.contact.whom import asking, chosen, is_nobody, meant, named_in, names_employer, names_nobody
from bot.dialogs.never_mind import never_mind
from bot.dialogs.turn import say
from bot.dialogs.typed import typed_label
from bot.dialogs.yes_or_no import YES
from bot.domain.contact import Phase, Side, phase_at
from bot.domain.message import Button
from bot.domain.person import Role
from bot.nlu.sentence import Sentence, words_of
from bot.text import _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_LOOKING = frozenset({"home", "jobs", "job"})
"""Where an employer's question for contact may have gone out of sight."""
_YES = (Button(CHOICES[0].label, CHOICES[0].key),)


def _asked(moment: Moment) -> list[Talk]:
    """Give the employers' questions for contact that wait for an answer."""
    waiting = [each for each in moment.facts.contacts() if phase_at(each.contact, moment.at) is Phase.ASKED]
    return [each for each in waiting if each.contact.asked_by is Side.EMPLOYER]


def typed_yes(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "ja, ik wil praten" after something else came in between; where another can be meant, it is asked first."""
    if state.stack[-1] not in _LOOKING or moment.person.role is not Role.JOBSEEKER:
        return None
    waiting = _asked(moment) if typed_label(_YES, parse, moment) else []
    if len(waiting) > 1:
        return go_on(asking(state, moment, waiting, "open"), moment)
    if not waiting:
        return None
    if question:
        return asked_again(state, moment, waiting[0])
    return tapped_request(state, moment, waiting[0].id, "yes")


def said_which(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a name alone, without a yes, under the question of one employer: it is put again, or that of the other."""
    if parse.certain or parse.topic or names_nobody(parse.text) or _says_yes(parse):
        return None
    found = meant(parse.text, _asked(moment), moment)
    if len(found) != 1:
        return None
    return asked_again(state, moment, found[0])


def _says_yes(parse: Parse) -> bool:
    return not Sentence.of(parse.text).words.isdisjoint(YES)


def said_this(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear the name of the one job that is asked about, without a yes: the question is put again."""
    held = moment.facts.vacancy(state.of("want")["about"], None)
    if held is None or parse.certain or parse.topic or _says_yes(parse):
        return None
    return ask_again(replace(state, misunderstood=0), moment) if named_in(parse.text, [held]) else None


def said_other(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a name under the question what is to go to one employer: it is put again, for whom is named."""
    said = words_of(parse.text).removeprefix("nee ")
    found = () if parse.certain or parse.topic else chosen(said, talking(moment), moment)
    if len(found) != 1:
        return None
    name = moment.in_words(other_name(found[0], moment))
    held = {**state.of("talk"), "about": found[0].id, "name": name, FOR_WHOM: found[0].id, MARK: moment.fresh_id}
    return ask_again(state.having("talk", held), moment)


def named_alone(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear an employer's name and nothing else, where nothing is written or asked, as to whom somebody writes next."""
    found = meant(parse.text, talking(moment), moment) if names_employer(parse.text, alone=True) else ()
    return tapped_talk(state, moment, found[0].id, "write") if len(found) == 1 else None


def left_unwritten(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "laat maar" while somebody writes: nothing goes, and what could be meant as well is a button."""
    held = state.of(state.stack[-1])
    for_nobody = is_nobody(parse.text) and not (is_pending(held) or is_sure(held, moment))
    if state.stack[-1] not in {"talk", "ask"} or not (never_mind(parse) or for_nobody):
        return None
    talk = next((each for each in talking(moment) if each.id == held.get("about")), None)
    several = len(talking(moment)) > 1 and not is_sure(held, moment)
    if talk is None or several or is_pending(held):
        return say_beside(state, moment, say(_("Goed, ik stuur niets."), buttons=(MY_TALKS,)))
    told = say(
        _("Goed, ik stuur niets naar {name}.", name=verbatim(held["name"])),
        _("Wil je stoppen met praten? Tik dan op de knop."),
        buttons=talk_buttons(talk),
    )
    return say_beside(state, moment, told)
