"""Contacts between people and employers, pseudonyms, what was shown to whom, and consent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def _of_person(table: str, column: str = "person_id") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_person")
    return sa.ForeignKeyConstraint([column], ["person.id"], name=name, ondelete="CASCADE")


def _of_vacancy(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_vacancy_id_vacancy")
    return sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=name, ondelete="CASCADE")


def _of_contact(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_contact_id_contact")
    return sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=name, ondelete="CASCADE")


def _key() -> sa.Column[Any]:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


@contextmanager
def _messages() -> Iterator[Any]:
    """Change the messages. SQLite makes the table anew, and no number may come twice."""
    bind = op.get_bind()
    is_sqlite = bind.dialect.name == "sqlite"
    last = bind.execute(sa.text("select seq from sqlite_sequence where name = 'message'")).scalar() if is_sqlite else 0
    with op.batch_alter_table("message", table_kwargs={"sqlite_autoincrement": True}) as table:
        yield table
    if last:
        numbered = sa.text("update sqlite_sequence set seq = :last where name = 'message'")
        if not bind.execute(numbered, {"last": last}).rowcount:
            bind.execute(sa.text("insert into sqlite_sequence values ('message', :last)"), {"last": last})


def upgrade() -> None:
    with _messages() as table:
        table.add_column(sa.Column("from_id", sa.String(length=32), nullable=True))
        table.create_foreign_key(op.f("fk_message_from_id_person"), "person", ["from_id"], ["id"], ondelete="CASCADE")
        table.create_index(op.f("ix_message_from_id"), ["from_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("vacancy_id", sa.String(length=32), nullable=False),
        sa.Column("asked_by", sa.String(length=16), nullable=False),
        _moment("asked_at", nullable=False),
        _moment("accepted_at"),
        _moment("withdrawn_at"),
        sa.Column("by_employer", sa.String(length=16), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        _of_person("contact", "employer_id"),
        _of_vacancy("contact"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        comment="What an employer sees of a contact, and nothing of the person: it stays when the person erases "
        "everything (docs/decisions/019). by_employer: declined or silent, when the employer ended it. name_sealed: "
        "the pseudonym.",
    )
    op.create_index(op.f("ix_contact_employer_id"), "contact", ["employer_id"], unique=False)
    op.create_index(op.f("ix_contact_vacancy_id"), "contact", ["vacancy_id"], unique=False)
    op.create_table(
        "contact_person",
        sa.Column("contact_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("vacancy_id", sa.String(length=32), nullable=False),
        sa.Column("ended", sa.String(length=16), nullable=True),
        sa.Column("ended_by", sa.String(length=16), nullable=True),
        _moment("ended_at"),
        sa.Column("why", sa.String(length=16), nullable=True),
        _moment("waits_since"),
        _of_contact("contact_person"),
        _of_person("contact_person"),
        _of_vacancy("contact_person"),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contact_person")),
        sa.UniqueConstraint("person_id", "vacancy_id", name=op.f("uq_contact_person_person_id_vacancy_id")),
        comment="Whom a contact is with, and what that person did: gone with the person.",
    )
    op.create_index(op.f("ix_contact_person_person_id"), "contact_person", ["person_id"], unique=False)
    op.create_table(
        "pair",
        sa.Column("handle", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("grain", sa.Integer(), nullable=False),
        sa.Column("blocked_by", sa.String(length=16), nullable=True),
        _of_person("pair"),
        _of_person("pair", "employer_id"),
        sa.PrimaryKeyConstraint("handle", name=op.f("pk_pair")),
        sa.UniqueConstraint("person_id", "employer_id", name=op.f("uq_pair_person_id_employer_id")),
        comment="A person as one employer knows them: the pseudonym, and how finely they were ever told. handle: a "
        "keyed hash, another one for each employer. blocked_by: who does not want contact any more.",
    )
    op.create_index(op.f("ix_pair_person_id"), "pair", ["person_id"], unique=False)
    op.create_index(op.f("ix_pair_employer_id"), "pair", ["employer_id"], unique=False)
    op.create_table(
        "disclosure",
        _key(),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        _moment("at", nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        _of_person("disclosure"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
        comment="Each time that an employer's chat showed something of somebody: what, to whom, about which vacancy.",
    )
    op.create_index(op.f("ix_disclosure_person_id"), "disclosure", ["person_id"], unique=False)
    op.create_table(
        "consent",
        _key(),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("contact_id", sa.String(length=32), nullable=False),
        sa.Column("piece", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        _moment("at", nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        _of_person("consent"),
        _of_contact("consent"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        comment="Each yes, no and withdrawal, for one employer and one piece; never what was given. Rows are only "
        "added.",
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)
    op.create_index(op.f("ix_consent_contact_id"), "consent", ["contact_id"], unique=False)
    op.create_table(
        "survey",
        _key(),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("question", sa.String(length=24), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
        comment="What people who found work said of the chat: whose answer it is stands nowhere. month: its first day.",
    )


def downgrade() -> None:
    for name in ("survey", "consent", "disclosure", "pair", "contact_person", "contact"):
        op.drop_table(name)
    with _messages() as table:
        table.drop_index(op.f("ix_message_from_id"))
        table.drop_constraint(op.f("fk_message_from_id_person"), type_="foreignkey")
        table.drop_column("from_id")
