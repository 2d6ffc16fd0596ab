"""Changing an answer: which line, then its question once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.profile import PROFILE
from bot.dialogs.question import Choice, Dialog, More, ask, forget, number_in
from bot.dialogs.readback import LINES
from bot.dialogs.turn import Turn, say
from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State

ON_A_PAGE = 4
MORE = _("Iets anders")
_BY_NAME = {question.name: question for question in LINES}


def question_called(words: str, among: Iterable[str]) -> str | None:
    """Give the line of the profile that somebody names ("mijn uren"), among those that were asked."""
    tokens = [token.text for token in Sentence.of(words).tokens]
    asked = set(among)
    return next((line.name for line in LINES if line.name in asked and set(line.words) & set(tokens)), None)


def _named(sentence: Sentence, _today: date) -> Entity | None:
    name = question_called(sentence.raw, _BY_NAME)
    return Entity("line", 0, len(sentence.raw), name) if name else None


def _line(key: str) -> Choice | More | None:
    if key.startswith("page"):
        page = number_in(key.removeprefix("page"))
        return _page(page) if isinstance(page, int) else None
    question = _BY_NAME.get(key)
    return Choice(key, question.label, key) if question and question.label else None


def _page(page: int) -> More | None:
    names = [line.name for line in LINES[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]]
    if not names:
        return None
    is_last = (page + 1) * ON_A_PAGE >= len(LINES)
    return More(MORE, WHICH_LINE, (*names, f"page{0 if is_last else page + 1}"))


def _was_asked(key: str, answers: Answers) -> bool:
    """Offer only lines that were asked, and a page when there is one on it."""
    choice = _line(key)
    return any(name in answers for name in choice.keys[:-1]) if isinstance(choice, More) else key in answers


WHICH_LINE = _("Wat wil je veranderen?")


def _asked_anew(state: State, _moment: Moment) -> Turn:
    """Forget the answer, what follows from it, and the yes: its question is then the first without an answer."""
    name = state.of("change")["change"]
    if name is None:
        return Turn(state.closing(), (say(_("Goed, ik verander niets.")),))
    kept: Answers = forget(state.of("profile"), "consent")
    for question in PROFILE.questions:
        if name in {question.name, question.part_of}:
            kept = question.unfold(kept, question.name)
    below = state.closing().returning_to("profile")
    return Turn(replace(below.having("profile", kept), misunderstood=0))


CHANGE = Dialog(
    name="change",
    light=True,
    renews=True,
    questions=(
        ask(
            "change",
            WHICH_LINE,
            reads=_named,
            dynamic=_line,
            shows=_was_asked,
            offers=(*(line.name for line in LINES[:ON_A_PAGE]), "page1"),
            no=None,
            needed=True,
            why=_("Je mag alles veranderen wat je hebt gezegd."),
            again=_("Tik op wat je wilt veranderen. Of schrijf bijvoorbeeld: uren."),
        ),
    ),
    done=_asked_anew,
)
