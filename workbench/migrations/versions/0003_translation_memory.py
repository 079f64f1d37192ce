"""the translation memory, and a counter of changes for each language pair"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "memory_pair",
        sa.Column("source_language", sa.String(), nullable=False),
        sa.Column("target_language", sa.String(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("purged", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source_language", "target_language", name=op.f("pk_memory_pair")),
    )
    op.create_table(
        "memory_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_language", sa.String(), nullable=False),
        sa.Column("target_language", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("exact_key", sa.String(), nullable=False),
        sa.Column("loose_key", sa.String(), nullable=False),
        sa.Column("pair_key", sa.String(), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_memory_entry_article_id_article"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["reviewer.id"], name=op.f("fk_memory_entry_reviewer_id_reviewer"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory_entry")),
        sa.UniqueConstraint(
            "source_language",
            "target_language",
            "pair_key",
            name=op.f("uq_memory_entry_source_language_target_language_pair_key"),
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("memory_entry", schema=None) as batch_op:
        pair = ["source_language", "target_language"]
        batch_op.create_index("ix_memory_entry_loose_key", [*pair, "loose_key"], unique=False)
        batch_op.create_index("ix_memory_entry_change", [*pair, "change"], unique=False)
        batch_op.create_index("ix_memory_entry_article_id", ["article_id", "exact_key"], unique=False)
        batch_op.create_index("ix_memory_entry_updated_at", ["updated_at"], unique=False)
        batch_op.create_index("ix_memory_entry_deleted_at", ["deleted_at"], unique=False)


def downgrade() -> None:
    op.drop_table("memory_entry")
    op.drop_table("memory_pair")
