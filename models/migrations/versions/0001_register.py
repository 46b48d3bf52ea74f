"""The register as it began: the first release. It stays as it is; what changes later is a migration of its own.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from models.migrations.statements import run_statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SortKey = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "incoming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number"),
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "ingest_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("incoming_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incoming_id"],
            ["incoming.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("path", "sha256"),
    )
    op.create_index("ix_ingest_item_path", "ingest_item", ["path"], unique=False)
    op.create_index("ix_ingest_item_sha256", "ingest_item", ["sha256"], unique=False)
    op.create_index("ix_ingest_item_state", "ingest_item", ["state", "id"], unique=False)
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("recording", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["original.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256", "version"),
    )
    op.create_index("ix_reading_sha256", "reading", ["sha256"], unique=False)
    op.create_table(
        "letter",
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("head_uid", sa.String(), nullable=False),
        sa.Column("sort_key", SortKey, nullable=True),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("no_longer_read", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("incoming_id", sa.Integer(), nullable=True),
        sa.Column("document_type", sa.String(), nullable=True),
        sa.Column("parent_agency", sa.String(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("issuer_folded", sa.String(), nullable=False),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=True),
        sa.Column("number_squeezed", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(), nullable=True),
        sa.Column("secrecy", sa.String(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("addressees", sa.String(), nullable=False),
        sa.Column("arrival_number", sa.String(), nullable=True),
        sa.Column("arrival_date", sa.Date(), nullable=True),
        sa.Column("to_review", sa.Integer(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incoming_id"],
            ["incoming.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["original.sha256"],
        ),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_index("ix_letter_head_uid", "letter", ["head_uid"], unique=False)
    op.create_index("ix_letter_number_squeezed", "letter", ["number_squeezed"], unique=False)
    op.create_index("ix_letter_serial", "letter", ["serial"], unique=False)
    op.create_index("ix_letter_sort_key", "letter", ["sort_key"], unique=True)
    op.create_index("ix_letter_sha256", "letter", ["sha256"], unique=False)
    op.create_table(
        "task",
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("letter_uid", sa.String(), nullable=False),
        sa.Column("head_uid", sa.String(), nullable=False),
        sa.Column("sort_key", SortKey, nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("no_longer_read", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("report_to", sa.String(), nullable=True),
        sa.Column("deadline_text", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("bound", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column("derivation", sa.String(), nullable=True),
        sa.Column("late_from", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("assignee", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("reply", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("to_review", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_uid"],
            ["letter.uid"],
        ),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_index("ix_task_sort_key", "task", ["sort_key"], unique=True)
    op.create_index("ix_task_status", "task", ["status", "sort_key"], unique=False)
    op.create_index("ix_task_open", "task", ["is_open", "sort_key"], unique=False)
    op.create_index("ix_task_late", "task", ["is_open", "late_from"], unique=False)
    op.create_index("ix_task_to_review", "task", ["to_review", "sort_key"], unique=False)
    op.create_index("ix_task_head_uid", "task", ["head_uid"], unique=False)
    op.create_index("ix_task_letter_uid", "task", ["letter_uid"], unique=False)
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_uid"],
            ["task.uid"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_actor_task_uid", "actor", ["task_uid"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_uid", sa.String(), nullable=False),
        sa.Column("task_uid", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_uid"],
            ["letter.uid"],
        ),
        sa.ForeignKeyConstraint(
            ["task_uid"],
            ["task.uid"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_decision_letter_uid", "decision", ["letter_uid"], unique=False)
    op.create_index("ix_decision_task_uid", "decision", ["task_uid"], unique=False)
    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_uid", sa.String(), nullable=False),
        sa.Column("head_uid", sa.String(), nullable=False),
        sa.Column("task_uid", sa.String(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_uid"],
            ["letter.uid"],
        ),
        sa.ForeignKeyConstraint(
            ["task_uid"],
            ["task.uid"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_search_text_head_uid", "search_text", ["head_uid"], unique=False)
    op.create_index("ix_search_text_letter_uid", "search_text", ["letter_uid"], unique=False)
    op.create_index("ix_search_text_task_uid", "search_text", ["task_uid"], unique=False)
    op.create_table(
        "letter_text",
        sa.Column("sort_key", SortKey, nullable=False, autoincrement=False),
        sa.Column("head_uid", sa.String(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("number", "subject", "tasks", "body", "issuer")),
        sa.PrimaryKeyConstraint("sort_key"),
    )
    op.create_index("ix_letter_text_head_uid", "letter_text", ["head_uid"], unique=True)
    op.create_table(
        "task_text",
        sa.Column("sort_key", SortKey, nullable=False, autoincrement=False),
        sa.Column("task_uid", sa.String(), nullable=False),
        sa.Column("head_uid", sa.String(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("words", "lead", "coordinating", "issuer")),
        sa.PrimaryKeyConstraint("sort_key"),
    )
    op.create_index("ix_task_text_task_uid", "task_text", ["task_uid"], unique=True)
    op.create_index("ix_task_text_head_uid", "task_text", ["head_uid"], unique=False)
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("number_squeezed", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("other_uid", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["letter_uid"], ["letter.uid"]),
        sa.ForeignKeyConstraint(["other_uid"], ["letter.uid"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_link_letter_uid", "link", ["letter_uid"], unique=False)
    op.create_index("ix_link_number_squeezed", "link", ["number_squeezed"], unique=False)
    op.create_index("ix_link_other_uid", "link", ["other_uid"], unique=False)
    run_statements(op.get_bind(), revision)
