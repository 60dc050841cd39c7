"""A language model as the reader, at an endpoint that the user names. Off unless it is named.

``prompt`` says what is asked, ``endpoint`` asks it, ``answer`` turns what comes back into claims and drops what the text
does not bear out, ``reader`` holds the three together behind the same interface as the shipped reader.
"""

from vigil.extract.llm.endpoint import Endpoint
from vigil.extract.llm.reader import ModelReader

__all__ = ["Endpoint", "ModelReader"]
