"""states, assignment, log, comments and named versions of a translation; the length of a sentence"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("words", sa.Integer(), server_default="0", nullable=False))
    _count_words()
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("state", sa.String(length=20), server_default="draft", nullable=False))
        batch_op.add_column(sa.Column("assignee_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_translation_assignee_id_reviewer"), "reviewer", ["assignee_id"], ["id"], ondelete="SET NULL"
        )
    op.create_table(
        "workflow_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("translation_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("blocking", sa.Integer(), nullable=False),
        *_references("workflow_entry", translation_id="translation", reviewer_id="reviewer", assignee_id="reviewer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflow_entry")),
    )
    op.create_index(op.f("ix_workflow_entry_translation_id"), "workflow_entry", ["translation_id"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("translated_segment_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by_id", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        *_references(
            "comment",
            translated_segment_id="translated_segment",
            parent_id="comment",
            reviewer_id="reviewer",
            resolved_by_id="reviewer",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sqlite_autoincrement=True,
    )
    for column in ("translated_segment_id", "parent_id", "deleted_at"):
        op.create_index(op.f(f"ix_comment_{column}"), "comment", [column], unique=False)
    op.create_table(
        "translation_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("translation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("article_version", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("texts", sa.LargeBinary(), nullable=False),
        *_references("translation_version", translation_id="translation", reviewer_id="reviewer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation_version")),
    )
    op.create_index(
        op.f("ix_translation_version_translation_id"), "translation_version", ["translation_id"], unique=False
    )


def downgrade() -> None:
    for table in ("translation_version", "comment", "workflow_entry"):
        op.drop_table(table)
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_translation_assignee_id_reviewer"), type_="foreignkey")
        batch_op.drop_column("assignee_id")
        batch_op.drop_column("state")
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.drop_column("words")


def _references(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    """Return the foreign keys of a table; what belongs to a reviewer outlives the reviewer."""
    return [
        sa.ForeignKeyConstraint(
            [column],
            [f"{target}.id"],
            name=op.f(f"fk_{table}_{column}_{target}"),
            ondelete="SET NULL" if target == "reviewer" else "CASCADE",
        )
        for column, target in targets.items()
    ]


def _count_words() -> None:
    """Fill in how long the sentences are that are there already, article by article."""
    from workbench.services.measuring import count_words

    connection = op.get_bind()
    articles = connection.execute(sa.text("SELECT id, source_language FROM article")).all()
    for article_id, language in articles:
        rows = connection.execute(
            sa.text("SELECT id, text FROM segment WHERE article_id = :article"), {"article": article_id}
        ).all()
        words = count_words([text for _, text in rows], language)
        if rows:
            connection.execute(
                sa.text("UPDATE segment SET words = :words WHERE id = :id"),
                [{"id": row.id, "words": count} for row, count in zip(rows, words, strict=True)],
            )
