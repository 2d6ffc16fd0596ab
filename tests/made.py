"""People and what is stored of them, made up for tests."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Between, Side, ask
from bot.domain.disclosure import Grain
from bot.domain.effects import KeepFile, Plan, React
from bot.domain.event import Address, Channel
from bot.domain.fields import Field, FieldConsent
from bot.domain.handoff import Request
from bot.domain.invitation import Invitation
from bot.domain.known_as import Disclosure, Pair
from bot.domain.message import GivenFile, message
from bot.domain.person import Person, Role
from bot.domain.profile import Hours, Occupation, Place, Profile
from bot.domain.vacancy import Vacancy
from bot.text import verbatim
from storage.outbox import CHAT, ME, Spoken
from storage.records import PEOPLE, VACANCIES
from storage.tables import metadata

if TYPE_CHECKING:
    from storage.unit import Unit

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)
SEAL_KEY = bytes(32)

SECRETS = (
    *("Zonnebloemstraat", "zonnebloem-fatima", "Fatimazon", "banketbakkerzon"),
    *("zonnebloem-sessie", "87654321", "Bel Zonneveld"),
)
"""Words that must never stand readable anywhere: a message, an address, a name, a wish, a session, a code, an offer."""

PROFILE = Profile(
    wishes=(Occupation("http://data.europa.eu/esco/occupation/1", SECRETS[3], "7512"),),
    hours=Hours(24, 32),
    place=Place("3531", "Utrecht"),
    first_name=SECRETS[2],
)


VACANCY = Vacancy(
    id="5" * 32,
    employer="Bakkerij Zon",
    title="Bakker",
    occupation=Occupation("http://data.europa.eu/esco/occupation/1", "bakker", "7512"),
    place=Place("3531", "Utrecht"),
    hours=Hours(24, 32),
    about=SECRETS[6],
)


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody in the database."""

    id: str
    address_id: int
    at: Address


def a_person(unit: Unit, key: str = "", channel: Channel = Channel.TELEGRAM, heard_at: datetime = NOW) -> Made:
    """Add somebody with an address and a conversation."""
    who, at = Person(uuid.uuid4().hex), Address(channel, key or uuid.uuid4().hex)
    unit.people.add(who, NOW.date())
    address_id = unit.people.add_address(who.id, at)
    unit.conversations.start(who.id, {"answers": {}, "stack": ["welcome"]}, heard_at)
    return Made(who.id, address_id, at)


def a_full_life(unit: Unit) -> Made:
    """Add somebody of whom there is a row in every table that a person can have one in."""
    who = a_person(unit, SECRETS[1], Channel.WEB)
    unit.conversations.keep(who.id, {"answers": {"profile": {"first_name": SECRETS[2]}}}, NOW)
    said = [
        Spoken(ME, f"Ik woon in de {SECRETS[0]}"),
        Spoken(CHAT, message(verbatim(f"Dag {SECRETS[2]}"))),
    ]
    unit.outbox.add(who.id, who.address_id, Channel.WEB, said, at=NOW, event_id="web:1")
    unit.profiles.save(who.id, PROFILE, NOW)
    unit.vacancies.save(replace(VACANCY, employer_id=who.id))
    unit.shown.show(who.id, VACANCY.id, 1, NOW)
    a_contact(unit, who.id, who.id)
    unit.replies.add(who.address_id, "5", "7" * 32)
    unit.shown.react(React(VACANCY.id, "not", "far"), who.id)
    unit.events.add("web:1", who.id, NOW)
    unit.lessons.keep(who.id, "wat is een zin", NOW.date())
    unit.sessions.add(who.address_id, SECRETS[4], NOW + DAY)
    unit.invitations.offer_code(SECRETS[5], who.id, NOW + DAY)
    unit.dues.plan(Plan("tell", {"name": SECRETS[2]}), person_id=who.id, from_id=None, now=NOW)
    asked = Request(SECRETS[2], verbatim(SECRETS[0]), (verbatim(SECRETS[3]),), NOW + DAY)
    handoff = unit.handoffs.ask(who.id, asked, NOW)
    unit.handoffs.hear(handoff, f"Ik woon in de {SECRETS[0]}", NOW, answer_by=NOW + DAY)
    unit.standard_answers.keep(who.id, f"Dag {SECRETS[2]}")
    return who


def a_contact(unit: Unit, person_id: str, employer_id: str, contact_id: str = "7" * 32) -> None:
    """Let an employer know somebody, see something of them, and talk with them."""
    handle = unit.disclosures.handle(person_id, employer_id)
    unit.disclosures.know(Pair(handle, person_id, employer_id, "Blauwe Fiets", Grain.FINE))
    unit.disclosures.show([person_id], Disclosure("list", "Bakkerij Zon", "Bakker", NOW))
    begun = ask(Between(person_id, employer_id, VACANCY.id), Side.EMPLOYER, NOW)
    unit.contacts.begin(contact_id, begun, "Blauwe Fiets")
    given = Consent(Piece.CONVERSATION, Answer.GIVEN, NOW, "praten-1")
    unit.contacts.answer(contact_id, person_id, [given])
    unit.fields.add(person_id, [FieldConsent(Field.LIFT, Answer.REFUSED, NOW, "laat-zien-1")])
    unit.files.keep(person_id, KeepFile(contact_id, GivenFile("8" * 32, "pdf"), b"%PDF- een cv"), NOW)


def an_invitation(unit: Unit, issued_id: str, token: str, expires_at: datetime = NOW + DAY) -> None:
    """Issue an invitation."""
    unit.invitations.issue(issued_id, token, Invitation(Role.JOBSEEKER, expires_at), NOW)


def row_counts(unit: Unit) -> dict[str, int]:
    """Count the rows of every table, and the packed records where rows are only parts of a whole."""
    counts = {}
    for name, table in metadata.tables.items():
        counts[name] = unit.connection.execute(select(func.count()).select_from(table)).scalar_one()
    counts["match_part"] = sum(len(unit.matching.ids_of(layout)) for layout in (PEOPLE, VACANCIES))
    return counts
