"""Cursors: opaque words that hold the key after which a page goes on."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from vigil.api.errors import ApiError

#: Most items that one page may hold.
MOST = 200


def pack(*parts: str | int) -> str:
    """A cursor."""
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def unpack(cursor: str, *kinds: type) -> tuple[Any, ...]:
    """What a cursor holds. Raises ApiError (404: no such page) when it is none of ours, or one of another list."""
    try:
        parts = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise no_such_page() from error
    if not isinstance(parts, list) or [type(part) for part in parts] != list(kinds):
        raise no_such_page()
    if any(isinstance(part, int) and not -(2**63) <= part < 2**63 for part in parts):
        raise no_such_page()
    return tuple(parts)


def no_such_page() -> ApiError:
    """404: a cursor that leads nowhere."""
    advice = "hand back next as it came, with the same filter and sort"
    return ApiError(404, "no_such_page", "cursor: not one of this list", advice=advice, field="cursor")
