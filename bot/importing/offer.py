"""What a record says, whatever its format; and the vacancy that it makes, or why it makes none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import Contract, Pay, Vacancy
from bot.importing.plain_text import shortened
from bot.nlu import places
from bot.nlu.adverts.reading import read_terms
from bot.nlu.adverts.title import occupations_in
from bot.nlu.excluding import excluding, explained
from bot.nlu.sentence import words_of
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ABOUT = 600
DAYS_WITHOUT_END = 90
"""How long a vacancy without a last day stays open, from the day on which it was posted."""


@dataclass(frozen=True, slots=True, repr=False)
class Offer:
    """A record in our terms, not yet judged. None and an empty value: it does not say.

    `about_hours` counts only where nothing more exact is said: what "full time" and "part time" mean.
    """

    reference: str
    title: str
    employer: str
    description: str = ""
    demands: str = ""
    occupation: str = ""
    postcode: str = ""
    towns: tuple[str, ...] = ()
    abroad: bool = False
    unpaid: bool = False
    hours: Hours | None = None
    about_hours: Hours | None = None
    work_hours: str = ""
    pay: Pay | None = None
    contract: Contract | None = None
    posted: date | None = None
    until: date | None = None
    start: date | None = None
    licence: tuple[str, ...] = ()
    dutch: int | None = None
    places: int = 1


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a record makes no vacancy; `over`: its last day has passed, so that one that we have is closed."""

    why: Text
    over: bool = field(default=False)


def id_of(source: str, reference: str) -> str:
    """Give the id of an imported vacancy: the same for the same record of the same source, always."""
    return blake2b(f"{source}\0{reference}".encode(), digest_size=16).hexdigest()


def vacancy_from(offer: Offer, source: str, today: date) -> Vacancy | Refused:
    """Make the vacancy; what the record does not say in fields is read from its description, where that is clear."""
    missing = _missing(offer)
    if missing:
        return Refused(missing)
    until = offer.until or (offer.posted and offer.posted + timedelta(days=DAYS_WITHOUT_END))
    if until and until < today:
        return Refused(_("De laatste dag was {day:year}.", day=until), over=True)
    everything = "\n".join(filter(None, (offer.title, offer.description, offer.demands, offer.work_hours)))
    found = excluding(everything)
    if found:
        return Refused(explained(found[0]))
    place = _place(offer)
    if place is None:
        return Refused(_("Deze plaats ken ik niet: {place}.", place=offer.postcode or ", ".join(offer.towns)))
    occupation = _occupation(offer)
    if isinstance(occupation, Refused):
        return occupation
    read = read_terms(f"{offer.title}\n{offer.work_hours}\n{offer.demands}\n{offer.description}", today)
    return Vacancy(
        id=id_of(source, offer.reference),
        employer=offer.employer,
        title=offer.title,
        occupation=occupation,
        place=place,
        hours=offer.hours or (Hours(**read["hours"]) if "hours" in read else offer.about_hours or Hours(None, None)),
        days=tuple(read.get("days", ())),
        dayparts=tuple(read.get("dayparts", ())),
        contract=offer.contract or (Contract(read["contract"]) if "contract" in read else None),
        pay=offer.pay or (Pay(**read["pay"]) if "pay" in read else None),
        start=offer.start.isoformat() if offer.start else None,
        until=until.isoformat() if until else None,
        licence=offer.licence or tuple(read.get("licence", ())),
        dutch=offer.dutch if offer.dutch is not None else read.get("dutch"),
        asks=tuple(read.get("asks", ())),
        guidance=read.get("guidance"),
        places=offer.places if offer.places > 1 else read.get("places", 1),
        about=shortened(offer.description, MOST_ABOUT),
        source=source,
        reference=offer.reference,
    )


def _missing(offer: Offer) -> Text | None:
    """Say what must be there and is not, or what makes it no job for here."""
    wrong = (
        (not offer.reference, _("Er staat geen nummer bij. Zonder nummer vind ik hem later niet terug.")),
        (not offer.title, _("Er staat geen naam van de baan bij.")),
        (not offer.employer, _("Er staat geen werkgever bij.")),
        (offer.unpaid, _("Dit is geen baan met loon.")),
        (offer.abroad, _("Deze baan is niet in Nederland.")),
        (not offer.postcode and not offer.towns, _("Er staat geen plaats bij.")),
    )
    return next((why for is_wrong, why in wrong if is_wrong), None)


def _place(offer: Offer) -> Place | None:
    """Give the place of the postcode, else of the first town whose name says which it is."""
    digits = offer.postcode.replace(" ", "")[:4]
    spot = places.with_code(digits) if digits.isdecimal() else None
    for town in () if spot else offer.towns:
        named = places.named(words_of(town))
        own = [one for one in named if one.name == one.municipality]
        spot = named[0] if len(named) == 1 else own[0] if len(own) == 1 else None
        if spot:
            break
    return Place(spot.pc4, spot.name) if spot else None


def _occupation(offer: Offer) -> Occupation | Refused:
    """Find the occupation by the title, then by the name that the record gives it."""
    several: list[str] = []
    for name in filter(None, (offer.title, offer.occupation)):
        found = occupations_in(name, f"{offer.occupation} {offer.description}")
        if len(found) == 1:
            value: Mapping[str, Any] = found[0].value()
            return Occupation(**value)
        several = several or [one.label for one in found]
    if several:
        return Refused(_("Welk beroep is dit: {labels}? Zet dat in de naam.", labels=tuple(several)))
    return Refused(_("Dit beroep ken ik niet: {title}.", title=offer.title))
