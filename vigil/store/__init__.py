"""The record: SQLite by default, PostgreSQL for teams; append-only documents, claims and decisions under a hash chain."""

from vigil.store.answers import Copied, Hit, Outcome, Problem
from vigil.store.asked import EventFilter
from vigil.store.batches import Batches, Told
from vigil.store.queries import EventQuery
from vigil.store.store import Store, open_store, shown
from vigil.store.view import View
from vigil.store.writer import Writer

__all__ = [
    "Batches",
    "Copied",
    "EventFilter",
    "EventQuery",
    "Hit",
    "Outcome",
    "Problem",
    "Store",
    "Told",
    "View",
    "Writer",
    "open_store",
    "shown",
]
