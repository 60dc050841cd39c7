"""Constrained clustering over scored pairs; knows nothing of claims."""
