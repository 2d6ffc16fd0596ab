"""A job that words point at is opened, or it is asked which one; of what was shown, and nothing else.

It changes no answer, and an employer hears nothing of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import choose
from bot.dialogs.asking import ask_again, dialog_of, question_of
from bot.dialogs.contact.want import WANT
from bot.dialogs.expecting import guess
from bot.dialogs.home import HOME
from bot.dialogs.jobs.asked import tap
from bot.dialogs.jobs.card import named
from bot.dialogs.jobs.listing import JOBS, WHICH, Page, buttons, choosing, table
from bot.dialogs.jobs.pointing import Needs, Pointed, misses, pointed
from bot.dialogs.jobs.react import ABOUT, JOB, REACT, WHY_NOT, open_one
from bot.dialogs.jobs.sight import in_sight, list_of, looked_up
from bot.dialogs.jobs.words import ARTICLES, ASIDE, OTHER, POINTERS
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import YES, meaning
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Entity, Parse

_ALSO = frozenset({"show_vacancies", "more_vacancies", "interested", "not_interested"})
"""What words that point may certainly mean as well: "laat de baan in Zeist zien"."""
_MOST = 4
"""How many jobs there are to choose from at most; with "Later" that makes five buttons."""
_LONGEST_NAME, _LONGEST = 6, 30
"""How many words there are at most where none of them points, "oke, doe maar zorggroep noord", and where one does."""
_NOT_THERE = _("Die baan staat er niet bij.")


def heard_of_shown(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Open the job that words point at, or ask which of several; None: they point at none."""
    needs = _needs(state, moment)
    if needs is None or _is_else(parse):
        return None
    sentence = Sentence.of(parse.text)
    most = _LONGEST_NAME if sentence.words.isdisjoint(POINTERS | ARTICLES) else _LONGEST
    if len(sentence.tokens) > most:
        return None  # nothing has to be looked up
    counted = _counted(state, parse, moment)
    if counted:
        return counted
    sights = in_sight(state, moment)
    for shown, how in zip(sights, (needs, Needs.POINTER), strict=False):
        found = _the_others(state, parse, shown) or pointed(parse, shown, how)
        if found:
            return _follow(state, moment, parse, found)
    may_miss = needs is Needs.NAME or (needs is Needs.ALONE and parse.entities)
    return _missed(state, moment, parse, sights[0]) if may_miss else None


def _needs(state: State, moment: Moment) -> Needs | None:
    """Give how clearly words have to point; None: they cannot.

    A yes for another job must never be heard as one for the job that is open, so there a name will do as well.
    """
    where, question = state.stack[-1], question_of(state, moment)
    if where == JOB.name and question is not REACT:
        return Needs.ARTICLE if question is WHY_NOT else None
    if where == HOME.name:
        return Needs.ALONE
    return Needs.NAME if where in {JOBS.name, JOB.name, WANT.name} else None


def _reads(question: Question, parse: Parse, moment: Moment) -> Entity | None:
    return question.reads(Sentence.of(parse.text), moment.today) if question.reads else None


def _is_else(parse: Parse) -> bool:
    """Tell whether words certainly mean something else, or need care."""
    certain = parse.intent.name if parse.certain and parse.intent else None
    return bool(parse.topic) or (certain is not None and certain not in _ALSO) or guess(parse) == "crisis"


def _opened(state: State) -> str | None:
    """Give the id of the job that is open, if one is."""
    return state.of(state.stack[-1]).get(ABOUT)


def _the_others(state: State, parse: Parse, shown: tuple[Fitting, ...]) -> Pointed | None:
    """Hear "die andere" beside a job that is open as the others that were shown."""
    if state.stack[-1] not in {JOB.name, WANT.name} or OTHER.fullmatch(Sentence.of(parse.text).plain) is None:
        return None
    others = tuple(each for each in shown if each.vacancy.id != _opened(state))
    return Pointed(others, no=False, named=False) if others else None


def _counted(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "ja, de eerste" beside a job that is open as the first one of the list that it was chosen from."""
    ids, number = list_of(state), _number(state, parse, moment)
    if number is None or (len(ids) <= 1 and state.stack[-1] == JOB.name):
        return None
    found = looked_up(ids[number - 1 : number], state, moment) if number and len(ids) > 1 else ()
    if not found:
        return misunderstood(state, moment, _NOT_THERE)
    turn = _follow(state, moment, parse, Pointed(found, no=False, named=True))
    return turn or (ask_again(state, moment) if state.stack[-1] == WANT.name else None)


def _number(state: State, parse: Parse, moment: Moment) -> int | None:
    """Read which one of a list is meant, where nothing else is said; 0: the last one of none."""
    said = [token.text for token in Sentence.of(parse.text).tokens if token.text not in ASIDE | {"nummer", "nr"}]
    if state.stack[-1] not in {JOB.name, WANT.name} or len(said) != 1:
        return None
    if said[0] in {"laatste", "last"}:
        return len(list_of(state))
    read = _reads(WHICH, parse, moment)
    return read.value if read else None


def _follow(state: State, moment: Moment, parse: Parse, pointed_at: Pointed) -> Turn | None:
    """Do what is asked of the one job that is meant, or ask which of several."""
    found, among = pointed_at.found, list_of(state)
    is_open = any(each.vacancy.id == _opened(state) for each in found)
    if _gives_way(state, moment):
        return _instead(state, moment, parse, pointed_at, is_open=is_open)
    asking = asks(Sentence.of(parse.text))
    if asking and _opened(state) and not pointed_at.named:
        return None
    if pointed_at.no and len(found) == 1 and not asking:
        return tap(state, moment, found[0].vacancy.id, "not")
    if is_open and len(found) == 1 and (asking or _reacts(parse, moment)):
        return None
    return _shown(state, moment, found, among)


def _instead(state: State, moment: Moment, parse: Parse, pointed_at: Pointed, *, is_open: bool) -> Turn | None:
    """Round off what is asked about another job, and show the one that is meant; a yes for the same one is a yes."""
    if is_open and not pointed_at.no:
        return _agrees(state, moment, parse)
    if pointed_at.no or (not pointed_at.named and _reads(WHY_NOT, parse, moment)):
        return None
    before = _left(state, moment)
    return _shown(before.state, moment, pointed_at.found, list_of(state)).after(*before.effects)


def _agrees(state: State, moment: Moment, parse: Parse) -> Turn | None:
    """Hear a yes that names the very job that is open as one: "ja graag, laat het Bakkerij Zon maar weten"."""
    question, sentence = question_of(state, moment), Sentence.of(parse.text)
    if state.stack[-1] != WANT.name or question is None or sentence.tokens[0].text not in YES or asks(sentence):
        return None
    doubt = question.doubt(sentence, state.of(WANT.name), moment)
    return None if doubt else choose(state, question, question.yes, moment)


def _shown(state: State, moment: Moment, found: tuple[Fitting, ...], among: tuple[str, ...]) -> Turn:
    return open_one(state, moment, found[0].vacancy.id, among) if len(found) == 1 else _which(state, moment, found)


def _gives_way(state: State, moment: Moment) -> bool:
    """Tell whether something is asked about a job that first has to be rounded off."""
    return state.stack[-1] == WANT.name or question_of(state, moment) is WHY_NOT


def _left(state: State, moment: Moment) -> Turn:
    """Round it off: a no stays a no, without a reason; and what was not agreed to is not sent."""
    if state.stack[-1] == JOB.name:
        return choose(state, WHY_NOT, None, moment)
    return Turn(state.closing(), (say(*dialog_of(state).left),))


def _reacts(parse: Parse, moment: Moment) -> bool:
    """Tell whether words say what somebody thinks of the job that is open."""
    says = _reads(REACT, parse, moment) is not None
    return says or meaning(parse) in {"affirm", "deny", "interested", "not_interested"}


def _which(state: State, moment: Moment, found: tuple[Fitting, ...]) -> Turn:
    """Ask which of several jobs is meant."""
    found = found[:_MOST]
    asking = replace(choosing(state, Page(found)), misunderstood=0)
    answers = asking.of(JOBS.name)
    told = say(
        _("Je kunt {n} banen bedoelen.", n=len(found)),
        table(each.vacancy for each in found),
        *WHICH.text(answers, moment),
        buttons=buttons(answers),
    )
    return Turn(asking, (told,), rests=True)


def _missed(state: State, moment: Moment, parse: Parse, shown: tuple[Fitting, ...]) -> Turn | None:
    """Say that no such job was shown, and show again which ones were."""
    where = state.stack[-1]
    if not shown or not misses(parse, shown) or (where == JOB.name and _reads(REACT, parse, moment)):
        return None
    if where == WANT.name:
        return misunderstood(state, moment, _NOT_THERE)
    if where == JOB.name and len(shown) == 1:
        return misunderstood(state, moment, _NOT_THERE, _("Je ziet nu deze: {job}.", job=named(shown[0].vacancy)))
    shown = shown[:_MOST]
    asking = state if where == JOBS.name else choosing(state, Page(shown))
    return misunderstood(asking, moment, _NOT_THERE, table(each.vacancy for each in shown))
