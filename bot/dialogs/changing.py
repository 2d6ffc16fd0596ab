"""Changing an answer: which line, then its question once more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dialogs.as_before import NOTHING_CHANGED
from bot.dialogs.dialog import Dialog
from bot.dialogs.profile import PROFILE
from bot.dialogs.question import Choice, More, ask, number_in
from bot.dialogs.readback import LINES
from bot.dialogs.turn import Turn, say
from bot.nlu.parse import Entity
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers, State

ON_A_PAGE = 4
MORE = _("Iets anders")
WHICH_LINE = _("Wat wil je veranderen?")


def question_called(words: str, lines: Iterable[Question], among: Iterable[str]) -> str | None:
    """Give the line that somebody names ("mijn uren"), among those that were asked."""
    tokens = [token.text for token in Sentence.of(words).tokens]
    asked = set(among)
    return next((line.name for line in lines if line.name in asked and set(line.words) & set(tokens)), None)


@dataclass(frozen=True, slots=True, repr=False)
class _Lines:
    """The lines that can be changed, and the form whose answers they are."""

    form: Dialog
    lines: tuple[Question, ...]

    def named(self, sentence: Sentence, _today: date) -> Entity | None:
        name = question_called(sentence.raw, self.lines, (line.name for line in self.lines))
        return Entity("line", 0, len(sentence.raw), name) if name else None

    def choice(self, key: str) -> Choice | More | None:
        if key.startswith("page"):
            page = number_in(key.removeprefix("page"))
            return self._page(page) if isinstance(page, int) else None
        label = next((line.label for line in self.lines if line.name == key), None)
        return Choice(key, label, key) if label else None

    def _page(self, page: int) -> More | None:
        names = [line.name for line in self.lines[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]]
        if not names:
            return None
        is_last = (page + 1) * ON_A_PAGE >= len(self.lines)
        return More(MORE, WHICH_LINE, (*names, f"page{0 if is_last else page + 1}"))

    def was_asked(self, key: str, answers: Answers) -> bool:
        """Offer only lines that were asked, and a page when there is one on it."""
        choice = self.choice(key)
        return any(name in answers for name in choice.keys[:-1]) if isinstance(choice, More) else key in answers

    def asked_anew(self, dialog: str, state: State) -> Turn:
        """Forget the answer and what follows from it: its question is then the first without an answer."""
        name, form = state.of(dialog)[dialog], self.form
        if name is None:
            return Turn(state.closing(), (say(NOTHING_CHANGED),))
        kept: Answers = form.reopened(state.of(form.name))
        for question in form.questions:
            if name in {question.name, question.part_of}:
                kept = question.unfold(kept, question.name)
        below = state.closing().returning_to(form.name)
        return Turn(replace(below.having(form.name, kept), misunderstood=0))


def changing(name: str, form: Dialog, lines: tuple[Question, ...]) -> Dialog:
    """Make the dialog, and its question of the same name, in which a line of a form is chosen to be asked anew."""
    held = _Lines(form, lines)

    def done(state: State, _moment: Moment) -> Turn:
        return held.asked_anew(name, state)

    which = ask(
        name,
        WHICH_LINE,
        reads=held.named,
        dynamic=held.choice,
        shows=held.was_asked,
        offers=(*(line.name for line in lines[:ON_A_PAGE]), "page1"),
        no=None,
        needed=True,
        why=_("Je mag alles veranderen wat je hebt gezegd."),
        again=_("Tik op wat je wilt veranderen. Of schrijf bijvoorbeeld: uren."),
    )
    return Dialog(name=name, light=True, renews=True, questions=(which,), done=done)


CHANGE = changing("change", PROFILE, LINES)
