"""Vigil: a war monitor. News reports go in; an attributed record of the conflict comes out."""

__version__ = "0.1.0"
