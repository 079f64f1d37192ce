"""the readability that the list of articles shows and sorts by"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.add_column(sa.Column("readability_score", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("measured_version", sa.Integer(), nullable=True))
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("verdict", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("deviation", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("readability_score", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("measured_change", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.drop_column("measured_change")
        batch_op.drop_column("readability_score")
        batch_op.drop_column("deviation")
        batch_op.drop_column("verdict")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_column("measured_version")
        batch_op.drop_column("readability_score")
