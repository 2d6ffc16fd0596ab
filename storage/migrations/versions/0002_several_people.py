"""Several people: names of employers and werkmatchers, where somebody was last, and what is due."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

COMMENTS = {
    "person": "name_sealed: what others call an employer or a werkmatcher; a jobseeker has none.",
    "conversation": "last_address_id: where the person spoke from last, and hears what happens without their asking.",
}


def upgrade() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("name_sealed", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("conversation") as table:
        table.add_column(
            sa.Column("last_address_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no comments
        for name, comment in COMMENTS.items():
            op.create_table_comment(name, comment)
    op.create_table(
        "due",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("once", sa.String(length=24), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("error", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_due_person_id_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["from_id"], ["person.id"], name=op.f("fk_due_from_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due")),
        sa.UniqueConstraint("person_id", "once", name="uq_due_person_id_once"),
        comment="What is to be an event of somebody: by the clock, or because of from_id. Taken once, then gone (V13).",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_due_person_id"), "due", ["person_id"], unique=False)
    op.create_index(op.f("ix_due_from_id"), "due", ["from_id"], unique=False)
    op.create_index(op.f("ix_due_at"), "due", ["at"], unique=False)


def downgrade() -> None:
    op.drop_table("due")
    if op.get_bind().dialect.name == "postgresql":
        for name in COMMENTS:
            op.drop_table_comment(name)
    with op.batch_alter_table("conversation") as table:
        table.drop_column("last_address_id")
    with op.batch_alter_table("person") as table:
        table.drop_column("name_sealed")
