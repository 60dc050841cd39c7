"""Summaries of events say whether any of their claims was read with much confidence.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Summaries are JSON that this package wrote: an object that is never empty. Where the index knows of no doubtful event (it
# was made by an earlier version) all are taken to be sure, until the next fusion makes them anew.
_TOLD = r"""
UPDATE events SET summary = substr(summary, 1, length(summary) - 1) || CASE
    WHEN id IN (SELECT k.event FROM cards k JOIN tags t ON t.n = k.n WHERE t.role = 'doubtful')
    THEN ',"doubtful"\:true}' ELSE ',"doubtful"\:false}' END
WHERE summary LIKE '{%' AND summary NOT LIKE '%"doubtful"%'
"""


def upgrade() -> None:
    """Write it into the summaries that are there."""
    op.execute(_TOLD)
