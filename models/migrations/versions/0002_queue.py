"""The queue: jobs of files that wait (Procrastinate's tables, on PostgreSQL only), and which job a file's is.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

from models.migrations.statements import run_script

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ingest_item", sa.Column("job_id", sa.BigInteger(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        run_script(op.get_bind(), "0002_procrastinate")
