"""A file by a yes, over HTTP: sent by its giver, read by who was given it, and by nobody else."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from made import NOW, VACANCY, a_contact

from bot.dialogs.state import pack_state, unpack_state
from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Act, Side, happens
from bot.domain.event import Address, Channel
from bot.replay.samples import SAMPLES
from bot.uploads import MOST_BYTES
from web.guests import sign_in

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web
    from storage.unit import Unit
    from web.guests import Guest

CONTACT = "7" * 32


def talking(web: Web, fatima: str, baker: str) -> None:
    """Let who is in two conversations talk, a name and a number given, and a file asked for."""

    def work(unit: Unit) -> None:
        both = [unit.people.speaker(Address(Channel.WEB, web_id)) for web_id in (fatima, baker)]
        person, employer = (held.person.id for held in both if held)
        unit.vacancies.save(replace(VACANCY, employer_id=employer))
        a_contact(unit, person, employer, CONTACT)
        unit.files.forget(CONTACT)
        held = unit.contacts.one(CONTACT)
        accepted = held and happens(held.contact, Act.ACCEPT, Side.JOBSEEKER, NOW)
        assert accepted
        unit.contacts.keep(CONTACT, accepted)
        rows = [Consent(piece, Answer.GIVEN, NOW, "t") for piece in (Piece.FIRST_NAME, Piece.PHONE)]
        unit.contacts.answer(CONTACT, person, rows)
        speaker = unit.people.speaker(Address(Channel.WEB, fatima))
        assert speaker
        state = unpack_state(speaker.state).opening("give")
        asked = state.having("give", {"about": CONTACT, "employer": "Bakkerij Zon", "piece": "file"})
        unit.conversations.keep(person, pack_state(asked), NOW, speaker.address_id)

    web.house.now = NOW
    web.house.store.write(work)


async def uploads(guest: Guest, content: bytes, number: str | None = None) -> httpx.Response:
    return await guest.browser.post(f"{guest.here}api/files?id={number or uuid.uuid4()}", content=content)


async def files(guest: Guest) -> list[str]:
    return [message["file"]["href"] for message in await guest.messages() if "file" in message]


async def test_a_file_reaches_its_employer_after_a_yes_and_not_before(
    web: Web, fatima: Guest, other: httpx.AsyncClient
) -> None:
    baker = await sign_in(web, other)
    talking(web, fatima.web_id, baker.web_id)
    await fatima.say("hoe dan?")
    assert (await fatima.messages())[-1]["asks_file"] is True
    assert (await uploads(fatima, SAMPLES["document"])).status_code == 202
    (href,) = await files(fatima)
    read = await fatima.browser.get(f"{fatima.here}{href}")
    assert read.content == SAMPLES["document"]
    assert read.headers["content-disposition"] == "attachment"
    assert read.headers["content-type"] == "application/octet-stream"
    assert read.headers["cache-control"] == "no-store"
    assert (await other.get(f"{baker.here}{href}")).status_code == 410
    await fatima.tap("Ja, stuur dit bestand")
    assert (await other.get(f"{baker.here}{href}")).content == SAMPLES["document"]
    await fatima.tap("Trek mijn bestand terug")
    for guest in (fatima, baker):
        assert (await guest.browser.get(f"{guest.here}{href}")).status_code == 410


async def test_a_no_leaves_no_file(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    talking(web, fatima.web_id, (await sign_in(web, other)).web_id)
    await uploads(fatima, SAMPLES["photo"])
    (href,) = await files(fatima)
    await fatima.tap("Nee, stuur niets")
    assert (await fatima.browser.get(f"{fatima.here}{href}")).status_code == 410


async def test_the_same_file_sent_again_is_one_event(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    talking(web, fatima.web_id, (await sign_in(web, other)).web_id)
    number = str(uuid.uuid4())
    for _time in range(2):
        assert (await uploads(fatima, SAMPLES["document"], number)).status_code == 202
    assert len(await files(fatima)) == 1


async def test_what_is_no_file_is_refused_with_words(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    talking(web, fatima.web_id, (await sign_in(web, other)).web_id)
    for content, status in ((b"MZ", 415), (b"", 415), (b"%PDF-" + bytes(MOST_BYTES), 413)):
        answer = await uploads(fatima, content)
        assert answer.status_code == status
        assert answer.json()["error"].startswith("Ik kan alleen een foto of een pdf sturen")
    assert (await uploads(fatima, SAMPLES["document"], "x")).status_code == 422


async def test_a_file_nobody_asked_for_is_not_even_read(fatima: Guest) -> None:
    assert (await uploads(fatima, b"MZ")).status_code == 202
    assert (await fatima.messages())[-1]["text"].startswith("Ik kan geen bestand lezen.")
    assert await files(fatima) == []


async def test_a_yes_to_a_file_that_is_gone_sends_nothing(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    talking(web, fatima.web_id, (await sign_in(web, other)).web_id)
    await uploads(fatima, SAMPLES["document"])
    (href,) = await files(fatima)
    web.house.store.write(lambda unit: unit.files.forget(CONTACT))  # as the tidying does after a day
    await fatima.tap("Ja, stuur dit bestand")
    said = (await fatima.messages())[-1]
    assert said["text"].startswith("Dit bestand is er niet meer.")
    assert (await fatima.browser.get(f"{fatima.here}{href}")).status_code == 410


async def test_a_second_file_does_not_take_the_place_of_the_first(
    web: Web, fatima: Guest, other: httpx.AsyncClient
) -> None:
    baker = await sign_in(web, other)
    talking(web, fatima.web_id, baker.web_id)
    await uploads(fatima, SAMPLES["document"])
    (href,) = await files(fatima)
    await fatima.tap("Ja, stuur dit bestand")
    await fatima.post({"id": str(uuid.uuid4()), "tap": {"seq": 1, "value": f"talk:{CONTACT}=give_file"}})
    assert (await fatima.messages())[-1]["text"] == "Je gaf al een bestand. Trek het eerst terug."
    assert (await other.get(f"{baker.here}{href}")).status_code == 200


async def test_a_stranger_neither_sends_nor_reads(fatima: Guest, other: httpx.AsyncClient) -> None:
    assert (await other.post(f"{fatima.here}api/files?id={uuid.uuid4()}", content=b"%PDF-")).status_code == 401
    assert (await other.get(f"{fatima.here}api/files/{'8' * 32}")).status_code == 401
