"""People's decisions: what to ask first, what a decision does, and how it is taken back."""
