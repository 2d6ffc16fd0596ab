"""Vacatures of VUM, the exchange of UWV and gemeenten (UM-Gemeente-Vacatures 0.8.2, VNG Realisatie)."""

from __future__ import annotations

import re
from typing import Any

from bot.domain.profile import Hours
from bot.domain.vacancy import Contract, Pay
from bot.importing.offer import Offer
from bot.importing.plain_text import plain
from bot.importing.values import all_of, day, inside, number, words
from bot.nlu.adverts.parts import parts_of
from bot.nlu.adverts.pay import pay_in

_ITS_OWN = frozenset({"idVacature", "naamVacature", "nummerVacature", "omschrijvingVacature"})
_WORKPLACE, _BRANCH = "E", "V"
"""codeFunctieAdres: where the work is, and where the employer is."""
_UNPAID = frozenset({"03", "04"})
"""codeTypeOvereenkomst: voluntary work, and work to gain experience."""
_LEARNING = "02"
_CONTRACTS = {"B": Contract.TEMPORARY, "O": Contract.PERMANENT}
_LICENCES = {"A1": "A", "A2": "A", "B+": "BE", "D1": "D", "DE": "D", "D1E": "D", "C1E": "C1"}
_OURS = frozenset({"AM", "A", "B", "BE", "C1", "C", "CE", "D", "T"})
_DUTCH = {1: 0, 2: 2, 3: 3, 4: 3}
"""codeNiveauTaalbeheersing: 1 not, 2 reasonable, 3 good, 4 excellent; 0 and 8 do not say."""
_SPOKEN = ("codeNiveauTaalbeheersingMondeling", "codeNiveauTaalbeheersingLuisteren")
_MOST_HOURS = 60
_AMOUNT = re.compile(r"\s*(?:€\s*)?\d{3,5}(?:[.,]\d{1,3})?\s*")


def is_vum(value: dict[str, Any]) -> bool:
    """Say whether a record is one of theirs."""
    return not _ITS_OWN.isdisjoint(value)


def offer_of(record: dict[str, Any]) -> Offer:
    """Read a vacature."""
    contracts = [each for each in all_of(record.get("contractvorm")) if isinstance(each, dict)]
    agreements = {words(each.get("codeTypeOvereenkomst")) for each in contracts}
    address = _address(record)
    description = record.get("omschrijvingVacature")
    return Offer(
        reference=words(record.get("idVacature")) or words(record.get("nummerVacature")),
        title=words(record.get("naamVacature")),
        employer=words(inside(record, "werkgever", "handelsnaamOrganisatie"), 120),
        description=plain(description) if isinstance(description, str) else "",
        demands=words(inside(record, "arbeidsVoorwaarden", "omschrijvingArbeidsvoorwaarden"), 2000),
        occupation=words(inside(record, "beroep", "omschrijvingBeroepsnaam"))
        or words(inside(record, "beroep", "naamBeroepOngecodeerd")),
        postcode=words(address.get("postcode"), 10),
        towns=tuple(filter(None, (words(address.get(name)) for name in ("woonplaatsnaam", "gemeentenaam")))),
        unpaid=bool(agreements) and agreements <= _UNPAID,
        hours=_hours(record),
        pay=_pay(words(inside(record, "arbeidsVoorwaarden", "salarisIndicatie"))),
        contract=_contract(contracts, agreements),
        until=day(record.get("sluitingsDatumVacature")),
        start=day(inside(record, "arbeidsVoorwaarden", "datumAanvangWerkzaamheden")),
        licence=_licence(record),
        dutch=_dutch(record),
    )


def _address(record: dict[str, Any]) -> dict[str, Any]:
    """Give the address of the work, else of the employer's branch, else the first that there is."""
    held = [each for each in all_of(inside(record, "werkgever", "adresHouding")) if isinstance(each, dict)]
    ranked = sorted(held, key=lambda each: (_WORKPLACE, _BRANCH).index(each["codeFunctieAdres"])
                    if each.get("codeFunctieAdres") in {_WORKPLACE, _BRANCH} else 2)  # fmt: skip
    found = (inside(each, "adres", "adresNederland") for each in ranked)
    return next((each for each in found if isinstance(each, dict)), {})


def _hours(record: dict[str, Any]) -> Hours | None:
    least, most = (
        number(inside(record, "werktijden", f"aantalWerkurenPerWeek{end}")) for end in ("Minimaal", "Maximaal")
    )
    if not (least or most) or any(hours and hours > _MOST_HOURS for hours in (least, most)):
        return None
    return Hours(least or None, most or None)


def _pay(said: str) -> Pay | None:
    """Read "2500" as euros a month, and else what a text says clearly."""
    read = pay_in(parts_of(f"€ {said.strip(' €')} per maand" if _AMOUNT.fullmatch(said) else said))
    return Pay(**read) if read else None


def _contract(contracts: list[dict[str, Any]], agreements: set[str]) -> Contract | None:
    if agreements == {_LEARNING}:
        return Contract.LEARNING
    kinds = {words(each.get("codeTypeArbeidscontract")) for each in contracts}
    return _CONTRACTS.get(next(iter(kinds))) if len(kinds) == 1 else None


def _licence(record: dict[str, Any]) -> tuple[str, ...]:
    codes = [words(inside(each, "codeSoortRijbewijs")) for each in all_of(record.get("rijbewijs"))]
    return tuple(dict.fromkeys(code for code in (_LICENCES.get(code, code) for code in codes) if code in _OURS))


def _dutch(record: dict[str, Any]) -> int | None:
    for language in all_of(record.get("taalbeheersing")):
        if words(inside(language, "codeTaal")) == "nld":
            levels = [_DUTCH.get(int(number(inside(language, name)) or 0)) for name in _SPOKEN]
            return max((level for level in levels if level is not None), default=None)
    return None
