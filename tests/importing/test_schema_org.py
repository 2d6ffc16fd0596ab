"""What a JobPosting says is taken for what it means; what it does not say clearly is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from importing.records import as_bytes, made, posting, read, refused

from bot.domain.profile import Hours, Place
from bot.domain.vacancy import Contract, Pay


def salary(**value: Any) -> dict[str, Any]:
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", **value}}


def test_a_whole_posting() -> None:
    vacancy = made(
        posting(
            description="<p>Je maakt <b>kantoren</b> schoon.</p><ul><li>Je staat de hele dag</li></ul>",
            qualifications="Je spreekt een beetje Nederlands. Rijbewijs B vereist.",
            employmentType=["PART_TIME", "TEMPORARY"],
            workHours="20-24 uur per week, maandag en dinsdag",
            baseSalary=salary(minValue=15.5, maxValue=17, unitText="HOUR"),
            datePosted="2026-11-01",
            validThrough="2026-12-31T23:59:59+01:00",
            jobStartDate="2027-01-04",
            totalJobOpenings=3,
        )
    )
    assert vacancy.employer == "Schoonmaakbedrijf Zon"
    assert (vacancy.title, vacancy.occupation.label) == ("Schoonmaker", "schoonmaker")
    assert vacancy.place == Place("3531", "Utrecht")
    assert (vacancy.hours, vacancy.days) == (Hours(20, 24), ("ma", "di"))
    assert (vacancy.contract, vacancy.pay) == (Contract.TEMPORARY, Pay(15.5, 17, "hour"))
    assert (vacancy.start, vacancy.until, vacancy.places) == ("2027-01-04", "2026-12-31", 3)
    assert (vacancy.licence, vacancy.dutch, vacancy.asks) == (("B",), 1, ("stand",))
    assert vacancy.about == "Je maakt kantoren schoon.\nJe staat de hele dag"
    assert (vacancy.source, vacancy.reference) == ("bron", "Zon:1")


@pytest.mark.parametrize(
    ("kinds", "work_hours", "text", "hours"),
    [
        ("FULL_TIME", None, "", Hours(36, 40)),
        (["FULL_TIME", "PART_TIME"], None, "", Hours(12, 40)),
        ("PART_TIME", None, "24 uur per week", Hours(24, 24)),
        ("PART_TIME", "32", "24 uur per week", Hours(32, 32)),
        (None, "16 - 24", "", Hours(16, 24)),
        (None, "9.00-17.00", "", Hours(None, None)),
        (None, {"@type": "nonsense"}, "", Hours(None, None)),
        (None, None, "", Hours(None, None)),
    ],
)
def test_hours(kinds: object, work_hours: object, text: str, hours: Hours) -> None:
    assert made(posting(employmentType=kinds, workHours=work_hours, description=text)).hours == hours


@pytest.mark.parametrize(
    ("given", "pay"),
    [
        (salary(value=2500, unitText="MONTH"), Pay(2500, 2500, "month")),
        (salary(minValue="15,50", unitText="HOUR"), Pay(15.5, None, "hour")),
        (salary(maxValue=3000, unitText="month"), Pay(None, 3000, "month")),
        ({"currency": "EUR", "value": 16, "unitText": "HOUR"}, Pay(16, 16, "hour")),
        (salary(value=36000, unitText="YEAR"), None),
        ({**salary(value=16, unitText="HOUR"), "currency": "USD"}, None),
        (salary(value=1e300, unitText="HOUR"), None),
        (salary(value=-5, unitText="HOUR"), None),
        (salary(value=True, unitText="HOUR"), None),
        (salary(value=1600, unitText="HOUR"), None),
        (2500, None),
        ("veel", None),
        ([], None),
    ],
)
def test_pay(given: object, pay: Pay | None) -> None:
    assert made(posting(baseSalary=given)).pay == pay


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ({"address": {"addressLocality": "Den Haag"}}, "Den Haag"),
        ({"address": {"addressLocality": "Utrecht", "postalCode": "onbekend"}}, "Utrecht"),
        ([{"address": {}}, {"address": {"postalCode": "3011AA", "addressCountry": {"name": "NL"}}}], "Rotterdam"),
        ("Rotterdam", "Rotterdam"),
        ({"@type": "Place", "address": "Schiedam"}, "Schiedam"),
    ],
)
def test_places(location: object, place: str) -> None:
    assert made(posting(jobLocation=location)).place.name == place


def test_without_a_last_day_it_ends_90_days_after_it_was_posted() -> None:
    assert made(posting(datePosted="2026-11-01")).until == "2027-01-30"
    assert made(posting()).until is None
    assert made(posting(validThrough="binnenkort")).until is None


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"identifier": None}, "Er staat geen nummer bij. Zonder nummer vind ik hem later niet terug."),
        ({"identifier": {"value": []}}, "Er staat geen nummer bij. Zonder nummer vind ik hem later niet terug."),
        ({"title": " "}, "Er staat geen naam van de baan bij."),
        ({"hiringOrganization": {"@type": "Organization"}}, "Er staat geen werkgever bij."),
        ({"jobLocation": None}, "Er staat geen plaats bij."),
        ({"jobLocation": "Atlantis"}, "Deze plaats ken ik niet: Atlantis."),
        ({"jobLocation": {"address": {"postalCode": "1234 AB"}}}, "Deze plaats ken ik niet: 1234 AB."),
        ({"jobLocation": {"address": {"addressLocality": "Gent", "addressCountry": "BE"}}}, "niet in Nederland"),
        ({"employmentType": "VOLUNTEER"}, "Dit is geen baan met loon."),
        ({"employmentType": "CONTRACTOR"}, "Dit is geen baan met loon."),
        ({"validThrough": "2026-11-23"}, "De laatste dag was maandag 23 november 2026."),
        ({"datePosted": "2026-01-01"}, "De laatste dag was"),
        ({"title": "Ruimtevaarder op Mars"}, "Dit beroep ken ik niet: Ruimtevaarder op Mars."),
        ({"title": "Chauffeur"}, "Welk beroep is dit: bezorger, vrachtwagenchauffeur, taxichauffeur en buschauffeur?"),
        ({"title": "Jonge schoonmaakster gezocht"}, "Leeftijd mag je niet vragen."),
        ({"description": "<p>Nati&#118;e speaker</p>"}, "Je mag niet vragen met welke taal iemand is opgegroeid."),
    ],
)
def test_why_a_posting_is_refused(other: dict[str, Any], why: str) -> None:
    assert why in refused(posting(**other))


def test_a_title_that_can_mean_more_is_decided_by_the_text() -> None:
    assert made(posting(title="Chauffeur", description="Als buschauffeur breng je mensen thuis.")).occupation.label == (
        "buschauffeur"
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        [posting(1), posting(2)],
        {"@context": "https://schema.org", "@graph": [posting(1), {"@type": "Organization"}, posting(2)]},
        [{"@graph": [posting(1)]}, posting(2, **{"@type": ["Thing", "schema:JobPosting"]})],
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": posting(n)} for n in (1, 2)]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [posting(n)]} for n in (1, 2)]},
        [{"@type": "WebPage", "mainEntity": posting(1)}, posting(2)],
    ],
)
def test_postings_are_found_where_people_put_them(wrapped: object) -> None:
    assert [one.reference for one in read(as_bytes(wrapped), 7)] == ["Zon:1", "Zon:2"]


def test_a_page_gives_what_stands_in_its_data() -> None:
    page = b"<!DOCTYPE html><html><script>var x = {};</script><script type='application/ld+json'>"
    page += (
        as_bytes(posting(1)) + b'</script><p>{"@type": "JobPosting"}</p><SCRIPT TYPE=application/LD+JSON;charset=utf-8>'
    )
    page += as_bytes([posting(2)]) + b"</SCRIPT></html>"
    assert [one.reference for one in read(page, 11)] == ["Zon:1", "Zon:2"]


def test_the_same_record_makes_the_same_vacancy() -> None:
    assert made(posting()) == made(posting())
    other = made(posting(2))
    assert replace(other, id=made(posting()).id, reference="Zon:1") == made(posting())
