"""Query parameters that no route knows are refused: a misspelt filter that is passed over would show the wrong thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from vigil.api.errors import invalid

#: What each route's function takes.
_known: WeakKeyDictionary[Callable[..., Any], frozenset[str]] = WeakKeyDictionary()


async def strict_query(request: Request) -> None:
    """A dependency of the whole app. Raises ApiError (422) naming the parameter."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute) or not request.query_params:
        return
    known = _known.get(route.endpoint)
    if known is None:
        known = _known[route.endpoint] = frozenset(_names(route.dependant))
    for name in request.query_params:
        if name not in known:
            # A path parameter is known already; the rest are listed, so that a slip of the finger is seen at once.
            raise invalid(
                name[:100] or "query", f"{name[:100]}: no such parameter here", f"there are: {_listed(known)}"
            )


def _listed(known: frozenset[str]) -> str:
    return ", ".join(sorted(known)) or "none"


def _names(dependant: Dependant) -> Iterator[str]:
    for field in dependant.query_params:
        kind = field.field_info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from (info.alias or name for name, info in kind.model_fields.items())
        else:
            yield field.alias
    for inner in dependant.dependencies:
        yield from _names(inner)
