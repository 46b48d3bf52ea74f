"""Word indexes that keep searches short in a big register: of numbers alone, and of pairs of neighbouring words.

Revision ID: 0004
"""

from alembic import op

from models.migrations.statements import run_statements

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_statements(op.get_bind(), revision)
