"""What the work is, where and when: the questions about a vacancy that are needed, and its week."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.question import Choice, More, ask, forget, put
from bot.dialogs.questions_place import PLACE as LIVING
from bot.dialogs.questions_week import ALL_WEEK
from bot.dialogs.questions_week import DAYPARTS as OWN_DAYPARTS
from bot.dialogs.questions_week import DAYS as OWN_DAYS
from bot.dialogs.questions_week import HOURS as OWN_HOURS
from bot.dialogs.questions_work import SECTOR_KEYS, WISHES
from bot.nlu.adverts.title import occupations_in
from bot.nlu.asked import ASKED
from bot.nlu.excluding import excluding
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_question, whole
from bot.text import _, verbatim

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity

LONGEST_TITLE = 60
_NOT_IN_TITLE = frozenset("?\n•")
_MOST_WORDS = 6
_SPEECH = frozenset("ik wij we jij je zoek zoeken zoekt iemand nodig heb hebben wil willen gezocht mensen baan".split())
"""Words of a sentence, not of a title."""
_LEAD = re.compile(r"^(?:(?:een|de|het|als|voor|\d+)\s+)+", re.IGNORECASE)


def _titled(sentence: Sentence, today: date) -> Entity | None:
    """Read which occupation it is, and keep the employer's own words for it when these are a title."""
    found = ASKED["wishes"](sentence, today) or _of_several(sentence)
    if found is None or found.options:
        return found
    return replace(found, value={**found.value, "title": sentence.raw})


def _of_several(sentence: Sentence) -> Entity | None:
    """Read "2 vakkenvullers voor de avond"."""
    named = [] if is_question(sentence) else [one.value() for one in occupations_in(sentence.raw)]
    return whole(sentence, "occupation", named[0], tuple(named) if len(named) > 1 else ()) if named else None


def _title_in(words: str) -> str:
    """Give what a vacancy can be called by these words; nothing where they are a sentence, or keep people out.

    One word is the name of the occupation, or a mistyped one: then ours is better.
    """
    title = _LEAD.sub("", words.strip(" .!\n"))
    sentence = Sentence.of(title)
    is_short = (
        len(title) <= LONGEST_TITLE and 1 < len(sentence.tokens) <= _MOST_WORDS and not _NOT_IN_TITLE & set(title)
    )
    return title if is_short and sentence.words.isdisjoint(_SPEECH) and not excluding(title) else ""


def _keep_work(answers: Answers, name: str, value: dict[str, str]) -> dict[str, Any]:
    """Keep the occupation, and what the vacancy is called: never by words that keep people out."""
    occupation = {part: value[part] for part in ("uri", "label", "isco")}
    called = _title_in(value.get("title", "")) or value["label"]
    return put(put(answers, "title", called[:1].upper() + called[1:]), name, occupation)


def _forget_work(answers: Answers, name: str) -> dict[str, Any]:
    return forget(forget(answers, name), "title")


def _work(key: str) -> Choice | More | None:
    """Give an occupation or a sector, as a jobseeker chooses it, in the words of who offers it."""
    choice = WISHES.dynamic(key) if WISHES.dynamic else None
    return replace(choice, text=_("Wat voor werk is het?")) if isinstance(choice, More) else choice


def _any_title(sentence: Sentence, _today: date) -> Entity | None:
    title = sentence.raw.strip()
    if not sentence.tokens or is_question(sentence) or len(title) > LONGEST_TITLE or _NOT_IN_TITLE & set(title):
        return None
    return whole(sentence, "title", title)


WORK = replace(
    WISHES,
    name="work",
    text=lambda _answers, _moment: (_("Voor welk werk zoek je iemand?"),),
    reads=_titled,
    dynamic=_work,
    easy=SECTOR_KEYS,
    several=False,
    fold=_keep_work,
    unfold=_forget_work,
    why=_("Dan vind ik mensen die dit werk zoeken."),
    again=_("Schrijf bijvoorbeeld: bakker, of hulp in de keuken. Of tik op de knop."),
    shown_to_employers=False,
    words=("werk", "beroep", "work", "job"),
)

TITLE = ask(
    "title",
    _("Hoe noem je de baan?"),
    reads=_any_title,
    alone=True,
    needed=True,
    why=_("Dit is de naam die mensen zien."),
    again=_("Schrijf een korte naam. Bijvoorbeeld: hulp in de bakkerij."),
    says=verbatim,
    label=_("Naam van de baan"),
    words=("naam", "titel", "title", "name"),
)

PLACE = replace(
    LIVING,
    text=lambda _answers, _moment: (
        _("De plaats of 4 cijfers van de postcode is genoeg."),
        _("Waar is het werk?"),
    ),
    seen=None,
    why=_("Dan vind ik mensen die er snel kunnen zijn."),
)

HOURS = replace(
    OWN_HOURS,
    text=lambda _answers, _moment: (_("Hoeveel uur per week is het werk?"),),
    choices=OWN_HOURS.choices[:-1],
    accepts=lambda value: value["min"] is not None or value["max"] is not None,
    why=_("Dan vind ik mensen die zoveel uur willen werken."),
    shown_to_employers=False,
)

DAYS = replace(
    OWN_DAYS,
    text=lambda _answers, _moment: (_("Op welke dagen is het werk?"),),
    choices=(
        Choice("week", _("Maandag tot en met vrijdag"), {"days": ALL_WEEK[:5]}),
        Choice("all", _("Alle dagen"), {"days": ALL_WEEK}),
        Choice("weekend", _("Alleen in het weekend"), {"days": ALL_WEEK[5:]}),
    ),
    why=_("Dan vind ik mensen die op die dagen kunnen."),
    shown_to_employers=False,
)

DAYPARTS = replace(
    OWN_DAYPARTS,
    text=lambda _answers, _moment: (_("Op welk deel van de dag is het werk?"),),
    why=_("Dan vind ik mensen die op die tijd kunnen."),
)
