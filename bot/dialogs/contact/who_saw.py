"""Who saw what of somebody: each time that an employer's chat showed something, and which werkmatchers were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again
from bot.dialogs.turn import say
from bot.domain.fields import Field
from bot.domain.opening import AMSTERDAM
from bot.text import Text, _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.domain.effects import Say
    from bot.domain.known_as import Disclosure
    from bot.nlu.parse import Parse

MOST = 12
"""How many lines are told; all of them stand in the file with everything."""

_WHAT: Mapping[str, Text] = {
    "conversation": _("dat je wilt praten"),
    "message": _("een bericht van jou"),
    "first_name": _("je voornaam"),
    "phone": _("je telefoonnummer"),
    "email": _("je mailadres"),
    "file": _("een bestand van jou"),
}

_PARTS: Mapping[str, Text] = {
    "work": _("je werk"),
    "experience": _("je ervaring"),
    "hours": _("je uren"),
    "days": _("je dagen"),
    "travel": _("je reistijd"),
    "dutch": _("je Nederlands"),
    "licence": _("je rijbewijs"),
}
"""By the name of a line in a list (`bot.dialogs.seen`)."""

_FIELDS: Mapping[Field, Text] = {
    Field.STAND: _("of je lang kunt staan"),
    Field.SIT: _("of je lang kunt zitten"),
    Field.BEND: _("of je vaak kunt bukken"),
    Field.LIFT: _("of je zwaar kunt tillen"),
    Field.REGISTER: _("of je in het doelgroepenregister staat"),
}
"""Each in a sentence of its own: who showed this wants to see it at once."""


def who_saw(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Tell it, the newest first; the same on the same day is one line."""
    helped = _at_the_desk(state, moment)
    newest = reversed(moment.facts.disclosures())
    told = list(dict.fromkeys(_line(each, what) for each in newest for what in _shown(each)))
    if not told:
        nobody = _("Geen werkgever heeft iets van jou gezien.") if helped else _("Niemand heeft iets van jou gezien.")
        return ask_again(state, moment).after(say(nobody), *helped)
    rest = (_("Ouder dan dit staat in je bestand. Schrijf: wat weet je van mij?"),) if len(told) > MOST else ()
    return ask_again(state, moment).after(say(_("Dit zagen werkgevers van jou:"), lines(*told[:MOST]), *rest), *helped)


def _at_the_desk(state: State, moment: Moment) -> tuple[Say, ...]:
    """Tell which werkmatchers read what somebody let them see; to who waits, that each of them sees the question."""
    read = reversed(moment.facts.read_by())
    told = dict.fromkeys(
        _("• {day}: {name}", day=each.at.astimezone(AMSTERDAM).date(), name=verbatim(each.by)) for each in read
    )
    if told:
        return (say(_("Je vroeg om een mens. Deze werkmatchers konden dat gesprek lezen:"), lines(*list(told)[:MOST])),)
    return (say(_("Je vraag staat in de rij. Alle werkmatchers kunnen die vraag zien.")),) if state.handoff else ()


def _shown(each: Disclosure) -> Iterator[Text]:
    """Say what was shown: of a list exactly the lines that stood there."""
    if each.what != "list":
        yield _WHAT[each.what]
        return
    yield from (_FIELDS[about] for about in Field if about.value in each.parts)
    named = tuple(words for part, words in _PARTS.items() if part in each.parts or not each.parts)
    yield _("{parts}", parts=named)


def _line(each: Disclosure, what: Text) -> Text:
    return _(
        "• {day}: {employer} zag {what}. Baan: {job}",
        day=each.at.astimezone(AMSTERDAM).date(),
        employer=verbatim(each.employer),
        what=what,
        job=verbatim(each.vacancy),
    )
