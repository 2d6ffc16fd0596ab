"""All that is known of one person: for "Wat weet je van mij?" and its file (V11)."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select

from bot.domain.vacancy import vacancy_json
from storage.shown import is_wanted
from storage.tables import (
    address,
    consent,
    contact,
    contact_person,
    conversation,
    disclosure,
    due,
    event,
    field_consent,
    given_file,
    handoff,
    handoff_line,
    lesson,
    link_code,
    message,
    pair,
    passed_on,
    person,
    profile,
    shown,
    standard_answer,
    vacancy,
    web_session,
)
from storage.vacancies import opened

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from bot.domain.vacancy import Vacancy
    from storage.sealing import Seal

_PERSON = select(person).where(person.c.id == bindparam("person"))
_ADDRESSES = select(address).where(address.c.person_id == bindparam("person")).order_by(address.c.id)
_CONVERSATION = select(conversation).where(conversation.c.person_id == bindparam("person"))
_PROFILE = select(profile).where(profile.c.person_id == bindparam("person"))
_MESSAGES = select(message).where(message.c.person_id == bindparam("person")).order_by(message.c.seq)
_MESSAGE_COUNT = select(func.count()).select_from(message).where(message.c.person_id == bindparam("person"))
_LESSONS = select(lesson).where(lesson.c.person_id == bindparam("person")).order_by(lesson.c.id)
_EVENTS = select(event.c.at).where(event.c.person_id == bindparam("person")).order_by(event.c.at)
_CODES = select(link_code.c.expires_at).where(link_code.c.person_id == bindparam("person"))
_SHOWN = select(shown).where(shown.c.person_id == bindparam("person")).order_by(shown.c.at)
_JOBS_SHOWN = (
    select(vacancy)
    .join(shown, shown.c.vacancy_id == vacancy.c.id)
    .where(shown.c.person_id == bindparam("person"))
    .order_by(shown.c.at.desc(), vacancy.c.id)
)
_DUE = select(due).where(due.c.person_id == bindparam("person")).order_by(due.c.id)
_HANDOFFS = select(handoff).where(handoff.c.person_id == bindparam("person")).order_by(handoff.c.asked_at)
_HANDOFF_COUNT = select(func.count()).select_from(handoff).where(handoff.c.person_id == bindparam("person"))
_LINES = (
    select(handoff_line).where(handoff_line.c.handoff_id == bindparam("of_handoff")).order_by(handoff_line.c.number)
)
_ANSWERS = select(standard_answer.c.body_sealed).where(standard_answer.c.person_id == bindparam("person"))
_VACANCIES = select(vacancy).where(vacancy.c.person_id == bindparam("person")).order_by(vacancy.c.id)
_IN_CONTACT = select(contact_person).where(contact_person.c.person_id == bindparam("person"))
_CONTACTS = (
    select(contact)
    .where(or_(contact.c.employer_id == bindparam("person"), contact.c.id.in_(bindparam("which", expanding=True))))
    .order_by(contact.c.asked_at, contact.c.id)
)
_PAIRS = select(pair).where(pair.c.person_id == bindparam("person"))
_SEEN = select(disclosure).where(disclosure.c.person_id == bindparam("person")).order_by(disclosure.c.id)
_CONSENTS = select(consent).where(consent.c.person_id == bindparam("person")).order_by(consent.c.id)
_FIELDS = select(field_consent).where(field_consent.c.person_id == bindparam("person")).order_by(field_consent.c.id)
_FILES = select(given_file).where(given_file.c.person_id == bindparam("person")).order_by(given_file.c.at)
_PASSED_ON = (
    select(passed_on.c.ref)
    .join(address, address.c.id == passed_on.c.address_id)
    .where(address.c.person_id == bindparam("person"))
)
_SESSIONS = (
    select(web_session.c.expires_at)
    .join(address, address.c.id == web_session.c.address_id)
    .where(address.c.person_id == bindparam("person"))
)


def _named(job: Vacancy) -> dict[str, str]:
    return {"vacancy": job.id, "title": job.title, "employer": job.employer, "place": job.place.name}


class Known:
    """Everything of one person. A new table with personal data is read here, in the same commit."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def summary(self, person_id: str) -> dict[str, Any]:
        """Give the short answer: since when, on which channels, what is kept, and which vacancies were wanted."""
        who = {"person": person_id}
        return {
            "since": self._connection.execute(_PERSON, who).one().since,
            "channels": [row.channel for row in self._connection.execute(_ADDRESSES, who)],
            "messages": self._connection.execute(_MESSAGE_COUNT, who).scalar_one(),
            "handoffs": self._connection.execute(_HANDOFF_COUNT, who).scalar_one(),
            "sentences": [self._seal.open(row.sentence_sealed) for row in self._connection.execute(_LESSONS, who)],
            "wanted": self._wanted(person_id),
        }

    def _wanted(self, person_id: str) -> list[Vacancy]:
        """Give the vacancies that somebody said they want, the newest first."""
        who = {"person": person_id}
        rows = self._connection.execute(_SHOWN, who)
        wanted = {row.vacancy_id for row in rows if is_wanted(self._seal.open(row.body_sealed))}
        found = self._connection.execute(_JOBS_SHOWN, who) if wanted else ()
        return [opened(row, self._seal) for row in found if row.id in wanted]

    def everything(self, person_id: str) -> dict[str, Any]:
        """Give every row of a person, opened, as a JSON value; messages still hold their Dutch msgids."""
        who = {"person": person_id}
        return {**self._of_oneself(who), **self._of_talks(who), **self._of_employers(who), **self._of_work(who)}

    def _of_oneself(self, who: dict[str, str]) -> dict[str, Any]:
        """Give who somebody is here, by which ways they come in, and what they agreed to be matched by."""
        run = self._connection.execute
        held, agreed = run(_PERSON, who).one(), run(_PROFILE, who).one_or_none()
        return {
            "person": {
                "role": held.role,
                "language": held.language,
                "support": held.support,
                "contact": held.contact,
                "since": held.since.isoformat(),
                "name": self._seal.open(held.name_sealed) if held.name_sealed else None,
                "lets_colleagues_in": held.lets_in,
            },
            "addresses": [
                {"channel": row.channel, "key": self._seal.open(row.key_sealed), "reachable": row.reachable}
                for row in run(_ADDRESSES, who)
            ],
            "profile": agreed
            and {
                "active": agreed.active,
                "agreed_at": agreed.agreed_at.isoformat(),
                "profile": self._seal.open(agreed.body_sealed),
            },
            "web_sessions": [{"until": row.expires_at.isoformat()} for row in run(_SESSIONS, who)],
            "codes": [{"until": row.expires_at.isoformat()} for row in run(_CODES, who)],
        }

    def _of_talks(self, who: dict[str, str]) -> dict[str, Any]:
        """Give what was said, here and to a werkmatcher, and what is planned."""
        run, opens = self._connection.execute, self._seal.open
        standing = run(_CONVERSATION, who).one()
        return {
            "conversation": {"heard_at": standing.heard_at.isoformat(), "state": opens(standing.state_sealed)},
            "messages": [
                {"from": row.author, "at": row.at.isoformat(), "body": opens(row.body_sealed)}
                for row in run(_MESSAGES, who)
            ],
            "sentences": [
                {"on": row.kept_on.isoformat(), "sentence": opens(row.sentence_sealed)} for row in run(_LESSONS, who)
            ],
            "events": [{"at": row.at.isoformat()} for row in run(_EVENTS, who)],
            "can_be_replied_to": [{"message": row.ref} for row in run(_PASSED_ON, who)],
            "planned": [
                {"kind": row.kind, "at": row.at.isoformat(), "body": opens(row.body_sealed)} for row in run(_DUE, who)
            ],
            "handoffs": [self._handoff(row) for row in run(_HANDOFFS, who)],
            "standard_answers": [opens(row.body_sealed) for row in run(_ANSWERS, who)],
        }

    def _of_employers(self, who: dict[str, str]) -> dict[str, Any]:
        """Give with whom there was contact, under which name, and what was agreed to and seen."""
        run, opens = self._connection.execute, self._seal.open
        return {
            "contacts": self._contacts(who["person"]),
            "known_as": [{"name": opens(row.name_sealed)} for row in run(_PAIRS, who)],
            "seen": [{"at": row.at.isoformat(), **opens(row.body_sealed)} for row in run(_SEEN, who)],
            "consents": [
                {"piece": row.piece, "answer": row.answer, "at": row.at.isoformat(), "text": row.version}
                for row in run(_CONSENTS, who)
            ],
            "shows_to_employers": [{"at": row.at.isoformat(), **opens(row.body_sealed)} for row in run(_FIELDS, who)],
            "files": [
                {
                    "kind": row.kind,
                    "at": row.at.isoformat(),
                    "given": row.given,
                    "base64": b64encode(self._seal.open_bytes(row.body_sealed)).decode(),
                }
                for row in run(_FILES, who)
            ],
        }

    def _of_work(self, who: dict[str, str]) -> dict[str, Any]:
        """Give the vacancies that somebody was shown, and an employer's own."""
        run = self._connection.execute
        jobs = {row.id: opened(row, self._seal) for row in run(_JOBS_SHOWN, who)}
        return {
            "shown": [
                {**_named(jobs[row.vacancy_id]), "at": row.at.isoformat(), **self._seal.open(row.body_sealed)}
                for row in run(_SHOWN, who)
            ],
            "vacancies": [vacancy_json(opened(row, self._seal)) for row in run(_VACANCIES, who)],
        }

    def _handoff(self, row: Row[Any]) -> dict[str, Any]:
        """Give what was asked of a werkmatcher, what they might see, and what was said."""
        lines = self._connection.execute(_LINES, {"of_handoff": row.id})
        moments = ("asked_at", "answer_by", "answered_at", "ended_at")
        return {
            **{name: held.isoformat() if (held := getattr(row, name)) else None for name in moments},
            "urgent": row.is_urgent,
            "late": row.is_late,
            "seen_by_the_werkmatcher": self._seal.open(row.body_sealed),
            "lines": [
                {"what": line.kind, "at": line.at.isoformat(), **self._seal.open(line.body_sealed)} for line in lines
            ],
        }

    def _contacts(self, person_id: str) -> list[dict[str, Any]]:
        """Give the contacts as the one whose they are may see them: an employer not what the person did."""
        own = {row.contact_id: row for row in self._connection.execute(_IN_CONTACT, {"person": person_id})}
        found = self._connection.execute(_CONTACTS, {"person": person_id, "which": list(own)})
        return [self._contact(row, own.get(row.id)) for row in found]

    def _contact(self, row: Row[Any], own: Row[Any] | None) -> dict[str, Any]:
        moments = {"asked_at": row.asked_at, "accepted_at": row.accepted_at}
        ended = {"ended": own.ended, "ended_by": own.ended_by} if own else {}
        if own:
            moments["ended_at"] = own.ended_at
        return {
            "name": self._seal.open(row.name_sealed),
            "vacancy": row.vacancy_id,
            "asked_by": row.asked_by,
            **{name: at and at.isoformat() for name, at in moments.items()},
            **ended,
        }
