"""A human steps in: handoffs, their lines, the record of the desk, standard answers, topics on Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "handoff",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("is_late", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("is_employer", sa.Boolean(), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_by", sa.String(length=32), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_handoff_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["person.id"], name=op.f("fk_handoff_taken_by_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff")),
        comment="Somebody asked for a human. body_sealed: what may be seen; taken_by: who has it (none: waits).",
    )
    op.create_index(op.f("ix_handoff_person_id"), "handoff", ["person_id"], unique=False)
    op.create_index(op.f("ix_handoff_taken_by"), "handoff", ["taken_by"], unique=False)
    op.create_index(
        "uq_handoff_open",
        "handoff",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at is null"),
        postgresql_where=sa.text("ended_at is null"),
    )
    op.create_table(
        "handoff_line",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_handoff_line_handoff_id_handoff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_handoff_line")),
        comment="What was said in a handoff and what became of it, in order.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_handoff_line_handoff_id"), "handoff_line", ["handoff_id"], unique=False)
    op.create_table(
        "desk_act",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("by_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_desk_act")),
        comment="The record of what was done at the desk: no text, no name of who asked. It outlives the handoff.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_desk_act_handoff_id"), "desk_act", ["handoff_id"], unique=False)
    op.create_index(op.f("ix_desk_act_at"), "desk_act", ["at"], unique=False)
    op.create_table(
        "standard_answer",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_standard_answer_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_standard_answer")),
        comment="A werkmatcher's own standard answers.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_standard_answer_person_id"), "standard_answer", ["person_id"], unique=False)
    op.create_table(
        "topic",
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("thread", KEY, nullable=True),
        sa.Column("posted", KEY, server_default=sa.text("0"), nullable=False),
        sa.Column("card_posted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("trouble", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("handoff_id", name=op.f("pk_topic")),
        comment="A handoff as a topic in the team's Telegram group, kept until the topic is removed.",
    )


def downgrade() -> None:
    for name in ("topic", "standard_answer", "desk_act", "handoff_line", "handoff"):
        op.drop_table(name)
