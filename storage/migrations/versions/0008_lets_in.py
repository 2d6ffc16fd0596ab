"""A werkmatcher may make new links for colleagues."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

BEFORE = "name_sealed: what others call an employer or a werkmatcher; a jobseeker has none."
COMMENT = "name_sealed: what others call an employer or a werkmatcher. lets_in: makes new links for colleagues."


def upgrade() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("lets_in", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no comments
        op.create_table_comment("person", COMMENT, existing_comment=BEFORE)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.create_table_comment("person", BEFORE, existing_comment=COMMENT)
    with op.batch_alter_table("person") as table:
        table.drop_column("lets_in")
