"""The record's first tables, their append-only guards and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT = ("ledger", "documents", "readings", "claims", "decisions", "retractions")
#: Columns that may not change even when a taken-down row's words are blanked; the other kept tables may not change at all.
FIXED = {
    "documents": ("seq", "id", "key", "digest", "moment", "outlet", "language"),
    "claims": ("seq", "id", "reading", "doc", "type"),
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "controls",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "copies",
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("doc"),
    )
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_documents_digest"), "documents", ["digest"], unique=False)
    op.create_index(op.f("ix_documents_key"), "documents", ["key"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("witnesses", sa.Integer(), nullable=False),
        sa.Column("disputes", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_events_first_day"), "events", ["first_day"], unique=False)
    op.create_index(op.f("ix_events_place_id"), "events", ["place_id"], unique=False)
    op.create_index(op.f("ix_events_status"), "events", ["status"], unique=False)
    op.create_index(op.f("ix_events_type"), "events", ["type"], unique=False)
    op.create_table(
        "issues",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index(op.f("ix_issues_item"), "issues", ["item"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("ledger_ref", "ledger", ["ref"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "terms",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.UniqueConstraint("owner", "role", "term", name="terms_once"),
    )
    op.create_index("terms_term", "terms", ["role", "term"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.id"],
        ),
        sa.PrimaryKeyConstraint("event", "claim"),
    )
    op.create_index("evidence_claim", "evidence", ["claim"], unique=False)
    op.create_index(op.f("ix_evidence_doc"), "evidence", ["doc"], unique=False)
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doc"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(op.f("ix_readings_doc"), "readings", ["doc"], unique=False)
    op.create_table(
        "retractions",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision"],
            ["decisions.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("decision"),
    )
    op.create_table(
        "sightings",
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doc"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("doc", "key"),
    )
    op.create_table(
        "claims",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doc"],
            ["documents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(op.f("ix_claims_doc"), "claims", ["doc"], unique=False)
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_index(op.f("ix_claims_reading"), "claims", ["reading"], unique=False)

    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _sqlite_guards() if sqlite else _postgresql_guards():
        op.execute(statement)
    if sqlite:
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")


def _sqlite_guards() -> list[str]:
    statements = []
    for table in KEPT:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        allowed = ""
        if table in FIXED:
            changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FIXED[table])
            tomb = "SELECT 1 FROM ledger WHERE ledger.kind = 'tombstone' AND ledger.ref = OLD.id"
            allowed = f"WHEN NEW.body <> '' OR {changed} OR NOT EXISTS ({tomb}) "
        statements += [
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {allowed}{refuse}",
        ]
    return statements


def _postgresql_guards() -> list[str]:
    statements = [
        "CREATE FUNCTION vigil_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    ]
    for table in KEPT:
        # PostgreSQL allows no subquery in WHEN: whether a blanked row has its tombstone is left to the ledger's proof.
        allowed = "WHEN (NEW.body <> '') " if table in FIXED else ""
        call = "EXECUTE FUNCTION vigil_refuse()"
        statements += [
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW {call}",
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {allowed}{call}",
        ]
    return statements
