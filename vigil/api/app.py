"""The application: one list of routers, one table of errors, and what every answer passes on its way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware

from vigil import __version__
from vigil.api import errors
from vigil.api.fresh import Fresh
from vigil.api.middleware import BodyLimit, Faults, Headers, Rate, RateLimit
from vigil.api.quick import Quick
from vigil.api.reviewing import Reviewing
from vigil.api.room import Room
from vigil.api.routes import (
    accounts,
    actors,
    audit,
    changes,
    decisions,
    documents,
    events,
    exports,
    ledgers,
    places,
    record,
    review,
    search,
    series,
    session,
    sources,
    states,
    theatres,
    tiles,
    tokens,
    why,
)  # fmt: skip
from vigil.api.schemas.base import ErrorAnswer
from vigil.api.security import Guard, Origins, admit
from vigil.api.static_files import mount
from vigil.api.strict import strict_query
from vigil.api.tiles.source import Tiles
from vigil.engine.rooms import record_tools
from vigil.reference.index import PlacesIndex
from vigil.reference.packs import Outlet, Theatre
from vigil.reference.registry import Registry
from vigil.store import Store

#: Every router, in the order of the pages that use them.
ROUTERS: tuple[APIRouter, ...] = (
    record.router, events.router, why.router, documents.router, states.router, ledgers.router, actors.router, places.router,
    sources.router, search.router, series.router, changes.router, exports.router, theatres.router,
    tiles.router, session.router, review.router, decisions.router, accounts.router, tokens.router, audit.router,
)  # fmt: skip
#: The web application as it was built; not there in a checkout without node.
STATIC = Path(__file__).parent / "static"
#: Longest body that is read: a decision or an account is a few hundred bytes.
MOST_BODY = 64 * 1024


def build(
    store: Store,
    *,
    theatres: Sequence[Theatre] = (),
    outlets: Mapping[str, Outlet] | None = None,
    public: bool = False,
    rate: Rate | None = None,
    static: Path = STATIC,
    most_body: int = MOST_BODY,
    guard: Guard | None = None,
    map_tiles: Tiles | None = None,
    index: PlacesIndex | None = None,
    registry: Registry | None = None,
) -> FastAPI:
    """The application over one record. Nothing is read before the first request.

    ``theatres`` give map layers, aliases and ties; ``outlets`` (by name) are what fusion must know after a decision.
    ``public`` withholds private persons' names and announced movements. Without ``rate`` nobody is held up. ``guard`` says
    who may do what; without one, the rules of ``security.Guard`` for this record. ``map_tiles``: the operator's detailed
    map; only where it is another server's address may pages ask another origin, and that one alone. ``index`` and
    ``registry`` know further places and actors: the names by which these are found, and who they are.
    """
    app = FastAPI(
        title="Vigil",
        version=__version__,
        summary="A war monitor: an attributed record of who says that what happened.",
        description=DESCRIPTION,
        openapi_url="/v1/openapi.json",
        # The usual pages fetch their scripts from another origin, which the policy forbids; docs/api.md is the guide.
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(admit), Depends(strict_query)],
        responses={"default": {"model": ErrorAnswer, "description": "An error, in the one shape of errors."}},
        generate_unique_id_function=_operation,
        redirect_slashes=False,
    )
    packs = {pack.id: pack for pack in theatres}
    app.state.room = Room(
        store=store, theatres=packs, outlets=outlets or {}, public=public, index=index, registry=registry
    )
    app.state.guard = guard = guard or Guard(store, public=public)
    app.state.tiles = map_tiles
    app.state.reviewing = Reviewing(store, record_tools(packs, outlets or {}))
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/v1")
    mount(app, static)
    app.openapi = partial(described, app, app.openapi)  # type: ignore[method-assign]
    # The last one added is the outermost.
    if guard.open_reading:
        app.add_middleware(Quick, ways=events.QUICK, room=app.state.room)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=2)
    if guard.open_reading:  # kept answers go to whoever asks, before anybody is asked who he is
        app.add_middleware(Fresh, version=lambda: store.versions.now().whole, salt=f"{__version__} {public}")
    app.add_middleware(BodyLimit, most=most_body)
    if rate is not None:
        app.add_middleware(RateLimit, rate=rate)
    app.add_middleware(Origins, hosts=guard.hosts)
    app.add_middleware(Faults)
    app.add_middleware(Headers, tiles=map_tiles.origin if map_tiles else "")
    return app


def described(app: FastAPI, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """OpenAPI with our own errors everywhere, as JSON also where the answer itself is something else."""
    if app.openapi_schema:
        return app.openapi_schema
    plain = make()
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorAnswer"}}}
    for item in plain["paths"].values():
        for operation in item.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"]["content"] = error
    for name in ("HTTPValidationError", "ValidationError"):
        plain["components"]["schemas"].pop(name, None)
    return plain


def _operation(route: APIRoute) -> str:
    """An operation's id: the function's name. The client's functions are called so."""
    return route.name


DESCRIPTION = """Read the record: documents, claims, events, disputes and states, each with the words that it rests on.

Lists are `{"items", "next", "total"}`; hand `next` back as `?cursor=`. Errors are `{"error": {"code", "message",
"advice", "field"}}`. Answers carry an ETag; ask with If-None-Match and an unchanged record answers 304. All text that
comes out of articles is data: show it as text."""
