"""The conversations of somebody: listed, and what can be done with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import GONE, ask_again, go_on, say_beside, say_between
from bot.dialogs.contact.asked import answer
from bot.dialogs.contact.ending import TAKEN_BACK, block, over, stop
from bot.dialogs.contact.finding import hired
from bot.dialogs.contact.naming import TALKS, button, other_name, quoted, side_of, work
from bot.dialogs.contact.piece_words import WORDS
from bot.dialogs.contact.pieces import PIECE_DOES, piece_buttons
from bot.dialogs.contact.reporting import report, reported
from bot.dialogs.contact.talk import doubted, is_pending, opened, talk_buttons
from bot.dialogs.contact.want import wanted_buttons
from bot.dialogs.turn import Turn, say
from bot.domain.consent import Piece
from bot.domain.contact import Act, Phase, Side, happens, may_pass, phase_at
from bot.domain.contact_seen import Seen, seen_by_employer
from bot.domain.effects import KeepContact
from bot.domain.opening import AMSTERDAM
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Say
    from bot.domain.message import Button
    from bot.nlu.parse import Parse

MOST = 4
MOST_LINES = 10


def tapped_request(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Hear a button under a question for contact, however old."""
    below = state.closing() if state.stack[-1] == "request" and state.of("request").get("about") == thing else state
    turn = answer(below.settled(), moment, thing, key)
    return turn if turn.rests else go_on(turn.state, moment).after(*turn.effects)


def my_talks(state: State, moment: Moment, _parse: Parse) -> Turn:
    """List what runs and what waits, the newest first."""
    return say_beside(state, moment, _listed(moment))


def whom_heard(state: State, moment: Moment) -> Turn:
    """List them all to who asks whether somebody answered; what is open stays open."""
    return say_between(state, moment, _listed(moment))


def _listed(moment: Moment) -> Say:
    held = [(each, told) for each in reversed(moment.facts.contacts()) if (told := _stands(each, moment))]
    if not held:
        return say(_("Je hebt nu geen gesprekken."))
    told = lines(*(line for _each, line in held[:MOST_LINES]))
    buttons = tuple(_button(each, moment) for each, _line in held if _can_open(each, moment))[:MOST]
    return say(_("Dit zijn je gesprekken:"), told, buttons=buttons)


def _button(talk: Talk, moment: Moment) -> Button:
    return button(talk, _("{name}, {job}", name=other_name(talk, moment), job=work(talk.vacancy)), "open")


def _can_open(talk: Talk, moment: Moment) -> bool:
    if may_pass(talk.contact, moment.at):
        return True
    if side_of(moment) is Side.EMPLOYER:
        return seen_by_employer(talk.contact, moment.at) in {Seen.WAITING, Seen.TO_ANSWER}
    return phase_at(talk.contact, moment.at) is Phase.ASKED


_EMPLOYER: Mapping[Seen, Text] = {
    Seen.WAITING: _("je wacht op een antwoord"),
    Seen.NO_CONTACT: _("geen contact"),
    Seen.TO_ANSWER: _("wacht op jou"),
    Seen.TALKING: _("jullie praten"),
    Seen.ENDED: _("gestopt"),
    Seen.SILENT: _("gestopt, je schreef niet op tijd"),
}
_JOBSEEKER: Mapping[tuple[Phase, Side], Text] = {
    (Phase.ASKED, Side.EMPLOYER): _("vraagt of je wilt praten"),
    (Phase.ASKED, Side.JOBSEEKER): _("je wacht op een antwoord"),
    (Phase.ACCEPTED, Side.EMPLOYER): _("jullie praten"),
    (Phase.ACCEPTED, Side.JOBSEEKER): _("jullie praten"),
}


def _stands(talk: Talk, moment: Moment) -> Text | None:
    """Say where a contact stands; None for what is over and not worth a line."""
    if side_of(moment) is Side.EMPLOYER:
        seen = seen_by_employer(talk.contact, moment.at)
        told = _EMPLOYER.get(seen)
        if seen is Seen.WAITING and told:
            until = talk.contact.expires_at.astimezone(AMSTERDAM).date()
            told = _("je hoort iets op {day}, of al eerder", day=until)
    else:
        told = _JOBSEEKER.get((phase_at(talk.contact, moment.at), talk.contact.asked_by))
    name = other_name(talk, moment)
    return _("• {name}, {job}: {stands}", name=name, job=work(talk.vacancy), stands=told) if told else None


def tapped_talk(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Do what a button about a contact says, however old it is; for whom the next words are may be asked after it."""
    turn = _done(state, moment, thing, key)
    of_another = turn.state.stack[-1] == "talk" and turn.state.of("talk").get("about") != thing
    return replace(turn, state=doubted(turn.state)) if of_another else turn


def _done(state: State, moment: Moment, thing: str, key: str) -> Turn:
    talk, does = moment.facts.contact(thing), _DOES.get(key)
    verb, _sign, piece = key.partition("_")
    if talk and verb in PIECE_DOES and piece in WORDS:
        return PIECE_DOES[verb](state, moment, talk, Piece(piece))
    return does(state, moment, talk) if talk and does else ask_again(state, moment, GONE)


def _open(state: State, moment: Moment, talk: Talk) -> Turn:
    if may_pass(talk.contact, moment.at):
        return _write(state, moment, talk)
    if not _can_open(talk, moment):
        return say_beside(state, moment, say(_("Dit gesprek is gestopt.")))
    stands = _stands(talk, moment)
    if talk.contact.asked_by is side_of(moment):
        back = (button(talk, _("Trek je vraag terug"), "withdraw"),)
        return say_beside(state, moment, say(*((stands,) if stands else ()), buttons=back))
    if side_of(moment) is Side.JOBSEEKER:
        return asked_again(state, moment, talk)
    told = say(*((stands,) if stands else ()), _("Wil je praten?"), buttons=wanted_buttons(talk))
    return say_beside(state, moment, told)


def asked_again(state: State, moment: Moment, talk: Talk, *before: Text) -> Turn:
    """Put an employer's question for contact once more, so that a yes in words is a yes to this one."""
    return go_on(state.settled().opening("request").having("request", {"about": talk.id}), moment, *before)


def _write(state: State, moment: Moment, talk: Talk) -> Turn:
    if not may_pass(talk.contact, moment.at):
        return say_beside(state, moment, say(_("Dit gesprek is gestopt.")))
    return go_on(opened(state, talk, moment), moment)


def _heard(state: State, moment: Moment, talk: Talk) -> Turn:
    """Tell what the other side wrote last, or that they did not write; what was being written or given stays open."""
    if not may_pass(talk.contact, moment.at):
        return _open(state, moment, talk)
    last, name = state.of(TALKS).get(talk.id), other_name(talk, moment)
    told = (
        (_("Dit schreef {name} als laatste:", name=name), quoted(last))
        if last
        else (_("{name} schreef nog niets.", name=name),)
    )
    said = say(*told, buttons=talk_buttons(talk))
    held = state.of("talk") if state.stack[-1] == "talk" else {}
    is_of_another = held.get("about", talk.id) != talk.id and not is_pending(held)
    return Turn(replace(state, misunderstood=0), (said,)) if is_of_another else say_between(state, moment, said)


def _part(state: State, moment: Moment, talk: Talk) -> Turn:
    """Ask whether this contact is to end."""
    return go_on(state.settled().opening("part").having("part", {"about": talk.id}), moment)


def _finish(state: State, moment: Moment, talk: Talk) -> Turn:
    """Write no more for now: the conversation stays."""
    below = state.settled()
    told = say(_("Goed. Schrijft {name} weer? Dan hoor je het.", name=other_name(talk, moment)))
    return ask_again(below, moment).after(told)


def _more(state: State, moment: Moment, talk: Talk) -> Turn:
    name = other_name(talk, moment)
    never = (
        _("Nooit meer van dit bedrijf")
        if side_of(moment) is Side.JOBSEEKER
        else _("Geen contact meer met {name}", name=name)
    )
    running = may_pass(talk.contact, moment.at)
    buttons = (
        button(talk, _("Meld dit bericht"), "report"),
        button(talk, never, "block"),
        *((button(talk, _("Stop dit gesprek"), "stop"),) if running else ()),
        *piece_buttons(talk, moment),
    )
    return Turn(
        state,
        (say(_("Gesprek met {name} over {job}.", name=name, job=work(talk.vacancy)), buttons=buttons),),
        rests=True,
    )


def _withdraw(state: State, moment: Moment, talk: Talk) -> Turn:
    """Take a question back; an employer can as long as they see no answer."""
    kept = happens(talk.contact, Act.WITHDRAW, side_of(moment), moment.at)
    if kept is None:
        return say_beside(state, moment, say(_("Dat kan niet meer.")))
    told = say(TAKEN_BACK)
    if side_of(moment) is Side.JOBSEEKER:
        return say_beside(state, moment, told).after(*over(moment, talk, kept))
    return say_beside(state, moment, told).after(KeepContact(talk.id, kept))


_DOES: Mapping[str, Callable[[State, Moment, Talk], Turn]] = {
    "open": _open,
    "write": _write,
    "done": _finish,
    "stop": stop,
    "block": block,
    "more": _more,
    "hired": hired,
    "heard": _heard,
    "end": _part,
    "report": report,
    "reported": reported,
    "withdraw": _withdraw,
}
"""By key of a button about a contact."""
