"""A vacature of VUM 0.8.2 is read by its codes."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from importing.records import made, refused

from bot.domain.profile import Hours, Place
from bot.domain.vacancy import Contract, Pay

VACATURE: dict[str, Any] = {
    "idVacature": "1e3abbcc",
    "naamVacature": "Timmerman",
    "omschrijvingVacature": "Wij zoeken een timmerman voor een project van 4 maanden.",
    "sluitingsDatumVacature": "2027-02-24",
    "werkgever": {
        "handelsnaamOrganisatie": "Bouwbedrijf Zon",
        "adresHouding": [
            {"codeFunctieAdres": "V", "adres": {"adresNederland": {"postcode": "2512AA"}}},
            {"codeFunctieAdres": "E", "adres": {"adresNederland": {"woonplaatsnaam": "Eindhoven"}}},
        ],
        "contactpersoon": [{"naamContactpersoonAfdeling": "M. Jansen", "telefoonnummer": ["0612345678"]}],
    },
    "arbeidsVoorwaarden": {"datumAanvangWerkzaamheden": "2027-01-22", "salarisIndicatie": "2500"},
    "contractvorm": [{"codeTypeArbeidscontract": "B", "codeTypeOvereenkomst": "01"}],
    "beroep": {"codeBeroepsnaam": "20039", "omschrijvingBeroepsnaam": "Timmerman"},
    "rijbewijs": [{"codeSoortRijbewijs": "B"}, {"codeSoortRijbewijs": "C1E"}, {"codeSoortRijbewijs": "Z"}],
    "werktijden": {"aantalWerkurenPerWeekMinimaal": 20, "aantalWerkurenPerWeekMaximaal": 40},
    "taalbeheersing": [
        {"codeTaal": "afr", "codeNiveauTaalbeheersingMondeling": 4},
        {"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 2, "codeNiveauTaalbeheersingLezen": 4},
    ],
}


def with_(**other: Any) -> dict[str, Any]:
    return {**copy.deepcopy(VACATURE), **other}


def test_a_whole_vacature() -> None:
    vacancy = made(VACATURE)
    assert (vacancy.title, vacancy.occupation.label, vacancy.employer) == ("Timmerman", "timmerman", "Bouwbedrijf Zon")
    assert vacancy.place == Place(vacancy.place.pc4, "Eindhoven")
    assert (vacancy.hours, vacancy.pay) == (Hours(20, 40), Pay(2500, 2500, "month"))
    assert (vacancy.contract, vacancy.start, vacancy.until) == (Contract.TEMPORARY, "2027-01-22", "2027-02-24")
    assert (vacancy.licence, vacancy.dutch) == (("B", "C1"), 2)


def test_who_to_call_is_not_taken_along() -> None:
    assert "Jansen" not in str(made(VACATURE).about)


@pytest.mark.parametrize(
    ("other", "name", "value"),
    [
        ({"contractvorm": [{"codeTypeArbeidscontract": "O"}]}, "contract", Contract.PERMANENT),
        ({"contractvorm": [{"codeTypeOvereenkomst": "02"}]}, "contract", Contract.LEARNING),
        ({"contractvorm": "B", "omschrijvingVacature": "Kom."}, "contract", None),
        ({"werktijden": {"aantalWerkurenPerWeekMinimaal": 32}}, "hours", Hours(32, None)),
        ({"werktijden": {"aantalWerkurenPerWeekMinimaal": 99}}, "hours", Hours(None, None)),
        ({"arbeidsVoorwaarden": {"salarisIndicatie": "€ 16,50 per uur"}}, "pay", Pay(16.5, 16.5, "hour")),
        ({"arbeidsVoorwaarden": {"salarisIndicatie": "volgens cao"}}, "pay", Pay(None, None, "month")),
        ({"arbeidsVoorwaarden": {"salarisIndicatie": "marktconform"}}, "pay", None),
        ({"taalbeheersing": [{"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 1}]}, "dutch", 0),
        ({"taalbeheersing": [{"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 8}]}, "dutch", None),
        ({"taalbeheersing": {"codeTaal": ["nld"]}}, "dutch", None),
        ({"rijbewijs": None}, "licence", ()),
    ],
)
def test_its_codes(other: dict[str, Any], name: str, value: object) -> None:
    assert getattr(made(with_(**other)), name) == value


def test_a_name_of_its_own_goes_by_the_occupation_that_is_named() -> None:
    assert made(with_(naamVacature="Topper voor ons team")).occupation.label == "timmerman"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"idVacature": None}, "Er staat geen nummer bij."),
        ({"werkgever": []}, "Er staat geen werkgever bij."),
        ({"contractvorm": [{"codeTypeOvereenkomst": "03"}]}, "Dit is geen baan met loon."),
        ({"sluitingsDatumVacature": "2022-02-24"}, "De laatste dag was donderdag 24 februari 2022."),
        ({"omschrijvingVacature": "Max 30 jaar"}, "Leeftijd mag je niet vragen."),
    ],
)
def test_why_it_is_refused(other: dict[str, Any], why: str) -> None:
    assert why in refused(with_(**other))
