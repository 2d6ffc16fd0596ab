"""The tables. What is personal is sealed (bytes) or a keyed hash; every row of a person goes with the person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, never a naive one. SQLite keeps it in UTC without its zone, so it is given back with it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone; it would mean another time elsewhere."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


WHERE = "where"
"""Under which name an index holds the condition for its rows (`Index.info`)."""

Key = BigInteger().with_variant(Integer, "sqlite")


def _partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Give an index of some rows alone; the migrations make it, and a test finds their condition to be this one.

    As `postgresql_where` it would load all that SQLAlchemy has for PostgreSQL, 2 MB, also where SQLite is used.
    """
    return Index(name, *columns, unique=unique, info={WHERE: where})


def _person(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "person_id",
        String(32),
        ForeignKey("person.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
        index=not primary_key,
    )


issued = Table(
    "issued",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    comment="What staff see of an invitation: never changed by what the invited person does (V2).",
)

invitation = Table(
    "invitation",
    metadata,
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("issue_hash", LargeBinary(32), nullable=False, index=True),
    Column("terms_sealed", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False),
    comment="What a link gives. Until it expires the row stays and looks the same, used, refused or unopened (V2).",
)

person = Table(
    "person",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("support", String(16), nullable=False),
    Column("contact", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("name_sealed", LargeBinary),
    Column("lets_in", Boolean, nullable=False, server_default=text("false")),
    comment="name_sealed: what others call an employer or a werkmatcher. lets_in: makes new links for colleagues.",
)

address = Table(
    "address",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("channel", String(16), nullable=False),
    Column("lookup", LargeBinary(32), nullable=False, unique=True),
    Column("key_sealed", LargeBinary, nullable=False),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("buttons_ref", String(32)),
    comment="Where a person is, found by a keyed hash. buttons_ref: the message there that still shows buttons.",
)

web_session = Table(
    "web_session",
    metadata,
    Column("secret_hash", LargeBinary(32), primary_key=True),
    Column("address_id", ForeignKey("address.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("expires_at", Moment, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    _person(primary_key=True),
    Column("state_sealed", LargeBinary, nullable=False),
    Column("heard_at", Moment, nullable=False),
    Column("last_address_id", Key),
    comment="last_address_id: where the person spoke from last, and hears what happens without their asking.",
)

profile = Table(
    "profile",
    metadata,
    _person(primary_key=True),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("agreed_at", Moment, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("id_hash", LargeBinary(32), primary_key=True),
    _person(),
    Column("at", Moment, nullable=False),
    comment="The ids of events that were taken: the same id never counts twice (V13).",
)

message = Table(
    "message",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("address_id", ForeignKey("address.id", ondelete="CASCADE"), nullable=False),
    Column("author", String(40), nullable=False),
    Column("from_id", ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("event_id", String(80)),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("status", String(8), nullable=False),
    Column("is_push", Boolean, nullable=False, server_default=text("false")),
    Column("due_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("error", String(40)),
    CheckConstraint("status in ('kept', 'waiting', 'dead')", name="status"),
    Index("ix_message_address_id_seq", "address_id", "seq"),
    _partial("ix_message_waiting", "is_push", "seq", where="status = 'waiting'"),
    _partial("ix_message_waiting_of_chat", "address_id", "is_push", "seq", where="status = 'waiting'"),
    sqlite_autoincrement=True,
    comment="The outbox, and what the web chat shows: waiting to be sent, kept to be read, or dead.",
)

match_part = Table(
    "match_part",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("layout", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    comment="What is matched by, many records in a part. layout: how they are packed; 0: not made yet.",
)

link_code = Table(
    "link_code",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    _person(),
    Column("expires_at", Moment, nullable=False),
)

due = Table(
    "due",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("from_id", ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("kind", String(24), nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("once", String(24)),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("error", String(40)),
    UniqueConstraint("person_id", "once", name="uq_due_person_id_once"),
    sqlite_autoincrement=True,
    comment="What is to be an event of somebody: by the clock, or because of from_id. Taken once, then gone (V13).",
)

handoff = Table(
    "handoff",
    metadata,
    Column("id", String(32), primary_key=True),
    _person(),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("is_urgent", Boolean, nullable=False),
    Column("is_late", Boolean, nullable=False, server_default=text("false")),
    Column("is_employer", Boolean, nullable=False),
    Column("answer_by", Moment),
    Column("taken_by", String(32), ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("answered_at", Moment),
    Column("ended_at", Moment),
    _partial("uq_handoff_open", "person_id", unique=True, where="ended_at is null"),
    comment="Somebody asked for a human. body_sealed: what may be seen; taken_by: who has it (none: waits).",
)

handoff_line = Table(
    "handoff_line",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=True),
    Column("handoff_id", ForeignKey("handoff.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
    comment="What was said in a handoff and what became of it, in order.",
)

desk_act = Table(
    "desk_act",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=True),
    Column("handoff_id", String(32), nullable=False, index=True),
    Column("by_sealed", LargeBinary),
    Column("act", String(16), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    sqlite_autoincrement=True,
    comment="The record of what was done at the desk: no text, no name of who asked. It outlives the handoff.",
)

standard_answer = Table(
    "standard_answer",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("body_sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
    comment="A werkmatcher's own standard answers.",
)

topic = Table(
    "topic",
    metadata,
    Column("handoff_id", String(32), primary_key=True),
    Column("thread", Key),
    Column("posted", Key, nullable=False, server_default=text("0")),
    Column("card_posted", Boolean, nullable=False, server_default=text("false")),
    Column("trouble", String(40)),
    comment="A handoff as a topic in the team's Telegram group, kept until the topic is removed.",
)

vacancy = Table(
    "vacancy",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("source", String(80)),
    Column("reference", String(200)),
    Column("standing", String(8), nullable=False),
    Column("until", Date),
    Column("version", Integer, nullable=False),
    Column("announced", Integer, nullable=False, server_default=text("0")),
    Column("body_sealed", LargeBinary, nullable=False),
    CheckConstraint("standing in ('open', 'paused', 'closed')", name="standing"),
    UniqueConstraint("source", "reference"),
    _partial("ix_vacancy_not_closed", "standing", "until", where="standing <> 'closed'"),
    _partial("ix_vacancy_unannounced", "id", where="announced < version"),
    comment="What employers offer. person_id: who placed it, none where it was imported from a source. announced: the "
    "version that the people it fits were told of.",
)

shown = Table(
    "shown",
    metadata,
    _person(primary_key=True),
    Column("vacancy_id", ForeignKey("vacancy.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    comment="Which vacancies somebody was shown, and what they said of each.",
)

lesson = Table(
    "lesson",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("sentence_sealed", LargeBinary, nullable=False),
    Column("kept_on", Date, nullable=False),
    comment="Sentences that were not understood, stripped, and given to learn from. A review never tells whose.",
)

contact = Table(
    "contact",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("employer_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("vacancy_id", String(32), ForeignKey("vacancy.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("asked_by", String(16), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("accepted_at", Moment),
    Column("withdrawn_at", Moment),
    Column("by_employer", String(16)),
    Column("name_sealed", LargeBinary, nullable=False),
    comment="What an employer sees of a contact, and nothing of the person: it stays when the person erases everything "
    "(docs/decisions/019). by_employer: declined or silent, when the employer ended it. name_sealed: the pseudonym.",
)

contact_person = Table(
    "contact_person",
    metadata,
    Column("contact_id", String(32), ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    _person(),
    Column("vacancy_id", String(32), ForeignKey("vacancy.id", ondelete="CASCADE"), nullable=False),
    Column("ended", String(16)),
    Column("ended_by", String(16)),
    Column("ended_at", Moment),
    Column("why", String(16)),
    Column("waits_since", Moment),
    UniqueConstraint("person_id", "vacancy_id"),
    comment="Whom a contact is with, and what that person did: gone with the person.",
)

pair = Table(
    "pair",
    metadata,
    Column("handle", String(16), primary_key=True),
    _person(),
    Column("employer_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("grain", Integer, nullable=False),
    Column("blocked_by", String(16)),
    UniqueConstraint("person_id", "employer_id"),
    comment="A person as one employer knows them: the pseudonym, and how finely they were ever told. handle: a keyed "
    "hash, another one for each employer. blocked_by: who does not want contact any more.",
)

disclosure = Table(
    "disclosure",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("at", Moment, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    comment="Each time that an employer's chat showed something of somebody: what, to whom, about which vacancy.",
)

consent = Table(
    "consent",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("contact_id", String(32), ForeignKey("contact.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("piece", String(16), nullable=False),
    Column("answer", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("version", String(40), nullable=False),
    comment="Each yes, no and withdrawal, for one employer and one piece; never what was given. Rows are only added.",
)

field_consent = Table(
    "field_consent",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    _person(),
    Column("at", Moment, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    comment="Each yes, no and withdrawal to showing one of the five fields of V4 to employers; never what the line "
    "said. Rows are only added.",
)

given_file = Table(
    "given_file",
    metadata,
    Column("id", String(32), primary_key=True),
    _person(),
    Column("contact_id", String(32), ForeignKey("contact.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    comment="A file that somebody gives to the employer of a contact. given: there is a yes for it. "
    "It goes with the yes, with the contact and with the person.",
)

passed_on = Table(
    "passed_on",
    metadata,
    Column("address_id", ForeignKey("address.id", ondelete="CASCADE"), primary_key=True),
    Column("ref", String(32), primary_key=True),
    Column("contact_id", String(32), ForeignKey("contact.id", ondelete="CASCADE"), nullable=False, index=True),
    comment="Which message of a chat passed on words of which contact; a reply to it goes to who wrote them.",
)

survey = Table(
    "survey",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("month", Date, nullable=False),
    Column("question", String(24), nullable=False),
    Column("answer", String(8), nullable=False),
    comment="What people who found work said of the chat: whose answer it is stands nowhere. month: its first day.",
)
