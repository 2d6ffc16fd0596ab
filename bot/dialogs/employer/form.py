"""Placing a vacancy: which questions, in which order, and the clear yes that publishes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.employer.draft import FORM, ID, saved, vacancy_of_answers
from bot.dialogs.employer.home import EMPLOYER_HOME
from bot.dialogs.employer.questions_demands import ABOUT, ASKS, DUTCH, GUIDANCE, LICENCE
from bot.dialogs.employer.questions_job import DAYPARTS, DAYS, HOURS, PLACE, TITLE, WORK
from bot.dialogs.employer.questions_offer import CONTRACT, PAY, PLACES, START, UNTIL, gate
from bot.dialogs.employer.readback import called, readback
from bot.dialogs.may_see import only_right
from bot.dialogs.profile import says_wrong
from bot.dialogs.question import Choice, confirm, forget
from bot.dialogs.turn import Turn, command, say
from bot.nlu.excluding import excluding, explained
from bot.nlu.wording import is_question, whole
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

GO_ON_DRAFT = command(_("Verder met deze baan"), "draft_on")
DROP_DRAFT = command(_("Gooi weg wat niet af is"), "draft_off")

OPTIONAL = (DAYS, DAYPARTS, CONTRACT, PAY, START, LICENCE, DUTCH, ASKS, GUIDANCE, PLACES, UNTIL, ABOUT)


_NOT_NOW = frozenset("niet niets niks later wacht not".split())
_PLACE_IT = frozenset("plaats plaatsen publiceer publiceren online open zet place publish".split())


def _place_it(sentence: Sentence, _today: date) -> Entity | None:
    """Hear "plaats maar" as a yes, and "nog niet plaatsen" as a no; a plain yes or no is heard anyway."""
    if is_question(sentence) or says_wrong(sentence):
        return None
    if sentence.words & _NOT_NOW:
        return whole(sentence, "publish", value=False)
    return whole(sentence, "publish", value=True) if sentence.words & _PLACE_IT else None


def _is_new(answers: Answers, _moment: Moment) -> bool:
    return ID not in answers


def _is_change(answers: Answers, _moment: Moment) -> bool:
    return ID in answers


PUBLISH = confirm(
    "publish",
    _("Zal ik de baan nu plaatsen?"),
    yes=_("Ja, plaats de baan"),
    no=_("Nee, nog niet"),
    extras=(command(_("Iets veranderen"), "change_answer"),),
    why=_("Na jouw ja kunnen mensen de baan krijgen. Je kunt hem altijd sluiten."),
    again=_("Schrijf: ja of nee. Of schrijf wat ik moet veranderen."),
    reads=_place_it,
    doubt=only_right,
    yields=True,
    first=readback,
    when=_is_new,
    needed=True,
)

PUBLISH_CHANGE = replace(
    PUBLISH,
    text=lambda _answers, _moment: (_("Zal ik je baan zo veranderen?"),),
    choices=(
        Choice("yes", _("Ja, verander de baan"), value=True),
        Choice("no", _("Nee, laat het zo"), value=False),
    ),
    why=_("Tot je ja zegt, blijft je baan zoals hij was."),
    when=_is_change,
)
"""For a vacancy that is there already."""


def _opening(_state: State, _moment: Moment) -> tuple[Text, ...]:
    return (
        _("Goed, we maken samen een baan. Het duurt een paar minuten."),
        _("Heb je al een tekst? Plak die hier, dan lees ik hem."),
    )


def _answered(state: State, moment: Moment) -> Turn:
    answers = state.of(FORM)
    at_home = replace(state, stack=(EMPLOYER_HOME.name,))
    if not answers["publish"]:
        return _not_published(at_home, answers)
    held_back = _keeping_out(state, answers)
    if held_back:
        return held_back
    vacancy = vacancy_of_answers(answers, moment)
    if ID in answers:
        told = _("Ik heb de baan veranderd: {job}.", job=called(vacancy))
    else:
        told = _("Je baan staat open: {job}.", job=called(vacancy))
    hears = () if ID in answers else (_("Wil iemand met je praten? Dan hoor je het van mij."),)
    said = say(told, *hears, buttons=EMPLOYER_HOME.menu)
    return Turn(at_home.forgetting(FORM), (*saved(vacancy, moment), said), rests=True)


def _not_published(at_home: State, answers: Answers) -> Turn:
    """Keep what is not finished; a change that is not wanted leaves all as it was."""
    if ID in answers:
        told = say(_("Goed, ik verander niets."), *EMPLOYER_HOME.rest, buttons=EMPLOYER_HOME.menu)
        return Turn(at_home.forgetting(FORM), (told,), rests=True)
    kept = at_home.having(FORM, forget(answers, "publish"))
    told = say(_("Goed, ik plaats niets. Ik bewaar wat je zei."), buttons=(GO_ON_DRAFT, DROP_DRAFT))
    return Turn(kept, (told,), rests=True)


def _keeping_out(state: State, answers: Answers) -> Turn | None:
    """Ask words anew that keep people out, wherever they came from: they are never published."""
    for question in (TITLE, ABOUT):
        found = excluding(answers.get(question.name) or "")
        if found:
            asked = forget(forget(answers, "publish"), question.name)
            return Turn(state.having(FORM, asked), (say(explained(found[0])),))
    return None


VACANCY = Dialog(
    name=FORM,
    form=FORM,
    agreed="publish",
    opening=_opening,
    questions=(WORK, TITLE, PLACE, HOURS, gate(OPTIONAL), *OPTIONAL, PUBLISH, PUBLISH_CHANGE),
    done=_answered,
)
