"""Files that people give to an employer, and what a reply to a message is about."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "given_file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("contact_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_given_file_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_given_file_contact_id_contact"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_given_file")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_given_file_contact_id")),
        comment="A file that somebody gives to the employer of a contact. given: there is a yes for it. "
        "It goes with the yes, with the contact and with the person.",
    )
    op.create_index(op.f("ix_given_file_person_id"), "given_file", ["person_id"], unique=False)
    op.create_table(
        "passed_on",
        sa.Column("address_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=32), nullable=False),
        sa.Column("contact_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["address.id"], name=op.f("fk_passed_on_address_id_address"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_passed_on_contact_id_contact"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("address_id", "ref", name=op.f("pk_passed_on")),
        comment="Which message of a chat passed on words of which contact; a reply to it goes to who wrote them.",
    )
    op.create_index(op.f("ix_passed_on_contact_id"), "passed_on", ["contact_id"], unique=False)


def downgrade() -> None:
    op.drop_table("passed_on")
    op.drop_table("given_file")
