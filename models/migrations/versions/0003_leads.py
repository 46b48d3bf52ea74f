"""How far each lead of a task is, and when the task was handed over within the office.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("handed_over_on", sa.Date(), nullable=True))
    op.create_table(
        "lead_standing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["task_uid"], ["task.uid"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_lead_standing_task_uid", "lead_standing", ["task_uid"])
