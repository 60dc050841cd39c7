"""The operator's detailed map in the browser: tiles of one's own archive, drawn under the record, from this origin alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.api.pmtiles_made import png, shapes, write
from tests.web.conftest import serving, settled
from tests.web.land_tiles import archive

if TYPE_CHECKING:
    from playwright.sync_api import Page

WHOLE_WORLD = [(z, x, y) for z in range(4) for x in range(1 << z) for y in range(1 << z)]
DRAWN = """(kind) => { const map = document.querySelector('.chart-box').chart.map;
  const layers = map.getStyle().layers.map((layer) => layer.id).filter((id) => id.startsWith('tiles-'));
  const shapes = layers.filter((id) => map.getLayer(id).type === 'fill');
  return map.getSource('tiles')?.type === kind && map.isSourceLoaded('tiles')
    && (kind === 'raster' || map.queryRenderedFeatures({layers: shapes}).length > 0); }"""


@pytest.mark.parametrize("kind", ["raster", "vector"])
def test_tiles_of_an_archive_lie_under_the_record(page: Page, record: Path, tmp_path: Path, kind: str) -> None:
    from playwright.sync_api import expect

    tile = png(90, 120, 60) if kind == "raster" else shapes("water")
    told = {"attribution": "<b>&copy; Made for a test</b>", "vector_layers": [{"id": "water"}]}
    file = write(
        tmp_path / "map.pmtiles",
        dict.fromkeys(WHOLE_WORLD, tile),
        kind=2 if kind == "raster" else 1,
        metadata=told,
        packed=True,
    )
    with serving(Path(shutil.copy(record, tmp_path / "war.db")), "--tiles", str(file)) as base:
        page.goto(f"{base}/")
        settled(page)
        page.wait_for_function(DRAWN, arg=kind)
        order = page.evaluate(ORDER)
        assert order.index("borders") < min(order.index(id) for id in order if id.startswith("tiles-"))
        assert max(order.index(id) for id in order if id.startswith("tiles-")) < order.index("theatre-land")
        expect(page.locator(".chart-note")).to_contain_text("Detail: © Made for a test")
        asked = [url for url in page.watch.asked if "/v1/tiles/" in url]  # type: ignore[attr-defined]
        assert asked
        assert page.watch.outside(base) == []  # type: ignore[attr-defined]
        page.locator(".theme").click()
        page.wait_for_function(DRAWN, arg=kind)
        assert page.watch.faults == []  # type: ignore[attr-defined]


#: Where there is land and where there is none: towns of four continents, and three oceans.
LAND = ((18.0, 12.0), (-60.0, -10.0), (100.0, 60.0), (134.0, -25.0))
SEA = ((-30.0, 0.0), (-140.0, 20.0), (75.0, -20.0))
AT = """([lon, lat]) => { const map = document.querySelector('.chart-box').chart.map;
  map.jumpTo({center: [lon, lat], zoom: 3.5});
  return new Promise((done) => map.once('idle', () => done(
    map.queryRenderedFeatures(map.project([lon, lat]), {layers: ['tiles-earth']}).length))); }"""


#: Archives by other programs (tests/web/tiles/README.md), and one by our own writer.
MADE_BY = {"gdal": "", "protomaps": "Natural Earth", "us": "Natural Earth"}


@pytest.mark.parametrize("writer", MADE_BY)
def test_a_real_map_shows_land_where_land_is(page: Page, record: Path, tmp_path: Path, writer: str) -> None:
    from playwright.sync_api import expect

    ours = writer == "us"
    file = archive(tmp_path / "land.pmtiles") if ours else Path(__file__).parent / "tiles" / f"land.{writer}.pmtiles"
    with serving(Path(shutil.copy(record, tmp_path / "war.db")), "--tiles", str(file)) as base:
        page.goto(f"{base}/")
        settled(page)
        page.wait_for_function("() => document.querySelector('.chart-box').chart.map.getLayer('tiles-earth')")
        owed = MADE_BY[writer]
        if owed:
            expect(page.locator(".chart-note")).to_contain_text(f"Detail: {owed}")
        assert [page.evaluate(AT, where) > 0 for where in LAND] == [True] * len(LAND)
        assert [page.evaluate(AT, where) for where in SEA] == [0] * len(SEA)
        deepest = {"gdal": 2, "protomaps": 1, "us": 3}[writer]
        assert any(f"/v1/tiles/{deepest}/" in url for url in page.watch.asked)  # type: ignore[attr-defined]
        assert page.watch.outside(base) == []  # type: ignore[attr-defined]
        assert page.watch.faults == []  # type: ignore[attr-defined]


ORDER = "() => document.querySelector('.chart-box').chart.map.getStyle().layers.map((layer) => layer.id)"
