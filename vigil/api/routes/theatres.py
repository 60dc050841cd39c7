"""Map layers of the theatre packs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Path as PathParam

from vigil.api.errors import not_found
from vigil.api.room import InRoom
from vigil.api.routes.record import LAYERS
from vigil.api.schemas.theatres import Feature, Layers
from vigil.model.errors import BadReference

router = APIRouter(prefix="/theatres", tags=["theatres"])


@router.get("/{name}/layers")
def layers(
    name: Annotated[str, PathParam(description="the pack's id, from /v1/record", examples=["kelmora"])], room: InRoom
) -> Layers:
    """A pack's coast and areas as GeoJSON; each feature says which layer it is of."""
    pack = room.theatres.get(name)
    if pack is None:
        raise not_found("theatre pack", name, "see theatres in /v1/record")
    features = [feature for layer in LAYERS for feature in _features(pack.folder / f"{layer}.geojson", layer)]
    return Layers(type="FeatureCollection", name=pack.id, features=features)


def _features(path: Path, layer: str) -> list[Feature]:
    """A file's features. Raises BadReference when it is no GeoJSON."""
    if not path.is_file():
        return []
    try:
        plain: Any = json.loads(path.read_text(encoding="utf-8"))
        found = plain["features"] if plain["type"] == "FeatureCollection" else [plain]
        return [
            Feature(
                type="Feature",
                id=str(one.get("id", f"{layer}-{number}")),
                geometry=one["geometry"],
                properties={**(one.get("properties") or {}), "layer": layer},
            )
            for number, one in enumerate(found)
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadReference(f"{path} is no GeoJSON", item=str(path), advice="mend the file") from error
