"""sentences that are translated together with the one before them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("translated_segment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_translated_segment_merged_into_id_translated_segment"),
            "translated_segment",
            ["merged_into_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_index("ix_translated_segment_merged_into_id", ["merged_into_id"], unique=False)


def downgrade() -> None:
    # Without the column nothing says that such a sentence stands in another's text: it would be reviewed and empty.
    op.execute(
        "UPDATE translated_segment SET state = 'pending', version = version + 1, reviewer_id = NULL "
        "WHERE merged_into_id IS NOT NULL"
    )
    with op.batch_alter_table("translated_segment", schema=None) as batch_op:
        batch_op.drop_index("ix_translated_segment_merged_into_id")
        batch_op.drop_constraint(
            batch_op.f("fk_translated_segment_merged_into_id_translated_segment"), type_="foreignkey"
        )
        batch_op.drop_column("merged_into_id")
