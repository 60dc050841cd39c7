"""Cursors: opaque words that hold the key after which a page goes on."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from vigil.api.errors import ApiError, invalid

#: Most items that one page may hold.
MOST = 200


def pack(*parts: str | int) -> str:
    """A cursor."""
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def unpack(cursor: str, *kinds: type) -> tuple[Any, ...]:
    """What a cursor holds. Raises ApiError (422) when it is none of ours, or one of another list."""
    try:
        parts = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise _bad() from error
    if not isinstance(parts, list) or [type(part) for part in parts] != list(kinds):
        raise _bad()
    if any(isinstance(part, int) and not -(2**63) <= part < 2**63 for part in parts):
        raise _bad()
    return tuple(parts)


def _bad() -> ApiError:
    return invalid("cursor", "cursor: not one of this list", "hand back next as it came, with the same filter and sort")
