"""Numbered migrations; ``vigil.store.store`` runs them by itself when a record is opened."""
