"""What is matched by: packed and sealed in parts, filled at the next start (only the program has the key)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

PARTS = {"people": 64, "vacancies": 16}


def upgrade() -> None:
    made = op.create_table(
        "match_part",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("layout", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "number", name=op.f("pk_match_part")),
        comment="What is matched by, many records in a part. layout: how they are packed; 0: not made yet.",
    )
    rows = [
        {"kind": kind, "number": number, "layout": 0, "sealed": b""}
        for kind, count in PARTS.items()
        for number in range(count)
    ]
    op.bulk_insert(made, rows)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("alter table match_part alter column sealed set storage external")  # what is sealed never shrinks


def downgrade() -> None:
    op.drop_table("match_part")
