"""faults of machine translations, and matches of the translation memory"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("translated_segment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("faults", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("match", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("translated_segment", schema=None) as batch_op:
        batch_op.drop_column("match")
        batch_op.drop_column("faults")
