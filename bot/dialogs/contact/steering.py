"""What somebody asks for about a contact, in words: done with the one that is meant, or it is asked which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.answering import choose
from bot.dialogs.asking import dialog_of, go_on, question_of, say_beside, say_between
from bot.dialogs.contact.ending import MORE_JOBS
from bot.dialogs.contact.mine import tapped_request, tapped_talk, whom_heard
from bot.dialogs.contact.parting import PART
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.talk import BOTH, is_sure
from bot.dialogs.contact.whom import ALL_OF_IT, WHO, asking, chosen, is_nobody, meant, names_employer, names_nobody
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.named import name_of
from bot.dialogs.turn import say
from bot.dialogs.yes_or_no import is_yes_to
from bot.domain.contact import Phase, may_pass, phase_at
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.contact import Wanted
    from bot.nlu.parse import Parse

_OPEN = frozenset({Phase.ASKED, Phase.ACCEPTED})
_NOT_WHILE_WRITING = frozenset({"home", "request"})
"""Where somebody writes to nobody: there a name that is none of their contacts is told to be so."""


_ENDS = frozenset("stop stoppen praten chatten contact".split())
"""With one of these it is a contact that ends; without, it may be a job that was shown."""


def asked_of_contact(state: State, moment: Moment, parse: Parse, wanted: Wanted) -> Turn | None:
    """Do what is asked; None: it is of no contact of theirs. What gives way to it says so."""
    turn = _asked(state, moment, parse, wanted)
    left = dialog_of(state).left
    return turn.after(say(*left)) if turn and left and state.stack[-1] not in turn.state.stack else turn


def _asked(state: State, moment: Moment, parse: Parse, wanted: Wanted) -> Turn | None:
    talks = [each for each in moment.facts.contacts() if phase_at(each.contact, moment.at) in _OPEN]
    found = meant(wanted.whom, talks, moment)
    if wanted.what == "heard" and not wanted.whom and _here(state, moment):
        return None  # that is asked of who is written to
    if not found:
        return _no_contact(state, moment, parse, wanted)
    if len(found) > 1:
        found = _likely(found, state, moment, wanted) or found
    if len(found) == 1:
        return _do(state, moment, found[0], wanted)
    if wanted.what == "heard":
        return whom_heard(state, moment)
    return go_on(asking(state, moment, found, _key(wanted)), moment)


def _here(state: State, moment: Moment) -> str | None:
    """Give the conversation in which somebody surely writes now."""
    held = state.of("talk")
    return str(held["about"]) if state.stack[-1] == "talk" and is_sure(held, moment) else None


def _likely(found: tuple[Talk, ...], state: State, moment: Moment, wanted: Wanted) -> tuple[Talk, ...]:
    """Give, of several, the conversation that is open, else those to which what is asked can be done now."""
    here = _here(state, moment)
    if here in {each.id for each in found}:
        return tuple(each for each in found if each.id == here)
    return () if wanted.what in {"end", "heard"} else tuple(each for each in found if may_pass(each.contact, moment.at))


def _key(wanted: Wanted) -> str:
    return f"{wanted.what}_{wanted.piece}" if wanted.piece else wanted.what


def _do(state: State, moment: Moment, talk: Talk, wanted: Wanted) -> Turn:
    """Do it with one contact; where no messages pass yet, what can be done there is told."""
    if wanted.what == "end" and state.stack[-1] == "request" and state.of("request")["about"] == talk.id:
        return tapped_request(state, moment, talk.id, "no")
    can = wanted.what == "end" or may_pass(talk.contact, moment.at)
    return tapped_talk(state, moment, talk.id, _key(wanted) if can else "open")


def _no_contact(state: State, moment: Moment, parse: Parse, wanted: Wanted) -> Turn | None:
    """Say that there is no such contact, where an employer or work is named, or something is to be given."""
    if wanted.what == "end":
        return _nothing_to_end(state, moment, parse, wanted)
    names_one = names_employer(wanted.whom, alone=True)
    if wanted.what == "back" and names_one:
        return say_beside(state, moment, say(_("Met die werkgever heb je nu geen contact."), buttons=(MY_TALKS,)))
    is_of_work = (
        (wanted.what == "heard" and names_one)
        or wanted.what == "give"
        or not wanted.whom
        or names_nobody(wanted.whom)
        or bool(parse.entities)
    )
    if not is_of_work or state.stack[-1] not in _NOT_WHILE_WRITING:
        return None
    told = (_("Met die werkgever heb je nu geen contact."), _("Wil je contact? Kies dan een baan."))
    return say_beside(state, moment, say(*told, buttons=(MY_TALKS, MORE_JOBS)))


def _nothing_to_end(state: State, moment: Moment, parse: Parse, wanted: Wanted) -> Turn | None:
    """Say so, where somebody stops with one employer, and not with everything; that is a button."""
    stops_all = name_of(parse) == "stop"  # what else would follow, also where any words are an answer
    is_free = state.stack[-1] in _NOT_WHILE_WRITING and not Sentence.of(parse.text).words.isdisjoint(_ENDS)
    if not (is_free or stops_all) or not names_employer(wanted.whom):
        return None
    told = (_("Met die werkgever heb je nu geen contact."), _("Wil je overal mee stoppen? Tik dan op de knop."))
    return say_between(state, moment, say(*told, buttons=(MY_TALKS, ALL_OF_IT)))


def said_who(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear words under the question which contact is meant; None: they name none of these."""
    held, question = state.of(state.stack[-1]), question_of(state, moment)
    if question and is_nobody(parse.text):
        return choose(state, question, question.no, moment)
    known = {each.id: each for each in moment.facts.contacts()}
    offered = [known[each] for each, _name in held.get("options") or [[held.get("about"), ""]] if each in known]
    found = chosen(parse.text, offered, moment)
    if not found or question is None:
        return None
    if question.name == WHO:
        return tapped_talk(state, moment, found[0].id, held["does"]) if len(found) == 1 else None
    return choose(state, question, found[0].id if len(found) == 1 else BOTH, moment)


def agreed_to_part(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "ja, stop maar" as a yes to ending one contact, and not as stopping with everything."""
    question, held = question_of(state, moment), state.of(PART.name)
    if state.stack[-1] != PART.name or question is None or not is_yes_to(question, parse, held, moment):
        return None
    return choose(state, question, question.yes, moment)


def asked_whom_again(state: State, moment: Moment) -> Turn:
    """Keep a message that waits, and ask once more for whom it is."""
    return misunderstood(state, moment, _("Ik weet nog niet voor wie je bericht is."))
