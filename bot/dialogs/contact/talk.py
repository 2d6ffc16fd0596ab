"""A conversation: what somebody writes goes to the other side, after the leak guard, and never to the wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.guarding import LEAKS, MARK, WORDS, leak_question, passing, told_apart
from bot.dialogs.contact.naming import (
    FAILED,
    RELAY,
    SILENT,
    TALKS,
    button,
    other_id,
    other_name,
    own_name,
    shown,
    side_of,
    talking,
    work,
)
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import Choice, ask, marked
from bot.dialogs.resting import is_free
from bot.dialogs.turn import Turn, say
from bot.domain.consent import Answer, Consent, Piece, answered, holds
from bot.domain.contact import Side, answer_due, may_pass, said
from bot.domain.effects import KeepConsent, KeepContact, Plan
from bot.domain.message import Button
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.contact import ContactRequest
    from bot.domain.effects import Effect
    from bot.text import Value

SURE_FOR = timedelta(hours=12)
"""How long after their last message what somebody writes is for the same conversation, unasked."""

MOST_TO_CHOOSE = 4
CHAT, BOTH = "chat", "both"
"""For whom words can be as well: for the chat, or for both of two."""

FOR_WHOM = "talk.whom"

LEAK_VERSION = "toch-sturen-1"
"""Names the text of the leak guard's question (`guarding.py`)."""

NOT_SENT = _("Goed, ik stuur niets. Zeg het nog een keer tegen mij.")
OVER_NOW = _("Dit gesprek is gestopt. Ik heb je bericht niet gestuurd.")


def talk_buttons(talk: Talk) -> tuple[Button, ...]:
    """Make the buttons under what is said about a conversation that runs."""
    return (
        button(talk, _("Bericht schrijven"), "write"),
        button(talk, _("Stop dit gesprek"), "stop"),
        button(talk, _("Meer over dit gesprek"), "more"),
    )


def opened(state: State, talk: Talk, moment: Moment, *, sure: bool = True) -> State:
    """Let what somebody writes next be for this conversation; not `sure`: only after they say so."""
    held: dict[str, Any] = {"about": talk.id, "name": moment.in_words(other_name(talk, moment))}
    if sure:
        held["sure"] = moment.at.isoformat()
    return state.settled().opening("talk").having("talk", held)


def doubted(state: State) -> State:
    """Let it be asked for whom the next words are, when a conversation is open."""
    if state.stack[-1] != "talk":
        return state
    return state.having("talk", {name: value for name, value in state.of("talk").items() if name != "sure"})


def unsettled(moment: Moment, talks: list[Talk]) -> dict[str, Any]:
    """Give what is held when it has to be asked whom words are for."""
    options = [[each.id, moment.in_words(apart(each, moment, talks))] for each in talks[-MOST_TO_CHOOSE:]]
    return {"about": talks[-1].id, "name": moment.in_words(other_name(talks[-1], moment)), "options": options}


def apart(talk: Talk, moment: Moment, talks: Sequence[Talk]) -> Text:
    """Name a conversation so that it is told apart from the others."""
    name = other_name(talk, moment)
    alike = [each for each in talks if other_id(each, moment) == other_id(talk, moment)]
    return _("{name}, {job}", name=name, job=work(talk.vacancy)) if len(alike) > 1 else name


def is_sure(answers: Answers, moment: Moment) -> bool:
    """Tell whether what is written now is surely for this conversation."""
    since = answers.get("sure")
    return since is not None and moment.at - datetime.fromisoformat(since) <= SURE_FOR


def _whom_buttons(answers: Answers) -> tuple[Button, ...]:
    options = answers.get("options") or [[answers["about"], answers["name"]]]
    named = tuple(Button(_("Voor {name}", name=verbatim(name)), f"{FOR_WHOM}={each}") for each, name in options)
    return (*named, Button(_("Voor de chat"), f"{FOR_WHOM}={CHAT}"))


def _whom(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    return (*told_apart(answers), _("Voor wie is dit bericht?"))


def _to(answers: Answers) -> Value:
    """Name for whom the message is, as was chosen last."""
    names: dict[str, str] = dict(answers.get("options", ()))
    if answers.get(FOR_WHOM) == BOTH:
        return tuple(map(verbatim, names.values()))
    name: str = answers["name"]
    return verbatim(names.get(answers.get(FOR_WHOM, ""), name))


def _prompt(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    return (_("Schrijf je bericht aan {name}.", name=verbatim(answers["name"])),)


def _prompt_buttons(answers: Answers) -> tuple[Button, ...]:
    about = answers["about"]
    return (
        Button(_("Ik ben klaar"), f"talk:{about}=done"),
        Button(_("Stop dit gesprek"), f"talk:{about}=stop"),
        Button(_("Meer over dit gesprek"), f"talk:{about}=more"),
    )


def is_pending(answers: Answers) -> bool:
    """Tell whether a message is on its way, and waits for a choice."""
    return WORDS in answers or LEAKS in answers


def _done(state: State, moment: Moment) -> Turn:
    """Send what was written to whom it is for; or go back to writing."""
    answers = state.of("talk")
    whom = answers.get(FOR_WHOM) or answers["about"]
    if whom == CHAT:
        return Turn(state.closing(), (say(NOT_SENT, buttons=(MY_TALKS,)),))
    talks = _running({each for each, _name in answers["options"]} if whom == BOTH else {whom}, moment)
    if not talks:
        return Turn(state.closing(), (say(OVER_NOW, buttons=(MY_TALKS,)),), rests=True)
    words = passing(answers, answers.get("talk.leak"))
    turn = Turn(opened(state, talks[-1], moment, sure=len(talks) == 1))
    if words is not None:
        for talk in talks:
            turn = sent(turn.state, moment, talk, words, answers).after(*turn.effects)
    return turn


def _running(ids: Collection[str], moment: Moment) -> list[Talk]:
    """Give those contacts in which messages pass, each to change it, in the order in which all are looked up."""
    found = [moment.facts.contact(each.id) for each in moment.facts.contacts() if each.id in ids]
    return [each for each in found if each and may_pass(each.contact, moment.at)]


def sent(state: State, moment: Moment, talk: Talk, words: str, answers: Answers) -> Turn:
    """Pass a message on."""
    kept = said(talk.contact, side_of(moment), moment.at)
    if kept is None:
        return Turn(state, (say(OVER_NOW, buttons=(MY_TALKS,)),), rests=True)
    body = {"id": talk.id, "text": words, "fix": bool(answers.get("fix"))}
    effects: tuple[Effect, ...] = (KeepContact(talk.id, kept), *_consented(talk, moment, words, answers))
    if side_of(moment) is Side.JOBSEEKER:
        effects = (*effects, shown(talk, moment.person.id, "message"), *waiting(talk, kept, moment))
    told = say(
        _("Verstuurd naar {name}.", name=other_name(talk, moment)),
        buttons=_prompt_buttons({"about": talk.id}),
    )
    state = state.having("talk", {**state.of("talk"), "sent": True})
    return Turn(state, (*effects, Plan(RELAY, body, to=other_id(talk, moment)), told), rests=True)


def _consented(talk: Talk, moment: Moment, words: str, answers: Answers) -> tuple[KeepConsent, ...]:
    """Keep that somebody sent what the guard noticed, knowing it; an employer gives nothing of themselves away."""
    if side_of(moment) is Side.EMPLOYER or not answers.get(LEAKS) or words != answers.get(WORDS):
        return ()
    version = f"{LEAK_VERSION}:{'+'.join(answers[LEAKS])}"[:40]
    row = Consent(Piece.MESSAGE, Answer.GIVEN, moment.at, version)
    rows = answered(talk.consents, row)[len(talk.consents) :]
    return (KeepConsent(talk.id, moment.person.id, rows),)


def waiting(talk: Talk, kept: ContactRequest, moment: Moment) -> tuple[Plan, ...]:
    """Look again when the employer should have answered, where their time begins now."""
    if talk.contact.waits_since is not None or kept.waits_since is None:
        return ()
    due = answer_due(kept, moment.gemeente.opening, moment.gemeente.employer_answer_days)
    return (Plan(SILENT, {"id": talk.id}, at=due),)


TALK = Dialog(
    name="talk",
    light=True,
    questions=(
        ask(
            "talk.words",
            _prompt,
            buttons=_prompt_buttons,
            when=lambda answers, _moment: not is_pending(answers),
            needed=True,
            why=_("Wat je schrijft, stuur ik door. De gemeente leest niet mee."),
            again=_("Schrijf je bericht in je eigen woorden. Dan stuur ik het door."),
        ),
        ask(
            FOR_WHOM,
            _whom,
            mark=marked(MARK),
            buttons=_whom_buttons,
            dynamic=lambda key: Choice(key, _("Voor de chat"), key),
            when=lambda answers, moment: not is_sure(answers, moment),
            needed=True,
            no=CHAT,
            means={"back": CHAT, "stop": CHAT},
            why=_("Dan komt je bericht bij wie jij wilt."),
            again=_("Tik op een knop. Dan weet ik voor wie het is."),
        ),
        leak_question("talk.leak", to=_to, goes=lambda answers: answers.get(FOR_WHOM) != CHAT),
    ),
    done=_done,
)
"""Its answers hold `about` and `name` (with whom), `sure` (since when), and a message that waits for a choice."""


def relayed(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Give a message of the other side, when it may still pass at this moment."""
    talk = moment.facts.contact(str(body["id"]))
    if talk is None:
        return Turn(state)
    if not may_pass(talk.contact, moment.at) or not holds(talk.consents, Piece.CONVERSATION):
        return _failed(state, moment, talk)
    if state.paused or not moment.facts.is_reachable():
        return _failed(state, moment, talk)
    about = _("Verbetering, over {job}:", job=work(talk.vacancy)) if body.get("fix") else None
    told = say(
        about or _("Over {job}:", job=work(talk.vacancy)),
        verbatim(str(body["text"])),
        by=other_name(talk, moment),
        from_id=other_id(talk, moment),
        about=talk.id,
        buttons=(
            button(talk, _("Antwoorden"), "write"),
            button(talk, _("Stop dit gesprek"), "stop"),
            button(talk, _("Meer over dit gesprek"), "more"),
        ),
        push=True,
    )
    return Turn(_noted(state, moment, talk, str(body["text"])), (told,), rests=True)


def _failed(state: State, moment: Moment, talk: Talk) -> Turn:
    """Tell who wrote a message that it did not arrive."""
    other = other_id(talk, moment)
    body = {"id": talk.id, "name": own_name(talk, moment)}
    return Turn(state, (Plan(FAILED, body, to=other),) if other else ())


def not_arrived(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Say that a message did not arrive."""
    del moment
    told = say(
        _("Je bericht aan {name} is niet aangekomen.", name=verbatim(str(body["name"]))),
        _("Misschien wil of kan {name} nu niet lezen.", name=verbatim(str(body["name"]))),
        buttons=(MY_TALKS,),
        push=True,
    )
    return Turn(state, (told,), rests=True)


def _noted(state: State, moment: Moment, talk: Talk, words: str) -> State:
    """Keep what came last, so that it can be reported; an answer is for this conversation, if nothing else is asked."""
    state = remembering(state, talk.id, words)
    if not is_free(state):
        return state
    open_now = state.of("talk")
    if state.stack[-1] == "talk" and open_now.get("about") == talk.id:
        return state
    talks = talking(moment)
    if len(talks) > 1:
        return state.settled().opening("talk").having("talk", unsettled(moment, _last(talks, talk)))
    return opened(state, talk, moment, sure=False)


def _last(talks: list[Talk], talk: Talk) -> list[Talk]:
    """Put one conversation last."""
    return [*(each for each in talks if each.id != talk.id), talk]


def remembering(state: State, talk_id: str, words: str | None) -> State:
    """Keep what the other side of a conversation wrote last; None: nothing any more."""
    held = {each: kept for each, kept in state.of(TALKS).items() if each != talk_id}
    return replace(state, answers={**state.answers, TALKS: {**held, **({talk_id: words} if words else {})}})
