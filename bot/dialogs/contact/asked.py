"""A jobseeker is asked for contact, and decides: what a yes gives and what it does not stands in the question."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.ending import MORE_JOBS, blocked
from bot.dialogs.contact.naming import ACCEPTED, ASKED, SILENT, other_name, quoted, shown, work
from bot.dialogs.contact.talk import opened, talk_buttons
from bot.dialogs.contact.this_job import this_job
from bot.dialogs.dialog import Dialog
from bot.dialogs.handoff.asked import begun
from bot.dialogs.question import TAP_YES_OR_NO, Choice, ask
from bot.dialogs.resting import BUSY, is_free
from bot.dialogs.seen import lines_of
from bot.dialogs.turn import Turn, say
from bot.domain.consent import Answer, Consent, Piece, answered
from bot.domain.contact import Act, Phase, Side, Why, answer_due, happens, phase_at
from bot.domain.effects import KeepConsent, KeepContact, Plan
from bot.domain.message import Button
from bot.domain.opening import AMSTERDAM
from bot.domain.vacancy import Standing
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Effect
    from bot.nlu.sentence import Sentence

VERSION = "praten-1"
"""Names the text of `asked`; another text is another version."""

CHOICES = (
    Choice("yes", _("Ja, ik wil praten"), "yes"),
    Choice("no", _("Nee, dank je"), "no"),
    Choice("help", _("Vraag mijn werkmatcher"), "help"),
    Choice("never", _("Nooit meer van dit bedrijf"), "never"),
)

NO_LONGER = _("Deze vraag is niet meer open.")


def request_buttons(answers: Answers) -> tuple[Button, ...]:
    """Make the buttons under a question for contact; they work for as long as it can be answered."""
    return tuple(Button(choice.label, f"contact:{answers['about']}={choice.key}") for choice in CHOICES)


def asked(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Ask a jobseeker whether they want to talk with an employer."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None or phase_at(talk.contact, moment.at) is not Phase.ASKED or state.paused:
        return Turn(state)
    if not is_free(state):
        return Turn(state, (Plan(ASKED, dict(body), at=moment.at + BUSY),))
    asking = state.settled().opening("request").having("request", {"about": talk.id})
    return Turn(asking, _question(talk, moment, str(body["text"])), rests=True)


def _question(talk: Talk, moment: Moment, words: str) -> tuple[Effect, ...]:
    employer, seen = other_name(talk, moment), moment.facts.seen_of(moment.person.id, talk.vacancy)
    asks = say(
        _("{employer} wil met je praten over: {job}.", employer=employer, job=work(talk.vacancy)),
        quoted(words),
        from_id=talk.contact.between.employer_id,
        push=True,
    )
    knows = (
        (say(_("Dit weet {employer} nu van jou:", employer=employer), lines(*lines_of(seen.seen)), push=True),)
        if seen
        else ()
    )
    gives = say(
        _("Zeg je ja? Dan sturen jullie elkaar hier berichten."),
        _("{employer} krijgt geen naam en geen nummer.", employer=employer),
        push=True,
    )
    until = (talk.contact.expires_at - timedelta(days=1)).astimezone(AMSTERDAM).date()
    choice = say(
        _("Nee mag ook, en niets doen ook. De vraag is er tot en met {day}.", day=until),
        _("Wil je praten?"),
        buttons=request_buttons({"about": talk.id}),
        push=True,
    )
    return (asks, *knows, gives, choice)


def _said(state: State, moment: Moment) -> Turn:
    held = state.of("request")
    chosen, about = held.get("request.answer"), held["about"]
    below = state.closing()
    if chosen is None:
        told = say(_("Dat is goed. Je kunt later nog antwoorden."), buttons=request_buttons(held))
        return Turn(below, (told,), rests=True)
    return answer(below, moment, about, chosen)


def _again(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    talk = moment.facts.contact(answers["about"])
    if talk is None:
        return (_("Wil je praten met dit bedrijf?"),)
    return (_("Wil je met {employer} praten over: {job}?", employer=other_name(talk, moment), job=work(talk.vacancy)),)


def _doubted(yes: Sentence, answers: Answers, moment: Moment) -> Text | None:
    talk, asked = moment.facts.contact(answers["about"]), _again(answers, moment)[-1]
    return this_job(yes, talk.vacancy if talk else None, (moment.in_words(asked), asked.msgid))


REQUEST = Dialog(
    name="request",
    light=True,
    questions=(
        ask(
            "request.answer",
            _again,
            choices=CHOICES,
            buttons=request_buttons,
            yes="yes",
            no="no",
            doubt=_doubted,
            exact=True,
            means={"interested": "yes", "not_interested": "no", "human": "help"},
            why=_("Ik vraag het altijd eerst aan jou. Jij beslist."),
            again=TAP_YES_OR_NO,
        ),
    ),
    done=_said,
)


def answer(state: State, moment: Moment, about: str, key: str) -> Turn:
    """Hear what somebody says to a question for contact; of two answers the first one counts."""
    talk = moment.facts.contact(about)
    if talk is None or phase_at(talk.contact, moment.at) is not Phase.ASKED or talk.contact.asked_by is Side.JOBSEEKER:
        return Turn(state, (say(NO_LONGER, buttons=(MORE_JOBS,)),), rests=True)
    if key == "yes":
        return _yes(state, moment, talk)
    if key == "help":
        what = _("{employer} vraagt contact: {job}", employer=other_name(talk, moment), job=work(talk.vacancy))
        later = say(_("Je kunt de vraag ook nog zelf beantwoorden."), buttons=request_buttons({"about": about}))
        return begun(state, moment, what).after(later)
    refused = happens(talk.contact, Act.REFUSE, Side.JOBSEEKER, moment.at)
    no = KeepConsent(talk.id, moment.person.id, (Consent(Piece.CONVERSATION, Answer.REFUSED, moment.at, VERSION),))
    if refused is None:
        return Turn(state)
    if key == "never":
        ended = happens(talk.contact, Act.BLOCK, Side.JOBSEEKER, moment.at) or refused
        return blocked(state, moment, talk).after(KeepContact(talk.id, ended), no)
    told = say(
        _("Goed. {employer} hoort niet dat je nee zei.", employer=other_name(talk, moment)),
        _("Er verandert niets aan je uitkering."),
        buttons=(MORE_JOBS,),
    )
    return Turn(state, (KeepContact(talk.id, refused), no, told), rests=True)


def _yes(state: State, moment: Moment, talk: Talk) -> Turn:
    """Begin the conversation, if the work is still there."""
    employer = other_name(talk, moment)
    if talk.vacancy.standing is not Standing.OPEN:
        gone = happens(talk.contact, Act.CLOSE, Side.CHAT, moment.at, Why.VACANCY_GONE)
        told = say(_("Deze baan is nu dicht. {employer} hoort niets van jou.", employer=employer), buttons=(MORE_JOBS,))
        return Turn(state, (*((KeepContact(talk.id, gone),) if gone else ()), told), rests=True)
    accepted = happens(talk.contact, Act.ACCEPT, Side.JOBSEEKER, moment.at)
    if accepted is None:
        return Turn(state)
    told = say(
        _("Op {day} zei je ja tegen een gesprek met {employer}.", day=moment.today, employer=employer),
        _("Wil je niet meer? Tik dan op: Stop dit gesprek."),
        buttons=talk_buttons(talk),
    )
    soon = say(
        _("Goed. Je praat nu met {employer} over: {job}.", employer=employer, job=work(talk.vacancy)),
        _("Je naam weet {employer} niet.", employer=employer),
        _(
            "{employer} moet binnen {n} werkdagen iets schrijven.",
            employer=employer,
            n=moment.gemeente.employer_answer_days,
        ),
    )
    body = {"id": talk.id}
    due = answer_due(accepted, moment.gemeente.opening, moment.gemeente.employer_answer_days)
    given = answered(talk.consents, Consent(Piece.CONVERSATION, Answer.GIVEN, moment.at, VERSION))
    effects: tuple[Effect, ...] = (
        KeepContact(talk.id, accepted),
        KeepConsent(talk.id, moment.person.id, given[len(talk.consents) :]),
        shown(talk, moment.person.id, Piece.CONVERSATION.value),
        Plan(ACCEPTED, body, to=talk.contact.between.employer_id),
        Plan(SILENT, body, at=due),
        soon,
        told,
    )
    return Turn(opened(state, talk, moment), effects, rests=True)
