"""Questions in between: answered, and then the open question comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.dialogs.agreed import agreed
from bot.dialogs.hiding import is_direct
from bot.dialogs.human import human_told
from bot.dialogs.on_telegram import ALSO_KEPT_THERE
from bot.dialogs.questions_self import ON_THE_LIST
from bot.dialogs.seen import fields_named
from bot.domain.event import Channel
from bot.domain.person import Support
from bot.text import Text, _, from_data, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

Messages: TypeAlias = "tuple[tuple[Text, ...], ...]"
"""Messages, each of paragraphs."""

Digression: TypeAlias = "Callable[[State, Moment], Messages]"


def fixed(*told: Text) -> Digression:
    """Make an answer that is always the same."""
    return lambda _state, _moment: (told,)


def _who_sees(state: State, moment: Moment) -> Messages:
    if state.handoff:
        nobody = _("Een werkmatcher ziet alleen wat jij goed vindt. Verder leest niemand van de gemeente mee.")
    elif moment.person.support is Support.GUIDED:
        nobody = _("Niemand van de gemeente leest mee, ook je werkmatcher niet.")
    else:
        nobody = _("Niemand van de gemeente leest mee.")
    there = (ALSO_KEPT_THERE, _("Op de website is dat niet zo.")) if moment.channel is Channel.TELEGRAM else ()
    told = (nobody, _("Wat je zegt, bewaar ik met een geheime code."), *there)
    if not is_direct(moment):
        employers: tuple[Text, ...] = (
            _("Werkgevers zien jouw antwoorden niet. Alleen een werkmatcher kan je een baan brengen."),
        )
    else:
        employers = (
            *_seen_now(state),
            _("En je Nederlands, je rijbewijs, en hoe lang je reist."),
            _("Niet je naam, en niet waar je woont."),
        )
        shown = moment.facts.shows().lines
        if shown:
            chosen = _("Dit ziet een werkgever ook, want jij koos dat: {what}.", what=fields_named(shown))
            return (told, employers, (chosen,))
    return (told, employers)


def _seen_now(state: State) -> tuple[Text, ...]:
    """Say whether employers can see somebody now, and what."""
    if not agreed(state):
        return (
            _("Ik laat pas iets zien als jij dat goed vindt."),
            _("Dan ziet een werkgever je werk, ervaring, uren en dagen."),
        )
    if state.paused:
        return (
            _("Nu kan geen werkgever jou vinden, want je hebt pauze."),
            _("Daarna ziet een werkgever je werk, ervaring, uren en dagen."),
        )
    return (_("Jij vond dit goed. Een werkgever ziet nu je werk, ervaring, uren en dagen."),)


def _workshop(_state: State, moment: Moment) -> Messages:
    held = moment.gemeente.workshop
    return (
        (
            _("De les is op deze plek: {where}.", where=from_data(held.where)),
            _("De tijd is: {when}.", when=from_data(held.when)),
        ),
    )


def _searching(*told: Text) -> Digression:
    """Say something about the search, or why there is none now."""

    def answer(state: State, _moment: Moment) -> Messages:
        if not agreed(state):
            return ((_("Ik zoek pas banen als jij ja zegt."),),)
        return ((_("Ik zoek nu niet. Schrijf: verder, dan zoek ik weer."),),) if state.paused else (told,)

    return answer


def _and_human(*told: Text) -> Digression:
    return lambda _state, moment: (told, human_told(moment))


_WORKING = (
    _("Ga je werken? Dan kan je uitkering wel veranderen."),
    _("Vraag het eerst aan de gemeente, of aan iemand die je vertrouwt."),
)


def _benefit(state: State, _moment: Moment) -> Messages:
    """Say what talking does to a benefit; before somebody takes part, first that a no does nothing to it."""
    free = _("Meedoen is vrijwillig: ja en nee veranderen niets aan je uitkering.")
    talking = _("Praten met mij verandert niets aan je uitkering.")
    return ((free if "welcome" in state.stack else talking, *_WORKING),)


DIGRESSIONS: Mapping[str, Digression] = {
    "voluntary_question": fixed(
        _("Meedoen met deze chat is vrijwillig."),
        _("Je mag altijd stoppen. Er verandert dan niets aan je uitkering."),
    ),
    "benefit_question": _benefit,
    "privacy_question": _who_sees,
    "bot_question": fixed(
        _("Ik ben een computer, geen mens. Ik kan fouten maken."),
        _("Ik zoek banen voor je. Jij beslist altijd zelf."),
    ),
    "workshop": _workshop,
    "greet": fixed(_("Hallo!")),
    "thanks": fixed(_("Graag gedaan!")),
    "chitchat": fixed(_("Ik ben een computer. Ik praat alleen over werk.")),
    "insult": fixed(_("Het spijt me dat het niet goed gaat."), _("Ik wil je graag helpen.")),
    "out_of_scope": fixed(_("Dat weet ik niet. Ik weet alleen iets over werk zoeken.")),
    "job_ended": _searching(
        _("Wat jammer voor je. Ik zoek graag weer een baan met je."),
        _("Krijg je een nieuwe uitkering? Dan hoort daar een nieuwe uitnodiging bij."),
    ),
    "report": _and_human(_("Wat vervelend.")),
}
"""By intent: what is said before the open question comes back."""

TOPICS: Mapping[str, Digression] = {
    "job_refusal": fixed(
        _("Ik verplicht je nooit tot een baan. Ik vertel de gemeente niet wat je kiest."),
        _("Soms heeft nee zeggen tegen werk wel gevolgen voor je uitkering."),
        _("Vraag dat eerst aan iemand die je vertrouwt."),
    ),
    "change_duty": fixed(_("Geef dit zelf door aan de gemeente. Ik doe dat niet.")),
    "reads_along": fixed(_("Wie jouw telefoon heeft, kan dit lezen."), _("Wil je dat niet? Schrijf dan: wis alles.")),
    "sender": lambda _state, moment: (
        (
            _("Ja, ik ben van {gemeente}.", gemeente=moment.gemeente.name),
            _("Maar niemand van de gemeente leest mee."),
        ),
    ),
    "retention": lambda _state, moment: (
        (
            _("Hoor ik {n} dagen niets van je? Dan wis ik alles.", n=moment.gemeente.keep.conversation),
            _("Je mag ook zelf alles wissen. Schrijf dan: wis alles."),
        ),
    ),
    "controller": lambda _state, moment: (
        (
            _("{gemeente} is verantwoordelijk voor deze chat.", gemeente=moment.gemeente.name),
            _("Je leest er meer over op {page}.", page=verbatim(moment.gemeente.privacy.statement)),
        ),
    ),
    "privacy_complaint": lambda _state, moment: (
        (
            _(
                "Klagen over privacy? Mail {officer}, of ga naar autoriteitpersoonsgegevens.nl.",
                officer=moment.gemeente.privacy.officer,
            ),
        ),
    ),
    "illness": fixed(
        _("Dat is vast niet makkelijk."),
        _("Je hoeft niet te zeggen welke ziekte je hebt. Ik bewaar dit niet."),
    ),
    "may_ask": fixed(_("Dank je.")),
    "register_question": fixed(
        _("Het doelgroepenregister is een lijst van het UWV."),
        ON_THE_LIST,
        _("Wie erop staat, kreeg een brief van het UWV."),
    ),
    "bsn": fixed(_("Dit nummer is alleen voor jou. Geef het nooit in een chat."), _("Ik heb het niet bewaard.")),
    "need": _and_human(_("Wat naar. Daar is hulp voor, ook voor eten of een huis.")),
    "fear": fixed(_("Dat snap ik. Je hoeft niet mee te doen."), _("Er verandert dan niets aan je uitkering.")),
    "costs": fixed(_("Nee, deze chat kost niets. Je betaalt alleen je eigen internet.")),
}
"""By topic, which goes before the intent. The other topics do something: see `bot/dialogs/commands.py`."""

NOT_WORDS: Mapping[str, Text] = {
    "voice": _("Ik kan niet luisteren. Schrijf het in woorden, dan lees ik het."),
    "photo": _("Ik kan geen foto's bekijken. Een foto van jou heb ik niet nodig."),
    "video": _("Ik kan geen video bekijken. Schrijf het in woorden, dan lees ik het."),
    "sticker": _("Leuk! Maar ik begrijp alleen woorden."),
    "location": _("Ik hoef niet te weten waar je nu bent. Ik heb je bericht niet bewaard."),
    "document": _("Ik kan geen bestand lezen. Schrijf het in woorden, dan lees ik het."),
    "contact": _("Ik hoef geen telefoonnummer te weten. Ik heb het niet bewaard."),
    "forward": _("Dit bericht is van iemand anders. Schrijf het in je eigen woorden."),
    "other": _("Dat kan ik niet lezen. Schrijf het in woorden, dan lees ik het."),
}
"""By kind of what was sent instead of words."""
