"""Which vacancies somebody was shown, and which vacancies the people they fit were told of."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

COMMENT = (
    "What employers offer. person_id: who placed it, none where it was imported from a source. announced: the "
    "version that the people it fits were told of."
)


def upgrade() -> None:
    with op.batch_alter_table("vacancy") as table:
        table.add_column(sa.Column("announced", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.create_index(
        "ix_vacancy_unannounced",
        "vacancy",
        ["id"],
        unique=False,
        sqlite_where=sa.text("announced < version"),
        postgresql_where=sa.text("announced < version"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_table_comment("vacancy", COMMENT)
    op.create_table(
        "shown",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("vacancy_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_shown_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_shown_vacancy_id_vacancy"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "vacancy_id", name=op.f("pk_shown")),
        comment="Which vacancies somebody was shown, and what they said of each.",
    )
    op.create_index(op.f("ix_shown_vacancy_id"), "shown", ["vacancy_id"], unique=False)


def downgrade() -> None:
    op.drop_table("shown")
    op.drop_index("ix_vacancy_unannounced", table_name="vacancy")
    with op.batch_alter_table("vacancy") as table:
        table.drop_column("announced")
