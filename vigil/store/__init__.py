"""The record: SQLite by default, PostgreSQL for teams; append-only documents, claims and decisions under a hash chain."""

from vigil.store.answers import Copied, Hit, Outcome, Problem
from vigil.store.store import Store, open_store
from vigil.store.view import View
from vigil.store.writer import Writer

__all__ = ["Copied", "Hit", "Outcome", "Problem", "Store", "View", "Writer", "open_store"]
