"""What the work asks of somebody, what help there is, and what else the employer wants to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask, confirm
from bot.dialogs.questions_self import LICENCE as OWN_LICENCE
from bot.nlu.asked import ASKED
from bot.nlu.wording import is_question, whole
from bot.text import _

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

LONGEST_ABOUT = 600
"""Characters: about as much as somebody reads on a phone."""
FEWEST_WORDS = 4
"""From so many words on, what is said there is the answer, whatever it is about."""


_SAID_DUTCH = {
    0: _("Nederlands is niet nodig"),
    1: _("een beetje Nederlands"),
    2: _("redelijk Nederlands"),
    3: _("goed Nederlands"),
}


def _level_of(value: Any) -> int:
    """Take the level of Dutch out of what is said about languages."""
    if isinstance(value, int):
        return value
    held = value if isinstance(value, list) else [value]
    return next(int(one["level"]) for one in held if one["code"] == "nl")


def _says_dutch(value: Any) -> bool:
    if isinstance(value, int):
        return True
    return any(one["code"] == "nl" for one in (value if isinstance(value, list) else [value]))


def _free_words(sentence: Sentence, _today: date) -> Entity | None:
    words = sentence.raw.strip()
    if is_question(sentence) or len(sentence.tokens) < FEWEST_WORDS or len(words) > LONGEST_ABOUT:
        return None
    return whole(sentence, "about", words)


LICENCE = replace(
    OWN_LICENCE,
    text=lambda _answers, _moment: (_("Is een rijbewijs nodig?"),),
    reads=ASKED["licence.needed"],
    choices=(
        Choice("none", _("Nee"), []),
        Choice("B", _("Ja, voor de auto (B)"), ["B"]),
        Choice("AM", _("Ja, voor de brommer (AM)"), ["AM"]),
        Choice("C", _("Ja, voor de vrachtwagen (C)"), ["C"]),
    ),
    why=_("Zonder rijbewijs zijn er meer mensen voor de baan."),
    again=_("Schrijf welk rijbewijs nodig is. Bijvoorbeeld: B. Of schrijf: nee."),
    shown_to_employers=False,
)

DUTCH = ask(
    "dutch",
    _("Hoe goed moet iemand Nederlands spreken?"),
    reads=ASKED["dutch"],
    entities=("dutch", "language"),
    accepts=_says_dutch,
    takes=_level_of,
    choices=(
        Choice("0", _("Niet nodig"), 0),
        Choice("1", _("Een beetje"), 1),
        Choice("2", _("Redelijk"), 2),
        Choice("3", _("Goed"), 3),
    ),
    no=0,
    bare=_("Tik op een knop."),
    why=_("Veel mensen leren nog Nederlands. Minder vragen geeft meer mensen."),
    again=_("Schrijf bijvoorbeeld: een beetje. Of: goed."),
    says=_SAID_DUTCH.__getitem__,
    label=_("Nederlands"),
    words=("nederlands", "taal", "dutch"),
)

ASKS = ask(
    "asks",
    _("Moet iemand lang staan of zitten, vaak bukken of zwaar tillen?"),
    reads=ASKED["asks"],
    entities=("asks",),
    takes=list,
    choices=(
        Choice("none", _("Nee, geen zwaar werk"), []),
        Choice("stand", _("Lang staan"), ["stand"]),
        Choice("lift", _("Lang staan en zwaar tillen"), ["stand", "lift"]),
        Choice("all", _("Staan, bukken en tillen"), ["stand", "bend", "lift"]),
    ),
    no=[],
    bare=_("Schrijf wat: staan, zitten, bukken of tillen."),
    why=_("Dan krijgt niemand werk dat het lichaam niet kan."),
    again=_("Schrijf bijvoorbeeld: staan en tillen. Of: niets."),
    says=in_words.demands,
    label=_("Het werk vraagt"),
    words=("staan", "zitten", "bukken", "tillen", "zwaar", "lichaam"),
)

GUIDANCE = confirm(
    "guidance",
    _("Krijgt iemand hulp bij het leren van het werk?"),
    reads=ASKED["guidance"],
    entities=("guidance",),
    why=_("Met hulp kunnen ook mensen zonder ervaring beginnen."),
    again=_("Schrijf: ja of nee. Bijvoorbeeld: ja, een collega helpt."),
    says=lambda value: _("er is hulp op het werk") if value else _("er is geen hulp op het werk"),
    label=_("Hulp op het werk"),
    words=("hulp", "begeleiding", "help"),
)

ABOUT = ask(
    "about",
    _("Wil je nog iets over het werk vertellen?"),
    reads=_free_words,
    alone=True,
    choices=(Choice("no", _("Nee, dit is genoeg"), None),),
    no=None,
    skipped=None,
    needed=True,
    bare=_("Schrijf het maar. Een paar zinnen is genoeg."),
    why=_("Mensen lezen dit bij de baan. Het hoeft niet."),
    again=_("Schrijf in een paar zinnen wat iemand doet. Of tik op de knop."),
    says=lambda _words: _("je tekst over het werk"),
    thanks=lambda _words: _("Dank je. Dit zet ik erbij."),
    label=_("Over het werk"),
    words=("tekst", "vertellen", "uitleg", "text"),
)
