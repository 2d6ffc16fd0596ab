"""One vacancy, and what somebody says of it: wanted, not for me and why, later, or a werkmatcher first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.agreed import profile_in
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.contact.want import WANT, can_be_told, known
from bot.dialogs.dialog import Dialog
from bot.dialogs.handoff.asked import begun
from bot.dialogs.jobs.card import card, headline, named, whole
from bot.dialogs.jobs.learning import CHANGE, MORE_JOBS, learnt, refused_work
from bot.dialogs.jobs.sight import AMONG
from bot.dialogs.question import Choice, ask, put
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Plan, React, Showed
from bot.domain.message import Button
from bot.domain.person import Contact
from bot.domain.vacancy import Standing
from bot.nlu.asked import ASKED
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.facts import Fitting
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.sentence import Sentence

AGAIN = "job_again"
"""The kind of `Plan` after which one vacancy is shown once more."""

LATER = timedelta(days=7)
"""After how long a vacancy comes once more that somebody wanted to see later."""

ABOUT = "about"
"""Under this name the answers of the dialog hold the id of the vacancy."""

AT_ONCE = "at_once"
"""Under this name they hold that the reason of a no was said with it, so that the question for it was not put."""

DOUBT = "vacancy_doubt"
"""The kind of `Plan` after which an employer is asked to look at a part of their vacancy."""

PARTS = {
    "place": _("De plaats"),
    "hours": _("De uren"),
    "pay": _("Het loon"),
    "other": _("Iets anders"),
}
"""What of a vacancy may be wrong."""

GONE = _("Deze baan is er niet meer.")
CLOSED = _("Deze baan is dicht. Je kunt niet meer reageren.")

CHOICES = (
    Choice("want", _("Dit wil ik"), "want"),
    Choice("not", _("Past niet"), "not"),
    Choice("later", _("Later"), "later"),
    Choice("ask", _("Vraag mijn werkmatcher"), "ask"),
    Choice("more", _("Meer lezen"), "more"),
    Choice("wrong", _("Klopt niet"), "wrong"),
)
_ON_CARD = ("want", "not", "later", "ask", "more")
_WHEN_READ = ("want", "not", "later", "ask", "wrong")


def buttons(answers: Answers) -> tuple[Button, ...]:
    """Make the buttons under a vacancy; after it was read whole there is nothing more to read."""
    keys = _WHEN_READ if answers.get("read") else _ON_CARD
    return tuple(Button(choice.label, f"job:{answers[ABOUT]}={choice.key}") for choice in CHOICES if choice.key in keys)


_CONTENT = frozenset("ok oke okee okay goed prima fijn mooi hoor dan is dat fine alright".split())
"""What is no more than content with what was read."""


def _keep(answers: Answers, name: str, value: Any) -> dict[str, Any]:
    """Keep what was said, and why when that was said at once ("te ver")."""
    if not isinstance(value, dict):
        return put(answers, name, value)
    kept = put(answers, name, value["reaction"])
    return {**put(kept, "job.why", value["why"]), AT_ONCE: True} if value["why"] else kept


def _content_only(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Doubt an "ok": it may be content with what was read, and a wish is kept and can lead to an employer."""
    return _("Ik weet niet zeker of je ja bedoelt.") if yes.words and yes.words <= _CONTENT else None


REACT = ask(
    "job.react",
    _("Wil je deze baan?"),
    reads=ASKED["job.react"],
    choices=CHOICES,
    buttons=buttons,
    fold=_keep,
    yes="want",
    no="not",
    doubt=_content_only,
    means={"interested": "want", "not_interested": "not", "pause": "later"},
    why=_("Dan weet ik wat je zoekt. Jij beslist altijd zelf."),
    again=_("Schrijf bijvoorbeeld: dit wil ik. Of: past niet."),
)


def _why_not(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    """Say which job the no was for before asking why, so that a mistake is seen."""
    return (*_refused(moment.facts.vacancy(answers[ABOUT], None)), _("Wat past er niet?"))


def _refused(held: Fitting | None) -> tuple[Text, ...]:
    return (_("Goed: niet {job}.", job=named(held.vacancy)),) if held else ()


WHY_NOT = ask(
    "job.why",
    _why_not,
    reads=ASKED["job.why"],
    choices=(
        Choice("far", _("Te ver weg"), "far"),
        Choice("work", _("Ander werk"), "work"),
        Choice("hours", _("De uren"), "hours"),
        Choice("other", _("Iets anders"), "other"),
    ),
    no="other",
    when=lambda answers, _moment: answers.get("job.react") == "not",
    why=_("Dan zoek ik beter. Je mag dit overslaan."),
    again=_("Tik op een knop. Of schrijf: sla over."),
)

WRONG = ask(
    "job.wrong",
    _("Wat klopt er niet?"),
    choices=(
        Choice("wishes", _("Het werk dat ik zoek"), "wishes"),
        Choice("travel", _("Hoe lang ik reis"), "travel"),
        Choice("hours", _("Hoeveel uur ik wil"), "hours"),
        Choice("vacancy", _("Iets van de baan zelf"), "vacancy"),
    ),
    no=None,
    when=lambda answers, _moment: answers.get("job.react") == "wrong",
    why=_("Dan maak ik het goed."),
    again=_("Tik op een knop. Of schrijf: sla over."),
)

WRONG_PART = ask(
    "job.part",
    _("Wat van de baan klopt niet?"),
    choices=tuple(Choice(part, label, part) for part, label in PARTS.items()),
    no="other",
    when=lambda answers, _moment: answers.get("job.wrong") == "vacancy",
    why=_("Dan vraag ik de werkgever om te kijken. Ik zeg niet wie het zei."),
    again=_("Tik op een knop. Of schrijf: sla over."),
)


def _done(state: State, moment: Moment) -> Turn:
    answers = state.of("job")
    said = answers["job.react"]
    below = state.closing().forgetting("silent")
    return _FOLLOWS[said](below, moment, answers) if said else _resting(below, say(_("Dat is goed.")))


def _resting(state: State, *effects: Any) -> Turn:
    return Turn(state, effects, rests=True)


def _want(state: State, moment: Moment, answers: Answers) -> Turn:
    held = moment.facts.vacancy(answers[ABOUT], None)
    if held and known(moment, held.vacancy):
        already = say(_("Je hebt al contact over deze baan."), buttons=(MY_TALKS, MORE_JOBS))
        return _resting(state, React(answers[ABOUT], "want"), already)
    if held and moment.person.contact is Contact.WERKMATCHER:
        return begun(state, moment, headline(held.vacancy)).after(React(answers[ABOUT], "want"))
    if held and can_be_told(moment, held.vacancy):
        asking = state.opening(WANT.name).having(WANT.name, {ABOUT: held.vacancy.id, AMONG: answers.get(AMONG, ())})
        return Turn(asking, (React(answers[ABOUT], "want"),))
    wanted = (_("Goed. Ik heb opgeschreven dat je deze baan wilt: {job}.", job=named(held.vacancy)),) if held else ()
    told = (*wanted, _("De werkgever weet nog niets van jou."))
    return _resting(state, React(answers[ABOUT], "want"), say(*told, buttons=(MORE_JOBS,)))


def _not(state: State, moment: Moment, answers: Answers) -> Turn:
    held = moment.facts.vacancy(answers[ABOUT], profile_in(state))
    why = answers.get("job.why")
    told = _refused(held) if answers.get(AT_ONCE) else ()
    return learnt(state, held, why, *told).after(React(answers[ABOUT], "not", why, refused_work(state, held, why)))


def _later(state: State, moment: Moment, answers: Answers) -> Turn:
    again = Plan(AGAIN, {"id": answers[ABOUT]}, at=moment.at + LATER)
    held = moment.facts.vacancy(answers[ABOUT], None)
    told = (_("Goed. Deze zie je over een week nog een keer: {job}.", job=named(held.vacancy)),) if held else (GONE,)
    return _resting(state, React(answers[ABOUT], "later"), again, say(*told, buttons=(MORE_JOBS,)))


def _ask(state: State, moment: Moment, answers: Answers) -> Turn:
    held = moment.facts.vacancy(answers[ABOUT], profile_in(state))
    about = headline(held.vacancy) if held else None
    return begun(state, moment, about).after(React(answers[ABOUT], "ask"))


def _more(state: State, moment: Moment, answers: Answers) -> Turn:
    held = moment.facts.vacancy(answers[ABOUT], profile_in(state))
    if held is None:
        return no_longer(state, GONE)
    asked = {ABOUT: answers[ABOUT], AMONG: answers.get(AMONG, ()), "read": True}
    reading = state.opening("job").having("job", asked)
    return _resting(reading, say(*whole(held.vacancy)), say(*REACT.text(asked, moment), buttons=buttons(asked)))


def _wrong(state: State, moment: Moment, answers: Answers) -> Turn:
    part = answers.get("job.wrong")
    if part == "vacancy":
        return _doubted(state, moment, answers)
    if part is None:
        return _resting(state, say(_("Dat is goed."), buttons=(MORE_JOBS, CHANGE)))
    return Turn(state.opening("change").having("change", {"change": part}))


def _doubted(state: State, moment: Moment, answers: Answers) -> Turn:
    """Ask the employer to look at their vacancy; they hear what may be wrong, and nothing of who said so."""
    held = moment.facts.vacancy(answers[ABOUT], profile_in(state))
    if held and held.vacancy.employer_id:
        body = {"id": held.vacancy.id, "part": answers.get("job.part") or "other"}
        planned = Plan(DOUBT, body, to=held.vacancy.employer_id, once=True, stays=True)
        told = (_("Dank je. Ik vraag de werkgever om ernaar te kijken."), _("Ik zeg niet wie het zei."))
        return _resting(state, planned, say(*told, buttons=(MORE_JOBS,)))
    told = (
        _("Dank je. Dan is er iets mis met de baan zelf."),
        _("Bel {phone}, dan kijkt iemand ernaar.", phone=moment.gemeente.contact.phone),
    )
    return _resting(state, say(*told, buttons=(MORE_JOBS,)))


_FOLLOWS: Mapping[str, Callable[[State, Moment, Answers], Turn]] = {
    "want": _want,
    "not": _not,
    "later": _later,
    "ask": _ask,
    "more": _more,
    "wrong": _wrong,
}

JOB = Dialog(name="job", light=True, renews=True, questions=(REACT, WHY_NOT, WRONG, WRONG_PART), done=_done)


def show(
    state: State, moment: Moment, fitting: Fitting, *before: Text, among: tuple[str, ...] = (), push: bool = False
) -> Turn:
    """Show one vacancy, and ask what somebody thinks of it; `among`: the ids of the list that it was chosen from."""
    vacancy = fitting.vacancy
    about = {ABOUT: vacancy.id, AMONG: among}
    asking = replace(state.settled().opening("job").having("job", about), misunderstood=0)
    told = say(*before, *card(fitting), *REACT.text(about, moment), buttons=buttons(about), push=push)
    return _resting(asking, Showed(((vacancy.id, vacancy.version),)), told)


def open_one(state: State, moment: Moment, vacancy_id: str, among: tuple[str, ...] = ()) -> Turn:
    """Show a vacancy that somebody chose, or say that it is no longer there."""
    held = moment.facts.vacancy(vacancy_id, profile_in(state))
    if held is None:
        return no_longer(state, GONE)
    if held.vacancy.standing is not Standing.OPEN:
        return no_longer(state, CLOSED)
    return show(state, moment, held, among=among)


def no_longer(state: State, told: Text) -> Turn:
    """Say that a vacancy is gone or closed, and offer others."""
    return _resting(state, say(told, _("Zal ik andere banen laten zien?"), buttons=(MORE_JOBS,)))
