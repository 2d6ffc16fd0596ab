"""What somebody asks about vacancies, in words or by a button, at any moment."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import AGREED, BEFORE, profile_in
from bot.dialogs.answering import choose
from bot.dialogs.asking import ask_again, go_on, question_of
from bot.dialogs.facts import Looked
from bot.dialogs.hiding import is_direct
from bot.dialogs.jobs.about import told_of
from bot.dialogs.jobs.learning import CHANGE
from bot.dialogs.jobs.listing import ON_A_PAGE, Page, listed, put_off
from bot.dialogs.jobs.pace import PACES, pace_of, paced
from bot.dialogs.jobs.react import ABOUT, CLOSED, GONE, REACT, no_longer, open_one
from bot.dialogs.jobs.sight import AMONG, list_of
from bot.dialogs.next_step import SHOW_LATER
from bot.dialogs.question import Choice, number_in
from bot.dialogs.showing import UNTIL_ANSWERED
from bot.dialogs.turn import Turn, command, say
from bot.domain.message import Button
from bot.domain.vacancy import Standing
from bot.nlu.asked import ASKED
from bot.nlu.readers.about_job import asked_of
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.profile import Profile
    from bot.nlu.parse import Parse
    from bot.text import Text

HEAVY = Button(_("Ook zwaar werk laten zien"), "jobs:0=heavy")
SHOW_PROFILE = command(_("Laat mijn antwoorden zien"), "show_profile")
_OFTEN = re.compile(r"\b(?:vaker|berichten|berichtjes|meldingen|stuur|stuurt|sturen|send|often)\b")
_HEAVY = re.compile(r"\b(?:zwaar|zware|zwaarder)\b")
_ALWAYS = frozenset({"not", "more"})
"""What can be said of a vacancy that is closed."""


def show_vacancies(state: State, moment: Moment, _parse: Parse) -> Turn:
    """List what fits now."""
    return show_page(state, moment, Looked(ON_A_PAGE))


def show_page(state: State, moment: Moment, looked: Looked) -> Turn:
    """List a page of what fits now."""
    profile = profile_in(state)
    if profile is None:
        return _not_yet(state, moment)
    state = state.forgetting("silent")
    found = moment.facts.fitting(profile, looked)
    if found:
        more = bool(moment.facts.fitting(profile, replace(looked, page=looked.page + 1)))
        return listed(state, moment, Page(found, looked.page, more=more, heavy=looked.heavy))
    if looked.page:
        told: tuple[Text, ...] = (_("Dit waren alle banen die bij je passen."),)
    else:
        told = (
            _("Ik heb nu geen baan die bij je past."),
            _sent_later(state),
            _("Je kunt ook je antwoorden veranderen."),
        )
    heavier = (HEAVY,) if not looked.heavy and cannot(profile) else ()
    return Turn(state, (say(*told, buttons=(*heavier, CHANGE, SHOW_PROFILE)),), rests=True)


def _sent_later(state: State) -> Text:
    """Say what happens when there is one: who pauses, or asks for jobs themselves, is sent none."""
    if state.paused or pace_of(state) == "never":
        return _("Vraag het later nog een keer. Schrijf dan: laat banen zien.")
    return _("Vind ik er een? Dan hoor je het van mij.")


def cannot(profile: Profile) -> bool:
    """Tell whether somebody said of something that they cannot do it."""
    return any(not can for _ability, can in profile.ability)


def _not_yet(state: State, moment: Moment) -> Turn:
    """Say that nothing is searched without a yes, and where that yes can be given."""
    told, answers = _("Ik zoek pas banen als jij ja zegt."), state.of("profile")
    if BEFORE in answers and not is_direct(moment):
        return ask_again(state, moment, UNTIL_ANSWERED)
    if AGREED in answers:
        return Turn(state, (say(told, buttons=(SHOW_LATER,)),), rests=True)
    return ask_again(state, moment, told)


def more(state: State, moment: Moment, parse: Parse) -> Turn:
    """Show more, or send more often, whichever was asked for."""
    if _OFTEN.search(parse.text.lower()):
        return _paced(state, parse, moment, +1)
    jobs = state.of("jobs")
    if _HEAVY.search(parse.text.lower()):
        return show_page(state, moment, Looked(ON_A_PAGE, heavy=True))
    return show_page(state, moment, next_page(jobs))


def next_page(jobs: Answers) -> Looked:
    """Give the page after the one that is shown, the first when none is."""
    number = jobs["page"] + 1 if jobs.get("more") else 0
    return Looked(ON_A_PAGE, number, heavy=bool(jobs.get("heavy")))


def fewer(state: State, moment: Moment, parse: Parse) -> Turn:
    """Send less often."""
    return _paced(state, parse, moment, -1)


def _paced(state: State, parse: Parse, moment: Moment, step: int) -> Turn:
    """Send at the pace that is named, else one step more or less often; what is asked is asked again."""
    named = ASKED["push"](Sentence.of(parse.text), moment.today)
    at = PACES.index(pace_of(state)) + step
    is_named = named is not None and not named.options and not named.unsure
    turn = paced(state.settled(), named.value if named and is_named else PACES[max(0, min(at, len(PACES) - 1))])
    return ask_again(turn.state, moment).after(*turn.effects) if question_of(turn.state, moment) else turn


def interested(state: State, moment: Moment, parse: Parse) -> Turn:
    """Want the vacancy that came last; where none did, see what there is."""
    return _of_last(state, moment, parse, "want")


def not_interested(state: State, moment: Moment, parse: Parse) -> Turn:
    """Refuse the vacancy that came last; where none did, see what there is."""
    return _of_last(state, moment, parse, "not")


def _of_last(state: State, moment: Moment, parse: Parse, key: str) -> Turn:
    last, sentence = moment.facts.shown().last, Sentence.of(parse.text)
    if last and asks(sentence):
        asking = state.settled().opening("job").having("job", {ABOUT: last})
        return told_of(asking, moment, last, asked_of(sentence))
    return tap(state, moment, last, key) if last else show_vacancies(state, moment, parse)


def tap(state: State, moment: Moment, vacancy_id: str, key: str) -> Turn:
    """Hear a button under a vacancy, however old: what it says is done, as long as the vacancy is there."""
    if key == "see":
        return open_one(state, moment, vacancy_id, list_of(state))
    choice = REACT.choice(key)
    held = moment.facts.vacancy(vacancy_id, profile_in(state))
    if held is None or not isinstance(choice, Choice):
        return no_longer(state, GONE)
    if held.vacancy.standing is not Standing.OPEN and key not in _ALWAYS:
        return no_longer(state, CLOSED)
    asking = state.settled().opening("job").having("job", {ABOUT: vacancy_id, AMONG: list_of(state)})
    return choose(asking, REACT, choice.value, moment)


def _change(state: State, moment: Moment, line: str) -> Turn:
    if profile_in(state) is None:
        return _not_yet(state, moment)
    return go_on(state.settled().opening("change").having("change", {"change": line}), moment)


def tap_page(state: State, moment: Moment, page: str, key: str) -> Turn:
    """Hear a button under a list: another page, or later; or one that changes when somebody works."""
    if key in {"hours", "days"}:
        return _change(state, moment, key)
    if key == "later":
        return put_off(state.settled())
    number = number_in(page)
    return show_page(state, moment, Looked(ON_A_PAGE, number if isinstance(number, int) else 0, heavy=key == "heavy"))
