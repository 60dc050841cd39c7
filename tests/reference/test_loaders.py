"""Gazetteer files: right ones are found by name, wrong ones name file and line and load nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigil.model.errors import BadReference
from vigil.reference.gazetteer import Gazetteer
from vigil.reference.loaders import load


def _write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_own_csv_is_found_by_any_spelling(tmp_path: Path) -> None:
    path = _write(tmp_path, "own.csv", "name,lat,lon,aliases,kind\nVelmar,10.5,20.25,Welmar;فلمار,town\n")
    gazetteer = Gazetteer(None, [load(path, "orsa")])
    for name in ("Velmar", "velmar", "Welmar", "فلمار"):
        assert [c.place.name for c in gazetteer.lookup(name)] == ["Velmar"]


def test_geonames_dump(tmp_path: Path) -> None:
    cells = ["7", "Tel Orsa", "Tel Orsa", "Tall Ursah", "35.1", "36.2", "P", "PPL", "SY", "", "10", "", "", "", "900"]
    path = _write(tmp_path, "SY.txt", "\t".join([*cells, "", "", "", "2020-01-01"]) + "\n")
    (found,) = Gazetteer(None, [load(path)]).lookup("Tall Ursah")
    assert (found.place.id, found.place.country, found.place.kind) == ("gn:7", "SYR", "village")


def test_ocha_second_line_of_tags_is_left_out(tmp_path: Path) -> None:
    text = "admin4Name_en,admin4Pcode,latitude,longitude\n#adm4+name,#adm4+code,#geo+lat,#geo+lon\nOrsa,P1,1.0,2.0\n"
    overlay = load(_write(tmp_path, "p.csv", text))
    assert [place.name for place in overlay.by_id.values()] == ["Orsa"]


def test_geojson_area_has_a_radius(tmp_path: Path) -> None:
    shape = '{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}'
    path = _write(tmp_path, "a.geojson", '{"features":[{"properties":{"name":"Fen"},"geometry":' + shape + "}]}")
    (place,) = load(path).by_id.values()
    assert (place.lat, place.lon, place.radius_km) == (1.0, 1.0, 111.2)


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("a.csv", "name,lat,lon\nA,1,2\nB,200,2\n", 3, "latitude 200"),
        ("a.csv", "name,lat,lon\nA,,\n", 2, "no coordinates"),
        ("a.csv", "name,lat,lon\nA,nan,1\n", 2, "not a number"),
        ("a.csv", "name,lat,lon\nA,1,2\nA,1,2\n", 3, "already on line 2"),
        ("a.csv", "name,lat\nA,1\n", 1, "no column for lon"),
        ("a.csv", b"name,lat,lon\nA,1,2\nB\xe9,3,4\n", 3, "not UTF-8"),
        ("a.jsonl", '{"name":"A","lat":1,"lon":2}\n{"name":\n', 2, "not JSON"),
        ("a.txt", "1\tA\tB\n", 1, "3 columns"),
        ("a.geojson", '{"features":[{"properties":{},"geometry":null}]}', 1, "no usable geometry"),
    ],
)
def test_bad_files_name_the_line(tmp_path: Path, name: str, data: str | bytes, line: int, words: str) -> None:
    path = _write(tmp_path, name, data)
    with pytest.raises(BadReference, match=words) as caught:
        load(path)
    assert caught.value.item == f"{path}:{line}"
    assert caught.value.advice


GED = "id,where_prec,where_coordinates,adm_1,country,latitude,longitude\n"


def test_a_ucdp_table_gives_each_place_once_with_its_events(tmp_path: Path) -> None:
    rows = (
        "1,1,Velm town,Orsa province,Syria,35.5,36.5\n2,1,Velm town,Orsa province,Syria,35.5,36.5\n"
        "3,3,Tarn district,Orsa province,Syria,35.9,36.9\n4,6,Syria,,Syria,35.0,38.0\n"
        "5,1,Fen,,Yemen (North Yemen),15.1,44.2\n"
    )
    overlay = load(_write(tmp_path, "ged.csv", GED + rows))
    found = {(p.name, p.kind, p.country, p.events) for p in overlay.by_id.values()}
    assert found == {("Velm", "town", "SYR", 2), ("Tarn", "district", "SYR", 1), ("Fen", "village", "YEM", 1)}


def test_a_bad_row_of_a_ucdp_table_is_named(tmp_path: Path) -> None:
    for row, words in (("1,9,Velm,,Syria,35.5,36.5\n", "where_prec"), ("1,1,Velm,,Syria,,\n", "no coordinates")):
        path = _write(tmp_path, "ged.csv", GED + "0,1,Tarn,,Syria,35.0,36.0\n" + row)
        with pytest.raises(BadReference, match=words) as caught:
            load(path)
        assert caught.value.item == f"{path}:3"
