"""Time words and the document's time to intervals with their doubt, by our own rules."""

from vigil.resolve.dates.expression import DateReading, resolve
from vigil.resolve.dates.link import find, link

__all__ = ["DateReading", "find", "link", "resolve"]
