"""Questions in between: answered, and then the open question comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.human import human_told
from bot.domain.person import Contact
from bot.text import Text, _, from_data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment


def _fixed(*told: Text) -> Callable[[Moment], tuple[Text, ...]]:
    return lambda _moment: told


def _who_sees(moment: Moment) -> tuple[Text, ...]:
    if moment.person.contact is Contact.WERKMATCHER:
        employers = _("Werkgevers zien jouw antwoorden niet. Alleen een werkmatcher kan je een baan brengen.")
    else:
        employers = _("Een werkgever ziet welk werk je zoekt en hoeveel uur. Niet je naam, en niet waar je woont.")
    return (
        _("De gemeente kan niet lezen wat je hier zegt. Een werkmatcher ook niet."),
        employers,
    )


def _workshop(moment: Moment) -> tuple[Text, ...]:
    held = moment.gemeente.workshop
    return (
        _("De les is op deze plek: {where}.", where=from_data(held.where)),
        _("De tijd is: {when}.", when=from_data(held.when)),
    )


DIGRESSIONS: Mapping[str, Callable[[Moment], tuple[Text, ...]]] = {
    "voluntary_question": _fixed(
        _("Nee, niets moet. Meedoen is vrijwillig."),
        _("Je mag altijd stoppen. Er verandert dan niets aan je uitkering."),
    ),
    "benefit_question": _fixed(
        _("Praten met mij verandert niets aan je uitkering."),
        _("Ga je werken? Dan kan je uitkering wel veranderen. Vraag dat eerst aan een mens."),
    ),
    "privacy_question": _who_sees,
    "bot_question": _fixed(
        _("Ik ben een computer, geen mens. Ik kan fouten maken."),
        _("Ik zoek banen voor je. Jij beslist altijd zelf."),
    ),
    "workshop": _workshop,
    "greet": _fixed(_("Hallo!")),
    "thanks": _fixed(_("Graag gedaan!")),
    "chitchat": _fixed(_("Leuk dat je het vraagt. Ik ben een computer en praat alleen over werk.")),
    "insult": _fixed(_("Het spijt me dat het niet goed gaat."), _("Ik wil je graag helpen.")),
    "out_of_scope": _fixed(_("Dat weet ik niet. Ik weet alleen iets over werk zoeken.")),
    "who_saw": _fixed(_("Niemand heeft iets van jou gezien.")),
    "show_vacancies": _fixed(_("Ik heb nu nog geen baan voor je. Vind ik er een? Dan hoor je het van mij.")),
    "more_vacancies": _fixed(_("Ik zoek door. Vind ik een baan die past? Dan hoor je het van mij.")),
    "fewer_vacancies": _fixed(_("Dat is goed. Wil je even geen banen? Schrijf dan: pauze.")),
    "found_work": _fixed(
        _("Gefeliciteerd! Dat is goed nieuws."),
        _("Wil je geen banen meer? Schrijf dan: stop."),
    ),
    "job_ended": _fixed(
        _("Wat jammer voor je. Ik help je graag weer."),
        _("Schrijf: verder. Dan zoek ik opnieuw banen voor je."),
    ),
    "report": lambda moment: (_("Wat vervelend."), *human_told(moment)),
}
"""By intent: what is said before the open question comes back."""

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
