"""Whether a yes to a contact is a yes to this one: what stands beside it names no other job, place or employer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogs.jobs.naming import names_of
from bot.dialogs.jobs.words import ASIDE
from bot.dialogs.yes_or_no import YES, forced
from bot.nlu import yesno
from bot.nlu.contact import pieces_in
from bot.nlu.sentence import Sentence, words_of
from bot.nlu.wording import FILLERS
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Parse

NOT_SURE = _("Ik weet niet zeker of je deze baan bedoelt.")

_RATHER = frozenset("liever liefst eerst ene one welke toch".split())
"""With one of these "die" is rather another one."""
TALKING = frozenset("laten weet zeg zeggen stuur sturen praten gesprek contact werkgever bedrijf werken daar".split())
GIVING = frozenset("stuur sturen verstuur geef geven werkgever bedrijf".split())
ENDING = frozenset("werkgever bedrijf".split())
"""What may stand beside a yes as well, by what the yes does: it only says again what was asked."""
_AROUND = FILLERS | YES | ASIDE
_ONESELF = frozenset("ik mij me mijn zoek i".split())
"""Whoever says one of these may speak of their own life: "ik woon in Zeist"."""
_BEHIND = re.compile(r"\b(?:in|bij|met|van|voor|naar|aan|over|op|uit|at|with|to|for)(?= (\w+))")
_THIS_ONE = frozenset("de het dat dit die deze hem haar hen hun ze mij me the this that them werkgever".split())
"""What may stand behind "bij" or "naar" besides the job's own names."""


def this_job(yes: Sentence, vacancy: Vacancy | None, asked: Iterable[str]) -> Text | None:
    """Doubt a yes that is not free, or says more than a yes to talk about this job."""
    return forced(yes) or (NOT_SURE if says_more(yes, vacancy, asked, TALKING) else None)


def says_more(yes: Sentence, vacancy: Vacancy | None, asked: Iterable[str], says_so: frozenset[str]) -> bool:
    """Tell whether a word stands beside a yes that is neither of this job nor of the question `asked`.

    What can be given is never a yes in another language: "naam" is one in Arabic.
    It is the other way round from looking for other jobs: those may be unknown here, or be misspelt.
    """
    if "bedoel" not in yes.words and yesno.meaning(yes) == "affirm":
        return False
    own = (names_of(vacancy) if vacancy else frozenset()) | {word for text in asked for word in words_of(text).split()}
    said_behind = set(_BEHIND.findall(yes.plain))
    others = map(Sentence.of, yes.words - ((_AROUND | says_so | own) - _RATHER))
    is_this = all(yesno.meaning(word) == "affirm" and not pieces_in(word) for word in others)
    return not is_this or not said_behind <= _THIS_ONE | own


def names_which(parse: Parse) -> bool:
    """Say whether somebody names only a place or work, or says yes beside it: that is of a job, and not of oneself."""
    tokens = Sentence.of(parse.text).tokens
    around = [token for token in tokens if not any(each.start <= token.start < each.end for each in parse.entities)]
    said = {token.text for token in around}
    return said <= _AROUND | TALKING and (tokens[0].text in YES or said.isdisjoint(_ONESELF))
