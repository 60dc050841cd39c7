"""An index over the events for filters, lists, maps and counts, and their words for free text.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TOLLS = [f"{kind}_{side}" for kind in ("killed", "wounded", "displaced") for side in ("low", "best", "high")]


def upgrade() -> None:
    """Make the tables; ``store.open_store`` fills them from the events that are there."""
    op.add_column("events", sa.Column("summary", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "cards",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("up", sa.String(length=10), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("witnesses", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("part_of", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in TOLLS),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("event"),
    )
    op.create_index("cards_up", "cards", ["up", "event"])
    op.create_index("cards_part_of", "cards", ["part_of"])
    op.create_table(
        "points",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("point", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_table(
        "tags",
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("role", "value", "n"),
    )
    op.create_index("tags_n", "tags", ["n", "role"])
    op.create_table(
        "names",
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("role", "term", "key"),
    )
    op.create_index("names_key", "names", ["role", "key"])
    op.create_table(
        "mentions",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("slant", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "n"),
    )
    op.create_index(op.f("ix_mentions_doc"), "mentions", ["doc"])
    op.create_index("mentions_key", "mentions", ["key", "role"])
    op.create_index("mentions_slant", "mentions", ["slant", "doc"])
    op.create_index(op.f("ix_documents_outlet"), "documents", ["outlet"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words_of_events USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
