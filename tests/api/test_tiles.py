"""The operator's detailed map: archives read tile by tile, broken ones refused, another origin only where named."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pmtiles_made import number, png, shapes, write
from vigil.api.app import build
from vigil.api.tiles.pmtiles import Archive, tile_id
from vigil.api.tiles.source import tiles_of
from vigil.model.errors import Misuse
from vigil.store import Store

RED, BLUE = png(200, 0, 0), png(0, 0, 200)
TOLD = {
    "attribution": "<a href='https://osm.example'>&copy; Map&nbsp;makers</a><script>x()</script>",
    "vector_layers": [{"id": "water"}, {"id": "roads"}, "odd"],
}


def test_tiles_are_numbered_along_the_curve() -> None:
    assert [tile_id(0, 0, 0), *(tile_id(1, x, y) for x, y in ((0, 0), (0, 1), (1, 1), (1, 0)))] == [0, 1, 2, 3, 4]
    every = [(z, x, y) for z in range(5) for x in range(1 << z) for y in range(1 << z)]
    assert [tile_id(*one) for one in every] == [number(*one) for one in every]
    assert sorted(tile_id(*one) for one in every) == list(range(len(every)))


@pytest.mark.parametrize("leaves", [False, True])
def test_each_tile_comes_back_as_it_was_put_in(tmp_path: Path, leaves: bool) -> None:
    tiles = {(0, 0, 0): RED, (2, 1, 3): BLUE, (2, 2, 2): b"third"}
    archive = Archive(write(tmp_path / "a.pmtiles", tiles, kind=2, metadata=TOLD, leaves=leaves))
    assert {where: archive.tile(*where) for where in tiles} == tiles
    assert [archive.tile(*where) for where in ((1, 0, 0), (2, 0, 0), (3, 1, 1), (2, 9, 0), (2, -1, 0))] == [None] * 5
    assert archive.header.zooms == (0, 2)
    assert archive.header.bounds == (-180.0, -85.0, 180.0, 85.0)


#: Archive by another program (tests/web/tiles/README.md) -> its deepest zoom, how many tiles it holds, and their digest as
#: Protomaps' own reader gives them: of each (z, x, y) and its bytes, in that order.
OTHERS = {"gdal": (2, 21, "bca8c9e6f36d09e6"), "protomaps": (1, 5, "3dbfe142308ffac8")}


@pytest.mark.parametrize("writer", OTHERS)
def test_archives_of_other_programs_are_read(writer: str) -> None:
    archive = Archive(Path(__file__).parents[1] / "web" / "tiles" / f"land.{writer}.pmtiles")
    deepest, number_of, digest = OTHERS[writer]
    assert archive.header.zooms == (0, deepest)
    assert archive.vector
    assert archive.layers() == ["earth"]
    every = [(z, x, y) for z in range(deepest + 2) for x in range(1 << z) for y in range(1 << z)]
    found = {where: tile for where in every if (tile := archive.tile(*where)) is not None}
    assert len(found) == number_of
    told = hashlib.sha256(b"".join(repr(where).encode() + tile for where, tile in sorted(found.items())))
    assert told.hexdigest()[:16] == digest
    assert all(b"earth" in gzip.decompress(tile) for tile in found.values())


def test_over_http_packed_for_who_takes_it(store: Store, tmp_path: Path) -> None:
    tile = shapes("water")
    file = write(tmp_path / "a.pmtiles", {(0, 0, 0): tile, (1, 1, 0): tile}, kind=1, metadata=TOLD, packed=True)
    client = TestClient(build(store, map_tiles=tiles_of(str(file))))
    told = client.get("/v1/tiles").json()
    assert (told["kind"], told["address"], told["low"], told["high"]) == ("vector", "/v1/tiles/{z}/{x}/{y}", 0, 1)
    assert told["layers"] == ["water", "roads"]
    assert told["attribution"] == "© Map makersx()", "markup in an archive is text"
    answer = client.get("/v1/tiles/1/1/0")
    assert answer.content == tile
    assert answer.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert answer.headers["content-encoding"] == "gzip"
    plain = client.get("/v1/tiles/1/1/0", headers={"accept-encoding": "identity"})
    assert plain.content == tile
    assert "content-encoding" not in plain.headers
    assert client.get("/v1/tiles/1/0/0").status_code == 204
    again = client.get("/v1/tiles/1/1/0", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/v1/tiles/99/0/0").status_code == 422
    assert client.get("/").headers["content-security-policy"].count("http") == 0


def test_without_tiles_there_are_none(client: TestClient) -> None:
    assert client.get("/v1/tiles").json()["kind"] == "none"
    assert client.get("/v1/tiles/0/0/0").json()["error"]["code"] == "not_found"


def test_another_server_is_asked_only_where_it_was_named(store: Store) -> None:
    client = TestClient(build(store, map_tiles=tiles_of("https://tiles.example/{z}/{x}/{y}.png")))
    told = client.get("/v1/tiles").json()
    assert (told["kind"], told["address"]) == ("raster", "https://tiles.example/{z}/{x}/{y}.png")
    policy = client.get("/v1/record").headers["content-security-policy"]
    assert "connect-src 'self' https://tiles.example;" in policy
    assert policy.count("https://") == 1
    assert tiles_of("https://tiles.example/{z}/{x}/{y}.pbf").vector


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example/{z}/{x}/{y}.png", "https://tiles.example/map.png", "https:///{z}/{x}/{y}.png",
        "https://a.example; script-src *//{z}/{x}/{y}", "https://me:word@tiles.example/{z}/{x}/{y}", "ftp://t.example/{z}/{x}/{y}",
    ],
)  # fmt: skip
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(Misuse) as caught:
        tiles_of(address)
    assert "{z}/{x}/{y}" in caught.value.advice


def test_broken_archives_are_refused_with_what_is_wrong(tmp_path: Path) -> None:
    good = write(tmp_path / "good.pmtiles", {(0, 0, 0): RED}, kind=2, metadata={})
    whole = good.read_bytes()
    broken = {
        "is no PMTiles": b"PK\3\4" + whole[4:],
        "version 3": whole[:7] + b"\2" + whole[8:],
        "ends before its header": whole[:100],
        "ends before its metadata": whole[:130],
        "unknown type": whole[:99] + b"\x09" + whole[100:],
        "packed in a way": whole[:97] + b"\x04" + whole[98:],
        "broken metadata": whole.replace(gzip.compress(b"{}", mtime=0), gzip.compress(b"{}", mtime=0)[::-1]),
        "broken directory": whole[:127] + bytes(8) + whole[135:],
    }
    for words, raw in broken.items():
        file = tmp_path / "broken.pmtiles"
        file.write_bytes(raw)
        with pytest.raises(Misuse, match=words):
            Archive(file)
    with pytest.raises(Misuse, match="cannot be read"):
        Archive(tmp_path / "none.pmtiles")
