"""Vacancies, placed by an employer or imported from a source."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "vacancy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("source", sa.String(length=80), nullable=True),
        sa.Column("reference", sa.String(length=200), nullable=True),
        sa.Column("standing", sa.String(length=8), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("standing in ('open', 'paused', 'closed')", name=op.f("ck_vacancy_standing")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_vacancy_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy")),
        sa.UniqueConstraint("source", "reference", name=op.f("uq_vacancy_source_reference")),
        comment="What employers offer. person_id: who placed it; none where it was imported from a source.",
    )
    op.create_index(op.f("ix_vacancy_person_id"), "vacancy", ["person_id"], unique=False)
    op.create_index(
        "ix_vacancy_not_closed",
        "vacancy",
        ["standing", "until"],
        unique=False,
        sqlite_where=sa.text("standing <> 'closed'"),
        postgresql_where=sa.text("standing <> 'closed'"),
    )


def downgrade() -> None:
    op.drop_table("vacancy")
