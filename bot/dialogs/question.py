"""Questions as data. How they are asked and heard is the engine's; what is asked stands in the dialogs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.nlu.sentence import Sentence
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers
    from bot.domain.message import Button
    from bot.nlu.parse import Entity

Reader: TypeAlias = "Callable[[Sentence, date], Entity | None]"
"""Reads the answer to the open question in a sentence; None when it is no answer."""

Fold: TypeAlias = "Callable[[Answers, str, Any], dict[str, Any]]"
"""Puts a value, as the answer to the named question, among the answers."""

Unfold: TypeAlias = "Callable[[Answers, str], dict[str, Any]]"
"""Forgets the answer to the named question, wherever among the answers it is kept."""

READ: Any = object()
"""The value of a choice that is read from its key by the question's reader ("over 2 weken")."""

YES = _("Ja")
NO = _("Nee")
TAP_YES_OR_NO = _("Tik op een knop. Of schrijf: ja of nee.")

SORRY = _("Sorry, dat begrijp ik niet.")
WHICH = _("Wat bedoel je?")

NOTHING: Any = object()
"""No value: a yes or a no says nothing here."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be tapped: its key (short: a button's value is at most 64 bytes), what it says, what it means."""

    key: str
    label: Text
    value: Any = READ

    def means(self, question: Question, today: date) -> Any:
        """Give the value; one that depends on today is read from the key."""
        if self.value is not READ:
            return self.value
        read = question.reads(Sentence.of(self.key), today) if question.reads else None
        if read is None:
            raise ValueError("a choice without a value whose key is no answer")
        return question.takes(read.value)


@dataclass(frozen=True, slots=True)
class More:
    """A choice that opens further choices: what it says, what is asked then, and the keys of what it holds."""

    label: Text
    text: Text
    keys: tuple[str, ...]


_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9])?")


def number_in(key: str) -> float | None:
    """Read a small number in a key, whole ones as an int; what comes from outside can be anything."""
    if not _NUMBER.fullmatch(key):
        return None
    return float(key) if "." in key else int(key)


def put(answers: Answers, name: str, value: Any) -> dict[str, Any]:
    """Set an answer; the newest stands last."""
    return {**{held: answers[held] for held in answers if held != name}, name: value}


def forget(answers: Answers, name: str) -> dict[str, Any]:
    """Forget an answer."""
    return {held: answers[held] for held in answers if held != name}


def always(_answers: Answers, _moment: Moment) -> bool:
    """Ask in any case."""
    return True


def by_itself(_answers: Answers, value: Any, _entity: Entity) -> Any:
    """Take a value for what it is, whatever was answered already."""
    return value


def instead(_answers: Answers, value: Any) -> Any:
    """Take a value in the place of what was answered already, also where it is one more."""
    return value


def no_guess(_answers: Answers, _entity: Entity) -> bool:
    """Take every value as it is said."""
    return False


def about_this(_answers: Answers, _entity: Entity) -> Text | None:
    """Take any value for an answer to what is asked."""
    return None


def has_room(_answers: Answers, _value: Any) -> Text | None:
    """Keep any value."""
    return None


def unmarked(_answers: Answers) -> str:
    """Let any button of this question answer it, also one of another time that it was put."""
    return ""


def marked(name: str) -> Callable[[Answers], str]:
    """Let only buttons answer that are about the same thing: the one with the id that is held under this name."""
    return lambda answers: str(answers.get(name, ""))[:8]


def anything(_value: Any) -> bool:
    """Take any value."""
    return True


def shows_all(_key: str, _answers: Answers) -> bool:
    """Offer every choice."""
    return True


def same(value: Any) -> Any:
    """Keep a value as it was read."""
    return value


def nothing_first(_answers: Answers, _moment: Moment) -> tuple[tuple[Text, ...], ...]:
    """Say nothing before the question."""
    return ()


def no_doubt(_yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Take any yes for a yes."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: how it is put, read, kept, said back, and called when somebody wants to change its answer.

    - text, first: its words, and messages that come before it the first time
    - why, again: what is said when somebody asks why, or did not understand (differently, with an example)
    - seen: who sees the answer, where that is not as with all others
    - sorry: what is said first when we did not understand the answer
    - reads, entities: its reader, and which entities of the parse answer it
    - choices, dynamic, offers: what can be tapped, fixed or looked up by key; the keys shown first (else all choices)
    - shows: whether a key is offered, given the answers of the profile
    - easy: the keys shown instead of `offers` to who was not understood twice
    - extras: buttons that are no answer
    - whole: a yes is for all that stands in it, so it is never put again without what goes before the question itself
    - mark: what this question is about; a button of another time that it was put does not answer it
    - buttons: instead of all of these: buttons that name the thing they are about, so that they work for ever
    - yes, no: what a plain yes or no means
    - means: what a command or another intent means as an answer here ("later": not a pause of everything)
    - wondered: intents that are likelier here than elsewhere: what people ask before they answer it
    - skipped: what skipping means, where that is an answer of its own
    - tells: it asks what somebody is or can, so that "liever niet" is no answer, and a no is one only where it is said
    - bare: what is said to a plain yes or no that is too little
    - doubt: what is said to a yes that is no clear and free yes (None: it is one)
    - exact: its doubt knows every word that may stand beside a yes, so that a yes which comes first without one is one
    - alone: other answers in the same sentence are not taken
    - yields: what the sentence clearly says about other questions goes before this one's own lenient reader
    - early: its answer is kept also before the question applies
    - several: a sentence may hold more than one value; `lists` gives what each part of a list can mean
    - accepts, takes, also, meant, fold: which entities are for this question, the value in them, what one more means
      beside what was answered already, what any value means beside that, how it is kept
    - apart: what is said to a value that is of something else than this question is about (None: it is not)
    - guessed: whether a value, given as the answer, is only a guess beside what was answered: it is confirmed first
    - full: what is said to a value that there is no room for any more (None: there is)
    - unfold: how its answer is forgotten, when somebody goes back or says it anew
    - key, which: the key of a value that can be tapped, and what is asked where words can mean more than one
    - says, thanks: the value in words, and what is said after an answer
    - label, part_of: its line when all is read back, or the question whose line holds it
    - words: how people call it
    - free: whatever is said answers it, except what stops, skips, goes back, or needs care
    - file: a file answers it, as long as this says so; what the dialog is `about` has it then
    - otherwise: what counts when the answer was not understood twice, so that it stands in nobody's way
    """

    name: str
    text: Callable[[Answers, Moment], tuple[Text, ...]]
    why: Text
    again: Text
    seen: Text | None = None
    sorry: Text = SORRY
    reads: Reader | None = None
    entities: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    dynamic: Callable[[str], Choice | More | None] | None = None
    offers: tuple[str, ...] = ()
    easy: tuple[str, ...] = ()
    shows: Callable[[str, Answers], bool] = shows_all
    extras: tuple[Button, ...] = ()
    buttons: Callable[[Answers], tuple[Button, ...]] | None = None
    mark: Callable[[Answers], str] = unmarked
    needed: bool = False
    when: Callable[[Answers, Moment], bool] = always
    yes: Any = NOTHING
    no: Any = NOTHING
    means: Mapping[str, Any] = field(default_factory=dict)
    wondered: tuple[str, ...] = ()
    skipped: Any = NOTHING
    tells: bool = False
    bare: Text | None = None
    doubt: Callable[[Sentence, Answers, Moment], Text | None] = no_doubt
    exact: bool = False
    whole: bool = False
    first: Callable[[Answers, Moment], tuple[tuple[Text, ...], ...]] = nothing_first
    alone: bool = False
    yields: bool = False
    early: bool = False
    several: bool = False
    lists: Callable[[Sentence], list[tuple[Any, ...]]] | None = None
    apart: Callable[[Answers, Entity], Text | None] = about_this
    guessed: Callable[[Answers, Entity], bool] = no_guess
    full: Callable[[Answers, Any], Text | None] = has_room
    also: Callable[[Answers, Any], Any] = instead
    meant: Callable[[Answers, Any, Entity], Any] = by_itself
    accepts: Callable[[Any], bool] = anything
    takes: Callable[[Any], Any] = same
    fold: Fold = put
    unfold: Unfold = forget
    key: Callable[[Any], str] = str
    which: Text = WHICH
    says: Callable[[Any], Text] | None = None
    thanks: Callable[[Any], Text] | None = None
    label: Text | None = None
    part_of: str | None = None
    shown_to_employers: bool = False
    words: tuple[str, ...] = ()
    free: bool = False
    file: Callable[[Answers, Moment], bool] | None = None
    otherwise: Any = NOTHING

    def value_of(self, entity: Entity, answers: Answers) -> Any:
        """Give the value of an entity that answers this question, beside what was answered already."""
        taken = self.takes(entity.value)
        return self.meant(answers, self.also(answers, taken) if entity.added else taken, entity)

    def takes_from(self, entity: Entity) -> bool:
        """Tell whether an entity, found anywhere in a sentence, answers this question."""
        return entity.entity in self.entities and self.accepts(entity.value)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys under the question when it is first put."""
        return self.offers or tuple(choice.key for choice in self.choices)

    def offered_for(self, values: Iterable[Any]) -> tuple[str, ...]:
        """Give the keys of what words can mean, those that can be tapped."""
        keys = (self.key(self.takes(value)) for value in values)
        return tuple(dict.fromkeys(key for key in keys if self.choice(key)))

    def choice(self, key: str) -> Choice | More | None:
        """Give what a key stands for: a fixed choice, or one that is looked up."""
        for choice in self.choices:
            if choice.key == key:
                return choice
        return self.dynamic(key) if self.dynamic else None


def asking(text: Text | tuple[Text, ...] | Callable[..., tuple[Text, ...]]) -> Callable[..., tuple[Text, ...]]:
    """Make a question's words of one sentence, of several paragraphs, or of what was answered so far."""
    if isinstance(text, Text):
        paragraphs: tuple[Text, ...] = (text,)
    elif isinstance(text, tuple):
        paragraphs = text
    else:
        return text
    return lambda _answers, _moment: paragraphs


def ask(name: str, text: Any, **rest: Any) -> Question:
    """Make a question that is answered freely, or with one of its choices."""
    return Question(name=name, text=asking(text), **rest)


def confirm(
    name: str, text: Any, *, yes: Text = YES, no: Text = NO, again: Text = TAP_YES_OR_NO, **rest: Any
) -> Question:
    """Make a question that is answered with yes or no."""
    both = (Choice("yes", yes, value=True), Choice("no", no, value=False))
    return Question(name=name, text=asking(text), choices=both, yes=True, no=False, again=again, **rest)
