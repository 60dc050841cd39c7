"""Theatre packs: what they hold, how bad ones fail, what the checker finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vigil.model.errors import BadReference
from vigil.reference.check import check
from vigil.reference.faults import cycles
from vigil.reference.packs import actor, read
from vigil.reference.registry import Registry
from vigil.reference.tables import Reference

WORLD = Path(__file__).parents[1] / "world" / "pack"


def _pack(folder: Path, actors: str, places: str = "places: []") -> Path:
    (folder / "theatre.yaml").write_text("{id: orsa, name: Orsa, countries: [XOR]}", encoding="utf-8")
    (folder / "actors.yaml").write_text(actors, encoding="utf-8")
    (folder / "places.yaml").write_text(places, encoding="utf-8")
    return folder


def test_built_in_packs_have_no_faults() -> None:
    assert check(Reference.load()) == []


def test_an_alias_shared_by_enemies_is_found(tmp_path: Path) -> None:
    folder = _pack(
        tmp_path,
        "actors:\n"
        "  - {id: o/a, name: Blue Guard, kind: rebel, names: [the Guard]}\n"
        "  - {id: o/b, name: Red Guard, kind: rebel, names: [Guard], ties: [{kind: enemy_of, actor: o/a}]}\n",
    )
    (fault,) = check(Reference.load([folder], strict=False))
    assert fault.startswith(f"{folder / 'actors.yaml'}:2: o/a and o/b (line 3): enemies share the name 'guard'")
    with pytest.raises(BadReference, match="enemies share"):
        Reference.load([folder])


def test_a_cycle_names_its_line_and_nothing_is_loaded(tmp_path: Path) -> None:
    folder = _pack(
        tmp_path,
        "actors:\n"
        "  - {id: o/a, name: A Front, kind: rebel, ties: [{kind: formerly, actor: o/b, end: 2020-01-01}]}\n"
        "  - {id: o/b, name: B Front, kind: rebel, ties: [{kind: formerly, actor: o/a, end: 2020-01-01}]}\n",
    )
    with pytest.raises(BadReference, match=r"actors\.yaml:2: o/a: a cycle of ties: o/a -> o/b -> o/a"):
        Reference.load([folder])
    assert len(check(Reference.load([folder], strict=False))) == 1


def test_cycles_are_found_once() -> None:
    def made(name: str, above: str) -> dict[str, object]:
        return {"id": name, "name": name, "kind": "rebel", "ties": [{"kind": "member_of", "actor": above}]}

    actors = {row["id"]: actor(row) for row in (made("a", "b"), made("b", "c"), made("c", "a"), made("d", "a"))}
    assert cycles({str(key): value for key, value in actors.items()}) == [("a", "b", "c")]


@pytest.mark.parametrize(
    ("actors", "words"),
    [
        ("actors: [{id: o/a, name: A, kind: pirate}]", "actors.yaml:1: o/a"),
        (
            "actors:\n  - {id: o/a, name: A, kind: rebel}\n  - {id: o/a, name: B, kind: rebel}",
            "yaml:3: o/a: .*twice",
        ),
        ("actors: [{id: o/a, name: A, kind: rebel, names: [{text: B, start: soon}]}]", "o/a"),
        ("actors: [}", "actors.yaml:1"),
    ],
)
def test_bad_packs_load_nothing(tmp_path: Path, actors: str, words: str) -> None:
    with pytest.raises(BadReference, match=words):
        read(_pack(tmp_path, actors))


def test_names_have_dates() -> None:
    row = {"id": "o/a", "name": "Red Front", "kind": "rebel", "names": [{"text": "RF", "start": "2020-01-01"}]}
    registry = Registry([actor(row)])
    (before,) = registry.find("RF", day=date(2019, 5, 1))
    (after,) = registry.find("RF", day=date(2021, 5, 1))
    assert (before.dated, after.dated) == (False, True)


def test_bad_places_and_encodings_of_a_pack(tmp_path: Path) -> None:
    folder = _pack(
        tmp_path,
        "actors: []",
        "places:\n  - {id: a, name: A, lat: 1, lon: 2}\n  - {id: b, name: B, lat: 200, lon: 2}\n",
    )
    with pytest.raises(BadReference, match=r"places\.yaml:3: b: \(200, 2\) is not on earth"):
        read(folder)
    (folder / "places.yaml").write_text("places: [{id: a, name: A, lon: 2}]", encoding="utf-8")
    with pytest.raises(BadReference, match="'lat' is missing"):
        read(folder)
    (folder / "places.yaml").write_bytes(b"places:\n  - {id: a, name: B\xe9, lat: 1, lon: 2}\n")
    with pytest.raises(BadReference, match=r"places\.yaml:2: not UTF-8"):
        read(folder)
