"""The profile: which questions, in which order, and the clear yes at the end that makes it count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.contact.fields import offered
from bot.dialogs.jobs.pace import send_at
from bot.dialogs.may_see import NOT, ONLY_RIGHT, may_see, only_right
from bot.dialogs.question import Choice, Dialog, confirm, put
from bot.dialogs.questions_place import PLACE, TRAVEL, TRAVEL_BY, TRAVEL_FAR
from bot.dialogs.questions_push import PUSH
from bot.dialogs.questions_self import (
    BODY_QUESTIONS,
    DUTCH,
    LANGUAGE,
    LICENCE,
    MAY_ASK,
    MAY_ASK_REGISTER,
    OTHER_LANGUAGES,
    REGISTER,
    may_keep,
)
from bot.dialogs.questions_week import DAYPARTS, DAYS, HOURS, START
from bot.dialogs.questions_work import EXPERIENCE, FIRST_NAME, MORE_WISHES, WISHES
from bot.dialogs.readback import readback
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import HideProfile, SaveProfile
from bot.domain.person import Contact
from bot.domain.profile import profile_of
from bot.nlu.wording import is_question
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.sentence import Sentence

_WRONG = frozenset("fout verkeerd anders veranderen verander wrong change".split())
_RIGHT = ONLY_RIGHT | {"alles", "goed"}


def says_wrong(sentence: Sentence) -> bool:
    """Tell whether somebody, when all was read back, says that something in it is not right."""
    if is_question(sentence):
        return False
    return bool(sentence.words & _WRONG) or bool(sentence.words & NOT and sentence.words & _RIGHT)


def _is_direct(_answers: Answers, moment: Moment) -> bool:
    return moment.person.contact is Contact.DIRECT


def _only_through_werkmatcher(answers: Answers, moment: Moment) -> bool:
    return not _is_direct(answers, moment)


CONSENT = confirm(
    "consent",
    (_("Een werkgever ziet niet je naam, en niet waar je woont."), _("Mag een werkgever dit zien?")),
    yes=_("Ja, laat dit zien"),
    no=_("Nee, laat niets zien"),
    extras=(command(_("Iets veranderen"), "change_answer"),),
    why=_("Ik zoek pas banen als jij ja zegt. Je kunt later alles veranderen of wissen."),
    again=_("Schrijf: ja of nee. Of schrijf wat ik moet veranderen."),
    reads=may_see,
    doubt=only_right,
    yields=True,
    first=readback,
    when=_is_direct,
    needed=True,
)

CONSENT_TO_SEARCH = replace(
    CONSENT,
    text=lambda _answers, _moment: (_("Ik zoek pas als jij ja zegt."), _("Mag ik banen voor je zoeken?")),
    choices=(
        Choice("yes", _("Ja, zoek banen"), value=True),
        Choice("no", _("Nee, zoek niet"), value=False),
    ),
    when=_only_through_werkmatcher,
)
"""For whom employers never see (V7)."""


def _opening(_state: State, _moment: Moment) -> tuple[Text, ...]:
    return (_("Fijn! Ik stel je een paar vragen. Het duurt ongeveer 4 minuten. Je kunt altijd stoppen of teruggaan."),)


def _read_back(state: State, moment: Moment) -> Turn:
    answers = dict(state.of("profile"))
    at_home = replace(state, stack=("home",))
    if not answers["consent"]:
        hiding = (HideProfile(),) if moment.has_profile else ()
        return Turn(at_home, (*hiding, say(*_refused(moment), buttons=(SHOW_LATER,))), rests=True)
    answers = {name: held for name, held in answers.items() if may_keep(name, moment)}
    agreed = replace(at_home.having("profile", put(answers, "consent", value=True)), paused=False)
    ready = say(
        _("Klaar! Ik heb alles."),
        _("Vind ik een baan die bij je past? Dan hoor je het van mij."),
    )
    kept = say(_("Hoor ik {n} dagen niets van je? Dan wis ik alles.", n=moment.gemeente.keep.conversation))
    first = () if answers.get("push") == "never" else (send_at(moment.at),)
    profile = profile_of(answers)
    agreed, choice = offered(agreed, moment, profile)
    return Turn(agreed, (SaveProfile(profile), ready, kept, *choice, *first))


SHOW_LATER = command(_("Toch banen zoeken"), "show_me")


def _refused(moment: Moment) -> tuple[Text, ...]:
    """Say what the no means: nothing happens, and nothing changes."""
    if moment.person.contact is Contact.WERKMATCHER:
        nothing = _("Dat is goed. Ik zoek geen banen voor je.")
    else:
        nothing = _("Dat is goed. Geen werkgever ziet iets.")
    return (nothing, _("Er verandert niets aan je uitkering."))


PROFILE = Dialog(
    name="profile",
    form="profile",
    agreed="consent",
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
        PUSH,
        MAY_ASK,
        *BODY_QUESTIONS,
        MAY_ASK_REGISTER,
        REGISTER,
        CONSENT,
        CONSENT_TO_SEARCH,
    ),
    done=_read_back,
)
