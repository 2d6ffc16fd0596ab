"""What is known of somebody, told in plain words, with everything as a file (V11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs.jobs.card import named
from bot.dialogs.readback import chat_lines, employer_lines
from bot.dialogs.seen import fields_named
from bot.dialogs.turn import say
from bot.domain.event import Channel
from bot.domain.message import EXPORT
from bot.domain.person import Contact, Role, Support
from bot.text import Text, _, _n, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Say

MOST_JOBS = 10
"""How many wanted jobs are told at once, the newest."""

_ON = {
    Channel.WEB: _("op deze website"),
    Channel.TELEGRAM: _("in Telegram"),
    Channel.TERMINAL: _("in een venster met tekst"),
    # staff: a werkmatcher reads this
    Channel.DESK: _("op je werkplek"),
    # staff: a werkmatcher reads this
    Channel.TEAM: _("in de groep van het team"),
}


def known_told(state: State, moment: Moment, known: Mapping[str, Any]) -> tuple[Say, ...]:
    """Tell everything that is known of somebody; `known` is the storage's summary."""
    if moment.person.role is not Role.JOBSEEKER:
        return _of_employer(state, moment, known)
    answers = state.of("profile")
    told = (*employer_lines(answers, moment), *chat_lines(answers, moment))
    first = (
        (_("Dit heb jij mij verteld:"), lines(*told))
        if told
        else (_("Je hebt mij nog niets verteld over het werk dat je zoekt."),)
    )
    besides = say(_("Dit weet ik ook:"), lines(*_besides(moment, known)))
    return (say(*first), *_wanted(known), besides, say(*_RIGHTS, file=EXPORT))


def _wanted(known: Mapping[str, Any]) -> tuple[Say, ...]:
    """Tell of which jobs somebody said that they want them; all of them stand in the file."""
    jobs = tuple(_("• {job}", job=named(each)) for each in known["wanted"][:MOST_JOBS])
    return (say(_("Je zei dat je deze banen wilt:"), lines(*jobs)),) if jobs else ()


def _of_employer(state: State, moment: Moment, known: Mapping[str, Any]) -> tuple[Say, ...]:
    name = _("Je naam is hier: {name}.", name=verbatim(moment.person.name or ""))
    jobs = tuple(
        _("• {title} in {place}", title=verbatim(one.title), place=verbatim(one.place.name))
        for one in moment.facts.vacancies_placed()
    )
    placed = (say(_("Deze banen heb je bij mij:"), lines(*jobs)),) if jobs else ()
    begun = (_("• Je bent bezig met een baan die nog niet af is."),) if state.of("vacancy") else ()
    return (*placed, say(name, lines(*_kept(moment, known), *begun)), say(*_RIGHTS, file=EXPORT))


_RIGHTS = (
    _("In dit bestand staat alles wat ik van je weet. Je mag het bewaren of doorgeven."),
    _("Wil je alles weg? Schrijf dan: wis alles."),
)


def _besides(moment: Moment, known: Mapping[str, Any]) -> tuple[Text, ...]:
    person = moment.person
    guided, through = person.support is Support.GUIDED, person.contact is Contact.WERKMATCHER
    helped = _("• Een werkmatcher kan jou helpen.") if guided else _("• Je zoekt zelf werk.")
    if through:
        reached = _("• Alleen een werkmatcher mag je een baan brengen.")
    else:
        reached = _("• Een werkgever mag jou via mij een vraag stellen.")
    since, spoken, *rest = _kept(moment, known)
    chosen = (
        (_("• Een werkgever ziet ook: {what}", what=fields_named(shown)),)
        if (shown := moment.facts.shows().lines)
        else ()
    )
    return (since, spoken, helped, reached, *chosen, *rest)


def _kept(moment: Moment, known: Mapping[str, Any]) -> tuple[Text, ...]:
    asked = known["handoffs"]
    helped = (_n("• Je vroeg 1 keer om een mens.", "• Je vroeg {n} keer om een mens.", n=asked),) if asked else ()
    channels = tuple(_ON[Channel(channel)] for channel in known["channels"])
    return (
        _("• Je kwam voor het eerst op {day:year}.", day=known["since"]),
        _("• Je praat met mij {channels}.", channels=channels),
        _("• Ik bewaar nu zoveel berichten: {n}.", n=known["messages"]),
        *helped,
        *(_("• Van deze zin mag ik leren: {sentence}", sentence=verbatim(given)) for given in known["sentences"]),
        _("• Na {n} dagen stilte wis ik dit.", n=moment.gemeente.keep.conversation),
    )
