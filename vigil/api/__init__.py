"""The record over HTTP: reading for all who may, writing for reviewers; see docs/api.md."""
