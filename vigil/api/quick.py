"""A shorter way to the questions that are asked most: lists, points and counts of events.

The framework's way of finding a route and reading its parameters takes longer than finding the answer. What goes this way
has known parameters only, passes their model, and brings neither cookie nor token; all else, and whatever ends in an error,
goes on to the framework, which calls the same functions. So nothing is decided here that is not decided there.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError
from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from vigil.api.errors import ApiError
from vigil.api.room import Room

#: What a route is: the model of its parameters, and its function.
Ways = Mapping[str, tuple[type[BaseModel], Callable[[Any, Room], Awaitable[Response]]]]


class Quick:
    """Answers the GET requests of ``ways`` (by path). For servers on which everybody may read."""

    def __init__(self, app: ASGIApp, ways: Ways, room: Room) -> None:
        self.app, self.room = app, room
        self._ways = {path: (model, _lists(model), call) for path, (model, call) in ways.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        await (response or self.app)(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response | None:
        way = self._ways.get(scope["path"])
        if way is None or any(name in (b"cookie", b"authorization") for name, _ in scope["headers"]):
            return None
        model, lists, call = way
        try:
            return await call(model.model_validate(read(model, lists, scope["query_string"])), self.room)
        except (ValidationError, ApiError, UnknownName):
            return None


class UnknownName(Exception):
    """A parameter that the model does not have."""


def read(model: type[BaseModel], lists: frozenset[str], query: bytes) -> dict[str, str | list[str]]:
    """Parameters by name, for the model to look at. Of one that may be there once, the last counts. Raises UnknownName."""
    found: dict[str, Any] = {}
    for name, value in QueryParams(query).multi_items():
        if name not in model.model_fields:
            raise UnknownName(name)
        if name in lists:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found


def _lists(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for name, field in model.model_fields.items() if get_origin(field.annotation) is list)
