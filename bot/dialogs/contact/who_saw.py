"""Who saw what of somebody: each time that an employer's chat showed something, told in plain words with dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again
from bot.dialogs.turn import say
from bot.domain.opening import AMSTERDAM
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.domain.known_as import Disclosure
    from bot.nlu.parse import Parse

MOST = 12
"""How many lines are told; all of them stand in the file with everything."""

_WHAT: Mapping[str, Text] = {
    "list": _("je werk, ervaring, uren en dagen"),
    "conversation": _("dat je wilt praten"),
    "message": _("een bericht van jou"),
    "first_name": _("je voornaam"),
    "phone": _("je telefoonnummer"),
    "email": _("je mailadres"),
    "file": _("een bestand van jou"),
}


def who_saw(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Tell it, the newest first; the same on the same day is one line."""
    told = list(dict.fromkeys(_line(each) for each in reversed(moment.facts.disclosures())))
    if not told:
        return ask_again(state, moment).after(say(_("Niemand heeft iets van jou gezien.")))
    rest = (_("Ouder dan dit staat in je bestand. Schrijf: wat weet je van mij?"),) if len(told) > MOST else ()
    return ask_again(state, moment).after(say(_("Dit zagen werkgevers van jou:"), lines(*told[:MOST]), *rest))


def _line(each: Disclosure) -> Text:
    return _(
        "• {day}: {employer} zag {what}. Baan: {job}",
        day=each.at.astimezone(AMSTERDAM).date(),
        employer=verbatim(each.employer),
        what=_WHAT[each.what],
        job=verbatim(each.vacancy),
    )
