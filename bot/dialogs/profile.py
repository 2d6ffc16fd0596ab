"""The profile: which questions, in which order, and the clear yes at the end that makes it count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.question import Dialog, confirm, put
from bot.dialogs.questions_place import PLACE, TRAVEL, TRAVEL_BY, TRAVEL_FAR
from bot.dialogs.questions_self import ABILITY_QUESTIONS, LANGUAGE, LICENCE, MAY_ASK, OTHER_LANGUAGES, may_keep
from bot.dialogs.questions_week import DAYPARTS, DAYS, HOURS, START
from bot.dialogs.questions_work import EXPERIENCE, FIRST_NAME, MORE_WISHES, WISHES
from bot.dialogs.readback import readback
from bot.dialogs.turn import Turn, say
from bot.domain.effects import SaveProfile
from bot.domain.profile import profile_of
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

CONSENT = confirm(
    "consent",
    (_("Zeg je ja? Dan zoek ik banen voor je."), _("Klopt alles?")),
    yes=_("Ja, dit klopt"),
    no=_("Nee, iets veranderen"),
    why=_("Ik zoek pas banen als jij ja zegt. Je kunt later alles veranderen of wissen."),
    again=_("Lees het rustig. Klopt het, schrijf dan: ja. Klopt iets niet, schrijf dan wat ik moet veranderen."),
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
        _("Je profiel is klaar. Ik zoek nu banen die bij je passen."),
        _("Vind ik een baan? Dan hoor je het van mij. Je hoeft nu niets te doen."),
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
        OTHER_LANGUAGES,
        LICENCE,
        START,
        MAY_ASK,
        *ABILITY_QUESTIONS,
        CONSENT,
    ),
    done=_read_back,
)
