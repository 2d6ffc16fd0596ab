"""What happens around a piece: offered, asked for by an employer, received, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.asking import go_on
from bot.dialogs.contact.give import as_sent, giving, refused
from bot.dialogs.contact.naming import button, other_id, other_name, side_of, work
from bot.dialogs.contact.piece_words import WORDS
from bot.dialogs.turn import Turn, say
from bot.domain.consent import Answer, Consent, Piece, answered, holds, may_be_asked
from bot.domain.contact import Side, may_pass
from bot.domain.effects import ForgetGiven, KeepConsent, Plan
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.message import Button

ASKED_FOR = "piece_asked"
"""To a jobseeker: an employer asks for a piece. Body: `id`, `piece`."""
TAKEN_BACK = "piece_back"
"""To an employer: a person takes a piece back. Body: `id`, `piece`."""
VERSION = "terug-1"

_ASKS_FOR = "pieces"
"""Beside the dialogs' answers of an employer: by contact, which pieces they asked for; each once."""


def piece_buttons(talk: Talk, moment: Moment) -> tuple[Button, ...]:
    """Make the buttons for the next pieces that can be given, or asked for."""
    if not may_pass(talk.contact, moment.at):
        return ()
    open_now = [each for each in WORDS if may_be_asked(talk.consents, each) and not holds(talk.consents, each)]
    if side_of(moment) is Side.EMPLOYER:
        return tuple(button(talk, WORDS[each].want, f"want_{each.value}") for each in open_now)
    return tuple(button(talk, WORDS[each].give, f"give_{each.value}") for each in open_now)


def give(state: State, moment: Moment, talk: Talk, piece: Piece) -> Turn:
    """Ask what is to be sent, and show it; before anything else the first name goes, if it did not yet."""
    if side_of(moment) is Side.EMPLOYER or not may_pass(talk.contact, moment.at):
        return Turn(state, (say(_("Dit gesprek is gestopt.")),), rests=True)
    if piece is Piece.FILE and holds(talk.consents, piece):
        told = say(
            _("Je gaf al een bestand. Trek het eerst terug."),
            buttons=(button(talk, WORDS[piece].back, f"back_{piece.value}"),),
        )
        return Turn(state, (told,), rests=True)
    if may_be_asked(talk.consents, piece):
        return go_on(giving(state.settled(), moment, talk, piece), moment)
    first = _("Eerst je voornaam, daarna {what}.", what=WORDS[piece].your)
    why = _("Dan weet {employer} van wie het is.", employer=other_name(talk, moment))
    return go_on(giving(state.settled(), moment, talk, Piece.FIRST_NAME, after=piece), moment, first, why)


def no(state: State, moment: Moment, talk: Talk, piece: Piece) -> Turn:
    """Say no to what an employer asked for; what was given meanwhile is taken back."""
    if side_of(moment) is Side.EMPLOYER:
        return Turn(state, (say(_("Dat kan niet meer.")),), rests=True)
    return back(state, moment, talk, piece) if holds(talk.consents, piece) else refused(state, moment, talk, piece)


def want(state: State, moment: Moment, talk: Talk, piece: Piece) -> Turn:
    """Ask a person for a piece, once; it goes through the same question, and a no is not told."""
    if side_of(moment) is Side.JOBSEEKER or not may_pass(talk.contact, moment.at):
        return Turn(state, (say(_("Dit gesprek is gestopt.")),), rests=True)
    asked_for = state.of(_ASKS_FOR).get(talk.id, [])
    if piece.value in asked_for:
        return Turn(state, (say(_("Dat heb je al gevraagd. Wacht op een antwoord.")),), rests=True)
    kept = {**state.of(_ASKS_FOR), talk.id: [*asked_for, piece.value]}
    asking = replace(state, answers={**state.answers, _ASKS_FOR: kept})
    name = other_name(talk, moment)
    told = say(_("Ik vraag het aan {name}.", name=name), _("Zegt {name} ja? Dan krijg je het.", name=name))
    body = {"id": talk.id, "piece": piece.value}
    return Turn(asking, (Plan(ASKED_FOR, body, to=other_id(talk, moment)), told), rests=True)


def back(state: State, moment: Moment, talk: Talk, piece: Piece) -> Turn:
    """Take a piece back, and all that rests on it, with one tap."""
    if side_of(moment) is Side.EMPLOYER or not holds(talk.consents, piece):
        was_given = any(each.piece is piece and each.answer is Answer.GIVEN for each in talk.consents)
        never = _("Dat gaf je nog niet aan {employer}.", employer=other_name(talk, moment))
        return Turn(state, (say(_("Dat heb je al teruggenomen.") if was_given else never),), rests=True)
    row = Consent(piece, Answer.WITHDRAWN, moment.at, VERSION)
    rows = answered(talk.consents, row)[len(talk.consents) :]
    fallen = [each.piece for each in rows if each.piece in WORDS]
    told = say(
        _("Ik vraag {employer} om dit te wissen.", employer=other_name(talk, moment)),
        _("Wil je ook stoppen met praten? Tik dan op de knop."),
        buttons=(button(talk, _("Stop dit gesprek"), "stop"),),
    )
    plans = tuple(
        Plan(TAKEN_BACK, {"id": talk.id, "piece": each.value}, to=talk.contact.between.employer_id) for each in fallen
    )
    return Turn(state, (KeepConsent(talk.id, moment.person.id, rows), *plans, told), rests=True)


def is_asked_for(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Tell a person that an employer asks for a piece; nothing goes without the same question as always."""
    talk, piece = moment.facts.contact(str(body["id"])), Piece(body["piece"])
    if talk is None or state.paused or not may_pass(talk.contact, moment.at) or holds(talk.consents, piece):
        return Turn(state)
    told = say(
        _(
            "{employer} vraagt om {what}. Het gaat over: {job}.",
            employer=other_name(talk, moment),
            what=WORDS[piece].your,
            job=work(talk.vacancy),
        ),
        _("Nee mag ook. {employer} hoort dat niet.", employer=other_name(talk, moment)),
        buttons=(
            button(talk, WORDS[piece].give, f"give_{piece.value}"),
            button(talk, _("Nee, stuur niets"), f"no_{piece.value}"),
        ),
        push=True,
    )
    return Turn(state, (told,), rests=True)


def is_given(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Give an employer a piece, if the yes for it holds at this moment."""
    talk, piece = moment.facts.contact(str(body["id"])), Piece(body["piece"])
    if talk is None or not may_pass(talk.contact, moment.at) or not holds(talk.consents, piece):
        return Turn(state)
    told = say(
        as_sent(piece, str(body["text"])),
        by=other_name(talk, moment),
        from_id=other_id(talk, moment),
        given=True,
        file=str(body["text"]) if piece is Piece.FILE else None,
        push=True,
        buttons=(button(talk, _("Antwoorden"), "write"),),
    )
    return Turn(state, (told, say(_("Gebruik dit alleen voor deze baan. Wis het daarna."), push=True)), rests=True)


def is_taken_back(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Tell an employer to delete what was given."""
    talk, piece = moment.facts.contact(str(body["id"])), Piece(body["piece"])
    if talk is None:
        return Turn(state)
    told = say(
        _("{name} trekt {what} terug.", name=other_name(talk, moment), what=WORDS[piece].the),
        _("Wis het nu overal, en gebruik het niet meer."),
        push=True,
    )
    forget = (ForgetGiven(other_id(talk, moment)),) if other_id(talk, moment) else ()
    return Turn(state, (*forget, told), rests=True)


PIECE_DOES = {"give": give, "no": no, "want": want, "back": back}
"""By the first part of the key of a button about a piece (`give_phone`)."""
