"""A jobseeker wants to talk about a vacancy: the same question, turned round. The employer answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.ending import MORE_JOBS
from bot.dialogs.contact.naming import ACCEPTED, DECLINED, SILENT, WANTED, other_id, other_name, shown, work
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.talk import opened, talk_buttons
from bot.dialogs.contact.this_job import this_job
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import confirm, marked
from bot.dialogs.resting import is_free
from bot.dialogs.seen import lines_of, parts_of
from bot.dialogs.turn import Turn, say
from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Act, Between, Phase, Side, answer_due, happens, phase_at
from bot.domain.contact import ask as asking
from bot.domain.effects import BeginContact, BlockContact, Disclose, KeepConsent, KeepContact, Know, Plan
from bot.domain.message import Button
from bot.domain.vacancy import Standing
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Fitting, Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Effect
    from bot.domain.vacancy import Vacancy
    from bot.nlu.sentence import Sentence

VERSION = "dit-wil-ik-2"
"""Names the text of `WANT`; another text is another version."""

NOT_NOW = _("Goed, de werkgever hoort niets van jou.")


def can_be_told(moment: Moment, vacancy: Vacancy) -> bool:
    """Tell whether an employer can be told that somebody wants a vacancy: they are in the chat, and neither blocked."""
    seen = moment.facts.seen_of(moment.person.id, vacancy) if vacancy.employer_id is not None else None
    return seen is not None and not seen.pair.is_blocked


def _shown(answers: Answers, moment: Moment) -> tuple[tuple[Text, ...], ...]:
    held = moment.facts.vacancy(answers["about"], None)
    seen = moment.facts.seen_of(moment.person.id, held.vacancy) if held else None
    if held is None or seen is None:
        return ()
    return (
        (_("Dit ziet {employer} dan van jou:", employer=verbatim(held.vacancy.employer)), lines(*lines_of(seen.seen))),
    )


def _asked(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    """Name the employer and the work in the question itself, so that a yes is never for another one."""
    held = moment.facts.vacancy(answers["about"], None)
    asks = _("Zal ik de werkgever laten weten dat je wilt praten?")
    if held:
        employer = verbatim(held.vacancy.employer)
        asks = _(
            "Zal ik {employer} laten weten dat je wilt praten over: {job}?", employer=employer, job=work(held.vacancy)
        )
    return (_("Je naam en je nummer krijgt de werkgever niet."), asks)


def _doubted(yes: Sentence, answers: Answers, moment: Moment) -> Text | None:
    held = moment.facts.vacancy(answers["about"], None)
    asked = _asked(answers, moment)[-1]
    return this_job(yes, held.vacancy if held else None, (moment.in_words(asked), asked.msgid))


def _wanted(state: State, moment: Moment) -> Turn:
    answers = state.of("want")
    below = state.closing()
    held = moment.facts.vacancy(answers["about"], None)
    seen = moment.facts.seen_of(moment.person.id, held.vacancy) if held else None
    if not answers["want.sure"] or held is None or seen is None or seen.pair.is_blocked:
        return Turn(below, (say(_not_now(held), buttons=(MORE_JOBS,)),), rests=True)
    vacancy = held.vacancy
    if vacancy.standing is not Standing.OPEN:
        told = say(_("Deze baan is dicht. Je kunt niet meer reageren."), buttons=(MORE_JOBS,))
        return Turn(below, (told,), rests=True)
    between = Between(moment.person.id, str(vacancy.employer_id), vacancy.id)
    begun = asking(between, Side.JOBSEEKER, moment.at)
    given = Consent(Piece.CONVERSATION, Answer.GIVEN, moment.at, VERSION)
    body = {"id": moment.fresh_id}
    days = moment.gemeente.employer_answer_days
    told = say(
        _(
            "Goed. {employer} hoort dat je wilt praten over: {job}.",
            employer=verbatim(vacancy.employer),
            job=work(vacancy),
        ),
        _("Je naam hoort {employer} niet.", employer=verbatim(vacancy.employer)),
        _("Binnen {n} werkdagen hoor je iets van mij.", n=days),
        buttons=(MY_TALKS, MORE_JOBS),
    )
    effects: tuple[Effect, ...] = (
        Know((seen.pair,)),
        BeginContact(moment.fresh_id, begun, seen.pair.name),
        KeepConsent(moment.fresh_id, moment.person.id, (given,)),
        Plan(WANTED, body, to=vacancy.employer_id),
        Plan(SILENT, body, at=answer_due(begun, moment.gemeente.opening, days)),
        told,
    )
    return Turn(below, effects, rests=True)


def _not_now(held: Fitting | None) -> Text:
    if held is None:
        return NOT_NOW
    employer = verbatim(held.vacancy.employer)
    return _("Goed, {employer} hoort niets van jou over: {job}.", employer=employer, job=work(held.vacancy))


WANT = Dialog(
    name="want",
    light=True,
    left=(NOT_NOW,),
    questions=(
        confirm(
            "want.sure",
            _asked,
            first=_shown,
            mark=marked("about"),
            doubt=_doubted,
            exact=True,
            means={"interested": True, "not_interested": False},
            yes=_("Ja, laat het weten"),
            no=_("Nee, nog niet"),
            needed=True,
            why=_("Ik stuur niets weg als jij dat niet wilt."),
        ),
    ),
    done=_wanted,
)
"""Its answers hold `about`: the vacancy."""


def known(moment: Moment, vacancy: Vacancy) -> Talk | None:
    """Give the contact that whose turn it is has about a vacancy already."""
    return next((each for each in moment.facts.contacts() if each.vacancy.id == vacancy.id), None)


def somebody_wants(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Tell an employer that somebody wants to talk about their vacancy, and show what may be seen."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None or phase_at(talk.contact, moment.at) is not Phase.ASKED or state.paused:
        return Turn(state)
    person_id = talk.contact.between.person_id
    seen = moment.facts.seen_of(person_id, talk.vacancy)
    told = say(
        _("Iemand wil met je praten over: {job}.", job=work(talk.vacancy)),
        lines(verbatim(talk.name), *(lines_of(seen.seen) if seen else ())),
        _("Antwoord binnen {n} werkdagen. Wil je praten?", n=moment.gemeente.employer_answer_days),
        buttons=wanted_buttons(talk),
        push=True,
    )
    parts = parts_of(seen.seen) if seen else ()
    return Turn(
        state, (Disclose((person_id,), "list", talk.vacancy.employer, talk.vacancy.title, parts), told), rests=True
    )


def wanted_buttons(talk: Talk) -> tuple[Button, ...]:
    """Make the buttons with which an employer answers."""
    return (
        Button(_("Ja, ik wil praten"), f"contact:{talk.id}=yes"),
        Button(_("Nee, dank je"), f"contact:{talk.id}=no"),
        Button(_("Geen contact meer met {name}", name=verbatim(talk.name)), f"contact:{talk.id}=never"),
    )


def tapped_wanted(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Hear what an employer answers to a person who wants to talk; of two answers the first one counts."""
    talk = moment.facts.contact(thing)
    if talk is None or talk.contact.asked_by is Side.EMPLOYER or phase_at(talk.contact, moment.at) is not Phase.ASKED:
        return Turn(state, (say(_("Deze vraag is niet meer open."), buttons=(MY_TALKS,)),), rests=True)
    act = {"yes": Act.ACCEPT, "never": Act.BLOCK}.get(key, Act.REFUSE)
    kept = happens(talk.contact, act, Side.EMPLOYER, moment.at)
    if kept is None:
        return Turn(state)
    name, person_id = other_name(talk, moment), other_id(talk, moment)
    if act is Act.ACCEPT:
        told = say(
            _("Je praat nu met {name} over: {job}.", name=name, job=work(talk.vacancy)), buttons=talk_buttons(talk)
        )
        effects = (KeepContact(talk.id, kept), shown(talk, person_id, Piece.CONVERSATION.value))
        return Turn(
            opened(state, talk, moment), (*effects, Plan(ACCEPTED, {"id": talk.id}, to=person_id), told), rests=True
        )
    blocks = (BlockContact(person_id, moment.person.id, Side.EMPLOYER),) if act is Act.BLOCK else ()
    told = say(_("Goed. Ik zeg het vriendelijk tegen {name}.", name=name), buttons=(MY_TALKS,))
    return Turn(
        state, (KeepContact(talk.id, kept), *blocks, Plan(DECLINED, {"id": talk.id}, to=person_id), told), rests=True
    )


def accepted(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Say that the other side wants to talk."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None or phase_at(talk.contact, moment.at) is not Phase.ACCEPTED or state.paused:
        return Turn(state)
    name, days = other_name(talk, moment), moment.gemeente.employer_answer_days
    soon = (_("Schrijf binnen {n} werkdagen. Anders stop ik het gesprek.", n=days),) if talk.contact.waits_since else ()
    told = say(
        _("{name} wil met je praten over: {job}.", name=name, job=work(talk.vacancy)),
        *soon,
        buttons=talk_buttons(talk),
        push=True,
    )
    return Turn(opened(state, talk, moment, sure=False) if is_free(state) else state, (told,), rests=True)


def declined(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Say that an employer does not want to talk, kindly."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None or state.paused:
        return Turn(state)
    told = say(
        _("{name} wil nu niet praten over {job}.", name=other_name(talk, moment), job=work(talk.vacancy)),
        _("Dat ligt niet aan jou. Ik zoek verder met je."),
        buttons=(MORE_JOBS,),
        push=True,
    )
    return Turn(state, (told,), rests=True)
