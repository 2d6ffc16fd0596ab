"""A text file on Telegram: an employer's is read as if it was pasted; of everybody else none is even fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.handlers.telegram_files import MOST_BYTES
from on_telegram.talking import answers, joins

if TYPE_CHECKING:
    from fake_telegram import Person, Server
    from stages.product import Running

ADVERTISEMENT = """Bakker gezocht in Utrecht

Wij zoeken een bakker voor 24 uur per week, op maandag en dinsdag.
Je verdient € 15,50 per uur. Het is een vast contract.
Wij zijn een bakkerij met vijf collega's, en er is altijd verse koffie met een broodje. Reageer voor 20 december.
"""
CANNOT = "Dit bestand kan ik niet lezen. Plak de tekst hier in de chat."


def fetched(server: Server) -> int:
    return sum(call.method == "getFile" for call in server.calls)


async def begins(run: Running, baker: Person) -> None:
    await run.told(baker, baker.opens(run.invite("Bakkerij Zon")))
    await answers(run, baker, "!Ja, beginnen")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
async def test_an_employers_text_is_read(run: Running, patient: Server, encoding: str) -> None:
    baker = patient.person(8, "Bakker")
    await begins(run, baker)
    heard = await run.told(baker, baker.sends_file(ADVERTISEMENT.encode(encoding)))
    assert heard[0].text.startswith("Ik heb je tekst gelezen.")
    assert "• Uren: 24 uur per week" in heard[0].text
    assert "• Loon: €\u00a015,50 per uur" in heard[0].text
    assert heard[-1].text.endswith("Mag ik nog wat vragen?")


async def test_a_jobseekers_file_is_never_fetched(run: Running, patient: Server, fatima: Person) -> None:
    await joins(run, fatima)
    heard = await run.told(fatima, fatima.sends_file(ADVERTISEMENT.encode()))
    assert heard[0].text.startswith("Ik kan geen bestand lezen.")
    await run.told(patient.person(9, "Piet"), patient.person(9, "Piet").sends_file(b"hallo"))
    assert fetched(patient) == 0


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [(ADVERTISEMENT.encode(), "application/pdf"), (b"a" * (MOST_BYTES + 1), "text/plain")],
)
async def test_other_files_are_not_fetched_and_it_says_what_to_do(
    run: Running, patient: Server, content: bytes, mime_type: str
) -> None:
    baker = patient.person(8, "Bakker")
    await begins(run, baker)
    heard = await run.told(baker, baker.sends_file(content, mime_type))
    assert heard[0].text.startswith(CANNOT)
    assert fetched(patient) == 0


async def test_a_file_that_cannot_be_fetched_has_an_answer(run: Running, patient: Server) -> None:
    baker = patient.person(8, "Bakker")
    await begins(run, baker)
    patient.fail_next("getFile", "500")
    heard = await run.told(baker, baker.sends_file(ADVERTISEMENT.encode()))
    assert heard[0].text.startswith(CANNOT)
    assert fetched(patient) == 1


async def test_an_empty_file_has_an_answer(run: Running, patient: Server) -> None:
    baker = patient.person(8, "Bakker")
    await begins(run, baker)
    heard = await run.told(baker, baker.sends_file(b" \n"))
    assert heard[0].text.startswith(CANNOT)
