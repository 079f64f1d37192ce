"""for how many sentences a text stands that an update took off the desk"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("retired_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sentences", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("retired_text", schema=None) as batch_op:
        batch_op.drop_column("sentences")
