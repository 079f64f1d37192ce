"""findings that were dismissed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dismissed_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("translated_segment_id", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=24), nullable=False),
        sa.Column("piece", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["reviewer.id"],
            name=op.f("fk_dismissed_finding_reviewer_id_reviewer"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["translated_segment_id"],
            ["translated_segment.id"],
            name=op.f("fk_dismissed_finding_translated_segment_id_translated_segment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissed_finding")),
    )
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dismissed_finding_translated_segment_id"), ["translated_segment_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dismissed_finding_translated_segment_id"))
    op.drop_table("dismissed_finding")
