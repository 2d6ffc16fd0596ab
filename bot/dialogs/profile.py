"""The profile: which questions, in which order, and the clear yes at the end that makes it count."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from bot.dialogs.agreed import AGREED, BEFORE, changed, put_aside, saving
from bot.dialogs.as_before import AS_BEFORE, NOTHING_CHANGED, as_before, may_see_or_as_before
from bot.dialogs.contact.fields import offered
from bot.dialogs.dialog import Dialog
from bot.dialogs.jobs.pace import pace_of, send_at
from bot.dialogs.may_see import NOT, ONLY_RIGHT, may_see, only_right
from bot.dialogs.next_step import SHOW_LATER, followed
from bot.dialogs.question import Choice, confirm, nothing_first, put, unmarked
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
from bot.dialogs.readback import readback, seen_in, seen_lines
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import HideProfile
from bot.domain.person import Contact
from bot.domain.profile import profile_of
from bot.nlu.wording import is_question
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Effect, Say
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


def _stood(answers: Answers) -> bool:
    """Tell whether there was a yes when the answers began to change."""
    return BEFORE in answers and answers[BEFORE][AGREED] is True


def _is_asked_in_full(answers: Answers) -> bool:
    """Tell whether all is read back: the first time, and when something changes that was said no to."""
    return BEFORE not in answers or (bool(changed(answers)) and not _stood(answers))


def _marked(lines: Callable[[Answers], Mapping[str, Any]]) -> Callable[[Answers], str]:
    """Name the lines that a question is about, so that no older yes is one to these."""
    return lambda answers: f"{crc32(json.dumps(lines(answers), sort_keys=True).encode()):08x}"


CONSENT = confirm(
    AGREED,
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
    mark=_marked(seen_in),
    when=lambda answers, moment: _is_direct(answers, moment) and _is_asked_in_full(answers),
    needed=True,
)

CONSENT_TO_SEARCH = replace(
    CONSENT,
    text=lambda _answers, _moment: (_("Ik zoek pas als jij ja zegt."), _("Mag ik banen voor je zoeken?")),
    choices=(
        Choice("yes", _("Ja, zoek banen"), value=True),
        Choice("no", _("Nee, zoek niet"), value=False),
    ),
    mark=unmarked,
    when=lambda answers, moment: not _is_direct(answers, moment) and BEFORE not in answers,
)
"""For whom employers never see (V7)."""


def _what_changed(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    """Put the question with the very lines that are other than those that were agreed to."""
    told = seen_lines(changed(answers))
    return (lines(_("Dit is nu anders:"), *told, _("Mag een werkgever dit zien?")),)


CONSENT_TO_CHANGE = replace(
    CONSENT,
    text=_what_changed,
    first=nothing_first,
    mark=_marked(changed),
    choices=(*CONSENT.choices, Choice(AS_BEFORE, _("Toch zoals eerst"), AS_BEFORE)),
    reads=may_see_or_as_before,
    why=_("Tot je ja zegt, ziet geen werkgever iets. De rest is zoals je eerder goed vond."),
    when=lambda answers, moment: _is_direct(answers, moment) and _stood(answers) and bool(changed(answers)),
)
"""For who said yes before: only what an employer would see otherwise (docs/decisions/035)."""


def _opening(_state: State, _moment: Moment) -> tuple[Text, ...]:
    return (_("Fijn! Ik stel je een paar vragen. Het duurt ongeveer 4 minuten. Je kunt altijd stoppen of teruggaan."),)


def _read_back(state: State, moment: Moment) -> Turn:
    answers = dict(state.of("profile"))
    unchanged: tuple[Text, ...] = ()
    if answers.get(AGREED) == AS_BEFORE:
        answers, unchanged = as_before(answers), (NOTHING_CHANGED,)
    before = answers.pop(BEFORE, None)
    answers = {name: held for name, held in answers.items() if may_keep(name, moment)}
    at_home = replace(state, stack=("home",)).having("profile", answers)
    if AGREED not in answers:
        return stands(at_home, moment, before, *unchanged)
    if not answers[AGREED]:
        hiding = (HideProfile(),) if moment.has_profile else ()
        return Turn(at_home, (*hiding, say(*_refused(moment), buttons=(SHOW_LATER,))), rests=True)
    is_new = before is None or not before[AGREED]
    stays = replace(at_home, paused=False) if is_new else at_home
    told = _ready(stays, moment, was_paused=state.paused) if is_new else _seen_now(stays, moment)
    agreed, kept = _kept(stays, moment, *told)
    first = () if agreed.paused or answers.get("push") == "never" else (send_at(moment.at),)
    return Turn(agreed, (*kept, *first))


def _seen_now(state: State, moment: Moment) -> tuple[Say, ...]:
    """Say what a yes to what was changed does: a pause stays one."""
    later, now = _("Dank je. Na je pauze kan een werkgever dit zien."), _("Dank je. Een werkgever kan dit nu zien.")
    return (followed(state, moment, later if state.paused else now),)


def _kept(state: State, moment: Moment, *told: Say) -> tuple[State, tuple[Effect, ...]]:
    """Keep the profile that is agreed to, say so, and what follows from it for the five fields of V4."""
    profile = profile_of(dict(state.of("profile")))
    agreed, choice = offered(state, moment, profile)
    return agreed, (*saving(agreed, profile), *told, *choice)


def stands(at_home: State, moment: Moment, before: Answers, *told: Text) -> Turn:
    """Keep what was changed without a question: an employer sees what was said yes or no to, so that still counts."""
    answers = at_home.of("profile")
    settled = at_home.having("profile", put(answers, AGREED, before[AGREED]))
    said = followed(settled, moment, *told)
    if not before[AGREED]:
        return Turn(settled, (said,))
    agreed, kept = _kept(settled, moment, said)
    anew = changed({**answers, BEFORE: before}) or any(answers.get(name) != before.get(name) for name in _SEARCHED_BY)
    pace = "now" if anew else pace_of(agreed)
    sent = () if agreed.paused or pace_of(agreed) == "never" else (send_at(moment.at, pace),)
    return Turn(agreed, (*kept, *sent))


_SEARCHED_BY = (PLACE.name, TRAVEL.name, START.name)
"""What no employer sees, and what decides which work fits, besides what employers see."""


def _ready(state: State, moment: Moment, *, was_paused: bool) -> tuple[Say, ...]:
    """Say, when the search begins, what follows; it ends a pause, which is said too."""
    done = _("Klaar! Je pauze is voorbij.") if was_paused else _("Klaar! Ik heb alles.")
    ready = followed(state, moment, done)
    kept = say(_("Hoor ik {n} dagen niets van je? Dan wis ik alles.", n=moment.gemeente.keep.conversation))
    return (ready, kept)


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
    agreed=AGREED,
    reopens=put_aside,
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
        CONSENT_TO_CHANGE,
        CONSENT_TO_SEARCH,
    ),
    done=_read_back,
)
