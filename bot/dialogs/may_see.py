"""A clear and free yes to what others may see: "dat klopt" and "als het moet" are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.yes_or_no import FORCED
from bot.nlu.wording import is_question, whole
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

ONLY_RIGHT = frozenset("klopt kloppen juist correct right".split())
NOT = frozenset("niet niets niks geen niemand not nothing nobody".split())
_MAY_SEE = frozenset(
    ("mag", "dat mag", "dit mag", "laat zien", "laat maar zien", "laat dit zien", "laat dit maar zien")
)


def may_see(sentence: Sentence, _today: date) -> Entity | None:
    """Hear "laat niets zien" as a no, and "laat maar zien" as a yes; a plain yes or no is heard anyway."""
    if is_question(sentence):
        return None
    if sentence.words & NOT:
        return whole(sentence, "consent", value=False)
    return whole(sentence, "consent", value=True) if sentence.plain in _MAY_SEE else None


def only_right(yes: Sentence) -> Text | None:
    """Tell "dat klopt" from "ja, dat mag": that it is right is not yet that others may see it."""
    if FORCED.search(yes.plain):
        return _("Het hoeft niet.")
    return _("Fijn dat het klopt.") if yes.words & ONLY_RIGHT and not yes.words & {"ja", "yes", "mag"} else None
