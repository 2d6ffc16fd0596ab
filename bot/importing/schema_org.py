"""schema.org JobPosting (https://schema.org/JobPosting): JSON, and JSON-LD."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.domain.profile import Hours
from bot.domain.vacancy import Contract, Pay
from bot.importing.offer import Offer
from bot.importing.plain_text import plain
from bot.importing.values import all_of, day, inside, number, one, words
from bot.nlu.readers import hours, hours_named
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINKS = ("item", "mainEntity", "@graph", "itemListElement", "dataFeedElement")
_HERE = frozenset({"nl", "nld", "nederland", "netherlands", "the netherlands", "holland"})
_CONTRACTS = {"TEMPORARY": Contract.TEMPORARY, "PER_DIEM": Contract.ON_CALL}
_UNPAID = frozenset({"VOLUNTEER", "INTERN"})
_SELF_EMPLOYED = {"CONTRACTOR"}
_NAMED = {"FULL_TIME": hours_named.FULL_TIME, "PART_TIME": hours_named.PART_TIME}
_UNITS = {"HOUR": ("hour", 5, 200), "MONTH": ("month", 100, 20_000)}
_DESCRIBED = ("description", "responsibilities", "jobBenefits", "incentiveCompensation")
_DEMANDED = ("qualifications", "skills", "experienceRequirements", "educationRequirements", "physicalRequirement")
_BARE_HOURS = re.compile(r"\s*\d{1,2}(?:[.,]\d)?(?:\s*(?:-|–|tot|/)\s*\d{1,2})?\s*")
_MOST_PLACES = 999


def postings_in(value: Any, depth: int = 4) -> Iterator[dict[str, Any]]:
    """Find the JobPostings in a record: itself, or what a list's element or a page is about."""
    if not isinstance(value, dict) or depth == 0:
        return
    if is_a(value, "JobPosting"):
        yield value
        return
    for link in _LINKS:
        for each in all_of(value.get(link)):
            yield from postings_in(each, depth - 1)


def is_a(value: dict[str, Any], kind: str) -> bool:
    """Say whether an object is of this type, however its name is written."""
    return any(isinstance(one, str) and re.split(r"[/:#]", one)[-1] == kind for one in all_of(value.get("@type")))


def offer_of(posting: dict[str, Any]) -> Offer:
    """Read a posting."""
    kinds = {str(kind).upper().replace("-", "_").replace(" ", "_") for kind in all_of(posting.get("employmentType"))}
    addresses = [_address(place) for place in all_of(posting.get("jobLocation"))]
    address = next((each for each in addresses if each["postcode"] or each["town"]), _address(None))
    work_hours = words(posting.get("workHours"))
    places = number(posting.get("totalJobOpenings"))
    return Offer(
        reference=_reference(posting),
        title=words(posting.get("title")) or words(posting.get("name")),
        employer=words(posting.get("hiringOrganization"), 120),
        description=_text(posting, _DESCRIBED),
        demands=_text(posting, _DEMANDED),
        occupation=words(posting.get("relevantOccupation")) or words(posting.get("occupationalCategory")),
        postcode=address["postcode"],
        towns=tuple(filter(None, (each["town"] for each in addresses))),
        abroad=bool(address["country"]) and address["country"].lower() not in _HERE,
        unpaid=bool(kinds & _UNPAID) or kinds == _SELF_EMPLOYED,
        hours=_hours(work_hours),
        about_hours=_about_hours(kinds),
        work_hours=work_hours,
        pay=_pay(posting),
        contract=next((contract for kind, contract in _CONTRACTS.items() if kind in kinds), None),
        posted=day(posting.get("datePosted")),
        until=day(posting.get("validThrough")),
        start=day(posting.get("jobStartDate")),
        places=int(places) if places and 1 <= places <= _MOST_PLACES else 1,
    )


def _reference(posting: dict[str, Any]) -> str:
    """Give the identifier, with the name of who gave it; else the address of the posting."""
    held = one(posting.get("identifier"))
    value = words(inside(held, "value") if isinstance(held, dict) else held, 150)
    if value:
        name = words(inside(held, "name"), 48) if isinstance(held, dict) else ""
        return f"{name}:{value}" if name else value
    return words(posting.get("@id")) or words(posting.get("url"))


def _text(posting: dict[str, Any], names: tuple[str, ...]) -> str:
    texts = (one(posting.get(name)) for name in names)
    return "\n".join(plain(text) for text in texts if isinstance(text, str))


def _address(place: Any) -> dict[str, str]:
    """Give postcode, town and country of a Place, of an address, or of a text."""
    held = inside(place, "address") or place
    if isinstance(held, str):
        return {"postcode": "", "town": words(held), "country": ""}
    town = words(inside(held, "addressLocality")) or words(inside(held, "addressRegion"))
    country = words(inside(held, "addressCountry"))
    return {"postcode": words(inside(held, "postalCode"), 10), "town": town, "country": country}


def _hours(work_hours: str) -> Hours | None:
    """Give the hours a week that are said in numbers."""
    any_day = date(2000, 1, 1)  # hours are the same on every day; the readers just want to know one
    said = Sentence.of(f"{work_hours} uur" if _BARE_HOURS.fullmatch(work_hours) else work_hours)
    found = hours.spot(said, any_day)
    return Hours(**found[0].value) if len(found) == 1 and not found[0].options else None


def _about_hours(kinds: set[str]) -> Hours | None:
    """Give what full-time and part-time mean."""
    named = [value for kind, value in _NAMED.items() if kind in kinds]
    if not named:
        return None
    return Hours(min(value["min"] for value in named), max(value["max"] for value in named))


def _pay(posting: dict[str, Any]) -> Pay | None:
    """Give euros by the hour or the month; not by the year: that may or may not hold holiday pay."""
    salary = one(posting.get("baseSalary"))
    value = inside(salary, "value") if isinstance(salary, dict) else salary
    currency = words(inside(salary, "currency")) or words(posting.get("salaryCurrency")) or "EUR"
    unit = words(inside(value, "unitText")) or words(inside(salary, "unitText"))
    per, low, high = _UNITS.get(unit.upper(), ("", 0, 0))
    held = value if isinstance(value, dict) else {"value": value}
    first, last = (
        number(held[name] if held.get(name) is not None else held.get("value")) for name in ("minValue", "maxValue")
    )
    if currency.upper() != "EUR" or not per or any(amount and not low <= amount <= high for amount in (first, last)):
        return None
    return Pay(first or None, last or None, per) if first or last else None
