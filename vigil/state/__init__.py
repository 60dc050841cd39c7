"""Events -> States: what stands, from when to when, on which events."""

from vigil.state import control

__all__ = ["control"]
