"""The leak guard in a conversation: what stands in a message is told to who wrote it, and they choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.naming import quoted
from bot.dialogs.question import Choice, Question, ask, marked
from bot.domain.message import Button
from bot.nlu.leaks.find import leaks_in, without
from bot.nlu.leaks.kinds import Choice as Way
from bot.nlu.leaks.kinds import Kind, Leak, choices
from bot.nlu.leaks.told import LABELS, told
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers
    from bot.domain.person import Role
    from bot.text import Value

LONGEST = 1000
"""How many characters a message to the other side can have."""

WORDS, WITHOUT, LEAKS, MARK = "words", "without", "leaks", "mark"
"""Under these names a dialog holds a message that is on its way: as it was written, as it may pass, what is in it, and
which message it is."""

_UNKEPT = frozenset({Kind.BSN, Kind.HEALTH})
_MOST_TOLD = 2
_NOTHING = " .,!?…\n"


def guarded(text: str, by: Role, mark: str) -> dict[str, Any]:
    """Give what is held of a message until it goes. What may never go is not held either.

    `mark` is fresh: a button under what was asked about another message does not answer for this one.
    """
    leaks = leaks_in(text, by)
    if not leaks:
        return {WORDS: text, MARK: mark}
    ways = choices(leaks)
    kinds = [leak.kind.value for leak in leaks]
    return {
        WORDS: text if Way.SEND in ways else None,
        WITHOUT: without(text, leaks).strip(),
        LEAKS: list(dict.fromkeys(kinds)),
        MARK: mark,
    }


def is_unkept(held: Mapping[str, Any]) -> bool:
    """Tell whether the words must not be kept, not even for who wrote them (V4)."""
    return not _UNKEPT.isdisjoint(map(Kind, held.get(LEAKS, ())))


def told_apart(held: Mapping[str, Any]) -> tuple[Text, ...]:
    """Say which message is meant, in its own words; none where these must not be kept: what is said is kept too."""
    words = held.get(WORDS)
    return (quoted(words),) if words and not is_unkept(held) else ()


def leak_question(name: str, to: Callable[[Answers], Value], goes: Callable[[Answers], bool] = bool) -> Question:
    """Make the question what to do with a message in which something was noticed.

    `to`: whom it would go to; `goes`: whether it would go to anybody.
    """
    return ask(
        name,
        lambda answers, moment: _told(answers, moment, to(answers)),
        choices=tuple(Choice(way.value, label, way.value) for way, label in LABELS.items()),
        buttons=lambda answers: _buttons(name, answers),
        mark=marked(MARK),
        when=lambda answers, _moment: bool(answers.get(LEAKS)) and goes(answers),
        no=Way.CHANGE.value,
        means={"stop": Way.CHANGE.value, "back": Way.CHANGE.value},
        needed=True,
        why=_("Ik lees mee om je te helpen. Jij beslist wat een ander weet."),
        again=_("Tik op een knop. Dan weet ik wat je wilt."),
    )


def _told(answers: Answers, moment: Moment, to: Value) -> tuple[Text, ...]:
    kinds = [Kind(kind) for kind in answers[LEAKS]][:_MOST_TOLD]
    found = tuple(told(Leak(kind, 0, 0, moment.person.role)) for kind in kinds)
    left = (_("Zonder dat stuk staat er:"), quoted(answers[WITHOUT])) if _has_words(answers) else ()
    return (*found, *left, _("Wat zal ik naar {name} sturen?", name=to))


def _buttons(name: str, answers: Answers) -> tuple[Button, ...]:
    ways = [Way.SEND] if answers.get(WORDS) else []
    ways += [Way.LEAVE_OUT] if _has_words(answers) else []
    return tuple(Button(LABELS[way], f"{name}={way.value}") for way in (*ways, Way.CHANGE))


def _has_words(answers: Answers) -> bool:
    return bool(answers.get(WITHOUT, "").strip(_NOTHING))


def passing(answers: Answers, chosen: str | None) -> str | None:
    """Give the message as it goes on; None: it is to be written anew."""
    if not answers.get(LEAKS):
        words: str | None = answers.get(WORDS)
        return words
    if chosen == Way.SEND.value:
        return answers.get(WORDS)
    return answers[WITHOUT] if chosen == Way.LEAVE_OUT.value and _has_words(answers) else None
