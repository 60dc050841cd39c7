"""Tiles of the detailed map that the operator chose. Without one, the built-in basemap is all there is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from vigil.api.errors import not_found
from vigil.api.schemas.tiles import Kind, TileSet
from vigil.api.tiles.pmtiles import GZIP, MOST_TILE, MOST_ZOOM, TYPES, gunzip
from vigil.api.tiles.source import Tiles

router = APIRouter(tags=["tiles"])
#: Zooms that are assumed of another server, which does not say.
ASSUMED = (0, 19)
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_ANSWERS: dict[int | str, dict[str, object]] = {
    200: {"description": "The tile.", "content": {media: _BINARY for media, _ in TYPES.values()}},
    204: {"description": "There is no tile there: open sea, or outside the map."},
    304: {"description": "The tile is as it was."},
    404: {"description": "This server has no tiles of its own."},
}
Step = Annotated[int, Path(description="which tile", examples=[3], ge=0, lt=1 << MOST_ZOOM)]


def tiles_of_app(request: Request) -> Tiles | None:
    """What this server was given."""
    found: Tiles | None = request.app.state.tiles
    return found


@router.get("/tiles")
def tiles(request: Request) -> TileSet:
    """Which detailed map there is. Pages ask other servers for one only where the operator named it."""
    found = tiles_of_app(request)
    if found is None:
        return TileSet(kind="none", address="", low=0, high=0, bounds=[], layers=[], attribution="")
    kind: Kind = "vector" if found.vector else "raster"
    if found.archive is None:
        low, high = ASSUMED
        host = found.origin.partition("://")[2]
        return TileSet(kind=kind, address=found.address, low=low, high=high, bounds=[], layers=[], attribution=host)
    head = found.archive.header
    return TileSet(
        kind=kind,
        address="/v1/tiles/{z}/{x}/{y}",
        low=head.zooms[0],
        high=head.zooms[1],
        bounds=list(head.bounds),
        layers=found.archive.layers(),
        attribution=found.archive.attribution(),
    )


@router.get("/tiles/{z}/{x}/{y}", response_class=Response, responses=_ANSWERS)
def tile(
    z: Annotated[int, Path(description="zoom", examples=[4], ge=0, le=MOST_ZOOM)], x: Step, y: Step, request: Request
) -> Response:
    """One tile of the operator's archive, as it is kept there."""
    found = tiles_of_app(request)
    if found is None or found.archive is None:
        raise not_found("tile", f"{z}/{x}/{y}", "start the server with --tiles FILE.pmtiles")
    archive = found.archive
    headers = {"ETag": archive.tag, "Cache-Control": "private, max-age=3600", "Vary": "Accept-Encoding"}
    if archive.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    raw = archive.tile(z, x, y)
    if raw is None:
        return Response(status_code=204, headers=headers)
    if archive.header.compression == GZIP:
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        else:
            raw = gunzip(raw, MOST_TILE)
    return Response(raw, media_type=archive.media_type, headers=headers)
