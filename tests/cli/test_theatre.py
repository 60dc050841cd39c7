"""``vigil theatre`` and ``vigil gazetteer``: a pack is made, filled, checked, and its places are then found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vigil.cli.app import call
from vigil.engine.rooms import fingerprint
from vigil.model.entity import ProvisionalActor
from vigil.model.state import States
from vigil.reference.tables import Reference
from vigil.store import open_store


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "orsa"
    assert call(["theatre", "new", str(folder), "--country", "YEM"]) == 0
    return folder


def test_a_new_pack_has_no_faults(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["theatre", "check", str(pack)]) == 0
    assert "no faults" in capsys.readouterr().err


def test_a_pack_can_begin_as_a_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["theatre", "new", str(tmp_path / "mine"), "--from", "syria"]) == 0
    assert (tmp_path / "mine/actors.yaml").stat().st_size > 10_000


def test_what_is_there_is_not_overwritten(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["theatre", "new", str(pack)]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "option"), [("war one", ""), ("mine", "--from")])
def test_what_cannot_be_made_leaves_nothing(tmp_path: Path, name: str, option: str) -> None:
    more = [option, "syria"] if option else []
    assert call(["theatre", "new", str(tmp_path / name), "--country", "YEM", *more]) == 2
    assert not (tmp_path / name).exists()


def test_an_unknown_country_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["theatre", "new", str(tmp_path / "x"), "--country", "XQZ"]) == 2
    assert "no country 'XQZ'" in capsys.readouterr().err


def test_a_fault_is_named_and_ends_with_one(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "actors.yaml").write_text(
        "actors: [{id: o/a, name: A, kind: rebel, ties: [{kind: backed_by, actor: gov/ORS}]}]", encoding="utf-8"
    )
    assert call(["theatre", "check", str(pack)]) == 1
    assert "names an unknown actor 'gov/ORS'" in capsys.readouterr().out


def test_an_added_file_serves_stories_about_the_pack(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pack.parent / "villages.csv"
    file.write_text("name,lat,lon\nTarqama Bala,15.2,44.1\n", encoding="utf-8")
    assert call(["gazetteer", "add", str(file), "--theatre", str(pack)]) == 0
    assert "1 places added" in capsys.readouterr().err
    (found,) = Reference.load([pack]).places.lookup("Tarqama Bala")
    assert (found.place.lat, found.place.theatre, found.place.country) == (15.2, "orsa", "YEM")


def test_a_shipped_pack_is_not_written_to(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pack.parent / "villages.csv"
    file.write_text("name,lat,lon\nTarqama,15.2,44.1\n", encoding="utf-8")
    assert call(["gazetteer", "add", str(file), "--theatre", "syria"]) == 2
    assert "syria is shipped" in capsys.readouterr().err


def test_an_added_file_changes_the_fingerprint_of_what_is_known(pack: Path) -> None:
    before = fingerprint(Reference.load([pack]))
    (pack / "gazetteers").mkdir()
    (pack / "gazetteers/v.csv").write_text("name,lat,lon\nTarqama,15.2,44.1\n", encoding="utf-8")
    (pack / "gazetteers/.DS_Store").write_bytes(b"no gazetteer")
    assert fingerprint(Reference.load([pack])) != before


def test_a_file_with_one_bad_row_is_not_added(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pack.parent / "villages.csv"
    file.write_text("name,lat,lon\nTarqama,15.2,44.1\nBel,200,44\n", encoding="utf-8")
    assert call(["gazetteer", "add", str(file), "--theatre", str(pack)]) == 2
    assert "villages.csv:3: latitude 200 is not on earth" in capsys.readouterr().err
    assert not (pack / "gazetteers").exists()


def test_the_list_names_the_shipped_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["theatre", "list", "--json"]) == 0
    assert "syria" in {row["id"] for row in json.loads(capsys.readouterr().out)}


@pytest.fixture
def named(db: str) -> str:
    """A record that names a group which no pack knows."""
    group = ProvisionalActor(
        id="new/heron-brigades", name="Heron Brigades", names=("Heron Brigade", "Heron Brigades"), documents=2,
        roles=(("agent", 2),), mentions=(("c-d1", "agent"), ("c-d2", "agent")), kind="rebel", country="YEM",
    )  # fmt: skip
    with open_store(db) as store, store.write() as writer:
        writer.replace_derived(store.view().events(), States(groups=(group,)), {})
    return db


def test_an_unknown_group_is_listed_and_adopted(named: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["unknown", "--db", named]) == 0
    words = capsys.readouterr().out
    assert "Heron Brigades  2 statements in 2 articles (agent 2)" in words
    assert "new/heron-brigades" in words
    assert "also Heron Brigade" in words
    before = (pack / "actors.yaml").read_text(encoding="utf-8")
    adopt = ["theatre", "adopt", "new/heron-brigades", "--theatre", str(pack), "--kind", "militia", "--db", named]
    assert call(adopt) == 0
    after = (pack / "actors.yaml").read_text(encoding="utf-8")
    assert before.splitlines()[0] in after  # comments stay
    assert call(["theatre", "check", str(pack)]) == 0
    registry = Reference.load([pack]).actors
    for name in ("Heron Brigade", "the Heron Brigades"):
        (found,) = registry.find(name, theatres=("orsa",))
        assert (found.actor.id, found.actor.kind.value, found.actor.country) == (
            "orsa/heron-brigades",
            "militia",
            "YEM",
        )
    assert call(adopt) == 2
    assert "has orsa/heron-brigades already" in capsys.readouterr().err
    assert call([*adopt, "--id", "orsa/second"]) == 0  # behind entries that are there
    assert len(Reference.load([pack], strict=False).actors.find("Heron Brigades", theatres=("orsa",))) == 2


@pytest.mark.parametrize(
    ("group", "more", "says"),
    [
        ("new/nobody", ["--kind", "rebel"], "no provisional actor 'new/nobody'"),
        ("new/heron-brigades", ["--kind", "wizard"], "'wizard' is not a valid ActorKind"),
        ("new/heron-brigades", ["--kind", "rebel", "--theatre", "syria"], "syria is shipped"),
    ],
)
def test_what_cannot_be_adopted_changes_nothing(
    named: str, pack: Path, capsys: pytest.CaptureFixture[str], group: str, more: list[str], says: str
) -> None:
    before = (pack / "actors.yaml").read_text(encoding="utf-8")
    assert call(["theatre", "adopt", group, "--theatre", str(pack), *more, "--db", named]) == 2
    assert says in capsys.readouterr().err
    assert (pack / "actors.yaml").read_text(encoding="utf-8") == before
    assert [path.name for path in pack.glob("actors*")] == ["actors.yaml"]


def test_a_file_whose_actors_are_not_last_is_left_as_it_is(
    named: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "actors:\n  - {id: orsa/a, name: A, kind: rebel}\nnotes: |\n  none\n"
    (pack / "actors.yaml").write_text(text, encoding="utf-8")
    assert call(["theatre", "adopt", "heron brigade", "--theatre", str(pack), "--kind", "rebel", "--db", named]) == 2
    assert "not the last thing in it" in capsys.readouterr().err
    assert (pack / "actors.yaml").read_text(encoding="utf-8") == text
