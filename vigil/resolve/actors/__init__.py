"""Mentions to actors of the registry, by a grammar over their names, offices and peoples."""
