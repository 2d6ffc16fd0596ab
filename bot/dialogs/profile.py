"""The profile: which questions, in which order, and the clear yes at the end that makes it count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.question import Dialog, confirm, put
from bot.dialogs.questions_place import PLACE, TRAVEL, TRAVEL_BY, TRAVEL_FAR
from bot.dialogs.questions_self import ABILITY_QUESTIONS, DUTCH, LANGUAGE, LICENCE, MAY_ASK, OTHER_LANGUAGES, may_keep
from bot.dialogs.questions_week import DAYPARTS, DAYS, HOURS, START
from bot.dialogs.questions_work import EXPERIENCE, FIRST_NAME, MORE_WISHES, WISHES
from bot.dialogs.readback import readback
from bot.dialogs.turn import Turn, say
from bot.domain.effects import SaveProfile
from bot.domain.profile import profile_of
from bot.nlu.wording import is_question, whole
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

WRONG = frozenset("niet fout verkeerd anders veranderen verander wrong not change".split())


def _disagrees(sentence: Sentence, _today: date) -> Entity | None:
    """Hear "niet alles" and "dat is fout" as a no; a plain yes or no is heard anyway."""
    if is_question(sentence) or sentence.words.isdisjoint(WRONG):
        return None
    return whole(sentence, "consent", value=False)


CONSENT = confirm(
    "consent",
    (_("Zeg je ja? Dan zoek ik banen voor je."), _("Klopt alles?")),
    yes=_("Ja, dit klopt"),
    no=_("Nee, iets veranderen"),
    why=_("Ik zoek pas banen als jij ja zegt. Je kunt later alles veranderen of wissen."),
    again=_("Klopt het, schrijf dan: ja. Schrijf anders wat ik moet veranderen."),
    reads=_disagrees,
    first=readback,
    needed=True,
)


def _opening(_state: State, _moment: Moment) -> tuple[Text, ...]:
    return (_("Fijn! Ik stel je een paar vragen. Het duurt ongeveer 4 minuten. Je kunt altijd stoppen of teruggaan."),)


def _read_back(state: State, moment: Moment) -> Turn:
    answers = dict(state.of("profile"))
    if not answers["consent"]:
        del answers["consent"]
        return Turn(state.having("profile", answers).opening("change"))
    answers = {name: held for name, held in answers.items() if may_keep(name, moment)}
    agreed = replace(state.having("profile", put(answers, "consent", value=True)), stack=("home",), paused=False)
    ready = say(
        _("Je profiel is klaar. Je hoeft nu niets te doen."),
        _("Vind ik een baan die bij je past? Dan hoor je het van mij."),
    )
    return Turn(agreed, (SaveProfile(profile_of(answers)), ready))


PROFILE = Dialog(
    name="profile",
    opening=_opening,
    questions=(
        FIRST_NAME,
        WISHES,
        MORE_WISHES,
        EXPERIENCE,
        HOURS,
        DAYS,
        DAYPARTS,
        PLACE,
        TRAVEL,
        TRAVEL_FAR,
        TRAVEL_BY,
        LANGUAGE,
        DUTCH,
        OTHER_LANGUAGES,
        LICENCE,
        START,
        MAY_ASK,
        *ABILITY_QUESTIONS,
        CONSENT,
    ),
    done=_read_back,
)
