"""What people said to the question whether employers may read one of the five fields of V4."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "field_consent",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_field_consent_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_consent")),
        comment="Each yes, no and withdrawal to showing one of the five fields of V4 to employers; never what the line "
        "said. Rows are only added.",
    )
    op.create_index(op.f("ix_field_consent_person_id"), "field_consent", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("field_consent")
