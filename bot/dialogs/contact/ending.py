"""How a contact ends: stopped, blocked, over by the clock, or because somebody stops with everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.naming import ENDED, SILENT, button, other_id, other_name, own_name, side_of, work
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.talk import remembering
from bot.dialogs.turn import Turn, command, say
from bot.domain.consent import Answer, Consent, Piece, answered, holds
from bot.domain.contact import Act, Phase, Side, Why, answer_due, happens, is_silent, may_pass, phase_at
from bot.domain.contact_seen import Seen, seen_by_employer
from bot.domain.effects import BlockContact, ForgetFile, ForgetGiven, KeepConsent, KeepContact, Plan
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.contact import ContactRequest
    from bot.domain.effects import Effect
    from bot.domain.message import Button
    from bot.text import Text

MORE_JOBS = command(_("Laat banen zien"), "show_vacancies")
WITHDRAW_VERSION = "stoppen-1"
ALREADY = _("Dit gesprek is al gestopt.")
TAKEN_BACK = _("Je vraag is ingetrokken. Er komt geen antwoord meer.")


def elsewhere(moment: Moment) -> tuple[Any, ...]:
    """Give the button that leads on, after something is over."""
    return (MY_TALKS,) if side_of(moment) is Side.EMPLOYER else (MORE_JOBS,)


def stop(state: State, moment: Moment, talk: Talk) -> Turn:
    """Stop a conversation, at once and with one tap."""
    ended = happens(talk.contact, Act.STOP, side_of(moment), moment.at)
    if ended is None:
        return Turn(left(state, talk), (say(ALREADY, buttons=elsewhere(moment)),), rests=True)
    told = say(
        _("Het gesprek met {name} is gestopt.", name=other_name(talk, moment)),
        _("Jullie kunnen geen berichten meer sturen."),
        buttons=(*_took_on(moment, talk), *elsewhere(moment)),
    )
    return Turn(left(state, talk), (*over(moment, talk, ended), told), rests=True)


def _took_on(moment: Moment, talk: Talk) -> tuple[Button, ...]:
    """Let an employer mark, at the end, that they take somebody on."""
    return (
        (button(talk, _("Ik neem {name} aan", name=other_name(talk, moment)), "hired"),)
        if side_of(moment) is Side.EMPLOYER
        else ()
    )


def block(state: State, moment: Moment, talk: Talk) -> Turn:
    """End a contact for ever; the other side sees no more than that it stopped."""
    ended = happens(talk.contact, Act.BLOCK, side_of(moment), moment.at)
    effects = over(moment, talk, ended) if ended else ()
    return blocked(left(state, talk), moment, talk).after(*effects)


def blocked(state: State, moment: Moment, talk: Talk) -> Turn:
    """Let these two have no contact any more."""
    between = talk.contact.between
    told = say(
        _("Goed. Jij en {name} krijgen nooit meer contact.", name=other_name(talk, moment)),
        _("{name} hoort niet waarom.", name=other_name(talk, moment)),
        buttons=elsewhere(moment),
    )
    blocks = (BlockContact(between.person_id, between.employer_id, side_of(moment)),) if between.person_id else ()
    return Turn(state, (*blocks, told), rests=True)


def left(state: State, talk: Talk) -> State:
    """Close what is open about a conversation, and forget what the other side wrote."""
    return remembering(_without(state, talk.id), talk.id, None)


def _without(state: State, about: str) -> State:
    """Close what is asked or written about a conversation that is over."""
    while state.stack[-1] in {"talk", "request", "give"} and state.of(state.stack[-1]).get("about") == about:
        state = state.closing()
    return state


def over(moment: Moment, talk: Talk, ended: ContactRequest, *, silent: bool = False) -> tuple[Effect, ...]:
    """Keep that a contact is over, withdraw what was given in it, and tell the other side if they knew of it."""
    between = talk.contact.between
    told = ending_told(moment, talk, silent=silent)
    withdrawn = withdrawing(talk, moment)
    kept = (KeepConsent(talk.id, between.person_id, withdrawn),) if withdrawn else ()
    return (KeepContact(talk.id, ended), *kept, *told, *forgetting(moment, talk))


def forgetting(moment: Moment, talk: Talk) -> tuple[ForgetGiven, ...]:
    """Take the name and the numbers that were given out of an employer's chat: kept no longer than the talk."""
    person_id = talk.contact.between.person_id
    return (ForgetGiven(person_id),) if side_of(moment) is Side.EMPLOYER and person_id else ()


def withdrawing(talk: Talk, moment: Moment) -> tuple[Consent, ...]:
    """Give the rows that withdraw a conversation, and all that rests on it."""
    if not holds(talk.consents, Piece.CONVERSATION):
        return ()
    row = Consent(Piece.CONVERSATION, Answer.WITHDRAWN, moment.at, WITHDRAW_VERSION)
    return answered(talk.consents, row)[len(talk.consents) :]


def ending_told(moment: Moment, talk: Talk, *, silent: bool = False) -> tuple[Plan, ...]:
    """Tell the other side that a contact is over, where they know of it: a question that nobody answered tells nothing.

    It arrives also when whose turn it is erases everything; it holds nothing of them but the pseudonym.
    """
    other = other_id(talk, moment)
    unseen = side_of(moment) is Side.JOBSEEKER and talk.contact.asked_by is Side.EMPLOYER
    if not other or (unseen and not may_pass(talk.contact, moment.at)):
        return ()
    body = {"id": talk.id, "name": own_name(talk, moment), "job": talk.vacancy.title, "silent": silent}
    return (Plan(ENDED, body, to=other, stays=True),)


def all_over(moment: Moment, why: Why) -> tuple[Effect, ...]:
    """End every contact of a jobseeker that is open or runs: they stop, or found work."""
    effects: tuple[Effect, ...] = ()
    for each in moment.facts.contacts():
        talk = moment.facts.contact(each.id)
        ended = happens(talk.contact, Act.CLOSE, Side.CHAT, moment.at, why) if talk else None
        if talk and ended:
            effects = (*effects, *over(moment, talk, ended))
    return effects


def farewells(moment: Moment) -> tuple[Plan, ...]:
    """Tell the other sides of all that runs that it is over: whose turn it is erases everything."""
    running = [each for each in moment.facts.contacts() if phase_at(each.contact, moment.at) in _OPEN]
    return tuple(plan for each in running for plan in ending_told(moment, each))


_OPEN = frozenset({Phase.ASKED, Phase.ACCEPTED})


def has_ended(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Say that the other side ended it, without how or why; or that whose turn it is let somebody wait too long."""
    name, job = verbatim(str(body["name"])), verbatim(str(body["job"]))
    told: tuple[Text, ...] = (_("Het gesprek met {name} over {job} is gestopt.", name=name, job=job),)
    if body.get("silent"):
        days = moment.gemeente.employer_answer_days
        told = (
            _("Je schreef {name} niet terug binnen {n} werkdagen.", name=name, n=days),
            _("Daarom is het gesprek over {job} gestopt.", job=job),
        )
    about = str(body["id"])
    state, talk = remembering(_without(state, about), about, None), moment.facts.contact(about)
    gone: tuple[Effect, ...] = (ForgetFile(about), *(forgetting(moment, talk) if talk else ()))
    if state.paused:
        return Turn(state, gone)
    return Turn(state, (*gone, say(*told, buttons=elsewhere(moment), push=True)), rests=True)


def is_over(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Say to an employer, after exactly the time that every question has, that there is no contact."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None or state.paused or seen_by_employer(talk.contact, moment.at) is not Seen.NO_CONTACT:
        return Turn(state)
    told = say(
        _("Er komt geen contact met {name} over {job}.", name=other_name(talk, moment), job=work(talk.vacancy)),
        _("Ik zeg nooit waarom. Misschien past iemand anders bij je baan."),
        buttons=(MY_TALKS,),
        push=True,
    )
    return Turn(state, (told,), rests=True)


def has_waited(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Close a contact whose employer let the person wait too long, and say so honestly."""
    talk = moment.facts.contact(str(body["id"]))
    opening, days = moment.gemeente.opening, moment.gemeente.employer_answer_days
    due = answer_due(talk.contact, opening, days) if talk else None
    if talk is None or due is None:
        return Turn(state)
    if not is_silent(talk.contact, moment.at, opening, days):
        return Turn(state, (Plan(SILENT, dict(body), at=due),) if due > moment.at else ())
    ended = happens(talk.contact, Act.CLOSE, Side.CHAT, moment.at, Why.EMPLOYER_SILENT)
    if ended is None:
        return Turn(state)
    told = say(
        _("{name} schreef niet binnen {n} werkdagen.", name=other_name(talk, moment), n=days),
        _("Dat ligt niet aan jou. Ik heb het contact over {job} gestopt.", job=work(talk.vacancy)),
        buttons=(MORE_JOBS,),
        push=True,
    )
    return Turn(left(state, talk), (*over(moment, talk, ended, silent=True), told), rests=True)
