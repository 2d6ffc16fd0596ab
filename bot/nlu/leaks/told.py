"""What the sender hears of a leak, in simple Dutch, and what the choices are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.person import Role
from bot.nlu.leaks.kinds import Choice, Kind
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.leaks.kinds import Leak

_TOLD: Mapping[Kind, Text] = {
    Kind.BSN: _("Er staat een burgerservicenummer in je bericht. Dat stuur ik nooit door."),
    Kind.IBAN: _("Er staat een rekeningnummer in je bericht."),
    Kind.PHONE: _("Er staat een telefoonnummer in je bericht."),
    Kind.EMAIL: _("Er staat een mailadres in je bericht."),
    Kind.LINK: _("Er staat een link in je bericht."),
    Kind.HANDLE: _("Er staat een naam voor een andere app in je bericht."),
    Kind.ADDRESS: _("Er staat een adres in je bericht."),
    Kind.HEALTH: _("Je schrijft iets over je gezondheid. Dat hoef je nooit te vertellen."),
    Kind.ASKS_HEALTH: _("De wet zegt: een werkgever mag niet naar gezondheid vragen."),
    Kind.ASKS_FAMILY: _("De wet zegt: een werkgever mag niet naar familie of kinderen vragen."),
    Kind.ASKS_RELIGION: _("De wet zegt: een werkgever mag niet naar geloof vragen."),
    Kind.ASKS_ORIGIN: _("De wet zegt: een werkgever mag niet naar afkomst vragen."),
    Kind.ASKS_AGE: _("De wet zegt: een werkgever mag niet op leeftijd kiezen."),
    Kind.ASKS_SEX: _("De wet zegt: een werkgever mag niet op man of vrouw kiezen."),
    Kind.ASKS_PAST: _("Een werkgever mag niet zomaar naar straf of politie vragen."),
    Kind.ASKS_POLITICS: _("De wet zegt: een werkgever mag niet naar politiek of vakbond vragen."),
}
_TOLD_EMPLOYER: Mapping[Kind, Text] = {
    Kind.LINK: _("Er staat een link in je bericht. De werkzoekende weet niet of die veilig is."),
}

LABELS: Mapping[Choice, Text] = {
    Choice.SEND: _("Stuur mijn hele bericht"),
    Choice.LEAVE_OUT: _("Stuur het zonder dat stuk"),
    Choice.CHANGE: _("Ik verander mijn bericht"),
}
"""What the buttons say."""


def told(leak: Leak) -> Text:
    """Say what stands in the message, or what the law says of it. It repeats none of the words."""
    special = _TOLD_EMPLOYER.get(leak.kind) if leak.by is Role.EMPLOYER else None
    return special or _TOLD[leak.kind]
