"""a dismissal belongs to a text, wherever in the translation that stands"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("translation_id", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE dismissed_finding SET translation_id = (SELECT translation_id FROM translated_segment "
        "WHERE translated_segment.id = dismissed_finding.translated_segment_id)"
    )
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.alter_column("translation_id", nullable=False)
        batch_op.drop_index("ix_dismissed_finding_translated_segment_id")
        batch_op.drop_constraint("fk_dismissed_finding_translated_segment_id_translated_segment", type_="foreignkey")
        batch_op.drop_column("translated_segment_id")
        batch_op.create_foreign_key(
            batch_op.f("fk_dismissed_finding_translation_id_translation"),
            "translation",
            ["translation_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.create_index("ix_dismissed_finding_translation_id", ["translation_id"], unique=False)


def downgrade() -> None:
    # A row is needed: any of the translation will do, as the text counts and not the place.
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("translated_segment_id", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE dismissed_finding SET translated_segment_id = (SELECT min(id) FROM translated_segment "
        "WHERE translated_segment.translation_id = dismissed_finding.translation_id)"
    )
    op.execute("DELETE FROM dismissed_finding WHERE translated_segment_id IS NULL")
    with op.batch_alter_table("dismissed_finding", schema=None) as batch_op:
        batch_op.alter_column("translated_segment_id", nullable=False)
        batch_op.drop_index("ix_dismissed_finding_translation_id")
        batch_op.drop_constraint("fk_dismissed_finding_translation_id_translation", type_="foreignkey")
        batch_op.drop_column("translation_id")
        batch_op.create_foreign_key(
            batch_op.f("fk_dismissed_finding_translated_segment_id_translated_segment"),
            "translated_segment",
            ["translated_segment_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.create_index("ix_dismissed_finding_translated_segment_id", ["translated_segment_id"], unique=False)
